"""Lay out the overview: all years on one axis, to scale.

Turns the years of a timeline into ticks with their place in per cent, their marks, and where there
is room for their label. Years too close for a finger share a tick; none is left out. Where marks
would pile up too high, bars to scale stand for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from egov_timeline import wording
from egov_timeline.pages.cards import YearGroup

# As many marks as the axis piles on one tick before it draws bars.
_STACK = 4
# In px: where the lowest mark stands above the line, how far apart marks are, how high bars get.
_FOOT, _STEP, _TALL, _LEAST = 11, 16, 64, 4


@dataclass(frozen=True, slots=True)
class Room:
    """What a tick needs on an axis, in per cent of its length: to be hit, and for a digit."""

    target: float
    digit: float


# 24 and 9 px of the axis on a screen of 320 px (240 px), and on one of 768 px (668 px).
_ROOMS = {"narrow": Room(10.0, 3.75), "wide": Room(3.6, 1.35)}


@dataclass(frozen=True, slots=True)
class Dot:
    """The mark of one entry, `y` px below the line (above it: less than 0); `of` is its anchor."""

    mark: str
    y: int
    of: str


@dataclass(frozen=True, slots=True)
class Tick:
    """One or several years on the axis; `at` is the place of the first, in per cent.

    It bears the marks of its entries, or a bar of so many px. `words` say what it stands for.
    """

    years: tuple[int, ...]
    label: str
    words: str
    at: float
    labelled: bool
    dots: tuple[Dot, ...]
    bar: int

    @property
    def height(self) -> int:
        """How many px the tick rises above the line."""
        return self.bar or _FOOT + _STEP * len(self.dots)


def axes(years: Sequence[YearGroup]) -> dict[str, tuple[Tick, ...]]:
    """Return the axis for narrow and for wide screens, or one for `all` where they are the same."""
    laid = {size: ticks(years, room) for size, room in _ROOMS.items()}
    if laid["narrow"] == laid["wide"]:
        return {"all": laid["wide"]} if laid["wide"] else {}
    return laid


def ticks(years: Sequence[YearGroup], room: Room) -> tuple[Tick, ...]:
    """Return the axis, to scale; no two ticks are nearer than `room.target`."""
    if len(years) < 2:
        return ()
    shared = [
        (at, group, wording.years_span(group[0].year, group[-1].year))
        for at, group in _shared(years, room.target)
    ]
    labelled = _labelled([(at, len(label) * room.digit) for at, _, label in shared])
    most = max(_size(group) for _, group, _ in shared)
    return tuple(_tick(group, label, at, at in labelled, most) for at, group, label in shared)


def _tick(group: Sequence[YearGroup], label: str, at: float, labelled: bool, most: int) -> Tick:
    dots, bar = _drawn(group, most)
    years = tuple(year.year for year in group)
    return Tick(years, label, _words(group, label), at, labelled, dots, bar)


def _shared(years: Sequence[YearGroup], target: float) -> Iterator[tuple[float, list[YearGroup]]]:
    """Yield the years in groups that are `target` apart, each at the place of its first year."""
    first, last = years[0].year, years[-1].year
    start, group = 0.0, list[YearGroup]()
    for year in years:
        at = round(100 * (year.year - first) / (last - first), 2)
        if group and at - start >= target:
            yield start, group
            start, group = at, []
        group.append(year)
    yield start, group


def _drawn(group: Sequence[YearGroup], most: int) -> tuple[tuple[Dot, ...], int]:
    """Return the marks of a tick, or instead of too many the height of its bar in px."""
    shown = [card for year in group for card in year.cards if not card.related]
    events = sum(card.kind is None for card in shown)
    if most > _STACK and events:
        return (), max(_LEAST, round(_TALL * events / most))
    cards = shown[: 1 if most > _STACK else _STACK]
    marks = enumerate(cards)
    return tuple(Dot(card.mark, -_FOOT - _STEP * i, card.anchor) for i, card in marks), 0


def _size(group: Sequence[YearGroup]) -> int:
    return sum(not card.related for year in group for card in year.cards)


def _words(group: Sequence[YearGroup], label: str) -> str:
    """Return what a tick stands for: "2015–2016: 2 sự kiện, 1 mốc được nhắc tới"."""
    shown = [card for year in group for card in year.cards if not card.related]
    events = sum(card.kind is None for card in shown)
    return f"{label}: {wording.entries_label(events, len(shown) - events)}"


def _labelled(places: Sequence[tuple[float, float]]) -> set[float]:
    """Return the places that can bear a label of their width: last and first before all others."""
    chosen = [places[-1]]
    for place in reversed(places[:-1]):
        if place == places[0] or (_apart(place, chosen[-1]) and _apart(places[0], place)):
            chosen.append(place)
    return {at for at, _ in chosen}


def _apart(first: tuple[float, float], second: tuple[float, float]) -> bool:
    return second[0] - first[0] >= (first[1] + second[1]) / 2
