"""Read a year from the name of the event: "Hội thảo … năm 2020", "Industry 4.0 Summit 2018".

A year inside the name is the year in which the event is held. A review or a plan is not: "tổng kết
năm 2018" is held at the turn of the year, so only its month tells which. The year of an index, a
report or another edition names nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from egov_timeline.extract.annotate.timex import Kind, Timex
from egov_timeline.extract.document import Document
from egov_timeline.extract.lexicon import words
from egov_timeline.extract.resolve.event_day import WEB_PRESS, Day, Fixed
from egov_timeline.text import Span

# "TP. Huế", "Q.1": no end of a sentence
_POINT = r"(?<!\btp)(?<!\btx)(?<!\btt)(?<!\bq)(?<!\bp)\.(?!\d)"
# "hội thảo “Nước ngầm, đất và rừng” lần thứ ba năm 2020": a title in a name may hold any words
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
# What ends a name, or makes the year that of something else: a verb, a clause, a figure, a period.
_LEAVES_NAME = re.compile(
    rf"[;:,!?\n]|{_POINT}|\b(?:{words('hold', 'occur', 'open', 'close', 'say', 'ask')}|"
    r"ra đời|khởi đầu|bắt đầu|đã|đang|sẽ|được|do|là|có|chỉ số|"
    r"kết quả|xếp hạng|báo cáo|phục vụ|"
    r"thống kê|số liệu|dự thảo|giai đoạn|nhiệm kỳ|từ|đến|trước|sau|trong|vào|so với|hết|hơn|gần|"
    r"khoảng|kỷ niệm|để|bàn|thảo luận|xem xét|cho ý kiến|"
    r"đưa ra|thông qua|điều chỉnh|"
    r"ban hành|nghị quyết|nghị định|quyết định|thông tư|chỉ thị|luật|index|dti|pci|"
    r"par|papi|ngày|tháng|quý|tình hình|tham gia|tham dự|từng)\b"
)
# "thi hành Luật Hợp tác xã năm 2012", "xếp hạng (PCI) 2016", "năm tài chính 2015", "Đại hội và năm
# 2016", "Expo 2020": the year of a law, an index, an account or another thing, however far in
_OF_ANOTHER = re.compile(
    r"\b(?:luật|nghị (?:quyết|định)|quyết định|thông tư|chỉ thị|hiến pháp|xếp hạng|chỉ số|"
    r"công ước|hiệp định|hiệp ước|nghị định thư|tuyên bố|(?:chức|vai trò) chủ tịch|"
    r"(?:năm|niên) (?:tài chính|khóa|học|vụ)|mùa giải|tình hình|windows|office)\b|"
    r"\b(?:và|hoặc|với|cho|của|như) (?:năm )?$"
)
# "từng dự cuộc thi Hoa hậu Trái đất 2012", "chuẩn bị tổ chức Expo 2020": of a person, or for later
_ASIDE = re.compile(
    r"\b(?:từng|đăng quang|danh hiệu|vương miện|ngôi vị|hoa hậu|á hậu|á khôi|hoa khôi|quán quân|"
    r"á quân|nhà vô địch|người đẹp|nam vương|được biết)\b[^.;]{0,50}$|"
    r"\b(?:chuẩn bị|phục vụ|khu|để (?:tổ chức|đăng cai))\b[^,.;]{0,40}$"
)
_LOOK_BACK = 60
# "Lễ trao Giải thưởng … năm 2016", "Đại hội đồng cổ đông 2017": in that year, or in the next
_PRIZE = re.compile(r"\b(?:(?:trao )?giải thưởng|giải báo chí|trao giải|danh hiệu|cổ đông)\b")
_AT_ITS_END = 9
# "Chung kết Hoa hậu Hoàn vũ 2016" on 30 January: the contest of the year before ends with winter
_CONTEST = re.compile(r"\b(?:cuộc thi|hội thi|giải|chung kết|hoa hậu|bình chọn|awards?)\b")
_WINTER = 2
# "hội nghị tổng kết … năm 2018", "hội nghị triển khai kế hoạch năm 2019"
_REVIEW = re.compile(r"\b(?:tổng kết|đánh giá|nhìn lại|rút kinh nghiệm)\b")
_HALF_YEAR = re.compile(r"\b(?:sơ kết|6 tháng|sáu tháng)\b")
# "công tác 2017": what is done by the year
_YEARLY = re.compile(
    r"\b(?:công tác|nhiệm vụ|kế hoạch|phương hướng|hoạt động|outlook|triển vọng|dự báo) $"
)
# "Vietnam Outlook 2019", "triển vọng kinh tế năm 2019": a forecast is made like a plan.
_PLAN = re.compile(
    r"\b(?:triển khai|phương hướng|kế hoạch|nhiệm vụ|công tác|chương trình|outlook|triển vọng|"
    r"dự báo)\b"
)
# "tổng kết công tác 2017, triển khai nhiệm vụ": where the words about the next year begin
_YEAR_BEFORE = re.compile(r"\bnăm (?:20\d\d)?|\b20\d\d\b")
# In a frame or a plan the name may hold a list: "trưng bày sản phẩm, giải pháp … năm 2017".
_COMMAS_TOO = re.compile(
    rf"[;:!?\n]|{_POINT}|\b(?:{words('occur', 'say', 'ask')}|đã|sẽ|do|giai đoạn|"
    r"chỉ số|kết quả|báo cáo|đến|từ|vào|so với|tháng|ngày)\b"
)
# "trước đó", "lần tới": another edition.
_OTHER = re.compile(
    rf"\b(?:{words('earlier', 'last edition', 'next edition', 'handover', 'host')}|"
    r"(?:kỳ|lần) (?:đầu|tiếp))\b"
)
# "bên lề hội thảo là triển lãm … năm 2017", "trong khuôn khổ Lễ hội … 2017": the same gathering
_FRAME = re.compile(r"\b(?:bên lề|trong khuôn khổ|song song)\b")
# "Ngày An toàn thông tin 2012", "Ngày Chuyển đổi số quốc gia": a day that is an event
_DAY_OF = re.compile(r"\bNgày(?= (?P<name>[^\W\d_])[^\W\d_]* [^\W\d_]+ )")
# "mở đầu cho kỳ thi tay nghề 2019": what frames the event need not be one itself
_GREATER = re.compile(r"\b(?:trong khuôn khổ|mở đầu(?: cho)?) (?P<name>kỳ thi|mùa giải|giải)\b")
_COUNTED = re.compile(r" (?:đại biểu|người|khách|doanh nghiệp|đơn vị|triệu|tỷ|tỉ|đồng|lượt|gian)\b")
_LONGEST_NAME = 170
_LEAD = 4
# "diễn tập thực chiến, ứng cứu sự cố năm 2023, do Sở tổ chức": it is the event that somebody holds
_BY_WHOM = re.compile(r",? (?:do|được)\b")
# "lần thứ XXVIII, năm 2022": the comma that may stand behind a number
_NUMBER = re.compile(r"\blần (?:thứ )?\w+, $")


def of_name(document: Document, day: Day) -> Fixed | None:
    """Take the year that stands in the event's name, where all its mentions agree."""
    named = of_gathering(document, day.sentence)
    # Named only further down, it may be another: of the guests, or the next one.
    if not named or not _is_near(document, day.sentence, named.spans[0][0]):
        return None
    contest = day.month <= _WINTER and _CONTEST.search(document.key, *named.spans[0])
    of_other = contest or (day.month < _AT_ITS_END and _is_of_prize(document, named))
    return None if of_other else named


