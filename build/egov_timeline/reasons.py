"""Why rules found what they found, and why they refused: in the words in which people read it.

Turns the key of a rule or of a reason into Vietnamese; a key that is not in a table is a fault of
the package.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from egov_timeline.edtf import EventDate
from egov_timeline.records import Finding
from egov_timeline.text import Span, one_line

# Why a rule took what it found: one clause for each rule, with the words that it read.
FOUND: Mapping[str, str] = {
    "titles.heading": "dòng tít của bài",
    "titles.address": "theo địa chỉ của bài, {quote}",
    "stamp": "{year}theo dòng ghi ngày đăng {quote}",
    "name": "câu kể về sự kiện gọi tên như vậy",
    # when
    "announced-day": "ngày nằm trong câu kể về sự kiện",
    "day-of-writing": "{quote}: tính từ ngày đăng bài",
    "event-name": "{year}theo tên sự kiện {quote}",
    "text-context": "{year}theo những mốc thời gian trong bài: {quote}",
    "same-day": "{year}theo {quote}, cùng ngày ấy",
    "url-path": "{year}theo địa chỉ trang {quote}",
    # whether it was held
    "reported": "bài viết tường thuật sự kiện",
    "to-come": "bài viết kể như việc sắp tới: {quote}",
    "day-after-publication": "bài đăng trước ngày diễn ra: {quote}",
    "moved-to-a-new-day": "bài viết nêu ngày mới: {quote}",
    "called-off": "bài viết nói rõ: {quote}",
    # where
    "at": "nơi được nêu trong lời kể về sự kiện: {quote}",
    "aside": "nơi mà bài viết nói tới: {quote}",
    "house": "nơi mà bài viết kể rằng sự kiện diễn ra: {quote}",
    "spot": "bài viết ghi địa điểm: {quote}",
    "host": "theo chủ nhà {quote}",
    "body": "theo đơn vị mang tên địa phương: {quote}",
    "bare": "theo địa phương mà bài viết nói tới: {quote}",
    # who, what about, which of a series
    "organizer": "bài viết nói về vai trò của đơn vị này: {quote}",
    "theme": "bài viết dùng những cụm từ {quote}",
    "delegates": "bài viết đếm người dự: {quote}",
    "edition": "theo tên và số lần trong {quote}",
    "edition apart": "theo tên sự kiện và số lần đứng riêng: {quote}",
    "name and year": "theo tên lặp lại qua các năm {quote}",
    "next edition": "theo kỳ sau mà bài viết nhắc tới: {quote}",
    # other moments
    "document": "văn bản được dẫn cùng ngày: {quote}",
    "first-edition": "bài viết nhắc tới lần đầu: {quote}",
    "edition-edition": "bài viết nhắc tới một kỳ khác: {quote}",
    "announced-edition": "bài viết nhắc tới kỳ sau: {quote}",
}
# What stands behind, or before, the words that tell what a body does.
BESIDE: Mapping[bool, str] = {True: "đứng trước {}", False: "đứng sau {}"}
NAMED_BY = "tên đầy đủ theo {}"
# A longer quote tells by how it begins and how it ends: "Hội thảo A, dự kiến … đã bị hủy".
_SHORT, _HEAD, _TAIL = 60, 32, 25


def because(finding: Finding[Any]) -> str:
    """Return in one sentence why extraction found it: a clause for each rule that had a part."""
    quotes: dict[str, list[str]] = {}
    for evidence in finding.evidence:
        quotes.setdefault(evidence.rule, []).append(_quoted(evidence.quote))
    # The day of a date stands in its sentence; what has to be told is where its year comes from.
    told = [rule for rule in quotes if rule != "announced-day"] or list(quotes)
    year = finding.value.year if isinstance(finding.value, EventDate) else None
    said = {"year": f"năm {year}: " if year else ""}
    return "; ".join(
        FOUND[rule].format(quote=", ".join(dict.fromkeys(quotes[rule][:3])), **said)
        for rule in told
    )


def of_body(said: Span, does: Span | None, implied: Iterable[Span], text: str) -> str | None:
    """Return why a body is an organizer: by the words for what it does, and those for its name."""
    told = [BESIDE[said < does].format(_quoted(text[slice(*does)]))] if does else []
    told += [NAMED_BY.format(_quoted(text[slice(*span)])) for span in implied]
    return "; ".join(told) or None


def _quoted(quote: str) -> str:
    said = one_line(quote)
    if len(said) > _SHORT:
        head = said[:_HEAD].rpartition(" ")[0] or said[:_HEAD]
        tail = said[-_TAIL:].partition(" ")[2] or said[-_TAIL:]
        said = f"{head} … {tail}"
    return f"“{said}”"


# Why a text is taken for no report of one event: "bài không tường thuật một sự kiện, vì …".
NO_EVENT: Mapping[str, str] = {
    "announces no event": "không câu nào báo rằng có sự kiện diễn ra",
    "nothing is told of the event but a day": "ngoài ngày ra, bài không cho biết gì về sự kiện",
    "news in brief": "bài là tin vắn, gom nhiều tin",
    "the page of a document": "bài là trang của một văn bản",
    "instructions": "bài là hướng dẫn từng bước",
    "a list of stories": "trang là danh sách tin",
    "a list of teasers": "trang là danh sách tin",
    "a digest": "bài là điểm tin",
    "a penalty": "bài nói về việc xử phạt",
    "a calendar of events": "bài là lịch nhiều sự kiện",
    "an interview": "bài là phỏng vấn",
    "an answer to a letter": "bài là trả lời thư bạn đọc",
    "an opinion": "bài là ý kiến, bình luận",
    "a letter": "bài là thư",
}

# Why a date of the text is not the event's: "không phải ngày của sự kiện: …".
NOT_THE_DATE: Mapping[str, str] = {
    "announces the event less clearly": "câu báo sự kiện kém rõ hơn",
    "another edition": "ngày của một kỳ khác",
    "date of a document": "ngày của một văn bản",
    "the day that the event was moved from": "ngày cũ, trước khi dời",
    "a part of the event": "một phần của sự kiện",
    "a deadline, or the end of a count": "hạn chót, hoặc mốc tính đến",
    "the start of something else": "lúc bắt đầu một việc khác",
    "told as past": "việc đã qua, được nhắc lại",
    "the day of a notice": "ngày thông báo",
    "said to a paper": "ngày trả lời báo chí",
    "an anniversary or a birthday": "ngày kỷ niệm, ngày sinh",
    "a day of every year": "ngày lặp lại hằng năm",
    "another event": "ngày của một sự kiện khác",
    "a day of the week, gone or to come": "không rõ là ngày đã qua hay sắp tới",
    "another story": "thuộc một tin khác trên trang",
    "a day of the lunar calendar": "ngày âm lịch: không đổi sang dương lịch vì không chắc năm nào",
    "no day of the calendar": "lịch không có ngày này",
}
