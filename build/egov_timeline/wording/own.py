"""The words of a project of its own, over those of the package: `seeds/vocabulary/labels.yml`.

Turns the file, which need not be there, into labels by name (`timeline`, `fields.date`), and lays
them over `labels` and the tables for a while. A name that nothing says, a word that is no line of
text, and one that lacks a place of a value are refused with their lines.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from egov_timeline.errors import Problem, quoted
from egov_timeline.text import fold
from egov_timeline.view import view
from egov_timeline.wording import terms
from egov_timeline.wording.phrases import Labels, labels
from egov_timeline.yamlnodes import Node, NodeReader

FILE = Path("seeds/vocabulary/labels.yml")
TABLES: Mapping[str, dict[str, str]] = {
    "fields": terms.FIELDS,
    "brief": terms.BRIEF,
    "unknown": terms.UNKNOWN,
    "certainty": terms.CERTAINTY,
    "corrections": terms.CORRECTIONS,
    "before": terms.BEFORE,
    "event_types": terms.EVENT_TYPES,
    "statuses": terms.STATUSES,
    "roles": terms.ROLES,
    "milestones": terms.MILESTONES,
    "signers": terms.SIGNERS,
    "bounds": terms.BOUNDS,
    "marks": terms.MARKS,
    "editions": terms.EDITIONS,
    "sides": terms.SIDES,
    "parts": terms.PARTS,
    "edits": terms.EDITS,
}
# What editors write into corrections as pages say it.
_WRITTEN = ("event_types", "statuses", "roles", "milestones", "bounds")
_LONGEST = 400
_PLACE = "{}"


def _now() -> dict[str, str]:
    """Return what is said now, by name."""
    said = {row.name.lower(): getattr(labels, row.name) for row in dataclasses.fields(Labels)}
    for name, rows in TABLES.items():
        said |= {f"{name}.{key}": word for key, word in rows.items()}
    return said


# The words of the package; of those that follow another word, none is said by itself.
PACKAGE: Mapping[str, str] = {
    name: word for name, word in _now().items() if name not in terms.FOLLOWING
}
_OWN: dict[str, str] = {}


def laid() -> Mapping[str, str]:
    """Return the words of the project that are said now, by name."""
    return dict(_OWN)


@contextmanager
def of_project(root: Path) -> Iterator[None]:
    """Let labels of the project at `root` go before those of the package for a while.

    They are said by many, deep down, and in forks: what they say is no value among others. Those
    that are wrong are passed over, and told by `read`.
    """
    with saying(read(root, [])):
        yield


@contextmanager
def saying(own: Mapping[str, str]) -> Iterator[None]:
    """Let labels by name go before those of the package for a while: those that are `laid`, say.

    A process that is no fork of this one has to be told of them.
    """
    before = laid()
    _lay(own)
    try:
        yield
    finally:
        _lay(before)


def _lay(own: Mapping[str, str]) -> None:
    _OWN.clear()
    _OWN.update(own)
    for name, word in {**PACKAGE, **_OWN}.items():
        table, _, key = name.partition(".")
        if key:
            TABLES[table][key] = word
        else:
            setattr(labels, name.upper(), word)
    terms.follow()


def also(table: str) -> Iterator[tuple[str, str]]:
    """Yield ids of a table with words that are read for them too, though pages say another."""
    yield from _of(PACKAGE, table)
    if table == "roles":
        yield from terms.ROLES_BEFORE.items()


def _of(words: Mapping[str, str], table: str) -> Iterator[tuple[str, str]]:
    """Yield the ids and words of a table that are among `words` by name."""
    for name, word in words.items():
        of, _, key = name.partition(".")
        if key and of == table:
            yield key, word


def read(root: Path, problems: list[Problem]) -> dict[str, str]:
    """Return the labels of the project at `root`, by name; what is wrong goes to `problems`."""
    reader = _Reader(FILE.as_posix())
    found = reader.labels(root / FILE)
    problems += sorted(reader.problems, key=lambda problem: problem.line or 0)
    return found


class _Reader(NodeReader):
    """Reads the file by its YAML nodes, which know their lines."""

    def labels(self, path: Path) -> dict[str, str]:
        """Return what the file says; nothing where it is not there."""
        root = self.root(path) if path.exists() else None
        if root is None:
            return {}
        alone = [name for name in PACKAGE if "." not in name]
        found: dict[str, str] = {}
        for name, node in self.fields(root, [*alone, *TABLES], "tệp này").items():
            if name not in TABLES:
                self._word(name, node, found)
                continue
            keys = [key for key in TABLES[name] if f"{name}.{key}" in PACKAGE]
            for key, inner in self.fields(node, keys, name).items():
                self._word(f"{name}.{key}", inner, found)
        return found

    def _word(self, name: str, node: Node, found: dict[str, str]) -> None:
        said = self.text(node, name)
        if said and (wrong := _fault(name, said, found)):
            self.wrong(node, *wrong)
        elif said:
            found[name] = said


def _fault(name: str, said: str, found: Mapping[str, str]) -> tuple[str, str] | None:
    """Return what is wrong with a word, and the remedy; `found` are those that stand before it."""
    if not view(said).text.strip():
        return f"{name} không có chữ nào nhìn thấy được", "Viết vào, hoặc bỏ mục này."
    if len(said) > _LONGEST or len(said.splitlines()) > 1:
        return f"{name} dài quá", f"Viết trong một dòng, nhiều nhất {_LONGEST} chữ."
    ours = PACKAGE[name]
    places = ours.count(_PLACE)
    if said.count(_PLACE) != places or (places and set("{}") & set(said.replace(_PLACE, ""))):
        remedy = f"Chữ của gói là “{ours}”: viết {_PLACE} đúng {places} lần, không có ngoặc khác."
        return f"{name} phải chừa đúng {places} chỗ {_PLACE}", remedy
    table, _, key = name.partition(".")
    taken = [*also(table), *_of(found, table)] if table in _WRITTEN else []
    for ident, word in taken:
        if ident != key and fold(word) == fold(said):
            return f"{name}: {quoted(said)} là chữ của {ident}", "Chọn chữ khác."
    return None
