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

from egov_timeline import edtf, wording
from egov_timeline.edtf import EventDate, InvalidDate
from egov_timeline.extract.annotate import uncalendared
from egov_timeline.extract.annotate.editions import number
from egov_timeline.extract.annotate.timex import Kind, Timex
from egov_timeline.extract.document import Document
from egov_timeline.extract.fields.date import refusals
from egov_timeline.extract.fields.date.other_events import other_events
from egov_timeline.extract.lexicon import words
from egov_timeline.extract.resolve import day_ranges, weekdays, years
from egov_timeline.extract.resolve.creation_time import stamp_date, stamp_words
from egov_timeline.extract.resolve.event_day import Day
from egov_timeline.records import Evidence, Finding, Part


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date that may be the event's; `refused` says why it is not, "" where nothing does."""

    timex: Timex
    sentence: int
    score: float
    refused: str


# "cũng trong ngày 28-6": the same day as the event before, or another event on it
_ALSO = re.compile(r"\bcũng (?:trong )?$")
_NOW = re.compile(rf"\b(?:{words('part of day')}|hôm)\b")
# "sẽ diễn ra tại Bình Dương từ ngày": the date closes the clause of the verb
_ATTACHED = re.compile(rf"\b{words('hold', 'occur', 'open', 'launch')}\b[^,.;:]{{0,60}}$")
_CLOSING = re.compile(rf"\b(?:{words('close')}|kết thúc)(?: vào)? $")
# "trong tháng 11 vừa qua": counted from the day of writing
_THIS_MONTH = re.compile(r" (?:vừa (?:qua|rồi)|này)\b")
_PLACED = re.compile(r"[\s,()]{0,3}(?:tại|ở)\b")
# "lần thứ 16", "kỳ thứ ba", "lần XII"
_EDITION = re.compile(
    r"\b(?:lần|kỳ)(?: thứ)? (?P<n>\d{1,3}|[ivx]{1,6}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\b"
)
# "Thời gian: 8h ngày 28/6", "3. Thời gian, địa điểm: khai giảng ngày 28/6": a notice says when
_LABEL = re.compile(r"[^\w\n]{0,4}(?:\d{1,2}[.)] ?)?(?:thời gian|ngày giờ)\b[^:\n]{0,40}:")
_VERB = re.compile(
    rf"\b(?:{words('hold', 'occur', 'open', 'close', 'launch', 'sign', 'award', 'convene')}|"
    r"công bố|họp)\b"
)

# News is told first: title, lead, a caption, and the sentence after them.
_LEAD = 5
_ENOUGH = 4.5
_NEAR = 80
_NEWS = timedelta(3)

LESS_CLEAR = "announces the event less clearly"
OTHER_EDITION = "another edition"


def event_date(document: Document) -> Finding[EventDate] | None:
    """Return when the event takes place, as far as the text fixes it."""
    candidates = sorted(_candidates(document), key=lambda c: -c.score)
    winners = (c for c in candidates if _may_win(document, c))
    chosen = next((c for c in winners if not _of_another(document, c, candidates)), None)
    chosen = chosen or _put_off(document, candidates)
    found = _told(document, chosen, candidates) if chosen else _year(document)
    document.found["rejected"] = tuple(_rejected(document, candidates, found))
    document.found["others"] = other_events(document, found)
    return found


def _told(
    document: Document, chosen: Candidate, candidates: list[Candidate]
) -> Finding[EventDate] | None:
    if chosen.timex.kind is Kind.RELATIVE:
        return _relative(document, chosen, candidates)
    return _up_to_now(document, chosen, candidates) or _date(
        document, _stretched(document, chosen, candidates)
    )


def _put_off(document: Document, candidates: list[Candidate]) -> Candidate | None:
    """Return the day of an event that is put off with no new day: all that is known of it."""
    if any(refusals.is_moved_to(document, c.timex) for c in candidates):
        return None
    planned = (replace(c, refused="") for c in candidates if c.refused == refusals.MOVED_FROM)
    return next((c for c in planned if _may_win(document, c)), None)


