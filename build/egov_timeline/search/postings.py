"""Write lists of numbers as short text that a script reads fast.

Turns ascending numbers into the gaps between them, each written in one to three printable letters:
a letter of the first set ends a number, one of the second goes before. Small gaps, by far the most,
take one letter, and what is left packs well. No letter needs an escape in a script.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from operator import sub

_LETTERS = [chr(code) for code in range(33, 127) if chr(code) not in '"\\<']
# As many as packs best: most gaps are small.
ENDS = "".join(_LETTERS[:74])
BEFORE = "".join(_LETTERS[74:])


class _Gaps(dict[int, str]):
    """What a gap looks like, once it has been asked for."""

    def __missing__(self, gap: int) -> str:
        value, last = divmod(gap - 1, len(ENDS))
        written = ENDS[last]
        while value:
            value, digit = divmod(value - 1, len(BEFORE))
            written = BEFORE[digit] + written
        self[gap] = written
        return written


_GAPS = _Gaps()


def ascending(numbers: Sequence[int]) -> str:
    """Return ascending numbers as their gaps, in letters; before the first is -1."""
    return "".join(map(_GAPS.__getitem__, map(sub, numbers, chain((-1,), numbers))))
