"""`timeline.ics`: the events whose day is known, for a calendar.

Turns events into all-day entries of RFC 5545. A calendar knows no "perhaps" and no "some day in
October": an event whose day or year is unknown or in doubt is left out, never put on a day. One of
several days that do not follow each other has an entry for each, and none for a day between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from egov_timeline import wording
from egov_timeline.changes import last_change
from egov_timeline.edtf import EventDate
from egov_timeline.events import Event, event_of
from egov_timeline.exports.lasting import event_id
from egov_timeline.exports.telling import ROOT, address, one_line, summary, web_address
from egov_timeline.fields import status_of
from egov_timeline.records import Timeline, TimelineEntry
from egov_timeline.settings import NONE, Settings
from egov_timeline.vocabulary import Vocabularies

# RFC 5545, 3.1: "Lines of text SHOULD NOT be longer than 75 octets, excluding the line break."
_OCTETS = 75
_SPECIAL = re.compile(r"[\\;,]")
# An entry must have a stamp; this one says that nobody told when the record changed.
_NEVER = "19700101T000000Z"
# RFC 5545, 3.8.1.11; an event that was put off is on no day that is known
_STATUS = {"announced": "TENTATIVE", "postponed": "CANCELLED", "cancelled": "CANCELLED"}


def text(
    timeline: Timeline, vocabularies: Vocabularies, root: str = ROOT, settings: Settings = NONE
) -> str:
    """Return the file; `root` is where the site stands, seen from it, `settings` name it."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{settings.file}//egov-timeline//VI",
        "CALSCALE:GREGORIAN",
        f"NAME:{escaped(settings.name)}",
        f"X-WR-CALNAME:{escaped(settings.name)}",
    ]
    for event, when in of_one_day(timeline):
        for first, last in _runs(when):
            day = first if when.is_set else None
            lines += _event(event, (first, last), day, vocabularies, root, settings.name)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines)


def of_one_day(timeline: Timeline) -> Iterator[tuple[Event, EventDate]]:
    """Yield the events that a calendar can show, in order of time."""
    entries: list[TimelineEntry] = [e for year in timeline.years for e in year.entries]
    for entry in entries:
        when = entry.date
        if entry.milestone is None and when and when.precision == "day" and not when.in_doubt:
            yield event_of(entry), when


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
    pieces, piece, size = [], "", 0
    for letter in line:
        octets = len(letter.encode("utf-8"))
        if size + octets > _OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + letter, size + octets
    return "\r\n".join([*pieces, piece])


def _event(
    event: Event,
    run: tuple[date, date],
    of_set: date | None,
    vocabularies: Vocabularies,
    root: str,
    name: str,
) -> Iterator[str]:
    main, place = event.main, event.facts.location
    # Who took the file out of its place has nothing that a way from there could begin at.
    site = "" if root == ROOT else root
    changed = max(filter(None, map(last_change, event.reports)), default=None)
    yield "BEGIN:VEVENT"
    # An entry of its own for each day of a set needs an id of its own.
    yield f"UID:{event_id(main)}{f'-{of_set}' if of_set else ''}"
    yield f"DTSTAMP:{_stamp(changed) if changed else _NEVER}"
    if changed:
        yield f"LAST-MODIFIED:{_stamp(changed)}"
    yield f"DTSTART;VALUE=DATE:{run[0]:%Y%m%d}"
    # The day on which it is over: RFC 5545, 3.6.1, "the non-inclusive end of the event".
    yield f"DTEND;VALUE=DATE:{run[1] + timedelta(days=1):%Y%m%d}"
    if status := _STATUS.get(status_of(event.facts)):
        yield f"STATUS:{status}"
    yield f"SUMMARY:{escaped(wording.name_with(event.name, status_of(event.facts)))}"
    if place:
        yield f"LOCATION:{escaped(wording.location_label(place.value))}"
    pages = (f"{name}, {site}{address(report)}" for report in event.reports)
    yield "DESCRIPTION:" + "\\n".join(map(escaped, [*summary(event), *pages]))
    if themes := _themes(event, vocabularies):
        yield "CATEGORIES:" + ",".join(map(escaped, themes))
    if url := f"{site}{address(main)}" if site else web_address(main.seed.source.url):
        yield f"URL:{url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _stamp(day: date) -> str:
    return f"{day:%Y%m%d}T000000Z"


def _themes(event: Event, vocabularies: Vocabularies) -> list[str]:
    known = vocabularies.themes
    return [known[f.value].label for f in event.facts.themes if f.value in known]