# --- who may stand for the event ------------------------------------------------------------------


def _candidates(document: Document) -> Iterator[Candidate]:
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
        + 3.0 * bool(_LABEL.match(key, sentence.start, sentence.end))
        + 1.0 * bool(_ATTACHED.search(key, near, timex.start))
        - 2.0 * bool(_CLOSING.search(key, near, timex.start))
        - 1.5 * bool(_ALSO.search(key, max(sentence.start, timex.start - 12), timex.start))
        - 1.0 * caption
        + 2.0 * refusals.is_moved_to(document, timex)
        + 1.0 * _just_before(document, timex)
    )


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


def _may_win(document: Document, candidate: Candidate) -> bool:
    if candidate.refused:
        return False
    timex = candidate.timex
    if timex.kind is Kind.RELATIVE:
        return stamp_date(document) is not None
    if timex.kind is Kind.MONTH and timex.year is None:
        third = timex.cue.startswith(("thượng", "trung", "hạ"))
        told = (third or _THIS_MONTH.match(document.key, timex.end)) and stamp_date(document)
        return bool(told) and candidate.score >= _ENOUGH
    return candidate.score >= _ENOUGH


def _of_another(document: Document, candidate: Candidate, candidates: list[Candidate]) -> bool:
    """Whether the event is told by "hôm qua", of which no day is known, and this is of another.

    "Diễn đàn diễn ra hôm qua" and "cuộc gặp hôm 27/4": without a stamp the forum has no day.
    """
    if candidate.timex.kind is Kind.RELATIVE or stamp_date(document):
        return False
    relative = (c for c in candidates if c.timex.kind is Kind.RELATIVE)
    told = next((c for c in relative if c.refused in ("", weekdays.OPEN)), None)
    if told is None or told.sentence == candidate.sentence:
        return False
    # "Sáng 6/3, ông An dự diễn đàn … Theo báo cáo tại phiên họp diễn ra hôm qua": the day opens the
    # news, and "hôm qua" is of what is mentioned further down.
    ranks = [a.sentence for a in document.announcements]
    if candidate.sentence in ranks[:1] and candidate.sentence < told.sentence:
        return False
    types = _types(document, told.sentence), _types(document, candidate.sentence)
    return all(types) and types[0].isdisjoint(types[1])


def _types(document: Document, sentence: int) -> set[str]:
    """Return the types of event that a sentence names, those that only point back aside."""
    return {e.type for e in document.events if e.sentence == sentence and e.type}


def _stretched(document: Document, chosen: Candidate, candidates: list[Candidate]) -> Candidate:
    """Return the stretch of days that begins or ends with the chosen day, if the text tells one."""
    first = chosen.timex.first
    beside = sorted((c.timex for c in candidates if _is_beside(c, chosen)), key=lambda t: t.start)
    parts = day_ranges.of_parts(document.key, document.sentence(chosen.sentence).start, beside)
    if parts and parts.start <= chosen.timex.start < parts.end:
        return replace(chosen, timex=parts)
    for other in candidates:
        if other.sentence == chosen.sentence and (joined := _joined(document, chosen, other)):
            return replace(chosen, timex=joined)
        if other.refused or not other.timex.is_range or not _is_same(document, chosen, other):
            continue
        if (other.timex.first.month, other.timex.first.day) == (first.month, first.day):
            return other
    return chosen


def _is_beside(other: Candidate, chosen: Candidate) -> bool:
    """Whether a day stands in the sentence of the chosen one, and nothing speaks against it."""
    in_sentence = other.sentence == chosen.sentence
    return in_sentence and not other.refused and other.timex.kind is Kind.DAY


