"""Tell the reports of one event apart: who published each, and what it says otherwise.

Turns an event into pointers to the articles that report it, and into the values that some of them
give and the facts do not, each with the sentence that says so. Which of them is right it leaves to
the reader.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from egov_timeline import events, wording
from egov_timeline.amendments import how_known
from egov_timeline.anchors import anchor
from egov_timeline.events import Event, Said
from egov_timeline.fields import BY_NAME, PANEL, Datatype, shown
from egov_timeline.records import Finding, Record

# As much of a quote as stands in a line of the card: the whole sentence is a click away.
_QUOTE = 90


@dataclass(frozen=True, slots=True)
class Report:
    """One article about the event; `published` is "" where nobody says when."""

    id: str
    slug: str
    title: str
    outlet: str
    published: str
    without_text: bool
    language: str


@dataclass(frozen=True, slots=True)
class Sayer:
    """An article that says so: its words, and their sentence; both "" where a signature says it.

    `certainty` is what that signature is to the article, "" where its own words say so.
    """

    outlet: str
    slug: str
    quote: str
    anchor: str
    language: str
    certainty: str = ""


@dataclass(frozen=True, slots=True)
class Otherwise:
    """A value that some reports give and the facts do not; `role` is the part that a body had."""

    field: str
    label: str
    role: str
    by: tuple[Sayer, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """A fact that the event has from another report than the one that stands for it."""

    label: str  # of the field
    by: Sayer


def reports(event: Event) -> tuple[Report, ...]:
    """Return the reports of `event`, the one that stands for it first."""
    return tuple(map(report, event.reports))


def report(record: Record) -> Report:
    """Return what points to the article of `record`."""
    published = record.appeared
    return Report(
        id=record.id,
        slug=record.slug,
        title=wording.title_of(record),
        outlet=record.seed.source.publisher or "",
        published=wording.published_label(published.partition("T")[0]) if published else "",
        without_text=record.seed.is_citation,
        language=record.article.language,
    )


def otherwise(elsewhere: Mapping[str, Iterable[Said]]) -> tuple[Otherwise, ...]:
    """Return what reports say otherwise, in the order of the fields; who say the same together."""
    found: dict[tuple[str, str, str], list[Sayer]] = {}
    for field, told in elsewhere.items():
        for said in told:
            for finding in said.findings:
                value = (field, *_worded(BY_NAME[field].datatype, finding.value))
                found.setdefault(value, []).append(_sayer(said.record, field, finding))
    return tuple(Otherwise(*value, by=tuple(sayers)) for value, sayers in found.items())


def _worded(datatype: Datatype, value: Any) -> tuple[str, str]:
    is_body = datatype is Datatype.ORGANIZER
    role = wording.ROLES.get(value.role, value.role) if is_body else ""
    return wording.value_label(datatype, value), role


def _sayer(record: Record, field: str, finding: Finding[Any]) -> Sayer:
    proof = finding.evidence[0] if finding.evidence and record.article.sentences else None
    return Sayer(
        outlet=wording.outlet(record),
        slug=record.slug,
        quote=_cut(" ".join(proof.quote.split())) if proof else "",
        anchor=anchor(record.article, proof.start) if proof else "",
        language=record.article.language,
        certainty="" if proof else how_known(record, field, finding),
    )


def _cut(quote: str) -> str:
    """Return the first words of a long quote: the rest is at the end of the link."""
    if len(quote) <= _QUOTE:
        return quote
    return f"{quote[:_QUOTE].rpartition(' ')[0] or quote[:_QUOTE]} …"


def taken(event: Event) -> tuple[Taken, ...]:
    """Return what the first report lacks and others give, each with the words that say so."""
    return tuple(
        Taken(wording.FIELDS[row.name], _sayer(event.source_of(row.name), row.name, finding))
        for row in PANEL
        if not row.bare and event.source_of(row.name).id != event.main.id
        for finding in shown(event.facts, row.name)
    )


def others(record: Record, reports: Iterable[Record]) -> tuple[Report, ...]:
    """Return the other reports of the event that `record` reports."""
    return tuple(report(other) for other in reports if other.id != record.id)


def beside(record: Record, reports: Iterable[Record]) -> dict[str, tuple[Otherwise, ...]]:
    """Return by field what the other reports say otherwise, for the panel of `record`."""
    others = [other for other in reports if other.id != record.id]
    said = otherwise(events.elsewhere(record.facts, others))
    return {field: tuple(told) for field, told in groupby(said, key=lambda told: told.field)}
