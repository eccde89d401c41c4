"""Cut a table of the index into pieces, so that a query loads the few that it needs.

Turns keys and their entries into scripts of about equal size, in the order of the keys without
diacritics: what begins alike stands together, and so does what a reader may mean who types no
diacritics. A browser finds the piece of a key by the first keys of all pieces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from egov_timeline.search.postings import ascending
from egov_timeline.text import fold

# Letters of lists; packed it is half of that, a fiftieth of a second on a slow phone.
_SIZE = 8_000

# A key's entries in each list.
_Row = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some keys that stand together, the first of them without diacritics, and what is written."""

    first: str
    data: dict[str, Any]


def cut(table: list[dict[str, list[int]]]) -> Iterator[Piece]:
    """Yield the pieces of a table: where each key stands, anywhere and in each list of facts."""
    size, rows, first = 0, list[_Row](), ""
    for plain, keys in groupby(sorted(table[0], key=_order), key=plainly):
        alike = [(key, tuple(ascending(of.get(key, ())) for of in table)) for key in keys]
        if size > _SIZE:
            yield Piece(first, _written(rows))
            size, rows, first = 0, [], plain
        rows += alike
        size += sum(len(key) + sum(map(len, lists)) for key, lists in alike)
    yield Piece(first, _written(rows))


def plainly(key: str) -> str:
    """Return the key without diacritics."""
    return fold(key)


def _order(key: str) -> tuple[bytes, str]:
    # As a script compares texts.
    return plainly(key).encode("utf-16-be", "surrogatepass"), key


def _written(rows: Iterable[_Row]) -> dict[str, Any]:
    rows = list(rows)
    lists: dict[int, list[str]] = {}
    for number in range(1, len(rows[0][1]) if rows else 0):
        having = [place for place, (_, written) in enumerate(rows) if written[number]]
        if having:
            lists[number] = [
                ascending(having),
                " ".join(rows[place][1][number] for place in having),
            ]
    return {
        "keys": " ".join(key for key, _ in rows),
        "in": " ".join(written[0] for _, written in rows),
        "of": lists,
    }
