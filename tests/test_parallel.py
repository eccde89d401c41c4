"""Several processes do what one does, in the same order, and end with the one that started them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from egov_timeline import clibrary, parallel

ITEMS = range(300)


def double(item: int) -> int:
    return 2 * item


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 99, 100, 101, 300])
def test_results_come_in_the_order_of_the_items(jobs: int, count: int) -> None:
    items = list(ITEMS)[:count]
    assert list(parallel.each(double, items, jobs)) == [2 * item for item in items]
    assert list(parallel.in_threads(double, items, jobs)) == [2 * item for item in items]


def where(_: int) -> int:
    return os.getpid()


needs_forks = pytest.mark.skipif(not parallel._has_forks(), reason="has no forks")


@needs_forks
def test_many_items_are_done_elsewhere_and_a_few_in_place() -> None:
    assert os.getpid() not in set(parallel.each(where, ITEMS, 2))
    assert set(parallel.each(where, ITEMS[:5], 2)) == {os.getpid()}
    assert set(parallel.each(where, ITEMS, 1)) == {os.getpid()}


@needs_forks
def test_what_was_let_go_is_given_back_before_there_are_forks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: list[int] = []
    monkeypatch.setattr(clibrary, "function", {"malloc_trim": given.append}.get)
    assert len([*parallel.each(double, ITEMS[:5], 2)]) == 5 and given == []
    assert len([*parallel.each(double, ITEMS, 2)]) == 300 and given == [0]
    monkeypatch.setattr(clibrary, "function", {}.get)  # as where the library has no such call
    assert len([*parallel.each(double, ITEMS, 2)]) == 300


@pytest.mark.parametrize("each", [partial(parallel.each, batch=1), parallel.in_threads])
def test_little_is_done_ahead_of_who_takes_it(
    tmp_path: Path, each: Callable[..., Iterator[None]]
) -> None:
    results = each(lambda item: (tmp_path / str(item)).touch(), range(600), jobs=2)
    next(results)
    assert len([*tmp_path.iterdir()]) < 30
    assert len([*results]) == 599


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("size", [1, 300])
def test_something_is_done_beside_something_else(tmp_path: Path, size: int, jobs: int) -> None:
    with parallel.beside(lambda: (tmp_path / "a").write_text("done"), size, jobs):
        (tmp_path / "b").write_text("done here")
    assert {path.name for path in tmp_path.iterdir()} == {"a", "b"}


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_goes_wrong_beside_is_raised(jobs: int) -> None:
    def refuse() -> None:
        raise ValueError("refused")

    with pytest.raises(ValueError, match="refused"), parallel.beside(refuse, 300, jobs):
        pass


@needs_forks
def test_a_fork_has_what_the_caller_has() -> None:
    there = {"a": object()}
    assert all(parallel.each(lambda _: "a" in there, ITEMS, 2))


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_goes_wrong_with_an_item_is_raised_here(jobs: int) -> None:
    def refuse(item: int) -> None:
        raise ValueError(f"refused {item}")

    for each in (parallel.each, parallel.in_threads):
        with pytest.raises(ValueError, match="refused 0"):
            list(each(refuse, ITEMS, jobs))


@needs_forks
def test_a_process_that_is_killed_is_an_error_and_no_endless_wait() -> None:
    def die(item: int) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(RuntimeError):
        list(parallel.each(die, ITEMS, 2))


ABANDONED = """\
import os, signal
from egov_timeline import parallel

def work(item):
    print(os.getpid(), flush=True)
    if item:
        os.kill(os.getppid(), signal.SIGKILL)
    signal.pause()

list(parallel.each(work, range(200), 2))
"""


@needs_forks
def test_no_process_outlives_the_one_that_started_it() -> None:
    """The pipe that all of them hold ends with the last."""
    with subprocess.Popen(
        [sys.executable, "-c", ABANDONED],
        env=os.environ | {"PYTHONPATH": str(Path(parallel.__file__).parents[1])},
        stdout=subprocess.PIPE,
    ) as parent:
        said, _ = parent.communicate(timeout=30)
    assert said.split()
