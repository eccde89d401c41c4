"""Count the events of each theme in each year: the picture on top of the themes.

Turns listings into rows of cells, one for each year from the first to the last, silent ones too; a
long time is cut into periods of equal length, so that a phone can show it whole. What has no year
is in no cell, and is counted beside the picture.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from egov_timeline import wording
from egov_timeline.pages.listings import Listing

# The columns that fit on a screen of 320 px with 8 px each, and how long a column may be, in years.
_COLUMNS = 32
_LENGTHS = (1, 2, 5, 10, 20, 50)
# As many columns as can all bear their label on a phone, and on a wide screen.
_FEW, _MANY = 9, 20
# As many columns as are 24 px wide on screens of 320, 768 and 960 px.
_TOUCHED = {"all": 11, "wide": 16, "full": 24}
# Steps of theme/assets/css/steps.css: of the widest disc, and of one that can bear two figures.
_STEPS = 20
_NUMBERED = 13
# Where no theme has more events than this in a year, its discs stay small.
_WIDEST = 4


@dataclass(frozen=True, slots=True)
class Column:
    """A year or a period, and the year it begins with.

    `room` says on which screens that year has room as a label: "all", "wide", or "" for none.
    """

    label: str
    year: int
    room: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of events, how wide its disc is, and how many of them are of a year in doubt.

    `years` are those that the events have, as an address of the timeline names them; `statuses`
    tell what became of each of them.
    """

    count: int
    step: int
    doubted: int = 0
    years: str = ""
    statuses: tuple[str, ...] = ()

    @property
    def remark(self) -> str:
        """What is to be said beside the number."""
        doubt = wording.in_doubt(self.doubted, self.count)
        return ", ".join(filter(None, (doubt, wording.statuses_label(self.statuses))))

    @property
    def held(self) -> bool:
        """Whether any of them is reported to have been held."""
        return not self.statuses or "held" in self.statuses

    @property
    def numbered(self) -> bool:
        """Whether the disc is wide enough to bear its number."""
        return self.step >= _NUMBERED


@dataclass(frozen=True, slots=True)
class Row:
    """One theme: a cell for each column, None where the theme has no event."""

    listing: Listing
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The picture: `key` holds its smallest and its largest disc, `undated` what is not in it."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    key: tuple[Cell, ...]
    undated: int

    @property
    def opens(self) -> str:
        """From which screens on a column has the room that a finger needs; "" if on none."""
        return next((size for size, most in _TOUCHED.items() if len(self.columns) <= most), "")

    @property
    def doubted(self) -> bool:
        """Whether a disc of it stands for years in doubt."""
        return any(cell and cell.doubted for row in self.rows for cell in row.cells)

    @property
    def off(self) -> bool:
        """Whether a disc of it stands for nothing that was held."""
        return any(cell and not cell.held for row in self.rows for cell in row.cells)


def grid(listings: Sequence[Listing]) -> Grid | None:
    """Return the picture of `listings`; None where there are not two years to compare."""
    listings = [listing.reported for listing in listings]
    years = sorted({year for listing in listings for year in listing.years})
    if len(years) < 2:
        return None
    first, last = years[0], years[-1]
    length = _length(first, last)
    starts = range(first - first % length, last + 1, length)
    counted = [(each, _counts(each.years, length)) for each in listings]
    numbers = sorted({number for _, counts in counted for number in counts.values()})
    rows = (
        Row(each, tuple(_cells(each, counts, starts, length, numbers[-1])))
        for each, counts in counted
        if counts
    )
    ends = sorted({numbers[0], numbers[-1]})
    key = filter(None, (_cell(number, numbers[-1]) for number in ends))
    return Grid(_columns(starts, length), tuple(rows), tuple(key), _undated(listings))


def _cells(
    listing: Listing, counts: Mapping[int, int], starts: Sequence[int], length: int, largest: int
) -> Iterator[Cell | None]:
    doubted, statuses = _counts(listing.in_doubt, length), defaultdict[int, list[str]](list)
    for entry, status in zip(listing.events, listing.statuses, strict=True):
        if entry.date and entry.date.year is not None:
            statuses[entry.date.year - entry.date.year % length].append(status)
    for at in starts:
        years = _years(listing.years, at, length)
        yield _cell(counts[at], largest, doubted[at], years, tuple(statuses[at]))


def _counts(years: Sequence[int], length: int) -> Counter[int]:
    return Counter(year - year % length for year in years)


def _undated(listings: Sequence[Listing]) -> int:
    events = (entry for listing in listings for entry in listing.events)
    return len({e.record.id for e in events if not e.date or e.date.year is None})


def _length(first: int, last: int) -> int:
    fitting = (n for n in _LENGTHS if last // n - first // n < _COLUMNS)
    return next(fitting, _LENGTHS[-1])


def _years(years: Sequence[int], start: int, length: int) -> str:
    return ",".join(str(year) for year in sorted({*years}) if start <= year < start + length)


def _cell(
    count: int,
    largest: int,
    doubted: int = 0,
    years: str = "",
    statuses: tuple[str, ...] = (),
) -> Cell | None:
    """Return a disc whose area, not its width, is as large as the number."""
    share = count / max(largest, _WIDEST)
    step = max(1, round(share**0.5 * _STEPS))
    return Cell(count, step, doubted, years, statuses) if count else None


def _columns(starts: Sequence[int], length: int) -> tuple[Column, ...]:
    return tuple(
        Column(wording.years_span(start, start + length - 1), start, _room(start, starts, length))
        for start in starts
    )


def _room(start: int, starts: Sequence[int], length: int) -> str:
    if len(starts) <= _FEW:
        return "all"
    # Round years only, and the first where no round one is near.
    step = 5 * length
    if start % step == 0 or (start == starts[0] and -start % step >= 3 * length):
        return "all"
    return "wide" if len(starts) <= _MANY and length == 1 else ""
