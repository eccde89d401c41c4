"""Say why a date of the article is not that of its event.

Turns an expression of time and its sentence into a reason, "" where nothing speaks against it: the
date of a document, a deadline, something past, a notice, an anniversary, another event.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from egov_timeline.extract.annotate import citations
from egov_timeline.extract.annotate.timex import HOURS, Kind, Timex
from egov_timeline.extract.document import Document
from egov_timeline.extract.lexicon import words

# "trước ngày 30/6", "đến hết ngày 1.9", "chậm nhất ngày", "tính đến ngày": a deadline or a count
_DEADLINE = re.compile(
    r"\b(?:trước|đến|tới|hết|chậm nhất(?: là| vào)?|muộn nhất|hạn(?: chót| cuối)?|tính đến|"
    r"kể từ|sau)"
    r"(?: hết| cuối| thời điểm)? $"
)
START = "the start of something else"
MOVED_FROM = "the day that the event was moved from"

# "thay vì ngày 5/6", "ban đầu ấn định ngày 14.5", "không khai mạc vào ngày 18-7": the old day
_INSTEAD_OF = re.compile(
    rf"\b(?:thay vì|(?:{words('planned')}|kế hoạch|lịch|theo lịch) (?:ban đầu|cũ)|lẽ ra|đáng lẽ|"
    rf"(?:ban đầu|vốn|{words('earlier')}) (?:được |đã )?(?:{words('planned')}|dự định|"
    rf"ấn định|định|lên lịch)|"
    rf"không (?:thể )?{words('hold', 'occur', 'open')})\b[^.;:\d]{{0,60}}$"
)
_MOVED_FROM = re.compile(r"\b(?:dời|lùi|hoãn|chuyển)\b[^.;\n]{0,100}$")
_ONTO = re.compile(r"[^.;\n\d]{0,40}\bsang\b")
_AS_PLANNED = re.compile(
    rf"\)? (?:như|theo) (?:kế hoạch|{words('planned')}|lịch)(?: [^\W\d]+){{0,3}},? (?:mà|nhưng)\b"
)
# "Ngoài phiên chính còn có …", "ngoài ra": a part of the event, or something beside it
_BESIDE = re.compile(r"\W*(?:ngoài (?:ra|phiên|phần|nội dung|chương trình)|bên cạnh)\b")
# "Lễ tổng kết và trao giải sẽ được tổ chức vào tối 4-8": how it will end
_CLOSES_LATER = re.compile(
    rf"\b(?:lễ|buổi|đêm) (?:{words('close', 'award')}|tổng kết|công bố kết quả|chung kết)\b"
    r"[^.;]{0,60}"
    rf"\b{words('planned')}\b"
)
# "kế hoạch được Chủ tịch phê duyệt ngày 22.3", "do Bộ ban hành ngày 5/6"
_PASSED = re.compile(r"\b(?:phê duyệt|ban hành|thông qua)(?: vào)? $")
# "theo quyết định được ông Lê Văn A, chủ tịch hội đồng, ký ngày 2-6"
_SIGNED = re.compile(r"\b(?:quyết định|nghị quyết|nghị định|văn bản|chỉ thị)\b[^.;]{0,110} ký $")
# "hồi tháng 3", not "vào hồi 14 giờ 30 phút"; "năm ngoái", "cách đây"; "Trước đó, ngày 24/4/2017,
# Bộ đã trình"
_PAST = re.compile(
    rf"\b(?:hồi(?! (?:(?:đầu|giữa|cuối) tuần|\d{{1,2}}(?:[hg:]| giờ)))|cách đây|"
    rf"{words('earlier')})[^.;]{{0,20}}$"
)
# "theo thông tin phát đi ngày 1-6, hội nghị sẽ diễn ra": the day of a notice
_NOTICE = re.compile(
    rf"\b(?:{words('inform')}|phát đi|thông cáo|công văn|gửi|theo tin)"
    r"(?: [^\W\d]+){0,4} $"
)
# "xác nhận thông tin với Tuổi Trẻ Online ngày 6-6": when somebody spoke to a paper
_TO_A_PAPER = re.compile(
    r"\bvới (?:pv|phóng viên|báo(?! cáo)|tuổi trẻ|vnexpress|zing|thanh niên|dân trí|vietnamnet|"
    r"lao động|tiền phong)\b[^.,;]{0,20}$|"
    # "trả lời phóng viên ngày 3-8"
    r"\btrả lời (?:phóng viên|báo chí|phỏng vấn)\b[^.,;]{0,30}$"
)
# "Chiều 4-3, trao đổi với báo chí, ông An kể": the day that opens the sentence is that of the talk
_TALKS_TO_PRESS = re.compile(
    rf",? (?:[^.;,]{{0,60}} )?(?:{words('say')}|trao đổi|trả lời)(?: nhanh| thêm)? "
    r"(?:với |phỏng vấn )?(?:báo chí|phóng viên|pv)\b"
)
# "Ngày 2/1, Sở cho biết hội thảo sẽ diễn ra"
_TELLS_AHEAD = re.compile(
    rf",? (?:(?!tại )[^.;]){{0,90}}?\b(?:{words('inform')}|thông tin)\b[^.;]{{0,120}}"
    rf"\b{words('planned')}\b"
)
# "Ngày 4-3, Hội thông tin đoàn cán bộ vừa mở hội thảo hôm 2-3": another day is told
_TELLS_BACK = re.compile(
    rf",? (?:(?!(?:tại|{words('gathering')})\b)[^.;]){{0,90}}?\b(?:{words('inform')}|thông tin)\b"
    rf"[^.;]{{0,40}}?\b(?:đã|vừa)\b[^.;]{{0,160}}?\b(?:{words('part of day')}|hôm|ngày) \d"
)
# "Phát biểu bế mạc hội nghị ngày 1/12, ông An cho biết tỉnh sẽ": the day of the event itself
_ON_STAGE = re.compile(
    rf"\b(?:phát biểu|{words('open', 'close')}|dự|tại) (?:\w+ ){{0,2}}"
    rf"{words('gathering')}\b[^,.;]*$"
)
# "thực hiện chỉ đạo của Chủ tịch tại cuộc họp ngày 28/7": where the order was given
_ORDERED_AT = re.compile(
    rf"\b(?:theo|thực hiện|chấp hành) (?:ý kiến )?(?:kết luận|{words('ask')})\b[^,.;]{{0,70}}"
    rf"\btại {words('gathering')}\b[^,.;]{{0,40}}$"
)
# "thông tin được công bố trong cuộc gặp gỡ báo chí sáng 12/10": the press is told of the event
_TOLD_TO_PRESS = re.compile(
    rf"\b(?:(?<!trung tâm )(?<!sở )(?<!bộ )(?<!cổng )(?<!an toàn )thông tin|điều|kế hoạch|lịch)\b"
    rf"[^.;]{{0,90}}\b(?:công bố|đưa ra|{words('say')})"
    r" (?:tại|trong) (?:\w+ ){0,2}(?:họp báo|gặp (?:gỡ |mặt )?(?:với )?báo chí)\b[^,.;]{0,30}$"
)
# "kỷ niệm 20 năm ngày", "chào mừng ngày", "nhân ngày", "sinh ngày"
_ANNIVERSARY = re.compile(
    r"\b(?:kỷ niệm|chào mừng|mừng|nhân (?:dịp|ngày)|hưởng ứng|ngày (?:thành lập|truyền thống)|"
    r"ngày sinh|sinh nhật)\b[^.;,]{0,50}$|\bsinh $"
)
# "Tròn 15 năm kể từ ngày 25/12/2004": counted from the beginning
_YEARS_SINCE = re.compile(r"\bnăm (?:kể )?$")
# "từ ngày 1-7-2025, tòa án khu vực sẽ": something starts; an event "diễn ra từ ngày"
_HELD = re.compile(rf"\b(?:{words('hold', 'occur', 'open')}|kéo dài|triển khai|bắt đầu)\b")
# "lần thứ XVI sẽ tổ chức ngày", "vòng chung kết", "cuộc họp tiếp theo": another event
_OTHER = re.compile(
    rf"\b(?:{words('last edition', 'next edition', 'handover')}|"
    r"vòng (?:sơ khảo|thi|thuyết trình|chung khảo|loại)|đã hoàn thành|"
    r"sẽ (?:tới|đến|thăm|dự|tiếp|rời))\b"
)
# "tỉnh đăng cai hội thảo lần thứ XXII" tells of the next edition, unless the news is of the hosting
_HOSTS = re.compile(rf"\b{words('host')}\b")
# "… Bức xúc chuyện lạm thu TTO - Không phải ngẫu nhiên": headline and dateline of another story
_TEASER = re.compile(
    r"[^\s.,;:] \(?(?:TTO|TPO|PLO|NDO|NLDO|NLĐO|SGGPO|LĐO|HNMO|VOV|TTXVN|VTV|CAND|ANTĐ)\)?"
    r" ?[-\u2013\u2014] ?[^\W\d_]"
)
# "chọn ngày 10/10 hằng năm là Ngày Chuyển đổi số tỉnh": a day of every year
_EVERY_YEAR = re.compile(r" (?:của )?(?:hằng|hàng|mỗi) năm\b")
# "tổ chức (tại Huế) hội thảo", "triển lãm Chợ phiên sẽ mở cửa"
_HOLDING = re.compile(rf"\b{words('hold', 'open')}\b[^.;,]{{0,40}}$")
_OPENING = re.compile(rf"[^.;]{{0,80}}\b(?:{words('hold', 'occur', 'open')}|mở cửa)\b")
_CLAUSE = 120
_OPENS = 30  # "Tại Hà Nội, chiều 4-3, …"
_FROM_HOURS = tuple(f"từ {hour}" for hour in HOURS)


@dataclass(frozen=True, slots=True)
class _Case:
    """A date in its sentence, which spans `begin:end`; `before` are the words in front of it."""

    document: Document
    timex: Timex
    index: int
    begin: int
    end: int
    before: str


def refused(document: Document, timex: Timex, index: int) -> str:
    """Return why `timex` is not the event's date, "" where nothing speaks against it."""
    span = document.sentence(index)
    before = document.key[max(span.start, timex.start - 70) : timex.start]
    case = _Case(document, timex, index, span.start, span.end, before)
    return next((reason for reason, holds in _REASONS if holds(case)), "")


