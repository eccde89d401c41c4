"""Say in which entries each word stands, and each pair of words, date and name that is looked up.

Turns entries into two tables, of words and of pairs: from a key to the numbers of the entries that
have it, anywhere and in each list of facts (`fields.Field.searched`). Among the words stand keys of
other sorts, which no word looks like: "#2017-10" is a date (`days`), "=sở_y_tế" the name of a page,
"~ủy_ban_nhân_dân" a run of words that another name is short for.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias, TypeVar

from egov_timeline import fields
from egov_timeline.search import days
from egov_timeline.search.entries import Entry
from egov_timeline.search.words import words

# Anywhere in an entry, in each list of facts, and in the title.
ANYWHERE = 0
WHEN = fields.BY_NAME["date"].searched
TITLE = max(row.searched for row in fields.SEARCHED) + 1
LISTS = TITLE + 1

# Two words stand together for a reason, not by chance: in so many entries, and so many times as
# often as chance would have it. What is rarer is seen when the text is loaded; and the list of all
# pairs would be three times as large as that of the words.
_PAIR_ENTRIES = 3
_PAIR_LIFT = 10

_Key = TypeVar("_Key", int, str)
# The entries of each key, for each list.
Postings = list[dict[str, list[int]]]
# The list of a string, its words by their numbers, and its pairs of words.
_Coded: TypeAlias = "tuple[int, array[int], array[int]]"
_HALF, _LOW = 32, (1 << 32) - 1


class Index:
    """Where words stand, and pairs of words; `runs` of words are looked up as if they were one."""

    def __init__(self, entries: Sequence[Entry], runs: Iterable[Sequence[str]]) -> None:
        # It is a long count: words go by numbers, and a pair of them is a number too.
        self._numbers: defaultdict[str, int] = defaultdict()
        self._numbers.default_factory = self._numbers.__len__
        coded = [[*self._coded(entry)] for entry in entries]
        self._named = self._by_first(runs)
        together = _belonging(coded)
        single: list[dict[int, list[int]]] = [{} for _ in range(LISTS)]
        pairs: list[dict[int, list[int]]] = [{} for _ in range(LISTS)]
        self.words: Postings = [{} for _ in range(LISTS)]
        for place, (entry, strings) in enumerate(zip(entries, coded, strict=True)):
            _put(single, place, _gathered((number, run) for number, run, _ in strings))
            beside = ((number, together.intersection(side)) for number, _, side in strings)
            _put(pairs, place, _gathered(beside))
            self._put_keys(place, entry, strings)
        spelled = list(self._numbers)
        for table, found in zip(self.words, single, strict=True):
            table |= {spelled[word]: places for word, places in found.items()}
        often = {pair for pair, places in pairs[ANYWHERE].items() if len(places) >= _PAIR_ENTRIES}
        self.pairs: Postings = [
            {
                f"{spelled[pair >> _HALF]}_{spelled[pair & _LOW]}": places
                for pair, places in found.items()
                if pair in often
            }
            for found in pairs
        ]

    def _coded(self, entry: Entry) -> Iterator[_Coded]:
        for number, text in _strings(entry):
            run = array("Q", map(self._numbers.__getitem__, words(text)))
            pairs = array("Q", [first << _HALF | second for first, second in pairwise(run)])
            yield number, run, pairs

    def _by_first(self, runs: Iterable[Sequence[str]]) -> dict[int, list[tuple[str, array[int]]]]:
        """Return the runs all of whose words are there, by the first of them."""
        found: dict[int, list[tuple[str, array[int]]]] = {}
        for run in runs:
            if all(word in self._numbers for word in run):
                coded = array("Q", [self._numbers[word] for word in run])
                found.setdefault(coded[0], []).append(("~" + "_".join(run), coded))
        return found

    def _put_keys(self, place: int, entry: Entry, strings: Iterable[_Coded]) -> None:
        """Put in what is no word: dates, the names of a page, runs of words."""
        keys: list[set[str]] = [set() for _ in range(LISTS)]
        for number, run, _ in strings:
            if not self._named.keys().isdisjoint(run):
                keys[number].update(self._runs_in(run))
        keys[WHEN] |= days.of_event(entry.edtf)
        keys[ANYWHERE].update(*keys[1:], days.in_texts(entry.strings))
        keys[ANYWHERE].update("=" + "_".join(words(name)) for name in entry.names)
        _put(self.words, place, keys)

    def _runs_in(self, said: array[int]) -> Iterator[str]:
        for at in (at for at, word in enumerate(said) if word in self._named):
            for key, run in self._named[said[at]]:
                if said[at : at + len(run)] == run:
                    yield key


def _belonging(coded: Iterable[Iterable[_Coded]]) -> set[int]:
    """Return the pairs of words that are said together often, and oftener than by chance."""
    said: Counter[int] = Counter()
    paired: Counter[int] = Counter()
    for strings in coded:
        for _, run, pairs in strings:
            said.update(run)
            paired.update(pairs)
    total = said.total()
    return {
        pair
        for pair, count in paired.items()
        if count >= _PAIR_ENTRIES
        and count * total >= _PAIR_LIFT * said[pair >> _HALF] * said[pair & _LOW]
    }


def _gathered(strings: Iterable[tuple[int, Iterable[int]]]) -> list[set[int]]:
    """Return what stands in the strings of each list, and of all."""
    found: list[set[int]] = [set() for _ in range(LISTS)]
    for number, run in strings:
        found[number].update(run)
    found[ANYWHERE].update(*found[1:])
    return found


def _put(table: list[dict[_Key, list[int]]], place: int, keys: Iterable[Iterable[_Key]]) -> None:
    for number, found in enumerate(keys):
        lists = table[number]
        for key in found:
            if key in lists:
                lists[key].append(place)
            else:
                lists[key] = [place]


def _strings(entry: Entry) -> Iterator[tuple[int, str]]:
    """Yield each string, and its list; of a page that is no article all is text."""
    if entry.facts is None:
        yield from ((ANYWHERE, text) for text in entry.strings)
        return
    yield TITLE, entry.title
    for fact in entry.facts:
        row = fields.BY_NAME.get(fact.field)
        yield row.searched if row else ANYWHERE, fact.label
    yield from ((ANYWHERE, text) for text in entry.sentences if text)
