"""Write days as keys of the index: "#2017-10-05", "#2017-10", "#2017"; "#-10-05" without a year.

Turns the date of an event, and dates as texts write them, into the keys under which a reader's own
date is looked up (`theme/assets/js/search-dates.js` writes the same). A date has the keys of all
that it is certain to lie in, and none that is more precise than itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from egov_timeline.edtf import EventDate, Point, parse

# An exhibition of half a year has its months, not each of its days.
_LONGEST = 62

_DAY, _MONTH, _YEAR = r"(0?[1-9]|[12]\d|3[01])", r"(0?[1-9]|1[0-2])", r"((?:19|20)\d\d)"
_CUT = r" ?[/.-] ?"
_OF_YEAR = rf"(?:,? năm |{_CUT}| ){_YEAR}"
_NUMBERS, *_NAMED = (
    (re.compile(rf"(?<![\w/.,-])(?:{form})(?![\w/]|[.,-]\d)", re.IGNORECASE), parts)
    for form, parts in (
        # 30/3/2016; 30/3; 3/2016
        (rf"{_DAY}{_CUT}{_MONTH}{_CUT}{_YEAR}|{_DAY}/{_MONTH}|{_MONTH}/{_YEAR}", "dmydmmy"),
        (rf"{_DAY} tháng {_MONTH}(?:{_OF_YEAR})?", "dmy"),  # 30 tháng 3 năm 2016; 30 tháng 3
        (rf"tháng {_MONTH}(?:{_OF_YEAR})?", "my"),  # tháng 3 năm 2016; tháng 3
    )
)
# Most sentences have no date.
_ANY_NUMBERS, _ANY_NAMED = re.compile(rf"\d{_CUT}\d"), re.compile(r"(?:háng|HÁNG) \d")


def of_event(edtf: str) -> set[str]:
    """Return the keys of the date of an event; none for ""."""
    return set(_keys(parse(edtf))) if edtf else set()


def _keys(when: EventDate) -> Iterator[str]:
    for start, end in ((p, p) for p in when.days) if when.days else ((when.start, when.end),):
        yield from _between(start, end)


def _between(start: Point, end: Point) -> Iterator[str]:
    for point in (start, end):
        yield from _of(point.year, point.month, point.day)
    if start.year and end.year:
        yield from (f"#{year}" for year in range(start.year, end.year + 1))
        if start.month and end.month:
            yield from _months(start, end)
    # Of days without a year: any year has them, one that leaps too.
    first = date(start.year or 2000, start.month, start.day) if start.month and start.day else None
    last = date(end.year or 2000, end.month, end.day) if end.month and end.day else None
    if first and last and (last - first).days <= _LONGEST:
        for day in (first + timedelta(days=n) for n in range((last - first).days + 1)):
            yield from _of(day.year if start.year else None, day.month, day.day)


def _months(start: Point, end: Point) -> Iterator[str]:
    assert start.year and end.year and start.month and end.month
    for number in range(start.year * 12 + start.month - 1, end.year * 12 + end.month):
        yield from _of(number // 12, number % 12 + 1, None)


def _of(year: int | None, month: int | None, day: int | None) -> Iterator[str]:
    if year:
        yield f"#{year}"
    if month:
        yield f"#-{month:02}"
        yield from (f"#{year}-{month:02}",) if year else ()
    if month and day:
        yield f"#-{month:02}-{day:02}"
        yield from (f"#{year}-{month:02}-{day:02}",) if year else ()


def in_texts(texts: Iterable[str]) -> set[str]:
    """Return the keys of the dates that `texts` write; that of a month where it is named."""
    return {key for text in texts for key in _written(text)}


def _written(text: str) -> Iterator[str]:
    numbers = [_NUMBERS] if _ANY_NUMBERS.search(text) else []
    for form, parts in (*numbers, *(_NAMED if _ANY_NAMED.search(text) else ())):
        for found in form.finditer(text):
            said = {part: int(n) for part, n in zip(parts, found.groups(), strict=True) if n}
            needless = {f"#{said.get('y')}"}  # a year is a word, and found as one
            if found[0][0].isdigit():
                needless.add(f"#-{said['m']:02}")
            yield from set(_of(said.get("y"), said["m"], said.get("d"))) - needless
