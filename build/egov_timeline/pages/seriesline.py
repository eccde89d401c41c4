"""Lay out the editions of series on lines: one axis of years that all of them share.

Turns editions into stops with their place in per cent. What is known stands at its year; missing
numbers stand evenly between those on either side, as hollow marks on a dotted line that bear no
year. What has no year is on no line: the list beside it has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from egov_timeline.pages.axis import labelled
from egov_timeline.pages.editions import Editions, Known, Missing

# Where the line begins and ends, in per cent; more is left free where numbers are missing in front.
_START, _LEAD, _END = 5.0, 15.0, 95.0
# How far in front of the first known edition the missing ones stand, and how near hollow marks may.
_BEFORE, _LEAST = 9.0, 2.6
# How far apart editions of one year stand, in years.
_APART = 0.35
# What a year and a number need below and above the line of 280, 668, 860 and 1050 px.
_YEARS = {"all": 13.0, "wide": 6.0, "full": 4.6, "vast": 3.9}
_NUMBERS = {"all": 6.0, "wide": 2.6, "full": 2.0}


@dataclass(frozen=True, slots=True)
class Stop:
    """A mark on the line, at so many per cent; of missing editions `number` tells which.

    `year_on` and `number_on` say on which screens these have room: "all", "wide", "full",
    "vast", or on none: "".
    """

    mark: str
    at: float
    number: str = ""
    year: str = ""
    doubted: bool = False
    number_on: str = ""
    year_on: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One series: its stops in order, and the stretches between them, dotted where some miss."""

    editions: Editions
    stops: tuple[Stop, ...]
    stretches: tuple[tuple[float, float, bool], ...]


def lines(series: Sequence[Editions]) -> tuple[Line, ...]:
    """Return the line of each of `series`, all on the axis of the years that they have together."""
    years = [known.year for each in series for known in each.known if known.year]
    if not years:
        return tuple(Line(each, (), ()) for each in series)
    first, span = min(years), max(max(years) - min(years), 1)
    lead = any(_leads(each, first + span * _BEFORE / 100) for each in series)
    start = _LEAD if lead else _START

    def at(year: float) -> float:
        return round(start + (_END - start) * (year - first) / span, 2)

    return tuple(_line(each, at) for each in series)


def _leads(series: Editions, until: float) -> bool:
    """Whether numbers are missing in front of an edition that stands so early on the axis."""
    return any(m.before is None and m.after.year and m.after.year <= until for m in series.missing)


def _line(series: Editions, at: Callable[[float], float]) -> Line:
    places = dict(_places(series.known, at))
    stops = [_stop(known, places[known]) for known in series.known if known in places]
    hollow = [(each, tuple(_hollow(each, places))) for each in series.missing]
    found = sorted([*stops, *(stop for _, some in hollow for stop in some)], key=lambda s: s.at)
    return Line(series, tuple(_with_room(found)), tuple(_stretches(hollow, places)))


def _places(known: Sequence[Known], at: Callable[[float], float]) -> Iterator[tuple[Known, float]]:
    """Yield where each edition stands: in the middle of its year, side by side where several do."""
    dated = [(each.year, each) for each in known if each.year]
    for year, group in groupby(dated, key=lambda pair: pair[0]):
        same = [each for _, each in group]
        for number, each in enumerate(same):
            yield each, at(year + (number - (len(same) - 1) / 2) * _APART)


def _stop(known: Known, at: float) -> Stop:
    number = str(known.number or "")
    year = f"{known.year}?" if known.doubted else str(known.year)
    return Stop(known.mark, at, number, year, known.doubted)


def _hollow(missing: Missing, places: Mapping[Known, float]) -> Iterator[Stop]:
    """Yield the marks of missing editions: each for itself, or one for all where they are many."""
    after = places.get(missing.after)
    if after is None or not missing.count:
        return
    inside = [places[known] for known in missing.unnumbered]
    which = f"{missing.first}–{missing.last}" if missing.last > missing.first else ""
    if missing.before is None:
        yield Stop("missing", round(min([after, *inside]) - _BEFORE, 2), which or "1")
    elif (before := places.get(missing.before)) is not None:
        step = (after - before) / (missing.count + 1)
        if abs(step) < _LEAST:
            yield Stop("missing", round((before + after) / 2, 2), which)
            return
        for number in range(1, missing.count + 1):
            yield Stop("missing", _beside(before + step * number, inside))


def _beside(at: float, taken: Sequence[float]) -> float:
    """Return a place next to `at` on which nothing stands."""
    near = next((place for place in taken if abs(place - at) < _LEAST), None)
    return round(at if near is None else near + (_LEAST if at >= near else -_LEAST), 2)


def _stretches(
    hollow: Sequence[tuple[Missing, Sequence[Stop]]], places: Mapping[Known, float]
) -> Iterator[tuple[float, float, bool]]:
    """Yield the stretches between what is known; dotted is one in which a number is missing."""
    gaps = [
        (places[m.before] if m.before else some[0].at, places[m.after])
        for m, some in hollow
        if some
    ]
    fixed = sorted({*places.values(), *(start for start, _ in gaps)})
    for start, end in pairwise(fixed):
        yield start, end, any(low <= start and end <= high for low, high in gaps)


def _with_room(stops: Sequence[Stop]) -> Iterator[Stop]:
    numbers = _rooms([stop.at for stop in stops if stop.number], _NUMBERS)
    years = _rooms([stop.at for stop in stops if stop.year], _YEARS)
    for stop in stops:
        number, year = numbers.get(stop.at, ""), years.get(stop.at, "")
        yield replace(stop, number_on=number, year_on=year)


def _rooms(places: Sequence[float], rooms: Mapping[str, float]) -> dict[float, str]:
    """Return on which screens each place has room; a wider one keeps what a narrower one shows."""
    found: dict[float, str] = {}
    for size, room in rooms.items():
        if not found and places:
            found = dict.fromkeys(labelled(places, room), size)
        for at in places:
            if all(abs(at - other) >= room for other in found):
                found[at] = size
    return found
