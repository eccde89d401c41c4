"""One event of several reports: what they say of it together, and what each says otherwise.

Turns the records that an editor joined (`event:` in a sidecar) into an `Event`: the facts of the
report that stands for it, what it lacks from the others, and beside them what contradicts. A fact
stays with the report that says it, so that it is quoted from no other article's text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from egov_timeline import wording
from egov_timeline.agreement import judge_date, same_body, within, words
from egov_timeline.edtf import EventDate
from egov_timeline.fields import (
    BY_NAME,
    OF_EVENT,
    PANEL,
    Datatype,
    Field,
    findings,
    status_of,
)
from egov_timeline.records import (
    Count,
    Extraction,
    Finding,
    Location,
    Milestone,
    Organizer,
    Record,
    TimelineEntry,
)

_OFF = ("postponed", "cancelled")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Said:
    """What one report says of a field, in which it differs."""

    record: Record
    findings: tuple[Finding[Any], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """What `reports` say together, the one that stands for the event first.

    `by` is the report that a field of `facts` is taken from; `elsewhere` what others say of it
    that the facts do not.
    """

    reports: tuple[Record, ...]
    facts: Extraction
    by: Mapping[str, Record] = field(default_factory=dict)
    elsewhere: Mapping[str, tuple[Said, ...]] = field(default_factory=dict)

    @property
    def main(self) -> Record:
        """The report that stands for the event."""
        return self.reports[0]

    @property
    def name(self) -> str:
        """What the event is called."""
        return wording.name_in(self.facts)

    def source_of(self, name: str) -> Record:
        """Return the report whose words give the field `name`."""
        return self.by.get(name, self.main)


def event_of(entry: TimelineEntry) -> Event:
    """Return the event of a timeline's entry; of a milestone, the event of its article."""
    return merged(entry.sources)


def merged(reports: Sequence[Record]) -> Event:
    """Return the event that `reports` tell of; the first of them leads."""
    main = reports[0]
    if len(reports) == 1:
        return Event((main,), main.facts)
    # Each from one report as a whole; themes, which are the article's own, are gathered from all.
    by = {name: _leading(name, reports) for name in OF_EVENT}
    taken = {name: getattr(record.facts, name) for name, record in by.items()}
    facts = replace(main.facts, is_event=True, themes=_themes(reports), **taken)
    return Event(tuple(reports), facts, by, elsewhere(facts, reports))


def grouped(records: Iterable[Record]) -> list[tuple[Record, ...]]:
    """Return the reports of each event, in the order of `records`; most have but one."""
    known = {record.id: record for record in records}
    told: dict[str, list[Record]] = {}
    for record in known.values():
        told.setdefault(_stands_for(record, known), []).append(record)
    return [
        (known[main], *sorted((r for r in reports if r.id != main), key=_since))
        for main, reports in told.items()
    ]


def elsewhere(facts: Extraction, reports: Iterable[Record]) -> dict[str, tuple[Said, ...]]:
    """Return by field what `reports` say that is not in `facts` in other words."""
    reports = tuple(reports)
    told = {row.name: tuple(_otherwise(row, facts, reports)) for row in _COMPARED}
    return {name: said for name, said in told.items() if said}


def contradicts(datatype: Datatype, known: Any, other: Any) -> bool:
    """Return whether two values of a field that reports are compared in cannot both be true."""
    return not _ALIKE[datatype](known, other)


def same_milestone(one: Milestone, other: Milestone) -> bool:
    """Return whether two reports of one event mean one moment: kind and time, and the name."""
    if one.kind != other.kind or not _same_time(one.date, other.date):
        return False
    return one.kind == "first" or _same_name(one.name, other.name)


def _stands_for(record: Record, known: Mapping[str, Record]) -> str:
    """Return the id of the report that stands for the event; of a circle, the first by id."""
    way = [record.id]
    while (there := known[way[-1]].seed.event) and there in known:
        if there in way:
            return min(way[way.index(there) :])
        way.append(there)
    return way[-1]


def _since(record: Record) -> tuple[str, str]:
    published = record.facts.published
    return (published.value if published else "9999"), record.id


def _leading(name: str, reports: Sequence[Record]) -> Record:
    """Return the report that a field is taken from: the first that has it, or says it closer.

    What a signature took away in the report that stands for the event stays away.
    """
    main = reports[0]
    lead = main
    if BY_NAME[name].datatype is Datatype.STATUS and name not in main.corrections:
        return _telling_status(reports)
    if not getattr(main.facts, name) and name not in main.corrections:
        lead = next((report for report in reports if getattr(report.facts, name)), main)
    for report in reports:
        if _closer(getattr(lead.facts, name), getattr(report.facts, name)):
            lead = report
    return lead


