"""The sidecar `<id>.yml`: what a person says beside an article (DESIGN 4.4).

Turns YAML into a `Sidecar`: address, source, the seed whose event it is, signed corrections, edits
of the text, attachments. A correction that is not signed with a reason, a person, a day and a
source or quote is refused. Values are left to `corrections`, what needs the text to `seeds`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from egov_timeline import typeddates
from egov_timeline.edtf import InvalidDate
from egov_timeline.errors import Problem, quoted
from egov_timeline.files import COPY_IT, LEADS_OUT, leads_out
from egov_timeline.inputs import Attachment, Correction, Doing, Source, TextEdit
from egov_timeline.pickled import Pickled
from egov_timeline.text import slugify
from egov_timeline.yamlnodes import Node, NodeReader, is_blank, line_of, plain

KEYS = (
    *("slug", "formerly", "added", "source", "event", "corrections", "text", "withhold"),
    "attachments",
)
SOURCE = ("publisher", "author", "url", "published", "retrieved", "sha256")
_SIGNED = ("field", "why", "by", "on")
_CHANGES = ("value", "add", "remove")
CORRECTION = (*_SIGNED, *_CHANGES, "source", "quote")
DOINGS = {"quote": Doing.READ, "keep": Doing.KEEP, "drop": Doing.DROP}
EDIT = (*DOINGS, "read", "why", "by", "on")
ATTACHMENT = ("file", "label", "source")

# By this an editor's program knows what may stand here.
HEADER = "# yaml-language-server: $schema=../../content/data/sidecar.schema.json\n"

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
SLUG_LENGTH = 120  # no file system takes names of 256 letters
SHA256 = r"[0-9a-f]{64}"
# A part of an address, the same on every system; and of a kind that a browser does not run.
FILE = r"[A-Za-z0-9][A-Za-z0-9._-]*"
KINDS = (
    *("pdf", "doc", "docx", "odt", "rtf", "txt", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp"),
    *("jpg", "jpeg", "png", "gif", "webp", "epub", "zip", "mp3", "mp4"),
)


@dataclass(frozen=True, slots=True)
class Sidecar(Pickled):
    """What a person wrote beside an article: fields of `inputs.Seed`, and the line of `event`."""

    slug: str | None = None
    added: str | None = None  # the day on which the article joined the timeline
    source: Source = field(default_factory=Source)
    has_source: bool = False
    corrections: tuple[Correction, ...] = ()
    event: str | None = None
    formerly: tuple[str, ...] = ()
    edits: tuple[TextEdit, ...] = ()
    withheld: bool = False
    attachments: tuple[Attachment, ...] = ()
    event_line: int | None = None


EMPTY = Sidecar()


def read(path: Path, where: str, problems: list[Problem]) -> Sidecar:
    """Return the sidecar at `path`; what is wrong goes to `problems`, named `where:line`.

    What is attached lies in `originals/`, beside the folder of the sidecar.
    """
    reader = _Reader(where, path.parent.parent / "originals")
    sidecar = reader.sidecar(reader.root(path))
    problems += reader.problems
    return sidecar


def parse(text: str, where: str, originals: Path, problems: list[Problem]) -> Sidecar:
    """Return the sidecar that `text` is, as `read` does."""
    reader = _Reader(where, originals)
    sidecar = reader.sidecar(reader.compose(text))
    problems += reader.problems
    return sidecar


class _Reader(NodeReader):
    def __init__(self, where: str, originals: Path) -> None:
        super().__init__(where)
        self.originals = originals

    def sidecar(self, root: Node | None) -> Sidecar:
        if root is None:
            return EMPTY
        nodes = self.fields(root, KEYS, "tệp này")
        event = nodes.get("event")
        return Sidecar(
            slug=self.slug(nodes["slug"], "slug") if "slug" in nodes else None,
            added=self.day(nodes["added"], "added") if "added" in nodes else None,
            source=self.source(nodes["source"]) if "source" in nodes else Source(),
            has_source="source" in nodes,
            corrections=self.corrections(nodes.get("corrections")),
            event=self.text(event, "event") if event else None,
            formerly=self.formerly(nodes.get("formerly")),
            edits=tuple(e for row in self.rows(nodes, "text") if (e := self.edit(row))),
            withheld="withhold" in nodes and self.withheld(nodes["withhold"]),
            attachments=self.attachments(nodes),
            event_line=line_of(event) if event else None,
        )

    def rows(self, nodes: dict[str, Node], name: str) -> list[Node]:
        return self.items(nodes[name]) if name in nodes else []

    def slug(self, node: Node, name: str) -> str | None:
        slug = self.text(node, name)
        if slug and not re.fullmatch(SLUG, slug):
            remedy = "Chỉ dùng a-z, 0-9 và dấu - ở giữa."
            if better := slugify(slug):
                remedy = f"Viết {better}."
            self.wrong(node, f"{quoted(slug)} không dùng làm địa chỉ trang được", remedy)
            return None
        if slug and len(slug) > SLUG_LENGTH:
            remedy = f"Viết ngắn lại, nhiều nhất {SLUG_LENGTH} chữ."
            self.wrong(node, f"{name} {quoted(slug)} dài quá", remedy)
            return None
        return slug

    def formerly(self, node: Node | None) -> tuple[str, ...]:
        slugs = [self.slug(row, "formerly") for row in self.items(node)] if node else []
        return tuple(dict.fromkeys(filter(None, slugs)))

    def day(self, node: Node, name: str) -> str | None:
        day = self.text(node, name)
        try:
            if day and date.fromisoformat(day).isoformat() != day:
                raise ValueError(day)
        except ValueError:
            self.wrong(node, f"{quoted(day)} không phải là ngày", f"Viết {name}: '2026-11-21'.")
            return None
        return day

    def source(self, node: Node) -> Source:
        nodes = self.fields(node, SOURCE, "source")
        told = {name: self.text(part, name) for name, part in nodes.items()}
        if published := told.get("published"):
            told["published"] = self.moment(nodes["published"], published)
        if "retrieved" in nodes and told["retrieved"]:
            told["retrieved"] = self.day(nodes["retrieved"], "retrieved")
        digest = told.pop("sha256", None)
        if digest and not re.fullmatch(SHA256, digest):
            remedy = "Chép lại cả 64 chữ số 0-9a-f, hoặc bỏ mục này."
            self.wrong(nodes["sha256"], f"{quoted(digest)} không phải là mã SHA-256", remedy)
        return Source(**told)

    def moment(self, node: Node, typed: str) -> str | None:
        try:
            return typeddates.moment(typed)
        except InvalidDate as err:
            self.wrong(node, str(err), typeddates.MOMENT_REMEDY)
            return None

    def corrections(self, node: Node | None) -> tuple[Correction, ...]:
        found: dict[str, Correction] = {}
        for row in self.items(node) if node else []:
            correction = self.correction(row)
            if correction and (first := found.get(correction.field)):
                what = f"{correction.field} đã được đính chính ở dòng {first.line}"
                self.wrong(row, what, "Mỗi mục chỉ giữ một đính chính.")
            elif correction:
                found[correction.field] = correction
        return tuple(found.values())

    def correction(self, row: Node) -> Correction | None:
        nodes = self.fields(row, CORRECTION, "đính chính")
        if not isinstance(row, yaml.MappingNode) or not self.is_whole(row, nodes):
            return None
        values = {name: plain(nodes.pop(name)) for name in _CHANGES if name in nodes}
        told: dict[str, Any] = {
            name: self.day(part, name) if name == "on" else self.text(part, name)
            for name, part in nodes.items()
        }
        if None in told.values():
            return None
        return Correction(**({"value": None} | told | values), line=line_of(row))

    def is_whole(self, row: Node, nodes: dict[str, Node]) -> bool:
        """Tell what a correction lacks: a signature, a source, or what it says."""
        lacking = [name for name in _SIGNED if name not in nodes]
        lacking += [] if {"source", "quote"} & nodes.keys() else ["source hoặc quote"]
        lacking += [] if nodes.keys() & set(_CHANGES) else ["value"]
        if lacking:
            remedy = "Ghi đủ field, value, why, by, on, và source hoặc quote."
            self.wrong(row, f"đính chính thiếu {', '.join(lacking)}", remedy)
        elif "value" in nodes and {"add", "remove"} & nodes.keys():
            remedy = "Dùng value để thay cả danh sách, hoặc add và remove để sửa từng phần."
            self.wrong(row, "đính chính vừa có value vừa có add hoặc remove", remedy)
        elif blank := next((n for n in _CHANGES if n in nodes and is_blank(nodes[n])), None):
            remedy = "Viết giá trị vào, hoặc `value: null` nếu muốn nói là không có."
            self.wrong(nodes[blank], f"{blank} còn trống", remedy)
        elif empty := next((n for n in _CHANGES[1:] if n in nodes and not plain(nodes[n])), None):
            self.wrong(nodes[empty], f"{empty} không có gì", "Viết giá trị vào, hoặc bỏ mục này.")
        else:
            return True
        return False

    def edit(self, row: Node) -> TextEdit | None:
        nodes = self.fields(row, EDIT, "mục sửa bài")
        if not isinstance(row, yaml.MappingNode):
            return None
        doings = [name for name in DOINGS if name in nodes]
        if len(doings) != 1 or ("read" in nodes) != (doings == ["quote"]):
            remedy = "Viết {quote: …, read: …, why: …}, {keep: …} hoặc {drop: …}."
            self.wrong(row, "mục sửa bài không rõ phải làm gì", remedy)
            return None
        if doings == ["quote"] and "why" not in nodes:
            self.wrong(row, "mục sửa bài thiếu why", "Ghi vì sao phải đọc khác đi.")
            return None
        told = {
            name: self.day(part, name) if name == "on" else self.text(part, name)
            for name, part in nodes.items()
        }
        words = told.pop(doings[0])
        if words is None or None in told.values():
            return None
        return TextEdit(DOINGS[doings[0]], words, line_of(row), **told)

    def withheld(self, node: Node) -> bool:
        what = self.text(node, "withhold")
        if what not in ("text", None):
            remedy = "Viết `withhold: text`, hoặc bỏ mục này."
            self.wrong(node, f"withhold không nhận {quoted(what)}", remedy)
        return what == "text"

    def attachments(self, nodes: dict[str, Node]) -> tuple[Attachment, ...]:
        found: dict[str, Attachment] = {}
        for row in self.rows(nodes, "attachments"):
            attachment = self.attachment(row)
            if attachment and attachment.file in found:
                self.wrong(row, f"{attachment.file} đã được đính kèm", "Chỉ giữ lại một.")
            elif attachment:
                found[attachment.file] = attachment
        return tuple(found.values())

    def attachment(self, row: Node) -> Attachment | None:
        nodes = self.fields(row, ATTACHMENT, "tệp đính kèm")
        if not isinstance(row, yaml.MappingNode):
            return None
        if lacking := [name for name in ("file", "label") if name not in nodes]:
            remedy = "Ghi file: tên tệp, và label: tên mà người đọc thấy."
            self.wrong(row, f"tệp đính kèm thiếu {', '.join(lacking)}", remedy)
            return None
        told = {name: self.text(part, name) for name, part in nodes.items()}
        if None in told.values() or not self.is_file(nodes["file"], str(told["file"])):
            return None
        return Attachment(**told)  # type: ignore[arg-type]

    def is_file(self, node: Node, name: str) -> bool:
        stem, _, kind = name.rpartition(".")
        if not re.fullmatch(FILE, name):
            better = f"{slugify(stem)}.{slugify(kind)}"
            remedy = f"Đổi tên tệp thành chữ không dấu, không khoảng trắng, ví dụ {better}."
            self.wrong(node, f"tên tệp {quoted(name)} không dùng được trên mọi máy", remedy)
        elif kind.lower() not in KINDS:
            remedy = f"Dùng một trong các loại {', '.join(KINDS)}."
            self.wrong(node, f"tệp {quoted(name)} không thuộc loại đính kèm được", remedy)
        elif not (self.originals / name).is_file():
            remedy = "Chép tệp vào đó, hoặc sửa tên ở đây."
            self.wrong(node, f"không có tệp {name} trong seeds/originals/", remedy)
        elif leads_out(self.originals / name, self.originals.parent):
            self.wrong(node, f"{name} {LEADS_OUT}", COPY_IT)
        else:
            return True
        return False
