"""Hold texts and numbers as columns of bytes, which are kept, read and compared as one value.

Turns numbers or texts into a column, columns into a row, and back. Ten thousand articles have a
million of them: as values of their own they would be slow to read, and large.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from struct import Struct

_KINDS = "BHI"  # the sorts of numbers, the smallest first


class Numbers:
    """Numbers of which parts become columns."""

    def __init__(self, numbers: Iterable[int]) -> None:
        listed = [*numbers]
        most = max(listed, default=0)
        kind = next(kind for kind in _KINDS if most < 1 << 8 * array(kind).itemsize)
        self._all = array(kind, listed)

    def column(self, start: int = 0, end: int | None = None) -> bytes:
        """Return the numbers from `start` to before `end`, with their sort before them."""
        return self._all.typecode.encode() + self._all[start:end].tobytes()


class Lists:
    """Lists of numbers of which some become two columns: how long each is, and what is in them."""

    def __init__(self, lists: Sequence[Sequence[int]]) -> None:
        self._ends = [0, *accumulate(map(len, lists))]
        self._sizes = Numbers(map(len, lists))
        self._all = Numbers(chain.from_iterable(lists))

    def columns(self, start: int, end: int) -> tuple[bytes, bytes]:
        """Return the lists from `start` to before `end`."""
        numbers = self._all.column(self._ends[start], self._ends[end])
        return self._sizes.column(start, end), numbers


def texts(values: Iterable[str]) -> bytes:
    """Return a column of `values` that have no blank."""
    return " ".join(values).encode()


def read(column: bytes) -> array[int]:
    """Return the numbers of a column."""
    return array(chr(column[0]), column[1:])


def read_texts(column: bytes) -> list[str]:
    """Return the texts of a column."""
    return column.decode().split()


class Rows:
    """Rows of so many columns: where each of them ends, and then all of them."""

    def __init__(self, columns: int) -> None:
        self._ends = Struct(f"={columns}I")

    def row(self, *columns: bytes) -> bytes:
        """Return the row of `columns`."""
        return self._ends.pack(*accumulate(map(len, columns))) + b"".join(columns)

    def columns(self, row: bytes, first: int, end: int) -> list[bytes]:
        """Return the columns of a row from the `first` to before `end`."""
        size = self._ends.size
        ends = (0, *self._ends.unpack_from(row))
        return [row[size + ends[n] : size + ends[n + 1]] for n in range(first, end)]
