"""Publication stamps: when a page was put up, and how often it was looked at.

Recognizes a stamp by its vocabulary alone: a line that is nothing but weekdays, dates, times and
counters. Reads no date out of it; that is left to extraction.
"""

from __future__ import annotations

import re

# "Thứ năm", "THỨ 5", "Chủ nhật"
_WEEKDAY = r"(?:thứ ?(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật)\b"
# "30/03/2016", "3-9-2020", "14.1.11"
_NUMERIC = r"\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:\d{4}|\d{2})(?!\d)"
# "2025-06-28T22:31:51+07:00"
_ISO = (
    r"\d{4}[-/]\d{2}[-/]\d{2}"
    r"(?:[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:z\b|[+-]\d{2}:?\d{2})?)?(?!\d)"
)
# "ngày 8 tháng 4 năm 2021", "8 tháng 4, 2021"
_WORDED = r"\d{1,2} tháng \d{1,2},?(?: năm)? \d{4}"
# "08:17", "9h30", "16 giờ 10", "4:44:00 PM"
_TIME = r"\d{1,2}(?: ?[:hg] ?| giờ )\d{2}(?!\d)(?::\d{2}(?!\d))?(?:'|(?: ?[ap]m|sa|ch)\b)?"
# "2 giờ trước"
_AGO = r"\d{1,3} (?:phút|giờ|ngày|tuần|tháng|năm) trước\b"
_ZONE = r"\(?(?:gmt|utc) ?(?:[+-] ?\d{1,2}(?::\d{2})?)?\)?"
# "Lượt xem: 640", "1.204 lượt đọc", "Đã xem 15"
_COUNTED = r"(?:số )?(?:lượt (?:xem|đọc|truy cập|view)|đã xem|lần xem|views?)\b"
_COUNTER = rf"{_COUNTED}[: ]{{0,3}}\(?\d[\d., ]{{0,14}}|\d[\d.,]{{0,14}} {_COUNTED}"
# "Cập nhật lúc:", "Ngày đăng:", "Đăng lúc"
_LEAD_IN = (
    r"(?:ngày (?:đăng|xuất bản|cập nhật|tạo)|cập nhật(?: (?:lúc|ngày|lần cuối))?|"
    r"đăng(?: (?:lúc|ngày|bởi))?|xuất bản(?: (?:lúc|ngày))?|posted(?: on)?|updated|ngày|lúc|vào)\b"
)
_MOMENT = rf"(?:{_ISO}|{_NUMERIC}|{_WORDED}|{_TIME}|{_AGO}|{_COUNTER})"
_BETWEEN = r"[ |,;:()\[\]•·/*_>-]{1,12}"
_ATOM = rf"(?:{_MOMENT}|{_WEEKDAY}|{_ZONE}|{_LEAD_IN}|{_BETWEEN}|\d[\d.,]{{0,9}}(?![\w/:]))"

_STAMP = re.compile(rf"(?>{_ATOM}){{1,30}}+$")
_HAS_MOMENT = re.compile(_MOMENT)
_DAY = re.compile(rf"{_ISO}|{_NUMERIC}|{_WORDED}")
_DAY_WITH = re.compile(rf"{_TIME}|{_WEEKDAY}|t\d{{2}}:")
# "2 giờ trước Sự kiện": the moment, then the section of the other story
_AGO_SECTION = re.compile(rf"{_AGO}(?: [^\W\d_]+){{0,4}}$")

# A stamp at the end of a title begins at its weekday, day or time, glued or after a separator:
# "… mọi thôn làng23/10/2025 15:06", "… điện tử 10:15 06-10-2017 | :874", "PV-Thứ bảy, ngày …".
_BEGINS = re.compile(
    rf"(?: ?[|(-] ?)?(?:{_WEEKDAY}|cập nhật|ngày đăng|(?<!\d)(?:{_ISO}|{_NUMERIC}|{_TIME}))"
)
_LONGEST_STAMP = 70
_MAY_END_STAMP = re.compile(r"\d.{0,12}$")
# "khai mạc ngày 17/9/2020", "từ 8:00": the sentence tells it, it is no stamp.
_TOLD = re.compile(r"\b(?:ngày|lúc|từ|đến|vào|sáng|trưa|chiều|tối|trước|sau|hôm|là|năm) ?$")


def is_stamp(said: str) -> bool:
    """Whether the line `said` (a key) is nothing but a stamp."""
    if not any(c.isdigit() for c in said) or len(said) > 120:
        return False
    if _STAMP.match(said):
        return bool(_HAS_MOMENT.search(said))
    return bool(_AGO_SECTION.match(said))


def stamp_at_end(said: str) -> int | None:
    """Return where the stamp at the end of the line `said` begins; None where there is none."""
    if not _MAY_END_STAMP.search(said) or is_stamp(said):
        return None
    for begins in _BEGINS.finditer(said, max(0, len(said) - _LONGEST_STAMP)):
        at = begins.start()
        if at and not _TOLD.search(said[max(0, at - 8) : at]) and _is_full(said[at:]):
            return at
    return None


def _is_full(said: str) -> bool:
    """Whether a stamp behind other words is beyond doubt: in brackets, or a day with its time."""
    if not is_stamp(said) or not _DAY.search(said):
        return False
    return said.strip().startswith("(") or bool(_DAY_WITH.search(said))
