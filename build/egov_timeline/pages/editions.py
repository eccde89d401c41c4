"""Tell which editions of a series are known, by what, and of which numbers nothing is known.

Turns the entries of a series into a list in order of time, with the numbers that nobody tells of
between those on either side. A missing number is given no year; where an event between them has no
number it may be one of them, and the list says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from egov_timeline import ordinals, wording
from egov_timeline.events import event_of
from egov_timeline.fields import status_of
from egov_timeline.pages.listings import Listing
from egov_timeline.records import TimelineEntry
from egov_timeline.text import match_key


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """An edition that something tells of; `number` and `year` are None where nobody gives them.

    `mark` says by what it is known; "announced" and "off" are events that were not held.
    """

    entry: TimelineEntry
    mark: str  # reported, cited, mentioned, announced, off
    number: int | None
    year: int | None

    @property
    def doubted(self) -> bool:
        """Whether its year is not certain."""
        return bool(self.entry.date and self.entry.date.in_doubt)

    @property
    def label(self) -> str:
        """Which edition it is."""
        return wording.edition_label(self.number) if self.number else wording.labels.NO_NUMBER

    @property
    def date(self) -> str:
        """When it was, or is to be."""
        if self.entry.milestone:
            return wording.date_label(self.entry.date)
        return wording.when_label(self.entry.date, status_of(event_of(self.entry).facts))

    @property
    def known_by(self) -> str:
        """By what it is known, and what became of it if it was not held."""
        status = status_of(event_of(self.entry).facts)
        if self.mark not in ("announced", "off"):
            return wording.EDITIONS[self.mark]
        cited = f", {wording.labels.CITATION}" if self.entry.cited else ""
        return wording.STATUSES[status] + cited

    @property
    def place(self) -> str:
        """Where it was, "" if nobody says."""
        if self.entry.milestone:
            return self.entry.milestone.value.place or ""
        location = event_of(self.entry).facts.location
        return wording.location_label(location.value) if location else ""


@dataclass(frozen=True, slots=True)
class Missing:
    """The numbers from `first` to `last`, of which nothing is known.

    They lie between `before` and `after`; `before` is None where the series begins with them. So
    many of them as `unnumbered` has may be events that are known without a number.
    """

    first: int
    last: int
    before: Known | None
    after: Known
    unnumbered: tuple[Known, ...]

    @property
    def count(self) -> int:
        """How many of them are not known under any name."""
        return max(0, self.last - self.first + 1 - len(self.unnumbered))

    @property
    def label(self) -> str:
        """Which editions they are."""
        return wording.editions_label(self.first, self.last)

    @property
    def note(self) -> str:
        """What is said of them."""
        return wording.missing_label([known.date for known in self.unnumbered])


@dataclass(frozen=True, slots=True)
class Editions:
    """The editions of one series, in order of time as far as it is known."""

    listing: Listing
    known: tuple[Known, ...]
    missing: tuple[Missing, ...]

    @property
    def all(self) -> tuple[Known | Missing, ...]:
        """What is known, and after each the numbers that are missing behind it."""
        behind = {each.before: each for each in self.missing}
        found: list[Known | Missing | None] = [behind.get(None)]
        for known in self.known:
            found += [known, behind.get(known)]
        return tuple(each for each in found if each)

    @property
    def is_line(self) -> bool:
        """Whether there is more to draw than one event."""
        return len(self.known) > 1 or bool(self.missing)

    @property
    def told(self) -> str:
        """How many there are of each sort, in words."""
        counts = Counter(known.mark for known in self.known)
        counts["missing"] = sum(each.count for each in self.missing)
        return wording.editions_told(counts)


def editions(series: Listing) -> Editions:
    """Return the editions of a series."""
    known = tuple(_told_once(map(_known, series.entries)))
    return Editions(series, known, tuple(_missing(known)))


def _known(entry: TimelineEntry) -> Known:
    year = entry.date.year if entry.date else None
    if entry.milestone:
        return Known(entry, "cited" if entry.cited else "mentioned", _number_in(entry), year)
    series, status = event_of(entry).facts.series, status_of(event_of(entry).facts)
    held = "cited" if entry.cited else "reported"
    mark = {"held": held, "announced": "announced"}.get(status, "off")
    return Known(entry, mark, series.value.edition if series else None, year)


def _number_in(entry: TimelineEntry) -> int | None:
    """Return the number that a milestone bears in its name; "first" says it by its kind."""
    assert entry.milestone
    milestone = entry.milestone.value
    if milestone.kind == "first":
        return 1
    key = match_key(milestone.name)
    found = next(ordinals.editions(key), None)
    return ordinals.number(found[1]) if found else None


def _told_once(found: Iterable[Known]) -> Iterator[Known]:
    """Yield each edition once: an event stands for what others say of the same number."""
    every = list(found)
    numbers = {known.number for known in every if known.entry.milestone is None}
    seen: set[tuple[int | None, int | None]] = set()
    for known in every:
        if known.entry.milestone is None:
            yield known
        elif known.number is None or (
            known.number not in numbers and (known.number, known.year) not in seen
        ):
            seen.add((known.number, known.year))
            yield known


def _missing(known: Sequence[Known]) -> Iterator[Missing]:
    numbered = sorted((k for k in known if k.number), key=lambda k: k.number or 0)
    before: Known | None = None
    for after in numbered:
        first, last = (before.number or 0) + 1 if before else 1, (after.number or 0) - 1
        if first <= last:
            yield Missing(first, last, before, after, tuple(_between(known, before, after)))
        before = after


def _between(known: Sequence[Known], before: Known | None, after: Known) -> Iterator[Known]:
    """Yield what has a year between two editions, and no number."""
    start, end = before.year if before else 0, after.year
    if start is not None and end:
        yield from (k for k in known if not k.number and k.year and start <= k.year <= end)
