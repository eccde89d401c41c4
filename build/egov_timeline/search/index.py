"""Join what stretches of entries have to say into two tables, of words and of pairs of words.

Turns them into one list of entries for each key, in each list of facts and anywhere, as it is
written. Of pairs those are kept that stand together for a reason, not by chance.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from egov_timeline.search.postings import number
from egov_timeline.search.stretches import ANYWHERE, LISTS, Stretch, Table

# Two words stand together for a reason, not by chance: in so many entries, and so many times as
# often as chance would have it. What is rarer is seen when the text is loaded; and the list of all
# pairs would be three times as large as that of the words.
_PAIR_ENTRIES = 3
_PAIR_LIFT = 10


@dataclass(slots=True)
class Listed:
    """The entries of one key: how many, the last of them, and all as they are written."""

    count: int = 0
    last: int = -1
    written: str = ""


# The entries of each key, for each list.
Lists = list[dict[str, Listed]]


class Index:
    """Where words stand, and pairs of words; those of `terms` however common their words are."""

    def __init__(self, stretches: Sequence[Stretch], terms: Iterable[Sequence[str]]) -> None:
        self.words: Lists = [
            _joined(stretches, [each.words[of] for each in stretches]) for of in range(LISTS)
        ]
        of_terms = {"_".join(pair) for term in terms for pair in pairwise(term)}
        together = _belonging(stretches) | of_terms
        pairs = [
            _joined(stretches, [each.pairs[of] for each in stretches], together)
            for of in range(LISTS)
        ]
        kept = {pair for pair, of in pairs[ANYWHERE].items() if of.count >= _PAIR_ENTRIES}
        kept |= of_terms
        self.pairs: Lists = [
            {pair: of for pair, of in found.items() if pair in kept} for found in pairs
        ]


def _joined(
    stretches: Sequence[Stretch], tables: Sequence[Table], wanted: Collection[str] | None = None
) -> dict[str, Listed]:
    """Return the entries of each key, or of those that are `wanted`."""
    found: dict[str, Listed] = {}
    base = 0
    for each, table in zip(stretches, tables, strict=True):
        for key, first, last, count, later in table.rows(wanted):
            listed = found.get(key)
            if listed is None:
                listed = found[key] = Listed()
            listed.written += number(base + first - listed.last - 1) + later
            listed.last = base + last
            listed.count += count
        base += each.size
    return found


def _belonging(stretches: Sequence[Stretch]) -> set[str]:
    """Return the pairs of words that are said together often, and oftener than by chance."""
    said: Counter[str] = Counter()
    paired: dict[str, int] = {}
    for each in stretches:
        said.update(each.said)
        for pair, count in _paired(each):
            paired[pair] = paired.get(pair, 0) + count
    total, found = said.total(), set()
    for pair, count in paired.items():
        if count >= _PAIR_ENTRIES:
            first, second = pair.split("_")
            if count * total >= _PAIR_LIFT * said[first] * said[second]:
                found.add(pair)
    return found


def _paired(each: Stretch) -> Iterator[tuple[str, int]]:
    keys = each.pairs[ANYWHERE].keys
    if keys:
        yield from zip(keys.split(" "), array("I", each.paired), strict=True)
