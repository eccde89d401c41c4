"""Choose what a timeline shows of each entry.

Turns timeline entries into cards of plain values for the templates: date as precise as known, name,
place, organizers, themes and one key quote with the address of its sentence. It decides no fact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from egov_timeline import facets, wording
from egov_timeline.amendments import how_known
from egov_timeline.edtf import EventDate, Point
from egov_timeline.events import Event, event_of
from egov_timeline.facets import Value
from egov_timeline.fields import status_of
from egov_timeline.pages import coverage, listings, quotes
from egov_timeline.pages.coverage import Otherwise, Report, Taken
from egov_timeline.pages.support import Support, standing, telling
from egov_timeline.records import (
    Certainty,
    Finding,
    Location,
    Milestone,
    Record,
    TimelineEntry,
)
from egov_timeline.vocabulary import Vocabularies


@dataclass(frozen=True, slots=True)
class Named:
    """A body behind the event; `certainty` is set where it has to be said at this name."""

    name: str
    certainty: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """The bodies that had the same part in the event, and what that was: "chủ trì"."""

    role: str
    bodies: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One entry as the templates see it; all values are plain text.

    A certainty, a key of `wording.CERTAINTY`, is "" where the article states the fact: only what it
    does not state is marked.
    `facets` are what a filter finds it by; a milestone has fewer, and claims no organizer.
    """

    id: str
    anchor: str
    slug: str
    name: str
    mark: str
    edtf: str | None
    machine_date: str | None
    date: str
    certainty: str
    place: str | None
    place_certainty: str
    organizers: tuple[Part, ...]
    organizers_certainty: str
    facets: Mapping[str, tuple[Value, ...]]
    quote: quotes.Quote | None
    kind: str | None = None
    article: str = ""
    related: bool = False
    formerly: tuple[str, ...] = ()  # slugs of which its anchor was made before
    remark: str = ""  # what the page says beside the event: the role that a body had in it
    reports: tuple[Report, ...] = ()  # where there are several
    taken: tuple[Taken, ...] = ()  # from other reports than the first
    elsewhere: tuple[Otherwise, ...] = ()
    status: str = ""  # what became of the event where it was not held
    status_certainty: str = ""
    status_why: str = ""  # how the article says so
    doubted: bool = False  # whether its year is but probable or approximate
    without_text: bool = False  # all that is known of it is a citation
    page: str = ""  # where the entry stands for good, "" for the home page
    month: int = 0  # in which it begins, as far as that is known

    @property
    def counted(self) -> bool:
        """Whether it is one of the events of the timeline's first layer."""
        return self.kind is None and not self.related


def anchor_of(entry: TimelineEntry) -> str:
    """Return the id of `entry` on every page that shows it; no other entry has it."""
    if entry.milestone is None:
        return f"su-kien-{entry.record.slug}"
    return f"moc-{entry.record.slug}-{entry.record.facts.milestones.index(entry.milestone) + 1}"


