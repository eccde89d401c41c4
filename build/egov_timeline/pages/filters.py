"""Offer what a timeline can be filtered by: theme, place, organizer, series and year.

Turns the events of a page into the choices of each facet with how many events each has. Milestones
are not counted, and offer no more than their years: one that holds nothing else has 0 events.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from egov_timeline import wording
from egov_timeline.facets import FOLDERS, by_label
from egov_timeline.pages.cards import Card

# The words in the address are those of the pages.
_IN_ADDRESS = {**FOLDERS, "year": "nam"}

# A list longer than this is searched rather than read.
_LONG = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """One value, and how many events have it."""

    id: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """One control of the filter line; `parameter` names it in the address of a filtered view."""

    name: str
    label: str
    parameter: str
    choices: tuple[Choice, ...]

    @property
    def long(self) -> bool:
        """Whether the list needs a box to find something in it."""
        return len(self.choices) > _LONG


def filters(cards: Iterable[Card]) -> tuple[Facet, ...]:
    """Return the facets that tell the events of `cards` apart, in the order of the filter line."""
    cards = [card for card in cards if not card.related]
    events = [card for card in cards if card.counted]
    offered = (
        Facet(name, label, _IN_ADDRESS[name], _choices(name, cards if name == "year" else events))
        for name, label in _facets()
    )
    return tuple(f for f in offered if any(c.count < len(events) for c in f.choices))


def _facets() -> tuple[tuple[str, str], ...]:
    """Return facets and what readers call them, in the order of the filter line."""
    return (
        ("theme", wording.FIELDS["themes"]),
        ("place", wording.FIELDS["location"]),
        ("organizer", wording.FIELDS["organizer"]),
        ("series", wording.FIELDS["series"]),
        ("year", wording.labels.YEAR),
    )


def _choices(facet: str, cards: Iterable[Card]) -> tuple[Choice, ...]:
    """Return the values of a facet: years in their order, else those of most events first."""
    counts: Counter[str] = Counter()
    labels: dict[str, Counter[str]] = {}
    for card in cards:
        # A body may be named twice in one event, in two roles.
        for value in dict.fromkeys(card.facets.get(facet, ())):
            labels.setdefault(value.id, Counter())[value.label] += 1
        if card.kind is None:
            counts.update({value.id for value in card.facets.get(facet, ())})
    if facet == "year":
        # A year that one event has for certain is in no doubt: its label is the shortest.
        years = (Choice(i, min(labels[i], key=len), counts[i]) for i in labels)
        return tuple(sorted(years, key=lambda choice: choice.id))
    choices = [Choice(i, labels[i].most_common(1)[0][0], counts[i]) for i in labels]
    return tuple(sorted(choices, key=lambda choice: (-choice.count, by_label(choice.label))))
