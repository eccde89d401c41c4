"""Rows of what stands on the timeline: events and milestones, their reports and organizers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from egov_timeline.amendments import how_known
from egov_timeline.events import Event, event_of
from egov_timeline.exports.archive import Archive
from egov_timeline.exports.dating import dating
from egov_timeline.exports.telling import address, entry_id, in_words, status
from egov_timeline.fields import PLAIN, status_of
from egov_timeline.records import TimelineEntry

Row = tuple[Any, ...]


def rows(archive: Archive) -> Iterator[Row]:
    """Yield a row for each event and milestone, in order of time."""
    for entry in archive.timeline.entries:
        event, record = event_of(entry), entry.record
        told = dating(entry, event)
        yield (
            entry_id(entry),
            entry.milestone.value.kind if entry.milestone else "event",
            entry.milestone.value.name if entry.milestone else event.name,
            *((None, None, None) if entry.milestone else _kind(event)),
            *(told.when[name] for name in ("edtf", "earliest", "latest", "label")),
            told.certainty,
            bool(entry.date and entry.date.in_doubt),
            *_place(entry, event),
            *(None if entry.milestone else in_words(event, row) for row in PLAIN),
            *_series(entry, event),
            told.quote,
            archive.root + told.place,
            record.id,
            archive.root + address(record),
        )


def reports(archive: Archive) -> Iterator[Row]:
    """Yield a row for each article that tells of an event or milestone, the first that leads."""
    for entry in archive.timeline.entries:
        for position, record in enumerate(entry.sources, 1):
            yield entry_id(entry), record.id, position


def organizers(archive: Archive) -> Iterator[Row]:
    """Yield a row for each body that organized an event, with the article that says so."""
    for entry in archive.timeline.entries:
        if entry.milestone:
            continue
        event = event_of(entry)
        by = event.source_of("organizer")
        for position, found in enumerate(event.facts.organizer, 1):
            body = found.value
            known = (body.id, body.name, body.role, how_known(by, "organizer", found))
            yield (entry_id(entry), position, *known, by.id)


def _kind(event: Event) -> Row:
    """Return the type of the event, what became of it, and that in words where it was not held."""
    return event.facts.event_type, status_of(event.facts), status(event) or None


def _place(entry: TimelineEntry, event: Event) -> Row:
    """Return the place, the province, and how surely both are known."""
    if entry.milestone:
        place = entry.milestone.value.place
        sure = how_known(entry.record, "milestones", entry.milestone)
        return place, None, sure if place else None
    found = event.facts.location
    if found is None:
        return None, None, None
    sure = how_known(event.source_of("location"), "location", found)
    return found.value.place, found.value.province, sure


def _series(entry: TimelineEntry, event: Event) -> Row:
    found = None if entry.milestone else event.facts.series
    return (found.value.name, found.value.edition) if found else (None, None)
