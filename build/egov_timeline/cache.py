"""What was made before, by all that it was made of: a build that has the same again need not.

Keeps values under keys in one file, which may be deleted at any time. A key is made of content and
of code, so that no change of either finds an old value; what is damaged, or held by another build,
is not there. Values are read as data: a file that a stranger made runs nothing.
"""

from __future__ import annotations

import dataclasses
import io
import pickle
import sqlite3
import sys
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta, timezone
from enum import Enum
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, Self, TypeVar

Key = bytes
T = TypeVar("T")

_PACKAGE = Path(__file__).parent
_SIZE = 20  # bytes of a digest
_SELECT = "SELECT value FROM entries WHERE key = ?"
_INSERT = "INSERT OR REPLACE INTO entries VALUES (?, ?)"
_DELETE = "DELETE FROM entries WHERE key = ?"
_TABLE = "CREATE TABLE IF NOT EXISTS entries (key BLOB PRIMARY KEY, value BLOB)"
# What is put goes into the file once it is so many bytes.
_TOGETHER = 4_000_000
# The file may hold so many bytes for one that was asked for, until the others go.
_SPARE = 3
_PLAIN = {date, datetime, timedelta, timezone}


def key(*parts: str | bytes | Path) -> Key:
    """Return the key of all `parts`, in their order; of a file, its bytes."""
    digest = blake2b(digest_size=_SIZE)
    for part in parts:
        said = part.read_bytes() if isinstance(part, Path) else part
        said = said.encode("utf-8", "surrogatepass") if isinstance(said, str) else said
        digest.update(len(said).to_bytes(8))
        digest.update(said)
    return digest.digest()


def of_folders(folders: Iterable[Path]) -> Key:
    """Return the key of all files below `folders`, with their names."""
    parts: list[str | bytes | Path] = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.parent.name != "__pycache__":
                parts += (path.relative_to(folder).as_posix(), path)
    return key(*parts)


@cache
def code() -> Key:
    """Return the key of this package, of all libraries that are installed, and of Python."""
    libraries = {path.name for place in sys.path for path in Path(place).glob("*.dist-info")}
    return key(of_folders([_PACKAGE]), sys.version, *sorted(libraries))


class Cache:
    """Values by key, kept in the file `path`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._asked: dict[Key, int] = {}  # how long what was found under them is
        self._new: dict[Key, bytes] = {}
        self._size = 0
        self._file = _opened(path)

    def get(self, key: Key) -> Any:
        """Return what was put under `key`; None where nothing was, or it cannot be read."""
        row = (self._new[key],) if key in self._new else self._row(_SELECT, key)
        found = _read(row[0]) if row else None
        if found is not None:
            self._asked[key] = len(row[0])
        return found

    def put(self, key: Key, value: Any) -> None:
        """Keep `value`, made of plain data and of this package's own values."""
        if self._file is None:
            return
        said = pickle.dumps(value, 5)
        self._new[key] = blake2b(said, digest_size=_SIZE).digest() + said
        self._asked[key] = len(self._new[key])
        self._size += len(self._new[key])
        if self._size >= _TOGETHER:
            self.flush()

    def drop(self, keys: Iterable[Key]) -> None:
        """Forget what was put under `keys`."""
        self.flush()
        self._try(lambda file: self._change(file, _DELETE, [(key,) for key in keys]))

    def flush(self) -> None:
        """Write what was put; where another build is at it, that is not kept."""
        self._try(lambda file: self._change(file, _INSERT, list(self._new.items())))
        self._new.clear()
        self._size = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, failure: object, *_: object) -> None:
        self.close(done=failure is None)

    def close(self, *, done: bool = True) -> None:
        """Write what was put, and let go what nobody asks for any more once it is too much.

        Who is not `done`, because of an editor's slip, would have asked for more.
        """
        self.flush()
        if done:
            self._try(self._forget)
        if self._file is not None:
            self._file.close()
            self._file = None

    def _row(self, command: str, key: Key) -> Any:
        return self._try(lambda file: file.execute(command, (key,)).fetchone())

    def _try(self, do: Callable[[sqlite3.Connection], T]) -> T | None:
        """Return what `do` gives of the file; None where another build holds it, or it is none."""
        if self._file is None:
            return None
        try:
            return do(self._file)
        except sqlite3.OperationalError:
            return None
        except sqlite3.DatabaseError:
            # It is damaged; the next build makes it anew.
            self._file.close()
            self._file = None
            self._path.unlink(missing_ok=True)
            return None

    @staticmethod
    def _change(file: sqlite3.Connection, command: str, rows: list[Any]) -> None:
        with file:
            file.executemany(command, rows)

    def _forget(self, file: sqlite3.Connection) -> None:
        (held,) = file.execute("SELECT total(length(value)) FROM entries").fetchone()
        if not self._asked or held <= _SPARE * sum(self._asked.values()):
            return
        with file:
            file.execute("CREATE TEMP TABLE asked (key BLOB PRIMARY KEY)")
            file.executemany("INSERT INTO asked VALUES (?)", ((key,) for key in self._asked))
            file.execute("DELETE FROM entries WHERE key NOT IN (SELECT key FROM asked)")


def _opened(path: Path) -> sqlite3.Connection | None:
    """Return the file, made anew where it is none; None where there can be none."""
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            file = sqlite3.connect(path, timeout=0.2)
            # A build that is killed leaves the last whole state; only a machine that fails may not,
            # and then a value does not fit its digest.
            file.execute("PRAGMA synchronous = OFF")
            file.execute(_TABLE)
        except sqlite3.DatabaseError as err:
            if isinstance(err, sqlite3.OperationalError):
                return None  # held by another build, or no room
            file.close()
            path.unlink(missing_ok=True)
        except OSError:
            return None
        else:
            return file
    return None


def _read(kept: bytes) -> Any:
    said = kept[_SIZE:]
    if blake2b(said, digest_size=_SIZE).digest() != kept[:_SIZE]:
        return None
    try:
        return _Reader(io.BytesIO(said)).load()
    except Exception:
        # Whatever the bytes are, they are no value that was put here.
        return None


class _Reader(pickle.Unpickler):
    """Makes values of this package and plain data, and nothing that could do anything."""

    def find_class(self, module: str, name: str) -> Any:
        return _kind(module, name)


@cache
def _kind(module: str, name: str) -> type:
    found = pickle.Unpickler(io.BytesIO()).find_class(module, name) if _known(module) else None
    if isinstance(found, type) and (found in _PLAIN or _holds_values(found)):
        return found
    raise pickle.UnpicklingError(f"{module}.{name}")


def _holds_values(kind: type) -> bool:
    """Whether it is a dataclass, a named tuple or an enumeration, which do nothing when made."""
    named = issubclass(kind, tuple) and hasattr(kind, "_fields")
    return named or dataclasses.is_dataclass(kind) or issubclass(kind, Enum)


def _known(module: str) -> bool:
    return module == "datetime" or module.partition(".")[0] == __package__
