"""Dates as precise as the source gives them: Extended Date/Time Format, ISO 8601-2.

Turns an EDTF string (level 1, plus a qualified component such as `2015?-10-29` and a set of days,
`{2019-10-03,2019-10-05}`: all of them) into an `EventDate` with its bounds. It never makes a date
more precise: a year stays a year, an unknown year stays `XXXX` and has no bounds.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from itertools import pairwise

from egov_timeline.pickled import Pickled

# EDTF level 1: "A year, a year and month, or a full date may be qualified as uncertain '?',
# approximate '~' or both '%'"; level 2 lets the mark stand after a component, and then it holds for
# that component and those to its left.
_POINT = re.compile(
    r"(?P<year>[0-9]{4}|XXXX)(?P<year_mark>[?~%](?=-))?"
    r"(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<mark>[?~%])?"
)


class InvalidDate(ValueError):
    """The string is not a date of the subset that this project uses."""


@dataclass(frozen=True)
class Point(Pickled):
    """One end of a date: year, month and day as far as they are known."""

    year: int | None
    month: int | None
    day: int | None
    mark: str = ""

    def earliest(self, year: int) -> date:
        """Return the first day that the point can mean, in `year`."""
        return date(year, self.month or 1, self.day or 1)

    def latest(self, year: int) -> date:
        """Return the last day that the point can mean, in `year`."""
        month = self.month or 12
        return date(year, month, self.day or calendar.monthrange(year, month)[1])


# A leap year, so that 29 February of an unknown year is a day; and the last one, for the order.
_ANY_YEAR = 2000
_LAST_YEAR = 9996


@dataclass(frozen=True)
class EventDate(Pickled):
    """A point in time, an interval or a set of days, with what is known of it; made by `parse`.

    `days` are those of a set, in order, and empty for all else; `start` and `end` are its bounds.
    """

    edtf: str
    start: Point
    end: Point
    days: tuple[Point, ...] = ()

    @property
    def year(self) -> int | None:
        """The year of the first day; None where the source gives none."""
        return self.start.year

    @property
    def precision(self) -> str:
        """`day`, `month` or `year`: what the first point gives."""
        return "day" if self.start.day else "month" if self.start.month else "year"

    @property
    def is_interval(self) -> bool:
        """Whether the event takes several days, or lies between two points."""
        return self.start != self.end

    @property
    def is_set(self) -> bool:
        """Whether the event takes several days, and none of those between them."""
        return bool(self.days)

    @property
    def in_doubt(self) -> bool:
        """Whether its year, and all else of it, is but probable or approximate."""
        return self.uncertain or self.approximate

    @property
    def uncertain(self) -> bool:
        """Whether the source of the date calls it uncertain (`?`, `%`)."""
        return any(p.mark in ("?", "%") for p in (self.start, self.end))

    @property
    def approximate(self) -> bool:
        """Whether the date is only near the truth (`~`, `%`)."""
        return any(p.mark in ("~", "%") for p in (self.start, self.end))

    @cached_property
    def earliest(self) -> date | None:
        """The first day that the date can mean; None where the year is unknown."""
        return None if self.start.year is None else self.start.earliest(self.start.year)

    @cached_property
    def latest(self) -> date | None:
        """The last day that the date can mean; None where the year is unknown."""
        return None if self.end.year is None else self.end.latest(self.end.year)

    @property
    def sort_key(self) -> tuple[date, date, str]:
        """Order in time; dates without a year come last, by month and day."""
        first = self.earliest or self.start.earliest(_LAST_YEAR)
        last = self.latest or self.end.latest(_LAST_YEAR)
        if self.year is None and last < first:  # 30 December to 2 January
            last += timedelta(days=365)
        return first, last, self.edtf


@lru_cache(maxsize=1 << 14)  # a day is named again and again, by an article and by others
def parse(edtf: str) -> EventDate:
    """Read an EDTF string. Raises InvalidDate for a malformed or impossible one."""
    return _set(edtf) if edtf.startswith("{") else _interval(edtf)


def _set(edtf: str) -> EventDate:
    if not edtf.endswith("}"):
        raise InvalidDate(f'"{edtf}" thiếu dấu đóng ngoặc của tập hợp ngày')
    days = tuple(_point(part, edtf) for part in edtf[1:-1].split(","))
    if len(days) < 2 or any(day.day is None for day in days):
        raise InvalidDate(f'"{edtf}" phải gồm ít nhất hai ngày, mỗi ngày có đủ ngày và tháng')
    if len({(day.year is None, day.mark) for day in days}) > 1:
        raise InvalidDate(
            f'"{edtf}" có ngày biết năm, có ngày không, hoặc có dấu nghi vấn khác nhau'
        )
    order = [day.earliest(day.year or _ANY_YEAR) for day in days]
    if any(later <= earlier for earlier, later in pairwise(order)):
        raise InvalidDate(f'"{edtf}" không theo thứ tự thời gian')
    return EventDate(edtf, days[0], days[-1], days)


def _interval(edtf: str) -> EventDate:
    first, slash, last = edtf.partition("/")
    start = _point(first, edtf)
    end = _point(last, edtf) if slash else start
    if (start.year is None) != (end.year is None):
        raise InvalidDate(f'"{edtf}" chỉ biết năm ở một đầu')
    if (start.month is None, start.day is None) != (end.month is None, end.day is None):
        raise InvalidDate(f'"{edtf}" có một đầu chính xác hơn đầu kia')
    found = EventDate(edtf, start, end)
    earliest, latest = found.sort_key[:2]
    if earliest > latest:
        raise InvalidDate(f'"{edtf}" kết thúc trước khi bắt đầu')
    return found


def _point(part: str, whole: str) -> Point:
    match = _POINT.fullmatch(part)
    if not match:
        raise InvalidDate(f'"{whole}" không phải là ngày đọc được')
    if match["year_mark"] and match["mark"]:
        raise InvalidDate(f'"{whole}" có hai dấu nghi vấn cho một ngày')
    year, month, day = (match[name] for name in ("year", "month", "day"))
    point = Point(
        None if year == "XXXX" else int(year),
        int(month) if month else None,
        int(day) if day else None,
        match["mark"] or match["year_mark"] or "",
    )
    if point.year is None and point.month is None:
        raise InvalidDate(f'"{whole}" không nói gì: không có năm, cũng không có tháng')
    try:
        point.earliest(_ANY_YEAR if point.year is None else point.year)
    except ValueError as err:
        raise InvalidDate(f'"{whole}" không có trong lịch') from err
    return point
