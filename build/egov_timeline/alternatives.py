r"""Search a text for a long list of wordings, by the words that they open with.

`re` tries each alternative of `\b(?:ra mắt|ký kết|…)` at each letter. Here an automaton finds where
one can open, and the pattern is tried there only: the same matches, several times as fast. A
pattern that can open with anything (`.`, `\w`, `[…]`, an optional word alone) is refused.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

from egov_timeline.text import Span
from egov_timeline.wholetexts import WholeText

# What stands before the first word and takes no room: "\b", "(?<!đang )", "(?!này)".
_NO_ROOM = re.compile(r"\\b|\(\?<?[!=]")
_GROUP = re.compile(r"\((?:\?:|\?P<\w+>|(?!\?))")
_LITERAL = re.compile(r"\\\W|[^\\.^$*+?{}\[\]|()]")
_MAY_BE_LEFT_OUT = re.compile(r"[?*]|\{0?,")


class Openings:
    """The words that several lists open with: a text is looked through once for all of them.

    It is for lists that are asked, one after the other, about one text or parts of it.
    """

    def __init__(self) -> None:
        self._words: dict[str, int] = {}
        self._automaton: AhoCorasick | None = None
        self._found: tuple[str, dict[int, list[int]]] = "", {}

    def add(self, words: Iterable[str]) -> frozenset[int]:
        """Return the numbers of the `words` of one list, by which it asks."""
        self._automaton, self._found = None, ("", {})
        return frozenset(self._words.setdefault(word, len(self._words)) for word in words)

    def has(self, said: str) -> bool:
        """Return whether `said` is the text that was looked through last."""
        return self._found[0] is said

    def places(self, said: str, words: frozenset[int]) -> list[int]:
        """Return where in `said` one of the `words` stands, in order."""
        if not self.has(said):
            self._found = said, self._all(said)
        there = self._found[1]
        if words.isdisjoint(there):
            return []
        return sorted({at for word in words & there.keys() for at in there[word]})

    def _all(self, said: str) -> dict[int, list[int]]:
        if self._automaton is None:
            self._automaton = AhoCorasick(list(self._words), matchkind=MatchKind.Standard)
        found: dict[int, list[int]] = {}
        for which, start, _ in self._automaton.find_matches_as_indexes(said, overlapping=True):
            found.setdefault(which, []).append(start)
        return found


# Of the lists that look through each article.
OF_ARTICLE = Openings()


class Alternatives:
    """A pattern whose alternatives all open with words, or with `^`.

    What stands `beside` other lists looks through a text together with them: where it is asked
    about the whole of it, or another was.
    """

    def __init__(self, pattern: str, beside: Openings | None = None) -> None:
        """Take the source of a pattern. Raises ValueError where it can open with anything."""
        heads = set(_heads(pattern))
        self._pattern = re.compile(pattern)
        self._at_begin = "^" in heads
        words = sorted(heads - {"^"})
        self._automaton = AhoCorasick(words, matchkind=MatchKind.Standard)
        self._whole = WholeText(self._openings)
        self._beside = beside
        self._words = beside.add(words) if beside else frozenset()

    def search(self, said: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the first match in `said[start:end]`, as `re.Pattern.search` does."""
        end = len(said) if end is None else end
        return next(self._at(self._places(said, start, end), said, start, end), None)

    def finditer(
        self, said: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """Yield the matches in `said[start:end]`, none overlapping another, in order."""
        end = len(said) if end is None else end
        return self._at(self._places(said, start, end), said, start, end)

    def holds(self, said: str, spans: Sequence[Span]) -> list[bool]:
        """Return of each of `spans`, which stand in order, whether a match is in it.

        All that they cover is looked through at once.
        """
        places = self._places(said, spans[0][0], spans[-1][1]) if spans else []
        return [
            any(self._at(_between(places, start, end), said, start, end)) for start, end in spans
        ]

    def _at(self, places: list[int], said: str, start: int, end: int) -> Iterator[re.Match[str]]:
        if self._at_begin and places[:1] != [start]:
            places = [start, *places]
        done = start
        for place in places:
            if place >= done and (match := self._pattern.match(said, place, end)):
                done = match.end()
                yield match

    def _places(self, said: str, start: int, end: int) -> list[int]:
        """Return where in `said[start:end]` a match can open."""
        if self._beside and (end - start == len(said) or self._beside.has(said)):
            return _between(self._beside.places(said, self._words), start, end)
        places = self._whole.found(said, end - start)
        if places is None:
            return [start + at for at in self._openings(said[start:end])]
        return _between(places, start, end)

    def _openings(self, said: str) -> list[int]:
        hits = self._automaton.find_matches_as_indexes(said, overlapping=True)
        return sorted({hit[1] for hit in hits})


def _between(places: list[int], start: int, end: int) -> list[int]:
    if not places:
        return places
    return places[bisect_left(places, start) : bisect_left(places, end)]


def _heads(pattern: str) -> Iterator[str]:
    """Yield the words that each alternative of `pattern` opens with; "^" for one at the begin."""
    for alternative in _split(pattern):
        rest = alternative
        while no_room := _NO_ROOM.match(rest):
            rest = rest[2:] if no_room[0] == r"\b" else rest[_closes(rest) :]
        yield from _of_one(rest)


def _of_one(alternative: str) -> Iterator[str]:
    if alternative.startswith("^"):
        yield "^"
    elif group := _GROUP.match(alternative):
        end = _closes(alternative)
        yield from _heads(alternative[group.end() : end - 1])
        if left_out := _MAY_BE_LEFT_OUT.match(alternative, end):
            yield from _heads(_behind(alternative, left_out))
    else:
        yield _word(alternative)


def _behind(alternative: str, quantifier: re.Match[str]) -> str:
    end = quantifier.end()
    return alternative[alternative.index("}", end) + 1 if quantifier[0][0] == "{" else end :]


def _word(alternative: str) -> str:
    letters = []
    end = 0
    while letter := _LITERAL.match(alternative, end):
        end = letter.end()
        if _MAY_BE_LEFT_OUT.match(alternative, end):
            break
        letters.append(letter[0][-1])
    if not letters:
        raise ValueError(f"{alternative!r} does not open with a word: use re.compile.")
    return "".join(letters)


def _split(pattern: str) -> Iterator[str]:
    """Yield the alternatives of `pattern` that stand in no group."""
    begin = at = 0
    while at < len(pattern):
        if pattern[at] == "|":
            yield pattern[begin:at]
            begin = at + 1
        at = _step(pattern, at)
    yield pattern[begin:]


def _closes(pattern: str) -> int:
    """Return where the group ends that `pattern` opens with."""
    at = 1
    while pattern[at] != ")":
        at = _step(pattern, at)
    return at + 1


def _step(pattern: str, at: int) -> int:
    """Return where the next letter, class or group of `pattern` begins."""
    if pattern[at] == "\\":
        return at + 2
    if pattern[at] == "[":
        return pattern.index("]", at + 2) + 1
    return at + _closes(pattern[at:]) if pattern[at] == "(" else at + 1
