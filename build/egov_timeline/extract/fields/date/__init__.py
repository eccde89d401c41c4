"""Choose the date of the event among all dates of the article, and say why the others lost.

Turns the expressions of time in the kept sentences into one EDTF date. A date that belongs to a
document, a deadline, the past or another event is refused with its reason; among the rest the one
wins whose sentence best announces the event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from egov_timeline.edtf import EventDate
from egov_timeline.extract.annotate import uncalendared
from egov_timeline.extract.annotate.timex import Kind
from egov_timeline.extract.document import Document
from egov_timeline.extract.fields.date import refusals
from egov_timeline.extract.fields.date.candidates import Candidate, candidates_of
from egov_timeline.extract.fields.date.other_events import other_events
from egov_timeline.extract.fields.date.stretches import types_of
from egov_timeline.extract.fields.date.values import date_of, year_of
from egov_timeline.extract.resolve import weekdays
from egov_timeline.extract.resolve.creation_time import stamp_date
from egov_timeline.records import Evidence, Finding

# "trong tháng 11 vừa qua": counted from the day of writing
_THIS_MONTH = re.compile(r" (?:vừa (?:qua|rồi)|này)\b")
_ENOUGH = 4.5

LESS_CLEAR = "announces the event less clearly"


def event_date(document: Document) -> Finding[EventDate] | None:
    """Return when the event takes place, as far as the text fixes it."""
    candidates = sorted(candidates_of(document), key=lambda c: -c.score)
    winners = (c for c in candidates if _may_win(document, c))
    chosen = next((c for c in winners if not _of_another(document, c, candidates)), None)
    chosen = chosen or _put_off(document, candidates) or _begun(document, candidates)
    found = date_of(document, chosen, candidates) if chosen else year_of(document)
    document.found["rejected"] = tuple(_rejected(document, candidates, found))
    document.found["others"] = other_events(document, found)
    return found


def _put_off(document: Document, candidates: list[Candidate]) -> Candidate | None:
    """Return the day of an event that is put off with no new day: all that is known of it."""
    if any(refusals.is_moved_to(document, c.timex) for c in candidates):
        return None
    planned = (c for c in candidates if c.refused == refusals.MOVED_FROM)
    return next((c for c in map(_accepted, planned) if _may_win(document, c)), None)


def _begun(document: Document, candidates: list[Candidate]) -> Candidate | None:
    """Return the day from which something goes on, where the announcement tells no other."""
    best = [a.sentence for a in document.announcements[:1]]
    started = (c for c in candidates if c.refused == refusals.START and c.sentence in best)
    return next((c for c in map(_accepted, started) if _may_win(document, c)), None)


def _accepted(candidate: Candidate) -> Candidate:
    return replace(candidate, refused="")


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
    types = types_of(document, told.sentence), types_of(document, candidate.sentence)
    return all(types) and types[0].isdisjoint(types[1])


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
