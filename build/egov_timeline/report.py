"""What was understood of an article, told to editors (`explain`) and to programs (`--json`).

The JSON shape is a contract (DESIGN 4.3): extraction is measured by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from egov_timeline import fields, wording
from egov_timeline.amendments import amending
from egov_timeline.edtf import EventDate
from egov_timeline.fields import Field
from egov_timeline.inputs import Correction
from egov_timeline.plain import plain
from egov_timeline.reasons import NO_EVENT, NOT_THE_DATE
from egov_timeline.records import Article, Certainty, Extraction, Finding, Organizer, Part

_LONGEST = 100
_INDENT = " " * 14
_KEEP = 'text: [{keep: "mấy chữ đầu của đoạn"}]'


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
    """Return how each fact is known, and what was passed over and why, as lines of text."""
    lines = [f"{ident}: {_kind(facts)}"]
    for row in fields.FIELDS:
        if not row.bare:
            lines += _fact(row, facts)
        if row.name in corrections:
            lines += _correction(row, corrections[row.name], extracted, facts)
    for evidence, reason in facts.rejected:
        why = NOT_THE_DATE.get(reason, reason)
        lines.append(f"  không phải ngày của sự kiện: {_quoted(evidence.quote)}, {why}")
    for other in facts.others:
        lines.append(f"  sự kiện khác trong bài: {_quoted(other.quote)}")
    left_out = [block for block in article.blocks if not block.part.kept]
    for block in left_out:
        words = _quoted(article.text[block.start : block.end])
        lines.append(f"  để ngoài bài ({wording.PARTS[block.part]}): {words}")
    if any(block.part is Part.RELATED for block in left_out):
        lines.append(f"  (đoạn nào thuộc bài thì ghi vào tệp .yml: {_KEEP})")
    return "\n".join(lines)


def _kind(facts: Extraction) -> str:
    if facts.is_event:
        return wording.kind_label(facts.event_type) if facts.event_type else "sự kiện"
    why = NO_EVENT.get(facts.no_event, "")
    return wording.kind_label(False) + (f", vì {why}" if why else "")


def _fact(row: Field, facts: Extraction) -> Iterator[str]:
    """Yield a field by the name that a correction gives it, then what readers call it."""
    found: Sequence[Finding[Any]] = fields.findings(facts, row.name)
    head = f"  {row.name:<11} {wording.FIELDS[row.name]}: "
    if not found:
        yield f"{head}không thấy trong bài"
    for finding in found:
        yield f"{head}{_shown(row, finding.value)}   [{_how(finding)}]"
        if finding.why:
            yield f"{_INDENT}vì: {finding.why}"
        for evidence in finding.evidence:
            where = f"{evidence.start}:{evidence.end}"
            yield f"{_INDENT}{_quoted(evidence.quote)} ở {where}, theo {evidence.rule}"


def _how(finding: Finding[Any]) -> str:
    """Return how a fact is known; what a signature does is told below it."""
    signed = finding.certainty is Certainty.CORRECTED
    return "có người ký" if signed else wording.CERTAINTY[finding.certainty]


def _correction(
    row: Field, correction: Correction, extracted: Extraction, facts: Extraction
) -> Iterator[str]:
    signer = wording.signer_label(correction.by)
    signed = f"{signer} ký ngày {correction.on}: {correction.why}"
    does = wording.inside(wording.CORRECTIONS[amending(correction, extracted, facts)])
    yield f"{_INDENT}{row.name}: {does} do {signed}"
    if source := correction.source or (correction.quote and _quoted(correction.quote)):
        yield f"{_INDENT}theo {source}"
    before = f"{_INDENT}chỉ theo bài thì là:"
    if row.bare:
        yield f"{before} {wording.kind_label(getattr(extracted, row.name))}"
        return
    yield before
    yield from (f"    {line}" for line in _fact(row, extracted))


def _shown(row: Field, value: Any) -> str:
    match value:
        case EventDate():
            return f"{value.edtf}  ({wording.date_label(value)})"
        case Organizer(ident, name, role):
            return f"{name} ({wording.ROLES.get(role, role)}{f', {ident}' if ident else ''})"
    return wording.value_label(row.datatype, value)


def _quoted(text: str) -> str:
    """Return words of an article in one line, with what a terminal might act on spelled out."""
    line = " ".join(text.split())
    line = line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
    return f"“{''.join(c if c.isprintable() else f'<U+{ord(c):04X}>' for c in line)}”"
