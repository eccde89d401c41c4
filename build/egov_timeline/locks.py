"""Holds a file for one process, and says who holds it.

The system itself lets go of the file when the process ends, however it ends: no lock is ever stale.
Where a file system has no locks, that is an error of it, never a lock.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

# Windows keeps others from reading what is locked: that is a byte where nothing is written.
_FAR = 1 << 30
_HELD = {errno.EAGAIN, errno.EACCES, errno.EWOULDBLOCK}


class Lock:
    """A file that this process holds, with its forks, until it lets go."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def note(self, said: str) -> None:
        """Write into the file who holds it; for people, so that it need not succeed."""
        with suppress(OSError):
            os.ftruncate(self._handle, 0)
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, said.encode("utf-8"))

    def release(self) -> None:
        """Let go of the file, which tells of nobody then."""
        self.note("")
        os.close(self._handle)


def take(path: Path) -> Lock | None:
    """Hold the file `path`, made if need be; None where another process does.

    Raises OSError where there can be no such file, or no lock of it.
    """
    while True:
        handle = _opened(path)
        held = False
        try:
            # Somebody may have removed it before it was held; then others would hold another one.
            if not _locked(handle) or (held := _is_same(handle, path)):
                return Lock(handle) if held else None
        finally:
            if not held:
                os.close(handle)


def _opened(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except PermissionError:
        # It is another user's: to hold it is enough to read it.
        return os.open(path, os.O_RDONLY)


if sys.platform == "win32":
    import msvcrt

    def _locked(handle: int) -> bool:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as err:
            return _refused(err)
        return True
else:
    import fcntl

    def _locked(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as err:
            return _refused(err)
        return True


def _refused(err: OSError) -> bool:
    if err.errno in _HELD:
        return False
    raise err


def _is_same(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False
