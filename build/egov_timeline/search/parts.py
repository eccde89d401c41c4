"""What a stretch of entries gives to search: to the scripts that are of all, and its own scripts.

Turns entries that stand beside each other into a part of the index, of what is shown at once, and
of what answers are narrowed down by. A part is made of its entries alone, and may be made anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from egov_timeline.search.entries import Entry, Fact
from egov_timeline.search.postings import ascending
from egov_timeline.search.scripts import call
from egov_timeline.search.stretches import Runs, Stretch, stretch

FOLDER = "search"


@dataclass(frozen=True, slots=True)
class Part:
    """Of each entry its row, and its facets: (facet, id, label); `articles` of them are such."""

    stretch: Stretch
    rows: tuple[list[Any], ...]
    facets: tuple[tuple[tuple[str, str, str], ...], ...]
    articles: int
    texts: tuple[tuple[str, bytes], ...] = ()  # scripts of sentences that are written: path, digest


def part(entries: Sequence[Entry], runs: Runs, texts: Iterable[tuple[str, bytes]] = ()) -> Part:
    """Return what `entries` give."""
    return Part(
        stretch(entries, runs),
        tuple(map(_row, entries)),
        tuple(tuple(dict.fromkeys(entry.facets)) for entry in entries),
        sum(entry.facts is not None for entry in entries),
        tuple(texts),
    )


def _row(entry: Entry) -> list[Any]:
    """Return what is shown of an entry before its text is there; where it has none, all there is.

    The facts of an article that is cited only are few; 1 is in their place on other pages.
    """
    row: list[Any] = [entry.path, entry.title, entry.below]
    return row if _has_text(entry) else [*row, _facts(entry) or 1]


def _has_text(entry: Entry) -> bool:
    return any(entry.sentences)


def text_scripts(entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    """Yield the script of the sentences of each entry that has any, by its path in the site."""
    for entry in filter(_has_text, entries):
        text: dict[str, Any] = {"sentences": entry.sentences}
        if entry.facts is not None:
            text["facts"] = _facts(entry)
        yield text_path(entry.path), call("read", entry.path, text)


def _facts(entry: Entry) -> list[list[Any]]:
    return [_told(fact) for fact in entry.facts or ()]


def _told(fact: Fact) -> list[Any]:
    told: list[Any] = [fact.field, fact.label, fact.sentence]
    return [*told, fact.certainty] if fact.certainty else told


def text_path(page: str) -> str:
    """Return where the script of the sentences of the page stands."""
    return f"{FOLDER}/{page.removesuffix('.html')}.js"


def facets(parts: Iterable[Part]) -> dict[str, list[list[str]]]:
    """Return the values of each facet: id, label and the entries that have it."""
    found: dict[str, dict[str, tuple[str, list[int]]]] = {}
    for place, of_entry in enumerate(each for part in parts for each in part.facets):
        for facet, ident, label in of_entry:
            known, places = found.setdefault(facet, {}).setdefault(ident, (label, []))
            # A year that one event has for certain is in no doubt: its label is the shorter.
            if len(label) < len(known):
                found[facet][ident] = (label, places)
            if places[-1:] != [place]:
                places.append(place)
    return {
        facet: [[ident, label, ascending(places)] for ident, (label, places) in values.items()]
        for facet, values in found.items()
    }
