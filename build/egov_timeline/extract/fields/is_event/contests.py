"""Contests that no sentence announces: those that one is called to enter, and those that are over.

Tells a call for entries by its terms, and a contest that has ended by who won. What somebody won
once is only said of him: one prize alone makes no report of a contest.
"""

from __future__ import annotations

import re

from egov_timeline.alternatives import OF_ARTICLE, Alternatives
from egov_timeline.extract.document import Document

# The news names the contest in its lead.
_LEAD = 6
_CONTEST = Alternatives(
    r"\b(?:cuộc thi|hội thi|giải (?:thưởng|báo chí)|"
    r"thi (?:viết|ảnh|sáng tác|sáng tạo|ý tưởng|khởi nghiệp|tìm hiểu|trực tuyến))\b",
    OF_ARTICLE,
)
_ENTERS = r"(?:dự thi|dự giải|tham dự|tham gia|đăng ký)"
# A call for entries gives at least two of its terms.
_TERMS = (
    # "tác phẩm dự thi", "hồ sơ đăng ký"
    re.compile(
        r"\b(?:bài|tác phẩm|sản phẩm|hồ sơ|ý tưởng|dự án|đơn|video|tranh|ảnh) " + _ENTERS + r"\b"
    ),
    # "nhận các tác phẩm dự thi", "hạn chót nộp hồ sơ", "bài dự thi gửi về"
    re.compile(
        r"\b(?:thời gian (?:tiếp )?nhận|"
        rf"(?:nhận|nộp|gửi|đăng ký)(?: các)?(?: [^\W\d]+){{1,3}} {_ENTERS}|"
        r"hạn (?:chót|cuối|nộp|nhận|gửi|đăng ký)|"
        r"(?:dự thi|đăng ký|bài|tác phẩm) (?:xin )?gửi (?:về|tới|đến))\b"
    ),
    # "thể lệ", "đối tượng dự thi"
    re.compile(
        r"\b(?:thể lệ|cơ cấu giải|đối tượng (?:dự thi|tham gia|tham dự)|thí sinh đăng ký|"
        r"đăng ký tham gia)\b"
    ),
)
# "Giải nhất thuộc về đội …", "Giải nhì đã được trao cho", "Chung cuộc, ngôi vô địch thuộc về"
_PRIZE = Alternatives(
    r"\b(?P<prize>giải (?:nhất|nhì|ba|đặc biệt|khuyến khích|vàng|bạc|đồng)|"
    r"quán quân|á quân|xuất sắc nhất|chung cuộc)\b[^.;]{0,50}?"
    r"\b(?:thuộc về|(?:được )?trao (?:tặng )?cho|gọi tên)\b",
    OF_ARTICLE,
)
# "Phần mềm gọi trâu thắng giải", "vòng chung kết": a contest that the lead does not call so
_WINS = Alternatives(
    r"\b(?:(?:thắng|đoạt|giành|đạt) giải|vô địch|chung kết|thí sinh|đội thi|giám khảo|tranh tài)\b"
)
# "Giải đặc biệt thuộc về vé 123456": drawn by lot
_LOTTERY = Alternatives(
    r"\b(?:xổ số|vé số|quay số|mở thưởng|bốc thăm|quay thưởng|trúng (?:giải|thưởng))\b"
)


def calls_for_entries(document: Document) -> bool:
    """Whether the lead names a contest and the text says how to enter it."""
    # The lead first: it is short, and seldom names one.
    if not _names_a_contest(document):
        return False
    return sum(bool(term.search(document.key)) for term in _TERMS) > 1


def tells_the_winners(document: Document) -> bool:
    """Whether a prize is told of a contest in the lead, or several where that has a winner."""
    prizes = {match["prize"] for match in _PRIZE.finditer(document.key)}
    if not prizes or _in_lead(document, _LOTTERY):
        return False
    return _names_a_contest(document) or (len(prizes) > 1 and _in_lead(document, _WINS))


def _names_a_contest(document: Document) -> bool:
    return _in_lead(document, _CONTEST)


def _in_lead(document: Document, pattern: Alternatives) -> bool:
    return bool(document.holding(pattern, document.kept[:_LEAD]))
