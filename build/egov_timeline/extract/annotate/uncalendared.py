"""Find what is written like a day and is none of the calendar: "10/3 âm lịch", "31/2", "ngày 5/13".

Turns a match key into spans with the reason. No date is made of them, and no lunar day is counted
over: which year's calendar would hold, the words seldom say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from egov_timeline.extract.lexicon import words
from egov_timeline.text import Span

LUNAR = "a day of the lunar calendar"
IMPOSSIBLE = "no day of the calendar"

# "10/3 âm lịch", "mùng 10 tháng 3 (âm lịch)", "rằm tháng giêng", "15 tháng Chạp"
_LUNAR = re.compile(
    r"\b(?:(?:ngày |mùng |mồng ){0,2}\d{1,2}(?: ?[/.-] ?| tháng )(?:\d{1,2}|[^\W\d_]+)"
    r"(?:(?: ?[/.-] ?| năm )(?:19|20)\d\d)? ?\(?(?:âm lịch|al\b)\)?|"
    r"(?:ngày |mùng |mồng ){0,2}\d{1,2} tháng (?:giêng|chạp)\b|"
    r"rằm tháng (?:giêng|chạp|\d{1,2}|[^\W\d_]+)\b)"
)
# One of these stands in each: most texts speak of no such day, and that is soon seen.
_SAYS_LUNAR = ("âm lịch", "giêng", "chạp", "rằm")
_LUNAR_IN_SHORT = re.compile(r"al\b")
# "ngày 31/2", "sáng 30.2.2019", "31/4/2018", "15-13-2020": behind a cue, or with a year
_WRITTEN = re.compile(
    r"(?P<d>\d(?<![\d/.,-]\d)\d?)(?:(?P<sep>[/.-])(?P<m>\d{1,2})(?:(?P=sep)(?P<y>(?:19|20)\d\d))?|"
    r" tháng (?P<mw>\d{1,2})(?: năm (?P<yw>(?:19|20)\d\d))?)(?![\d/%]|[.,-]\d)"
)
_CUE = re.compile(rf"\b(?:ngày|{words('part of day')}|mùng|mồng|hôm)[ ,(]{{1,2}}$")
_LONGEST_CUE = 20
_ANY_YEAR = 2000  # a leap year


def find(key: str) -> Iterator[tuple[Span, str]]:
    """Yield (span, reason) of each such writing in a match key, in order."""
    lunar = list(_lunar(key))
    found = [(span, LUNAR) for span in lunar]
    for match in _WRITTEN.finditer(key):
        cue = _CUE.search(key, max(0, match.start() - _LONGEST_CUE), match.start())
        if _is_day(match, cued=bool(cue)):
            continue
        begin, end = (cue or match).start(), match.end()
        if not (cue or match["y"] or match["yw"]):
            continue  # nothing claims that it is a day
        if not any(first < end and begin < last for first, last in lunar):
            found.append(((begin, end), IMPOSSIBLE))
    yield from sorted(found)


def _lunar(key: str) -> Iterator[Span]:
    if any(word in key for word in _SAYS_LUNAR) or _LUNAR_IN_SHORT.search(key):
        yield from (match.span() for match in _LUNAR.finditer(key))


def _is_day(match: re.Match[str], *, cued: bool) -> bool:
    day, month = int(match["d"]), int(match["m"] or match["mw"])
    year = match["y"] or match["yw"]
    if not cued and year and match["sep"] == "/" and day <= 12 < month <= 31:
        return True  # "3/21/2008": the month stands first
    try:
        return bool(date(int(year or _ANY_YEAR), month, day))
    except ValueError:
        return False
