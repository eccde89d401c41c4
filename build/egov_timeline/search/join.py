"""Join what stretches of entries have to say in one shard: words, and pairs of words.

Turns it into one list of entries for each key, in each list of facts and anywhere, as it is
written. Of pairs those are kept that stand together for a reason, not by chance.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, repeat
from operator import ge, mul

from egov_timeline.search import shards
from egov_timeline.search.columns import Numbers, read, read_texts, texts
from egov_timeline.search.postings import ascending
from egov_timeline.search.shards import Postings
from egov_timeline.search.stretches import ANYWHERE, LISTS
from egov_timeline.search.words import folded

# Two words stand together for a reason, not by chance: in so many entries, and so many times as
# often as chance would have it. What is rarer is seen when the text is loaded; and the list of all
# pairs would be three times as large as that of the words.
_PAIR_ENTRIES = 3
_PAIR_LIFT = 10

# The entries of each key, as they are written, for each list.
Lists = Sequence[dict[str, str]]
# What stretches give to a shard, with the number of each stretch's first entry.
Rows = Sequence[tuple[int, bytes]]
# By the first word of pairs their second words, and how often each pair is said.
_Pairs = Mapping[str, tuple[bytes, bytes]]
# The entries of each key, for each list.
_Places = Sequence[Mapping[str, Sequence[int]]]


@dataclass(frozen=True, slots=True)
class Written:
    """Where keys stand; what each of them is without diacritics, and how much is written of it."""

    lists: Lists
    plain: bytes
    sizes: bytes


@dataclass(frozen=True, slots=True)
class Joined:
    """What a shard gives: its words and pairs; how often words are said, in how many entries.

    Which of the pairs that may belong together do so is told by others too: by all that is said.
    """

    words: Written
    times: bytes
    counts: bytes
    may_belong: _Pairs
    belong: bytes
    pairs: Written

    def said(self) -> Iterator[tuple[str, int]]:
        """Yield how often each word is said."""
        return zip(self.words.lists[ANYWHERE], read(self.times), strict=True)

    def fits(self, said: Said) -> bool:
        """Return whether by all that is `said` the same pairs belong together."""
        return self.belong == said.belonging(self.may_belong)


@dataclass(frozen=True, slots=True)
class Said:
    """How often each word is said, and all are; the pairs of words that are kept in any case."""

    times: Mapping[str, int]
    total: int
    terms: frozenset[str]

    def belonging(self, pairs: _Pairs) -> bytes:
        """Return of each pair whether it is said oftener than by chance: 1, or else 0."""
        found = bytearray()
        for first, (seconds, said) in pairs.items():
            by_chance = _PAIR_LIFT * self.times[first]
            times = map(self.times.__getitem__, read_texts(seconds))
            expected = map(mul, times, repeat(by_chance))
            found += bytes(map(ge, map(mul, read(said), repeat(self.total)), expected))
        return bytes(found)


def times(rows: Rows) -> Mapping[str, int]:
    """Return how often each word of a shard is said."""
    found = Counter[str]()
    for _, row in rows:
        for key, n in shards.times(row):
            found[key] += n
    return found


def join(said: Said, rows: Rows) -> Joined:
    """Return what a shard gives, by what stretches give to it and by all that is `said`."""
    words = _places([(begin, shards.of_keys(row)) for begin, row in rows])
    may_belong, belong, pairs = _pairs(said, [(begin, shards.of_pairs(row)) for begin, row in rows])
    return Joined(
        written(words),
        Numbers(map(said.times.__getitem__, words[ANYWHERE])).column(),
        Numbers(map(len, words[ANYWHERE].values())).column(),
        may_belong,
        belong,
        written(pairs),
    )


def _pairs(said: Said, stretches: Sequence[tuple[int, Postings]]) -> tuple[_Pairs, bytes, _Places]:
    """Return which pairs may belong together, which of them do, and where what is kept stands."""
    may_belong = _frequent(stretches)
    belong = said.belonging(may_belong)
    wanted = said.terms | {*compress(_keys(may_belong), belong)}
    found = _places(stretches, wanted)
    several = {pair for pair, of in found[ANYWHERE].items() if len(of) >= _PAIR_ENTRIES}
    kept = several | said.terms
    places = [{pair: of for pair, of in each.items() if pair in kept} for each in found]
    return may_belong, belong, places


def _frequent(stretches: Iterable[tuple[int, Postings]]) -> _Pairs:
    """Return the pairs that are said often enough, by their first words."""
    times = Counter[str]()
    for _, of in stretches:
        times.update(of.keys)
        again = map((1).__lt__, of.said)
        for pair, n in compress(zip(of.keys, of.said, strict=True), again):
            times[pair] += n - 1
    found = defaultdict[str, dict[str, int]](dict)
    for pair, n in times.items():
        if n >= _PAIR_ENTRIES:
            first, _, second = pair.partition("_")
            found[first][second] = n
    return {first: (texts(of), Numbers(of.values()).column()) for first, of in found.items()}


def _keys(pairs: _Pairs) -> Iterator[str]:
    for first, (seconds, _) in pairs.items():
        yield from (f"{first}_{second}" for second in read_texts(seconds))


def _places(
    stretches: Iterable[tuple[int, Postings]], wanted: Collection[str] | None = None
) -> _Places:
    """Return the entries of all keys, or of those that are `wanted`, by the numbers of all."""
    found = [defaultdict[str, list[int]](list) for _ in range(LISTS)]
    anywhere = found[ANYWHERE]
    for begin, of in stretches:
        keys, places = of.anywhere(), [*map(begin.__add__, of.places)]
        if wanted is not None:
            keys = compress(keys, map(wanted.__contains__, of.keys))
        for key, start, end in keys:
            if end - start == 1:  # as of most pairs, and faster
                anywhere[key].append(places[start])
            else:
                anywhere[key].extend(places[start:end])
        for number, key, those in of.in_facts():
            if wanted is None or key in wanted:
                found[number][key] += map(begin.__add__, those)
    return found


def written(places: _Places) -> Written:
    """Return keys as they are written, by the entries of each, for each list."""
    lists = [{key: ascending(of) for key, of in found.items()} for found in places]
    sizes = {key: len(key) for key in lists[ANYWHERE]}
    for found in lists:
        for key, written in found.items():
            sizes[key] += len(written)
    plain = ("_".join(map(folded, key.split("_"))) for key in sizes)
    return Written(lists, texts(plain), Numbers(sizes.values()).column())
