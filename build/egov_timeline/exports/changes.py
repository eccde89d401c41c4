"""When a record changed: the day it joined the timeline, and the days of its signed corrections.

Turns what people wrote into a sidecar into days. No clock and no file date has a part in it: a
record whose sidecar names no day has no known change.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid5

from egov_timeline.records import Record

# Ids that stay the same wherever the site is published, and say nothing of who publishes it.
_NAMESPACE = UUID("6a3f1d0e-5c1b-4e57-9b7a-2f8f3c7d9e41")


def last_change(record: Record) -> date | None:
    """Return the last day on which the record changed; None where no day is told."""
    days = [correction.on for correction in record.seed.corrections]
    days += [record.seed.added] if record.seed.added else []
    return max(map(date.fromisoformat, days), default=None)


def lasting_id(name: str) -> UUID:
    """Return an id for `name` that no other address or build changes."""
    return uuid5(_NAMESPACE, name)


def event_id(record: Record) -> UUID:
    """Return the id of the event that `record` stands for."""
    return lasting_id(f"event {record.lasting}")
