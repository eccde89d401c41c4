"""Where work on many things is done: here, in processes of this machine, or on a Dask cluster.

Turns a function and its items into results, in the order of the items, by any executor of
`concurrent.futures`. It starts no cluster and keeps none: who runs one gives its address.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from functools import lru_cache, partial
from typing import Any, TypeVar

from egov_timeline.errors import ProblemsFound, cause

T = TypeVar("T")
R = TypeVar("R")

# Fewer are done before a process has come up, and so many go out at once.
_WORTH_IT = 100
_BATCH = 25
_PATIENCE = "10s"


def each(do: Callable[[T], R], items: Sequence[T], executor: Executor | None) -> Iterator[R]:
    """Yield `do(item)` for each item, in their order; in this process where there is no executor.

    Elsewhere what `do` changes is lost: its result is all that comes back.
    """
    if executor is None:
        yield from map(do, items)
        return
    batches = [items[at : at + _BATCH] for at in range(0, len(items), _BATCH)]
    for results in executor.map(partial(_all, pickle.dumps(do)), batches):
        yield from results


def _all(packed: bytes, items: Sequence[Any]) -> list[Any]:
    do = _unpacked(packed)
    return [do(item) for item in items]


@lru_cache(maxsize=2)  # what it carries, the vocabularies, is made ready once in each process
def _unpacked(packed: bytes) -> Callable[[Any], Any]:
    do: Callable[[Any], Any] = pickle.loads(packed)
    return do


@contextmanager
def executing(count: int, cluster: str | None = None) -> Iterator[Executor | None]:
    """Give an executor for `count` things: that of a cluster, processes here, or None for a few."""
    jobs = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if cluster is not None:
        with _of_cluster(cluster) as executor:
            yield executor
    elif jobs > 1 and count >= _WORTH_IT:
        with ProcessPoolExecutor(jobs) as executor:
            yield executor
    else:
        yield None


@contextmanager
def _of_cluster(address: str) -> Iterator[Executor]:
    where = f"--cluster {address}"
    try:
        from distributed import Client
    except ImportError as err:
        remedy = "Cài thêm: pip install 'egov-timeline[cluster]'."
        raise ProblemsFound.one(where, "chưa cài Dask", remedy) from err
    try:
        client = Client(address, timeout=_PATIENCE)
    except (OSError, ValueError) as err:
        told = cause(err) if isinstance(err, OSError) else str(err)
        remedy = "Xem dask-scheduler đã chạy chưa, địa chỉ có đúng không: tcp://máy:8786."
        raise ProblemsFound.one(where, f"không nối được tới cụm máy ({told})", remedy) from err
    with client:
        yield client.get_executor()
