"""Put all records in order of time: events, and the milestones that articles report.

Turns records into a `Timeline` of years and a shelf for what has no year. An event never gets a
year that its record does not give; of what several articles report alike, the first stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from egov_timeline.records import (
    Record,
    Timeline,
    TimelineEntry,
    TimelineYear,
)
from egov_timeline.text import slugify

# "Nghị quyết 36a/NQ-CP về Chính phủ điện tử" and "Nghị quyết số 36a/NQ-CP" are one document.
_NUMBER = re.compile(r"\d+[a-zđ]?[/-][\w/-]+")
_LAST = (date.max, date.max, "")


def timeline(records: Sequence[Record]) -> Timeline:
    """Return `records` in order of time, oldest first, whatever order they come in."""
    known = sorted(records, key=lambda record: record.id)
    events = [
        TimelineEntry(record, record.facts.date.value if record.facts.date else None)
        for record in known
        if record.facts.is_event
    ]
    entries = sorted([*events, *_milestones(known)], key=_order)
    dated = [entry for entry in entries if _year(entry) is not None]
    return Timeline(
        years=tuple(
            TimelineYear(year, tuple(group))
            for year, group in groupby(dated, key=_year)
            if year is not None
        ),
        shelf=tuple(entry for entry in entries if _year(entry) is None),
        without_event=tuple(record for record in known if not record.facts.is_event),
    )


def _milestones(records: Sequence[Record]) -> Iterator[TimelineEntry]:
    """Yield what articles report of other moments, each once; no event that has its own article."""
    seen: set[tuple[int | None, str]] = {n for record in records for n in _names_of(record)}
    for record in records:
        for finding in record.facts.milestones:
            milestone = finding.value
            number = _NUMBER.search(milestone.name) if milestone.kind == "document" else None
            name = (milestone.date.year, slugify(number[0] if number else milestone.name))
            if milestone.date.year and name not in seen:
                seen.add(name)
                yield TimelineEntry(record, milestone.date, finding)


def _names_of(record: Record) -> Iterator[tuple[int, str]]:
    facts = record.facts
    year = facts.date.value.year if facts.date else None
    if year is None:
        return
    if facts.event:
        yield year, slugify(facts.event.value)
    if facts.series:
        yield year, slugify(facts.series.value.name)


def _year(entry: TimelineEntry) -> int | None:
    return entry.date.year if entry.date else None


def _order(entry: TimelineEntry) -> tuple[tuple[date, date, str], bool, str]:
    order = entry.date.sort_key if entry.date else _LAST
    return order, entry.milestone is not None, entry.record.id
