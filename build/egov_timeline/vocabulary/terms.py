"""Terms of an authority file, and where a text speaks of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple

from egov_timeline.names import NONE, Names, words, written_out
from egov_timeline.phrases import Phrases
from egov_timeline.text import match_key, normalize, slugify


@dataclass(frozen=True, slots=True)
class Merger:
    """That a province became part of another, `into`, and since when."""

    into: str
    on: date


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of an authority file. `broader` is the id of the term that contains it.

    `aliases` name the same thing as the label. `signs` do not name it, but where they stand the
    talk is of it ("cáp quang": infrastructure). `masks` hold one of its names and mean something
    else ("dịch vụ công nghệ" is no "dịch vụ công"). `merged` tells of a province that is no more.
    """

    id: str
    label: str
    aliases: tuple[str, ...] = ()
    broader: str | None = None
    note: str | None = None
    kind: str | None = None
    signs: tuple[str, ...] = ()
    masks: tuple[str, ...] = ()
    merged: Merger | None = None

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
    """The terms of one authority file, by id; abbreviations that are `short` for others count."""

    def __init__(
        self, terms: Iterable[Term], path: str = "", short: Mapping[str, str] = NONE
    ) -> None:
        self._terms = {term.id: term for term in terms}
        self.path, self._short = path, dict(short)
        self._long = written_out(short)

    def __reduce__(self) -> tuple[type[Vocabulary], tuple[object, ...]]:
        """Go to another process as terms: what is made of them to find them is made there."""
        return Vocabulary, (tuple(self.values()), self.path, self._short)

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
        names = {name: term.id for term in typed for name in term.names}
        return Names(names | masks, self._short)

    def named(self, name: str) -> tuple[str, ...]:
        """Return the ids of what a person calls `name`: an id, a label or alias, these unmarked."""
        if name in self:
            return (name,)
        exact, unmarked = self._named
        return exact.get(" ".join(words(name, self._long))) or unmarked.get(slugify(name)) or ()

    @cached_property
    def by_label(self) -> Mapping[str, Term]:
        """The terms by label."""
        return {term.label: term for term in self.values()}

    @cached_property
    def merged(self) -> Mapping[str, Term]:
        """The terms that became part of another, by label."""
        return {term.label: term for term in self.values() if term.merged}

    @cached_property
    def _named(self) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
        pairs = [(name, term.id) for term in self.values() for name in term.names]
        exact = _grouped((" ".join(words(name, self._long)), ident) for name, ident in pairs)
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
