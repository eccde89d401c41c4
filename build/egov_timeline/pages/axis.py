"""Lay out the overview: all years on one axis, to scale.

Turns the years of a timeline into ticks with their place in per cent, their marks, and where there
is room for their label. Years too close for a finger share a tick; none is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from egov_timeline import wording
from egov_timeline.pages.cards import YearGroup

# As many marks as the axis piles on one tick; the rest is a number.
_STACK = 4


@dataclass(frozen=True, slots=True)
class Room:
    """What a tick needs on an axis, in per cent of its length: to be hit, and for a digit."""

    target: float
    digit: float


# 24 and 9 px of the axis on a screen of 320 px (240 px), and on one of 768 px (668 px).
_ROOMS = {"narrow": Room(10.0, 3.75), "wide": Room(3.6, 1.35)}


@dataclass(frozen=True, slots=True)
class Tick:
    """One or several years on the axis; `at` is the place of the first, in per cent."""

    year: int
    label: str
    at: float
    labelled: bool
    marks: tuple[str, ...]
    more: int

    @property
    def height(self) -> int:
        """How many marks high the tick is, the number for the rest among them."""
        return len(self.marks) + bool(self.more)


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
    return tuple(
        Tick(
            year=group[0].year,
            label=label,
            at=at,
            labelled=at in labelled,
            marks=tuple(_marks(group)[:_STACK]),
            more=len(_marks(group)[_STACK:]),
        )
        for at, group, label in shared
    )


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


def _marks(years: Sequence[YearGroup]) -> list[str]:
    return [card.mark for year in years for card in year.cards if not card.related]


def _labelled(places: Sequence[tuple[float, float]]) -> set[float]:
    """Return the places that can bear a label of their width: last and first before all others."""
    chosen = [places[-1]]
    for place in reversed(places[:-1]):
        if place == places[0] or (_apart(place, chosen[-1]) and _apart(places[0], place)):
            chosen.append(place)
    return {at for at, _ in chosen}


def _apart(first: tuple[float, float], second: tuple[float, float]) -> bool:
    return second[0] - first[0] >= (first[1] + second[1]) / 2
