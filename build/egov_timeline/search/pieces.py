"""Cut a table of the index into pieces, so that a query loads the few that it needs.

Turns keys and their entries into scripts of about equal size, in the order of the keys without
diacritics: what begins alike stands together, and so does what a reader may mean who types no
diacritics. A browser finds the piece of a key by the first keys of all pieces.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from egov_timeline.search.index import Lists
from egov_timeline.search.postings import ascending
from egov_timeline.text import fold

# Letters of lists; packed it is half of that, a fiftieth of a second on a slow phone.
_SIZE = 8_000


@dataclass(frozen=True, slots=True)
class Piece:
    """Some keys that stand together, the first of them without diacritics, and what is written."""

    first: str
    data: dict[str, Any]


def cut(table: Lists) -> Iterator[Piece]:
    """Yield the pieces of a table: where each key stands, anywhere and in each list of facts."""
    size, held, first = 0, list[str](), ""
    of_facts = table[1:]
    plain = {key: plainly(key) for key in table[0]}
    for begin, keys in groupby(sorted(plain, key=lambda key: _order(key, plain[key])), plain.get):
        if size > _SIZE:
            yield Piece(first, _written(held, table))
            size, held, first = 0, [], begin or ""
        for key in keys:
            held.append(key)
            size += len(key) + len(table[0][key].written)
            size += sum(len(of[key].written) for of in of_facts if key in of)
    yield Piece(first, _written(held, table))


def plainly(key: str) -> str:
    """Return the key without diacritics."""
    return fold(key)


def _order(key: str, plain: str) -> tuple[bytes, str]:
    # As a script compares texts.
    return plain.encode("utf-16-be", "surrogatepass"), key


def _written(keys: Sequence[str], table: Lists) -> dict[str, Any]:
    anywhere, *of_facts = table
    lists: dict[int, list[str]] = {}
    for number, of in enumerate(of_facts, 1):
        having = [place for place, key in enumerate(keys) if key in of]
        if having:
            lists[number] = [
                ascending(having),
                " ".join(of[keys[place]].written for place in having),
            ]
    return {
        "keys": " ".join(keys),
        "in": " ".join(anywhere[key].written for key in keys),
        "of": lists,
    }
