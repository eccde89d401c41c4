"""Find reports of one event in different words: by its day, its place, and its name or bodies.

Turns records into pairs with the fields that agree. An article in another language has no facts
that rules could read; it is suspected where it appeared just after an event, and names its place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from egov_timeline.edtf import EventDate
from egov_timeline.records import Extraction, Record
from egov_timeline.text import fold

DAY = "date"
PUBLISHED = "published"
_LONGEST = timedelta(days=10)
# Days after an event on which papers abroad, or for foreigners, still report it.
_REPORTED = 2
_ANY_YEAR = 2000
# Of the words of the shorter name: enough that "Hội thảo Quốc gia về Chính phủ số năm 2021" is
# "Hội thảo quốc gia về Chính phủ số 2021"; less than that, bodies must agree as well.
_NAMED_ALIKE, _NAMED_UNLIKE = 0.75, 0.35
_WORD = re.compile(r"\w+")
_SAYS_NOTHING = frozenset(
    # hội thảo, hội nghị, diễn đàn, lễ khai mạc, bế mạc … quốc gia lần thứ … năm …
    re.findall(
        r"\w+",
        "hoi thao nghi dien dan le khai mac be ve cua va tai nam lan thu cac cho trong quoc gia",
    )
)
_VIETNAMESE = re.compile(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")
# One such letter in five is what Vietnamese has; names alone bring a few into another language.
_FOREIGN = 0.02

Found = tuple[str, str, tuple[str, ...]]


def same_events(
    records: Sequence[Record], foreign: Sequence[Record], among: Collection[str] | None = None
) -> Iterator[Found]:
    """Yield two ids and the fields that agree, for each pair that may report one event.

    `foreign` are those of the records that are `in_another_language`.
    """
    by_day = _by_day(records)
    seen = set()
    for here in by_day.values():
        for one, other in combinations(here, 2):
            pair = (one.id, other.id)
            if pair in seen or not _wanted(pair, among):
                continue
            seen.add(pair)
            if agrees := _agreement(one.facts, other.facts):
                yield *pair, (DAY, *agrees)
    yield from _foreign(foreign, by_day, among)


def _wanted(pair: tuple[str, str], among: Collection[str] | None) -> bool:
    return among is None or not {*pair}.isdisjoint(among)


def _by_day(records: Sequence[Record]) -> dict[tuple[int, int], list[Record]]:
    """Return the records by each month and day that the event takes."""
    found: dict[tuple[int, int], list[Record]] = defaultdict(list)
    for record in sorted(records, key=lambda record: record.id):
        for day in days(record.facts.date.value if record.facts.date else None):
            found[day.month, day.day].append(record)
    return found


def days(told: EventDate | None) -> list[date]:
    """Return the days that an event takes, the first of many; none where its day is not known.

    Where the year is not known, they are those of a year that has all days.
    """
    if told is None or not (told.start.day and told.end.day):
        return []
    if told.is_set:
        return [point.earliest(point.year or _ANY_YEAR) for point in told.days]
    first, last = (point.earliest(point.year or _ANY_YEAR) for point in (told.start, told.end))
    return [
        first + timedelta(days=n) for n in range((min(last, first + _LONGEST) - first).days + 1)
    ]


def _agreement(one: Extraction, other: Extraction) -> tuple[str, ...]:
    """Return what agrees besides month and day; nothing where that is too little."""
    years = {facts.date.value.year for facts in (one, other) if facts.date} - {None}
    place = _same_place(one, other)
    if len(years) > 1 or place is False:
        return ()
    alike = _names_alike(one, other)
    agrees = [name for name, holds in (("location", place),) if holds]
    if one.series and other.series and fold(one.series.value.name) == fold(other.series.value.name):
        agrees.append("series")
    if alike is not None and alike >= _NAMED_ALIKE:
        agrees.append("event")
    named = len(agrees) > bool(place)
    if place and (named or alike is None or alike >= _NAMED_UNLIKE) and _share_body(one, other):
        agrees.append("organizer")
    return tuple(agrees) if named or "organizer" in agrees else ()


def _same_place(one: Extraction, other: Extraction) -> bool | None:
    """Return whether the places agree; None where one of them is not known."""
    if not one.location or not other.location:
        return None
    here, there = one.location.value, other.location.value
    if here.province and there.province:
        return here.shares_province(there)
    if here.place and there.place:
        return fold(here.place) in fold(there.place) or fold(there.place) in fold(here.place)
    return None


def _names_alike(one: Extraction, other: Extraction) -> float | None:
    """Return how much of the shorter name the other has; None where one of them is nameless."""
    if not one.event or not other.event:
        return None
    words = [
        set(_WORD.findall(fold(facts.event.value))) - _SAYS_NOTHING
        for facts in (one, other)
        if facts.event
    ]
    shorter, longer = sorted(words, key=len)
    return len(shorter & longer) / len(shorter) if shorter else None


def _share_body(one: Extraction, other: Extraction) -> bool:
    here, there = (
        {body.value.id or fold(body.value.name) for body in facts.organizer}
        for facts in (one, other)
    )
    return not here.isdisjoint(there)


def _foreign(
    records: Sequence[Record],
    by_day: dict[tuple[int, int], list[Record]],
    among: Collection[str] | None,
) -> Iterator[Found]:
    for record in records:
        day_out = appeared(record)
        if not day_out:
            continue
        said = f" {' '.join(_WORD.findall(fold(record.article.text)))} "
        near = {
            other.id: other
            for back in range(_REPORTED + 1)
            for day in [day_out - timedelta(days=back)]
            for other in by_day.get((day.month, day.day), ())
            if other.facts.date and other.facts.date.value.year == day.year
        }
        for other in near.values():
            pair = (min(record.id, other.id), max(record.id, other.id))
            if _wanted(pair, among) and _names_province(said, other.facts):
                yield *pair, (PUBLISHED, "location")


def appeared(record: Record) -> date | None:
    """Return the day on which the article was published, by its own words or its editor's."""
    told = record.facts.published.value if record.facts.published else record.seed.source.published
    try:
        return date.fromisoformat(told[:10]) if told else None
    except ValueError:
        return None


def in_another_language(record: Record) -> bool:
    """Whether no rule could read when its event was, as the article is in another language."""
    text = record.article.text
    if record.facts.date or not appeared(record):
        return False
    return len(_VIETNAMESE.findall(text.lower())) < _FOREIGN * len(text)


def _names_province(said: str, facts: Extraction) -> bool:
    province = facts.location.value.province if facts.location else None
    return bool(province) and f" {fold(province or '')} " in said
