"""Join what stretches of entries have to say into two tables, of words and of pairs of words.

It is done shard by shard (`join`). What a shard gave is kept, and taken where every stretch gives
to it what it gave before, if by all that is said its pairs of words still belong together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import accumulate, pairwise

from egov_timeline import cache, parallel
from egov_timeline.once import Means
from egov_timeline.search.columns import Numbers, read, read_texts
from egov_timeline.search.join import Joined, Lists, Rows, Said, Written, join, times
from egov_timeline.search.stretches import LISTS, Stretch

# So many shards are joined by one process at a time.
_BATCH = 4


class Table:
    """Where keys stand; what each of them is without diacritics, and how much is written of it."""

    def __init__(self, written: Iterable[Written] = ()) -> None:
        self.lists: Lists = [{} for _ in range(LISTS)]
        self.plain: list[str] = []
        self.sizes: list[int] = []
        for each in written:
            for found, more in zip(self.lists, each.lists, strict=True):
                found |= more
            self.plain += read_texts(each.plain)
            self.sizes += read(each.sizes)


class Index:
    """Where words stand, and pairs of words; those of `terms` however common their words are."""

    def __init__(
        self, stretches: Sequence[Stretch], terms: Iterable[Sequence[str]], means: Means
    ) -> None:
        in_terms = frozenset(f"{a}_{b}" for run in terms for a, b in pairwise(run))
        joined = _joined(_rows(stretches), in_terms, means)
        self.words = Table(each.words for each in joined)
        self.pairs = Table(each.pairs for each in joined)
        self.counts = [count for each in joined for count in read(each.counts)]


def _joined(rows: Sequence[Rows], terms: frozenset[str], means: Means) -> list[Joined]:
    """Return what all shards give, as far as can be as it was kept."""
    kept, common = means.kept, cache.key("shard", means.common, *sorted(terms))
    keys = [cache.key(common, *_made_of(each)) for each in rows]
    found: list[Joined | None] = [kept.get(key) if kept else None for key in keys]
    of_all = dict[str, int]()
    for each, joined in zip(rows, found, strict=True):
        of_all |= joined.said() if joined else times(each)
    said = Said(of_all, sum(of_all.values()), terms)
    missing = [n for n, joined in enumerate(found) if not (joined and joined.fits(said))]
    new = parallel.each(partial(_join, said, rows), missing, means.jobs, batch=_BATCH)
    for number, joined in zip(missing, new, strict=True):
        found[number] = joined
        if kept:
            kept.put(keys[number], joined)
    return [joined for joined in found if joined]


def _join(said: Said, rows: Sequence[Rows], number: int) -> Joined:
    return join(said, rows[number])


def _rows(stretches: Sequence[Stretch]) -> list[Rows]:
    """Return what stretches give to each shard."""
    found = defaultdict[int, list[tuple[int, bytes]]](list)
    begins = accumulate((each.size for each in stretches), initial=0)
    for begin, each in zip(begins, stretches, strict=False):
        for shard, row in each.shards.items():
            found[shard].append((begin, row))
    return [*found.values()]


def _made_of(rows: Rows) -> tuple[bytes, ...]:
    begins, said = zip(*rows, strict=True)
    return Numbers(begins).column(), Numbers(map(len, said)).column(), b"".join(said)
