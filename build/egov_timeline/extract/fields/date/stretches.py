"""Join the chosen day with those of its sentence or article that make up one event.

Turns one candidate into the one for all days of the event: from an opening to a closing day, of
numbered parts, or a range that is told elsewhere and begins with the day.
"""

from __future__ import annotations

from dataclasses import replace

from egov_timeline.extract.annotate.timex import Kind, Timex
from egov_timeline.extract.document import Document
from egov_timeline.extract.fields.date.candidates import Candidate
from egov_timeline.extract.resolve import day_ranges


def stretched(document: Document, chosen: Candidate, candidates: list[Candidate]) -> Candidate:
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
    types = types_of(document, one.sentence), types_of(document, other.sentence)
    if not all(types) or not types[0].isdisjoint(types[1]):
        return True
    # "hội nghị tập huấn", and then "hội nghị"
    said = document.said(one.sentence)
    events = document.events_in(document.sentence(other.sentence))
    nouns = (document.key[e.start : e.end] for e in events)
    return any(noun in said for noun in nouns)


def types_of(document: Document, sentence: int) -> set[str]:
    """Return the types of event that a sentence names, those that only point back aside."""
    return {e.type for e in document.events_in(document.sentence(sentence)) if e.type}


def _joined(document: Document, chosen: Candidate, other: Candidate) -> Timex | None:
    pairs = ((chosen.timex, other.timex), (other.timex, chosen.timex))
    joined = (day_ranges.from_day_to_day(document.key, *pair) for pair in pairs)
    return next((days for days in joined if days), None)
