"""Lay out the overview: all years on one axis, each at a place of its own.

Turns the years of a timeline into ticks with their place in per cent, their marks, and where there
is room for their label. It is to scale where that leaves each year its place; else long silence is
drawn short and dotted, so that no outlier squeezes the rest. Years that even so are too many for a
screen make no axis: there a table of years stands in its place.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from egov_timeline import wording
from egov_timeline.facets import NO_YEAR
from egov_timeline.pages.cards import Card
from egov_timeline.pages.spine import YearGroup

# As many marks as the axis piles on one tick before it draws bars.
_STACK = 4
# In px: where the lowest mark stands above the line, how far apart marks are, how high bars get.
_FOOT, _STEP, _TALL, _LEAST = 11, 16, 64, 4

# How long so many years without a tick are drawn: to scale, as on the spine, at the least.
_SCALES: tuple[Callable[[int], float], ...] = (
    float,
    lambda years: 1 + math.log2(years),
    lambda years: min(years, 2),
)


@dataclass(frozen=True, slots=True)
class Room:
    """What a tick needs on an axis, in per cent of its length: to be hit, and for its year."""

    target: float
    label: float


# 24 and 39 px of the axis on screens of 320 px (240 px), of 768 px (668 px), of 960 px (860 px).
_ROOMS = {"narrow": Room(10.0, 16.2), "wide": Room(3.6, 5.8), "full": Room(2.8, 4.6)}


@dataclass(frozen=True, slots=True)
class Dot:
    """The mark of one entry, `y` px below the line (above it: less than 0); `of` is its anchor."""

    mark: str
    y: int
    of: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the axis, at so many per cent: the marks of its entries, or a bar of so many px.

    `words` say what it stands for.
    """

    year: int
    words: str
    at: float
    labelled: bool
    dots: tuple[Dot, ...]
    bar: int

    @property
    def height(self) -> int:
        """How many px the tick rises above the line."""
        return self.bar or _FOOT + _STEP * len(self.dots)


@dataclass(frozen=True, slots=True)
class Axis:
    """The ticks in order, and the silences that are not to scale: from where to where."""

    ticks: tuple[Tick, ...]
    breaks: tuple[tuple[float, float], ...]

    @property
    def height(self) -> int:
        """How many px the highest tick rises above the line."""
        return max(tick.height for tick in self.ticks)


@dataclass(frozen=True, slots=True)
class Row:
    """A year, or the shelf, in the table of years: its entries, how long its bar is in percent.

    `address` is where they are shown.
    """

    year: str
    label: str
    words: str
    count: int
    share: float
    address: str
    doubted: bool = False


def axes(years: Sequence[YearGroup]) -> dict[str, Axis]:
    """Return the axis for narrow and for wide screens, or one for `all` where they are the same.

    Where a screen has no room for so many years there is none for it; if that is so for wide ones,
    there may be one for what is wider still (`full`).
    """
    laid = {size: axis for size, room in _ROOMS.items() if (axis := axis_in(years, room))}
    if "wide" in laid:
        del laid["full"]
    if "narrow" in laid and laid["narrow"] == laid["wide"]:
        return {"all": laid["wide"]}
    return laid


def axis_in(years: Sequence[YearGroup], room: Room) -> Axis | None:
    """Return the axis of a screen with `room`: no two ticks are nearer than its target."""
    if len(years) < 2:
        return None
    gaps = [later.year - year.year for year, later in pairwise(years)]
    scaled = (list(map(scale, gaps)) for scale in _SCALES)
    if (lengths := next((each for each in scaled if _fits(each, room)), None)) is None:
        return None
    places = [round(100 * at / sum(lengths), 2) for at in accumulate(lengths, initial=0.0)]
    most = max(map(_size, years))
    bearing = labelled(places, room.label)
    ticks = (_tick(y, at, at in bearing, most) for y, at in zip(years, places, strict=True))
    silences = zip(pairwise(places), gaps, lengths, strict=True)
    return Axis(tuple(ticks), tuple(ends for ends, gap, length in silences if length < gap))


def _fits(lengths: Sequence[float], room: Room) -> bool:
    return 100 * min(lengths) / sum(lengths) >= room.target


def table(
    years: Sequence[YearGroup], shelf: Sequence[Card], address: Callable[[str], str]
) -> tuple[Row, ...]:
    """Return a row for each year, and one for the shelf; `address` gives where a year is shown."""
    groups = [(str(y.year), _label(y), y.cards, y.doubted) for y in years]
    if shelf:
        groups.append((NO_YEAR, wording.opening(wording.labels.NO_YEAR), tuple(shelf), False))
    events = {year: sum(card.counted for card in cards) for year, _, cards, _ in groups}
    most = max((events[str(year.year)] for year in years), default=0) or 1
    return tuple(
        Row(
            year,
            label,
            _words(cards),
            (n := events[year]),
            share(n, most),
            address(year),
            doubted,
        )
        for year, label, cards, doubted in groups
    )


def _label(year: YearGroup) -> str:
    return wording.year_label(year.year, doubted=year.doubted)


def share(events: int, most: int) -> float:
    """Return how long the bar of a year is, of that of the fullest, in percent."""
    return round(min(100 * events / most, 100), 1)


def _tick(year: YearGroup, at: float, labelled: bool, most: int) -> Tick:
    dots, bar = _drawn(year, most)
    return Tick(year.year, f"{_label(year)}: {_words(year.cards)}", at, labelled, dots, bar)


def _drawn(year: YearGroup, most: int) -> tuple[tuple[Dot, ...], int]:
    """Return the marks of a tick, or instead of too many the height of its bar in px."""
    shown = [card for card in year.cards if not card.related]
    events = sum(card.counted for card in shown)
    if most > _STACK and events:
        return (), max(_LEAST, round(_TALL * events / most))
    cards = shown[: 1 if most > _STACK else _STACK]
    marks = enumerate(cards)
    return tuple(Dot(card.mark, -_FOOT - _STEP * i, card.anchor) for i, card in marks), 0


def _size(year: YearGroup) -> int:
    return sum(not card.related for card in year.cards)


def _words(cards: Sequence[Card]) -> str:
    """Return what entries amount to: "2 sự kiện, 1 mốc được nhắc tới, 1 bị hủy"."""
    shown = [card for card in cards if not card.related]
    events = sum(card.counted for card in shown)
    known = wording.entries_label(events, len(shown) - events)
    doubt = wording.in_doubt(sum(card.doubted for card in shown), len(shown))
    off = wording.statuses_label(card.status for card in shown)
    return ", ".join(filter(None, (known, doubt, off)))


def labelled(places: Sequence[float], width: float) -> set[float]:
    """Return the places that can bear a label of `width`: last and first before all others."""
    chosen = [places[-1]]
    for at in reversed(places[1:-1]):
        if chosen[-1] - at >= width and at - places[0] >= width:
            chosen.append(at)
    return {places[0], *chosen}
