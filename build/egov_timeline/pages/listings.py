"""Gather the events of each theme, organization, place and series.

Turns a timeline into listings: one for each value of a facet, with its events in order of time, the
names it goes by, and what the authority files know of it. A series also lists what articles report
of its other editions. Every entry is looked at once, however many listings there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from egov_timeline import facets
from egov_timeline.events import event_of
from egov_timeline.fields import status_of
from egov_timeline.pages import pagination
from egov_timeline.records import Record, Timeline, TimelineEntry
from egov_timeline.text import match_key, slugify
from egov_timeline.vocabulary import Term, Vocabularies, Words


@dataclass(frozen=True, slots=True)
class Listing:
    """One value of a facet, as its page shows it.

    `entries` are its events and milestones, in order of time; `others` the articles that report no
    event; `term` is None where no authority file knows it; `names` are all that articles give it.
    """

    id: str
    label: str
    names: tuple[str, ...]
    term: Term | None
    entries: tuple[TimelineEntry, ...]
    others: tuple[Record, ...]

    @property
    def events(self) -> tuple[TimelineEntry, ...]:
        """The entries that are no milestones."""
        return tuple(entry for entry in self.entries if entry.milestone is None)

    @property
    def cited(self) -> tuple[TimelineEntry, ...]:
        """The events that are known by citations only."""
        return tuple(entry for entry in self.events if entry.cited)

    @property
    def reported(self) -> Listing:
        """The listing without what is of the timeline's second layer."""
        return replace(self, entries=tuple(e for e in self.entries if not e.related))

    @property
    def years(self) -> tuple[int, ...]:
        """The year of each event that has one, in order."""
        return tuple(e.date.year for e in self.events if e.date and e.date.year is not None)

    @property
    def doubted(self) -> frozenset[int]:
        """The years that no event of it has for certain."""
        dates = [e.date for e in self.events if e.date and e.date.year is not None]
        sure = {date.year for date in dates if not date.in_doubt}
        return frozenset(date.year for date in dates if date.year and date.year not in sure)

    @property
    def in_doubt(self) -> tuple[int, ...]:
        """The year of each event whose year is not certain, in order."""
        dates = (e.date for e in self.events if e.date and e.date.in_doubt)
        return tuple(date.year for date in dates if date.year is not None)

    @property
    def statuses(self) -> tuple[str, ...]:
        """What became of each event, in order."""
        return tuple(status_of(event_of(entry).facts) for entry in self.events)

    @property
    def timeline(self) -> Timeline:
        """The entries as a timeline of their own."""
        return pagination.of_entries(self.entries)


@dataclass(slots=True)
class _Gathered:
    labels: Counter[str] = field(default_factory=Counter)
    entries: list[TimelineEntry] = field(default_factory=list)
    others: list[Record] = field(default_factory=list)


def listings(timeline: Timeline, vocabularies: Vocabularies) -> Mapping[str, tuple[Listing, ...]]:
    """Return the listings of each facet but the year: those with most events first."""
    found: dict[str, dict[str, _Gathered]] = {facet: {} for facet in facets.FOLDERS}
    for entry in timeline.entries:
        for facet, value in _values_of(entry, vocabularies):
            gathered = found[facet].setdefault(value.id, _Gathered())
            # A body may be named twice in one event, in two roles.
            if not gathered.entries or gathered.entries[-1] is not entry:
                gathered.entries.append(entry)
            gathered.labels[value.label] += entry.milestone is None
    for record in timeline.without_event:
        for value in facets.facets(record.facts, vocabularies)["theme"]:
            gathered = found["theme"].setdefault(value.id, _Gathered())
            gathered.others.append(record)
            gathered.labels[value.label] += 1
    return {
        facet: _listings(by_id, authority(facet, vocabularies)) for facet, by_id in found.items()
    }


def authority(facet: str, vocabularies: Vocabularies) -> Mapping[str, Term]:
    """Return the authority file of a facet; series have none."""
    known = {
        "theme": vocabularies.themes,
        "organizer": vocabularies.organizations,
        "place": vocabularies.places,
    }
    return known.get(facet, {})


def missing(listings: Iterable[Listing], timeline: Timeline) -> int:
    """Return how many events of `timeline` stand in none of `listings`."""
    listed = {entry.record.id for listing in listings for entry in listing.events}
    every = (e.record.id for e in timeline.entries if e.milestone is None)
    return sum(ident not in listed for ident in every)


def _values_of(
    entry: TimelineEntry, vocabularies: Vocabularies
) -> Iterator[tuple[str, facets.Value]]:
    if entry.milestone is not None:
        if series := series_of(entry, vocabularies.words):
            yield "series", series
        return
    for facet, values in facets.of_event(event_of(entry), vocabularies).items():
        if facet in facets.FOLDERS:
            yield from ((facet, value) for value in values)


def series_of(entry: TimelineEntry, words: Words) -> facets.Value | None:
    """Return the series that a milestone belongs to: its article's, where the names agree.

    "Hội thảo – Triển lãm Quốc gia về Chính phủ điện tử" is the series "Hội thảo Quốc gia về Chính
    phủ điện tử": an article that names its series says of it when it began. A name that says other
    things than the series does is not taken for it.
    """
    told = entry.record.facts.series
    if entry.milestone is None or entry.document or told is None:
        return None
    series = facets.series(told.value.name, words)
    said, known = ({*slugify(n).split("-")} for n in (entry.milestone.value.name, series.label))
    return series if known <= said or said <= known else None


def _listings(
    by_id: Mapping[str, _Gathered], vocabulary: Mapping[str, Term]
) -> tuple[Listing, ...]:
    found = (_listing(ident, gathered, vocabulary) for ident, gathered in by_id.items())
    return tuple(sorted(found, key=_order))


def _listing(ident: str, gathered: _Gathered, vocabulary: Mapping[str, Term]) -> Listing:
    names = sorted(gathered.labels, key=lambda name: (-gathered.labels[name], name))
    term = _term(ident, names, vocabulary)
    label = term.label if term else names[0]
    return Listing(
        id=ident,
        label=label,
        names=_others(names, label),
        term=term,
        entries=tuple(gathered.entries),
        others=tuple(gathered.others),
    )


def _others(names: Sequence[str], label: str) -> tuple[str, ...]:
    """Return the names that differ from `label`, and from each other, in more than spelling."""
    by_key = {match_key(name): name for name in reversed(names)} | {match_key(label): label}
    return tuple(name for name in names if name != label and by_key[match_key(name)] == name)


def _term(ident: str, names: Sequence[str], vocabulary: Mapping[str, Term]) -> Term | None:
    """Return what the authority file says, if it means the same and does not only look so."""
    term = vocabulary.get(ident)
    return term if term and {*term.names} & {*names} else None


def _order(listing: Listing) -> tuple[int, int, tuple[str, str]]:
    return -len(listing.events), -len(listing.others), facets.by_label(listing.label)
