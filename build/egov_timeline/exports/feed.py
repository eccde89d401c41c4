"""Atom feeds (RFC 4287): the records in the order in which they changed, the last change first.

Turns records into `feed.xml`, which has them all, and into a feed of each theme, which has those
that changed last. A record changes when it joins the timeline or when a person signs for it; one
whose sidecar names no day is in no feed. Atom wants a time of day: it is midnight in Việt Nam, the
first moment of the day that is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple
from xml.etree import ElementTree as Xml

from egov_timeline import wording
from egov_timeline.changes import Change, changes
from egov_timeline.events import merged
from egov_timeline.exports.lasting import lasting_id
from egov_timeline.exports.telling import ROOT, address, one_line, summary
from egov_timeline.fields import status_of
from egov_timeline.records import Record
from egov_timeline.vocabulary import Vocabularies

_ATOM = "http://www.w3.org/2005/Atom"
# A feed must tell when it changed; this says that no change is known.
_NEVER = date(1970, 1, 1)
# Who follows one theme wants what is new; all that there is stands in feed.xml.
_LATEST = 50
# Where the feeds of themes stand, beside feed.xml.
THEMES = "chu-de"


def text(
    records: Sequence[Record], vocabularies: Vocabularies, root: str = ROOT, name: str = ""
) -> str:
    """Return `feed.xml`; `root` is where the site called `name` stands, seen from it."""
    about = _About("feed", name, name, "feed.xml", "index.html", root)
    return _text(about, changes(records), vocabularies)


def of_themes(
    records: Sequence[Record], vocabularies: Vocabularies, root: str, name: str = ""
) -> Iterator[tuple[str, str]]:
    """Yield the path beside `feed.xml`, and the text, of the feed of each theme."""
    root = f"../{root}" if root == ROOT else root
    by_theme: dict[str, list[Change]] = {t.value: [] for r in records for t in r.facts.themes}
    for change in changes(records):
        for theme in change.record.facts.themes:
            by_theme[theme.value].append(change)
    for ident in sorted(by_theme.keys() & vocabularies.themes.keys()):
        title = f"{vocabularies.themes[ident].label} – {name}"
        path = f"{THEMES}/{ident}.xml"
        about = _About(f"feed of theme {ident}", name, title, path, f"chu-de/{ident}.html", root)
        yield path, _text(about, by_theme[ident][:_LATEST], vocabularies)


class _About(NamedTuple):
    """What a feed is: what its id is made of, whose it is, its title, its path beside `feed.xml`,
    that of its page, and where the site stands, seen from it."""

    id: str
    author: str
    title: str
    path: str
    page: str
    root: str

    @property
    def own(self) -> str:
        """Its own address."""
        is_near = self.root.startswith(ROOT)
        return self.path.rpartition("/")[2] if is_near else f"{self.root}data/{self.path}"


def _text(about: _About, changed: Sequence[Change], vocabularies: Vocabularies) -> str:
    feed = Xml.Element("feed", {"xmlns": _ATOM, "xml:lang": "vi"})
    _add(feed, "id", lasting_id(about.id).urn)
    _add(feed, "title", about.title)
    _add(feed, "subtitle", wording.FEED)
    _add(feed, "updated", _moment(max((change.day for change in changed), default=_NEVER)))
    _add(feed, "link", rel="alternate", type="text/html", href=about.root + about.page)
    _add(feed, "link", rel="self", type="application/atom+xml", href=about.own)
    _add(_add(feed, "author"), "name", about.author)
    _add(feed, "rights", wording.RIGHTS)
    for change in changed:
        _entry(feed, change, about.root, vocabularies)
    Xml.indent(feed, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + Xml.tostring(feed, "unicode") + "\n"


def _entry(feed: Xml.Element, change: Change, root: str, vocabularies: Vocabularies) -> None:
    entry, record = _add(feed, "entry"), change.record
    _add(entry, "id", lasting_id(f"record {record.lasting}").urn)
    _add(entry, "title", wording.name_with(wording.name_of(record), status_of(record.facts)))
    _add(entry, "updated", _moment(change.day))
    if record.seed.added:
        _add(entry, "published", _moment(date.fromisoformat(record.seed.added)))
    _add(entry, "link", rel="alternate", type="text/html", href=root + address(record))
    for theme in record.facts.themes:
        if theme.value in vocabularies.themes:
            label = vocabularies.themes[theme.value].label
            _add(entry, "category", term=theme.value, label=label)
    new = f"{wording.day_label(change.day)}: {change.label}."
    _add(entry, "content", "\n".join([new, *summary(merged((record,)))]), type="text")


def _add(parent: Xml.Element, name: str, said: str = "", **attributes: str) -> Xml.Element:
    child = Xml.SubElement(parent, name, attributes)
    child.text = "\n".join(map(one_line, said.split("\n"))) or None
    return child


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00+07:00"
