"""Atom feeds (RFC 4287): the records in the order in which they changed, the last change first.

Turns records into `feed.xml`, which has them all, and into a feed of each theme and each series,
which has those that changed last. A record changes when it joins the timeline or when a person
signs for it; one whose sidecar names no day is in no feed, and the feed says how many are not. Atom
wants a time of day: it is midnight in Việt Nam, the first moment of the day that is known.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as Xml

from egov_timeline import facets, wording
from egov_timeline.changes import Change, changes
from egov_timeline.events import Event
from egov_timeline.exports.archive import UP, Archive
from egov_timeline.exports.dating import as_of
from egov_timeline.exports.telling import address, one_line, summary
from egov_timeline.fields import status_of
from egov_timeline.records import Record
from egov_timeline.vocabulary import Words

_ATOM = "http://www.w3.org/2005/Atom"
WHOLE = "feed.xml"
# Who follows one theme or series wants what is new; all that there is stands in feed.xml.
_LATEST = 50


@dataclass(frozen=True, slots=True)
class _Feed:
    """What a feed is of: `name` makes its id; `path` is beside `feed.xml`, `page` in the site."""

    name: str
    title: str
    path: str
    page: str
    records: Sequence[Record]


def files(archive: Archive) -> Iterator[tuple[str, str]]:
    """Yield the path beside `feed.xml`, and the text, of each feed, that of the whole first."""
    whole = _Feed("feed", archive.name, WHOLE, "index.html", archive.records)
    for feed in (whole, *_parts(archive, "theme", _themes(archive))):
        yield feed.path, _text(feed, archive)
    for feed in _parts(archive, "series", _series(archive)):
        yield feed.path, _text(feed, archive)


def _themes(archive: Archive) -> dict[facets.Value, list[Record]]:
    """Return the records of each theme that the authority file knows."""
    found: dict[facets.Value, list[Record]] = defaultdict(list)
    for record in archive.records:
        for value in facets.themes(record.facts, archive.vocabularies):
            found[value].append(record)
    return found


def _series(archive: Archive) -> dict[facets.Value, list[Record]]:
    """Return the records of each series: all reports of an event that one of them counts to it."""
    found: dict[str, list[Record]] = defaultdict(list)
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for record in archive.records:
        for ident, names in _names(archive.events[record.id], archive.vocabularies.words).items():
            found[ident].append(record)
            labels[ident].update(names)
    usual = {ident: counted.most_common(1)[0][0] for ident, counted in labels.items()}
    return {facets.Value(ident, usual[ident]): records for ident, records in found.items()}


def _names(event: Event, words: Words) -> dict[str, list[str]]:
    """Return the series of an event by their ids, with what its reports call each."""
    named: dict[str, list[str]] = defaultdict(list)
    for report in event.reports if event.facts.is_event else ():
        if told := report.facts.series:
            named[facets.series(told.value.name, words).id].append(told.value.name)
    return named


def _parts(
    archive: Archive, facet: str, found: Mapping[facets.Value, Sequence[Record]]
) -> Iterator[_Feed]:
    folder = facets.FOLDERS[facet]
    for value, records in sorted(found.items()):
        title = f"{value.label} – {archive.name}"
        where = f"{folder}/{value.id}"
        name = f"feed of {facet} {value.id}"
        yield _Feed(name, title, f"{where}.xml", f"{where}.html", records)


def _text(feed: _Feed, archive: Archive) -> str:
    changed = changes(feed.records)
    missing = len(feed.records) - len(changed)
    root = archive.root if archive.site else UP * (feed.path.count("/") + 1)
    own = f"{root}data/{feed.path}" if archive.site else feed.path.rpartition("/")[2]
    top = Xml.Element("feed", {"xmlns": _ATOM, "xml:lang": "vi"})
    _add(top, "id", archive.lasting_id(feed.name).urn)
    _add(top, "title", feed.title)
    _add(top, "subtitle", wording.feed_label(missing))
    _add(top, "updated", _moment(as_of(feed.records)))
    _add(top, "link", rel="alternate", type="text/html", href=root + feed.page)
    _add(top, "link", rel="self", type="application/atom+xml", href=own)
    _add(_add(top, "author"), "name", archive.settings.publisher or archive.name)
    _add(top, "rights", archive.rights)
    for change in changed if feed.path == WHOLE else changed[:_LATEST]:
        _entry(top, change, archive, root)
    Xml.indent(top, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + Xml.tostring(top, "unicode") + "\n"


def _entry(top: Xml.Element, change: Change, archive: Archive, root: str) -> None:
    entry, record = _add(top, "entry"), change.record
    event = archive.events[record.id]
    _add(entry, "id", archive.id_of("record", record).urn)
    _add(entry, "title", wording.name_with(wording.name_of(record), status_of(event.facts)))
    _add(entry, "updated", _moment(change.day))
    if record.seed.added:
        _add(entry, "published", _moment(date.fromisoformat(record.seed.added)))
    _add(entry, "link", rel="alternate", type="text/html", href=root + address(record))
    for theme in facets.themes(record.facts, archive.vocabularies):
        _add(entry, "category", term=theme.id, label=theme.label)
    new = f"{wording.day_label(change.day)}: {change.label}."
    _add(entry, "content", "\n".join([new, *summary(event)]), type="text")


def _add(parent: Xml.Element, name: str, said: str = "", **attributes: str) -> Xml.Element:
    child = Xml.SubElement(parent, name, attributes)
    child.text = "\n".join(map(one_line, said.split("\n"))) or None
    return child


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00+07:00"
