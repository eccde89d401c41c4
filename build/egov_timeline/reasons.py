"""Why rules refused: the reasons of the extractors, in the words in which editors read them.

Turns the key of a reason into Vietnamese; a key that is not in a table is a fault of the package.
"""

from __future__ import annotations

from collections.abc import Mapping

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
