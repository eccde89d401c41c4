"""Whether the event was held, is announced, was put off or called off.

Turns the sentences that tell of the event, and its day beside that of publication, into one word.
No clock has a part in it: what a report announces stays announced until another tells that it was
held. What only a part of the event, another edition or something else suffers is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain

from egov_timeline.alternatives import Alternatives
from egov_timeline.edtf import EventDate
from egov_timeline.extract.annotate.announcing import HAPPENS, frame
from egov_timeline.extract.document import Document
from egov_timeline.extract.lexicon import words
from egov_timeline.extract.resolve.creation_time import stamp_date, stamp_words
from egov_timeline.records import Finding
from egov_timeline.text import Span

HELD, ANNOUNCED, POSTPONED, CANCELLED = "held", "announced", "postponed", "cancelled"

_OFF = Alternatives(
    rf"\b(?:(?P<cancelled>{words('call off')})|(?P<postponed>{words('put off')}))\b"
)
# "chưa thể mở cửa như đã hẹn"
_NOT_YET = Alternatives(rf"\bchưa thể (?:{words('hold', 'occur', 'open')}|mở cửa|mở màn)\b")
# "hủy tổ chức hội thảo", "lùi lịch hội thảo": nothing else stands between the word and the event
_ONTO = re.compile(
    rf"(?:,? (?:{words('hold', 'occur', 'open')}|việc|lịch|kế hoạch|thời gian|thời điểm|ngày|các|"
    r"cuộc|buổi|lại|bỏ|toàn bộ|vô thời hạn)){0,5} $"
)
# "hội thảo … đã bị hủy", "diễn đàn phải tạm hoãn do dịch"
_SUFFERS = re.compile(r"\b(?:bị|phải|tạm|đã|được|chính thức|nên)(?: phải)? $")
_IS_OVER = re.compile(
    r"\W*(?:$|[,.;:)]|\b(?:do|vì|đến|tới|sang|vô thời hạn|vào|nhằm|để|cho|trước|và|lại|khi|từ)\b)"
)
# "sau hai năm bị hoãn", "từng phải hủy", "năm ngoái": that was another time
_ONCE = re.compile(rf"\b(?:sau|từng|{words('earlier', 'last edition')}|các năm|những năm)\b")
_GOES_ON = re.compile(rf"\b(?:vẫn|không bị|trở lại|{words('ask')})\b|\bđã {words('occur', 'hold')}")
_COMING = re.compile(
    rf"\b(?:{words('planned', 'soon')}|chuẩn bị)\b(?: [^\s.,;:]+){{0,14}}? "
    rf"(?:{words('hold', 'occur', 'open', 'launch', 'host')}|đón|là nơi|tham dự|quy tụ)\b|"
    r"\b(?:được|đã) (?:ấn định|lên lịch)\b|\btheo (?:kế hoạch|lịch)\b"
)
# "Sáng 5/6, Sở đã họp": done, whatever the stamp says
_DONE = re.compile(rf"\b(?:đã|vừa|{words('part of day')}|hôm)\b")
_LEAD = 4
# As far into the article as its own event is spoken of as to come.
_NEWS = 8
_FAR = 160


def called_off(document: Document) -> Finding[str] | None:
    """Return that the event is called off or put off; with a new day it is to come on that one."""
    if not (_OFF.search(document.key) or _NOT_YET.search(document.key)):
        return None
    for index in _telling(document):
        for status, span in _stopped(document, index):
            if status == POSTPONED and (moved := _moved(document)):
                return document.finding(ANNOUNCED, "moved-to-a-new-day", [span, moved])
            return document.finding(status, "called-off", [span])
    return None


def announced(document: Document) -> Finding[str] | None:
    """Return that the event is to come by the words that tell of it, or by its day."""
    written, when = stamp_date(document), _when(document)
    known = when and when.earliest and when.precision == "day"
    if known and written and when and when.earliest and when.earliest != written:
        return _by_day(document, when.earliest, written)
    coming = _coming(document)
    return document.finding(ANNOUNCED, "to-come", [coming]) if coming else None


def held(document: Document) -> Finding[str] | None:
    """Return that nothing speaks against the event: it is reported."""
    index = next(iter(_telling(document)), None)
    if index is None:
        return None
    told = document.sentence(index)
    plainly = bool(HAPPENS.search(document.said(index)))
    return document.finding(HELD, "reported", [(told.start, told.end)], inferred=not plainly)


def _when(document: Document) -> EventDate | None:
    found = document.found.get("date")
    return found.value if found else None


def _telling(document: Document) -> Iterator[int]:
    """Yield the sentences that tell of the event: that of its day, the announcement, the lead."""
    found = document.found.get("date")
    dated = [document.sentence_at(e.start) for e in found.evidence[:1]] if found else []
    ranked = [a.sentence for a in document.announcements[:1]]
    kept = {*document.kept}
    every = dict.fromkeys(chain(dated, ranked, document.kept[:_LEAD]))
    return (index for index in every if index in kept and index is not None)


def _stopped(document: Document, index: int) -> Iterator[tuple[str, Span]]:
    """Yield what is said to become of the event in a sentence, with the words that say it."""
    sentence, key = document.sentence(index), document.key
    if _GOES_ON.search(key, sentence.start, sentence.end):
        return
    mentions = document.events_in(sentence)
    for found in _OFF.finditer(key, sentence.start, sentence.end):
        before = key[max(sentence.start, found.start() - 60) : found.start()]
        if _ONCE.search(before):
            continue
        status = found.lastgroup or ""
        after = (m for m in mentions if m.start >= found.end())
        hit = next((m for m in after if _ONTO.fullmatch(key, found.end(), m.start)), None)
        if hit:
            yield status, (found.start(), hit.end)
        elif _SUFFERS.search(before) and _IS_OVER.match(key, found.end(), sentence.end):
            sufferer = [m for m in mentions if found.start() - _FAR < m.start < found.start()]
            if sufferer:
                yield status, (sufferer[-1].start, found.end())
    for found in _NOT_YET.finditer(key, sentence.start, sentence.end):
        if any(m.start < found.start() for m in mentions):
            yield POSTPONED, found.span()


def _moved(document: Document) -> Span | None:
    """Return the words of the event's day, where it is the new one."""
    found = document.found.get("date")
    spans = [(e.start, e.end) for e in found.evidence[:1]] if found else []
    return next((s for s in spans if any(s[0] <= at < s[1] for at in document.moved_to)), None)


