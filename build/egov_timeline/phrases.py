"""Find many phrases in a text in one pass.

Turns a set of phrases, each standing for a value, into an automaton that yields the values with
their spans. Phrases and text are compared by `text.match_key`, at word boundaries: "hà" is not
found in "hành". It knows nothing of what the phrases mean.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

from egov_timeline.text import Span, match_key, normalize
from egov_timeline.wholetexts import WholeText

T = TypeVar("T")
# (start, -end, which phrase, end)
_Hit = tuple[int, int, int, int]


class Phrases(Generic[T]):
    """A set of phrases; where two are one under `match_key`, the later one's value holds."""

    def __init__(self, values: Mapping[str, T]) -> None:
        by_key = {match_key(normalize(phrase)): value for phrase, value in values.items()}
        by_key.pop("", None)  # the empty phrase stands everywhere and says nothing
        self._values = tuple(by_key.values())
        self._automaton = AhoCorasick(list(by_key), matchkind=MatchKind.Standard)
        self._whole = WholeText(self._found)

    def find_all(
        self, key: str, start: int = 0, end: int | None = None
    ) -> Iterator[tuple[T, Span]]:
        """Yield (value, span) for each phrase in `key[start:end]`, overlapping ones too, in order.

        Of those that begin at one place the longest comes first.
        """
        last = len(key) if end is None else end
        for first, _, which, stop in self._hits(key, start, last):
            if _is_word(key, first, stop, start, last):
                yield self._values[which], (first, stop)

    def _hits(self, key: str, start: int, end: int) -> list[_Hit]:
        """Return the hits in `key[start:end]`, in order."""
        hits = self._whole.found(key, end - start)
        if hits is None:
            return self._found(key[start:end], start)
        inside = hits[bisect_left(hits, (start,)) : bisect_left(hits, (end,))]
        return [hit for hit in inside if hit[3] <= end]

    def _found(self, key: str, offset: int = 0) -> list[_Hit]:
        hits = self._automaton.find_matches_as_indexes(key, overlapping=True)
        return sorted((offset + start, -end, which, offset + end) for which, start, end in hits)

    def find(self, key: str) -> Iterator[tuple[T, Span]]:
        """Yield (value, span) in order, without overlaps: the first wins, then the longest."""
        done = 0
        for value, (start, end) in self.find_all(key):
            if start >= done:
                done = end
                yield value, (start, end)


def _is_word(key: str, start: int, end: int, first: int, last: int) -> bool:
    """Whether `key[start:end]` is whole words of `key[first:last]`."""
    before = key[start - 1] if start > first else " "
    after = key[end] if end < last else " "
    return not (before.isalnum() and key[start].isalnum()) and not (
        after.isalnum() and key[end - 1].isalnum()
    )
