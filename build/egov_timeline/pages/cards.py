"""Choose what a timeline shows of each entry.

Turns timeline entries into cards of plain values for the templates: date as precise as known, name,
place, organizers, themes and one key quote with the address of its sentence. It decides no fact.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from egov_timeline import wording
from egov_timeline.edtf import EventDate, Point
from egov_timeline.pages.body import Support, anchor, sentence_index
from egov_timeline.pages.facts import support
from egov_timeline.records import (
    Article,
    Evidence,
    Part,
    Record,
    Timeline,
    TimelineEntry,
    TimelineYear,
)
from egov_timeline.text import Span
from egov_timeline.vocabulary import Vocabularies

_LINE_BREAK = re.compile(r"\s*\n\s*")
# A quote on a card: about four lines on a phone.
_QUOTE = 260
# What a card's quote should bear out, and how much each counts: a timeline is about dates.
_WORTH = {"date": 3, "location": 2, "organizer": 1, "event": 1}
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the article; `pieces` are (text, whether the fact stands on it)."""

    pieces: tuple[tuple[str, bool], ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class Card:
    """One entry as the templates see it; all values are plain text."""

    id: str
    slug: str
    name: str
    mark: str
    edtf: str | None
    machine_date: str | None
    date: str
    certainty: str
    place: str | None
    organizers: tuple[str, ...]
    more_organizers: int
    themes: tuple[tuple[str, str], ...]
    quote: Quote | None
    kind: str | None = None
    article: str = ""


@dataclass(frozen=True, slots=True)
class YearGroup:
    """The cards of one year, and how many years lie between it and the one shown before."""

    year: int
    gap: int
    cards: tuple[Card, ...]

    @property
    def gap_size(self) -> float:
        """How far apart the years stand, on a log scale: 0 for neighbours."""
        return round(math.log2(self.gap), 2) if self.gap > 1 else 0


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the overview axis; `at` is its place in per cent.

    `label` says where there is room for the year: `always`, on a `wide` screen, or `never`.
    """

    year: int
    at: float
    label: str
    marks: tuple[str, ...]
    more: int


def name_of(record: Record) -> str:
    """Return what the event is called, or else the article."""
    named = record.facts.event or record.facts.title
    return named.value if named else wording.nameless(record.facts.event_type)


def groups(
    timeline: Timeline, vocabularies: Vocabularies, keep: Callable[[TimelineEntry], bool]
) -> tuple[YearGroup, ...]:
    """Return the years that hold entries to keep, with the gaps between them."""
    kept = [
        TimelineYear(year.year, entries)
        for year in timeline.years
        if (entries := tuple(filter(keep, year.entries)))
    ]
    before = [year.year for year in kept[:1] + kept[:-1]]
    return tuple(
        YearGroup(year.year, year.year - last, tuple(card(e, vocabularies) for e in year.entries))
        for year, last in zip(kept, before, strict=True)
    )


def ticks(years: Sequence[YearGroup]) -> tuple[Tick, ...]:
    """Return the overview axis, to scale; a label stands only where there is room for it."""
    if len(years) < 2:
        return ()
    first, last = years[0].year, years[-1].year
    places = [round(100 * (group.year - first) / (last - first), 2) for group in years]
    always, wide = _labelled(places, _NARROW), _labelled(places, _WIDE)
    return tuple(
        Tick(
            group.year,
            at,
            "always" if at in always else "wide" if at in wide else "never",
            tuple(c.mark for c in group.cards[:_STACK]),
            len(group.cards[_STACK:]),
        )
        for group, at in zip(years, places, strict=True)
    )


# As many marks as the axis piles on one year; the rest is a number.
_STACK = 4
# The width of a year's label on a phone and on a wide screen, in per cent of the axis.
_NARROW, _WIDE = 14.0, 5.5


def _labelled(places: Sequence[float], width: float) -> set[float]:
    """Return the places that can bear a label, the last and the first before all others."""
    chosen = [places[-1]]
    for at in reversed(places[:-1]):
        if at == places[0] or (chosen[-1] - at >= width and at - places[0] >= width):
            chosen.append(at)
    return set(chosen)


def card(entry: TimelineEntry, vocabularies: Vocabularies) -> Card:
    """Return what the timeline shows of `entry`."""
    whole = _event(entry.record, entry.date, vocabularies)
    if entry.milestone is None:
        return whole
    milestone = entry.milestone.value
    evidence = entry.milestone.evidence[0]
    return replace(
        whole,
        name=milestone.name,
        mark="milestone",
        certainty=entry.milestone.certainty.value,
        place=milestone.place,
        organizers=(),
        more_organizers=0,
        themes=(),
        quote=_quote(entry.record.article, Support((("milestones", evidence),)), evidence),
        kind=wording.MILESTONES.get(milestone.kind, milestone.kind),
        article=name_of(entry.record),
    )


def _event(record: Record, date: EventDate | None, vocabularies: Vocabularies) -> Card:
    facts = record.facts
    names = [finding.value.name for finding in facts.organizer]
    themes = [finding.value for finding in facts.themes]
    proof = support(record)
    best = _best(record.article, proof)
    return Card(
        id=record.id,
        slug=record.slug,
        name=name_of(record),
        mark=mark(date),
        edtf=date.edtf if date else None,
        machine_date=machine_date(date),
        date=wording.date_label(date),
        certainty=facts.date.certainty.value if facts.date else "",
        place=wording.location_label(facts.location.value) if facts.location else None,
        organizers=tuple(names[:_NAMED]),
        more_organizers=len(names[_NAMED:]),
        themes=tuple((t, vocabularies.themes[t].label) for t in themes if t in vocabularies.themes),
        quote=_quote(record.article, proof.of("date"), best) if best else None,
    )


def mark(date: EventDate | None) -> str:
    """Return which mark stands for the date: its shape says how much is known."""
    if date is None or date.year is None or date.uncertain or date.approximate:
        return "uncertain"
    if date.precision != "day":
        return "part"
    return "days" if date.is_interval else "day"


def machine_date(date: EventDate | None) -> str | None:
    """Return as much of the first day as HTML's <time> can say; None for a month without year."""
    if date is None:
        return None
    point = date.start
    if point.year is None:
        return f"{point.month:02}-{point.day:02}" if point.day else None
    return "-".join(_digits(point))


def _digits(point: Point) -> Iterator[str]:
    yield f"{point.year:04}"
    for part in (point.month, point.day):
        if part:
            yield f"{part:02}"


def _best(article: Article, proof: Support) -> Evidence | None:
    """Return the evidence whose sentence bears out most of what a card says."""

    def worth(which: tuple[int, Evidence]) -> tuple[float, int]:
        sentence = article.sentences[sentence_index(article, which[1].start)]
        fields = {f for f, e in proof.evidence if sentence.start <= e.start < sentence.end}
        said = sum(_WORTH.get(field, 0) for field in fields)
        return said - 2 * (article.part_of(sentence) is not Part.BODY), -which[0]

    known = [(i, e) for i, (field, e) in enumerate(proof.evidence) if field in _WORTH]
    return max(known, key=worth)[1] if known and article.sentences else None


def _quote(article: Article, proof: Support, evidence: Evidence) -> Quote:
    """Return the sentence of `evidence`, cut at words around it where it is long."""
    sentence = article.sentences[sentence_index(article, evidence.start)]
    start, end = _window(article.text, (sentence.start, sentence.end), evidence)
    pieces = list(_pieces(article.text, start, end, proof.words(start, end)))
    if start > sentence.start:
        pieces.insert(0, ("…\u00a0", False))
    if end < sentence.end:
        pieces.append(("\u00a0…", False))
    one_line = tuple((_LINE_BREAK.sub(" ", piece), marked) for piece, marked in pieces)
    return Quote(one_line, anchor(article, evidence.start))


def _window(text: str, sentence: Span, evidence: Evidence) -> Span:
    start, end = sentence
    if end - start <= _QUOTE:
        return sentence
    if evidence.end - start > _QUOTE:
        room = max(0, _QUOTE - (evidence.end - evidence.start)) // 3
        start = _word_after(text, max(start, evidence.start - room), evidence.start)
    if end - start > _QUOTE:
        cut = text.rfind(" ", max(start, evidence.end), start + _QUOTE)
        end = cut if cut > 0 else max(evidence.end, start + _QUOTE)
    return start, end


def _word_after(text: str, start: int, end: int) -> int:
    """Return where the first whole word at or after `start` begins."""
    cut = text.find(" ", start, end)
    return cut + 1 if cut >= 0 else end


def _pieces(text: str, start: int, end: int, words: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    done = start
    for first, last in words:
        yield text[done:first], False
        yield text[first:last], True
        done = last
    yield text[done:end], False
