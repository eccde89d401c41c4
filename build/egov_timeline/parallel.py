"""Does one thing to many items at once: in processes of this machine, or on a Dask cluster.

The processes are forks: they have all that the caller has, and hand back results alone. Where a
system has no forks that can be relied on, and for a few items, everything is done in place. A
cluster is one that somebody runs: none is started here, and what goes there is pickled.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from functools import lru_cache, partial
from typing import Any, TypeVar

from egov_timeline import clibrary
from egov_timeline.errors import ProblemsFound, cause

T = TypeVar("T")
R = TypeVar("R")

# So many items are handed to a process at a time; what fewer batches hold is done before one is up.
BATCH = 25
_WORTH_IT = 4
# So many batches for each process may be done before somebody takes what comes of them.
_AHEAD = 4
_PATIENCE = "10s"
# So many more values than are let go, until garbage is looked for; Python's own 700 are for less.
_ALLOCATED = 50_000


def processors() -> int:
    """Return how many processes can run at once here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def each(
    do: Callable[[T], R],
    items: Sequence[T],
    jobs: int,
    cluster: str | None = None,
    *,
    batch: int = BATCH,
) -> Iterator[R]:
    """Yield `do(item)` for each item, in their order, from up to `jobs` processes.

    What `do` changes in memory is lost; what it writes to files is there. So many items as a
    `batch` go to a process at a time: one, where it is much work. With the address of a `cluster`,
    that does it. Raises ProblemsFound where it does not answer.
    """
    if cluster is not None:
        with _of_cluster(cluster) as executor:
            for results in executor.map(
                partial(_run_packed, pickle.dumps(do)), _batches(items, batch)
            ):
                yield from results
        return
    if jobs < 2 or len(items) < _WORTH_IT * batch or not _has_forks():
        yield from map(do, items)
        return
    batches = _batches(items, batch)
    # What is there already is not looked through for garbage again, here or in a fork.
    gc.freeze()
    try:
        with _pool(do, min(jobs, len(batches)), batches) as pool:
            for results in _in_turn(pool, _run, range(len(batches)), _AHEAD * jobs):
                yield from results
    finally:
        gc.unfreeze()


def in_threads(do: Callable[[T], R], items: Sequence[T], jobs: int) -> Iterator[R]:
    """Yield `do(item)` for each item, in their order, from up to `jobs` threads.

    For what lets go of Python while it works, as packing does; an item is worth the bother.
    """
    if jobs < 2 or len(items) < 2:
        yield from map(do, items)
        return
    with ThreadPoolExecutor(jobs) as pool:
        yield from _in_turn(pool, do, items, _AHEAD * jobs)


@contextmanager
def beside(do: Callable[[], object], size: int, jobs: int) -> Iterator[None]:
    """Have a process do what writes files while what stands under `with` is done here.

    With one job, without forks, or for so few items as the `size` says, it is done before. Raises
    what `do` raises, at the end.
    """
    if jobs < 2 or size < _WORTH_IT * BATCH or not _has_forks():
        do()
        yield
        return
    with _pool(lambda _: do(), 1, [[None]]) as pool:
        done = pool.submit(_run, 0)
        yield
        done.result()


@contextmanager
def seldom_swept() -> Iterator[None]:
    """Look for garbage seldom: what a build holds, it holds to its end."""
    before = gc.get_threshold()
    gc.set_threshold(_ALLOCATED, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _in_turn(pool: Executor, do: Callable[[T], R], items: Iterable[T], ahead: int) -> Iterator[R]:
    """Yield what comes of the items, a few `ahead` of who takes it and no more."""
    waiting = deque[Future[R]]()
    for item in items:
        waiting.append(pool.submit(do, item))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _batches(items: Sequence[T], size: int) -> list[Sequence[T]]:
    return [items[at : at + size] for at in range(0, len(items), size)]


def _has_forks() -> bool:
    # macOS has them, but not for programs that have used its own libraries.
    return "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"


def _pool(
    do: Callable[[Any], Any], jobs: int, batches: Sequence[Sequence[Any]]
) -> ProcessPoolExecutor:
    # What was let go goes back to the system: else the C library of Linux keeps much, in each fork.
    if trim := clibrary.function("malloc_trim"):
        trim(0)
    forks = multiprocessing.get_context("fork")
    return ProcessPoolExecutor(jobs, forks, initializer=_begin, initargs=(do, batches))


_do: Callable[[Any], Any]
_given: Sequence[Sequence[Any]]


def _begin(do: Callable[[Any], Any], batches: Sequence[Sequence[Any]]) -> None:
    # A fork has them: what is to be done is told by a number, and no item is packed.
    global _do, _given
    _do, _given = do, batches
    # Ctrl-C is for the one that started this, as is the end of a terminal; when that one is gone,
    # so is whom to work for.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _run(number: int) -> list[Any]:
    return [_do(item) for item in _given[number]]


def _run_packed(packed: bytes, batch: Sequence[Any]) -> list[Any]:
    do = _unpacked(packed)
    return [do(item) for item in batch]


@lru_cache(maxsize=2)  # what it carries, the vocabularies, is made ready once in each worker
def _unpacked(packed: bytes) -> Callable[[Any], Any]:
    do: Callable[[Any], Any] = pickle.loads(packed)
    return do


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
