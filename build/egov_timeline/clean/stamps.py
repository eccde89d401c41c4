"""Publication stamps: when a page was put up, and how often it was looked at.

Recognizes a stamp by its vocabulary alone: a line that is nothing but weekdays, dates, times and
counters. Reads no date out of it; that is left to extraction.
"""

from __future__ import annotations

import re

from egov_timeline.text import Span

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
# "A A+", "0 bình luận": what stands beside a stamp
_BESIDE = r"a[+-]?(?!\w)|\d{1,4} bình luận"
_NUMBER = r"\d[\d.,]{0,9}(?![\w/:])"
_ATOM = rf"(?:{_MOMENT}|{_WEEKDAY}|{_ZONE}|{_LEAD_IN}|{_BETWEEN}|{_BESIDE}|{_NUMBER})"

_ATOMS = rf"(?>{_ATOM}){{1,30}}+"
_DIGIT = re.compile(r"\d")
_STAMP = re.compile(rf"{_ATOMS}$")
_LEADING = re.compile(_ATOMS)
_HAS_MOMENT = re.compile(_MOMENT)
_DAY = re.compile(rf"{_ISO}|{_NUMERIC}|{_WORDED}")
_DAY_WITH = re.compile(rf"{_TIME}|{_WEEKDAY}|t\d{{2}}:")
# "2 giờ trước Sự kiện": the moment, then the section of the other story
_AGO_SECTION = re.compile(rf"{_AGO}(?: [^\W\d_]+){{0,4}}$")
# "Hà Nội, ngày 12/5/2015"
_DATELINE = re.compile(rf"[^\W\d_]+(?: [^\W\d_]+){{1,4}}, (?:ngày )?(?:{_NUMERIC}|{_WORDED})$")

# A stamp at the end of a title begins at its weekday, day or time, glued or after a separator:
# "… mọi thôn làng23/10/2025 15:06", "… điện tử 10:15 06-10-2017 | :874", "PV-Thứ bảy, ngày …".
_ANNOUNCED = r"cập nhật|(?:ngày )?(?:đăng|xuất bản)|ngày cập nhật|lượt xem|đã xem"
_BEGINS = re.compile(
    rf"(?: ?[|(-] ?)?(?:{_WEEKDAY}|{_ANNOUNCED}|(?<!\d)(?:{_ISO}|{_NUMERIC}|{_TIME}))"
)
_SURE = re.compile(rf"\W*(?:\(|{_ANNOUNCED})")
_LONGEST_LINE = 250
_SET_APART = re.compile(r"[|•-] ?$|  $")
_FEW = 5
# "khai mạc ngày 17/9/2020", "từ 8:00": the sentence tells it, it is no stamp.
_TOLD = re.compile(r"\b(?:ngày|lúc|từ|đến|vào|sáng|trưa|chiều|tối|trước|sau|hôm|là|năm) ?$")


def is_stamp(said: str) -> bool:
    """Whether the line `said` (a key) is nothing but a stamp."""
    if len(said) > 120 or not _DIGIT.search(said):
        return False
    if _STAMP.match(said):
        return bool(_HAS_MOMENT.search(said))
    return bool(_AGO_SECTION.match(said) or _DATELINE.match(said))


def stamp_within(said: str) -> Span | None:
    """Return the span of the stamp in a short line that says something else too.

    It stands at the end, or behind it is a few words set apart: "12/05/2015 10:20 | Hải Anh".
    """
    if len(said) > _LONGEST_LINE or not _DIGIT.search(said) or is_stamp(said):
        return None
    for begins in _BEGINS.finditer(said):
        at = begins.start()
        atoms = _LEADING.match(said, at)
        if atoms and is_full(atoms[0]) and not _TOLD.search(said[max(0, at - 8) : at]):
            rest = said[atoms.end() :]
            if not rest or (_SET_APART.search(atoms[0]) and len(rest.split()) <= _FEW):
                return at, atoms.end()
    return None


def is_full(atoms: str) -> bool:
    """Whether a stamp is beyond doubt wherever it stands: announced, or a day with its time."""
    if not _HAS_MOMENT.search(atoms):
        return False
    return bool(_SURE.match(atoms) or (_DAY.search(atoms) and _DAY_WITH.search(atoms)))
