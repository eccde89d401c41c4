"""How much of a line the text says again: a title much, the headline of another story little.

Counts pairs of words that stand beside each other, but for those that any two stories have.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from egov_timeline.clean.lines import Line

Pairs = Collection[tuple[str, str]]

# How much of a line's pairs of words the text must say again for the line to be of it, and how
# little a line says that is of another story.
OF_IT, OF_OTHERS = 0.15, 0.08

_WORD = re.compile(r"\w+")
# Any two stories have these beside each other: "diễn ra từ ngày 5 đến", "của tỉnh".
_LIGHT = frozenset(
    re.findall(
        r"\w+",
        "diễn ra từ ngày đến sẽ đã năm tháng sáng chiều tổ chức tại và các của về cho với trong là "
        "có được hội nghị thảo tỉnh thành phố 1 2 3 4 5 6 7 8 9 10 11 12",
    )
)


def pairs_told(lines: Iterable[Line]) -> set[tuple[str, str]]:
    """Return the pairs of words of some lines together: those of any story too, for `share`."""
    return {pair for line in lines for pair in _pairs(line)}


def share(line: Line, told: Pairs) -> float:
    """Return how much of a line's telling pairs of words is among those `told`."""
    pairs = [pair for pair in _pairs(line) if not _LIGHT.issuperset(pair)]
    return sum(pair in told for pair in pairs) / max(len(pairs), 1)


def _pairs(line: Line) -> Iterator[tuple[str, str]]:
    return pairwise(_WORD.findall(line.key))
