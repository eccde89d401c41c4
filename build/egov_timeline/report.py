"""What was understood of an article, told to people (`explain`) and to programs (`--json`).

The JSON shape is a contract (DESIGN 4.3): extraction is measured by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from egov_timeline.edtf import EventDate
from egov_timeline.plain import plain
from egov_timeline.records import Article, Correction, Extraction, Location, Organizer

_FIELDS = ("title", "event", "published", "date", "location", "organizer", "themes", "series")


def as_json(ident: str, found: Extraction) -> dict[str, Any]:
    """Return the extraction as plain data; what was not found is None or an empty list."""
    return {
        "id": ident,
        "is_event": found.is_event,
        "event_type": found.event_type,
        **{name: plain(getattr(found, name)) for name in (*_FIELDS, "milestones")},
    }


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
    for name in ("is_event", "event_type"):
        if name in corrections:
            lines += _signature(corrections[name])
            lines.append(f"             the text alone gives: {getattr(extracted, name)}")
    for name in (*_FIELDS, "milestones"):
        lines += _fact(name, getattr(facts, name))
        if name in corrections:
            lines += _correction(corrections[name], getattr(extracted, name))
    lines += [f"  not the date   {e.quote!r}: {reason}" for e, reason in facts.rejected]
    dropped = [block for block in article.blocks if not block.part.kept]
    lines += [f"  dropped ({b.part})  {_short(article.text[b.start : b.end])!r}" for b in dropped]
    return "\n".join(lines)


def _fact(name: str, fact: Any) -> Iterator[str]:
    findings = fact if isinstance(fact, tuple) else (fact,) if fact else ()
    if not findings:
        yield f"  {name:10} not stated"
    for finding in findings:
        yield f"  {name:10} {_shown(finding.value)}   [{finding.certainty}]"
        for evidence in finding.evidence:
            where = f"{evidence.start}:{evidence.end}"
            yield f"             {_short(evidence.quote)!r} at {where}, by {evidence.rule}"


def _correction(correction: Correction, extracted: Any) -> Iterator[str]:
    yield from _signature(correction)
    yield "             the text alone gives:"
    yield from (f"    {line}" for line in _fact(correction.field, extracted))


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
