"""`timeline.ics`: the events and milestones whose day is known, for a calendar.

Turns them into all-day entries of RFC 5545. A calendar knows no "perhaps" and no "some day in
October": what has no day or year, or one in doubt, is left out, never put on a day. An event of
several days that do not follow each other has an entry for each, and none for a day between.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial

from egov_timeline import wording
from egov_timeline.changes import newest
from egov_timeline.edtf import EventDate
from egov_timeline.events import Event, event_of
from egov_timeline.exports.archive import Archive
from egov_timeline.exports.dating import as_of
from egov_timeline.exports.telling import (
    address,
    mentioned,
    one_line,
    summary,
    web_address,
)
from egov_timeline.fields import status_of
from egov_timeline.once import ALONE, Means
from egov_timeline.records import Timeline, TimelineEntry
from egov_timeline.text import slugify
from egov_timeline.vocabulary import Vocabularies

# RFC 5545, 3.1: "Lines of text SHOULD NOT be longer than 75 octets, excluding the line break."
_OCTETS = 75
_SPECIAL = re.compile(r"[\\;,]")
# RFC 5545, 3.8.1.11; an event that was put off is on no day that is known
_STATUS = {"announced": "TENTATIVE", "postponed": "CANCELLED", "cancelled": "CANCELLED"}


def text(archive: Archive, means: Means = ALONE) -> str:
    """Return the file, made by `means`."""
    told = means.stretches(
        partial(_entries, archive.alone),
        [entry for entry, _ in of_one_day(archive.timeline)],
        f"calendar {archive.root} {archive.name} {archive.settings.namespace}",
        lambda entry: entry.record.slug,
        lambda entry: entry.made_of,
    )
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{archive.settings.file}//egov-timeline//VI",
        "CALSCALE:GREGORIAN",
        f"NAME:{escaped(archive.name)}",
        f"X-WR-CALNAME:{escaped(archive.name)}",
    ]
    return "".join((_text(head), *told, _text(["END:VCALENDAR"])))


def _entries(archive: Archive, stretch: Sequence[TimelineEntry]) -> str:
    lines: list[str] = []
    for entry in stretch:
        assert entry.date
        for first, last in _runs(entry.date):
            day = first if entry.date.is_set else None
            lines += _entry(entry, (first, last), day, archive)
    return _text(lines)


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{folded(line)}\r\n" for line in lines)


def of_one_day(timeline: Timeline) -> Iterator[tuple[TimelineEntry, EventDate]]:
    """Yield what a calendar can show, in order of time."""
    for year in timeline.years:
        for entry in year.entries:
            when = entry.date
            if when and when.precision == "day" and not when.in_doubt:
                yield entry, when


def _runs(when: EventDate) -> Iterator[tuple[date, date]]:
    """Yield the first and the last of days that follow each other: each day of a set by itself."""
    for start, end in [(day, day) for day in when.days] or [(when.start, when.end)]:
        assert start.year and end.year
        yield start.earliest(start.year), end.latest(end.year)


def escaped(text: str) -> str:
    """Return a text value: one line, with what RFC 5545 gives a meaning marked as text."""
    return _SPECIAL.sub(lambda found: "\\" + found[0], one_line(text))


def folded(line: str) -> str:
    """Return `line` in pieces of at most 75 octets, none of which cuts a letter in two."""
    octets, pieces, start, room = line.encode("utf-8"), [], 0, _OCTETS
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:  # in the middle of a letter
            end -= 1
        pieces.append(octets[start:end])
        start, room = end, _OCTETS - 1  # the blank before all but the first
    return b"\r\n ".join([*pieces, octets[start:]]).decode("utf-8")


def _entry(
    entry: TimelineEntry, run: tuple[date, date], of_set: date | None, archive: Archive
) -> Iterator[str]:
    changed = newest(entry.sources)
    yield "BEGIN:VEVENT"
    # An entry of its own for each day of a set needs an id of its own.
    yield f"UID:{_id(entry, archive)}{f'-{of_set}' if of_set else ''}"
    yield f"DTSTAMP:{_stamp(as_of(entry.sources))}"
    if changed:
        yield f"LAST-MODIFIED:{_stamp(changed)}"
    yield f"DTSTART;VALUE=DATE:{run[0]:%Y%m%d}"
    # The day on which it is over: RFC 5545, 3.6.1, "the non-inclusive end of the event".
    yield f"DTEND;VALUE=DATE:{run[1] + timedelta(days=1):%Y%m%d}"
    yield from _milestone(entry, archive) if entry.milestone else _event(event_of(entry), archive)
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _id(entry: TimelineEntry, archive: Archive) -> str:
    if entry.milestone is None:
        return str(archive.event_id(entry.record))
    told = entry.milestone.value
    what = (told.kind, told.date.edtf, slugify(told.name))
    return str(archive.id_of("milestone", entry.record, *what))


def _event(event: Event, archive: Archive) -> Iterator[str]:
    status, place = status_of(event.facts), event.facts.location
    if status in _STATUS:
        yield f"STATUS:{_STATUS[status]}"
    yield f"SUMMARY:{escaped(wording.name_with(event.name, status))}"
    if place:
        yield f"LOCATION:{escaped(wording.location_label(place.value))}"
    pages = (_page(address(report), archive) for report in event.reports)
    yield _described(*summary(event), *pages)
    if themes := _themes(event, archive.vocabularies):
        yield "CATEGORIES:" + ",".join(map(escaped, themes))
    yield from _address(event.main.seed.source.url, address(event.main), archive)


def _milestone(entry: TimelineEntry, archive: Archive) -> Iterator[str]:
    assert entry.milestone
    told = entry.milestone.value
    if told.kind == "announced":
        yield f"STATUS:{_STATUS['announced']}"
    yield f"SUMMARY:{escaped(told.name)}"
    if told.place:
        yield f"LOCATION:{escaped(told.place)}"
    page = address(entry.record, next(iter(entry.milestone.evidence), None))
    yield _described(*mentioned(entry), _page(page, archive))
    yield f"CATEGORIES:{escaped(wording.MILESTONES[told.kind])}"
    yield from _address(entry.record.seed.source.url, page, archive)


def _page(path: str, archive: Archive) -> str:
    return f"{archive.name}, {archive.root if archive.site else ''}{path}"


def _described(*lines: str) -> str:
    return "DESCRIPTION:" + "\\n".join(map(escaped, lines))


def _address(original: str | None, page: str, archive: Archive) -> Iterator[str]:
    """Yield where to read more.

    Who took the file out of its place has nothing that a way from there could begin at.
    """
    if url := f"{archive.root}{page}" if archive.site else web_address(original):
        yield f"URL:{url}"


def _stamp(day: date) -> str:
    return f"{day:%Y%m%d}T000000Z"


def _themes(event: Event, vocabularies: Vocabularies) -> list[str]:
    known = vocabularies.themes
    return [known[f.value].label for f in event.facts.themes if f.value in known]
