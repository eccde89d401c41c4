"""Read one authority file by its YAML nodes, which know their lines.

Turns the file into terms; what is wrong in it is collected with its line, all in one run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from egov_timeline.errors import did_you_mean, quoted
from egov_timeline.text import match_key, normalize
from egov_timeline.vocabulary.terms import Merger, Term
from egov_timeline.yamlnodes import NodeReader

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LISTS = ("aliases", "signs", "masks")
KEYS = tuple(field.name for field in fields(Term))


class Reader(NodeReader):
    """Reads one authority file by its YAML nodes, which know their lines."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self._lines: dict[str, int] = {}  # of each id
        self._named: dict[str, str] = {}  # the key of each name, and whose it is

    def terms(self, path: Path) -> list[Term]:
        """Return the terms that are whole; what is wrong is in `problems`."""
        root = self.root(path)
        if root is None:
            if not self.problems:
                remedy = "Lấy lại bản trước, chẳng hạn từ git; nếu muốn để trống thì ghi []."
                self.wrong(None, "không có mục nào", remedy)
            return []
        if not isinstance(root, yaml.SequenceNode):
            self.wrong(root, "không phải là danh sách", "Bắt đầu mỗi mục bằng `- id:`.")
            return []
        terms = [term for row in root.value if (term := self._term(row))]
        broader, merged = {t.id: t.broader for t in terms}, {t.id: t.merged for t in terms}
        for term in terms:
            self._check_broader(term, broader)
            self._check_merged(term, merged)
        return terms

    def _term(self, row: yaml.Node) -> Term | None:
        nodes = self.fields(row, KEYS, "mục từ")
        if not isinstance(row, yaml.MappingNode):
            return None
        if lacking := [name for name in ("id", "label") if name not in nodes]:
            self.wrong(row, f"mục từ này thiếu {' và '.join(lacking)}", "Viết thêm vào.")
            return None
        values = {name: self._value(name, node) for name, node in nodes.items()}
        if None in values.values() or not self._is_new(row, values["id"]):
            return None
        self._check_names(row, values)
        return Term(**values)

    def _value(self, name: str, node: yaml.Node) -> Any:
        if name == "merged":
            return self._merger(node)
        if name not in _LISTS:
            return self.text(node, name)
        if isinstance(node, yaml.SequenceNode):
            return tuple(filter(None, (self.text(item, name) for item in node.value)))
        self.wrong(node, f"{name} không phải là danh sách", "Viết [một, hai].")
        return ()

    def _merger(self, node: yaml.Node) -> Merger | None:
        nodes = self.fields(node, ("into", "on"), "merged")
        told = {name: self.text(nodes[name], name) for name in ("into", "on") if name in nodes}
        into, on = told.get("into"), told.get("on")
        try:
            day = date.fromisoformat(on or "")
        except ValueError:
            day = None
        if into and day:
            return Merger(into, day)
        remedy = "Viết {into: id của tỉnh mới, on: '2025-07-01'}."
        self.wrong(node, "merged phải nói nhập vào đâu và từ ngày nào", remedy)
        return None

    def _is_new(self, row: yaml.Node, ident: str) -> bool:
        if not _ID.fullmatch(ident):
            self.wrong(
                row, f"id {quoted(ident)} không dùng được", "Chỉ dùng a-z, 0-9 và dấu - ở giữa."
            )
        if first := self._lines.get(ident):
            self.wrong(row, f"id {quoted(ident)} đã có ở dòng {first}", "Chọn id khác.")
            return False
        self._lines[ident] = row.start_mark.line + 1
        return True

    def _check_names(self, row: yaml.MappingNode, values: Mapping[str, Any]) -> None:
        for node in _name_nodes(row):
            name, ident = str(node.value), values["id"]
            owner = self._named.setdefault(match_key(normalize(name.strip())), ident)
            if owner != ident:
                there = f"{owner} ở dòng {self._lines[owner]}"
                what = f"{quoted(name)} là tên của {ident}, nhưng cũng là tên của {there}"
                self.wrong(node, what, "Chỉ để lại ở một mục.")

    def _check_broader(self, term: Term, broader: Mapping[str, str | None]) -> None:
        line = self._lines[term.id]
        if term.broader and term.broader not in self._lines:
            remedy = did_you_mean(term.broader, self._lines) or "Dùng id của một mục khác."
            self.wrong(line, f"{term.id} thuộc mục không có {quoted(term.broader)}", remedy)
        above, steps = term.broader, 0
        while above and above != term.id and steps < len(broader):
            above, steps = broader.get(above), steps + 1
        if above == term.id:
            self.wrong(line, f"{term.id} thuộc chính nó", "Chọn mục broader khác.")

    def _check_merged(self, term: Term, merged: Mapping[str, Merger | None]) -> None:
        into = term.merged.into if term.merged else None
        if into is None:
            return
        line = self._lines[term.id]
        if into not in self._lines:
            remedy = did_you_mean(into, self._lines) or "Dùng id của một mục khác."
            self.wrong(line, f"{term.id} nhập vào mục không có {quoted(into)}", remedy)
        elif into == term.id or merged.get(into):
            what = f"{term.id} nhập vào {into}, nơi chính nó đã nhập vào nơi khác"
            self.wrong(line, what, "Ghi id của tỉnh, thành phố hiện nay.")


def _name_nodes(row: yaml.MappingNode) -> Iterator[yaml.Node]:
    """Yield the nodes of the label and of each alias, for their lines."""
    for key, node in row.value:
        if key.value == "label":
            yield node
        elif key.value == "aliases" and isinstance(node, yaml.SequenceNode):
            yield from (item for item in node.value if isinstance(item, yaml.ScalarNode))