def _of_document(case: _Case) -> bool:
    key, timex = case.document.key, case.timex
    cited = citations.dated_by(key, timex, case.document.citations, case.begin, case.end)
    passed = _PASSED.search(case.before) and not timex.tells_hour
    signed = _SIGNED.search(key, max(case.begin, timex.start - 140), timex.start)
    return bool(cited or passed or signed) or citations.follows_document(key, timex, case.begin)


def _deadline(case: _Case) -> bool:
    return bool(_DEADLINE.search(case.before)) and not is_moved_to(case.document, case.timex)


def is_moved_to(document: Document, timex: Timex) -> bool:
    """Return whether `timex` is the day that an event is moved to."""
    at = bisect_left(document.moved_to, timex.start)
    return document.moved_to[at : at + 1] == (timex.start,)


def _moved_from(case: _Case) -> bool:
    key, timex = case.document.key, case.timex
    if _INSTEAD_OF.search(case.before) or _AS_PLANNED.match(key, timex.end, case.end):
        return True
    # "định tổ chức ngày 16/10, nay hoãn đến cuối tháng 11": of two days the first is the old one
    moved = case.document.moved_to
    later = bisect_right(moved, timex.end)
    if later < len(moved) and moved[later] < case.end:
        return True
    return bool(_MOVED_FROM.search(case.before) and _ONTO.match(key, timex.end, case.end))


