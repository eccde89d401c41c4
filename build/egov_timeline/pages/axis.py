"""Lay out the overview: all years on one axis, to scale.

Turns the years of a timeline into ticks with their place in per cent, their marks, and where there
is room for their label. Every year keeps its tick, whatever the room.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from egov_timeline.pages.cards import YearGroup

# As many marks as the axis piles on one year; the rest is a number.
_STACK = 4
# The width of a year's label on a phone and on a wide screen, in per cent of the axis.
_NARROW, _WIDE = 14.0, 5.5


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
            tuple(_marks(group)[:_STACK]),
            len(_marks(group)[_STACK:]),
        )
        for group, at in zip(years, places, strict=True)
    )


def _marks(group: YearGroup) -> list[str]:
    return [card.mark for card in group.cards if not card.related]


def _labelled(places: Sequence[float], width: float) -> set[float]:
    """Return the places that can bear a label, the last and the first before all others."""
    chosen = [places[-1]]
    for at in reversed(places[:-1]):
        if at == places[0] or (chosen[-1] - at >= width and at - places[0] >= width):
            chosen.append(at)
    return set(chosen)
