"""Whether the name that was found is of the event whose day was found.

Turns the two findings into a yes or no. They are of one event where one sentence tells both, or
both stand close in the lead; a press conference is not the festival that it is about.
"""

from __future__ import annotations

import re

from egov_timeline.extract.annotate.event_names import name_at
from egov_timeline.extract.document import Document
from egov_timeline.extract.lexicon import words
from egov_timeline.records import Evidence
from egov_timeline.text import fold

# Sentences that belong together: the title, the lead, and what goes on from either.
_LEAD, _CLOSE = 6, 2
# Of the words of the shorter of two names: so much in common, and both mean one event.
_ALIKE = 0.6
# "tổ chức họp báo thông tin về Lễ hội": of what the press is told
_ABOUT = re.compile(
    rf"[^.;:]{{0,40}}?\b(?:{words('inform')}|giới thiệu|công bố|về)\b[^.;:]{{0,20}}$"
)
_PRESS = re.compile(rf"\b{words('press conference')}\b")


def name_is_of_the_day(document: Document) -> bool:
    """Return whether the event's name and its day, where both are found, are of one event."""
    name, day = document.found.get("event"), document.found.get("date")
    if not name or not day or not day.evidence or day.value.precision != "day":
        return True
    named, dated = (document.sentence_at(found.evidence[0].start) for found in (name, day))
    if named is None or dated is None:
        return True
    if named == dated:
        return not _is_announced_to_the_press(document, name.evidence[0], dated)
    others = [*_names(document, dated)]
    if others:
        return any(_alike(name.value, other) for other in others)
    place = {index: rank for rank, index in enumerate(document.kept)}
    first, last = sorted((place.get(named, 0), place.get(dated, 0)))
    return last < _LEAD or last - first <= _CLOSE


def _is_announced_to_the_press(document: Document, name: Evidence, index: int) -> bool:
    """Whether the sentence tells the press conference's day, and the name is what it is about."""
    start = document.sentence(index).start
    met = _PRESS.search(document.key, start, name.start)
    return bool(met and _ABOUT.match(document.key, met.end(), name.start))


def _names(document: Document, index: int) -> list[str]:
    sentence = document.sentence(index)
    found = (name_at(document, m, sentence.end) for m in document.events_in(sentence) if m.type)
    return [name.core for name in found if name]


def _alike(one: str, other: str) -> bool:
    shorter, longer = sorted(({*fold(name).split()} for name in (one, other)), key=len)
    return len(shorter & longer) >= _ALIKE * len(shorter)
