"""Part what is long into pages, and say at which address each entry of a long timeline stands.

Turns a timeline of more events than a page holds into one page for each year, and what a year or a
list has beyond a page into further ones. A page is filled before the next one begins, so that what
is added later moves as little as possible.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from egov_timeline.facets import NO_YEAR
from egov_timeline.records import Record, Timeline, TimelineEntry, TimelineYear

# As many events as one page holds, and as many as it shows as cards before it shows lines.
EVENTS = 200
CARDS = 100
# As many titles as one page holds.
TITLES = 300
# As many articles that report no event as stand below the events; more have a page of their own.
OTHERS = 12

FOLDER = "nam"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a sequence: its path below the site, its number from 1, what links call it."""

    path: str
    number: int
    label: str


@dataclass(frozen=True, slots=True)
class YearPage:
    """One page of a year of a long timeline, or of what has none; `leaves` are all of its year."""

    year: str
    timeline: Timeline
    leaf: Leaf
    leaves: tuple[Leaf, ...]


def beside(links: Sequence[T], at: int) -> dict[str, T]:
    """Return the links `before` and `after` the one at a place, of several in order of time."""
    found = {"before": links[at - 1 : at] if at else (), "after": links[at + 1 : at + 2]}
    return {side: link for side, links_there in found.items() for link in links_there}


def is_long(timeline: Timeline) -> bool:
    """Whether `timeline` has more events than a page holds."""
    return sum(entry.milestone is None for entry in timeline.entries) > EVENTS


def of_entries(entries: Iterable[TimelineEntry]) -> Timeline:
    """Return `entries`, which stand in order of time, as a timeline."""
    entries = tuple(entries)
    dated = [(year, e) for e in entries if (year := e.date.year if e.date else None) is not None]
    years = groupby(dated, key=lambda pair: pair[0])
    return Timeline(
        tuple(TimelineYear(year, tuple(entry for _, entry in group)) for year, group in years),
        tuple(e for e in entries if e.date is None or e.date.year is None),
    )


def parts(timeline: Timeline) -> tuple[Timeline, ...]:
    """Return `timeline` in parts that a page holds; an empty one is one part."""
    return tuple(map(of_entries, _batched(timeline.entries, EVENTS))) or (timeline,)


def path(base: str, number: int) -> str:
    """Return where page `number` of the sequence at `base` stands: `nam/2018/trang-2.html`."""
    return f"{base}.html" if number == 1 else f"{base}/trang-{number}.html"


def leaves(base: str, labels: Sequence[str]) -> tuple[Leaf, ...]:
    """Return the pages of a sequence, told by `labels`, or by number where these are alike."""
    told = labels if len({*labels}) == len(labels) else [str(n + 1) for n in range(len(labels))]
    return tuple(Leaf(path(base, n), n, label) for n, label in enumerate(told, start=1))


def year_pages(timeline: Timeline) -> Iterator[YearPage]:
    """Yield the pages of each year in order, those of what has no year last."""
    years = [(str(each.year), Timeline(years=(each,))) for each in timeline.years]
    if timeline.shelf:
        years.append((NO_YEAR, Timeline(shelf=timeline.shelf)))
    for year, whole in years:
        shown = parts(whole)
        all_of = leaves(f"{FOLDER}/{year}", list(map(_months, shown)))
        for part, leaf in zip(shown, all_of, strict=True):
            yield YearPage(year, part, leaf, all_of)


def _months(part: Timeline) -> str:
    return months_label(entry.date.start.month or 0 for entry in part.entries if entry.date)


def months_label(of: Iterable[int]) -> str:
    """Return of which months something is: "tháng 1–3"; what has none (0) is not told of."""
    months = sorted({month for month in of if month})
    if not months:
        return ""
    first, last = months[0], months[-1]
    return f"tháng {first}" if first == last else f"tháng {first}–{last}"


def made_of_others(records: Sequence[Record]) -> Iterator[str]:
    """Yield what a page shows of articles that report no event: themselves, or how many."""
    if len(records) > OTHERS:
        yield str(len(records))
    else:
        yield from (record.made_of for record in records)


def titles(listed: Sequence[T]) -> tuple[tuple[T, ...], ...]:
    """Return `listed` in parts that a page of titles holds."""
    return tuple(_batched(listed, TITLES))


def _batched(listed: Sequence[T], size: int) -> Iterator[tuple[T, ...]]:
    return (tuple(listed[n : n + size]) for n in range(0, len(listed), size))