def _beside(case: _Case) -> bool:
    key, start = case.document.key, case.timex.start
    later = case.index not in case.document.kept[:2] and _CLOSES_LATER.search(
        key, case.begin, start
    )
    return bool(later or _BESIDE.match(key, case.begin, start))


def _start(case: _Case) -> bool:
    begins = case.timex.cue.startswith("từ") and not case.timex.is_range
    # "Từ sáng 5.11, …": by its hour, what the news opens with is an event.
    opens = case.index in case.document.kept[:2] and case.timex.cue.startswith(_FROM_HOURS)
    return begins and not (opens or _HELD.search(case.before) or _event_begins(case))


def _event_begins(case: _Case) -> bool:
    """Whether an event is told right behind: "Từ ngày 5/6, tại Huế, triển lãm … mở cửa"."""
    key, end = case.document.key, case.timex.end
    near = min(case.end, end + _CLAUSE)
    events = (e for e in case.document.events_in(case.document.sentence(case.index)) if e.type)
    nouns = [e for e in events if end <= e.start < near]
    return any(
        _HOLDING.search(key[end : e.start]) or _OPENING.match(key, e.end, case.end) for e in nouns
    )


def _past(case: _Case) -> bool:
    return bool(_PAST.search(case.before)) and not is_moved_to(case.document, case.timex)


