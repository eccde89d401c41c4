"""What search engines are told of an article's page: schema.org, as JSON-LD.

Turns a record into a WebPage that is based on a NewsArticle and about an Event, which it shares
with the other reports of it: one id and one description, on the page of each. A date has the parts
that are known; one in doubt or without a year is told in words only, because schema.org has no word
for "perhaps". A name that may not be a person's is told as none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from egov_timeline.changes import last_change
from egov_timeline.edtf import EventDate, Point
from egov_timeline.events import Event
from egov_timeline.exports.archive import Archive
from egov_timeline.exports.citation import known_parts
from egov_timeline.exports.telling import known, one_line, web_address
from egov_timeline.fields import status_of
from egov_timeline.inputs import Source
from egov_timeline.records import Finding, Location, Organizer, Record
from egov_timeline.vocabulary import Vocabularies

_CONTEXT = "https://schema.org"
# What could end the script element, or a line of it, wherever it stands in a page.
_ACTIVE = re.compile("[<>&\u2028\u2029]")

# EventScheduled: "The event is taking place or has taken place on the startDate as scheduled."
_STATUS = {
    "held": "EventScheduled",
    "announced": "EventScheduled",
    "postponed": "EventPostponed",
    "cancelled": "EventCancelled",
}
# "Thu An - Hà My", "Thu An và Hà My"
_BETWEEN = re.compile(r"\s*(?:[,;&]|\s[-–]\s|\svà\s)\s*")
# "Ban biên tập", "Nhóm phóng viên", "Theo TTXVN": no name of a person
_NO_PERSON = re.compile(
    r"(?:báo|ban|đài|tạp chí|tòa soạn|nhóm|tổ|phóng viên|biên tập|cổng|trang|theo)\b", re.IGNORECASE
)


def in_page(told: Any) -> str:
    """Return what is known of `told` as JSON that can stand in a script element as it is."""
    said = json.dumps({"@context": _CONTEXT} | _present(told), ensure_ascii=False, indent=1)
    return _ACTIVE.sub(lambda found: f"\\u{ord(found[0]):04x}", said)


def linked_data(record: Record, event: Event, archive: Archive) -> str:
    """Return what the page of `record` is; `event` is what its article reports."""
    changed = last_change(record)
    return in_page(
        {
            "@type": "WebPage",
            "dateModified": changed.isoformat() if changed else None,
            "isBasedOn": _article(record, archive),
            "about": _event(event, archive) if event.facts.is_event else None,
        }
    )


def _article(record: Record, archive: Archive) -> dict[str, Any]:
    facts, source = record.facts, record.seed.source
    themes = archive.vocabularies.themes
    return _reference(record, archive) | {
        "headline": one_line(facts.title.value) if facts.title else None,
        "inLanguage": record.article.language,
        "datePublished": _published(record),
        "author": _authors(source, archive.vocabularies),
        "publisher": named("Organization", source.publisher),
        "keywords": [themes[f.value].label for f in facts.themes if f.value in themes],
        "identifier": _hash(record),
    }


def _reference(record: Record, archive: Archive) -> dict[str, Any]:
    return {
        "@type": "NewsArticle",
        "@id": archive.id_of("article", record).urn,
        "url": web_address(record.seed.source.url),
    }


def _authors(source: Source, vocabularies: Vocabularies) -> list[dict[str, str] | None]:
    """Return who wrote it, where the name tells a body that is known, or persons."""
    name = one_line(source.author or "")
    if name and (name == source.publisher or vocabularies.organizations.named(name)):
        return [named("Organization", name)]
    names = _BETWEEN.split(name)
    return [named("Person", each) for each in names] if all(map(_is_person, names)) else []


def _is_person(name: str) -> bool:
    """Return whether a name has at least two words, each with a capital and then small letters."""
    words = name.split()
    return len(words) > 1 and all(map(str.istitle, words)) and not _NO_PERSON.match(name)


def _hash(record: Record) -> dict[str, str] | None:
    if record.seed.is_citation:
        return None
    return {"@type": "PropertyValue", "propertyID": "SHA-256", "value": record.seed.sha256}


def _event(event: Event, archive: Archive) -> dict[str, Any]:
    facts = event.facts
    return {
        "@type": "Event",
        "@id": archive.event_id(event.main).urn,
        "name": one_line(event.name),
        "eventStatus": f"{_CONTEXT}/{_STATUS[status_of(facts)]}",
        # In words: how surely each is known, for which schema.org has no properties.
        "description": ". ".join(known(event)),
        **_when(facts.date.value if facts.date else None),
        "location": _where(facts.location.value) if facts.location else None,
        "organizer": _bodies(facts.organizer, sponsors=False),
        "sponsor": _bodies(facts.organizer, sponsors=True),
        "superEvent": named("EventSeries", facts.series.value.name if facts.series else None),
        "subjectOf": [_reference(report, archive) for report in event.reports],
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
    return [named("Organization", b.name) for b in bodies if (b.role == "sponsor") is sponsors]


def named(kind: str, name: str | None) -> dict[str, str] | None:
    """Return a thing of which the name is known; None where it is not."""
    return {"@type": kind, "name": one_line(name)} if name else None


def _present(value: Any) -> Any:
    """Return `value` without what is not known."""
    if isinstance(value, dict):
        return {name: _present(part) for name, part in value.items() if part not in (None, [])}
    return [_present(part) for part in value] if isinstance(value, list) else value
