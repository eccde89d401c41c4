"""Find articles with nearly the same words, among thousands.

Turns texts into pairs with the share of the shorter one that stands in the other. Candidates come
from an index of a few sequences of words of each text, chosen by their hash (a sketch, as MinHash
takes it), so that nothing is compared with everything; each is then counted in full.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations
from zlib import crc32

from egov_timeline.records import Article
from egov_timeline.text import match_key

Pair = tuple[str, str]

_WORD = re.compile(r"\w+")
_SHINGLE = 4  # words
_NUMBER = "I"  # of 32 bits, as a checksum has
_SKETCH = 96
# What stands in more texts than this is a phrase of the trade, and tells none from another.
_COMMON = 40
_FEWEST = 2
# Reports that one desk took from another keep more than half; two reports of a ministry's own
# releases in like words keep less.
_ALIKE = 0.5


def words_of(article: Article) -> tuple[str, ...]:
    """Return the words of the article itself, without what the page puts around it."""
    key = match_key(article.text)
    return tuple(
        word
        for block in article.blocks
        if block.part.kept
        for word in _WORD.findall(key, block.start, block.end)
    )


def phrases(article: Article) -> bytes:
    """Return what stands for the words of the article: its phrases, by numbers in order."""
    words = words_of(article)
    shingles = set(zip(*(words[offset:] for offset in range(_SHINGLE)), strict=False))
    numbers = sorted({crc32(" ".join(shingle).encode()) for shingle in shingles})
    return array(_NUMBER, numbers).tobytes()


def near_duplicates(
    texts: Mapping[str, bytes], among: Collection[str] | None = None
) -> dict[Pair, float]:
    """Return the pairs of `texts` (phrases by id) that are nearly the same, with the share.

    With `among`, only the pairs that have one of these ids.
    """
    numbers = {ident: array(_NUMBER, told) for ident, told in texts.items()}
    found = {}
    for one, others in _candidates(numbers, among).items():
        said = frozenset(numbers[one])
        for other in others:
            shorter = min(len(said), len(numbers[other]))
            if (share := len(said.intersection(numbers[other])) / shorter) >= _ALIKE:
                found[one, other] = share
    return found


def _candidates(
    numbers: Mapping[str, Sequence[int]], among: Collection[str] | None
) -> dict[str, list[str]]:
    """Return, for each id, the later ones with which it shares some of the least numbers."""
    holders: dict[int, list[str]] = defaultdict(list)
    for ident in sorted(numbers):
        for number in numbers[ident][:_SKETCH]:
            holders[number].append(ident)
    meetings = Counter(
        pair
        for who in holders.values()
        if len(who) <= _COMMON
        for pair in combinations(who, 2)
        if among is None or not {*pair}.isdisjoint(among)
    )
    found: dict[str, list[str]] = defaultdict(list)
    for (one, other), times in meetings.items():
        if times >= _FEWEST:
            found[one].append(other)
    return found
