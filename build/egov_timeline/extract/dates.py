"""Choose the date of the event among all dates of the article, and say why the others lost.

Turns the expressions of time in the kept sentences into one EDTF date. A date that belongs to a
document, a deadline, the past or another event is refused with its reason; among the rest the one
wins whose sentence best announces the event. A year that no words fix stays `XXXX`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from egov_timeline import edtf
from egov_timeline.edtf import EventDate, InvalidDate
from egov_timeline.extract import refusals, stamps, years
from egov_timeline.extract.clues import Day, said, stamp_date
from egov_timeline.extract.reading import Reading
from egov_timeline.extract.timex import Kind, Timex
from egov_timeline.records import Evidence, Finding, Part
from egov_timeline.text import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date that may be the event's; `refused` says why it is not, "" where nothing does."""

    timex: Timex
    sentence: int
    score: float
    refused: str


# "cũng trong ngày 28-6": the same day as the event before, or another event on it
_ALSO = re.compile(r"\bcũng (?:trong )?$")
_NOW = re.compile(r"\b(?:rạng sáng|sáng|trưa|chiều|tối|hôm nay|hôm qua|hôm)\b")
_HOURS = ("sáng", "trưa", "chiều", "tối", "rạng", "hôm nay")
# "sẽ diễn ra tại Bình Dương từ ngày": the date closes the clause of the verb
_ATTACHED = re.compile(
    r"\b(?:diễn ra|tổ chức|khai mạc|ra mắt|khởi tranh|khai trương)\b[^,.;:]{0,60}$"
)
# "khai mạc ngày 23/10 và kết thúc vào 24/11"
_CLOSES = re.compile(r"[^.;:]{0,60}\b(?:bế mạc|kết thúc)(?: vào)? ?")
_CLOSING = re.compile(r"\b(?:bế mạc|kết thúc)(?: vào)? $")
_PLACED = re.compile(r"[\s,()]{0,3}(?:tại|ở)\b")
_VERB = re.compile(
    r"\b(?:tổ chức|diễn ra|khai mạc|khai trương|ra mắt|ký kết|trao giải|công bố|triệu tập|họp|"
    r"khởi tranh|khai giảng|bế mạc)\b"
)

# News is told first: title, lead, a caption, and the sentence after them.
_LEAD = 5
_ENOUGH = 4.5


def event_date(reading: Reading) -> Finding[EventDate] | None:
    """Return when the event takes place, as far as the text fixes it."""
    candidates = sorted(_candidates(reading), key=lambda c: -c.score)
    chosen = next((c for c in candidates if _may_win(reading, c)), None)
    found = _date(reading, _stretched(reading, chosen, candidates)) if chosen else _year(reading)
    reading.found["rejected"] = tuple(_rejected(reading, candidates, found))
    return found


# --- who may stand for the event ------------------------------------------------------------------


def _candidates(reading: Reading) -> Iterator[Candidate]:
    kept = {index: rank for rank, index in enumerate(reading.kept)}
    announced = {a.sentence: a.score for a in reading.announcements}
    for timex in reading.timexes:
        index = reading.sentence_at(timex.start)
        if index not in kept or timex.kind is Kind.YEAR:
            continue
        refused = refusals.refused(reading, timex, index)
        score = announced.get(index, -1.0) + _weight(reading, timex, index)
        score += 2.0 * (kept[index] < _LEAD) - 0.05 * min(kept[index], 20)
        yield Candidate(timex, index, score, refused)


def _weight(reading: Reading, timex: Timex, index: int) -> float:
    """Return how much the words around the date speak for the event."""
    sentence, key = reading.sentence(index), reading.key
    text = said(reading, index)
    caption = reading.article.part_of(sentence) is Part.CAPTION
    return (
        4.0 * (timex.kind is Kind.DAY)
        + 1.0 * bool(_NOW.search(timex.cue))
        + 1.0 * (timex.start - sentence.start < 40)
        + 1.0 * bool(_PLACED.match(key, timex.end))
        + 1.0 * bool(_VERB.search(text))
        + 1.0 * bool(_ATTACHED.search(text[: timex.start - sentence.start]))
        - 2.0 * bool(_CLOSING.search(key, sentence.start, timex.start))
        - 1.5 * bool(_ALSO.search(key, max(sentence.start, timex.start - 12), timex.start))
        - 1.0 * caption
    )


