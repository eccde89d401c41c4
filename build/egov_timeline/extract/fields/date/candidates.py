"""Find the times that may be the event's, and weigh how the words around speak for each.

Turns the expressions of time in the kept sentences into candidates, each with its score and with
what refuses it. It chooses none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from egov_timeline.extract.annotate.timex import Kind, Timex
from egov_timeline.extract.document import Document
from egov_timeline.extract.fields.date import refusals
from egov_timeline.extract.lexicon import words
from egov_timeline.extract.resolve import weekdays
from egov_timeline.extract.resolve.creation_time import stamp_date
from egov_timeline.ordinals import number
from egov_timeline.records import Part


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date that may be the event's; `refused` says why it is not, "" where nothing does."""

    timex: Timex
    sentence: int
    score: float
    refused: str


_NOW = re.compile(rf"\b(?:{words('part of day')}|hôm)\b")
# "sẽ diễn ra tại Bình Dương từ ngày": the date closes the clause of the verb
_ATTACHED = re.compile(rf"\b{words('hold', 'occur', 'open', 'launch')}\b[^,.;:]{{0,60}}$")
_PLACED = re.compile(r"[\s,()]{0,3}(?:tại|ở)\b")
# "lần thứ 16", "kỳ thứ ba", "lần XII"
_EDITION = re.compile(
    r"\b(?:lần|kỳ)(?: thứ)? (?P<n>\d{1,3}|[ivx]{1,6}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\b"
)
# "Thời gian: 8h ngày 28/6", "3. Thời gian, địa điểm: khai giảng ngày 28/6": a notice says when
_LABEL = re.compile(
    r"[^\w\n]{0,4}(?:(?:\d{1,2}|[ivx]{1,4})[.)] ?)?(?:thời gian|ngày giờ)\b"
    r"(?! (?:đăng|nộp|nhận|gửi|xét|cập|đọc|làm|thực|triển|hoàn))(?:[^:\n]{0,40}:|\W*$)"
)
_VERB = re.compile(
    rf"\b(?:{words('hold', 'occur', 'open', 'close', 'launch', 'sign', 'award', 'convene')}|"
    r"công bố|họp)\b"
)

# News is told first: title, lead, a caption, and the sentence after them.
_LEAD = 5
_NEAR = 80
_NEWS = timedelta(3)

OTHER_EDITION = "another edition"


def candidates_of(document: Document) -> Iterator[Candidate]:
    """Yield each time that the article tells, but years, in order."""
    kept = {index: rank for rank, index in enumerate(document.kept)}
    announced = {a.sentence: a.score for a in document.announcements}
    happens: dict[int, bool] = {}  # a sentence may be long, and of many days
    open_days = {*weekdays.open_days(document)}
    for timex in document.timexes:
        index = document.sentence_at(timex.start)
        if index not in kept or timex.kind is Kind.YEAR:
            continue
        if index not in happens:
            happens[index] = bool(_VERB.search(document.said(index)))
        refused = refusals.refused(document, timex, index) or _of_edition(document, timex, index)
        refused = refused or (weekdays.OPEN if timex.start in open_days else "")
        score = announced.get(index, -1.0) + _weight(document, timex, index) + 1.0 * happens[index]
        score += 2.0 * (kept[index] < _LEAD) - 0.05 * min(kept[index], 20)
        yield Candidate(timex, index, score, refused)


def _weight(document: Document, timex: Timex, index: int) -> float:
    """Return how much the words around the date speak for the event."""
    sentence, key = document.sentence(index), document.key
    near = max(sentence.start, timex.start - _NEAR)
    caption = document.article.part_of(sentence) is Part.CAPTION
    return (
        4.0 * (timex.kind is Kind.DAY)
        + 1.0 * bool(_NOW.search(timex.cue))
        + 1.0 * (timex.start - sentence.start < 40)
        + 1.0 * bool(_PLACED.match(key, timex.end))
        + 8.0 * _is_labelled(document, index)
        + 1.0 * bool(_ATTACHED.search(key, near, timex.start))
        - 1.0 * caption
        + 2.0 * _just_before(document, timex)
    )


def _is_labelled(document: Document, index: int) -> bool:
    """Whether the sentence, or a line of its own above it, is labelled as the time of the event."""
    above = index and _LABEL.fullmatch(document.said(index - 1))
    return bool(above or _LABEL.match(document.said(index)))


def _just_before(document: Document, timex: Timex) -> bool:
    """Whether the day is that of the stamp or one of the three before it: news is of yesterday."""
    written = stamp_date(document)
    if not written or timex.kind is not Kind.DAY:
        return False
    last = timex.last.year or timex.first.year or written.year
    try:
        return timedelta() <= written - timex.last.earliest(last) <= _NEWS
    except ValueError:  # 29 February
        return False


def _of_edition(document: Document, timex: Timex, index: int) -> str:
    """Return that the day is of another edition than the one that the news opens with."""
    begin = max(document.sentence(index).start, timex.start - 100)
    numbered = [*_EDITION.finditer(document.key, begin, timex.start)][-1:]
    if not numbered:
        return ""
    lead = " ".join(document.said(i) for i in document.kept[:3])
    own = {number(m["n"]) for m in _EDITION.finditer(lead)}
    other = len(own) == 1 and number(numbered[0]["n"]) not in own
    return OTHER_EDITION if other else ""
