"""An expression of time, as far as its own words go: "sáng nay, ngày 30.3", "quý I/2018".

What `timex_reading` finds: a day, month, quarter, year, period or "hôm nay", with its span and the
cue in front of it. It tells the day that a relative one means, and writes each as EDTF.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from egov_timeline.edtf import Point
from egov_timeline.extract.lexicon import classes

# "sáng 5/6": by its hour, something happens; a document or a deadline has but a day.
HOURS = (*(entry.word for entry in classes()["part of day"]), "hôm nay")


class Kind(StrEnum):
    """How precise an expression is; a range has the kind of its ends."""

    DAY = "day"
    MONTH = "month"  # also a quarter
    YEAR = "year"  # also a period
    RELATIVE = "relative"  # only counted from the day of writing


@dataclass(frozen=True, slots=True)
class Timex:
    """One expression of time; the span includes its cue ("sáng nay, ngày 30.3").

    `shift` counts days from the day of writing, where the words do ("hôm qua" is -1); `weekday`
    (Monday is 0) and `weeks` do so by the week ("thứ năm tuần trước" is 3 and -1); without `weeks`
    it is the last such day ("sáng thứ năm"). `days` are those of a list ("3, 5 và 9/10").
    """

    start: int
    end: int
    kind: Kind
    first: Point
    last: Point
    cue: str = ""
    shift: int | None = None
    weekday: int | None = None
    weeks: int | None = 0
    days: tuple[Point, ...] = ()

    def on(self, written: date) -> date:
        """Return the day that a relative expression means in a text written on `written`."""
        if self.weekday is None:
            return written + timedelta(days=self.shift or 0)
        if self.weeks is None:
            return written - timedelta(days=(written.weekday() - self.weekday) % 7)
        monday = written - timedelta(days=written.weekday())
        return monday + timedelta(days=self.weekday, weeks=self.weeks)

    @property
    def year(self) -> int | None:
        """The year that the expression itself names."""
        return self.first.year

    @property
    def tells_hour(self) -> bool:
        """Whether it tells of something that happens: "sáng 5/6", "hôm nay", not only a day."""
        return self.cue.startswith(HOURS)

    @property
    def is_range(self) -> bool:
        """Whether it has two ends."""
        return self.first != self.last

    def edtf(self, year: int | None = None) -> str:
        """Return the expression as EDTF; `year` is that of its first day where it names none."""
        first, last, year = self.first, self.last, self.first.year or year
        start = _edtf(first, year)
        turned = bool(last.month and first.month and last.month < first.month)  # "30/12 - 2/1"
        ends = year + turned if year else None
        if self.days:
            turns = (bool(year and (d.month or 0) < (first.month or 0)) for d in self.days)
            listed = (
                _edtf(d, year + turned if year else None)
                for d, turned in zip(self.days, turns, strict=True)
            )
            return "{" + ",".join(listed) + "}"
        return f"{start}/{_edtf(last, ends)}" if self.is_range else start


def _edtf(point: Point, year: int | None) -> str:
    named = point.year or year
    parts = [f"{named:04}" if named else "XXXX"]
    return "-".join(parts + [f"{n:02}" for n in (point.month, point.day) if n])
