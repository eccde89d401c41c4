"""The sidecar `<id>.yml`: where an article comes from, and signed corrections of what was read.

Turns YAML into `Sidecar`, with the line of each correction. A correction that is not signed with a
reason, a person, a day and a source or quote is refused. Its value is checked against the
vocabularies later, by `corrections`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import yaml

from egov_timeline.errors import Problem
from egov_timeline.records import Correction, Source
from egov_timeline.yamlnodes import Node, NodeReader, plain

_KEYS = ("slug", "added", "source", "corrections")
_SOURCE = ("publisher", "author", "url")
_REQUIRED = ("field", "value", "why", "by", "on")
_CORRECTION = (*_REQUIRED, "source", "quote")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What a person wrote beside an article."""

    slug: str | None = None
    added: str | None = None  # the day on which the article joined the timeline
    source: Source = field(default_factory=Source)
    corrections: tuple[Correction, ...] = ()


EMPTY = Sidecar()


def read(path: Path, where: str, problems: list[Problem]) -> Sidecar:
    """Return the sidecar at `path`; what is wrong goes to `problems`, named `where:line`."""
    reader = _Reader(where)
    root = reader.root(path)
    sidecar = reader.sidecar(root) if root else EMPTY
    problems += reader.problems
    return sidecar


class _Reader(NodeReader):
    def sidecar(self, node: Node) -> Sidecar:
        fields = self.fields(node, _KEYS, "a sidecar")
        slug, added = fields.get("slug"), fields.get("added")
        return Sidecar(
            self.slug(slug) if slug else None,
            self.day(added, "added") if added else None,
            self.source(fields["source"]) if "source" in fields else Source(),
            self.corrections(fields.get("corrections")),
        )

    def slug(self, node: Node) -> str | None:
        slug = self.text(node, "slug")
        if slug and not _SLUG.fullmatch(slug):
            self.wrong(node, f"{slug!r} is not a slug", "Use a-z, 0-9 and single hyphens.")
        return slug

    def day(self, node: Node, name: str) -> str | None:
        day = self.text(node, name)
        return day if day and self.is_day(node, day, name) else None

    def source(self, node: Node) -> Source:
        parts = self.fields(node, _SOURCE, "source")
        return Source(**{name: self.text(part, name) for name, part in parts.items()})

    def corrections(self, node: Node | None) -> tuple[Correction, ...]:
        rows = node.value if isinstance(node, yaml.SequenceNode) else [node] if node else []
        found: dict[str, Correction] = {}
        for row in rows:
            correction = self.correction(row)
            if correction and (first := found.get(correction.field)):
                what = f"{correction.field} is corrected in line {first.line} already"
                self.wrong(row, what, "Keep one correction for each field.")
            elif correction:
                found[correction.field] = correction
        return tuple(found.values())

    def correction(self, node: Node) -> Correction | None:
        fields = self.fields(node, _CORRECTION, "a correction")
        missing = [name for name in _REQUIRED if name not in fields]
        if not {"source", "quote"} & fields.keys():
            missing.append("source or quote")
        if missing:
            remedy = "Sign it: field, value, why, by, on, and a source or a quote."
            self.wrong(node, f"the correction lacks {', '.join(missing)}", remedy)
            return None
        value = plain(fields.pop("value"))
        told = {name: self.text(part, name) for name, part in fields.items()}
        if None in told.values() or not self.is_day(fields["on"], str(told["on"]), "on"):
            return None
        return Correction(**told, value=value, line=node.start_mark.line + 1)  # type: ignore[arg-type]

    def is_day(self, node: Node, day: str, name: str) -> bool:
        try:
            return date.fromisoformat(day).isoformat() == day
        except ValueError:
            self.wrong(node, f"{day!r} is not a day", f"Write {name}: '2026-11-21'.")
            return False
