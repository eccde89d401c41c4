"""Say values of fields in Vietnamese, and what records are called.

Turns places, series, milestones and kinds into words, and a record into its name and outlet.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from egov_timeline.fields import Datatype
from egov_timeline.records import Count, Extraction, Location, Milestone, Record, Series
from egov_timeline.wording.counts import number_label
from egov_timeline.wording.dates import date_label, published_label
from egov_timeline.wording.phrases import inside, labels
from egov_timeline.wording.terms import BOUNDS, EVENT_TYPES, MILESTONES, SIGNERS, STATUSES, UNKNOWN


def location_label(location: Location) -> str:
    """Return "Khách sạn Melia, Hà Nội"; a province that the place names is not said twice."""
    place, province = location.place, location.province
    if place and province and province.casefold() not in place.casefold():
        return f"{place}, {province}"
    return place or province or UNKNOWN["location"]


def series_label(series: Series) -> str:
    """Return the name of the series and the number in it."""
    return f"{series.name}, {edition_label(series.edition)}" if series.edition else series.name


def edition_label(edition: int) -> str:
    """Return "lần thứ 15"."""
    return f"lần thứ {edition}"


def editions_label(first: int, last: int) -> str:
    """Return "lần thứ 2–12"."""
    return edition_label(first) if first == last else f"{edition_label(first)}–{last}"


def count_label(count: Count) -> str:
    """Return "hơn 300": a number of people as the article tells it."""
    bound = BOUNDS.get(count.bound or "", "")
    return f"{bound} {number_label(count.number)}".lstrip()


def milestone_label(milestone: Milestone) -> str:
    """Return "Hội thảo … – lần đầu tổ chức, năm 2003"."""
    kind = MILESTONES.get(milestone.kind, milestone.kind)
    return f"{milestone.name} – {kind}, {date_label(milestone.date)}"


def kind_label(kind: bool | str | None) -> str:
    """Return what the article, or its event, is taken for."""
    if isinstance(kind, bool):
        return "tường thuật một sự kiện" if kind else "không tường thuật một sự kiện"
    return inside(EVENT_TYPES.get(kind or "", labels.WITHDRAWN))


def signer_label(by: str) -> str:
    """Return who signs: a role in words, or the name that stands there."""
    return SIGNERS.get(by, by)


def value_label(datatype: Datatype, value: Any) -> str:
    """Return a value of a field in words; a theme is an id, whose label the vocabulary has."""
    return _IN_WORDS.get(datatype, str)(value)


_IN_WORDS: Mapping[Datatype, Callable[[Any], str]] = {
    Datatype.YES_OR_NO: kind_label,
    Datatype.EVENT_TYPE: kind_label,
    Datatype.DATE: date_label,
    Datatype.STATUS: lambda status: STATUSES.get(status, status),
    Datatype.MOMENT: published_label,
    Datatype.LOCATION: location_label,
    Datatype.ORGANIZER: lambda organizer: organizer.name,
    Datatype.SERIES: series_label,
    Datatype.COUNT: count_label,
    Datatype.MILESTONE: milestone_label,
}


def name_of(record: Record) -> str:
    """Return what the event is called, or else the article."""
    return name_in(record.facts)


def name_in(facts: Extraction) -> str:
    """Return what `facts` call the event, or else the article."""
    named = facts.event or facts.title
    return named.value if named else nameless(facts.event_type)


def name_with(name: str, status: str) -> str:
    """Return what an event is called, and what became of it: "Hội thảo … – bị hủy"."""
    return name if status == "held" else f"{name} – {STATUSES.get(status, status)}"


def title_of(record: Record) -> str:
    """Return what the article is called, or else its event."""
    return record.facts.title.value if record.facts.title else name_of(record)


def outlet(record: Record) -> str:
    """Return who published the article; by its title where that is not known."""
    return record.seed.source.publisher or f"“{title_of(record)}”"


def nameless(event_type: str | None) -> str:
    """Return how an event is called whose name no source gives."""
    return f"{EVENT_TYPES.get(event_type or '', 'Bài viết')} chưa rõ tên"
