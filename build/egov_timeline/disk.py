"""What Python's own library does not offer of a disk: two folders change places in one step, and
all that was written is there for good; the names of all files of a folder, at once; a file that is
another's, or as good as that.

Turns calls of Linux into functions. Where a system has none, callers are told, or less is certain.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from egov_timeline import clibrary

# linux/fcntl.h, linux/fs.h
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def names(folder: str | Path, *, followlinks: bool = False, hidden: bool = True) -> Iterator[str]:
    """Yield the paths below `folder` of all files in it, with slashes, in no order.

    As strings: of tens of thousands, to make a `Path` of each takes its time. Without what is
    `hidden`, folders are passed by whose names begin with a dot.
    """
    top = len(os.fspath(folder)) + 1
    for below, inside, some in os.walk(folder, followlinks=followlinks):
        if not hidden:
            inside[:] = (name for name in inside if not name.startswith("."))
        inner = f"{below[top:].replace(os.sep, '/')}/" if len(below) > top else ""
        yield from (inner + name for name in some)


def link(source: str | Path, target: str | Path) -> None:
    """Let `target` be the file `source`, to be read and not to be changed there."""
    try:
        os.link(source, target)
        return
    except OSError:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        Path(target).unlink(missing_ok=True)
    try:
        os.link(source, target)
    except OSError:
        # Not every file system can.
        shutil.copyfile(source, target)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places at once; return whether that was done.

    No mount, no network file system and no system but Linux does it.
    """
    call = clibrary.function("renameat2")
    if call is None:
        return False
    paths = (os.fsencode(path.absolute()) for path in (one, other))
    return bool(call(_AT_FDCWD, next(paths), _AT_FDCWD, next(paths), _RENAME_EXCHANGE) == 0)


def settle(folder: Path) -> None:
    """Return when all that was written to the file system of `folder` is on its disk.

    One call for any number of files: to ask for each by itself takes a hundred times as long.
    """
    call = clibrary.function("syncfs")
    if call is None:
        if hasattr(os, "sync"):
            os.sync()
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        call(handle)
    finally:
        os.close(handle)
