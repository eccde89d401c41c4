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
from typing import Any

from egov_timeline.search.index import Table
from egov_timeline.search.join import Lists
from egov_timeline.search.postings import ascending

# Letters of lists; packed it is half of that, a fiftieth of a second on a slow phone. A common word
# fills a piece by itself.
_SIZE = 6_000


@dataclass(frozen=True, slots=True)
class Piece:
    """Some keys that stand together, where they begin without diacritics, and what is written."""

    first: str
    data: dict[str, Any]


def cut(table: Table) -> Iterator[Piece]:
    """Yield the pieces of a table: where each key stands, anywhere and in each list of facts."""
    size, held, first, last = 0, list[str](), "", ""
    sizes = dict(zip(table.lists[0], table.sizes, strict=True))
    for begin, group in groupby(_ordered(table), itemgetter(0)):
        keys = [key for _, key in group]
        more = sum(map(sizes.__getitem__, keys))
        if held and size + more > _SIZE:
            yield Piece(first, _written(held, table.lists))
            size, held, first = 0, [], _beginning(begin, last)
        held += keys
        size, last = size + more, begin
    yield Piece(first, _written(held, table.lists))


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
