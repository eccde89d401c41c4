"""Tell what stands beside an event on the timeline.

Turns the dated events into pointers from each to the two beside it. A pointer says "before" or
"after" only where the bounds of both dates prove it; an event without a year has no neighbours, nor
has one of the second layer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from egov_timeline import wording
from egov_timeline.edtf import EventDate
from egov_timeline.events import event_of
from egov_timeline.fields import status_of
from egov_timeline.records import Timeline, TimelineEntry


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An event beside another: `label` says on which side, as far as the dates prove it."""

    slug: str
    label: str
    name: str
    date: str


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The two events beside one; None at either end of the timeline."""

    previous: Neighbour | None = None
    next: Neighbour | None = None


def neighbours(timeline: Timeline) -> dict[str, Neighbours]:
    """Return what stands beside each event, by the record that leads."""
    entries = (entry for year in timeline.years for entry in year.entries)
    events = [entry for entry in entries if entry.milestone is None and not entry.related]
    around = dict.fromkeys((event.record.id for event in events), Neighbours())
    for first, second in pairwise(events):
        ordered = precedes(first.date, second.date)
        one, other = first.record.id, second.record.id
        around[one] = replace(around[one], next=_neighbour(second, "next", ordered))
        around[other] = replace(around[other], previous=_neighbour(first, "previous", ordered))
    return around


def precedes(first: EventDate | None, second: EventDate | None) -> bool:
    """Return whether `first` is over before `second` begins, whatever day either of them means."""
    if not first or not second or not first.latest or not second.earliest:
        return False
    return not (first.in_doubt or second.in_doubt) and first.latest < second.earliest


def _neighbour(entry: TimelineEntry, side: str, ordered: bool) -> Neighbour:
    event = event_of(entry)
    return Neighbour(
        entry.record.slug,
        wording.SIDES[side if ordered else "beside"],
        event.name,
        wording.occasion_label(entry.date, status_of(event.facts)),
    )
