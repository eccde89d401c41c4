"""What search engines are told of an article: schema.org, as JSON-LD.

Turns a record into a NewsArticle about an Event, which it shares with the other reports of it: one
id and one description, on the page of each. A date has the parts that are known; one in doubt
or without a year is told in words only, because schema.org has no word for "perhaps".
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from egov_timeline.edtf import EventDate, Point
from egov_timeline.events import Event
from egov_timeline.exports.citation import known_parts
from egov_timeline.exports.lasting import event_id
from egov_timeline.exports.telling import known, one_line, web_address
from egov_timeline.fields import status_of
from egov_timeline.records import Finding, Location, Organizer, Record
from egov_timeline.vocabulary import Vocabularies

# What could end the script element, or a line of it, wherever it stands in a page.
_ACTIVE = re.compile("[<>&\u2028\u2029]")

# schema.org has no word for an event that was held; one that is to come is as scheduled.
_STATUS = {
    "announced": "EventScheduled",
    "postponed": "EventPostponed",
    "cancelled": "EventCancelled",
}


def linked_data(record: Record, event: Event, vocabularies: Vocabularies) -> str:
    """Return JSON that can stand in a script element as it is; `event` is what it reports."""
    told = json.dumps(_present(_article(record, event, vocabularies)), ensure_ascii=False, indent=1)
    return _ACTIVE.sub(lambda found: f"\\u{ord(found[0]):04x}", told)


def _article(record: Record, event: Event, vocabularies: Vocabularies) -> dict[str, Any]:
    facts, source = record.facts, record.seed.source
    themes = vocabularies.themes
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": one_line(facts.title.value) if facts.title else None,
        "inLanguage": record.article.language,
        "datePublished": _published(record),
        # A text: whether a person or an agency signs is not told.
        "author": one_line(source.author) if source.author else None,
        "publisher": _named("Organization", source.publisher),
        "url": web_address(source.url),
        "keywords": [themes[f.value].label for f in facts.themes if f.value in themes],
        "identifier": _hash(record),
        "about": _event(event) if event.facts.is_event else None,
    }


def _hash(record: Record) -> dict[str, str] | None:
    if record.seed.is_citation:
        return None
    return {"@type": "PropertyValue", "propertyID": "SHA-256", "value": record.seed.sha256}


def _event(event: Event) -> dict[str, Any]:
    facts, status = event.facts, status_of(event.facts)
    return {
        "@type": "Event",
        "@id": event_id(event.main).urn,
        "name": one_line(event.name),
        "eventStatus": f"https://schema.org/{_STATUS[status]}" if status in _STATUS else None,
        # In words: how surely each is known, for which schema.org has no properties.
        "description": ". ".join(known(event)),
        **_when(facts.date.value if facts.date else None),
        "location": _where(facts.location.value) if facts.location else None,
        "organizer": _bodies(facts.organizer, sponsors=False),
        "sponsor": _bodies(facts.organizer, sponsors=True),
        "superEvent": _named("EventSeries", facts.series.value.name if facts.series else None),
    }


def _when(date: EventDate | None) -> dict[str, Any]:
    if date is None or date.year is None or date.in_doubt:
        return {}
    return {
        "startDate": _iso(date.start),
        "endDate": _iso(date.end) if date.is_interval else None,
    }


def _iso(point: Point) -> str:
    rest = (part for part in (point.month, point.day) if part)
    return "-".join([f"{point.year:04}", *(f"{part:02}" for part in rest)])


def _published(record: Record) -> str | None:
    """Return when the article appeared, with its time of day where that is known."""
    return record.appeared if known_parts(record) else None


def _where(location: Location) -> dict[str, Any]:
    name, province = location.place or location.province, location.province
    return {
        "@type": "Place",
        "name": one_line(name) if name else None,
        "address": one_line(province) if province else None,
    }


def _bodies(found: Sequence[Finding[Organizer]], *, sponsors: bool) -> list[dict[str, str] | None]:
    bodies = [finding.value for finding in found]
    return [_named("Organization", b.name) for b in bodies if (b.role == "sponsor") is sponsors]


def _named(kind: str, name: str | None) -> dict[str, str] | None:
    return {"@type": kind, "name": one_line(name)} if name else None


def _present(value: Any) -> Any:
    """Return `value` without what is not known."""
    if isinstance(value, dict):
        return {name: _present(part) for name, part in value.items() if part not in (None, [])}
    return [_present(part) for part in value] if isinstance(value, list) else value
