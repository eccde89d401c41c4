"""Opens what is to be verified: a zip, a folder, or the address of a site.

Turns each into names and the bytes behind them. All of it comes from strangers: nothing is
unpacked to disk, a name that leads elsewhere is refused, and number, size and time have bounds,
whatever the zip or the server says of itself.
"""

from __future__ import annotations

import time
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

from egov_timeline import manifest
from egov_timeline.errors import Problem, ProblemsFound
from egov_timeline.files import read_bytes
from egov_timeline.intake import web

MOST_FILES = 200_000
MOST_BYTES = 4_000_000_000
MOST_OF_FILE = 500_000_000
# Seconds that a site may take to hand over all that it lists.
LONGEST = 1800.0

_AT_ONCE = 8
_AGAIN = "Tải lại từ nơi đăng."
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError),
    *(RuntimeError, ValueError, OSError),
)


@dataclass(frozen=True, slots=True)
class Holding:
    """Files by name: `read` gives the bytes of one, or raises ProblemsFound.

    `names` is None where nobody can tell what there is beside what is listed, as on a host.
    """

    names: frozenset[str] | None
    read: Callable[[str], bytes]
    at_once: int = 1  # so many files may be asked for at a time


class Exceeded(ProblemsFound):
    """It is more than an archive can be, or takes longer: no more of it is read."""


@contextmanager
def opened(source: str) -> Iterator[Holding]:
    """Open the zip, folder or address `source`. Raises ProblemsFound."""
    if web.is_address(source):
        yield from _from_address(source)
    elif Path(source).is_dir():
        yield _folder(Path(source))
    else:
        yield from _zip(Path(source), source)


class _Bound:
    """Counts what is read; more than the most of it is refused."""

    def __init__(self, where: str) -> None:
        self._where, self._left, self._ends = where, MOST_BYTES, time.monotonic() + LONGEST

    def take(self, size: int) -> None:
        self._left -= size
        if self._left < 0 or time.monotonic() > self._ends:
            what = f"lớn hơn {MOST_BYTES // 10**9} GB hoặc đọc lâu hơn {LONGEST // 60:.0f} phút"
            raise Exceeded.one(self._where, what, "Không có kho bài nào lớn như vậy.")


def _folder(folder: Path) -> Holding:
    bound = _Bound(str(folder))

    def read(name: str) -> bytes:
        path = folder / name
        if path.is_file():
            bound.take(path.stat().st_size)
        return read_bytes(path, name)

    return Holding(frozenset(manifest.names(folder)), read)


def _zip(file: Path | BytesIO, where: str) -> Iterator[Holding]:
    try:
        archive = zipfile.ZipFile(file)
    except _BROKEN as err:
        raise ProblemsFound.one(where, "không phải tệp zip nguyên vẹn", _AGAIN) from err
    with archive:
        entries = _entries(archive, where)
        bound = _Bound(where)

        def read(name: str) -> bytes:
            if name not in entries:
                raise ProblemsFound.one(name, "không có trong tệp zip", _AGAIN)
            try:
                return _unpacked(archive, entries[name], bound)
            except _BROKEN as err:
                raise ProblemsFound.one(name, "không giải nén được", _AGAIN) from err

        yield Holding(frozenset(filter(manifest.is_listed, entries)), read)


def _entries(archive: zipfile.ZipFile, where: str) -> dict[str, zipfile.ZipInfo]:
    """Return the files of the zip by their names below its top folder. Raises ProblemsFound."""
    found = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(found) > MOST_FILES:
        raise Exceeded.one(where, f"có hơn {MOST_FILES} tệp", _AGAIN)
    odd = {entry.orig_filename for entry in found if not manifest.is_inside(entry.orig_filename)}
    odd |= {name for name, count in Counter(e.filename for e in found).items() if count > 1}
    if odd:
        what = "tên dẫn ra ngoài thư mục, hoặc có hai tệp cùng tên"
        raise ProblemsFound([Problem(f"{where}: {name!r}", what, _AGAIN) for name in sorted(odd)])
    tops = {entry.filename.partition("/")[0] + "/" for entry in found}
    top = min(tops) if len(tops) == 1 else ""
    return {entry.filename.removeprefix(top): entry for entry in found}


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, bound: _Bound) -> bytes:
    """Return the content of an entry, which may be more than it says."""
    content = bytearray()
    with archive.open(entry) as file:
        while chunk := file.read(1 << 16):
            bound.take(len(chunk))
            content += chunk
            if len(content) > MOST_OF_FILE:
                raise ValueError("too large")
    return bytes(content)


def _from_address(address: str) -> Iterator[Holding]:
    """A zip behind an address is verified as such, anything else as the home of a site."""
    bound = _Bound(address)
    home = address.partition("#")[0].partition("?")[0]
    if home.endswith(".zip"):
        yield from _zip(BytesIO(_fetched(home, home)), home)
        return
    home = home if home.endswith("/") else home.rpartition("/")[0] + "/"

    def read(name: str) -> bytes:
        bound.take(0)
        found = _fetched(home + quote(name), name)
        bound.take(len(found))
        return found

    yield Holding(None, read, _AT_ONCE)


def _fetched(address: str, where: str) -> bytes:
    try:
        # Nothing of it gets into the project: what stands on this machine may be verified too.
        return web.fetch(address, allow_private=True, most_bytes=MOST_OF_FILE).raw
    except ProblemsFound as err:
        remedy = "Xem lại địa chỉ và kết nối, hoặc tải tệp zip về máy rồi kiểm chứng tệp ấy."
        raise ProblemsFound([Problem(where, p.what, remedy) for p in err.problems]) from err