def _is_same(document: Document, one: Candidate, other: Candidate) -> bool:
    """Whether two sentences can tell of one event by the kinds of event that they name."""
    types = _types(document, one.sentence), _types(document, other.sentence)
    if not all(types) or not types[0].isdisjoint(types[1]):
        return True
    # "hội nghị tập huấn", and then "hội nghị"
    said = document.said(one.sentence)
    nouns = (document.key[e.start : e.end] for e in document.events if e.sentence == other.sentence)
    return any(noun in said for noun in nouns)


def _joined(document: Document, chosen: Candidate, other: Candidate) -> Timex | None:
    pairs = ((chosen.timex, other.timex), (other.timex, chosen.timex))
    joined = (day_ranges.from_day_to_day(document.key, *pair) for pair in pairs)
    return next((days for days in joined if days), None)


# --- the value ------------------------------------------------------------------------------------


def _date(document: Document, chosen: Candidate) -> Finding[EventDate] | None:
    timex = chosen.timex
    span = (timex.start, timex.end)
    day = Day(timex, chosen.sentence)
    if timex.year:
        slip = day.contradicts_itself(document.key)
        why = wording.WEEKDAY_DIFFERS if slip else None
        value = edtf.parse(timex.edtf())
        return document.finding(value, "announced-day", [span], inferred=slip, why=why)
    fixed = years.fix(document, day)
    if not fixed:
        return document.finding(edtf.parse(timex.edtf()), "announced-day", [span])
    try:
        value = edtf.parse(timex.edtf(fixed.year))
    except InvalidDate:  # 29 February of a year that has none
        return document.finding(edtf.parse(timex.edtf()), "announced-day", [span])
    found = document.finding(value, "announced-day", [span], inferred=True, why=fixed.why)
    of_year = tuple(document.evidence(*s, fixed.rule) for s in fixed.spans)
    return replace(found, evidence=found.evidence + of_year)


def _year(document: Document) -> Finding[EventDate] | None:
    fixed = years.of_gathering(document)
    if not fixed:
        return None
    value = edtf.parse(str(fixed.year))
    return document.finding(value, fixed.rule, fixed.spans, inferred=True, why=fixed.why)


def _relative(
    document: Document, chosen: Candidate, candidates: list[Candidate]
) -> Finding[EventDate] | None:
    written = stamp_date(document)
    if not written:
        return None
    opens = chosen.timex
    beside = (c.timex for c in candidates if c.sentence == chosen.sentence)
    key = document.key
    closes = next((t for t in beside if day_ranges.goes_to(key, opens, t, written)), opens)
    days = [t.on(written).isoformat() for t in (opens, closes)]
    value = edtf.parse("/".join(dict.fromkeys(days)))
    stamp, why = stamp_words(document)
    spans = [(opens.start, closes.end), *stamp]
    return document.finding(value, "day-of-writing", spans, inferred=True, why=why)


def _up_to_now(
    document: Document, chosen: Candidate, candidates: list[Candidate]
) -> Finding[EventDate] | None:
    """Return "từ 20/8 đến hôm nay": the stamp says which day the last is, and of which year."""
    written = stamp_date(document)
    if not written:
        return None
    beside = (c.timex for c in candidates if c.sentence == chosen.sentence)
    joined = (day_ranges.up_to_now(document.key, chosen.timex, t, written) for t in beside)
    days = next((j for j in joined if j), None)
    if not days:
        return None
    stamp, why = stamp_words(document)
    spans = [(days.start, days.end), *stamp]
    value = edtf.parse(days.edtf())
    return document.finding(value, "day-of-writing", spans, inferred=True, why=why)


def _rejected(
    document: Document, candidates: list[Candidate], found: Finding[EventDate] | None
) -> Iterator[tuple[Evidence, str]]:
    used = {(e.start, e.end) for e in found.evidence} if found else set()
    told = [((c.timex.start, c.timex.end), c.refused or LESS_CLEAR) for c in candidates]
    kept = {*document.kept}
    told += [u for u in uncalendared.find(document.key) if document.sentence_at(u[0][0]) in kept]
    for span, reason in sorted(told):
        if span not in used:
            yield document.evidence(*span, "date"), reason


EVENT_DATE = (event_date,)
