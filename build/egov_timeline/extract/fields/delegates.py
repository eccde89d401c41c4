"""How many people attended the event, as the report counts them.

Turns "hơn 300 đại biểu" in the first sentences into a number and how close it is. What is planned,
another edition's, only a part ("trong đó có 50 đại biểu quốc tế") or not of who attended ("60 đại
biểu Quốc hội tán thành") is refused; where two sentences count otherwise, there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from egov_timeline.extract.document import Document
from egov_timeline.extract.lexicon import words
from egov_timeline.extract.resolve.another_time import is_of_other_day, is_of_other_edition
from egov_timeline.records import Count, Finding, Sentence
from egov_timeline.text import Span

# "hơn 300", "gần 1.000", "khoảng 500"
_BOUNDS = {
    "over": ("hơn", "trên", "quá"),
    "under": ("gần", "ngót", "ngót nghét"),
    "about": ("khoảng", "chừng", "tầm", "xấp xỉ", "trên dưới", "ước tính", "ước"),
}
_BOUND = {word: bound for bound, said in _BOUNDS.items() for word in said}
_BOUNDED = re.compile(rf"\b({'|'.join(sorted(_BOUND, key=len, reverse=True))}) $")
# No number of it is "300/350", "99,5%", or one of "200 - 300" and "từ 200 đến 300".
_NUMBER = (
    r"(?<![\d.,/%-])(?!00)(?P<number>\d{1,3}(?:\.\d{3}){1,2}|\d{2,6})"
    r"(?![\d/%]|[.,]\d| ?[-–—~])"
)
# "200 đến 300", "1 200", "300/ 350"; "năm 2017", "không quá 300", "chưa đến 300", "thêm 50"
_OTHER_NUMBER = re.compile(
    r"(?:\d ?(?:[-–—~/]|đến|tới)?|\b(?:năm|(?<!tổng )số|thứ|khóa|ngày|tháng|không|chưa|dưới|"
    r"ít nhất|nhiều nhất|(?:không|chưa) (?:đến|tới|đầy)|thêm)) ?$"
)
_GUESTS = r"(?:đại biểu|khách mời)(?: (?:và|,) (?:đại biểu|khách(?: mời)?))?"
_ATTENDING = (
    r"(?:(?:lượt )?người (?:tới |đến )?(?:tham )?dự\b|người tham gia(?=[,.;]|$| hội| diễn| lễ))"
)
_COUNTED = re.compile(rf"{_NUMBER} (?:(?P<guests>{_GUESTS})|{_ATTENDING})(?!/)")
# Who is elected, or only some of those who came: "15 đại biểu phát biểu", "50 đại biểu quốc tế",
# "300 đại biểu dự trực tiếp" (but not "… trực tiếp và trực tuyến"); or who did not.
_SOME = re.compile(
    r" (?:quốc hội|hđnd|hội đồng|quốc tế|nước ngoài|nữ|nam|trẻ|nhí|danh dự|đại diện cho|"
    r"trong nước(?! và (?:quốc tế|ngoài|nước ngoài|khu vực|thế giới))|không|chưa|vắng|bị|"
    r"(?:tham )?(?:dự )?(?:trực tuyến|trực tiếp)"
    r"(?! (?:và|lẫn|cũng như|kết hợp)(?: với)? trực))\b|"
    rf"[^,.;]{{0,40}}?\b(?:{words('say', 'ask')}|tham luận|chất vấn|câu hỏi|đăng ký|biểu quyết|"
    r"tán thành|mỗi|hằng|bỏ phiếu|nhất trí|góp ý|ý kiến|trúng cử|"
    r"được (?:bầu|tuyên dương|biểu dương|khen|tặng|vinh danh|trao|mời))\b"
)
_OF_THEM = re.compile(
    r"\b(?:trong đó|trong số|gồm|mỗi|cử|bầu|đoàn|(?<!khách )mời|tối (?:đa|thiểu)|"
    r"sức chứa|ngoài|vắng|thiếu|cùng đoàn|trong tổng số|điểm cầu|không có|cho|phục vụ)\b"
    r"[^.;]{0,40}$"
)
# wherever it stands: "10.000 người tham gia lễ mít tinh, 21 loạt đại bác sẽ được bắn"
_TO_COME = re.compile(
    rf"\b(?:{words('planned', 'soon')}|lẽ ra|nếu|cần|mong|mục tiêu|chỉ tiêu|kinh phí|"
    r"phiên (?!khai mạc|toàn thể|chính\b))\b"
)
_OTHERWISE = re.compile(
    rf"\b(?:{words('earlier', 'last edition', 'next edition', 'next year')}|"
    r"kỳ gần nhất|kỳ trước|mọi năm|hằng năm|hàng năm|từng|(?:đến|tới) nay|tính đến|"
    r"(?:sau|qua|trong) \w+ (?:kỳ|lần|năm|mùa|hội|cuộc|buổi)|cùng (?:ngày|lúc|thời)|"
    rf"(?:các|những|chuỗi|loạt|hai|ba|bốn|sáu|bảy|tám|chín|mười|\d+) {words('gathering')})\b"
)
# "có sự tham dự của hơn", "quy tụ", "trước 300 đại biểu"; "300 đại biểu đến từ", "… tề tựu"
_COME = re.compile(
    rf"\b(?:{words('attend')}|tham dự|có mặt|góp mặt|hiện diện|thu hút|quy tụ|đón|tề tựu|"
    r"đến từ|kín chỗ)\b"
)
_LEAD, _FAR = 12, 12


def delegates(document: Document) -> Finding[Count] | None:
    """Return how many attended, where the report says so of an event that was held."""
    status = document.found.get("status")
    if status and status.value != "held":
        return None
    counts = [count for index in document.kept[:_LEAD] for count in _counted(document, index)]
    if len({count.number for count, _ in counts}) != 1:
        return None
    value, span = counts[0]
    return document.finding(value, "delegates", [span])


DELEGATES = (delegates,)


def _counted(document: Document, index: int) -> Iterator[tuple[Count, Span]]:
    """Yield the counts of a sentence that tells who came to the event, each with its words."""
    sentence = document.sentence(index)
    key = document.key
    for match in _COUNTED.finditer(key, sentence.start, sentence.end):
        bounded = _BOUNDED.search(key, max(sentence.start, match.start() - _FAR), match.start())
        start = bounded.start() if bounded else match.start()
        before, behind = key[sentence.start : start], key[match.end() : sentence.end]
        if _OTHER_NUMBER.search(before) or _OF_THEM.search(before) or _OTHERWISE.search(before):
            continue
        if match["guests"] and _SOME.match(behind):
            continue
        if not _is_of_another(document, sentence) and _tells_who_came(document, sentence):
            number = int(match["number"].replace(".", ""))
            yield Count(number, _BOUND[bounded[1]] if bounded else None), (start, match.end())


def _tells_who_came(document: Document, sentence: Sentence) -> bool:
    """Whether the sentence says that people came, or names the event in which they are counted."""
    come = _COME.search(document.key, sentence.start, sentence.end)
    return bool(come or document.events_in(sentence))


def _is_of_another(document: Document, sentence: Sentence) -> bool:
    """Whether the sentence tells of what is to come, of another time or of another event."""
    span = sentence.start, sentence.end
    if _TO_COME.search(document.key, *span):
        return True
    if is_of_other_edition(document, *span) or is_of_other_day(document, *span):
        return True
    date = document.found.get("date")
    years = {t.year for t in document.timexes if span[0] <= t.start < span[1] and t.year}
    if years - {date.value.year if date else None}:
        return True
    own = document.found.get("event_type")
    types = {event.type for event in document.events_in(sentence) if event.type}
    return bool(own and types) and own not in types
