"""What was understood of an article just taken in, told to its editor.

Turns a record into Vietnamese lines: how it was read, each fact with its words, what is missing or
in doubt with the lines to paste into the sidecar, and which articles it looks like.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from egov_timeline import fields, files, wording
from egov_timeline.fields import Datatype, Field
from egov_timeline.intake.drafts import yaml_lines
from egov_timeline.intake.leftout import left_out
from egov_timeline.intake.offers import Offer
from egov_timeline.likeness import Likeness
from egov_timeline.plain import plain
from egov_timeline.records import Certainty, Finding, Location, Record
from egov_timeline.vocabulary import Vocabularies
from egov_timeline.yamlnodes import TO_FILL_IN

_QUOTE = 100
# A terminal would obey them.
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
# Without these an event is not found where readers look for it.
_NEEDED = tuple(row.name for row in fields.PANEL if row.of_event and row.unknown)
_SOURCE = {"publisher": "nơi đăng", "author": "tác giả", "url": "địa chỉ", "published": "ngày đăng"}


@dataclass(frozen=True, slots=True)
class Added:
    """An article that is taken in: its record, and what an editor is to know of it."""

    record: Record
    original: str
    notes: tuple[str, ...] = ()
    offered: tuple[Offer, ...] = ()
    likenesses: tuple[Likeness, ...] = ()
    merges_with: str | None = None  # the seed that its event is told by, if it is the same
    drafted: bool = True  # False where a sidecar was there already, and was left alone


def summary(added: Added, today: str, vocabularies: Vocabularies) -> str:
    """Return what to tell the editor, as lines of text."""
    record = added.record
    lines = [f"{record.seed.path}: {_headline(record)}", f"  bản nhận được: {added.original}"]
    lines += [f"  {note}" for note in (*added.notes, *_odd(record))]
    lines += _told_by_itself(record)
    lines += ["", "Hiểu được:", *_understood(record, vocabularies)]
    if doubts := [*_doubts(record), *_source(added)]:
        lines += ["", "Còn thiếu hoặc cần xem lại:", *doubts]
    lines += _to_paste(f"dưới source: trong {record.seed.sidecar}", _pasted_source(added))
    signed = _pasted_corrections(record, today)
    lines += _to_paste(f"vào cuối {record.seed.sidecar}", signed)
    if signed:
        lines.append(f"  (hoặc ký từng mục bằng lệnh: `egov-timeline correct {record.id} …`)")
    if kept := [{"keep": words} for words in left_out(record.article)]:
        lines += ["", f"Để ngoài bài; đoạn nào thuộc bài thì dán vào cuối {record.seed.sidecar}:"]
        lines += [f"  {line}" for line in yaml_lines({"text": kept})]
    if added.likenesses:
        lines += ["", "Giống bài đã có:", *_alike(added)]
    return _CONTROL.sub("", "\n".join(lines))


def _to_paste(where: str, lines: Sequence[str]) -> list[str]:
    said = f"Nếu biết, dán {where} những dòng đúng (điền chỗ {TO_FILL_IN}, bỏ dòng thừa):"
    return ["", said, *(f"  {line}" for line in lines)] if lines else []


def _headline(record: Record) -> str:
    return record.facts.title.value if record.facts.title else "(bài không có tít)"


def _odd(record: Record) -> Iterator[str]:
    found = files.odd_characters(record.seed.text)
    if found:
        told = ", ".join(f"{odd.code} ({odd.count} lần, từ dòng {odd.line})" for odd in found)
        yield f"có ký tự không nhìn thấy được, bỏ qua khi đọc: {told}"


def _told_by_itself(record: Record) -> Iterator[str]:
    for name, label in _SOURCE.items():
        if value := getattr(record.seed.source, name):
            told = wording.published_label(value) if name == "published" else value
            yield f"  {label} (theo chính trang ấy): {told}"


def _understood(record: Record, vocabularies: Vocabularies) -> Iterator[str]:
    for row in fields.PANEL:
        value = getattr(record.facts, row.name)
        if row.bare:
            if value is not None:
                yield f"  {wording.FIELDS[row.name]}: {wording.value_label(row.datatype, value)}"
            continue
        for finding in fields.findings(record.facts, row.name):
            said = _label(row, finding.value, vocabularies)
            yield f"  {wording.FIELDS[row.name]}: {said}{_how(finding)}"


def _label(row: Field, value: Any, vocabularies: Vocabularies) -> str:
    if row.datatype is Datatype.THEME:
        return vocabularies.themes[value].label if value in vocabularies.themes else str(value)
    return wording.value_label(row.datatype, value)


def _how(finding: Finding[Any]) -> str:
    quotes = ", ".join(f"“{_short(evidence.quote)}”" for evidence in finding.evidence)
    return f" — {wording.CERTAINTY[finding.certainty]}: {quotes}" if quotes else ""


def _short(quote: str) -> str:
    said = " ".join(quote.split())
    return said if len(said) <= _QUOTE else f"{said[: _QUOTE - 1]}…"


def _doubts(record: Record) -> Iterator[str]:
    if not record.facts.is_event:
        yield "  bài không tường thuật một sự kiện nào: sẽ đứng ngoài dòng thời gian"
        return
    for row, finding in _open(record):
        if finding is None:
            yield f"  {wording.FIELDS[row.name]}: {wording.UNKNOWN.get(row.name, 'chưa rõ')}"
        elif row.name == "date" and finding.value.year is None:
            yield f"  {wording.FIELDS[row.name]}: chưa rõ năm"
        else:
            yield f"  {wording.FIELDS[row.name]}: mới chỉ suy ra, xin xem lại"


def _open(record: Record) -> Iterator[tuple[Field, Finding[Any] | None]]:
    """Yield the fields that an editor should look at, each with what was found, if anything."""
    for name in _NEEDED:
        found = fields.findings(record.facts, name)
        if not found:
            yield fields.BY_NAME[name], None
        elif any(finding.certainty is Certainty.INFERRED for finding in found) or (
            name == "date" and found[0].value.year is None
        ):
            yield fields.BY_NAME[name], found[0]
    if not record.facts.themes:
        yield fields.BY_NAME["themes"], None


def _source(added: Added) -> Iterator[str]:
    missing = [label for name, label in _SOURCE.items() if name in _missing(added)]
    if missing:
        yield f"  chưa biết {', '.join(missing)}"
    for offer in added.offered:
        yield f"  {_SOURCE[offer.name]} có lẽ là {offer.value}, theo dòng “{_short(offer.line)}”"


def _missing(added: Added) -> tuple[str, ...]:
    source, offered = added.record.seed.source, {offer.name for offer in added.offered}
    published = added.record.facts.published
    return tuple(
        name
        for name in _SOURCE
        if not getattr(source, name)
        and name not in offered
        and not (name == "published" and published)
    )


def _pasted_source(added: Added) -> list[str]:
    told = {offer.name: offer.value for offer in added.offered}
    told |= dict.fromkeys(_missing(added), TO_FILL_IN)
    return [f"  {line}" for line in yaml_lines(told)] if told else []


def _pasted_corrections(record: Record, today: str) -> list[str]:
    wanted = {
        row.name: _typed(row, record) if finding else _blank(row) for row, finding in _open(record)
    }
    if not record.facts.is_event:
        wanted = {"is_event": True, **wanted}
    lines: list[str] = []
    for name, value in wanted.items():
        entry = {"field": name, "value": value, "why": TO_FILL_IN, "source": TO_FILL_IN}
        lines += yaml_lines([entry | {"by": "editor", "on": today}])
    return ["corrections:", *(f"  {line}" for line in lines)] if lines else []


def _typed(row: Field, record: Record) -> Any:
    """Return what was found, as one types it in a correction."""
    values: list[Any] = [plain(f.value) for f in fields.findings(record.facts, row.name)]
    if row.datatype is Datatype.DATE:
        return values[0].replace("XXXX", TO_FILL_IN)
    told = [_filled(value) if isinstance(value, dict) else value for value in values]
    return told if row.many else told[0]


def _filled(value: dict[str, Any]) -> dict[str, Any]:
    return {name: part for name, part in value.items() if part}


def _blank(row: Field) -> Any:
    if row.datatype is Datatype.LOCATION:
        return {field.name: TO_FILL_IN for field in dataclasses.fields(Location) if field.repr}
    return [TO_FILL_IN] if row.many else TO_FILL_IN


def _alike(added: Added) -> Iterator[str]:
    ident = added.record.id
    for pair in added.likenesses:
        other = pair.other if pair.one == ident else pair.one
        if pair.is_duplicate:
            yield f"  gần như trùng chữ với {other} ({round(pair.share * 100)} %)"
        elif "published" in pair.agrees:
            yield f"  có lẽ viết về sự kiện của {other} (đăng ngay sau đó, có nhắc địa điểm)"
        else:
            same = ", ".join(
                wording.inside(wording.FIELDS[name])
                for name in pair.agrees
                if name in fields.OF_EVENT
            )
            yield f"  có lẽ cùng một sự kiện với {other}: cùng {same}"
    if added.merges_with:
        yield f"  Nếu đúng là một sự kiện, thêm vào {added.record.seed.sidecar}:"
        yield f"    event: {added.merges_with}"
