"""The authority files of `seeds/vocabulary/`: themes, organizations and places.

Turns each YAML file into terms with an id, a label and aliases, and finds them in a text. An
unknown id is refused with the nearest known one, never passed on. Every scalar is read as it was
typed, so `id: no` is "no"; all that is wrong is reported in one run, each problem with its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from enum import IntEnum
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from egov_timeline.errors import Problem, ProblemsFound, did_you_mean, quoted
from egov_timeline.names import Names, words
from egov_timeline.phrases import Phrases
from egov_timeline.text import match_key, normalize, slugify
from egov_timeline.yamlnodes import NodeReader


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of an authority file. `broader` is the id of the term that contains it.

    `aliases` name the same thing as the label. `signs` do not name it, but where they stand the
    talk is of it ("cáp quang": infrastructure). `masks` hold one of its names and mean something
    else ("dịch vụ công nghệ" is no "dịch vụ công").
    """

    id: str
    label: str
    aliases: tuple[str, ...] = ()
    broader: str | None = None
    note: str | None = None
    kind: str | None = None
    signs: tuple[str, ...] = ()
    masks: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The label and the aliases."""
        return (self.label, *self.aliases)


# What `load` derives from a body that every province has; it needs no names of its own.
DERIVED = "derived"


class Strength(IntEnum):
    """How a phrase speaks of a term."""

    MASK = 0
    SIGN = 1
    NAME = 2


class Mention(NamedTuple):
    """A place where a text speaks of the term `id`."""

    id: str
    strength: Strength
    start: int
    end: int


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return the ids by what they are called; a term may have one name twice."""
    found: dict[str, dict[str, None]] = {}
    for said, ident in pairs:
        if said:
            found.setdefault(said, {})[ident] = None
    return {said: tuple(idents) for said, idents in found.items()}


class Vocabulary(Mapping[str, Term]):
    """The terms of one authority file, by id."""

    def __init__(self, terms: Iterable[Term], path: str = "") -> None:
        self._terms = {term.id: term for term in terms}
        self.path = path

    def __getitem__(self, ident: str) -> Term:
        return self._terms[ident]

    def __iter__(self) -> Iterator[str]:
        return iter(self._terms)

    def __len__(self) -> int:
        return len(self._terms)

    @cached_property
    def phrases(self) -> Phrases[str]:
        """Labels and aliases of all terms, standing for their ids."""
        return Phrases({name: term.id for term in self.values() for name in term.names})

    @cached_property
    def by_words(self) -> Names:
        """Labels and aliases compared by their words, standing for ids; masks stand for ""."""
        typed = [term for term in self.values() if term.kind != DERIVED]
        masks = {mask: "" for term in typed for mask in term.masks}
        return Names({name: term.id for term in typed for name in term.names} | masks)

    def named(self, name: str) -> tuple[str, ...]:
        """Return the ids of what a person calls `name`: an id, a label or alias, these unmarked."""
        if name in self:
            return (name,)
        exact, unmarked = self._named
        return exact.get(" ".join(words(name))) or unmarked.get(slugify(name)) or ()

    @cached_property
    def _named(self) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
        pairs = [(name, term.id) for term in self.values() for name in term.names]
        exact = _grouped((" ".join(words(name)), ident) for name, ident in pairs)
        return exact, _grouped((slugify(name), ident) for name, ident in pairs)

    @cached_property
    def _speaking(self) -> Phrases[dict[str, Strength]]:
        said: dict[str, dict[str, Strength]] = {}
        for term in self.values():
            by_strength = (term.signs, Strength.SIGN), (term.names, Strength.NAME)
            for phrases, strength in (*by_strength, (term.masks, Strength.MASK)):
                for phrase in phrases:
                    said.setdefault(match_key(normalize(phrase)), {})[term.id] = strength
        return Phrases(said)

    def mentions(self, key: str) -> Iterator[Mention]:
        """Yield every name and sign of a term in `key`, in order.

        Terms do not hide each other: "kiến trúc chính quyền điện tử" speaks of two. Of one term's
        own phrases the longest counts, and nothing does inside its mask.
        """
        done: dict[str, int] = {}
        for terms, (start, end) in self._speaking.find_all(key):
            for ident, strength in terms.items():
                if start >= done.get(ident, 0):
                    done[ident] = end
                    if strength is not Strength.MASK:
                        yield Mention(ident, strength, start, end)


