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


ALONE = Means()


def cut(items: Sequence[T], called: Callable[[T], str]) -> Iterator[Sequence[T]]:
    """Yield stretches of `items`, cut before what is `called` so that its name says so.

    Where one is put in or taken out, the others stay what they are.
    """
    start = 0
    for at, item in enumerate(items):
        begins = crc32(called(item).encode()) % STRETCH == 0
        if at > start and (begins or at - start == LONGEST):
            yield items[start:at]
            start = at
    if items:
        yield items[start:]
