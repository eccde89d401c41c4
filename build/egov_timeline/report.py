"""What was understood of an article, told to people (`explain`) and to programs (`--json`).

The JSON shape is a contract (DESIGN 4.3): extraction is measured by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from egov_timeline import fields
from egov_timeline.edtf import EventDate
from egov_timeline.plain import plain
from egov_timeline.records import Article, Correction, Extraction, Finding, Location, Organizer


def as_json(ident: str, found: Extraction) -> dict[str, Any]:
    """Return the extraction as plain data; what was not found is None or an empty list."""
    return {"id": ident} | {name: plain(getattr(found, name)) for name in fields.NAMES}


def explain(
    ident: str,
    article: Article,
    facts: Extraction,
    extracted: Extraction,
    corrections: Mapping[str, Correction],
) -> str:
    """Return how each fact is known, as lines of text."""
    kind = facts.event_type or "event" if facts.is_event else "reports no single event"
    lines = [f"{ident}: {kind}"]
    for row in fields.FIELDS:
        if not row.bare:
            lines += _fact(row.name, fields.findings(facts, row.name))
        if row.name in corrections:
            lines += _correction(corrections[row.name], extracted)
    lines += [f"  not the date   {e.quote!r}: {reason}" for e, reason in facts.rejected]
    dropped = [block for block in article.blocks if not block.part.kept]
    lines += [f"  dropped ({b.part})  {_short(article.text[b.start : b.end])!r}" for b in dropped]
    return "\n".join(lines)


def _fact(name: str, findings: Sequence[Finding[Any]]) -> Iterator[str]:
    if not findings:
        yield f"  {name:10} not stated"
    for finding in findings:
        yield f"  {name:10} {_shown(finding.value)}   [{finding.certainty}]"
        if finding.why:
            yield f"             {finding.why}"
        for evidence in finding.evidence:
            where = f"{evidence.start}:{evidence.end}"
            yield f"             {_short(evidence.quote)!r} at {where}, by {evidence.rule}"


def _correction(correction: Correction, extracted: Extraction) -> Iterator[str]:
    yield from _signature(correction)
    name, before = correction.field, "             the text alone gives:"
    if fields.BY_NAME[name].bare:
        yield f"{before} {getattr(extracted, name)}"
        return
    yield before
    yield from (f"    {line}" for line in _fact(name, fields.findings(extracted, name)))


def _signature(correction: Correction) -> Iterator[str]:
    signed = f"{correction.by} on {correction.on}"
    yield f"             {correction.field} corrected by {signed}: {correction.why}"
    yield f"             source: {correction.source or repr(correction.quote)}"


def _shown(value: Any) -> str:
    match value:
        case EventDate():
            return value.edtf
        case Location(place, province):
            return ", ".join(part for part in (place, province) if part)
        case Organizer(ident, name, role):
            return f"{name} ({role}{f', {ident}' if ident else ''})"
        case str():
            return value
    return ", ".join(f"{k} {v}" for k, v in plain(value).items() if v is not None)


def _short(text: str, limit: int = 100) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
