"""Join two times of one sentence into the days from the first to the last.

Turns "khai mạc ngày 23/10 và kết thúc vào 24/11" and "từ 20/8 đến hôm nay" into one stretch of
days; None where the words between them say something else. It chooses no date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from egov_timeline.edtf import Point
from egov_timeline.extract.annotate.timex import Kind, Timex
from egov_timeline.extract.lexicon import words

# "khai mạc ngày 23/10 và kết thúc vào 24/11", "từ ngày 1-8, kéo dài đến hết ngày 4-8"
_CLOSES = re.compile(
    rf"[^.;:]{{0,60}}\b(?:(?:{words('close')}|kết thúc)(?: vào)?|"
    rf"kéo dài (?:đến|tới)(?: hết)?) ?(?:{words('part of day')} )?"
)
# "từ hôm qua đến hết chiều nay"
_GOES_TO = re.compile(r" (?:đến|tới)(?: hết)? ")
# "hôm qua và hôm nay" are one stretch, "sáng thứ sáu và sáng nay" only where no day lies between
_AND = re.compile(r" và ")
# "phiên thứ nhất ngày 5/6", "đợt 2 (ngày 9/6)"
_PART = re.compile(
    r"\b(?P<what>phiên|đợt|lớp|khóa|buổi|ca|vòng|giai đoạn)(?: thứ)? (?:\d{1,2}|[ivx]{1,4}|"
    r"nhất|hai|ba|tư|năm|đầu|cuối)\b[^.;\d]{0,40}$"
)
_BACK = 60
# What is counted up to today from further back is no event: "từ 1/1 đến hôm nay, xã đã số hóa".
_LONGEST = timedelta(92)


def from_day_to_day(key: str, opens: Timex, closes: Timex) -> Timex | None:
    """Return the days from the opening to the closing: "khai giảng 5/6, bế giảng chiều 9/6"."""
    if opens.end >= closes.start or opens.is_range:
        return None
    if closes.kind is not Kind.DAY or opens.kind is not Kind.DAY:
        return None
    if not _CLOSES.fullmatch(key, opens.end, closes.start):
        return None
    first, last = opens.first, closes.last
    first = first if first.year else replace(first, year=last.year)
    joined = replace(opens, end=closes.end, first=first, last=last)
    return joined if first.earliest(first.year or 2000) < last.earliest(last.year or 2000) else None


def of_parts(key: str, begin: int, days: Sequence[Timex]) -> Timex | None:
    """Return the days of an event that is held in parts: "đợt 1 ngày 5/6, đợt 2 ngày 9/6".

    `days` stand in one sentence, which starts at `begin`; all parts are of one kind.
    """
    parts = [(_PART.search(key, max(begin, t.start - _BACK), t.start), t) for t in days]
    numbered = [(part["what"], t) for part, t in parts if part and not t.days]
    if len(numbered) < 2 or len({what for what, _ in numbered}) > 1:
        return None
    points: list[Point] = []
    for _, timex in reversed(numbered):  # the last may say the year for all
        year = points[-1].year if points else None
        ends = (timex.last, timex.first) if timex.is_range else (timex.first,)
        points += [end if end.year else replace(end, year=year) for end in ends]
    points.reverse()
    first, last = points[0], points[-1]
    dated = [point.earliest(point.year or 2000) for point in points]
    if any(earlier >= later for earlier, later in pairwise(dated)):
        return None
    ranged = any(timex.is_range for _, timex in numbered)
    start, end = numbered[0][1], numbered[-1][1]
    joined = replace(start, end=end.end, first=first, last=last)
    return joined if ranged else replace(joined, days=tuple(points))


def up_to_now(key: str, opens: Timex, closes: Timex, written: date) -> Timex | None:
    """Return the days of "từ 20/8 đến hôm nay" in a text written on `written`.

    The year of the one and all of the other are counted from that day: the words do not state them.
    """
    if closes.kind is not Kind.RELATIVE or opens.kind is not Kind.DAY or opens.is_range:
        return None
    if not opens.end < closes.start or not _GOES_TO.fullmatch(key, opens.end, closes.start):
        return None
    day = closes.on(written)
    begun = (opens.first.month or 1, opens.first.day or 1)
    year = opens.first.year or day.year - (begun > (day.month, day.day))
    try:
        long = day - opens.first.earliest(year)
    except ValueError:  # 29 February
        return None
    last = Point(day.year, day.month, day.day)
    joined = replace(opens, end=closes.end, first=replace(opens.first, year=year), last=last)
    return joined if timedelta() < long <= _LONGEST else None


def goes_to(key: str, opens: Timex, closes: Timex, written: date) -> bool:
    """Whether the event that begins "hôm qua" goes on to "chiều nay"."""
    if closes.kind is not Kind.RELATIVE or not opens.end < closes.start:
        return False
    days = (closes.on(written) - opens.on(written)).days
    if days <= 0:
        return False
    between = (key, opens.end, closes.start)
    if days == 1 and _AND.fullmatch(*between):
        return True
    return bool(_CLOSES.fullmatch(*between) or _GOES_TO.fullmatch(*between))
