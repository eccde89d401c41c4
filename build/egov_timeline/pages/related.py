"""Choose what else a reader of an article may want: events of its series, and of its themes.

Turns listings into a few pointers from each article to others: the editions nearest in time, and
the events that share most themes with it, the nearest first. Both lists are short however large the
archive is, and each event is compared only with those beside it in time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from math import inf
from typing import NamedTuple

from egov_timeline import wording
from egov_timeline.edtf import EventDate
from egov_timeline.events import event_of
from egov_timeline.facets import FOLDERS
from egov_timeline.fields import status_of
from egov_timeline.pages.listings import Listing
from egov_timeline.records import TimelineEntry

Bounds = tuple[date, date]

# As many pointers as each list has.
_SHOWN = 4
# How far on each side of an event others of a theme are looked at.
_NEAR = 24


@dataclass(frozen=True, slots=True)
class Other:
    """An event that is led to; `edition` is "" where none is told, `themes` are those shared."""

    slug: str
    name: str
    date: str
    edition: str = ""
    themes: str = ""
    cited: bool = False  # whether it is known by citations only


@dataclass(frozen=True, slots=True)
class Series:
    """The page of a whole series, and how many events it has."""

    page: str
    label: str


@dataclass(frozen=True, slots=True)
class Related:
    """What an article leads to; `whole_series` only where not all of it is in `same_series`."""

    same_series: tuple[Other, ...] = ()
    whole_series: Series | None = None
    same_themes: tuple[Other, ...] = ()


class _Known(NamedTuple):
    """An event as it is led to, and the bounds of its date."""

    shown: Other
    bounds: Bounds | None


def related(found: Mapping[str, Sequence[Listing]]) -> dict[str, Related]:
    """Return what each record is led to, by its id; a record that leads nowhere is left out."""
    around: dict[str, Related] = {}
    for listing in found["series"]:
        for entry in listing.events:
            around[entry.record.id] = _in_series(entry, listing)
    for ident, pointers in _by_themes(found["theme"], around):
        around[ident] = replace(around.get(ident, Related()), same_themes=pointers)
    return around


def _in_series(entry: TimelineEntry, listing: Listing) -> Related:
    others = [other for other in listing.events if other is not entry]
    nearest = sorted(others, key=lambda other: apart(entry.date, other.date))[:_SHOWN]
    shown = tuple(_edition(other) for other in others if any(other is each for each in nearest))
    page, count = f"{FOLDERS['series']}/{listing.id}.html", len(listing.events)
    whole = Series(page, wording.events_label(count)) if len(others) > len(shown) else None
    return Related(shown, whole)


def _by_themes(
    themes: Sequence[Listing], around: Mapping[str, Related]
) -> Iterator[tuple[str, tuple[Other, ...]]]:
    known: dict[str, _Known] = {}
    beside: dict[str, list[tuple[str, Sequence[TimelineEntry]]]] = {}
    for listing in themes:
        events = listing.events
        for place, entry in enumerate(events):
            if entry.record.id not in known:
                known[entry.record.id] = _Known(_other(entry), _bounds(entry.date))
            near = slice(max(0, place - _NEAR), place + 1 + _NEAR)
            beside.setdefault(entry.record.id, []).append((listing.label, events[near]))
        for record in listing.others:
            beside.setdefault(record.id, []).append((listing.label, events[-_NEAR:]))
    for ident, near_by in beside.items():
        series = {other.slug for other in around.get(ident, Related()).same_series}
        if kept := [*islice(_sharing(ident, known, near_by, series), _SHOWN)]:
            yield ident, tuple(kept)


def _sharing(
    ident: str,
    known: Mapping[str, _Known],
    beside: Sequence[tuple[str, Sequence[TimelineEntry]]],
    without: Collection[str],
) -> Iterator[Other]:
    """Yield those beside `ident` that share most themes with it first, `without` some slugs."""
    shared: dict[str, list[str]] = {}
    for theme, events in beside:
        for entry in events:
            shared.setdefault(entry.record.id, []).append(theme)
    shared.pop(ident, None)
    own = known[ident].bounds if ident in known else None

    def rank(other: str) -> tuple[int, float, str]:
        return -len(shared[other]), _between(own, known[other].bounds), other

    for other in sorted(shared, key=rank):
        if known[other].shown.slug not in without:
            yield replace(known[other].shown, themes=", ".join(shared[other]))


def apart(one: EventDate | None, other: EventDate | None) -> float:
    """Return the days from the end of the earlier date to the begin of the later one.

    Infinite where a year is unknown: nothing is near what may have been at any time.
    """
    return _between(_bounds(one), _bounds(other))


def _between(one: Bounds | None, other: Bounds | None) -> float:
    if one is None or other is None:
        return inf
    (_, end), (start, _) = sorted((one, other))
    return max(0, (start - end).days)


def _bounds(dated: EventDate | None) -> Bounds | None:
    if not dated or not dated.earliest or not dated.latest:
        return None
    return dated.earliest, dated.latest


def _edition(entry: TimelineEntry) -> Other:
    told = event_of(entry).facts.series
    edition = told.value.edition if told else None
    return replace(_other(entry), edition=wording.edition_label(edition) if edition else "")


def _other(entry: TimelineEntry) -> Other:
    event = event_of(entry)
    date = wording.occasion_label(entry.date, status_of(event.facts))
    return Other(entry.record.slug, event.name, date, cited=entry.cited)
