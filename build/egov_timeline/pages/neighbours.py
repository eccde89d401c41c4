"""Tell what stands beside an event on the timeline.

Turns the dated events into pointers from each to the two beside it. A pointer says "before" or
"after" only where the bounds of both dates prove it; an event without a year has no neighbours.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from egov_timeline import wording
from egov_timeline.edtf import EventDate
from egov_timeline.events import event_of
from egov_timeline.fields import status_of
from egov_timeline.records import Timeline, TimelineEntry


def neighbours(timeline: Timeline) -> dict[str, dict[str, Any]]:
    """Return `previous` and `next` of each event that has them, by the record that leads."""
    events = [e for year in timeline.years for e in year.entries if e.milestone is None]
    around: dict[str, dict[str, Any]] = {}
    for first, second in pairwise(events):
        ordered = precedes(first.date, second.date)
        around.setdefault(first.record.id, {})["next"] = _pointer(second, "next", ordered)
        around.setdefault(second.record.id, {})["previous"] = _pointer(first, "previous", ordered)
    return around


def precedes(first: EventDate | None, second: EventDate | None) -> bool:
    """Return whether `first` is over before `second` begins, whatever day either of them means."""
    if not first or not second or not first.latest or not second.earliest:
        return False
    in_doubt = any(date.uncertain or date.approximate for date in (first, second))
    return not in_doubt and first.latest < second.earliest


def _pointer(entry: TimelineEntry, side: str, ordered: bool) -> dict[str, str]:
    event = event_of(entry)
    return {
        "page": f"{entry.record.slug}.html",
        "label": wording.SIDES[side if ordered else "beside"],
        "name": event.name,
        "date": wording.when_label(entry.date, status_of(event.facts)),
    }
