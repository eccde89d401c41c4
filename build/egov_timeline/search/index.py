"""Join what stretches of entries have to say into two tables, of words and of pairs of words.

Turns them into one list of entries for each key, in each list of facts and anywhere, as it is
written. Of pairs those are kept that stand together for a reason, not by chance. Nothing is more
than all pairs: they are looked at for some of the words at a time.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from itertools import accumulate, compress, pairwise, starmap
from operator import add

from egov_timeline import parallel
from egov_timeline.search.postings import ascending
from egov_timeline.search.stretches import ANYWHERE, BREAK, LISTS, Numbers, Stretch, read

# Two words stand together for a reason, not by chance: in so many entries, and so many times as
# often as chance would have it. What is rarer is seen when the text is loaded; and the list of all
# pairs would be three times as large as that of the words.
_PAIR_ENTRIES = 3
_PAIR_LIFT = 10
# Pairs that begin with what is said about so many times are looked at together.
_TOGETHER = 1_500_000

# The entries of each key, as they are written, for each list.
Lists = list[dict[str, str]]
# The entries of each key, by its number.
_Places = dict[int, list[int]]


class Index:
    """Where words stand, and pairs of words; those of `terms` however common their words are."""

    def __init__(
        self, stretches: Sequence[Stretch], terms: Iterable[Sequence[str]], jobs: int = 1
    ) -> None:
        self.words: Lists = [{} for _ in range(LISTS)]
        self.pairs: Lists = [{} for _ in range(LISTS)]
        self.counts: dict[str, int] = {}
        said = _Said(stretches)
        do = partial(_joined, said, said.pairs_of(terms))
        for counts, words, pairs in parallel.each(do, [*said.ranges()], jobs, batch=1):
            self.counts |= counts
            for found, more in zip((*self.words, *self.pairs), (*words, *pairs), strict=True):
                found |= more


def _joined(
    said: _Said, of_terms: Set[int], words: range
) -> tuple[Mapping[str, int], Lists, Lists]:
    """Return in how many entries `words` stand, in which, and in which pairs that begin so."""
    keys = said.places(words)
    counts = {said.keys[key]: len(places) for key, places in keys[ANYWHERE].items()}
    of_terms = {pair for pair in of_terms if said.first(pair) in words}
    rows = said.pairs(words)
    pairs = said.places_of(said.belonging(rows) | of_terms, rows)
    several = {pair for pair, of in pairs[ANYWHERE].items() if len(of) >= _PAIR_ENTRIES}
    kept = several | of_terms
    pairs = [{pair: of for pair, of in found.items() if pair in kept} for found in pairs]
    return counts, _written(keys, said.keys.__getitem__), _written(pairs, said.text)


class _Said:
    """All that is said, by the numbers of keys in their order; and how often each is a word.

    A pair is one number: that of its first word as many times as there are keys, and that of its
    second.
    """

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        vocabularies = [each.vocabulary.split() for each in stretches]
        times = Counter[str]()
        for keys, each in zip(vocabularies, stretches, strict=True):
            for key, n in zip(keys, read(each.said), strict=True):
                times[key] += n
        self.keys = ["", *sorted(times)]
        self._times = [*map(times.__getitem__, self.keys)]
        self._total = sum(self._times)
        self._number = {key: number for number, key in enumerate(self.keys)}
        of_stretches = ([BREAK, *map(self._number.__getitem__, keys)] for keys in vocabularies)
        self._stretches = [*zip(stretches, of_stretches, strict=True)]

    def ranges(self) -> Iterator[range]:
        """Yield the numbers of all keys, so many as are said about as often."""
        sums = [*accumulate(self._times)]
        cuts = [bisect_left(sums, at) for at in range(_TOGETHER, self._total, _TOGETHER)]
        yield from starmap(range, pairwise([BREAK + 1, *cuts, len(self.keys)]))

    def places(self, words: range) -> list[_Places]:
        """Return where `words` stand, in each list."""
        own = [_own(words, numbers) for _, numbers in self._stretches]
        chosen = [
            dict(zip(among, numbers[among.start : among.stop], strict=True))
            for among, (_, numbers) in zip(own, self._stretches, strict=True)
        ]
        return [
            _places((each.keys[of] for each, _ in self._stretches), own, chosen)
            for of in range(LISTS)
        ]

    def pairs(self, words: range) -> list[_Pairs]:
        """Return the pairs of each stretch that begin with one of `words`."""
        return [_Pairs(each, numbers, words, len(self.keys)) for each, numbers in self._stretches]

    def places_of(self, pairs: Set[int], rows: Sequence[_Pairs]) -> list[_Places]:
        """Return where `pairs` stand, in each list."""
        own = [each.own for each in rows]
        chosen = [each.among(pairs) for each in rows]
        return [
            _places((each.pairs[of] for each, _ in self._stretches), own, chosen)
            for of in range(LISTS)
        ]

    def belonging(self, rows: Iterable[_Pairs]) -> set[int]:
        """Return the pairs that are said together oftener than by chance."""
        times = Counter[int]()
        for each in rows:
            times.update(each.pairs)
            again = zip(each.pairs, each.times, strict=True)
            for pair, n in compress(again, map((1).__lt__, each.times)):
                times[pair] += n - 1
        return {pair for pair, n in times.items() if n >= _PAIR_ENTRIES and self._belong(pair, n)}

    def _belong(self, pair: int, times: int) -> bool:
        first, second = divmod(pair, len(self.keys))
        by_chance = self._times[first] * self._times[second]
        return second != BREAK and times * self._total >= _PAIR_LIFT * by_chance

    def pairs_of(self, runs: Iterable[Sequence[str]]) -> set[int]:
        """Return the pairs of words in `runs` of which both are said."""
        known = ([self._number.get(word, BREAK) for word in run] for run in runs)
        pairs = {pair for run in known for pair in pairwise(run) if BREAK not in pair}
        return {first * len(self.keys) + second for first, second in pairs}

    def first(self, pair: int) -> int:
        """Return the first word of a pair."""
        return pair // len(self.keys)

    def text(self, pair: int) -> str:
        """Return the key of a pair."""
        first, second = divmod(pair, len(self.keys))
        return f"{self.keys[first]}_{self.keys[second]}"


class _Pairs:
    """The pairs of a stretch that begin with some words; its `own` numbers of them."""

    def __init__(self, of: Stretch, numbers: Sequence[int], words: range, size: int) -> None:
        first, of_words = read(of.first), _own(words, numbers)
        ends = (bisect_left(first, word) for word in (of_words.start, of_words.stop))
        self.own = range(*ends)
        place = slice(self.own.start, self.own.stop)
        begin = [number * size for number in numbers]
        after = map(numbers.__getitem__, read(of.second)[place])
        self.pairs = array("Q", map(add, map(begin.__getitem__, first[place]), after))
        self.times = read(of.paired)[place]

    def among(self, wanted: Set[int]) -> dict[int, int]:
        """Return which pairs are `wanted`, by the stretch's own numbers."""
        rows = zip(self.own, self.pairs, strict=True)
        return dict(compress(rows, map(wanted.__contains__, self.pairs)))


def _own(words: range, numbers: Sequence[int]) -> range:
    """Return what numbers a stretch has for `words`, from their `numbers` in its order."""
    return range(bisect_left(numbers, words.start), bisect_left(numbers, words.stop))


def _places(
    stretches: Iterable[Numbers], own: Iterable[range], wanted: Iterable[Mapping[int, int]]
) -> _Places:
    """Return the entries of what is `wanted` of each stretch, by the numbers that all know."""
    found = defaultdict[int, list[int]](list)
    place = 0
    for each, among, numbers in zip(stretches, own, wanted, strict=True):
        for of_entry in each.entries(among):
            for key in map(numbers.__getitem__, filter(numbers.__contains__, of_entry)):
                found[key].append(place)
            place += 1
    return found


def _written(lists: Iterable[_Places], text: Callable[[int], str]) -> Lists:
    return [{text(key): ascending(places) for key, places in found.items()} for found in lists]
