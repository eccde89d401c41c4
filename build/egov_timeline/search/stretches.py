"""Say what entries that stand beside each other have to say to the index, made of them alone.

Turns such a stretch into the keys under which each entry is found, in each list of facts and
anywhere: what it says, word for word, and keys of other sorts, which no word looks like. "#2017-10"
is a date (`days`), "=sở_y_tế" the name of a page, "~ủy_ban_nhân_dân" words that another name is
short for. Stretches are joined by `index`; one whose entries are what they were is not made again.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain, pairwise, repeat
from operator import add, floordiv, mod, mul
from typing import Any

from egov_timeline import fields
from egov_timeline.search import days
from egov_timeline.search.entries import Entry
from egov_timeline.search.words import words

# Anywhere in an entry, in each list of facts, and in the title.
ANYWHERE = 0
WHEN = fields.BY_NAME["date"].searched
TITLE = max(row.searched for row in fields.SEARCHED) + 1
LISTS = TITLE + 1

# Between two strings stands what is no word; the words of all others are numbered from 1.
BREAK = 0
_BREAK = "\0"

# The runs of words that are looked up as if they were one, by the first of their words.
Runs = Mapping[str, Sequence[tuple[str, ...]]]
# Words in the order of the text, for each list.
_Lists = dict[int, list[str]]
# Words or pairs, for each list.
_Found = Mapping[int, Collection[Any]]


@dataclass(frozen=True, slots=True)
class Numbers:
    """Ascending numbers of each entry: two long values are read faster than many short ones."""

    all: bytes
    sizes: bytes  # how many each entry has

    def entries(self, among: range) -> Iterator[array[int]]:
        """Yield the numbers of each entry that are `among` these."""
        numbers = read(self.all)
        for start, end in pairwise(accumulate(read(self.sizes), initial=0)):
            first = bisect_left(numbers, among.start, start, end)
            yield numbers[first : bisect_left(numbers, among.stop, first, end)]


@dataclass(frozen=True, slots=True)
class Stretch:
    """In which of so many entries keys stand, and pairs of words, for each list."""

    size: int
    keys: tuple[Numbers, ...]
    pairs: tuple[Numbers, ...]
    vocabulary: str  # all keys, which are numbered from 1; a blank between them
    said: bytes  # how often each is said as a word
    first: bytes  # of each pair, in their order, the first word,
    second: bytes  # and the second; one of them may be a break
    paired: bytes  # how often each pair is said


def read(column: bytes) -> array[int]:
    """Return the numbers of a column."""
    return array(chr(column[0]), column[1:])


def _column(numbers: Iterable[int]) -> bytes:
    """Return `numbers` in a row, with the sort of number before them."""
    listed = [*numbers]
    try:
        column = array("H", listed)
    except OverflowError:  # there are 65,536 of these
        column = array("I", listed)
    return column.typecode.encode() + column.tobytes()


def stretch(entries: Sequence[Entry], runs: Runs) -> Stretch:
    """Return what `entries` have to say."""
    said = [_said(entry) for entry in entries]
    keys = [_keys(entry, lists, runs) for entry, lists in zip(entries, said, strict=True)]
    vocabulary = sorted({*chain.from_iterable(lists[ANYWHERE] for lists in keys)})
    numbers = {key: number for number, key in enumerate([_BREAK, *vocabulary])}
    pairs = [{of: _pairs(run, numbers) for of, run in lists.items()} for lists in said]
    times = Counter(chain.from_iterable(lists[ANYWHERE] for lists in said))
    paired = Counter(chain.from_iterable(lists[ANYWHERE] for lists in pairs))
    ordered = sorted(paired)
    size = repeat(len(numbers))
    return Stretch(
        len(entries),
        _numbered(keys, numbers),
        _numbered(pairs, {pair: number for number, pair in enumerate(ordered)}),
        " ".join(vocabulary),
        _column(map(times.__getitem__, vocabulary)),
        _column(map(floordiv, ordered, size)),
        _column(map(mod, ordered, size)),
        _column(map(paired.__getitem__, ordered)),
    )


def by_first(runs: Iterable[Sequence[str]]) -> Runs:
    """Return the runs of words by the first of them."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for run in runs:
        found.setdefault(run[0], []).append(tuple(run))
    return found


def _said(entry: Entry) -> _Lists:
    """Return the words of each list; of a page that is no article all is text."""
    lists: dict[int, list[str]] = {}
    if entry.facts is not None:
        lists[TITLE] = [entry.title]
        for fact in entry.facts:
            if row := fields.BY_NAME.get(fact.field):
                lists.setdefault(row.searched, []).append(fact.label)
    lists[ANYWHERE] = [*entry.strings]
    return {number: _cut(texts) for number, texts in lists.items()}


def _cut(texts: Iterable[str]) -> list[str]:
    """Return the words of `texts`, with a break between two."""
    return [*chain.from_iterable(map(_words_of, f" {_BREAK} ".join(texts).split()))]


@lru_cache(maxsize=1 << 15)  # most of what stands between blanks has been there before
def _words_of(printed: str) -> tuple[str, ...]:
    return (_BREAK,) if printed == _BREAK else tuple(words(printed))


def _keys(entry: Entry, said: _Lists, runs: Runs) -> Mapping[int, set[str]]:
    """Return all keys of `entry`, for each list."""
    found: dict[int, set[str]] = {WHEN: set()}
    for number, run in said.items():
        words_of = {*run} - {_BREAK}
        found[number] = words_of | {*_runs_in(run, words_of, runs)}
    found[WHEN] |= days.of_event(entry.edtf)
    found[ANYWHERE] |= found[WHEN] | days.in_texts(entry.strings)
    found[ANYWHERE].update("=" + "_".join(words(name)) for name in entry.names)
    return found


def _pairs(run: Sequence[str], numbers: Mapping[str, int]) -> list[int]:
    """Return the pairs in a run, each as one number: of all pairs of keys there are so many."""
    of_words = [*map(numbers.__getitem__, run)]
    return [*map(add, map(mul, of_words, repeat(len(numbers))), of_words[1:])]


def _runs_in(said: Sequence[str], having: set[str], runs: Runs) -> Iterator[str]:
    """Yield the keys of the runs that are said, from all that is said and its words."""
    may_be = [
        run for first in having & runs.keys() for run in runs[first] if having.issuperset(run)
    ]
    text = f" {' '.join(said)} " if may_be else ""
    for run in may_be:
        if f" {' '.join(run)} " in text:
            yield "~" + "_".join(run)


def _numbered(found: Sequence[_Found], numbers: Mapping[Any, int]) -> tuple[Numbers, ...]:
    """Return what entries have in each list, each once, by its number."""
    return tuple(_of_list([each.get(of, ()) for each in found], numbers) for of in range(LISTS))


def _of_list(found: Iterable[Collection[Any]], numbers: Mapping[Any, int]) -> Numbers:
    listed = [sorted(map(numbers.__getitem__, {*of_entry})) for of_entry in found]
    return Numbers(_column(chain.from_iterable(listed)), _column(map(len, listed)))
