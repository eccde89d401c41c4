"""One build at a time, and nothing left of those that were killed but what is nobody's business."""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from egov_timeline import cli, locks, pipeline, runs, site
from egov_timeline.errors import ProblemsFound
from project import PROJECT, copy_to

needs_forks = pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="has no forks to kill"
)


def killed(
    run: AbstractContextManager[Path | None], work: Callable[[Path], None] | None = None
) -> None:
    """Begin a run in another process, which is killed at its end."""

    def begin() -> None:
        with run as folder:
            if work and folder:
                work(folder)
            os.kill(os.getpid(), signal.SIGKILL)

    process = multiprocessing.get_context("fork").Process(target=begin)
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL


def test_a_second_build_is_told_who_runs_since_when(tmp_path: Path) -> None:
    with runs.alone(tmp_path):
        with pytest.raises(ProblemsFound) as caught, runs.alone(tmp_path, patience=0):
            pass
        (problem,) = caught.value.problems
        assert problem.where == str(tmp_path)
        assert re.fullmatch(
            r"đang có một lệnh khác dựng dự án này từ \d\d:\d\d ngày \d+/\d+/\d{4} "
            rf"\(tiến trình {os.getpid()} trên máy {socket.gethostname()}\)",
            problem.what,
        )
        assert problem.remedy
    with runs.alone(tmp_path, patience=0):
        pass


@pytest.mark.parametrize("said", ["", "[]", "{", '{"process": "x"}', '{"process": 7}', "\xff"])
def test_a_lock_that_says_nothing_sensible_is_told_all_the_same(tmp_path: Path, said: str) -> None:
    with runs.alone(tmp_path):
        (tmp_path / runs.LOCK).write_text(said, "latin-1")
        with pytest.raises(ProblemsFound, match="đang có một lệnh khác"), runs.alone(tmp_path, 0):
            pass


@needs_forks
def test_a_lock_of_a_killed_run_holds_nobody_up(tmp_path: Path) -> None:
    killed(runs.alone(tmp_path))
    with runs.alone(tmp_path, patience=0):
        pass


def test_a_lock_that_somebody_removed_is_held_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who opened it before, and holds it after, holds what nobody looks at."""
    opened = locks._opened
    removed = []

    def remove_once(path: Path) -> int:
        handle = opened(path)
        if not removed:
            removed.append(path.unlink())
        return handle

    monkeypatch.setattr(locks, "_opened", remove_once)
    held = locks.take(tmp_path / "lock")
    assert held
    assert locks.take(tmp_path / "lock") is None
    held.release()


def test_without_locks_a_build_goes_its_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> bool:
        raise OSError(37, "No locks available")

    monkeypatch.setattr(locks, "_locked", none)
    with (
        runs.alone(tmp_path),
        runs.alone(tmp_path),
        runs.scratch(tmp_path, runs.BUILD) as one,
        runs.scratch(tmp_path, runs.BUILD),
    ):
        assert one.exists()  # whether that run is over nobody can know
    assert not list(tmp_path.glob(".build-*"))


def make(folder: Path) -> None:
    (folder / "site/deep").mkdir(parents=True)
    (folder / "site/deep/index.html").write_text("")
    (folder / "link").symlink_to(folder.parent)
    (folder / "x.zip").write_text("")


@needs_forks
@pytest.mark.parametrize("prefix", [runs.BUILD, runs.ADD, runs.SIGN])
def test_what_killed_runs_left_goes_with_the_next(tmp_path: Path, prefix: str) -> None:
    killed(runs.scratch(tmp_path, prefix), make)
    (tmp_path / ".build-abcdefgh").mkdir()  # killed before it was marked
    assert len(list(tmp_path.iterdir())) == 2
    with runs.scratch(tmp_path, runs.ADD) as now:
        assert list(tmp_path.iterdir()) == [now]
    assert list(tmp_path.iterdir()) == []


def unmarked(root: Path) -> None:
    make(root / ".build-abcdefgh")


def named_otherwise(root: Path) -> None:
    for name in (".build-old", ".build-ABCDEFGH", ".building-abcdefgh", "build-abcdefgh", ".add-x"):
        make(root / name)
        (root / name / "owner").write_text("")


def a_link(root: Path) -> None:
    make(root / "elsewhere")
    (root / "elsewhere/owner").write_text("")
    (root / ".build-abcdefgh").symlink_to("elsewhere")


def a_file(root: Path) -> None:
    (root / ".build-abcdefgh").write_text("")


def leading_elsewhere(root: Path) -> None:
    make(root / ".build-abcdefgh")
    (root / ".build-abcdefgh/owner").write_text("")
    (root / ".build-abcdefgh/journal.json").write_text('[{"target": "../x"}]')


@pytest.mark.parametrize(
    "put", [unmarked, named_otherwise, a_link, a_file, leading_elsewhere], ids=lambda f: f.__name__
)
def test_what_is_not_surely_a_run_s_stays(tmp_path: Path, put: Callable[[Path], None]) -> None:
    put(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    with runs.scratch(tmp_path, runs.BUILD):
        pass
    assert sorted(tmp_path.rglob("*")) == before


def test_what_runs_beside_is_left_alone(tmp_path: Path) -> None:
    with runs.scratch(tmp_path, runs.ADD) as one:
        make(one)
        with runs.scratch(tmp_path, runs.BUILD):
            pass
        assert (one / "site/deep/index.html").exists()


ASKED = """\
import os, signal
from egov_timeline import cli, site

site.build = lambda *_, **__: [os.kill(os.getpid(), number) for number in ({numbers})]
cli.app()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="Windows has no signal that asks to end")
@pytest.mark.parametrize(
    ("numbers", "ends"),
    [
        ([signal.SIGHUP], 128 + 1),
        ([signal.SIGTERM, signal.SIGHUP], 128 + 15),
        ([signal.SIGHUP] * 2, 129),
    ],
)
def test_a_build_whose_terminal_is_closed_leaves_nothing_behind(
    tmp_path: Path, numbers: list[signal.Signals], ends: int
) -> None:
    copy_to(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    said = ", ".join(str(int(number)) for number in numbers)
    done = subprocess.run(
        [sys.executable, "-c", ASKED.format(numbers=f"{said},"), "build", "--root", tmp_path],
        env=os.environ | {"PYTHONPATH": str(PROJECT / "build")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == ends, done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(path for path in tmp_path.rglob("*") if ".cache" not in path.parts) == before


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="Windows has no such signal")
def test_a_run_that_is_to_outlive_its_terminal_does() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with cli.terminal.ending_in_order():
            os.kill(os.getpid(), signal.SIGHUP)
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_a_port_that_is_taken_is_told_before_anything_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[Path] = []
    monkeypatch.setattr(pipeline, "build", lambda root, **_: built.append(root))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ProblemsFound, match=f"cổng {port}: đang bận .* --port"):
            pipeline.serve(tmp_path, port, lambda _: None)
    assert built == []


def test_a_port_is_held_while_the_site_is_built(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    refused: list[str] = []

    def build() -> None:
        with pytest.raises(ProblemsFound) as caught:
            site.serve(tmp_path, [], list, list, port)
        refused.append(str(caught.value))
        raise KeyboardInterrupt

    site.serve(tmp_path, [], build, list, port)
    (told,) = refused
    assert told.startswith(f"cổng {port}: đang bận")
