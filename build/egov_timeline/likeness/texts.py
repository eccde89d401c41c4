"""Find articles with nearly the same words, among thousands.

Turns texts into pairs with the share of the shorter one that stands in the other. Candidates come
from an index of a few sequences of words of each text, chosen by their hash (a sketch, as MinHash
takes it), so that nothing is compared with everything; each is then counted in full.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from heapq import nsmallest
from itertools import combinations
from zlib import crc32

from egov_timeline.records import Article

Pair = tuple[str, str]

_WORD = re.compile(r"\w+")
_SHINGLE = 4  # words
_SKETCH = 96
# What stands in more texts than this is a phrase of the trade, and tells none from another.
_COMMON = 40
_FEWEST = 2
# Reports that one desk took from another keep more than half; two reports of a ministry's own
# releases in like words keep less.
_ALIKE = 0.5


def words_of(article: Article) -> tuple[str, ...]:
    """Return the words of the article itself, without what the page puts around it."""
    key = article.key
    return tuple(
        word
        for block in article.blocks
        if block.part.kept
        for word in _WORD.findall(key, block.start, block.end)
    )


def near_duplicates(
    articles: Mapping[str, Article],
    sketches: Mapping[str, Sequence[int]],
    among: Collection[str] | None = None,
) -> dict[Pair, float]:
    """Return the pairs of `articles` that are nearly the same, with the share.

    By id, as are their `sketches`. With `among`, only the pairs that have one of these ids.
    """
    shared = Counter(
        pair for pair in _meetings(sketches) if among is None or not {*pair}.isdisjoint(among)
    )
    found = {}
    for pair, meetings in shared.items():
        if meetings < _FEWEST:
            continue
        if (share := _share(*(words_of(articles[ident]) for ident in pair))) >= _ALIKE:
            found[pair] = share
    return found


def sketch(article: Article) -> tuple[int, ...]:
    """Return what stands for the words of the article: a few of its phrases, by number."""
    phrases = _shingles(words_of(article))
    return tuple(nsmallest(_SKETCH, {crc32(" ".join(words).encode()) for words in phrases}))


def _shingles(words: Sequence[str]) -> set[tuple[str, ...]]:
    return set(zip(*(words[offset:] for offset in range(_SHINGLE)), strict=False))


def _meetings(sketches: Mapping[str, Sequence[int]]) -> list[Pair]:
    holders: dict[int, list[str]] = defaultdict(list)
    for ident in sorted(sketches):
        for number in sketches[ident]:
            holders[number].append(ident)
    return [
        pair for who in holders.values() if len(who) <= _COMMON for pair in combinations(who, 2)
    ]


def _share(one: Sequence[str], other: Sequence[str]) -> float:
    shorter, longer = sorted((_shingles(one), _shingles(other)), key=len)
    return len(shorter & longer) / len(shorter) if shorter else 0.0
