"""Does one thing to each of many items, once: what was done before is taken from the cache.

Turns items and their keys into results, in their order; what is missing is made in several
processes and kept. An item that has no key of its own content must not come here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from egov_timeline import parallel
from egov_timeline.cache import Cache, Key

T = TypeVar("T")


def each(
    do: Callable[[T], Any],
    items: Sequence[T],
    keys: Sequence[Key],
    kept: Cache,
    jobs: int,
    batch: int = parallel.BATCH,
) -> list[Any]:
    """Return `do(item)` for each item, in up to `jobs` processes, as it is kept under its key.

    So many items as a `batch` are done by one process at a time.
    """
    found = [kept.get(key) for key in keys]
    missing = [place for place, result in enumerate(found) if result is None]
    new = parallel.each(do, [items[place] for place in missing], jobs, batch=batch)
    for place, result in zip(missing, new, strict=True):
        found[place] = result
        kept.put(keys[place], result)
    return found
