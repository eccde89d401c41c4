"""Does one thing to each of many items, once: what was done before is taken from the cache.

Turns items and what each is made of into results, in their order; what is missing is made in
several processes and kept. A long list goes in stretches, so that little is looked up one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from zlib import crc32

from egov_timeline import cache, parallel
from egov_timeline.cache import Cache, Key

T = TypeVar("T")

# About so many items make a stretch; fewer are made anew with one that changes.
STRETCH = 128
# None has more, whatever its items are called.
LONGEST = 1 << 12


@dataclass(frozen=True, slots=True)
class Means:
    """What may be used: so many processes, and what was kept; `common` is the key of all items."""

    jobs: int = 1
    kept: Cache | None = None
    common: Key = b""

    def each(
        self,
        do: Callable[[T], Any],
        items: Sequence[T],
        name: str,
        made_of: Callable[[T], Iterable[str]],
        *,
        batch: int = parallel.BATCH,
    ) -> list[Any]:
        """Return `do(item)` for each item, as it is kept under `name` and what it is `made_of`.

        So many items as a `batch` are done by one process at a time.
        """
        kept = self.kept
        if kept is None:
            return [*parallel.each(do, items, self.jobs, batch=batch)]
        keys = [cache.key(name, self.common, *made_of(item)) for item in items]
        found = [kept.get(key) for key in keys]
        missing = [place for place, result in enumerate(found) if result is None]
        wanted = [items[place] for place in missing]
        new = parallel.each(do, wanted, self.jobs, batch=batch)
        for place, result in zip(missing, new, strict=True):
            found[place] = result
            kept.put(keys[place], result)
        return found

    def stretches(
        self,
        do: Callable[[Sequence[T]], Any],
        items: Sequence[T],
        name: str,
        called: Callable[[T], str],
        made_of: Callable[[T], str],
    ) -> list[Any]:
        """Return `do(stretch)` for each stretch of `items`, `cut` by what they are `called`."""
        cuts = [*cut(items, called)]
        return self.each(do, cuts, name, lambda stretch: map(made_of, stretch), batch=1)

    def together(
        self,
        do: Callable[[T], Any],
        items: Sequence[T],
        name: str,
        called: Callable[[T], str],
        made_of: Callable[[T], Iterable[str]],
        lasting: Callable[[Any], bool] = lambda _: True,
    ) -> list[Any]:
        """Return `do(item)` for each item, as `each` does; what is not `lasting` is not kept.

        For many small results: those of a stretch stand in one place, each under what its item is
        made of, and none is made anew with another.
        """
        kept = self.kept
        if kept is None:
            return [*parallel.each(do, items, self.jobs)]
        shelves = [
            _Shelf(kept, cache.key("shelf", name, called(stretch[0]) if at else ""), stretch, keys)
            for at, stretch in enumerate(cut(items, called))
            for keys in [[cache.key(name, self.common, *made_of(item)) for item in stretch]]
        ]
        missing = [item for shelf in shelves for item in shelf.missing()]
        new = parallel.each(do, missing, self.jobs)
        found = [result for shelf in shelves for result in shelf.filled(new, lasting)]
        return [*found, *new]  # nothing more is new: it ends what it began


class _Shelf:
    """What is kept of a stretch, at a place that is found again after others have changed."""

    def __init__(self, kept: Cache, place: Key, items: Sequence[Any], keys: Sequence[Key]) -> None:
        self._kept, self._place, self._items, self._keys = kept, place, items, keys
        known = kept.get(place)
        self._known: dict[Key, Any] = known if isinstance(known, dict) else {}

    def missing(self) -> Iterator[Any]:
        """Yield the items of which nothing is kept."""
        for item, key in zip(self._items, self._keys, strict=True):
            if key not in self._known:
                yield item

    def filled(self, new: Iterator[Any], lasting: Callable[[Any], bool]) -> list[Any]:
        """Return what comes of all items, the `new` results of those that were missing put in."""
        found = [self._known[k] if k in self._known else next(new) for k in self._keys]
        shelf = {k: one for k, one in zip(self._keys, found, strict=True) if lasting(one)}
        if shelf.keys() != self._known.keys():
            self._kept.put(self._place, shelf)
        return found


ALONE = Means()


def cut(
    items: Sequence[T], called: Callable[[T], str], about: int | None = None
) -> Iterator[Sequence[T]]:
    """Yield stretches of `items`, cut before what is `called` so that its name says so.

    Where one is put in or taken out, the others stay what they are. `about` so many make a stretch.
    """
    start, size = 0, about or STRETCH
    for at, item in enumerate(items):
        begins = crc32(called(item).encode()) % size == 0
        if at > start and (begins or at - start == LONGEST):
            yield items[start:at]
            start = at
    if items:
        yield items[start:]