# The country that its places are in but are not said to be: "Hạ Long, Quảng Ninh".
HOME = "viet-nam"


def chain(places: Vocabulary, ident: str) -> list[Term]:
    """Return the term and all that contain it, the narrowest first."""
    terms = [places[ident]]
    while terms[-1].broader:
        terms.append(places[terms[-1].broader])
    return terms


def province_of(places: Vocabulary, ident: str) -> str | None:
    """Return the province of a place; abroad, town and country; None for the country itself."""
    terms = chain(places, ident)
    if terms[-1].kind == "province":
        return terms[-1].label
    return None if terms[-1].id == HOME else ", ".join(t.label for t in terms)


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """The three authority files that the stages share."""

    themes: Vocabulary
    organizations: Vocabulary
    places: Vocabulary


# Cities that stand beside the provinces: "Ủy ban nhân dân thành phố Hà Nội", "Thành ủy Hà Nội".
CITIES = {"can-tho", "da-nang", "ha-noi", "hai-phong", "tp-ho-chi-minh"}


def local_label(body: Term, place: Term) -> str:
    """Return the name of the body that every province has, in one of them."""
    city = place.id in CITIES
    label = body.label.replace("Tỉnh", "Thành") if city else body.label
    if body.kind != "local-level":
        return f"{label} {place.label}"
    return f"{label} {'thành phố' if city else 'tỉnh'} {place.label.removeprefix('TP. ')}"


def _local_bodies(bodies: Vocabulary, places: Vocabulary) -> Iterator[Term]:
    """Yield the body of each `local` kind for each province: "so-tttt-ha-noi"."""
    provinces = [place for place in places.values() if place.kind == "province"]
    for body in bodies.values():
        if body.kind in ("local", "local-level"):
            for place in provinces:
                yield Term(f"{body.id}-{place.id}", local_label(body, place), kind=DERIVED)


def load(folder: Path) -> Vocabularies:
    """Read the authority files in `folder`. Raises ProblemsFound with all that is wrong in them."""
    problems: list[Problem] = []
    read = []
    for name in ("themes", "organizations", "places"):
        reader = _Reader(f"seeds/vocabulary/{name}.yml")
        read.append(Vocabulary(reader.terms(folder / f"{name}.yml"), reader.where))
        problems += sorted(reader.problems, key=lambda problem: problem.line or 0)
    if problems:
        raise ProblemsFound(problems)
    themes, listed, places = read
    everybody = (*_local_bodies(listed, places), *listed.values())  # a listed one has its own names
    return Vocabularies(themes, Vocabulary(everybody, listed.path), places)


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LISTS = ("aliases", "signs", "masks")
KEYS = tuple(field.name for field in fields(Term))


class _Reader(NodeReader):
    """Reads one authority file by its YAML nodes, which know their lines."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self._lines: dict[str, int] = {}  # of each id
        self._named: dict[str, str] = {}  # the key of each name, and whose it is

    def terms(self, path: Path) -> list[Term]:
        """Return the terms that are whole; what is wrong is in `problems`."""
        root = self.root(path)
        if root is None:
            return []
        if not isinstance(root, yaml.SequenceNode):
            self.wrong(root, "không phải là danh sách", "Bắt đầu mỗi mục bằng `- id:`.")
            return []
        terms = [term for row in root.value if (term := self._term(row))]
        for term in terms:
            self._check_broader(term, {t.id: t.broader for t in terms})
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
        if name not in _LISTS:
            return self.text(node, name)
        if isinstance(node, yaml.SequenceNode):
            return tuple(filter(None, (self.text(item, name) for item in node.value)))
        self.wrong(node, f"{name} không phải là danh sách", "Viết [một, hai].")
        return ()

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


def _name_nodes(row: yaml.MappingNode) -> Iterator[yaml.Node]:
    """Yield the nodes of the label and of each alias, for their lines."""
    for key, node in row.value:
        if key.value == "label":
            yield node
        elif key.value == "aliases" and isinstance(node, yaml.SequenceNode):
            yield from (item for item in node.value if isinstance(item, yaml.ScalarNode))
