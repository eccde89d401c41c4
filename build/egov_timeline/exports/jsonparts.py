"""JSON that is written part by part: a file whose long lists are made of stretches.

Turns data into text as it stands in such a file, whose lists lie one step deep. The bytes are those
of the whole, written at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any


def text(data: Any) -> str:
    """Return `data` as JSON for people to read."""
    return json.dumps(data, ensure_ascii=False, indent=1)


def inner(data: Any) -> bytes:
    """Return `data` as a value of a file: no text in it has a line end of its own."""
    return text(data).replace("\n", "\n ").encode("utf-8")


def items(data: Sequence[Any]) -> bytes:
    """Return a stretch of a list, one item at least, without brackets."""
    return inner(data)[1:-3]


def joined(stretches: Sequence[bytes]) -> Iterator[bytes]:
    """Yield a list of a file, piece by piece."""
    yield b"["
    for number, stretch in enumerate(stretches):
        yield b"," * bool(number) + stretch
    yield b"\n ]" if stretches else b"]"