def _may_win(reading: Reading, candidate: Candidate) -> bool:
    if candidate.refused:
        return False
    timex = candidate.timex
    if timex.kind is Kind.RELATIVE:
        return stamp_date(reading) is not None
    if timex.kind is Kind.MONTH and timex.year is None:
        return False
    return candidate.score >= _ENOUGH


def _stretched(reading: Reading, chosen: Candidate, candidates: list[Candidate]) -> Candidate:
    """Return the stretch of days that begins with the chosen day, if the text tells one."""
    first = chosen.timex.first
    for other in candidates:
        if joined := _closed_by(reading, chosen, other):
            return replace(chosen, timex=joined)
        begins = (other.timex.first.month, other.timex.first.day) == (first.month, first.day)
        if begins and other.timex.is_range and not other.refused:
            return other
    return chosen


def _closed_by(reading: Reading, chosen: Candidate, other: Candidate) -> Timex | None:
    """Return the days from the opening to the closing, where one sentence tells both."""
    opens, closes = chosen.timex, other.timex
    same = chosen.sentence == other.sentence and opens.end < closes.start
    if not same or opens.is_range or closes.kind is not Kind.DAY or opens.kind is not Kind.DAY:
        return None
    if not _CLOSES.fullmatch(reading.key, opens.end, closes.start):
        return None
    first, last = opens.first, closes.last
    first = first if first.year else replace(first, year=last.year)
    joined = replace(opens, end=closes.end, first=first, last=last)
    return joined if first.earliest(first.year or 2000) < last.earliest(last.year or 2000) else None


# --- the value ------------------------------------------------------------------------------------


def _date(reading: Reading, chosen: Candidate) -> Finding[EventDate] | None:
    timex = chosen.timex
    span = (timex.start, timex.end)
    if timex.kind is Kind.RELATIVE:
        return _relative(reading, timex, span)
    if timex.year:
        return reading.finding(edtf.parse(timex.edtf()), "announced-day", [span])
    fixed = years.fix(reading, Day(timex, chosen.sentence))
    if not fixed:
        return reading.finding(edtf.parse(timex.edtf()), "announced-day", [span])
    try:
        value = edtf.parse(timex.edtf(fixed.year))
    except InvalidDate:  # 29 February of a year that has none
        return reading.finding(edtf.parse(timex.edtf()), "announced-day", [span])
    evidence = (reading.evidence(*span, "announced-day"),)
    why = tuple(reading.evidence(*s, fixed.rule) for s in fixed.spans)
    found = reading.finding(value, "announced-day", [], inferred=True)
    return Finding(value, found.certainty, evidence + why)


def _year(reading: Reading) -> Finding[EventDate] | None:
    fixed = years.of_gathering(reading)
    if not fixed:
        return None
    return reading.finding(edtf.parse(str(fixed.year)), fixed.rule, fixed.spans, inferred=True)


def _relative(reading: Reading, timex: Timex, span: Span) -> Finding[EventDate] | None:
    written, stamp = stamp_date(reading), reading.found.get("published")
    if not written or not stamp:
        return None
    day = written + timedelta(days=timex.shift or 0)
    spans = [span, (stamp.evidence[0].start, stamp.evidence[0].end)]
    return reading.finding(edtf.parse(day.isoformat()), "day-of-writing", spans, inferred=True)


def _rejected(
    reading: Reading, candidates: list[Candidate], found: Finding[EventDate] | None
) -> Iterator[tuple[Evidence, str]]:
    used = {(e.start, e.end) for e in found.evidence} if found else set()
    for candidate in sorted(candidates, key=lambda c: c.timex.start):
        span = (candidate.timex.start, candidate.timex.end)
        if span not in used:
            reason = candidate.refused or "announces the event less clearly"
            yield reading.evidence(*span, "date"), reason


PUBLISHED = (stamps.published,)
EVENT_DATE = (event_date,)
