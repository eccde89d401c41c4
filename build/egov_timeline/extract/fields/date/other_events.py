"""Find the sentences that announce another event than the one that the article is the record of.

"Ngày 12/5/2016, tại Đà Nẵng, UBND thành phố tổ chức Hội thảo Thành phố thông minh": a day, a name
and that it is held, all three another's. Nothing is read of such an event; no fact of it may pass
for one of the article's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from egov_timeline.edtf import EventDate, Point
from egov_timeline.extract.annotate.announcing import HAPPENS
from egov_timeline.extract.annotate.event_names import name_at
from egov_timeline.extract.annotate.timex import Kind, Timex
from egov_timeline.extract.document import Document
from egov_timeline.extract.fields.date import refusals
from egov_timeline.records import Evidence, Finding
from egov_timeline.text import fold

# Of the words of the shorter of two names: so much in common, and both mean one event.
_ALIKE = 0.6
_NAMES = ("event", "series")


def other_events(document: Document, date: Finding[EventDate] | None) -> tuple[Evidence, ...]:
    """Return the sentences that announce an event of another day than `date` and another name."""
    if date is None or date.value.precision != "day":
        return ()
    own = {document.sentence_at(evidence.start) for evidence in date.evidence}
    elsewhen = [*dict.fromkeys(_of_other_days(document, date.value, own))]
    names = [*_own_names(document, own, elsewhen)]
    found = []
    for index in elsewhen:
        named = [*_names_in(document, index)]
        if named and not any(_alike(name, known) for name in named for known in names):
            span = document.sentence(index)
            found.append(document.evidence(span.start, span.end, "other-event"))
    return tuple(found)


def of_another(document: Document) -> tuple[str, ...]:
    """Return which of the facts found stand where another event is announced: they are its own."""
    spans = [(other.start, other.end) for other in document.found.get("others", ())]
    return tuple(
        field
        for field in (*_NAMES, "location")
        if (finding := document.found.get(field))
        and any(start <= finding.evidence[0].start < end for start, end in spans)
    )


def _of_other_days(document: Document, date: EventDate, own: set[int | None]) -> Iterator[int]:
    """Yield the sentences that tell of what is held on another day."""
    for timex, index in document.times(Kind.DAY):
        is_other = index not in own and _is_other(timex, date)
        if is_other and not refusals.refused(document, timex, index) and _holds(document, index):
            yield index


def _is_other(timex: Timex, date: EventDate) -> bool:
    if timex.year and date.year and timex.year != date.year:
        return True
    return not _day(date.start) <= _day(timex.first) <= _day(date.end)


def _day(point: Point) -> tuple[int, int]:
    return point.month or 0, point.day or 0


def _holds(document: Document, index: int) -> bool:
    return bool(HAPPENS.search(document.said(index)))


def _own_names(document: Document, own: set[int | None], elsewhen: Sequence[int]) -> Iterator[str]:
    """Yield what the article's event is called, first of all in the sentence that gives its day.

    A name that stands with another day is the event's only where that sentence has none.
    """
    named = [name for index in own for name in _names_in(document, index)]
    yield from named
    if title := document.found.get("title"):
        yield title.value
    for field in _NAMES:
        finding = document.found.get(field)
        if finding and not (named and document.sentence_at(finding.evidence[0].start) in elsewhen):
            yield finding.value if field == "event" else finding.value.name


def _names_in(document: Document, index: int | None) -> Iterator[str]:
    if index is None:
        return
    sentence = document.sentence(index)
    for mention in document.events_in(sentence):
        if mention.type and (name := name_at(document, mention, sentence.end)):
            yield name.core


def _alike(one: str, other: str) -> bool:
    shorter, longer = sorted(({*fold(name).split()} for name in (one, other)), key=len)
    return len(shorter & longer) >= _ALIKE * len(shorter)
