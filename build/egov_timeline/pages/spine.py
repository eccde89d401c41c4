"""Lay entries out along the spine: years, the silence between them, and a shelf for what has none.

Turns a timeline and the cards of its entries into a `Spine` for the templates. It counts what it
shows, and whether that is too much for cards.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from egov_timeline.pages.cards import Card, anchor_of
from egov_timeline.pages.pagination import CARDS
from egov_timeline.records import Timeline, TimelineEntry

_LONGEST = 28


@dataclass(frozen=True, slots=True)
class Gap:
    """Silent years before a year; `layer` is `events`, `all`, or "" where both layers have it."""

    years: int
    layer: str

    @property
    def step(self) -> int:
        """How long the silence is, on a log scale, as theme/assets/css/steps.css has it."""
        return min(round(math.log2(self.years) * 4), _LONGEST)


@dataclass(frozen=True, slots=True)
class YearGroup:
    """The cards of one year, or of one of its months, and the gaps in front of it.

    The second layer (`Card.related`) is off until a reader switches it on; a year that holds
    nothing else comes and goes with it, so a gap may differ with the layer.
    """

    year: int
    gaps: tuple[Gap, ...]
    cards: tuple[Card, ...]
    month: int | None = None  # where the page is that of a year

    @property
    def anchor(self) -> str:
        """Its id on the page."""
        return f"nam-{self.year}" if self.month is None else f"thang-{self.month}"

    @property
    def label(self) -> str:
        """What heads it; month 0 is not known."""
        if self.month is None:
            return str(self.year)
        return f"Tháng {self.month}" if self.month else "Chưa rõ tháng"

    @property
    def doubted(self) -> bool:
        """Whether nothing of its first layer is of that year for certain."""
        shown = [card for card in self.cards if not card.related]
        return bool(shown) and all(card.doubted for card in shown)

    @property
    def related(self) -> bool:
        """Whether the year holds the second layer only."""
        return all(card.related for card in self.cards)


@dataclass(frozen=True, slots=True)
class Spine:
    """What a page shows of a timeline."""

    years: tuple[YearGroup, ...]
    shelf: tuple[Card, ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        """All cards in order, those of the shelf last."""
        return (*(card for group in self.years for card in group.cards), *self.shelf)

    @property
    def dated(self) -> tuple[YearGroup, ...]:
        """The years that hold more than the second layer."""
        return tuple(group for group in self.years if not group.related)

    @property
    def events(self) -> int:
        """How many events it shows."""
        return sum(card.counted for card in self.cards)

    @property
    def milestones(self) -> int:
        """How many milestones of the first layer it shows."""
        return sum(card.kind is not None and not card.related for card in self.cards)

    @property
    def documents(self) -> int:
        """How many documents its second layer has."""
        return sum(card.related and card.kind is not None for card in self.cards)

    @property
    def cited(self) -> int:
        """How many editions its second layer has that only citations tell of."""
        return sum(card.related and card.kind is None for card in self.cards)

    @property
    def crowded(self) -> bool:
        """Whether lines serve a reader better than cards."""
        return self.events >= CARDS


def spine(timeline: Timeline, cards: Mapping[str, Card], *, layered: bool = True) -> Spine:
    """Return `timeline` with the gaps between its years; `cards` has each entry by its anchor.

    Not `layered`, it is of one layer: what the second one holds is shown as all else is.
    """

    def drawn(entries: tuple[TimelineEntry, ...]) -> tuple[Card, ...]:
        found = (cards[anchor_of(entry)] for entry in entries)
        return tuple(card if layered else replace(card, related=False) for card in found)

    return Spine(tuple(_years(timeline, drawn)), drawn(timeline.shelf))


def by_month(spine: Spine) -> Spine:
    """Return the spine of a single year, its months told apart; what has no month comes first."""
    months = (
        YearGroup(group.year, (), tuple(cards), month)
        for group in spine.years
        # In time, "2019" stands between the first of January and the second.
        for month, cards in groupby(sorted(group.cards, key=_month), key=_month)
    )
    return Spine(tuple(months), spine.shelf)


def _month(card: Card) -> int:
    return card.month


def newest(spine: Spine, count: int) -> Spine:
    """Return the last `count` events that have a year, latest first."""
    shown = [card for group in spine.years for card in group.cards if card.counted][-count:]
    kept = {card.anchor for card in shown}
    years = (
        YearGroup(group.year, (), tuple(c for c in reversed(group.cards) if c.anchor in kept))
        for group in reversed(spine.years)
    )
    return Spine(tuple(group for group in years if group.cards), ())


def _years(
    timeline: Timeline, drawn: Callable[[tuple[TimelineEntry, ...]], tuple[Card, ...]]
) -> Iterator[YearGroup]:
    year_before: int | None = None
    event_year_before: int | None = None
    for year in timeline.years:
        group = YearGroup(year.year, (), drawn(year.entries))
        last = None if group.related else event_year_before
        yield replace(group, gaps=_gaps(year.year, year_before, last))
        year_before = year.year
        event_year_before = event_year_before if group.related else year.year


def _gaps(year: int, before: int | None, event_before: int | None) -> tuple[Gap, ...]:
    """Return the gaps in front of `year`: since the last year shown in each of the layers."""
    gaps = {
        layer: year - last for layer, last in (("all", before), ("events", event_before)) if last
    }
    if gaps.get("all") == gaps.get("events"):
        gaps = {"": gaps["all"]} if gaps else {}
    return tuple(Gap(years, layer) for layer, years in gaps.items() if years > 1)
