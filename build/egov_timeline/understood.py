"""What all seeds say: as it was understood before, or understood now, several at once.

A text is understood anew where anything that has a part in it changes: its letters, what an editor
says of them, the vocabularies, or code. Where its blocks and sentences stand is held as bytes: as
objects, those of ten thousand articles would take 40 MB, and a second each time they are read.
"""

from __future__ import annotations

import struct
from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, overload

from egov_timeline import cache, wording
from egov_timeline.cache import Key
from egov_timeline.inputs import Seed
from egov_timeline.once import ALONE, Means
from egov_timeline.records import Article, Block, Extraction, Part, Sentence
from egov_timeline.understanding import understand
from egov_timeline.vocabulary import Vocabularies

Understood = tuple[Article, Extraction]

PARTS = tuple(Part)
_ROW = struct.Struct("=III")
Row = TypeVar("Row", bound=tuple[Any, ...])


@dataclass(frozen=True, slots=True, eq=False)
class _Rows(Sequence[Row]):
    """Rows of three numbers, made when they are asked for."""

    packed: bytes

    def __len__(self) -> int:
        return len(self.packed) // _ROW.size

    def __iter__(self) -> Iterator[Row]:
        return map(self._made, _ROW.iter_unpack(self.packed))

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return tuple(self)[at]
        try:
            return self._made(_ROW.unpack_from(self.packed, at * _ROW.size))
        except struct.error as err:
            raise IndexError(at) from err

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __reduce__(self) -> tuple[type[_Rows[Row]], tuple[bytes]]:
        return type(self), (self.packed,)

    @abstractmethod
    def _made(self, row: tuple[int, int, int]) -> Row: ...


class Blocks(_Rows[Block]):
    """The blocks of an article."""

    __slots__ = ()

    def _made(self, row: tuple[int, int, int]) -> Block:
        return Block(row[0], row[1], PARTS[row[2]])


class Sentences(_Rows[Sentence]):
    """The sentences of an article."""

    __slots__ = ()

    @property
    def starts(self) -> Sequence[int]:
        """Where each of them begins."""
        return memoryview(self.packed).cast("I")[::3]

    def _made(self, row: tuple[int, int, int]) -> Sentence:
        return Sentence._make(row)


def _packed(rows: Iterable[tuple[int, int, int]]) -> bytes:
    return b"".join(_ROW.pack(*row) for row in rows)


def understood(
    seeds: Sequence[Seed], vocabularies: Vocabularies, means: Means = ALONE
) -> list[Understood]:
    """Return what each of the `seeds` says, by the `means` of a build."""
    do = partial(_bare, vocabularies)
    found = means.together(do, seeds, "understood", lambda seed: seed.id, _made_of)
    return [_whole(seed, said) for seed, said in zip(seeds, found, strict=True)]


def _made_of(seed: Seed) -> tuple[str, str]:
    return seed.sha256, repr((seed.is_citation, seed.source.published, seed.edits))


def understood_alone(seed: Seed, vocabularies: Vocabularies) -> Understood:
    """Return what a seed says."""
    return understand(seed.text, vocabularies, seed.source.published, seed.edits)


def common(vocabularies: Vocabularies, *folders: Path) -> Key:
    """Return the key of what has a part in all that is made: code, words, and some `folders`."""
    terms = (vocabularies.themes, vocabularies.organizations, vocabularies.places)
    said = (*(list(each.values()) for each in terms), vocabularies.words, wording.own.laid())
    return cache.key(cache.code(), *map(repr, said), cache.of_folders(folders))


def _bare(vocabularies: Vocabularies, seed: Seed) -> Understood:
    """Return what a seed says, without the text that the seed has."""
    article, extraction = understood_alone(seed, vocabularies)
    article = replace(
        article,
        read_as=article.language,
        blocks=Blocks(_packed((b.start, b.end, PARTS.index(b.part)) for b in article.blocks)),
        sentences=Sentences(_packed(article.sentences)),
    )
    if article.text == seed.text:
        article = replace(article, text="")
    return article, extraction


def _whole(seed: Seed, said: Understood) -> Understood:
    article, extraction = said
    if not article.text:
        article = replace(article, text=seed.text)
    return article, extraction
