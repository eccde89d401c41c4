"""Provinces of places, and of two eras: 63 until 2025-06-30, 34 from the day after.

Turns a place into what contains it and into its province, as it was called on a day. Where the days
in question lie on both sides of a merger, there is no one province.
"""

from __future__ import annotations

from datetime import date

from egov_timeline.vocabulary.terms import Term, Vocabulary

# The country that its places are in but are not said to be: "Hạ Long, Quảng Ninh".
HOME = "viet-nam"


def chain(places: Vocabulary, ident: str) -> list[Term]:
    """Return the term and all that contain it, the narrowest first."""
    terms = [places[ident]]
    while terms[-1].broader:
        terms.append(places[terms[-1].broader])
    return terms


def province_of(places: Vocabulary, ident: str) -> str | None:
    """Return the province of a place; abroad, town and country; None for the country itself."""
    terms = chain(places, ident)
    if terms[-1].kind == "province":
        return terms[-1].label
    return None if terms[-1].id == HOME else ", ".join(t.label for t in terms)


def province_then(places: Vocabulary, label: str, first: date, last: date) -> str | None:
    """Return what the province called `label` until 2025 was called from `first` to `last`.

    None where that changed in between. What is no province, or never merged, keeps its name.
    """
    unit = places.merged.get(label)
    if unit is None or unit.merged is None or last < unit.merged.on:
        return label
    return places[unit.merged.into].label if first >= unit.merged.on else None
