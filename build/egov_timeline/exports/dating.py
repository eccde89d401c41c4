"""How an entry of the timeline is dated, as tables tell it: when, how surely, by which words.

Turns a date into EDTF with its bounds and a label, and an entry into that with the words of an
article that it stands on. Bounds follow from the date, never the date from them. Records also tell
how new what is made of them is: no clock does.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from egov_timeline import wording
from egov_timeline.amendments import how_known
from egov_timeline.changes import newest
from egov_timeline.edtf import EventDate
from egov_timeline.events import Event
from egov_timeline.exports import citation
from egov_timeline.exports.telling import address, key_evidence
from egov_timeline.fields import status_of
from egov_timeline.records import Evidence, Record, TimelineEntry

# A calendar must say how new an entry is, and a feed: neither is older than RFC 5545.
_NO_EARLIER = date(2009, 9, 1)


class Dating(NamedTuple):
    """`when` is as `dated` gives it; `quote` are the words that date, `place` is what to look at.

    Where no words date the entry, `place` is the sentence that names it, or the page.
    """

    when: dict[str, Any]
    certainty: str | None
    quote: str | None
    place: str


def as_of(records: Sequence[Record]) -> date:
    """Return the last day known of `records`: of a change, or else of an article's appearance."""
    if day := newest(records):
        return day
    known = (record.appeared for record in records)
    return max((day for said in known if said and (day := _first_day(said))), default=_NO_EARLIER)


@lru_cache(maxsize=1 << 14)  # each feed asks for those of its articles
def _first_day(appeared: str) -> date | None:
    day = citation.day_of(appeared)
    return day.earliest if day else None


def dated(date: EventDate | None, status: str = "held") -> dict[str, Any]:
    """Return a date as EDTF, with its bounds (null where no year is known) and in words."""
    return {
        "edtf": date.edtf if date else None,
        "earliest": date.earliest.isoformat() if date and date.earliest else None,
        "latest": date.latest.isoformat() if date and date.latest else None,
        "label": wording.when_label(date, status),
    }


def dating(entry: TimelineEntry, event: Event) -> Dating:
    """Return how `entry` is dated; `event` is what it tells of."""
    found = entry.milestone or event.facts.date
    field = "milestones" if entry.milestone else "date"
    source = entry.record if entry.milestone else event.source_of(field)
    words = _words(entry, event, source)
    quoted, evidence = words or key_evidence(event) or (entry.record, None)
    return Dating(
        dated(entry.date, "held" if entry.milestone else status_of(event.facts)),
        how_known(source, field, found) if found else None,
        words[1].quote if words else None,
        address(quoted, evidence),
    )


def _words(entry: TimelineEntry, event: Event, source: Record) -> tuple[Record, Evidence] | None:
    """Return the words that give the date, and the record of whose article they are.

    Where a signature gives it, they are what the article itself says of it.
    """
    for finding in (entry.milestone or event.facts.date, source.extracted.date):
        if finding and finding.evidence:
            return source, finding.evidence[0]
    return None