class Cards(Mapping[str, Card]):
    """The card of each of `entries` by its anchor, made when it is first asked for.

    `pages` has by its anchor where an entry stands for good.
    """

    def __init__(
        self,
        entries: Iterable[TimelineEntry],
        vocabularies: Vocabularies,
        pages: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._entries = {anchor_of(entry): entry for entry in entries}
        self._vocabularies, self._pages = vocabularies, pages
        self._made: dict[str, Card] = {}

    def __getitem__(self, anchor: str) -> Card:
        if anchor not in self._made:
            made = card(self._entries[anchor], self._vocabularies)
            self._made[anchor] = replace(made, page=self._pages.get(anchor, ""))
        return self._made[anchor]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def made_of(self, entries: Iterable[TimelineEntry]) -> Iterator[str]:
        """Yield all that the card of each of `entries` is made of, but code and vocabularies."""
        return (f"{each.made_of} {self._pages.get(anchor_of(each), '')}" for each in entries)


def card(entry: TimelineEntry, vocabularies: Vocabularies) -> Card:
    """Return what the timeline shows of `entry`."""
    whole = replace(_event(event_of(entry), entry.date, vocabularies), related=entry.related)
    if entry.milestone is None:
        return whole
    milestone = entry.milestone.value
    evidence = next(iter(entry.milestone.evidence), None)  # a signature may stand for words
    return replace(
        whole,
        name=milestone.name,
        mark="milestone",
        date=wording.date_label(entry.date),
        certainty=_marked(entry.record, "milestones", entry.milestone),
        place=milestone.place,
        place_certainty="",
        anchor=anchor_of(entry),
        organizers=(),
        organizers_certainty="",
        facets=_gathering(entry, milestone, vocabularies),
        quote=quotes.quote(entry.record, Support((("milestones", evidence),)), evidence)
        if evidence
        else None,
        kind=wording.MILESTONES.get(milestone.kind, milestone.kind),
        article=wording.name_of(entry.record),
        reports=(),
        taken=(),
        elsewhere=(),
        status="",
        status_certainty="",
        status_why="",
        without_text=False,
    )


def _event(event: Event, date: EventDate | None, vocabularies: Vocabularies) -> Card:
    facts, main, status = event.facts, event.main, status_of(event.facts)
    named, of_all = _organizers(event)
    return Card(
        id=main.id,
        anchor=f"su-kien-{main.slug}",
        slug=main.slug,
        formerly=tuple(slug for report in event.reports for slug in report.formerly),
        name=event.name,
        mark=_MARKS.get(status) or mark(date),
        edtf=date.edtf if date else None,
        machine_date=machine_date(date),
        date=wording.when_label(date, status),
        month=(date.start.month or 0) if date else 0,
        certainty=_sure(event, "date"),
        place=wording.location_label(facts.location.value) if facts.location else None,
        place_certainty=_sure(event, "location"),
        organizers=named,
        organizers_certainty=of_all,
        facets=facets.of_event(event, vocabularies),
        quote=_quote(event),
        reports=coverage.reports(event) if len(event.reports) > 1 else (),
        taken=coverage.taken(event),
        elsewhere=coverage.otherwise(event.elsewhere),
        status="" if status == "held" else status,
        status_certainty=_sure(event, "status") if status != "held" else "",
        status_why=(facts.status.why or "") if facts.status and status != "held" else "",
        doubted=bool(date and date.in_doubt),
        without_text=main.seed.is_citation and len(event.reports) == 1,
    )


# An event that was not held is told apart by that before all.
_MARKS = {"announced": "announced", "postponed": "off", "cancelled": "off"}


def _quote(event: Event) -> quotes.Quote | None:
    """Return words of the report that gives the date, else of the first that can be quoted."""
    for record in (event.source_of("date"), *event.reports):
        proof = standing(record)
        best = quotes.best(record.article, telling(record)) or quotes.best(record.article, proof)
        if best:
            return quotes.quote(record, proof.of("date"), best)
    return None


def _gathering(
    entry: TimelineEntry, milestone: Milestone, vocabularies: Vocabularies
) -> Mapping[str, tuple[Value, ...]]:
    """Return what a filter finds a milestone by: its year, its place, and the series it is about.

    Themes and organizers are those of the event that the article reports, not of this one.
    """
    series = listings.series_of(entry, vocabularies.words)
    return {
        "place": facets.place(Location(None, milestone.place)),
        "series": (series,) if series else (),
        "year": (facets.year(milestone.date),),
    }


def _sure(event: Event, field: str) -> str:
    return _marked(event.source_of(field), field, getattr(event.facts, field))


def _marked(record: Record, field: str, finding: Finding[Any] | None) -> str:
    """Return the certainty that a card has to say: that of what the article does not state."""
    if finding is None or finding.certainty is Certainty.STATED:
        return ""
    return how_known(record, field, finding)


def _organizers(event: Event) -> tuple[tuple[Part, ...], str]:
    """Return the bodies by role, and the certainty of them all where one word does for all."""
    findings, source = event.facts.organizer, event.source_of("organizer")
    marks = [_marked(source, "organizer", finding) for finding in findings]
    degrees = {*marks}
    of_all = degrees.pop() if len(degrees) == 1 else ""
    by_role: dict[str, list[Named]] = {}
    for finding, mark in zip(findings, marks, strict=True):
        role = wording.ROLES.get(finding.value.role, finding.value.role)
        alone = "" if of_all else mark
        by_role.setdefault(role, []).append(Named(finding.value.name, alone))
    return tuple(Part(role, tuple(bodies)) for role, bodies in by_role.items()), of_all


def mark(date: EventDate | None) -> str:
    """Return which mark stands for the date: its shape says how much is known."""
    if date is None or date.year is None or date.in_doubt:
        return "uncertain"
    if date.precision != "day":
        return "part"
    return "days" if date.is_interval else "day"


def machine_date(date: EventDate | None) -> str | None:
    """Return as much of the first day as HTML's <time> can say without claiming what is in doubt.

    It cannot mark a year as uncertain, so that one is left out: a day keeps its month and day. Nor
    can it say a set of days: of those it gives the month, or the year, that all have in common.
    """
    if date is None or date.is_set:
        return _in_common(date) if date else None
    point = date.start
    if point.year is None or point.mark in ("?", "%"):
        return f"{point.month:02}-{point.day:02}" if point.day else None
    return "-".join(_digits(point))


def _in_common(date: EventDate) -> str | None:
    start, end = date.start, date.end
    if start.year is None or start.mark in ("?", "%") or start.year != end.year:
        return None
    return f"{start.year:04}-{start.month:02}" if start.month == end.month else f"{start.year:04}"


def _digits(point: Point) -> Iterator[str]:
    yield f"{point.year:04}"
    for part in (point.month, point.day):
        if part:
            yield f"{part:02}"
