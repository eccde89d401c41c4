"""Read hand-written YAML by its nodes, which know their lines.

Turns a file into mappings and texts as they were typed: `on: 2026-11-21`, `id: no` and
`value: 2017` mean what they say. What is wrong is collected with its line, all in one run.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from egov_timeline.errors import Problem, ProblemsFound, did_you_mean
from egov_timeline.files import read_text
from egov_timeline.text import normalize

Node = yaml.Node

# The C loader reads a large file in a tenth of the time; both give the string that was typed.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class NodeReader:
    """Reads one YAML file; `problems` are what is wrong in it, called `where` in messages."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.problems: list[Problem] = []

    def root(self, path: Path) -> Node | None:
        """Return the top node of the file; None where it is empty or cannot be read."""
        try:
            return yaml.compose(read_text(path, self.where), Loader=_LOADER)
        except ProblemsFound as err:
            self.problems += err.problems
        except yaml.YAMLError as err:
            mark = getattr(err, "problem_mark", None)
            line = mark.line + 1 if mark else None
            self.wrong(line, "is not valid YAML", "Mend the syntax there.")
        return None

    def wrong(self, at: Node | int | None, what: str, remedy: str) -> None:
        """Note a problem at a node or a line."""
        line = at.start_mark.line + 1 if isinstance(at, Node) else at
        self.problems.append(Problem(self.where, what, remedy, line))

    def fields(self, node: Node, allowed: Sequence[str], what: str) -> dict[str, Node]:
        """Return the nodes of a mapping by key; unknown and repeated keys are problems."""
        if not isinstance(node, yaml.MappingNode):
            self.wrong(node, f"{what} must be a mapping", f"Use the keys {', '.join(allowed)}.")
            return {}
        found: dict[str, Node] = {}
        for key, value in node.value:
            name = str(key.value)
            if name not in allowed:
                remedy = did_you_mean(name, allowed) or f"Known: {', '.join(allowed)}."
                self.wrong(key, f"{what} has the unknown field {name!r}", remedy)
            elif name in found:
                self.wrong(key, f"{what} has {name} twice", "Keep one.")
            else:
                found[name] = value
        return found

    def text(self, node: Node, name: str) -> str | None:
        """Return a scalar as normalized text; an empty one, a list or a mapping is a problem."""
        text = node.value.strip() if isinstance(node, yaml.ScalarNode) else ""
        if not text:
            self.wrong(node, f"{name} is not a text", "Give one, or leave it out.")
        return normalize(text) or None


def plain(node: Node) -> Any:
    """Return the node as strings, lists and dicts; an empty scalar or `null` as None."""
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): plain(value) for key, value in node.value}
    bare = not node.style  # type: ignore[attr-defined]
    return None if bare and node.value in ("", "null", "~") else str(node.value)
