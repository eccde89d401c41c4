"""Find every expression of time in a text, and read each as far as its own words go.

Turns a match key into `Timex` values: days, months, quarters, years, periods and "hôm nay", each
with its span and the cue in front of it. A number without a cue is no day: fractions, ranks, decree
numbers, versions and prices stay numbers. It resolves nothing and chooses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from egov_timeline.edtf import Point


class Kind(StrEnum):
    """How precise an expression is; a range has the kind of its ends."""

    DAY = "day"
    MONTH = "month"  # also a quarter
    YEAR = "year"  # also a period
    RELATIVE = "relative"  # only counted from the day of writing


@dataclass(frozen=True, slots=True)
class Timex:
    """One expression of time; the span includes its cue ("sáng nay, ngày 30.3").

    `shift` counts days from the day of writing, where the words do ("hôm qua" is -1).
    """

    start: int
    end: int
    kind: Kind
    first: Point
    last: Point
    cue: str = ""
    shift: int | None = None

    @property
    def year(self) -> int | None:
        """The year that the expression itself names."""
        return self.first.year

    @property
    def is_range(self) -> bool:
        """Whether it has two ends."""
        return self.first != self.last

    def edtf(self, year: int | None = None) -> str:
        """Return the expression as EDTF; `year` is that of its first day where it names none."""
        first, last = self.first, self.last
        ends = year
        if year and last.month and first.month and last.month < first.month:
            ends = year + 1  # "30/12 - 2/1"
        start = _edtf(first, year)
        return f"{start}/{_edtf(last, ends)}" if self.is_range else start


def _edtf(point: Point, year: int | None) -> str:
    named = point.year or year
    parts = [f"{named:04}" if named else "XXXX"]
    return "-".join(parts + [f"{n:02}" for n in (point.month, point.day) if n])


# --- the parts of a numeric date ------------------------------------------------------------------

_D = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
_M = r"(?:1[0-2]|0?[1-9])(?!\d)"
_Y = r"(?:19|20)\d\d(?!\d)"
# "18/7", "18 / 7", "12-9", "30.3"
_SEP = r"(?: ?/ ?|[.-])"
# "18/7" is no day in "18/7/QĐ", "18/7%", "18.7.4.1", "18.7 triệu"
_END = r"(?! ?%|[/.,-]\d|/\w| (?:triệu|tỷ|tỉ|nghìn|ngàn|lần|điểm)\b)"
# "tháng 10 năm 2015", "tháng 10/2015", "tháng 10-2015", "tháng 10, năm 2015"
_OF_YEAR = r"(?:,? năm | ?[/.-] ?)"
# "16 - 18", "5 đến 7", "28 và 29", "6 đến hết ngày 8", "28/11, 29/11"
_JOIN = r" ?(?:-|,|(?<= )(?:đến|tới|và|&)) ?(?:hết |cả )?(?:sáng |chiều |tối )?(?:ngày )?"

# "06-10-2017", "30/03/2016", "3 / 11 / 2013", "ngày 18/7/18"
_TRIPLE = re.compile(
    rf"(?P<d>{_D})(?P<sep>{_SEP})(?P<m>{_M})(?P=sep)(?P<y>{_Y}|\d\d(?!\d))(?! ?%|[/.-]\d|/\w)"
)
# "3/21/2008": there is no 21st month, so the month stands first
_AMERICAN = re.compile(rf"(?P<m>{_M})/(?P<d>{_D})/(?P<y>{_Y})(?![/.-]\d|/\w)")
# "2025-06-29T00:00:00+07:00", "2020/09/17"
_ISO = re.compile(rf"(?P<y>{_Y})(?P<sep>[/-])(?P<m>[01]\d)(?P=sep)(?P<d>[0-3]\d)(?!\d|/\w)")
# "16-18.9", "5 đến 7/12", "10 đến 12-10-2018", "6 đến ngày 8/7/2017", "30/9 - 2/10/2018",
# "10, 11 và 12/10", "5 đến 7 tháng 12 năm 2018"
_RANGE = re.compile(
    rf"(?P<d>{_D})(?:(?:{_SEP}| tháng )(?P<m>{_M})(?:{_SEP}(?P<y>{_Y}))?)?(?:, ?{_D}){{0,4}}"
    rf"(?P<join>{_JOIN})(?P<e>{_D})"
    rf"(?:(?P<sep>{_SEP})(?P<n>{_M})(?:(?P=sep)(?P<z>{_Y}))?|"
    rf",? tháng (?P<nw>{_M})(?:{_OF_YEAR}(?P<zw>{_Y}))?){_END}"
)
# "18/7", "14 tháng 10 năm 2015", "14, tháng 10/2015"
_DAY = re.compile(
    rf"(?P<d>{_D})(?:(?P<sep>{_SEP})(?P<m>{_M})|"
    rf",? tháng (?P<mw>{_M})(?:{_OF_YEAR}(?P<yw>{_Y}))?){_END}"
)
# "9 năm 2017", "03/2018", "9.2020": what follows "tháng"
_MONTH = re.compile(rf"(?P<m>{_M})(?:{_OF_YEAR}(?P<y>{_Y}))?{_END}")
# "9/2017" without "tháng"
_BARE_MONTH = re.compile(rf"(?P<m>{_M})/(?P<y>{_Y})(?![/.,-]\d|[/-]\w)")
# "II/2017", "2 năm 2017": what follows "quý"
_QUARTER = re.compile(rf"(?P<q>iv|i{{1,3}}|[1-4])(?!\w)(?:{_OF_YEAR}(?P<y>{_Y}))?")
# "2018-2020", "2018"
_YEARS = re.compile(rf"(?P<y>{_Y})(?: ?- ?(?P<z>{_Y}))?(?![/.-]\d|,\d|/\w| ?%)")

# --- what stands in front of it -------------------------------------------------------------------

_PART_OF_DAY = r"(?:rạng sáng|sáng|trưa|chiều|tối|đêm)"
# "Ngày nay" and "những ngày qua" name no day.
_REL = rf"(?:(?:hôm|{_PART_OF_DAY}) (?P<{{0}}>nay|qua|mai)|ngày mai)"
_WEEKDAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
# "sáng nay, ngày ", "sáng qua (", "chiều ngày ", "thứ sáu, ngày ", "từ ngày ", "hôm "
_CUE = re.compile(
    r"\b(?<!mỗi )(?<!hằng )(?<!hàng )(?:từ )?(?:"
    rf"(?:{_REL.format('rel')}|{_PART_OF_DAY}|hôm|ngày|mùng|mồng)[ ,(:-]{{1,3}}|{_WEEKDAY} ?[,(-] ?"
    r"){1,4}$"
)
# Alone they stand before fractions too ("đến 2/3 số hộ").
_WEAK_CUE = re.compile(
    r"\b(?:vào|từ|đến|tới|trước|sau|hết|lúc|trong|diễn ra|tổ chức|khai mạc) $|\d[h:]\d{0,2},? $"
)
# "(THTG) 18/7, tại …", "Hà Nội, 18/7 - …": the date line of a report
_LEAD = re.compile(
    r"\n[\ufeff ]{0,4}(?:\([^()\n]{2,30}\) ?)?(?:- ?)?(?:[^\W\d_]+(?: [^\W\d_]+){0,3} ?[,-] ?)?$"
)
_AFTER_LEAD = re.compile(r" ?[,:(-]")
_OF_MONTH = re.compile(r"\b(?:(?:đầu|giữa|cuối) )?(?<!\d )(?<!mạng )tháng $")
_OF_QUARTER = re.compile(r"\bquý $")
_OF_YEARS = re.compile(r"\b(?:(?:đầu|giữa|cuối) )?(?:năm|giai đoạn|nhiệm kỳ)(?: học)? $")
# "số 9/2019", "Nghị định 9/2017": numbers of documents
_OF_DOCUMENT = re.compile(r"(?:\bsố|định|quyết|\btư|\bluật|\bthị|\bđiện|\bvăn|\blệnh|\bán) $")

_NUMBER = re.compile(r"(?<!\d)(?<!\d[.,/:-])(?<!/)\d{1,4}(?!\d)")
_WORD = re.compile(rf"\b(?:{_REL.format('rel')}\b|quý (?=[iv]))")
_SHIFT = {"nay": 0, "qua": -1, "mai": 1}
_LOOK_BACK = 44
_NO_POINT = Point(None, None, None)


def find(key: str) -> tuple[Timex, ...]:
    """Return the expressions of time in a match key, in order, none overlapping another."""
    found = sorted([*_numbered(key), *_worded(key)], key=lambda t: (t.start, -t.end))
    kept: list[Timex] = []
    for timex in found:
        if not kept or timex.start >= kept[-1].end:
            kept.append(timex)
    return tuple(kept)


def _numbered(key: str) -> Iterator[Timex]:
    done = 0
    for number in _NUMBER.finditer(key):
        start = number.start()
        if start < done:
            continue
        looked = max(done, start - _LOOK_BACK)
        before = key[looked:start] if looked else "\n" + key[:start]
        timex = (_from_year if len(number[0]) == 4 else _from_day)(key, start, before)
        if timex:
            done = timex.end
            yield timex


def _worded(key: str) -> Iterator[Timex]:
    for word in _WORD.finditer(key):
        if not word[0].startswith("quý"):
            shift = _SHIFT[word["rel"] or "mai"]
            yield Timex(*word.span(), Kind.RELATIVE, _NO_POINT, _NO_POINT, word[0], shift)
        elif match := _QUARTER.match(key, word.end()):
            yield _quarter(match, word[0])


def _from_year(key: str, start: int, before: str) -> Timex | None:
    if match := _ISO.match(key, start):
        return _days(key, match, before)
    if not (match := _YEARS.match(key, start)):
        return None
    first = Point(int(match["y"]), None, None)
    last = Point(int(match["z"]), None, None) if match["z"] else first
    return _timex(Kind.YEAR, match, first, last, _found(_OF_YEARS, before))


def _from_day(key: str, start: int, before: str) -> Timex | None:
    cue = _found(_CUE, before)
    match = _TRIPLE.match(key, start)
    if match and (cue or len(match["y"]) == 4):
        return _days(key, match, before)
    if match := _AMERICAN.match(key, start):
        return _days(key, match, before)
    if of_month := _found(_OF_MONTH, before):
        match = _MONTH.match(key, start)
        return _month(match, of_month) if match else None
    if of_quarter := _found(_OF_QUARTER, before):
        match = _QUARTER.match(key, start)
        return _quarter(match, of_quarter) if match else None
    match = _RANGE.match(key, start)
    if match and (timex := _days(key, match, before)) and _is_range(match, timex, before):
        return timex
    match = _DAY.match(key, start)
    if match and _is_day(key, match, before):
        return _days(key, match, before)
    match = _BARE_MONTH.match(key, start)
    return _month(match, "") if match and not _OF_DOCUMENT.search(before) else None


def _is_day(key: str, match: re.Match[str], before: str) -> bool:
    if _CUE.search(before) or match["yw"]:
        return True
    if not match["sep"]:
        return bool(_WEAK_CUE.search(before))
    day, month = match["d"], match["m"]
    if _LEAD.search(before) and _AFTER_LEAD.match(key, match.end()):
        return True
    # "đến 2/3 số hộ" is a fraction; 18/5 or 01/7 cannot be one.
    no_fraction = "/" in match["sep"] and (int(day) > int(month) or day.startswith("0"))
    return no_fraction and bool(_WEAK_CUE.search(before))


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
    listed = "," in match[0][: match.end("join") - match.start()] or "và" in match["join"]
    if listed and (end - begin).days > match[0].count(",") + 1:
        return False
    return bool(
        last.year
        or _CUE.search(before)
        or _WEAK_CUE.search(before)
        or (_LEAD.search(before) and match["m"] is None)
    )


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
    cue = _CUE.search(before)
    timex = _timex(Kind.DAY, match, first, last, cue[0] if cue else "")
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


def _found(pattern: re.Pattern[str], before: str) -> str:
    match = pattern.search(before)
    return match[0] if match else ""


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _century(year: int | None) -> int | None:
    return year if year is None or year > 99 else year + (1900 if year > 50 else 2000)
