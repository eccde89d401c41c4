"""What a run has to itself: the project, as long as it builds, and a folder for what it makes.

A second run is told who runs, and since when. The folders of runs that were killed are removed by
the next, after what they began to publish is undone; a folder that no run marked as its own stays.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from egov_timeline import locks, transaction
from egov_timeline.errors import ProblemsFound
from egov_timeline.locks import Lock

LOCK = Path(".cache/egov-timeline/lock")
BUILD, ADD, SIGN = ".build-", ".add-", ".sign-"
# By this file a folder is a run's: who holds it, runs.
_OWNER = "owner"
_FOLDER = re.compile(r"\.(build|add|sign)-[a-z0-9_]{8}")
# A run that was killed has forks that need a moment to see it.
PATIENCE = 2.0
_AGAIN = 0.05


@contextmanager
def alone(root: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Build in the project at `root` while no other run does; wait for it so many seconds.

    Raises ProblemsFound, with who it is. Where the file system has no locks, none is held.
    """
    held = _taken(root / LOCK, patience, root)
    try:
        yield
    finally:
        if held:
            held.release()


def _taken(path: Path, patience: float, root: Path) -> Lock | None:
    end = time.monotonic() + patience
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        while (held := locks.take(path)) is None:
            if time.monotonic() >= end:
                raise _is_busy(root, path)
            time.sleep(_AGAIN)
        held.note(json.dumps({"process": os.getpid(), "host": socket.gethostname()}))
        return held
    return None


def _is_busy(root: Path, path: Path) -> ProblemsFound:
    who, since = "", ""
    with suppress(OSError, ValueError, KeyError, TypeError):
        moment = datetime.fromtimestamp(path.stat().st_mtime)
        since = f" từ {moment:%H:%M} ngày {moment.day}/{moment.month}/{moment.year}"
        told = json.loads(path.read_text("utf-8"))
        who = f" (tiến trình {int(told['process'])} trên máy {str(told['host'])[:80]})"
    what = f"đang có một lệnh khác dựng dự án này{since}{who}"
    return ProblemsFound.one(str(root), what, "Đợi lệnh ấy xong, hoặc dừng nó, rồi chạy lại.")


@contextmanager
def scratch(root: Path, prefix: str) -> Iterator[Path]:
    """Give a folder in the project's that is gone when the run is over, however it ends."""
    for folder in root.glob(".*-*"):
        if _FOLDER.fullmatch(folder.name) and folder.is_dir() and not folder.is_symlink():
            _remove_left_over(folder)
    folder, owner = _own(root, prefix)
    try:
        yield folder
    finally:
        _end(folder, owner)


def _own(root: Path, prefix: str) -> tuple[Path, Lock | None]:
    """Make a folder and mark it; another run may take it for one left over until it is marked."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=prefix, dir=root))
        try:
            if owner := locks.take(folder / _OWNER):
                return folder, owner
        except FileNotFoundError:
            continue
        except OSError:
            return folder, None


def _remove_left_over(folder: Path) -> None:
    """Remove the folder of a run that is over, as far as that can be known."""
    with suppress(OSError):
        if not (folder / _OWNER).is_file():
            folder.rmdir()  # the run was killed before it put anything there; or it is not one's
        elif owner := locks.take(folder / _OWNER):
            _end(folder, owner)


def _end(folder: Path, owner: Lock | None) -> None:
    """Remove a run's folder, its mark last, unless what it has is needed to undo something."""
    with suppress(OSError):
        if transaction.undo(folder):
            for path in folder.iterdir():
                if path.is_dir() and not path.is_symlink():
                    shutil.rmtree(path)
                elif path.name != _OWNER:
                    path.unlink()
    if owner:
        owner.release()
    with suppress(OSError):
        if {path.name for path in folder.iterdir()} <= {_OWNER}:
            (folder / _OWNER).unlink(missing_ok=True)
            folder.rmdir()