def _telling_status(reports: Sequence[Record]) -> Record:
    """Return the report whose word on whether the event was held stands.

    It was held where one reports it, unless a later one calls it off; else the last word counts.
    """
    telling = [report for report in reports if report.facts.status] or [reports[0]]
    held = [report for report in telling if status_of(report.facts) == "held"]
    last = max(telling, key=lambda report: report.appeared or "")
    if not held or (status_of(last.facts) in _OFF and _after_all(last, held)):
        return last
    return held[0]


def _after_all(report: Record, others: Sequence[Record]) -> bool:
    return all(other.appeared and other.appeared < (report.appeared or "") for other in others)


def _same_status(known: str, other: str) -> bool:
    """Return whether two words do not contradict: what was held was announced before."""
    return known == other or (known, other) == ("held", "announced")


def _closer(known: Any, other: Any) -> bool:
    """Return whether `other` says the same as `known`, and more: the day of a month, the venue."""
    if not isinstance(known, Finding) or not isinstance(other, Finding):
        return False
    if isinstance(known.value, EventDate):
        return _vaguer(known.value, other.value)
    if isinstance(known.value, Location):
        return bool(
            known.value.shares_province(other.value) and not known.value.place and other.value.place
        )
    return False


def _themes(reports: Sequence[Record]) -> tuple[Finding[str], ...]:
    found: dict[str, Finding[str]] = {}
    for report in reports:
        for finding in report.facts.themes:
            found.setdefault(finding.value, finding)
    return tuple(found.values())


def _otherwise(row: Field, facts: Extraction, reports: Iterable[Record]) -> Iterator[Said]:
    alike = _ALIKE[row.datatype]
    known = [finding.value for finding in findings(facts, row.name)]
    known = known or ([row.usual] if row.usual else [])
    for report in reports:
        other = tuple(
            finding
            for finding in findings(report.facts, row.name)
            if not any(alike(value, finding.value) for value in known)
        )
        if other:
            yield Said(report, other)


def _same_time(one: EventDate, other: EventDate) -> bool:
    """Return whether two dates can both be true: "10/2019" and "15/10/2019" can."""
    said = judge_date(one.edtf, other.edtf) == "exact"
    return said or _vaguer(one, other) or _vaguer(other, one)


def _vaguer(one: EventDate, other: EventDate) -> bool:
    """Return whether `other` says the same as `one`, and more or without its doubt."""
    told = judge_date(other.edtf, one.edtf)
    if told == "exact":
        return one.in_doubt and not other.in_doubt
    # A day of several is no closer word for all of them.
    less = one.precision != other.precision or one.year != other.year
    return told == "partial" and less


def _same_place(one: Location, other: Location) -> bool:
    """Return whether two reports can mean one place: a town and a venue in it can."""
    if one.province and other.province:
        return one.shares_province(other) and not _rival(one.place, other.place)
    return bool(one.place and other.place) and _same_spot(str(one.place), str(other.place))


def _rival(one: str | None, other: str | None) -> bool:
    """Return whether two venues of one kind go by two names: "Khách sạn Melia", "… Daewoo"."""
    if not one or not other or _same_spot(one, other):
        return False
    return words(one).split()[:1] == words(other).split()[:1]


def _same_spot(one: str, other: str) -> bool:
    return within(words(one), words(other)) or same_body(one, other)


def _same_organizer(one: Organizer, other: Organizer) -> bool:
    if one.id and other.id:
        return one.id == other.id
    return same_body(one.name, other.name)


def _same_name(one: str, other: str) -> bool:
    """Return whether two names mean one event; numbers of years and editions must agree."""
    first, second = (set(_NUMBER.findall(name)) for name in (one, other))
    return (first <= second or second <= first) and (
        within(words(one), words(other)) or same_body(one, other)
    )


def _same_count(one: Count, other: Count) -> bool:
    """Return whether two numbers of people can mean one: "hơn 300", "320" and "gần 400" can."""
    (low, high), (first, last) = _meant(one), _meant(other)
    return low <= last and first <= high


def _meant(count: Count) -> tuple[int, int]:
    """Return the fewest and the most that are meant: more than 300 are fewer than 400."""
    number = count.number
    step = 10 ** (len(str(number)) - len(str(number).rstrip("0"))) - 1
    fewer = step if count.bound in ("under", "about") else 0
    return number - fewer, number + (step if count.bound in ("over", "about") else 0)


# When two values of a datatype do not contradict. Reports are compared in these, and in no others.
_ALIKE: Mapping[Datatype, Callable[[Any, Any], bool]] = {
    Datatype.TEXT: _same_name,
    Datatype.DATE: _same_time,
    Datatype.STATUS: _same_status,
    Datatype.LOCATION: _same_place,
    Datatype.ORGANIZER: _same_organizer,
    Datatype.COUNT: _same_count,
}
_COMPARED = tuple(row for row in PANEL if row.of_event and row.datatype in _ALIKE)