def _by_day(document: Document, first: date, written: date) -> Finding[str] | None:
    """Return that the day was still to come when the article appeared, and nothing told as done.

    A day that a sentence reports as gone is none to come: its year was misread, or the stamp was.
    """
    if written > first:
        return None
    for index in dict.fromkeys((*_telling(document), *document.kept[:_NEWS])):
        if coming := _coming_in(document, index):
            return document.finding(ANNOUNCED, "to-come", [coming])
    day = document.found["date"].evidence[0]
    dated = document.sentence_at(day.start)
    if dated is None or _DONE.search(document.said(dated)):
        return None
    stamp, why = stamp_words(document)
    spans = [(day.start, day.end), *stamp]
    return document.finding(ANNOUNCED, "day-after-publication", spans, inferred=True, why=why)


def _coming(document: Document) -> Span | None:
    """Return the words that tell the event as to come, where its day or its announcement does.

    What a speaker says of the future is not of the event at which it is said.
    """
    index = next(iter(_telling(document)), None)
    return None if index is None else _coming_in(document, index)


def _coming_in(document: Document, index: int) -> Span | None:
    start = document.sentence(index).start
    found = _COMING.search(document.key, start, start + len(frame(document.said(index))))
    return found.span() if found else None


STATUS = (called_off, announced, held)
