"""Tell the days of the week that are not known to be the last such day.

Turns "sáng thứ bảy", where no week is named, into past or open: it is the Saturday just gone where
the sentence tells of the past ("đã họp sáng thứ bảy") or opens with it as news do. All others may
be to come, and have no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from egov_timeline.extract.annotate.timex import Kind, Timex
from egov_timeline.extract.document import Document
from egov_timeline.extract.lexicon import words

OPEN = "a day of the week, gone or to come"

# "dự kiến tổ chức hội thảo vào sáng thứ bảy", "vừa thông báo họp sáng thứ hai"
_TO_COME = re.compile(
    r"\b(?:sẽ|sắp|dự (?:kiến|định|tính)|chuẩn bị|(?:theo|có|lên|lập) (?:kế hoạch|lịch)|"
    rf"kế hoạch {words('hold')}|lịch (?:họp|làm việc)|ấn định|mời|thông báo|hẹn|đăng ký|"
    rf"{words('ask')}|tới đây)\b"
)
# "vừa khép lại chiều chủ nhật", "hôm thứ sáu"
_PAST = re.compile(
    rf"\b(?:đã|vừa|mới đây|(?:tuần|ngày|hôm|{words('part of day')}) qua|tuần rồi|"
    r"hôm (?:thứ|chủ nhật))\b"
)
# "Sáng thứ hai, Sở …", "Huế - Vào chiều thứ năm, …"
_OPENING = re.compile(r"(?:[^.;:,\n]{0,30} ?[-\u2013\u2014] )?\W{0,3}(?:từ |vào )?")
# "… làm lễ khai trương sáng thứ ba. Đến dự có lãnh đạo Sở": who came is known
_WHO_CAME = re.compile(r"\W*(?:đến|tham|tới|về) dự (?:[^\W\d]+ ){0,4}?có\b(?! thể)")


def open_days(document: Document) -> Iterator[int]:
    """Yield where the days of the week begin that may be gone or to come."""
    seen: dict[int, bool | None] = {}  # a sentence may be long, and of many days
    for timex in document.timexes:
        if timex.kind is not Kind.RELATIVE or timex.weeks is not None:
            continue
        index = document.sentence_at(timex.start)
        if index is None:
            continue
        if index not in seen:
            seen[index] = _tense(document, index)
        if not (_opens(document, timex, index) if seen[index] is None else seen[index]):
            yield timex.start


def _tense(document: Document, index: int) -> bool | None:
    """Return True for a sentence of the past, False for one of what is to come, else None."""
    span = document.sentence(index)
    if _TO_COME.search(document.key, span.start, span.end):
        return False
    return (
        bool(_PAST.search(document.key, span.start, span.end)) or _who_came(document, index) or None
    )


def _who_came(document: Document, index: int) -> bool:
    if index + 1 >= len(document.article.sentences):
        return False
    after = document.sentence(index + 1)
    told = _WHO_CAME.match(document.key, after.start, after.end)
    return bool(told) and not _TO_COME.search(document.key, after.start, after.end)


def _opens(document: Document, timex: Timex, index: int) -> bool:
    begin = document.sentence(index).start
    return bool(_OPENING.fullmatch(document.key, begin, timex.start))
