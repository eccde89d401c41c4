"""Find many phrases in a text in one pass.

Turns a set of phrases, each standing for a value, into an automaton that yields the values with
their spans. Phrases and text are compared by `text.match_key`, at word boundaries: "hà" is not
found in "hành". It knows nothing of what the phrases mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

from egov_timeline.text import Span, match_key, normalize

T = TypeVar("T")


class Phrases(Generic[T]):
    """A set of phrases; where two are one under `match_key`, the later one's value holds."""

    def __init__(self, values: Mapping[str, T]) -> None:
        by_key = {match_key(normalize(phrase)): value for phrase, value in values.items()}
        by_key.pop("", None)  # the empty phrase stands everywhere and says nothing
        self._values = tuple(by_key.values())
        self._automaton = AhoCorasick(list(by_key), matchkind=MatchKind.Standard)

    def find_all(self, key: str) -> Iterator[tuple[T, Span]]:
        """Yield (value, span) for each phrase in `key`, overlapping ones too, in order.

        Of those that begin at one place the longest comes first.
        """
        hits = self._automaton.find_matches_as_indexes(key, overlapping=True)
        for which, start, end in sorted(hits, key=lambda hit: (hit[1], -hit[2])):
            if _is_word(key, start, end):
                yield self._values[which], (start, end)

    def find(self, key: str) -> Iterator[tuple[T, Span]]:
        """Yield (value, span) in order, without overlaps: the first wins, then the longest."""
        done = 0
        for value, (start, end) in self.find_all(key):
            if start >= done:
                done = end
                yield value, (start, end)


def _is_word(key: str, start: int, end: int) -> bool:
    before = key[start - 1] if start else " "
    after = key[end] if end < len(key) else " "
    return not (before.isalnum() and key[start].isalnum()) and not (
        after.isalnum() and key[end - 1].isalnum()
    )
