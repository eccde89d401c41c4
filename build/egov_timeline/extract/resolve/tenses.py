"""Read the tense in which a report speaks of a date.

Turns each expression of time that has a year into a `Phrase`: the words of its clause, and whether
it is to come, gone or open. What a phrase says of the day of writing is a `Witness`, which
`day_witnesses` and `year_witnesses` make.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from egov_timeline.extract.annotate import citations
from egov_timeline.extract.annotate.timex import Kind, Timex
from egov_timeline.extract.document import Document
from egov_timeline.extract.lexicon import words
from egov_timeline.text import Span


class Tense(StrEnum):
    """How a date lies to the day of writing, as its clause tells."""

    COMING = "coming"
    GONE = "gone"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Witness:
    """What a phrase says of the day of writing: not before `since`, not after `until`.

    `near` is where such phrases usually stand: a figure is fresh, a task is close ahead. It rules
    nothing out. `sure` tells one that can only be of the running year: "9 tháng đầu năm 2018",
    "năm 2018 này"; `of` is the time that a phrase names.
    """

    span: Span
    since: date | None = None
    until: date | None = None
    near: tuple[date, date] | None = None
    sure: bool = False
    of: Timex | None = None


# "sẽ", "dự kiến", "chậm nhất" against "đã", "vừa", "so với". A prize that bears a year has been
# given in it.
_GONE = (
    rf"{words('earlier')}|đã|vừa|từng|hồi(?! \d{{1,2}}(?:[hg:]| giờ))|sau đó|"
    r"so với|tính (?:đến|tới)|(?:đến|tới) nay|cách đây|"
    r"năm qua|đạt|thu được|thu hút|ghi nhận|xảy ra|nhưng|tuy nhiên|chưa|xếp|"
    r"vinh danh|đoạt|giành|giải thưởng|danh hiệu|bình chọn|awards?"
)
_BEFORE_IT = re.compile(
    rf"\b(?:(?P<coming>{words('planned')}|sắp|phấn đấu|mục tiêu|kế hoạch|lộ trình|chậm nhất|"
    rf"muộn nhất|{words('ask')}|cần|phải (?:xong|hoàn thành|kết thúc|đạt|có)|chuẩn bị|tầm nhìn|"
    r"hướng (?:tới|đến)|(?:thời|gia) hạn|hạn chót|thời gian tới|khẩn trương|không để)|"
    rf"(?P<gone>{_GONE}))\b"
)
# Behind the date only what is surely a verb of its clause counts.
_BEHIND_IT = re.compile(
    rf"\b(?:(?P<coming>{words('planned')}|phấn đấu|phải|cần|không để|(?:thời )?hạn chót)|"
    rf"(?P<gone>{_GONE}))\b"
)
# "kế hoạch năm 2019", "phương châm hành động năm 2018", but not "tình hình thực hiện nhiệm vụ 2018"
_PLAN = re.compile(
    r"\b(?:kế hoạch|nhiệm vụ|phương châm|chủ đề|phương hướng|trọng tâm|dự toán)"
    r"(?: (?!(?:đến|tới|từ|trước|vào|trong|cuối) )[^\W\d]+){0,6} $"
)
_CARRIED_OUT = re.compile(
    r"\b(?:đã|đạt|vượt|kết quả|tình hình|tổng kết|đánh giá|kiểm điểm|báo cáo|so với)\b[^.;,]{0,60}$"
)
# "dự kiến xong vào tháng 6/2019 nhưng đến nay": planned, and perhaps gone by
_MISSED = re.compile(r"[^.;]{0,30}\b(?:nhưng|tuy nhiên|song)\b")
_OPENS = re.compile(r"(?:^|, )(?:kể )?(?:từ |vào |trong |đến )?$")
_CLAUSE = re.compile(r"[;.:!?](?=\s)|\n")
_BEFORE, _BEHIND = 110, 60
# "đầu tháng 2/2018" is over on the tenth.
_PART_ENDS = {"đầu": 10, "giữa": 20}


@dataclass(frozen=True, slots=True)
class Phrase:
    """An expression of time with a year, and the words of its clause around it."""

    timex: Timex
    before: str
    behind: str
    of_document: bool  # "Nghị quyết … ngày 14/10/2015"
    of_event: bool  # in the sentence that gives the event's day

    @property
    def span(self) -> Span:
        """Where the expression stands."""
        return self.timex.start, self.timex.end

    @property
    def year(self) -> int:
        """The year of its first day."""
        return self.timex.year or 0

    @property
    def first(self) -> date:
        """Its first day."""
        return self.timex.first.earliest(self.year)

    @property
    def last(self) -> date:
        """Its last day."""
        last = self.timex.last.latest(self.timex.last.year or 0)
        ends = (d for part, d in _PART_ENDS.items() if self.timex.cue.startswith(part))
        return last.replace(day=next(ends, last.day)) if self.timex.kind is Kind.MONTH else last

    @property
    def is_planned(self) -> bool:
        """Whether it is the time of a plan that is still to be carried out."""
        return bool(_PLAN.search(self.before)) and not _CARRIED_OUT.search(self.before)

    @property
    def tense(self) -> Tense:
        """How it lies to the day of writing.

        A date that opens a clause ("…, ngày 3/3, Bộ đã họp") goes with the verb behind it, another
        one with the nearest word before it.
        """
        if self.is_planned:
            return Tense.COMING
        before = [*_BEFORE_IT.finditer(self.before)][-1:]
        behind = [*_BEHIND_IT.finditer(self.behind)][:1]
        opens = _OPENS.search(self.before)
        words = behind + before if opens else before + behind
        tense = Tense(words[0].lastgroup or "") if words else Tense.OPEN
        return Tense.OPEN if tense is Tense.COMING and _MISSED.match(self.behind) else tense

    def in_year(self, year: int) -> Witness:
        """Return that the report was written in `year`."""
        return Witness(self.span, date(year, 1, 1), date(year, 12, 31), sure=True)


def phrases(document: Document, event: int = -1) -> Iterator[Phrase]:
    """Yield the dated phrases of the article; the sentence `event` gives the event's day."""
    for timex, at in document.times(Kind.DAY, Kind.MONTH, Kind.YEAR):
        if timex.year:
            sentence, key = document.sentence(at), document.key
            before = key[max(sentence.start, timex.start - _BEFORE) : timex.start]
            behind = key[timex.end : min(sentence.end, timex.end + _BEHIND)]
            clause, rest = _CLAUSE.split(before)[-1].lstrip(), _CLAUSE.split(behind)[0]
            cited = citations.dated_by(key, timex, document.citations, sentence.start, sentence.end)
            yield Phrase(timex, clause, rest, bool(cited), at == event)


# "hiện nay (tháng 5/2017)", "năm ngoái (2017)", "ngày 14/10/2015 vừa qua"
NOW = re.compile(r"\b(?:hiện nay|hiện tại|thời điểm này|đến nay) ?\($")
LAST_YEAR = re.compile(r"\bnăm (?:ngoái|trước)[ ,(]{1,3}$")
JUST = re.compile(r",? (?:vừa qua|vừa rồi|mới đây)\b")
# How long after its day a counted figure is still told as news.
COUNTED = timedelta(123)
