"""The sidecar `<id>.yml`: where an article comes from, and signed corrections of what was read.

Turns YAML into `Sidecar`, with the line of each correction. Every scalar is read as the string that
was typed, so `on: 2026-11-21` and `value: 2017` mean what they say. Values are checked against the
vocabularies later, by `corrections`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from egov_timeline.errors import Problem
from egov_timeline.records import Correction, Source

_KEYS = ("slug", "source", "corrections")
_SOURCE = ("publisher", "author", "url")
_REQUIRED = ("field", "value", "why", "by", "on")
_CORRECTION = (*_REQUIRED, "source", "quote")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What a person wrote beside an article."""

    slug: str | None = None
    source: Source = field(default_factory=Source)
    corrections: tuple[Correction, ...] = ()


EMPTY = Sidecar()


def read(path: Path, where: str, problems: list[Problem]) -> Sidecar:
    """Return the sidecar at `path`; what is wrong goes to `problems`, named `where:line`."""
    try:
        node = yaml.compose(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as err:
        mark = getattr(err, "problem_mark", None)
        line = mark.line + 1 if mark else None
        problems.append(Problem(where, "is not valid YAML", "Mend the syntax there.", line))
        return EMPTY
    return _Reader(where, problems).sidecar(node) if node else EMPTY


class _Reader:
    """Walks the YAML nodes, which know their lines, and collects what is wrong."""

    def __init__(self, where: str, problems: list[Problem]) -> None:
        self.where = where
        self.problems = problems

    def sidecar(self, node: yaml.Node) -> Sidecar:
        fields = self.fields(node, _KEYS, "a sidecar")
        corrections: list[Correction] = []
        if listed := fields.get("corrections"):
            rows = listed.value if isinstance(listed, yaml.SequenceNode) else [listed]
            corrections = [c for row in rows if (c := self.correction(row))]
        return Sidecar(self.slug(fields.get("slug")), self.source(fields), tuple(corrections))

    def slug(self, node: yaml.Node | None) -> str | None:
        if node is None:
            return None
        if _SLUG.fullmatch(str(node.value)):
            return str(node.value)
        self.wrong(node, f"{node.value!r} is not a slug", "Use a-z, 0-9 and single hyphens.")
        return None

    def source(self, fields: Mapping[str, yaml.Node]) -> Source:
        if "source" not in fields:
            return Source()
        parts = self.fields(fields["source"], _SOURCE, "source")
        return Source(**{name: _plain(node) for name, node in parts.items()})

    def correction(self, node: yaml.Node) -> Correction | None:
        fields = self.fields(node, _CORRECTION, "a correction")
        line = node.start_mark.line + 1
        missing = [name for name in _REQUIRED if name not in fields]
        if not {"source", "quote"} & fields.keys():
            missing.append("source or quote")
        if missing:
            remedy = "Sign it: field, value, why, by, on, and a source or a quote."
            self.wrong(node, f"the correction lacks {', '.join(missing)}", remedy)
            return None
        values = {name: _plain(part) for name, part in fields.items()}
        if not _DAY.fullmatch(str(values["on"])):
            self.wrong(fields["on"], f"{values['on']!r} is not a day", "Write on: '2026-11-21'.")
            return None
        return Correction(**values, line=line)

    def fields(self, node: yaml.Node, allowed: tuple[str, ...], what: str) -> dict[str, yaml.Node]:
        if not isinstance(node, yaml.MappingNode):
            self.wrong(node, f"{what} must be a mapping", f"Use the keys {', '.join(allowed)}.")
            return {}
        found = {}
        for key, value in node.value:
            if key.value in allowed:
                found[key.value] = value
                continue
            close = difflib.get_close_matches(str(key.value), allowed, n=1)
            hint = f"Did you mean {close[0]!r}?" if close else f"Known: {', '.join(allowed)}."
            self.wrong(key, f"{what} has the unknown field {key.value!r}", hint)
        return found

    def wrong(self, node: yaml.Node, what: str, remedy: str) -> None:
        self.problems.append(Problem(self.where, what, remedy, node.start_mark.line + 1))


def _plain(node: yaml.Node) -> Any:
    """Return the node as strings, lists and dicts; an empty scalar or `null` as None."""
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    unquoted = node.style is None  # type: ignore[attr-defined]
    return None if unquoted and node.value in ("", "null", "~") else str(node.value)
