"""`feed.xml`: the records in the order in which they changed, for a feed reader.

Turns records into an Atom feed (RFC 4287), the last change first. A record changes when it joins
the timeline or when a correction of it is signed; one whose sidecar names no day is not in the
feed. Atom wants a time of day: it is midnight in Việt Nam, the first moment of the day that is
known.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from xml.etree import ElementTree as Xml

from egov_timeline import wording
from egov_timeline.events import merged
from egov_timeline.exports.changes import last_change, lasting_id
from egov_timeline.exports.telling import ROOT, address, one_line, summary
from egov_timeline.records import Record
from egov_timeline.vocabulary import Vocabularies

_ATOM = "http://www.w3.org/2005/Atom"
# A feed must tell when it changed; this says that no change is known.
_NEVER = date(1970, 1, 1)


def text(records: Sequence[Record], vocabularies: Vocabularies, root: str = ROOT) -> str:
    """Return the file; `root` is where the site stands, seen from it."""
    changed = changes(records)
    feed = Xml.Element("feed", {"xmlns": _ATOM, "xml:lang": "vi"})
    _add(feed, "id", lasting_id("feed").urn)
    _add(feed, "title", wording.SITE)
    _add(feed, "subtitle", wording.FEED)
    _add(feed, "updated", _moment(max((day for _, day in changed), default=_NEVER)))
    _add(feed, "link", rel="alternate", type="text/html", href=f"{root}index.html")
    this = "feed.xml" if root == ROOT else f"{root}data/feed.xml"
    _add(feed, "link", rel="self", type="application/atom+xml", href=this)
    _add(_add(feed, "author"), "name", wording.SITE)
    _add(feed, "rights", wording.RIGHTS)
    for record, day in changed:
        _entry(feed, record, day, vocabularies, root)
    Xml.indent(feed, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + Xml.tostring(feed, "unicode") + "\n"


def changes(records: Sequence[Record]) -> list[tuple[Record, date]]:
    """Return the records whose last change is known, each with its day, the latest first."""
    known = [(record, day) for record in records if (day := last_change(record))]
    return sorted(known, key=lambda pair: (-pair[1].toordinal(), pair[0].id))


def _entry(
    feed: Xml.Element, record: Record, day: date, vocabularies: Vocabularies, root: str
) -> None:
    entry = _add(feed, "entry")
    _add(entry, "id", lasting_id(f"record {record.lasting}").urn)
    _add(entry, "title", wording.name_of(record))
    _add(entry, "updated", _moment(day))
    if record.seed.added:
        _add(entry, "published", _moment(date.fromisoformat(record.seed.added)))
    _add(entry, "link", rel="alternate", type="text/html", href=root + address(record))
    for theme in record.facts.themes:
        if theme.value in vocabularies.themes:
            label = vocabularies.themes[theme.value].label
            _add(entry, "category", term=theme.value, label=label)
    _add(entry, "content", "\n".join(summary(merged((record,)))), type="text")


def _add(parent: Xml.Element, name: str, said: str = "", **attributes: str) -> Xml.Element:
    child = Xml.SubElement(parent, name, attributes)
    child.text = "\n".join(map(one_line, said.split("\n"))) or None
    return child


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00+07:00"
