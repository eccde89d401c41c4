"""Which of many articles are worth a closer look beside a new one.

Turns the facts of a record and the raw texts of an archive into the few ids that may be the same
article or report the same event: those that hold phrases of it, or name its day and its place.
Nothing is cleaned or extracted for it, so that thousands of texts take a fraction of a second.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from egov_timeline.likeness.events import appeared, days
from egov_timeline.likeness.texts import words_of
from egov_timeline.records import Record
from egov_timeline.text import fold

_MOST = 30
_PHRASE = 4  # words
_PHRASES = 32
_FEWEST = 2
# A report says "hôm qua (14/10)", or only its stamp gives the day.
_LATER = 2


def nearby(record: Record, texts: Mapping[str, str]) -> tuple[str, ...]:
    """Return the ids of `texts` that may be like `record`, the likeliest first."""
    phrases = tuple(_phrases(record))
    told_days = tuple(form for day in _days(record) for form in _forms(day))
    places = tuple(_places(record))
    scores = {}
    for ident, text in texts.items():
        lowered = text.lower()
        shared = sum(phrase in lowered for phrase in phrases)
        named = any(form in lowered for form in told_days)
        placed = not places or any(place in lowered for place in places)
        if shared >= _FEWEST or (named and placed):
            scores[ident] = shared + (named and placed)
    ranked = sorted(scores, key=lambda ident: (-scores[ident], ident))
    return tuple(ranked[:_MOST])


def _phrases(record: Record) -> Iterator[str]:
    words = words_of(record.article)
    step = max(1, (len(words) - _PHRASE) // _PHRASES)
    for at in range(0, max(0, len(words) - _PHRASE), step):
        yield " ".join(words[at : at + _PHRASE])


def _days(record: Record) -> list[date]:
    if told := days(record.facts.date.value if record.facts.date else None):
        return [*told, *(told[-1] + timedelta(days=n) for n in range(1, _LATER + 1))]
    day = appeared(record)
    return [day - timedelta(days=n) for n in range(_LATER + 1)] if day else []


def _forms(day: date) -> Iterator[str]:
    d, m = day.day, day.month
    for separator in "/-.":
        yield from {f"{d}{separator}{m}", f"{d:02}{separator}{m:02}", f"{d}{separator}{m:02}"}
    yield from (f"{d} tháng {m}", f"{d:02} tháng {m:02}")


def _places(record: Record) -> Iterator[str]:
    told = record.facts.location.value if record.facts.location else None
    for name in (told.province, told.place) if told else ():
        if name:
            yield name.lower()
            yield fold(name)
