"""Put all records in order of time: events, and the milestones that articles report.

Turns records into a `Timeline` of years and a shelf for what has no year. An event of several
reports stands there once, and never gets a year that none of them gives; of what several articles
report alike, the first stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from egov_timeline import events
from egov_timeline.records import (
    Finding,
    Milestone,
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
    together = events.grouped(known)
    told = [reports for reports in together if _tells_event(reports)]
    entries = sorted([*map(_event, told), *_milestones(together)], key=_order)
    dated = [entry for entry in entries if _year(entry) is not None]
    return Timeline(
        years=tuple(
            TimelineYear(year, tuple(group))
            for year, group in groupby(dated, key=_year)
            if year is not None
        ),
        shelf=tuple(entry for entry in entries if _year(entry) is None),
        without_event=tuple(
            record for reports in together if not _tells_event(reports) for record in reports
        ),
    )


def _tells_event(reports: Sequence[Record]) -> bool:
    return any(report.facts.is_event for report in reports)


def _event(reports: tuple[Record, ...]) -> TimelineEntry:
    date = events.merged(reports).facts.date
    return TimelineEntry(reports[0], date.value if date else None, reports=reports)


def _milestones(together: Sequence[tuple[Record, ...]]) -> Iterator[TimelineEntry]:
    """Yield what articles report of other moments, each once; no event that has its own article."""
    seen: set[tuple[int | None, str]] = {
        name for reports in together for record in reports for name in _names_of(record, reports)
    }
    for reports in together:
        known: list[tuple[Record, Milestone]] = []
        for record, finding in _reported(reports):
            milestone = finding.value
            number = _NUMBER.search(milestone.name) if milestone.kind == "document" else None
            name = (milestone.date.year, slugify(number[0] if number else milestone.name))
            others = (told for report, told in known if report is not record)
            again = any(events.same_milestone(milestone, other) for other in others)
            if milestone.date.year and name not in seen and not again:
                seen.add(name)
                known.append((record, milestone))
                yield TimelineEntry(record, milestone.date, finding, (record,))


def _reported(reports: Sequence[Record]) -> Iterator[tuple[Record, Finding[Milestone]]]:
    for record in reports:
        yield from ((record, finding) for finding in record.facts.milestones)


def _names_of(record: Record, reports: tuple[Record, ...]) -> Iterator[tuple[int, str]]:
    facts, date = record.facts, events.merged(reports).facts.date
    year = date.value.year if date else None
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
