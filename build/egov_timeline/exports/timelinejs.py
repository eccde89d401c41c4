"""`timelinejs.json`: the timeline for TimelineJS of Knight Lab.

Turns entries into slides (https://timeline.knightlab.com/docs/json-format.html). A slide has the
parts of its date that are known and no others; a doubt is said in the words that stand beside it.
The sentence that a slide stands on is its medium, and leads to its place where the site's address
is known. TimelineJS has no place for an event without a year: the title slide tells how many it
misses.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from html import escape
from typing import Any

from egov_timeline import wording
from egov_timeline.edtf import EventDate, Point
from egov_timeline.events import event_of
from egov_timeline.exports import jsonparts
from egov_timeline.exports.archive import Archive
from egov_timeline.exports.telling import (
    address,
    entry_id,
    key_evidence,
    mentioned,
    one_line,
    quoted,
    source,
    summary,
    web_address,
)
from egov_timeline.fields import status_of
from egov_timeline.once import ALONE, Means
from egov_timeline.records import Evidence, Record, TimelineEntry


def content(archive: Archive, means: Means = ALONE) -> bytes:
    """Return the file, made by `means`."""
    told = means.stretches(
        partial(_slides, archive.alone),
        [entry for year in archive.timeline.years for entry in year.entries if entry.date],
        f"slides {archive.root}",
        lambda entry: entry.record.slug,
        lambda entry: entry.made_of,
    )
    title, slides = jsonparts.inner(_title(archive)), jsonparts.joined(told)
    return b"".join((b'{\n "title": ', title, b',\n "events": ', *slides, b"\n}\n"))


def _slides(archive: Archive, stretch: Sequence[TimelineEntry]) -> bytes:
    return jsonparts.items([_slide(e, e.date, archive) for e in stretch if e.date])


def _title(archive: Archive) -> dict[str, Any]:
    lines = [archive.rights]
    if missing := len(archive.timeline.shelf):
        lines.insert(0, wording.without_year(missing))
    return {"unique_id": "tieu-de", "text": _text(archive.name, lines), "autolink": False}


def _slide(entry: TimelineEntry, date: EventDate, archive: Archive) -> dict[str, Any]:
    found = entry.milestone
    event = event_of(entry)
    name = found.value.name if found else event.name
    lines = mentioned(entry, quoting=False) if found else summary(event, quoting=False)
    slide = {
        "unique_id": entry_id(entry),
        "start_date": _date(date.start),
        "display_date": wording.occasion_label(date, "held" if found else status_of(event.facts)),
        "group": wording.FIELDS["milestones" if found else "event"],
        "text": _text(name, [*lines], entry.record),
        "autolink": False,
    }
    if date.is_interval:
        slide["end_date"] = _date(date.end)
    if words := _words(entry):
        slide["media"] = _medium(*words, archive)
    return slide


def _words(entry: TimelineEntry) -> tuple[Record, Evidence] | None:
    if entry.milestone is None:
        return key_evidence(event_of(entry))
    return next(((entry.record, evidence) for evidence in entry.milestone.evidence), None)


def _medium(record: Record, evidence: Evidence, archive: Archive) -> dict[str, str]:
    """Return a sentence as what TimelineJS shows beside the text."""
    said = f"<blockquote>{escape(quoted(record, evidence))}</blockquote>"
    medium = {"url": said, "credit": escape(source(record))}
    # A slide is shown on another's page, from which no relative address leads here.
    link = {"link": archive.root + address(record, evidence)} if archive.site else {}
    return medium | link


def _date(point: Point) -> dict[str, int]:
    parts = {"year": point.year, "month": point.month, "day": point.day}
    return {name: part for name, part in parts.items() if part}


def _text(headline: str, lines: list[str], record: Record | None = None) -> dict[str, str]:
    """Return a text as markup, in which nothing that an article says is markup."""
    shown = [f"<p>{escape(one_line(line))}</p>" for line in lines]
    if record and (url := web_address(record.seed.source.url)):
        shown.append(f'<p><a href="{escape(url)}">{wording.labels.ORIGINAL}</a></p>')
    return {"headline": escape(one_line(headline)), "text": "".join(shown)}
