"""Sign a correction: show what it changes, and write it into the sidecar as a person would.

Turns what an editor says of a field into an entry of `seeds/articles/<id>.yml`, with its effect in
words. All is checked as by a build before a byte is written; the rest of the file stays as it is.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from egov_timeline import fields, files, runs, transaction, wording
from egov_timeline.errors import ProblemsFound, cause, nearest_or_all, quoted
from egov_timeline.fields import Datatype, Field
from egov_timeline.inputs import Seed
from egov_timeline.recording import read_record
from egov_timeline.records import Finding, Organizer, Record
from egov_timeline.sidecars import HEADER
from egov_timeline.vocabulary import Vocabularies
from egov_timeline.yamlentries import with_entry, written
from egov_timeline.yamlnodes import NodeReader, plain

_LIST = "corrections"


@dataclass(frozen=True, slots=True)
class Signature:
    """Why, by whom, on which day, and what shows it: a source, or words of the article."""

    why: str
    source: str | None
    quote: str | None
    by: str
    on: str


@dataclass(frozen=True, slots=True)
class Change:
    """What is to change, as it was typed: `verb` is value, add or remove.

    `replace` allows it to take the place of a correction of that field.
    """

    field: str
    verb: str
    typed: str
    replace: bool = False


@dataclass(frozen=True, slots=True)
class Signed:
    """A correction that can be written: the file, its new text, and the record before and after."""

    path: Path
    text: str
    entry: dict[str, Any]
    before: Record
    after: Record


def sign(
    root: Path, ident: str, change: Change, signature: Signature, vocabularies: Vocabularies
) -> Signed:
    """Return a correction, checked but not written. Raises ProblemsFound."""
    before = read_record(root, ident, vocabularies)
    seed = before.seed
    place = _place(seed, change)
    path = root / seed.sidecar
    old = files.read_text(path, seed.sidecar) if path.exists() else HEADER
    entry = _entry(change, signature)
    text = with_entry(old, _LIST, entry, place)
    try:
        after = read_record(root, before.id, vocabularies, text)
    except ProblemsFound as err:  # told without the lines of a file that is not written
        raise ProblemsFound([dataclasses.replace(p, line=None) for p in err.problems]) from err
    _expect_rest(before, after, change.field)
    return Signed(path, text, entry, before, after)


def _place(seed: Seed, change: Change) -> int | None:
    """Return which correction gives way to the change; None where none is there."""
    if change.field not in fields.NAMES:
        what = f"không có mục {quoted(change.field)} để đính chính"
        remedy = nearest_or_all(change.field, fields.NAMES)
        raise ProblemsFound.one(seed.sidecar, what, remedy)
    for place, correction in enumerate(seed.corrections):
        if correction.field == change.field:
            if change.replace:
                return place
            what = f"{change.field} đã được đính chính"
            remedy = "Thêm --replace để thay đính chính ấy."
            raise ProblemsFound.one(seed.sidecar, what, remedy, correction.line)
    return None


def _entry(change: Change, signature: Signature) -> dict[str, Any]:
    value = _typed(change.typed, fields.BY_NAME[change.field])
    signed = dataclasses.asdict(signature)
    return {"field": change.field, change.verb: value} | {n: s for n, s in signed.items() if s}


# "[Ảnh] Hội thảo A" and "{2019-10-03,2019-10-05}" are no YAML.
_WITH_PARTS = (Datatype.LOCATION, Datatype.ORGANIZER, Datatype.SERIES, Datatype.MILESTONE)


def _typed(text: str, row: Field) -> Any:
    """Return a value from a command line: YAML where it is a list or has parts, else the text.

    Several values of a list are also told apart by semicolons.
    """
    said = text.strip()
    if said.startswith(("[", "{")) and (row.many or row.datatype in _WITH_PARTS):
        reader = NodeReader("VALUE")
        node = reader.compose(said)
        if reader.problems:
            raise ProblemsFound(reader.problems)
        return plain(node) if node else None
    if said in ("null", "~"):
        return None
    parts = [part.strip() for part in said.split(";") if part.strip()]
    return parts if row.many and len(parts) > 1 else said


def write(root: Path, signed: Signed) -> None:
    """Write the sidecar whole, or not at all, also where that is killed."""
    try:
        with runs.scratch(root, runs.SIGN) as scratch:
            draft = scratch / signed.path.name
            draft.write_bytes(signed.text.encode("utf-8"))
            transaction.commit([(draft, signed.path)], scratch)
    except OSError as err:
        what = f"không ghi được ({cause(err)})"
        raise ProblemsFound.one(signed.before.seed.sidecar, what, "Xem lại quyền ghi.") from err


def effect(signed: Signed) -> Iterator[str]:
    """Yield in words what changes, and what is to be written where."""
    before, after = signed.before, signed.after
    yield f"{before.id}: {wording.name_of(before)}"
    for row in fields.PANEL:
        was, now = (_known(row, record) for record in (before, after))
        if was != now or row.name == signed.entry["field"]:
            yield f"{wording.FIELDS[row.name]}"
            yield f"  trước: {was}"
            yield f"  sau:   {now}" + (_unchanged(signed) if was == now else "")
    if before.slug != after.slug:
        yield f"Địa chỉ trang: {before.slug}.html thành {after.slug}.html"
    yield f"Ghi vào {before.seed.sidecar}:"
    yield from written([signed.entry]).splitlines()


def _unchanged(signed: Signed) -> str:
    return " (như cũ, nay có chữ ký)" if "value" in signed.entry else " (không đổi gì)"


def _expect_rest(before: Record, after: Record, field: str) -> None:
    """Raise ProblemsFound where anything else in the sidecar would not be what it was."""

    def rest(record: Record) -> Any:
        others = [c for c in record.seed.corrections if c.field != field]
        alike = tuple(dataclasses.replace(c, line=0) for c in others)
        edits = tuple(dataclasses.replace(e, line=0) for e in record.seed.edits)
        return dataclasses.replace(record.seed, corrections=alike, edits=edits, sha256="")

    if rest(before) != rest(after):
        what = "không chèn được đính chính mà vẫn giữ nguyên phần còn lại của tệp"
        raise ProblemsFound.one(before.seed.sidecar, what, "Dán đính chính vào tệp bằng tay.")


def _known(row: Field, record: Record) -> str:
    if row.bare:
        return wording.value_label(row.datatype, getattr(record.facts, row.name))
    found = [_worded(row, finding) for finding in fields.findings(record.facts, row.name)]
    return "; ".join(found) or wording.UNKNOWN.get(row.name) or wording.labels.WITHDRAWN


def _worded(row: Field, finding: Finding[Any]) -> str:
    label = wording.value_label(row.datatype, finding.value)
    if row.datatype is Datatype.ORGANIZER:
        body: Organizer = finding.value
        return f"{label} ({wording.ROLES.get(body.role, body.role)})"
    return label
