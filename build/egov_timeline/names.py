"""Find names by their words, however the press joins, shortens or punctuates them.

Turns names, each standing for a value, into a tree of words. "Bộ TT&TT" and "Bộ TT - TT" are one
name, and so are "UBND" and "ủy ban nhân dân": "và", dashes, commas and dots do not count, and a
common abbreviation is read as the words that it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from egov_timeline.text import match_key, normalize

_WORD = re.compile(r"[^\W_]+")
# "TT&TT", "TT - TT", "Bưu chính, Viễn thông", "TP.HCM", "Khoa học và Công nghệ".
_NEXT = re.compile(r"(?:\.? | ?[-&,/] ?|\.)(?:và )?([^\W_]+)")
# Abbreviations that any name may hold.
STANDS_FOR: Mapping[str, str] = {
    "ubnd": "ủy ban nhân dân",
    "vn": "việt nam",
    "tp": "thành phố",
    "tphcm": "thành phố hồ chí minh",
    "hcm": "hồ chí minh",
    "đh": "đại học",
    "tw": "trung ương",
    "tncs": "thanh niên cộng sản",
    "bcđ": "ban chỉ đạo",
    "htx": "hợp tác xã",
    "dn": "doanh nghiệp",
}
NONE: Mapping[str, str] = MappingProxyType({})
# The words that each abbreviation stands for.
Long = Mapping[str, tuple[str, ...]]


def written_out(short: Mapping[str, str] = NONE) -> Long:
    """Return what abbreviations stand for: those of any name, and those `short` in one archive."""
    return {word: tuple(said.split()) for word, said in {**STANDS_FOR, **short}.items()}


_ALWAYS = written_out()


def words(name: str, long: Long = _ALWAYS) -> tuple[str, ...]:
    """Return the words of `name` as they are compared: no "và", abbreviations written out."""
    said = (m[0] for m in _WORD.finditer(match_key(normalize(name))))
    return tuple(part for word in said if word != "và" for part in long.get(word, (word,)))


class _Node:
    __slots__ = ("after", "value")

    def __init__(self) -> None:
        self.after: dict[str, _Node] = {}
        self.value: str | None = None

    def step(self, word: str, long: Long) -> _Node | None:
        if (after := self.after.get(word)) or word not in long:
            return after
        node: _Node | None = self
        for part in long[word]:
            node = node.after.get(part) if node else None
        return node


class Names:
    """A set of names that can be looked for at a given place of a text."""

    def __init__(self, values: Mapping[str, str], short: Mapping[str, str] = NONE) -> None:
        self._long = written_out(short)
        self._root = _Node()
        self.pairs: set[tuple[str, str]] = set()  # words that stand side by side in some name
        for name, value in values.items():
            self._add(words(name, self._long), value)

    def _add(self, name: Iterable[str], value: str) -> None:
        node, previous = self._root, ""
        for word in name:
            node = node.after.setdefault(word, _Node())
            self.pairs.add((previous, word))
            previous = word
        node.value = value

    def may_open(self, word: str) -> bool:
        """Return whether a name can begin with `word`: with most, none does."""
        return word in self._long or word in self._root.after

    def at(self, key: str, start: int) -> tuple[str, int] | None:
        """Return the value and the end of the longest name that begins at `start`; else None."""
        best, node = None, self._root
        word, group = _WORD.match(key, start), 0
        while word and (after := node.step(word[group], self._long)):
            node = after
            if node.value is not None:
                best = node.value, word.end()
            word, group = _NEXT.match(key, word.end()), 1
        return best
