"""`timeline.json`: all that the timeline knows, and how it is known.

Turns records into plain data whose shape `timeline.schema.json` fixes: each fact with its value,
certainty and the quotes it stands on, each correction with its signature and what it replaced.
Addresses begin with the root of the site, as the caller knows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from egov_timeline import fields, wording
from egov_timeline.amendments import amendment, how_known
from egov_timeline.events import Event, event_of
from egov_timeline.exports import jsonparts
from egov_timeline.exports.archive import Archive
from egov_timeline.exports.dating import dated
from egov_timeline.exports.telling import address, text_of
from egov_timeline.fields import status_of
from egov_timeline.inputs import Correction
from egov_timeline.once import ALONE, Means
from egov_timeline.plain import plain
from egov_timeline.records import Evidence, Finding, Record, TimelineEntry
from egov_timeline.vocabulary import Vocabularies


def content(archive: Archive, means: Means = ALONE) -> bytes:
    """Return the file, made by `means`."""
    root, timeline, entries = archive.root, archive.timeline, archive.timeline.entries
    records = {report.id: report for entry in entries for report in entry.reports}
    records |= {record.id: record for record in timeline.without_event}
    ordered = [records[ident] for ident in sorted(records)]
    told = means.stretches(
        partial(_listed, _entry, root),
        entries,
        f"timeline {root}",
        lambda entry: entry.record.slug,
        lambda entry: entry.made_of,
    )
    told_of = means.stretches(
        partial(_listed, _record, root),
        ordered,
        f"records {root}",
        lambda record: record.slug,
        lambda record: record.made_of,
    )
    head = {
        "$schema": "timeline.schema.json",
        "title": archive.name,
        "language": "vi",
        "rights": archive.rights,
    }
    themes = _themes(records.values(), archive.vocabularies)
    return b"".join(
        (
            jsonparts.text(head)[:-2].encode("utf-8"),
            *(b',\n "timeline": ', *jsonparts.joined(told)),
            *(b',\n "records": ', *jsonparts.joined(told_of)),
            *(b',\n "themes": ', jsonparts.inner(themes)),
            b"\n}\n",
        )
    )


def _listed(plainly: Callable[[Any, str], Any], root: str, stretch: Sequence[Any]) -> bytes:
    return jsonparts.items([plainly(each, root) for each in stretch])


def _entry(entry: TimelineEntry, root: str) -> dict[str, Any]:
    found, event = entry.milestone, event_of(entry)
    words = found.evidence[0] if found and found.evidence else None
    status = None if found else status_of(event.facts)
    return {
        "kind": "milestone" if found else "event",
        "milestone": found.value.kind if found else None,
        "name": found.value.name if found else event.name,
        "date": dated(entry.date, status or "held"),
        "status": status,
        "record": entry.record.id,
        "page": root + address(entry.record, words),
        "reports": [report.id for report in entry.reports],
        "taken_from": {} if found else _taken_from(event),
        "elsewhere": [] if found else [*_elsewhere(event, root)],
    }


def _taken_from(event: Event) -> dict[str, str]:
    """Return the record that a fact comes from, where the one that leads lacks it."""
    return {name: r.id for name, r in event.by.items() if r.id != event.main.id}


def _elsewhere(event: Event, root: str) -> Iterator[dict[str, Any]]:
    for field, told in event.elsewhere.items():
        for said in told:
            facts = [_fact(said.record, field, finding, root) for finding in said.findings]
            yield {"field": field, "record": said.record.id, "facts": facts}


def _record(record: Record, root: str) -> dict[str, Any]:
    return {
        "id": record.id,
        "page": root + address(record),
        "added": record.seed.added,
        "language": record.article.language,
        "text": text_of(record),
        **_facts(record, root),
        "corrections": [_correction(record, c, root) for c in record.seed.corrections],
        "attachments": [plain(attached) for attached in record.seed.attachments],
        "source": {
            **plain(record.seed.source),
            "file": record.seed.path,
            "raw": _raw(record, root),
            "sha256": None if record.seed.is_citation else record.seed.sha256,
        },
    }


def _raw(record: Record, root: str) -> str | None:
    """Return where the raw article stands, if it may stand anywhere."""
    name = record.seed.path.rpartition("/")[2]
    return f"{root}nguon/{name}" if record.seed.is_open else None


def _facts(record: Record, root: str) -> dict[str, Any]:
    """Return all fields: first what the article is, then what has one value, then the lists."""
    ordered = sorted(fields.FIELDS, key=lambda row: (not row.bare, row.many))
    return {
        row.name: _field(record, row.name, getattr(record.facts, row.name), root) for row in ordered
    }


def _field(record: Record, name: str, found: Any, root: str) -> Any:
    """Return a finding, a list of them, or what is no finding at all, as plain data."""
    if isinstance(found, tuple):
        return [_field(record, name, finding, root) for finding in found]
    return _fact(record, name, found, root) if isinstance(found, Finding) else found


def _fact(record: Record, name: str, finding: Finding[Any], root: str) -> dict[str, Any]:
    return {
        "value": plain(finding.value),
        "certainty": how_known(record, name, finding),
        "evidence": [_evidence(record, evidence, root) for evidence in finding.evidence],
        **({"why": finding.why} if finding.why else {}),
    }


def _evidence(record: Record, evidence: Evidence, root: str) -> dict[str, Any]:
    return plain(evidence) | {"url": root + address(record, evidence)}  # type: ignore[no-any-return]


def _correction(record: Record, correction: Correction, root: str) -> dict[str, Any]:
    """Return a signed correction, with what the article itself says in that field."""
    signed = {name: getattr(correction, name) for name in ("field", "why", "source", "quote")}
    own = _field(record, correction.field, getattr(record.extracted, correction.field), root)
    does = amendment(record, correction.field).value
    by = {"by": correction.by, "signer": wording.signer_label(correction.by), "on": correction.on}
    return signed | by | {"does": does, "extracted": own}


def _themes(records: Iterable[Record], vocabularies: Vocabularies) -> Mapping[str, str]:
    used = {finding.value for record in records for finding in record.facts.themes}
    return {i: vocabularies.themes[i].label for i in sorted(used) if i in vocabularies.themes}
