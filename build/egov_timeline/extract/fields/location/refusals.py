"""Which places a text names that are none of the event's, however well they are placed.

Turns a place in a sentence into a yes or no before it is weighed: seats of companies, homes of
speakers, hosts of other editions, what is told of another day.
"""

from __future__ import annotations

import re

from egov_timeline.extract.annotate.timex import Kind as Time
from egov_timeline.extract.document import Document
from egov_timeline.extract.fields.location.mentions import Kind, Mention
from egov_timeline.extract.lexicon import words
from egov_timeline.ordinals import editions, number
from egov_timeline.records import Sentence

_HAPPENS = ("hold", "occur", "open")
# "Đại sứ quán Hàn Quốc tại", "nhà máy ở", "khách mời của Trung tâm Văn hóa Pháp tại": where
# something else is.
_OF_OTHERS = re.compile(
    r"\b(?:đại sứ quán|văn phòng|đại diện|p/v|phóng viên|thường trú|trú|sinh sống|sống|chi nhánh|"
    r"nhà máy|tập đoàn|công ty|dự án|khu công nghiệp|cuộc sống|đang có|"
    r"(?<!xúc tiến )đầu tư|sinh ra|quê|"
    r"sau khi (?:tham )?dự|(?:khách mời|diễn giả|chuyên gia|học giả|đoàn) (?:của|từ|đến từ))\b"
    rf"(?:(?!\b{words(*_HAPPENS)}\b)[^,.;]){{0,40}}$"
)
# "sau nhiều năm tổ chức tại", "lần trước ở", "kỳ tiếp theo dự kiến tại": another edition.
_OTHER_TIME = re.compile(
    r"\b(?:nhiều năm|"
    rf"{words('earlier', 'last edition', 'next edition', 'next year')}|"
    rf"lần đầu(?! tiên (?:được )?{words('hold', 'occur')} (?:vào )?"
    rf"(?:ngày|{words('part of day')}))|từng|"
    r"cuối tháng|"
    rf"thời gian {words('occur')}|tiếp nối|(?:{words('ask')}|muốn|ngỏ ý|xin|ứng cử) (?:được )?"
    rf"{words('host')}|trao|chuyển giao|bàn giao|(?:trước|sau|chuẩn bị) chuyến)\b"
    r"(?:(?!năm nay|lần này)[^;]){0,60}$"
)
# The whole sentence is of another time or event: "Trước đó, vòng chung khảo sẽ diễn ra tại".
_ELSEWHERE = re.compile(
    rf"\W*(?:{words('earlier', 'last edition', 'next edition')}|bên lề|cũng trong dịp)\b"
)
# "Cục Tin học hóa (Bộ TT-TT), Sở TT-TT Phú Yên tổ chức": who joins a national body may come from
# anywhere; who stands first is at home.
_JOINS = re.compile(
    r"\b(?:(?<!cán )(?<!toàn )bộ|tổng cục|cục|văn phòng chính phủ|tập đoàn|hiệp hội)\b"
    r"[^.;]{2,50}(?:,|\bvà|\bvới|\bcùng) $"
)
_LOOK_BACK = 70


def is_of_others(document: Document, mention: Mention) -> bool:
    """Return whether the words before a place make it another thing's, or of another time."""
    start = max(mention.sentence.start, mention.start - _LOOK_BACK)
    before = document.key[start : mention.start]
    if mention.kind is Kind.BODY:
        return bool(_JOINS.search(before))
    return bool(_OTHER_TIME.search(before) or _OF_OTHERS.search(before))


def tells_of_another(document: Document, sentence: Sentence) -> bool:
    """Return whether a sentence tells of another time, edition or day than the event's."""
    span = sentence.start, sentence.end
    return bool(
        _ELSEWHERE.match(document.key, *span)
        or _of_other_edition(document, *span)
        or _of_other_day(document, *span)
    )


def _of_other_edition(document: Document, start: int, end: int) -> bool:
    """Whether the sentence counts an edition that is not the event's own."""
    own = document.found.get("series")
    if not own or not own.value.edition:
        return False
    told = {number(m[1]) for m in editions(document.key, start, end)}
    return bool(told) and own.value.edition not in told


def _of_other_day(document: Document, start: int, end: int) -> bool:
    """Whether a sentence tells of some other day: "Khi làm việc tại Huế ngày 12/7 năm ngoái"."""
    date = document.found.get("date")
    if date is None or date.value.precision != "day":
        return False
    first, last = ((p.month or 0, p.day or 0) for p in (date.value.start, date.value.end))
    days = [
        (t.first, t.last) for t in document.timexes if start <= t.start < end and t.kind is Time.DAY
    ]
    return bool(days) and not any(
        (a.month or 0, a.day or 0) <= last and first <= (b.month or 0, b.day or 0) for a, b in days
    )
