"""Say dates and years in Vietnamese: as precisely as they are known, and no more.

Turns `edtf.EventDate` and years into words; a doubt is said wherever the date is.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from egov_timeline.edtf import EventDate, InvalidDate, Point, parse
from egov_timeline.wording.counts import number_label
from egov_timeline.wording.phrases import labels
from egov_timeline.wording.terms import STATUSES, UNKNOWN

_YEAR_ONLY_IN_DOUBT = re.compile(r"\{?(?:\d{4}|XXXX)[?~%]-")
_CLOCK = re.compile(r"T(\d\d:\d\d)")


def date_label(date: EventDate | None) -> str:
    """Return the date in words: "30/3/2016", "tháng 10/2017", "29–30/10, có thể năm 2015".

    A set of days is told day by day: "3, 5 và 9/10/2019".
    """
    if date is None:
        return UNKNOWN["date"]
    doubt = ("có thể " if date.uncertain else "") + ("khoảng " if date.approximate else "")
    year_only = date.start.year == date.end.year and _YEAR_ONLY_IN_DOUBT.match(date.edtf)
    if date.year is None:
        return f"{'' if year_only else doubt}{_span(date, with_year=False)}, {labels.NO_YEAR}"
    if doubt and year_only:
        return f"{_span(date, with_year=False)}, {doubt}năm {date.year}"
    return doubt + _span(date, with_year=True)


def when_label(date: EventDate | None, status: str) -> str:
    """Return the date in words; of an event that was not held, as what was planned.

    Where what became of it stands beside the date; else it is `occasion_label`.
    """
    label = date_label(date)
    return label if date is None or status == "held" else f"dự kiến {label}"


def occasion_label(date: EventDate | None, status: str) -> str:
    """Return the date, and what became of it: "dự kiến 8/11/2019, bị hủy"."""
    label = when_label(date, status)
    return label if status == "held" else f"{label}, {STATUSES.get(status, status)}"


def published_label(published: str) -> str:
    """Return when an article appeared: "20:23, 30/3/2016"; an unreadable value stays as it is."""
    day, _, _ = published.partition("T")
    try:
        label = date_label(parse(day))
    except InvalidDate:
        return published
    clock = _CLOCK.search(published)
    return f"{clock[1]}, {label}" if clock else label


def years_span(first: int, last: int, doubted: Collection[int] = ()) -> str:
    """Return "2015", or "2015–2017"; a year that no date gives for certain is "có thể 2015"."""
    if first == last:
        return f"có thể {first}" if first in doubted else str(first)
    return "–".join(year_label(year, doubted=year in doubted) for year in (first, last))


def from_to(first: int, last: int, doubted: Collection[int] = ()) -> str:
    """Return "từ năm 2003 đến năm 2020", a year that is not certain with a "?"."""
    start, end = (year_label(year, doubted=year in doubted) for year in (first, last))
    return f"từ năm {start} đến năm {end}"


def year_label(year: int, *, doubted: bool) -> str:
    """Return "2015", or "2015 (?)" where no date gives it for certain."""
    return f"{year} (?)" if doubted else str(year)


def in_doubt(events: int, of: int) -> str:
    """Return how many of some events stand in a year that is not certain; "" where none does."""
    return "" if not events else labels.IN_DOUBT if events == of else f"{events} {labels.IN_DOUBT}"


def years_label(years: int) -> str:
    """Return how long the silence between two years is."""
    return f"{years} năm"


def without_year(events: int) -> str:
    """Return how many events stand on no year."""
    return f"{number_label(events)} sự kiện chưa rõ năm không có ở đây"


def _days(date: EventDate, *, with_year: bool) -> str:
    """Return each day of a set; the last tells the month and the year that all have in common."""
    one_year = len({day.year for day in date.days}) == 1
    one_month = one_year and len({day.month for day in date.days}) == 1
    *rest, last = date.days
    told = [
        str(day.day) if one_month else _point(day, with_year=with_year and not one_year)
        for day in rest
    ]
    return f"{', '.join(told)} và {_point(last, with_year=with_year)}"


def _span(date: EventDate, *, with_year: bool) -> str:
    if date.is_set:
        return _days(date, with_year=with_year)
    start, end = date.start, date.end
    last = _point(end, with_year=with_year)
    noun = "" if end.day else "tháng " if end.month else "năm "
    if (start.year, start.month, start.day) == (end.year, end.month, end.day):
        return noun + last
    same_year = start.year == end.year
    if same_year and start.month == end.month and start.day and end.day:
        return f"{start.day}–{last}"
    first = _point(start, with_year=with_year and not same_year)
    if same_year and not start.day and not end.day:
        return f"{noun}{start.month}–{last}"
    return f"{noun}{first}–{last}"


def _point(point: Point, *, with_year: bool) -> str:
    parts = (point.day, point.month, point.year if with_year else None)
    return "/".join(str(part) for part in parts if part)
