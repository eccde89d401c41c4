"""Find every expression of time in a text, and read each as far as its own words go.

Turns a match key into `Timex` values: days, months, quarters, years, periods and "hôm nay", each
with its span and the cue in front of it. A number without a cue is no day: fractions, ranks, decree
numbers, versions and prices stay numbers. It resolves nothing and chooses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from egov_timeline.edtf import Point
from egov_timeline.extract.annotate import timex_patterns as forms
from egov_timeline.extract.annotate.timex import Kind, Timex

_SHIFT = {"nay": 0, "qua": -1, "mai": 1, "kia": -2}
_LOOK_BACK, _WORD_BACK = 44, 10
_NO_POINT = Point(None, None, None)


def find(key: str) -> tuple[Timex, ...]:
    """Return the expressions of time in a match key, in order, none overlapping another."""
    found = sorted(
        [*_numbered(key), *_worded(key), *_of_week(key)], key=lambda t: (t.start, -t.end)
    )
    kept: list[Timex] = []
    for timex in found:
        if not kept or timex.start >= kept[-1].end:
            kept.append(timex)
    return tuple(kept)


def _numbered(key: str) -> Iterator[Timex]:
    done = 0
    for number in forms.NUMBER.finditer(key):
        start, digits_end = number.span()
        if start < done or not _may_open(key, start, digits_end):
            continue
        if _is_inside_number(key, start):
            continue
        looked = max(done, start - _LOOK_BACK)
        before = key[looked:start] if looked else "\n" + key[:start]
        timex = (_from_year if len(number[0]) == 4 else _from_day)(key, start, before)
        if timex:
            done = timex.end
            yield timex


def _is_inside_number(key: str, start: int) -> bool:
    inside = start and forms.INSIDE_NUMBER.search(key, max(0, start - 2), start)
    return bool(inside) and not forms.NUMBER_OF_EDITION.search(key, max(0, start - 16), start)


def _may_open(key: str, start: int, end: int) -> bool:
    """Whether a number can open a time: a year, a day or month that goes on, a month or quarter."""
    if end - start == 4:
        return True
    goes_on = forms.GOES_ON.match(key, end) or key.endswith(("tháng ", "quý "), 0, start)
    return end - start < 3 and bool(goes_on)


def _worded(key: str) -> Iterator[Timex]:
    for word in forms.WORD.finditer(key):
        start = max(0, word.start() - _WORD_BACK)
        if word["rel"]:
            if said := forms.RELATIVE.search(key, start, word.end()):
                shift = _SHIFT[word["rel"].lstrip()]
                yield Timex(*said.span(), Kind.RELATIVE, _NO_POINT, _NO_POINT, said[0], shift)
        else:
            of_quarter = _found(forms.OF_QUARTER, key[start : word.start() + 1])
            match = forms.QUARTER.match(key, word.start("quarter") + 1)
            if of_quarter and match:
                yield _quarter(match, of_quarter)


def _from_year(key: str, start: int, before: str) -> Timex | None:
    if match := forms.ISO.match(key, start):
        return _days(key, match, before)
    if not (match := forms.YEARS.match(key, start)):
        return None
    first = Point(int(match["y"]), None, None)
    last = Point(int(match["z"]), None, None) if match["z"] else first
    return _timex(Kind.YEAR, match, first, last, _found(forms.OF_YEARS, before))


def _from_day(key: str, start: int, before: str) -> Timex | None:
    cue = _cue(before)
    match = forms.TRIPLE.match(key, start)
    if match and (cue or len(match["y"]) == 4):
        stretch = _stretch(key, start, before)
        return stretch if stretch and stretch.last.year else _days(key, match, before)
    # "ngày 5/13/2019" says in Vietnamese what no calendar has
    if not cue and (match := forms.AMERICAN.match(key, start)):
        return _days(key, match, before)
    if of_month := _found(forms.OF_MONTH, before):
        match = forms.MONTH.match(key, start)
        return _month(match, of_month) if match else None
    if of_quarter := _found(forms.OF_QUARTER, before):
        match = forms.QUARTER.match(key, start)
        return _quarter(match, of_quarter) if match else None
    if stretch := _stretch(key, start, before):
        return stretch
    match = forms.DAY.match(key, start)
    if match and _is_day(key, match, before):
        return _days(key, match, before)
    spaced = cue and not forms.SPAN_OF_DAYS.search(before)
    if spaced and (match := forms.SPACED_DAY.match(key, start)):
        return _days(key, match, before)
    match = forms.BARE_MONTH.match(key, start)
    return _month(match, "") if match and not forms.OF_DOCUMENT.search(before) else None


def _stretch(key: str, start: int, before: str) -> Timex | None:
    match = forms.RANGE.match(key, start)
    timex = _days(key, match, before) if match else None
    if match and timex and _is_range(match, timex, before):
        return timex
    return _listed(key, start, before)


# The days of one course lie so near together.
_LONGEST_LIST = 184


def _listed(key: str, start: int, before: str) -> Timex | None:
    """Return the days of "ngày 3, 5 và 9/10/2019", each of which the event takes."""
    cue = _cue(before)
    named = cue or forms.WEAK_CUE.search(before) or forms.DAYS_NAMED.search(before)
    match = forms.LIST.match(key, start) if named else None
    points = _points(match) if match else ()
    if not match or not points:
        return None
    days = [_calendar(point, point.year or 2000) for point in points]
    known = [day for day in days if day]
    ascends = all(earlier < later for earlier, later in pairwise(known))
    if len(known) < len(days) or not ascends or (known[-1] - known[0]).days > _LONGEST_LIST:
        return None
    timex = _timex(Kind.DAY, match, points[0], points[-1], cue[0] if cue else "")
    return replace(timex, days=points)


def _points(match: re.Match[str]) -> tuple[Point, ...]:
    """Return the days of a list; the month and year that one leaves out, the next one says."""
    month, year = _int(match["mw"]), _int(match["yw"])
    points: list[Point] = []
    listed = match[0][: match.end("rest") - match.start()]
    said_days = [*forms.OF_LIST.finditer(listed)]
    if len({said["sep"] for said in said_days if said["sep"]}) > 1:
        return ()  # "chiều 18/7 và tối 12-9": whoever lists days writes them alike
    # "theo kế hoạch ngày 15/9, sáng 21/10": a comma between whole days may part two things
    if any(said["sep"] for said in said_days[:-1]) and not forms.AND.search(listed):
        return ()
    for said in reversed(said_days):
        month, year = _int(said["m"]) or month, _int(said["y"]) or year
        if month is None:
            return ()
        points.append(Point(year, month, int(said["d"])))
    return tuple(reversed(points))


def _is_day(key: str, match: re.Match[str], before: str) -> bool:
    if _cue(before) or match["yw"]:
        return True
    if not match["sep"]:
        return bool(forms.WEAK_CUE.search(before))
    day, month = match["d"], match["m"]
    if forms.LEAD.search(before) and forms.AFTER_LEAD.match(key, match.end()):
        return True
    # "tọa đàm Chợ phiên trên mạng (24/9)": there is no 24th month, nor so large a fraction
    bracketed = before.endswith("(") and key.startswith(")", match.end())
    if bracketed and "/" in match["sep"] and (int(day) > 12 or day.startswith("0")):
        return True
    # "đến 2/3 số hộ" is a fraction; 18/5 or 01/7 cannot be one.
    no_fraction = "/" in match["sep"] and (int(day) > int(month) or day.startswith("0"))
    return no_fraction and bool(forms.WEAK_CUE.search(before) or forms.DAYS_NAMED.search(before))


def _is_range(match: re.Match[str], timex: Timex, before: str) -> bool:
    first, last = timex.first, timex.last
    if first.month is None or first.day is None or last.month is None or last.day is None:
        return False
    year = first.year or 2000
    begin, end = _calendar(first, year), _calendar(last, last.year or year)
    if begin and end and end < begin and not last.year:
        end = _calendar(last, year + 1)  # "30/12 - 2/1"
    if not begin or not end or not 0 < (end - begin).days <= 92:
        return False
    # Two days joined by "và" or a comma are one stretch only if they follow each other.
    listed = forms.SEPARATOR.findall(match[0][: match.end("join") - match.start()])
    if listed and (end - begin).days > len(listed):
        return False
    return bool(
        last.year
        or _cue(before)
        or forms.WEAK_CUE.search(before)
        or forms.DAYS_NAMED.search(before)
        or _on_weekdays(match, before)
        or (forms.LEAD.search(before) and match["m"] is None)
    )


def _on_weekdays(match: re.Match[str], before: str) -> re.Match[str] | None:
    """Whether both ends are days of the week: "thứ năm 30 và thứ sáu 31/10"."""
    named = forms.A_WEEKDAY.search(match["join"])
    return forms.ON_WEEKDAY.search(before) if named else None


def _calendar(point: Point, year: int) -> date | None:
    try:
        return point.earliest(year)
    except ValueError:
        return None


def _days(key: str, match: re.Match[str], before: str) -> Timex | None:
    """Return the day, or the days, of a numeric match; None where the calendar has no such day."""
    said = match.groupdict()
    month, year = (_int(said.get(n) or said.get(n + "w")) for n in "my")
    first = last = Point(_century(year), month, int(said["d"]))
    if "e" in said:
        last_month, last_year = (_int(said.get(n) or said.get(n + "w")) for n in "nz")
        last = Point(last_year, last_month, int(said["e"]))
        month = month or last_month
        turned = bool(last_year and month and last_month and month > last_month)
        year = year or (last_year - turned if last_year else None)
        first = Point(year, month, int(said["d"]))
    if any(_calendar(p, p.year or 2000) is None for p in (first, last)):
        return None
    cue = _cue(before)
    words = cue or ("join" in said and _on_weekdays(match, before)) or None
    timex = _timex(Kind.DAY, match, first, last, words[0] if words else "")
    shift = _SHIFT.get(cue["rel"]) if cue and cue["rel"] else None
    closed = "(" in timex.cue and key.startswith(")", timex.end)
    return Timex(timex.start, timex.end + closed, timex.kind, first, last, timex.cue, shift)


def _month(match: re.Match[str], cue: str) -> Timex:
    point = Point(_int(match["y"]), int(match["m"]), None)
    return _timex(Kind.MONTH, match, point, point, cue)


def _quarter(match: re.Match[str], cue: str) -> Timex:
    number = {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(match["q"]) or int(match["q"])
    year = _int(match["y"])
    first, last = (Point(year, month, None) for month in (3 * number - 2, 3 * number))
    return _timex(Kind.MONTH, match, first, last, cue)


def _timex(kind: Kind, match: re.Match[str], first: Point, last: Point, cue: str) -> Timex:
    return Timex(match.start() - len(cue), match.end(), kind, first, last, cue)


_COUNTED = ("buổi ", "phiên ", "ca ")
_HOUR_BACK = 40


def _of_week(key: str) -> Iterator[Timex]:
    for said in forms.OF_WEEK.finditer(key):
        cue = forms.BEFORE_WEEKDAY.search(key, max(0, said.start() - _HOUR_BACK), said.start())
        # Without a week, only its hour makes it the last such day: "sáng thứ ba".
        if not cue or not (cue["hour"] or said["week"] or said["last"]):
            continue
        name = said["day"]
        day = int(name) - 2 if name.isdigit() else forms.WEEKDAYS.index(name)
        # "Trong buổi sáng thứ hai" may be the second morning: without a week it is no Monday.
        if not said["week"] and key.endswith(_COUNTED, 0, cue.start()):
            continue
        weeks = {"này": 0, None: None}.get(said["week"], -1)
        span, words = (cue.start(), said.end()), key[cue.start() : said.end()]
        yield Timex(*span, Kind.RELATIVE, _NO_POINT, _NO_POINT, words, None, day, weeks)


@lru_cache(maxsize=8)
def _cue(before: str) -> re.Match[str] | None:
    """Return the cue at the end of the words before a number, which is asked for several times."""
    return forms.CUE.search(before)


def _found(pattern: re.Pattern[str], before: str) -> str:
    match = pattern.search(before)
    return match[0] if match else ""


def _int(digits: str | None) -> int | None:
    return (forms.MONTH_WORDS.get(digits) or int(digits)) if digits else None


def _century(year: int | None) -> int | None:
    return year if year is None or year > 99 else year + (1900 if year > 50 else 2000)
