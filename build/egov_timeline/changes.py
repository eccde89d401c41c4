"""What changed last in the archive, and when: by what people signed, never by a clock.

Turns sidecars into the day on which each record joined the timeline or was last signed for, and
into what was done on that day. A record whose sidecar names no day has no known change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from egov_timeline import wording
from egov_timeline.amendments import amendment
from egov_timeline.records import Record


@dataclass(frozen=True, slots=True)
class Change:
    """A record, and the last day on which anything of it changed."""

    record: Record
    day: date

    @property
    def label(self) -> str:
        """What was done on that day: "đưa vào dòng thời gian; bổ sung thời gian"."""
        seed, day = self.record.seed, self.day.isoformat()
        # All that is known of a citation is signed; that it is there says so.
        told = () if seed.is_citation and seed.added == day else seed.corrections
        signed = [c.field for c in told if c.on == day]
        return wording.change_label(
            joined=seed.added == day,
            signed=[(amendment(self.record, field).value, field) for field in signed],
            edited=any(edit.on == day for edit in seed.edits),
        )


def last_change(record: Record) -> date | None:
    """Return the last day on which the record changed; None where no day is told."""
    return max(_days(record), default=None)


def changes(records: Iterable[Record]) -> list[Change]:
    """Return the last change of each record of which one is known, the latest first."""
    known = [Change(record, day) for record in records if (day := last_change(record))]
    return sorted(known, key=lambda change: (-change.day.toordinal(), change.record.id))


def newest(records: Iterable[Record], also: str | None = None) -> date | None:
    """Return the last day on which anything of `records` was signed, or that of `also`."""
    days = [day for record in records for day in _days(record)]
    return max([*days, date.fromisoformat(also)] if also else days, default=None)


def _days(record: Record) -> Iterator[date]:
    told = [record.seed.added, *(c.on for c in record.seed.corrections)]
    yield from (date.fromisoformat(day) for day in told if day)
    yield from (date.fromisoformat(edit.on) for edit in record.seed.edits if edit.on)
