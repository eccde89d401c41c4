"""Lay the places of events out as a map of tiles: a province each, near where it lies.

Turns the listings of places into tiles of the 63 provinces that there were until 30/6/2025, or of
the 34 since, if there is an event since then: a tile of those stands for what merged into it as
well. Fewer than eight provinces make no map: a list says more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

import yaml

from egov_timeline.pages.listings import Listing
from egov_timeline.records import TimelineEntry
from egov_timeline.vocabulary import Vocabulary

# From so many provinces with an event on there is a map.
FEWEST = 8
_MERGED = date(2025, 7, 1)
# As wide as the bar of most events, in steps of theme/assets/css/steps.css.
_STEPS = 20


@dataclass(frozen=True, slots=True)
class Tile:
    """A province at its place, counted from 1, and how many events it has.

    `ids` are all that a filter takes for it; `also` names those that merged into it and have
    events. `step` is as large as the number, of the largest.
    """

    name: str
    short: str
    column: int
    row: int
    ids: str = ""
    count: int = 0
    step: int = 0
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TileMap:
    """The tiles from north to south, and whether they are those since the mergers."""

    tiles: tuple[Tile, ...]
    merged: bool

    @property
    def provinces(self) -> int:
        """How many provinces have an event."""
        return sum(tile.count > 0 for tile in self.tiles)


def tilemap(listings: Sequence[Listing], places: Vocabulary) -> TileMap | None:
    """Return the map of the events of `listings`; None where too few provinces have one."""
    known = {each.id: reported for each in listings if (reported := each.reported).events}
    merged = any(_since(entry) for each in known.values() for entry in each.events)
    laid = tuple(_tiles(layout()["since" if merged else "before"], known, places, merged))
    found = TileMap(laid, merged)
    return found if found.provinces >= FEWEST else None


@cache
def layout() -> Mapping[str, Sequence[Sequence[str]]]:
    """Return the ids of both eras, row by row from west to east; "." is no tile."""
    told = yaml.safe_load(resources.files(__package__).joinpath("tiles.yml").read_text("utf-8"))
    return {era: [row.split() for row in rows] for era, rows in told.items()}


def _since(entry: TimelineEntry) -> bool:
    return bool(entry.date and entry.date.earliest and entry.date.earliest >= _MERGED)


def _tiles(
    rows: Sequence[Sequence[str]],
    known: Mapping[str, Listing],
    places: Vocabulary,
    merged: bool,
) -> Iterator[Tile]:
    at = {ident: (c, r) for r, row in enumerate(rows, 1) for c, ident in enumerate(row, 1)}
    at.pop(".", None)
    held = {ident: _held(ident, places, merged) for ident in at if ident in places}
    counts = {ident: _count(known, ids) for ident, ids in held.items()}
    most = max(counts.values(), default=0)
    short = _short([places[ident].label for ident in held])
    for ident, ids in held.items():
        label, count = places[ident].label, counts[ident]
        shown = [each for each in ids if each in known]
        also = tuple(known[each].label for each in shown if each != ident)
        step = -(-count * _STEPS // most) if count else 0
        yield Tile(label, short[label], *at[ident], ",".join(shown), count, step, also)


def _held(ident: str, places: Vocabulary, merged: bool) -> tuple[str, ...]:
    """Return the province and those that merged into it."""
    parts = (p.id for p in places.values() if p.merged and p.merged.into == ident)
    return (ident, *parts) if merged else (ident,)


def _count(known: Mapping[str, Listing], ids: Sequence[str]) -> int:
    """Return the events of several provinces; one that reports place in two counts once."""
    return len({e.record.id for ident in ids if ident in known for e in known[ident].events})


def _short(labels: Sequence[str]) -> dict[str, str]:
    """Return initials for where a name has no room: "LC" twice becomes "LCh" and "LCa"."""
    found: dict[str, str] = {}
    for tries in range(8):
        left = [label for label in labels if label not in found]
        told = {label: _initials(label, tries) for label in left}
        seen = Counter([*told.values(), *found.values()])
        found |= {label: short for label, short in told.items() if seen[short] == 1}
    return {label: found.get(label, label) for label in labels}


def _initials(label: str, more: int) -> str:
    """Return the first letters of the words, and of the last or else the first word some more."""
    words = label.replace("TP. ", "").replace("-", " ").split()
    last, first = (more, 0) if more < 3 else (0, more - 2)
    return "".join(
        word[: 1 + (last if n == len(words) - 1 else first if n == 0 else 0)]
        for n, word in enumerate(words)
    )
