"""Cut a table of the index into pieces, so that a query loads the few that it needs.

Turns keys and their entries into scripts of about equal size, in the order of the keys without
diacritics: what begins alike stands together, and so does what a reader may mean who types no
diacritics. A browser finds the piece of a key by where all pieces begin.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple
from zlib import crc32

from egov_timeline.search.index import Table
from egov_timeline.search.join import Lists
from egov_timeline.search.postings import ascending

# Letters of lists; packed it is half of that, a fiftieth of a second on a slow phone. A common word
# fills a piece by itself.
_LEAST, _MOST = 4_200, 6_600


class _Group(NamedTuple):
    """Keys that are the same without diacritics, and how much is written of them."""

    plain: str
    keys: list[str]
    size: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Some keys that stand together, where they begin without diacritics, and what is written."""

    first: str
    data: dict[str, Any]


def cut(table: Table) -> Iterator[Piece]:
    """Yield the pieces of a table: where each key stands, anywhere and in each list of facts.

    Of where one may end, the letters of the next key choose: what an article adds moves no others.
    """
    groups = [*_groups(table)]
    first, start = "", 0
    while start < len(groups):
        end = _end(groups, start)
        keys = [key for group in groups[start:end] for key in group.keys]
        yield Piece(first, _written(keys, table.lists))
        if end < len(groups):
            first = _beginning(groups[end].plain, groups[end - 1].plain)
        start = end
    if not groups:
        yield Piece(first, _written([], table.lists))


def _groups(table: Table) -> Iterator[_Group]:
    sizes = dict(zip(table.lists[0], table.sizes, strict=True))
    for plain, group in groupby(_ordered(table), itemgetter(0)):
        keys = [key for _, key in group]
        yield _Group(plain, keys, sum(map(sizes.__getitem__, keys)))


def _end(groups: Sequence[_Group], start: int) -> int:
    """Return where the piece ends that begins at `start`."""
    size, ends = groups[start].size, list[int]()
    for at in range(start + 1, len(groups)):
        if size >= _LEAST:
            ends.append(at)
        size += groups[at].size
        if size > _MOST:
            return min(ends or [at], key=lambda end: crc32(_compared(groups[end].plain)))
    return len(groups)


def _ordered(table: Table) -> Iterator[list[str]]:
    """Yield each key, and before it what it is without diacritics, in the order of these."""
    both = map("{} {}".format, table.plain, table.lists[0])
    as_script = max("".join(table.plain), default="") > "\uffff"
    for each in sorted(both, key=_compared if as_script else None):
        yield each.split(" ")


def _beginning(plain: str, before: str) -> str:
    """Return the fewest letters of `plain` that come after `before` in the order of keys."""
    sizes = range(1, len(plain) + 1)
    return next(plain[:n] for n in sizes if _compared(plain[:n]) > _compared(before))


def _compared(plain: str) -> bytes:
    # As a script compares texts.
    return plain.encode("utf-16-be", "surrogatepass")


def _written(keys: Sequence[str], table: Lists) -> dict[str, Any]:
    anywhere, *of_facts = table
    lists: dict[int, list[str]] = {}
    places = {key: place for place, key in enumerate(keys)}
    for number, of in enumerate(of_facts, 1):
        having = sorted(map(places.__getitem__, places.keys() & of.keys()))
        if having:
            written = " ".join(of[keys[place]] for place in having)
            lists[number] = [ascending(having), written]
    return {
        "keys": " ".join(keys),
        "in": " ".join(map(anywhere.__getitem__, keys)),
        "of": lists,
    }
