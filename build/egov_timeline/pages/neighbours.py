"""Tell what stands beside an event: on the timeline, and in its series.

Turns the dated events into pointers from each to the two beside it, and from each event of a series
to the others. A pointer says "before" or "after" only where the bounds of both dates prove it; an
event without a year has no neighbours.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from egov_timeline import wording
from egov_timeline.edtf import EventDate
from egov_timeline.records import Timeline, TimelineEntry
from egov_timeline.text import slugify


def neighbours(timeline: Timeline) -> dict[str, dict[str, Any]]:
    """Return `previous` and `next` of each event that has them, by record."""
    events = [e for year in timeline.years for e in year.entries if e.milestone is None]
    around: dict[str, dict[str, Any]] = {}
    for first, second in pairwise(events):
        ordered = precedes(first.date, second.date)
        around.setdefault(first.record.id, {})["next"] = _pointer(second, "next", ordered)
        around.setdefault(second.record.id, {})["previous"] = _pointer(first, "previous", ordered)
    return around


def series(timeline: Timeline) -> dict[str, dict[str, Any]]:
    """Return `same_series` of each event that others belong with, by record: all but itself."""
    events = [e for year in timeline.years for e in year.entries] + list(timeline.shelf)
    by_series: dict[str, list[TimelineEntry]] = {}
    for entry in events:
        if entry.milestone is None and (told := entry.record.facts.series):
            by_series.setdefault(series_key(told.value.name), []).append(entry)
    return {
        entry.record.id: {
            "same_series": [_in_series(other) for other in together if other is not entry]
        }
        for together in by_series.values()
        if len(together) > 1
        for entry in together
    }


# "Công nghệ thông tin - Truyền thông (CNTT-TT) Việt Nam", "… và truyền thông Việt Nam".
_ASIDE = re.compile(r"\([^()]*\)")


def series_key(name: str) -> str:
    """Return what two newsrooms' names of one series have in common."""
    return "-".join(w for w in slugify(_ASIDE.sub(" ", name)).split("-") if w != "va")


def _in_series(entry: TimelineEntry) -> dict[str, str]:
    told = entry.record.facts.series
    edition = told.value.edition if told else None
    return {
        "page": f"{entry.record.slug}.html",
        "name": wording.name_of(entry.record),
        "date": wording.date_label(entry.date),
        "edition": wording.edition_label(edition) if edition else "",
    }


def precedes(first: EventDate | None, second: EventDate | None) -> bool:
    """Return whether `first` is over before `second` begins, whatever day either of them means."""
    if not first or not second or not first.latest or not second.earliest:
        return False
    in_doubt = any(date.uncertain or date.approximate for date in (first, second))
    return not in_doubt and first.latest < second.earliest


def _pointer(entry: TimelineEntry, side: str, ordered: bool) -> dict[str, str]:
    return {
        "page": f"{entry.record.slug}.html",
        "label": wording.SIDES[side if ordered else "beside"],
        "name": wording.name_of(entry.record),
        "date": wording.date_label(entry.date),
    }
