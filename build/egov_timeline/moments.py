"""The days and hours that a portal stamps on a page: "20:23 | 30/03/2016", "Friday, 23 June 2017".

Gives patterns over a match key, and the day that one of them read. Whether a moment is a stamp or
told by the text is not decided here.
"""

from __future__ import annotations

import re
from datetime import date

_VIETNAMESE = (
    *("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một"),
    "mười hai",
)
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {
    name: str(number)
    for names in (_VIETNAMESE, _ENGLISH)
    for number, name in enumerate(names, start=1)
}

_D = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
_M = r"(?:1[0-2]|0?[1-9])(?!\d)"
_Y = r"(?:19|20)\d\d(?!\d)"
_OF = r" ?[/.-] ?"
_NAMED = rf"(?:{'|'.join(reversed(_VIETNAMESE))})\b"
_IN_ENGLISH = rf"(?:{'|'.join(_ENGLISH)})[a-z]{{0,6}}\.?(?![a-z])"

# A day with its year; each group of a form has the number of the form.
_DAY = "|".join(
    (
        # "2025-06-28", "2020/09/17"
        rf"(?P<y1>{_Y})[-/](?P<m1>[01]\d)[-/](?P<d1>[0-3]\d)(?!\d)",
        # "30/03/2016", "3-9-2020", "14.1.11"; "5/23/2008", where the month stands first
        rf"(?P<d2>{_D}){_OF}(?P<m2>{_M}){_OF}(?P<y2>{_Y}|\d\d(?![\d/]))",
        rf"(?P<m3>{_M})/(?P<d3>{_D})/(?P<y3>{_Y})",
        # "8 tháng 4 năm 2021", "12 tháng ba, 2020", "20 tháng 10, 2019", "29 tháng 12 2011"
        rf"(?P<d4>{_D}),? tháng (?P<m4>{_M}|{_NAMED})(?:,? năm |,? |{_OF})(?P<y4>{_Y})",
        # "23 june 2017", "3rd oct, 2017"
        rf"(?P<d5>\d{{1,2}})(?:st|nd|rd|th)? (?P<m5>{_IN_ENGLISH}),? (?P<y5>{_Y})",
        # "tháng mười 12, 2021", "october 12, 2021"
        rf"(?:tháng )?(?P<m6>{_M}|{_NAMED}|{_IN_ENGLISH}) (?P<d6>{_D}), (?P<y6>{_Y})",
    )
)
# "08:17", "9h30", "16 giờ 10", "4:44:00 pm", "22:31:51.120", "10:20 sa"
CLOCK = (
    r"(?P<hour>[01]?\d|2[0-3])(?: ?[:hg] ?| giờ ?)(?P<minute>[0-5]\d)(?!\d)(?::[0-5]\d(?!\d))?"
    r"(?:\.\d{1,6})?(?:'|(?P<half> ?(?:[ap]m|sa|ch)\b))?(?: phút\b)?"
)
# "(GMT+7)", "+07:00", "[gmt +7]", "Z"
ZONE = (
    r"(?: ?[\[(]?(?:(?:gmt|utc) ?(?P<sign>[+-]) ?(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?(?!\d)|"
    r"(?P<zero>z|gmt|utc)\b(?! ?[+-]))[\])]?|(?P<east>[+-]\d\d:\d\d)(?!\d))"
)
DAY = rf"(?<!\d)(?:{_DAY})"
_YEARS_OF_TWO_DIGITS = 50  # "14.1.11" is of this century, "14.1.99" of the last


def unnamed(pattern: str) -> str:
    """Return `pattern` without the names of its groups, to be used more than once."""
    return re.sub(r"\?P<\w+>", "?:", pattern)


def day(found: re.Match[str]) -> date | None:
    """Return the day that `found`, a match of DAY, says; None for one that no calendar has."""
    form = (found.lastgroup or "")[1:]
    year, month = int(found[f"y{form}"]), found[f"m{form}"].rstrip(".")
    if year < 100:
        year += 2000 if year < _YEARS_OF_TWO_DIGITS else 1900
    try:
        return date(
            year, int(_MONTHS.get(month, _MONTHS.get(month[:3], month))), int(found[f"d{form}"])
        )
    except ValueError:
        return None
