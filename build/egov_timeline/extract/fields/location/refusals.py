"""Which places a text names that are none of the event's, however well they are placed.

Turns a place in a sentence into a yes or no before it is weighed: seats of companies, homes of
speakers, hosts of other editions, what is told of another day.
"""

from __future__ import annotations

import re

from egov_timeline.extract.document import Document
from egov_timeline.extract.fields.location.mentions import Kind, Mention
from egov_timeline.extract.lexicon import words
from egov_timeline.extract.resolve.another_time import is_of_other_day, is_of_other_edition
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
        or is_of_other_edition(document, *span)
        or is_of_other_day(document, *span)
    )
