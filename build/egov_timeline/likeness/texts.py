"""Find articles with nearly the same words, among thousands.

Turns texts into pairs with the share of the shorter one that stands in the other. Candidates come
from an index of a few sequences of words of each text, chosen by their hash (a sketch, as MinHash
takes it), so that nothing is compared with everything; each is then counted in full.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from hashlib import blake2b
from itertools import accumulate, chain, compress, islice
from operator import eq
from zlib import crc32

from egov_timeline.once import ALONE, Means
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
    words = [word.encode() for word in words_of(article)]
    said = b" ".join(words)
    starts = [0, *accumulate(len(word) + 1 for word in words)]
    shingles = zip(starts, starts[_SHINGLE:], strict=False)
    numbers = sorted({crc32(said[start : end - 1]) for start, end in shingles})
    return array(_NUMBER, numbers).tobytes()


def near_duplicates(
    texts: Mapping[str, bytes], among: Collection[str] | None = None, means: Means = ALONE
) -> dict[Pair, float]:
    """Return the pairs of `texts` (phrases by id) that are nearly the same, with the share.

    With `among`, only the pairs that have one of these ids. By the `means` of a build.
    """
    idents = sorted(texts)
    said = [texts[ident] for ident in idents]
    digests = [blake2b(text, digest_size=16).hexdigest() for text in said]

    def wanted(place: int, other: int) -> bool:
        return among is None or idents[place] in among or idents[other] in among

    (before,) = means.each(_candidates, [said], "alike in texts", lambda _: digests)
    candidates = [
        (place, *those)
        for place, others in enumerate(before)
        if (those := [other for other in others if wanted(place, other)])
    ]
    shares = means.together(
        partial(_shares, said),
        candidates,
        "shares",
        lambda places: idents[places[0]],
        lambda places: [digests[place] for place in places],
    )
    return {
        (idents[other], idents[place]): share
        for (place, *others), found in zip(candidates, shares, strict=True)
        for other, share in zip(others, found, strict=True)
        if share >= _ALIKE
    }


def _candidates(said: Sequence[bytes]) -> list[list[int]]:
    """Return, for each text, the places of those before it that share some of its least numbers."""
    found = []
    sketches = [_numbers(text)[:_SKETCH] for text in said]
    telling = _telling(sketches)
    holders: dict[int, list[int]] = {number: [] for number in telling}
    for place, sketch in enumerate(sketches):
        before = [holders[number] for number in telling.intersection(sketch)]
        meetings = Counter(chain.from_iterable(before))
        found.append(sorted(other for other, times in meetings.items() if times >= _FEWEST))
        for places in before:
            places.append(place)
    return found


def _telling(sketches: Iterable[Sequence[int]]) -> set[int]:
    """Return the numbers that several texts have, but not too many."""
    ordered = sorted(chain.from_iterable(sketches))
    several = compress(ordered, map(eq, ordered, islice(ordered, 1, None)))
    many = compress(ordered, map(eq, ordered, islice(ordered, _COMMON, None)))
    return set(several).difference(many)


def _shares(said: Sequence[bytes], places: Sequence[int]) -> tuple[float, ...]:
    """Return how much the text at the first place and each other have in common."""
    one, *others = (_numbers(said[place]) for place in places)
    numbers = frozenset(one)
    return tuple(_share(numbers, other) for other in others)


def _share(one: frozenset[int], other: Sequence[int]) -> float:
    """Return how much of the shorter text stands in the other."""
    return len(one.intersection(other)) / min(len(one), len(other))


def _numbers(phrases: bytes) -> array[int]:
    return array(_NUMBER, phrases)