def contradicts(document: Document, day: Day, year: int) -> bool:
    """Return whether the event's name has another year; a prize may be given a year late."""
    named = of_gathering(document, day.sentence)
    if not named or not _is_near(document, day.sentence, named.spans[0][0]):
        return False
    return not 0 <= year - named.year <= _is_of_prize(document, named)


def _is_of_prize(document: Document, named: Fixed) -> bool:
    return bool(_PRIZE.search(document.key, *named.spans[0]))


def of_gathering(document: Document, sentence: int) -> Fixed | None:
    """Take the year from the name of the event told of in `sentence`, or of what frames it."""
    named = [(y, h) for y, h in _named(document, sentence) if not _reviews(document, h[1], y)]
    if len({y.year for y, _ in named}) != 1:
        return None
    year, head = min(named, key=lambda n: not _is_near(document, sentence, n[0].start))
    return Fixed(year.year or 0, ((head[0], year.end),), "event-name")


def _is_near(document: Document, sentence: int, start: int) -> bool:
    """Whether a name stands in `sentence`, or in the lead."""
    return document.sentence_at(start) in {sentence, *document.kept[:_LEAD]}


def of_review(document: Document, day: Day) -> Fixed | None:
    """Take the year of a review or plan by its month: February reviews the year before."""
    for sentence in _own_sentences(document, day.sentence):
        years = [
            y for y, at in document.times(Kind.YEAR) if at == sentence and _single(document, y)
        ]
        for year in reversed(years):
            between = _back_to_noun(document, sentence, year)
            # "tổng kết Đường hoa 2017" looks back at what is over, not at a year
            yearly = year.cue or _YEARLY.search(between)
            if not yearly or _OF_ANOTHER.search(between + year.cue):
                continue
            if held := _held(between, year.year or 0, day.month):
                return Fixed(held, ((year.start, year.end),), "event-name")
    return None


