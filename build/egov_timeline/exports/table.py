"""`timeline.csv`: one row for each event and milestone, for a spreadsheet.

Turns the timeline into rows in its order. The file begins with a byte order mark: without one,
Excel on Windows reads UTF-8 as a Western code page and spoils every diacritic. Every cell is one
line, and none is a formula.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from egov_timeline.amendments import how_known
from egov_timeline.edtf import EventDate
from egov_timeline.events import Event, event_of
from egov_timeline.exports.archive import Archive
from egov_timeline.exports.dating import dating
from egov_timeline.exports.spreadsheet import guarded
from egov_timeline.exports.telling import (
    address,
    corrections,
    elsewhere,
    in_words,
    one_line,
    source,
    status,
)
from egov_timeline.fields import PLAIN, status_of
from egov_timeline.once import ALONE, Means
from egov_timeline.records import (
    Certainty,
    Finding,
    Organizer,
    TimelineEntry,
)

_MARK = "\ufeff"
_SEVERAL = "; "


def text(archive: Archive, means: Means = ALONE) -> str:
    """Return the file, made by `means`."""
    told = means.stretches(
        partial(_rows, archive.root),
        archive.timeline.entries,
        f"rows {archive.root}",
        lambda entry: entry.record.slug,
        lambda entry: entry.made_of,
    )
    return "".join((_MARK, _csv([COLUMNS]), *told))


def _rows(root: str, stretch: Sequence[TimelineEntry]) -> str:
    rows = (_row(entry, root) for entry in stretch)
    return _csv([_cell(row[name]) for name in COLUMNS] for row in rows)


def _csv(rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue()


def _cell(said: object) -> str:
    return "" if said is None else guarded(one_line(str(said)))


def _row(entry: TimelineEntry, root: str) -> dict[str, Any]:
    event, record = event_of(entry), entry.record
    told = dating(entry, event)
    return {
        "record": record.id,
        "kind": "milestone" if entry.milestone else "event",
        "date": told.when["edtf"],
        "earliest": told.when["earliest"],
        "latest": told.when["latest"],
        "date_in_words": told.when["label"],
        "date_doubt": _doubt(entry.date),
        "date_certainty": told.certainty,
        **(_milestone(entry) if entry.milestone else _event(event)),
        "quote": told.quote,
        "quoted_at": root + told.place,
        "publisher": record.seed.source.publisher,
        "author": record.seed.source.author,
        "published": record.appeared,
        "url": record.seed.source.url,
        "page": root + address(record),
        "sha256": None if record.seed.is_citation else record.seed.sha256,
        "reports": _joined(report.id for report in entry.reports),
        "sources": _joined(source(report) for report in entry.sources),
        "elsewhere": _joined(() if entry.milestone else elsewhere(event)),
    }


def _doubt(date: EventDate | None) -> str | None:
    """Return what is not certain of it: nobody shall take a probable year for a known one."""
    if date is None or date.year is None:
        return "no year"
    said = (("uncertain", date.uncertain), ("approximate", date.approximate))
    return " and ".join(word for word, holds in said if holds) or None


def _event(event: Event) -> dict[str, Any]:
    facts = event.facts
    place, series = facts.location, facts.series
    return {
        "name": event.name,
        "type": facts.event_type,
        "status": status_of(facts),
        "status_in_words": status(event) or None,
        "place": place.value.place if place else None,
        "province": place.value.province if place else None,
        "place_certainty": how_known(event.source_of("location"), "location", place)
        if place
        else None,
        "organizers": _joined(_body(event, finding) for finding in facts.organizer),
        **{row.name: in_words(event, row) for row in PLAIN},
        "themes": _joined(finding.value for finding in facts.themes),
        "series": series.value.name if series else None,
        "edition": series.value.edition if series else None,
        "corrections": " ".join(c for report in event.reports for c in corrections(report)) or None,
    }


def _body(event: Event, finding: Finding[Organizer]) -> str:
    """Return "IDG Việt Nam [organizer]"; the certainty follows the role where it is not stated."""
    stated = finding.certainty is Certainty.STATED
    known = how_known(event.source_of("organizer"), "organizer", finding)
    known = finding.value.role if stated else f"{finding.value.role}, {known}"
    return f"{finding.value.name} [{known}]"


def _milestone(entry: TimelineEntry) -> dict[str, Any]:
    assert entry.milestone
    milestone = entry.milestone.value
    unknown = dict.fromkeys(_OF_EVENT)
    return unknown | {"name": milestone.name, "type": milestone.kind, "place": milestone.place}


def _joined(parts: Iterable[str]) -> str | None:
    return _SEVERAL.join(parts) or None


_OF_EVENT = (
    *(
        "name",
        "type",
        "status",
        "status_in_words",
        "place",
        "province",
        "place_certainty",
        "organizers",
        *(row.name for row in PLAIN),
        "themes",
        "series",
    ),
    *("edition", "corrections"),
)
COLUMNS = (
    *("record", "kind", "date", "earliest", "latest"),
    *("date_in_words", "date_doubt", "date_certainty"),
    *_OF_EVENT,
    *("quote", "quoted_at", "publisher", "author", "published", "url", "page", "sha256"),
    *("reports", "sources", "elsewhere"),
)
