"""Say why a date of the article is not that of its event.

Turns an expression of time and its sentence into a reason, "" where nothing speaks against it: the
date of a document, a deadline, something past, a notice, an anniversary, another event.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from egov_timeline.extract import citations
from egov_timeline.extract.clues import said
from egov_timeline.extract.reading import Reading
from egov_timeline.extract.timex import Kind, Timex

# "trước ngày 30/6", "đến hết ngày 1.9", "chậm nhất ngày", "tính đến ngày": a deadline or a count
_DEADLINE = re.compile(
    r"\b(?:trước|đến|tới|hết|chậm nhất(?: là| vào)?|muộn nhất|hạn(?: chót| cuối)?|tính đến|"
    r"kể từ|sau)"
    r"(?: hết| cuối| thời điểm)? $"
)
# "hồi tháng 3", "năm ngoái", "cách đây"; "Trước đó, ngày 24/4/2017, Bộ đã trình"
_PAST = re.compile(
    r"\b(?:hồi|năm ngoái|năm trước|cách đây|trước đây|trước đó(?! theo kế hoạch))[^.;]{0,20}$"
)
# "theo thông tin phát đi ngày 1-6, hội nghị sẽ diễn ra": the day of a notice
_NOTICE = re.compile(
    r"\b(?:phát đi|thông báo|thông cáo|công văn|cho biết|cho hay|xác nhận|gửi|theo tin)"
    r"(?: [^\W\d]+){0,4} $"
)
# "kỷ niệm 20 năm ngày", "chào mừng ngày", "nhân ngày", "sinh ngày"
_ANNIVERSARY = re.compile(
    r"\b(?:kỷ niệm|chào mừng|mừng|nhân (?:dịp|ngày)|hưởng ứng|ngày (?:thành lập|truyền thống)|"
    r"sinh)\b[^.;,]{0,50}$"
)
# "từ ngày 1-7-2025, tòa án khu vực sẽ": something starts; an event "diễn ra từ ngày"
_HELD = re.compile(r"\b(?:diễn ra|tổ chức|kéo dài|khai mạc|triển khai|bắt đầu)\b")
# "lần thứ XVI sẽ tổ chức ngày", "vòng chung kết", "cuộc họp tiếp theo": another event
_OTHER = re.compile(
    r"\b(?:(?:lần|kỳ) (?:sau|tới|trước|gần nhất)|tiếp theo|trao cờ|vòng (?:sơ khảo|thi|"
    r"thuyết trình|chung khảo|loại)|đã hoàn thành|sẽ (?:tới|đến|thăm|dự|tiếp|rời))\b"
)
# "tỉnh đăng cai hội thảo lần thứ XXII" tells of the next edition, unless the news is of the hosting
_HOSTS = re.compile(r"\bđăng cai\b")
# "… Bức xúc chuyện lạm thu TTO - Không phải ngẫu nhiên": headline and dateline of another story
_TEASER = re.compile(
    r"[^\s.,;:] \(?(?:TTO|TPO|PLO|NDO|NLDO|NLĐO|SGGPO|LĐO|HNMO|VOV|TTXVN|VTV|CAND|ANTĐ)\)?"
    r" ?[-\u2013\u2014] ?[^\W\d_]"
)
_HOURS = ("sáng", "trưa", "chiều", "tối", "rạng", "hôm nay")


@dataclass(frozen=True, slots=True)
class _Case:
    """A date in its sentence, which spans `begin:end`; `before` are the words in front of it."""

    reading: Reading
    timex: Timex
    index: int
    begin: int
    end: int
    before: str


def refused(reading: Reading, timex: Timex, index: int) -> str:
    """Return why `timex` is not the event's date, "" where nothing speaks against it."""
    span = reading.sentence(index)
    before = reading.key[max(span.start, timex.start - 70) : timex.start]
    case = _Case(reading, timex, index, span.start, span.end, before)
    return next((reason for reason, holds in _REASONS if holds(case)), "")


def _of_document(case: _Case) -> bool:
    key, timex = case.reading.key, case.timex
    cited = citations.dated_by(key, timex, case.reading.citations, case.begin, case.end)
    return bool(cited) or citations.follows_document(key, timex, case.begin)


def _deadline(case: _Case) -> bool:
    return bool(_DEADLINE.search(case.before))


def _start(case: _Case) -> bool:
    begins = case.timex.cue.startswith("từ") and not case.timex.is_range
    return begins and not _HELD.search(case.before)


def _past(case: _Case) -> bool:
    return bool(_PAST.search(case.before))


def _notice(case: _Case) -> bool:
    return bool(_NOTICE.search(case.before)) and not case.timex.cue.startswith(_HOURS)


def _anniversary(case: _Case) -> bool:
    return case.timex.kind is Kind.DAY and bool(_ANNIVERSARY.search(case.before))


def _other_event(case: _Case) -> bool:
    key, timex = case.reading.key, case.timex
    begin, end = max(case.begin, timex.start - 90), min(case.end, timex.end + 60)
    if _OTHER.search(key, begin, end):
        return True
    lead = case.reading.kept[:2]
    return bool(_HOSTS.search(key, begin, timex.start)) and not any(
        _HOSTS.search(said(case.reading, index)) for index in lead
    )


def _other_story(case: _Case) -> bool:
    within = case.index not in case.reading.kept[:2]
    return within and bool(_TEASER.search(case.reading.text, case.begin, case.timex.start))


_REASONS: tuple[tuple[str, Callable[[_Case], bool]], ...] = (
    ("date of a document", _of_document),
    ("a deadline, or the end of a count", _deadline),
    ("the start of something else", _start),
    ("told as past", _past),
    ("the day of a notice", _notice),
    ("an anniversary or a birthday", _anniversary),
    ("another event", _other_event),
    ("another story", _other_story),
)