def _held(between: str, year: int, month: int) -> int | None:
    """Return when a review or plan of `year` is held in `month`; None where that is open."""
    last = _YEAR_BEFORE.split(between)[-1]
    if _HALF_YEAR.search(last):
        return year if 6 <= month <= 9 else None
    if _REVIEW.search(last):
        return year if month >= 11 else year + 1 if month <= 4 else None
    if _PLAN.search(last):
        return year if month <= 8 else year - 1 if month >= 11 else None
    return None


def _named(document: Document, sentence: int) -> Iterator[tuple[Timex, Span]]:
    """Yield each year that stands in the name of this event, with its noun."""
    own = _own_sentences(document, sentence)
    nouns = {document.key[e.start : e.end] for e in document.events if e.sentence in own}
    # "Chung kết diễn ra ngày 16-6" may announce best, and the next names the contest.
    own = (*own, *(a.sentence for a in document.announcements[1:2]))
    for year, at in document.times(Kind.YEAR):
        text = document.said(at)
        if (
            not _single(document, year)
            or (year.year or 0) < WEB_PRESS
            or (at != sentence and _OTHER.search(text))
        ):
            continue
        for start, end in _heads(document, at):
            framed = bool(_FRAME.search(text) or _BY_WHOM.match(document.key, year.end))
            ours = at in own or framed or document.key[start:end] in nouns
            aside = _ASIDE.search(document.key, max(0, start - _LOOK_BACK), start)
            if not ours or aside or end > year.start:
                continue
            if not _leaves(document.key[end : year.start], framed):
                yield year, (start, end)
                break


def _heads(document: Document, sentence: int) -> Iterator[Span]:
    """Yield the nouns that a name can begin with: "Hội thảo …", also "Ngày An toàn thông tin"."""
    span = document.sentence(sentence)
    yield from ((e.start, e.end) for e in document.events_in(span))
    for match in _DAY_OF.finditer(document.text, span.start, span.end):
        if match["name"].isupper():
            yield match.span()
    for match in _GREATER.finditer(document.key, span.start, span.end):
        yield match.span("name")


def _leaves(between: str, framed: bool) -> bool:
    between = _QUOTED.sub("", between)
    if _OF_ANOTHER.search(between):
        return True
    leaves = _COMMAS_TOO if framed else _LEAVES_NAME
    if _NUMBER.search(between):
        between = between.removesuffix(", ")
    return len(between) > _LONGEST_NAME or bool(leaves.search(between))


def _own_sentences(document: Document, sentence: int) -> tuple[int, ...]:
    """Return the sentences that surely tell of this event: that of the day, the best, the title."""
    best = [a.sentence for a in document.announcements[:1]]
    return tuple(dict.fromkeys((sentence, *best, *document.kept[:2])))


def _single(document: Document, year: Timex) -> bool:
    return (
        not year.is_range
        and (year.year or 0) >= WEB_PRESS
        and year.cue in ("", "năm ")
        and not (year.cue == "" and _COUNTED.match(document.key, year.end))
    )


def _reviews(document: Document, end: int, year: Timex) -> bool:
    between = document.key[end : year.start]
    return any(p.search(between) for p in (_REVIEW, _HALF_YEAR, _PLAN))


def _back_to_noun(document: Document, sentence: int, year: Timex) -> str:
    """Return the words from the event's noun to `year`; empty where a clause lies between."""
    for mention in document.events:
        if mention.sentence == sentence and mention.end <= year.start:
            between = document.key[mention.end : year.start]
            if len(between) < _LONGEST_NAME and not _COMMAS_TOO.search(between):
                return between
    return ""


RULES = (of_name, of_review)
