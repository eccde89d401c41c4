"""Write lists of numbers as short text that a script reads fast.

Turns ascending numbers into the gaps between them, each written in one to three printable letters:
a letter of the first set ends a number, one of the second goes before. Small gaps, by far the most,
take one letter, and what is left packs well. No letter needs an escape in a script.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

_LETTERS = [chr(code) for code in range(33, 127) if chr(code) not in '"\\<']
# As many as packs best: most gaps are small.
ENDS = "".join(_LETTERS[:74])
BEFORE = "".join(_LETTERS[74:])


@cache
def number(value: int) -> str:
    """Return `value` in letters."""
    value, last = divmod(value, len(ENDS))
    written = ENDS[last]
    while value:
        value, digit = divmod(value - 1, len(BEFORE))
        written = BEFORE[digit] + written
    return written


def ascending(numbers: Iterable[int], last: int = -1) -> str:
    """Return ascending numbers as their gaps, in letters; `last` is the one before them."""
    written = []
    for value in numbers:
        written.append(number(value - last - 1))
        last = value
    return "".join(written)