def _notice(case: _Case) -> bool:
    key, start = case.document.key, case.timex.start
    if _TOLD_TO_PRESS.search(key, max(case.begin, start - 190), start):
        return True
    if case.timex.tells_hour:
        return False
    ahead = _TELLS_AHEAD.match(case.document.key, case.timex.end, case.end)
    told = ahead or _TELLS_BACK.match(key, case.timex.end, case.end)
    tells = told and not case.timex.is_range and not _ON_STAGE.search(case.before)
    return bool(tells or _NOTICE.search(case.before))


def _to_a_paper(case: _Case) -> bool:
    key, timex = case.document.key, case.timex
    talks = timex.start - case.begin < _OPENS and _TALKS_TO_PRESS.match(key, timex.end, case.end)
    return bool(talks or _TO_A_PAPER.search(case.before))


def _anniversary(case: _Case) -> bool:
    if case.timex.kind is not Kind.DAY:
        return False
    counted = case.timex.cue.startswith("từ") and _YEARS_SINCE.search(case.before)
    # "lễ kỷ niệm Quốc khánh tối 2-8": by its hour, the ceremony itself
    kept = not case.timex.tells_hour and _ANNIVERSARY.search(case.before)
    return bool(counted or kept)


def _every_year(case: _Case) -> bool:
    return bool(_EVERY_YEAR.match(case.document.key, case.timex.end))


def _other_event(case: _Case) -> bool:
    key, timex = case.document.key, case.timex
    begin, end = max(case.begin, timex.start - 90), min(case.end, timex.end + 60)
    ordered = _ORDERED_AT.search(key, max(case.begin, timex.start - 150), timex.start)
    if ordered or _OTHER.search(key, begin, end):
        return True
    lead = case.document.kept[:2]
    return bool(_HOSTS.search(key, begin, timex.start)) and not any(
        _HOSTS.search(case.document.said(index)) for index in lead
    )


def _other_story(case: _Case) -> bool:
    within = case.index not in case.document.kept[:2]
    return within and bool(_TEASER.search(case.document.text, case.begin, case.timex.start))


_REASONS: tuple[tuple[str, Callable[[_Case], bool]], ...] = (
    ("date of a document", _of_document),
    (MOVED_FROM, _moved_from),
    ("a part of the event", _beside),
    ("a deadline, or the end of a count", _deadline),
    (START, _start),
    ("told as past", _past),
    ("the day of a notice", _notice),
    ("said to a paper", _to_a_paper),
    ("an anniversary or a birthday", _anniversary),
    ("a day of every year", _every_year),
    ("another event", _other_event),
    ("another story", _other_story),
)
