"""Read hand-written YAML by its nodes, which know their lines.

Turns a file into mappings and texts as they were typed: `on: 2026-11-21`, `id: no` and
`value: 2017` mean what they say. What is wrong is collected with its line, all in one run.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from egov_timeline.errors import Problem, ProblemsFound, nearest_or_all, quoted
from egov_timeline.files import read_text
from egov_timeline.text import normalize
from egov_timeline.yamlbounds import LOADER, Slip, excesses, turning
from egov_timeline.yamlslips import drops_words, slips

Node = yaml.Node

# What a line to paste has where the editor is to write.
TO_FILL_IN = "…"


class NodeReader:
    """Reads one YAML file; `problems` are what is wrong in it, called `where` in messages."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.problems: list[Problem] = []

    def root(self, path: Path) -> Node | None:
        """Return the top node of the file; None where it is empty or cannot be read."""
        try:
            return self.compose(read_text(path, self.where))
        except ProblemsFound as err:
            self.problems += err.problems
        return None

    def compose(self, text: str) -> Node | None:
        """Return the top node of `text`; None where it is empty or no YAML."""
        root, wrong = _composed(text)
        for slip in wrong:
            self.wrong(slip.line, slip.what, slip.remedy)
        return root

    def wrong(self, at: Node | int | None, what: str, remedy: str) -> None:
        """Note a problem at a node or a line."""
        line = at.start_mark.line + 1 if isinstance(at, Node) else at
        self.problems.append(Problem(self.where, what, remedy, line))

    def fields(self, node: Node, allowed: Sequence[str], what: str) -> dict[str, Node]:
        """Return the nodes of a mapping by key; unknown and repeated keys are problems."""
        if not isinstance(node, yaml.MappingNode):
            remedy = f"Viết từng dòng `mục: giá trị`, với các mục {', '.join(allowed)}."
            self.wrong(node, f"{what} phải gồm các mục có tên", remedy)
            return {}
        found: dict[str, Node] = {}
        for key, value in node.value:
            name = str(key.value)
            if name not in allowed:
                self.wrong(
                    key, f"{what} không có mục {quoted(name)}", nearest_or_all(name, allowed)
                )
            elif name in found:
                self.wrong(key, f"{what} có hai mục {name}", "Chỉ giữ lại một.")
            else:
                found[name] = value
        return found

    def text(self, node: Node, name: str) -> str | None:
        """Return a scalar as normalized text; an empty one, a list or a mapping is a problem."""
        text = node.value.strip() if isinstance(node, yaml.ScalarNode) else ""
        if not text or text == TO_FILL_IN:
            self.wrong(node, f"{name} phải là một dòng chữ", "Viết vào, hoặc bỏ mục này.")
            return None
        return normalize(text)

    def items(self, node: Node) -> list[Node]:
        """Return the nodes of a list; what is no list stands for a list of itself."""
        return list(node.value) if isinstance(node, yaml.SequenceNode) else [node]


def _composed(text: str) -> tuple[Node | None, list[Slip]]:
    """Return the top node of `text` and what is wrong in it; what goes beyond bounds has none."""
    if too_much := list(excesses(text)):
        return None, too_much
    try:
        root = yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError:
        return None, list(slips(text))
    if root is None:
        return None, []
    lost = drops_words(text) if "&" in text or "!" in text else ()
    return root, [*lost, *turning(root, text)]


def line_of(node: Node) -> int:
    """Return the line on which `node` begins, from 1."""
    return int(node.start_mark.line) + 1


def is_blank(node: Node) -> bool:
    """Whether nothing was written after the colon: `value:` and no more."""
    return isinstance(node, yaml.ScalarNode) and not node.style and not node.value


def plain(node: Node) -> Any:
    """Return the node as strings, lists and dicts; an empty scalar or `null` as None."""
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): plain(value) for key, value in node.value}
    bare = not node.style  # type: ignore[attr-defined]
    return None if bare and node.value in ("", "null", "~") else str(node.value)
