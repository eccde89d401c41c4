"""Say what a stretch of entries gives to each shard of the index, as bytes that tell it apart.

Turns the words and keys of entries into one row a shard, and a row back into what stands where. A
key's shard is told by its letters alone, a pair's by its first word: an article that changes has a
part in few, and those of all others are joined as they were.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, repeat
from operator import add, floordiv, mod, mul
from typing import Generic, TypeVar
from zlib import crc32

from egov_timeline.search.columns import Lists, Numbers, Rows, read, read_texts, texts

# Fewer are joined anew for more that did not change; each takes its time in every build.
SHARDS = 256

# Between two strings stands what is no word.
BREAK = "\0"

# A row: keys, and the columns of their table; of how many pairs each is the first word, the second
# words, and the columns of the table of pairs.
_TABLE = 4
_PAIRS = 1 + _TABLE
_ALL = _PAIRS + 2 + _TABLE
_ROWS = Rows(_ALL)

K = TypeVar("K", bound=Hashable)
# What each entry has in each list; in the first is all that stands anywhere.
_Found = Sequence[Mapping[int, Collection[K]]]


@dataclass(frozen=True, slots=True)
class Postings:
    """How often keys are said, and in which entries they stand: so many, one after the other.

    In lists of facts few stand: "3.huế.5.7" in two entries, in the third of the lists.
    """

    keys: Sequence[str]
    said: Sequence[int]
    sizes: Sequence[int]
    places: Sequence[int]
    facts: Sequence[str]

    def anywhere(self) -> Iterator[tuple[str, int, int]]:
        """Yield each key, and where its entries begin and end among the places."""
        ends = [*accumulate(self.sizes, initial=0)]
        return zip(self.keys, ends, ends[1:], strict=False)

    def in_facts(self) -> Iterator[tuple[int, str, Iterable[int]]]:
        """Yield lists of facts, the keys in them, and the entries of each."""
        for fact in self.facts:
            number, key, *places = fact.split(".")
            yield int(number), key, map(int, places)


def rows(said: _Found[str], keys: _Found[str]) -> dict[int, bytes]:
    """Return what entries give to each shard, by what each has `said` and its `keys`, by lists."""
    every = {*chain.from_iterable(lists[0] for lists in keys)}
    shard_of = {key: crc32(key.encode()) % SHARDS for key in every}
    words = sorted(shard_of, key=lambda key: (shard_of[key], key))
    shards = [shard_of[word] for word in words]
    of_words = _Table(words, _times(said), keys, lambda key: (shard_of[key], key))
    pairs = _Pairs(words, said)
    of_pairs = _Table(pairs.all, pairs.times, pairs.said, lambda pair: pairs.called(pair, shards))
    found = {}
    for shard in dict.fromkeys(shards):
        start, end = bisect_left(shards, shard), bisect_right(shards, shard)
        first, last = pairs.between(start, end)
        found[shard] = _ROWS.row(
            texts(words[start:end]),
            *of_words.columns(shard, start, end),
            *pairs.columns(start, end),
            *of_pairs.columns(shard, first, last),
        )
    return found


def times(row: bytes) -> Iterator[tuple[str, int]]:
    """Yield the keys of a row, and how often each is said as a word."""
    keys, said = _ROWS.columns(row, 0, 2)
    return zip(read_texts(keys), read(said), strict=True)


def of_keys(row: bytes) -> Postings:
    """Return where the keys of a row stand."""
    keys, *table = _ROWS.columns(row, 0, _PAIRS)
    return _postings(read_texts(keys), *table)


def of_pairs(row: bytes) -> Postings:
    """Return where the pairs of a row stand."""
    keys, counts, seconds, *table = (
        *_ROWS.columns(row, 0, 1),
        *_ROWS.columns(row, _PAIRS, _ALL),
    )
    firsts = map(repeat, map("{}_".format, read_texts(keys)), read(counts))
    pairs = map(add, chain.from_iterable(firsts), read_texts(seconds))
    return _postings([*pairs], *table)


def _postings(
    keys: Sequence[str], said: bytes, sizes: bytes, places: bytes, facts: bytes
) -> Postings:
    return Postings(keys, read(said), read(sizes), read(places), read_texts(facts))


class _Table(Generic[K]):
    """Columns of what a stretch has, in the order of its shards."""

    def __init__(
        self,
        keys: Sequence[K],
        times: Mapping[K, int],
        found: _Found[K],
        called: Callable[[K], tuple[int, str]],
    ) -> None:
        places, *of_facts = _places(found)
        self._said = Numbers(map(times.__getitem__, keys))
        self._places = Lists([*map(places.__getitem__, keys)])
        facts = sorted(
            (*called(key), str(number), where)
            for number, of in enumerate(of_facts, 1)
            for key, where in of.items()
        )
        self._facts = defaultdict[int, list[str]](list)
        for shard, key, number, where in facts:
            if BREAK not in key:
                self._facts[shard].append(".".join((number, key, *map(str, where))))

    def columns(self, shard: int, start: int, end: int) -> Iterator[bytes]:
        """Yield the columns of a shard, whose keys are from `start` to before `end`."""
        yield self._said.column(start, end)
        yield from self._places.columns(start, end)
        yield texts(self._facts[shard])


class _Pairs:
    """The pairs of words that are said: each is one number, of its first word and its second.

    A break is no word: what stands beside it is no pair.
    """

    def __init__(self, words: Sequence[str], said: _Found[str]) -> None:
        self._words = [BREAK, *words]
        self._size = len(self._words)
        numbers = {word: number for number, word in enumerate(self._words)}
        self.said = [{of: self._of(run, numbers) for of, run in lists.items()} for lists in said]
        self.times = _times(self.said)
        ordered = sorted(self.times)
        self.all = [pair for pair in ordered if pair > self._size and pair % self._size]
        firsts = Counter(map(floordiv, self.all, repeat(self._size)))
        self._counts = Numbers(map(firsts.__getitem__, range(1, self._size)))

    def _of(self, run: Collection[str], numbers: Mapping[str, int]) -> list[int]:
        of_words = [*map(numbers.__getitem__, run)]
        return [*map(add, map(mul, of_words, repeat(self._size)), of_words[1:])]

    def called(self, pair: int, shards: Sequence[int]) -> tuple[int, str]:
        """Return the shard of a pair, by those of all words, and its text."""
        first, second = divmod(pair, self._size)
        return shards[first - 1], f"{self._words[first]}_{self._words[second]}"

    def between(self, start: int, end: int) -> tuple[int, int]:
        """Return where the pairs begin and end whose first words are from `start` to `end`."""
        first, last = (bisect_left(self.all, (n + 1) * self._size) for n in (start, end))
        return first, last

    def columns(self, start: int, end: int) -> tuple[bytes, bytes]:
        """Return of how many pairs each of these words is the first, and the second words."""
        first, last = self.between(start, end)
        seconds = map(mod, self.all[first:last], repeat(self._size))
        return self._counts.column(start, end), texts(map(self._words.__getitem__, seconds))


def _times(said: _Found[K]) -> Counter[K]:
    """Return how often what is said."""
    return Counter(chain.from_iterable(lists[0] for lists in said))


def _places(found: _Found[K]) -> list[dict[K, list[int]]]:
    """Return in which entries what stands, for each list."""
    lists = 1 + max((of for each in found for of in each), default=0)
    places: list[dict[K, list[int]]] = [{} for _ in range(lists)]
    for number, each in enumerate(found):
        for of, those in each.items():
            place = places[of].setdefault
            for key in {*those}:
                place(key, []).append(number)
    return places
