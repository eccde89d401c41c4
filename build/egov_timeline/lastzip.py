"""The zip that was built last: what lies in it need not be packed again.

Turns a zip into its entries, as the build that wrote it noted them in the cache under the digest of
all its bytes. Of a zip that anybody has touched since, or that other code wrote, nothing is known.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from struct import Struct
from typing import BinaryIO, NamedTuple

from egov_timeline import cache
from egov_timeline.cache import Cache, Key

_ENTRY = Struct("<32sIQQQQ")


class Entry(NamedTuple):
    """A file in a zip, and where it lies there, from its header to the end of its body."""

    sha256: bytes
    crc: int
    size: int
    packed: int
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class LastZip:
    """The entries of a zip by the paths of the files below its top folder."""

    file: BinaryIO | None = None
    entries: Mapping[str, Entry] = field(default_factory=dict)

    def find(self, name: str, sha256: bytes) -> Entry | None:
        """Return the entry of the file called `name`, if that has this digest."""
        entry = self.entries.get(name)
        return entry if entry and entry.sha256 == sha256 else None

    def read(self, entry: Entry) -> bytes:
        """Return the bytes of an entry, header and body."""
        assert self.file is not None
        self.file.seek(entry.start)
        return self.file.read(entry.length)


@contextmanager
def opened(path: Path | None, top: str, kept: Cache | None) -> Iterator[LastZip]:
    """Open the zip at `path`, with the top folder `top`; it may not be there."""
    try:
        file = path.open("rb") if path and kept else None
    except OSError:
        file = None
    if file is None or kept is None:
        yield LastZip()
        return
    with file:
        noted = kept.get(_key(hashlib.file_digest(file, "sha256").digest(), top))
        yield LastZip(file, _entries(*noted)) if noted else LastZip()


def note(sha256: bytes, top: str, entries: Mapping[str, Entry], kept: Cache) -> None:
    """Keep for the next build what lies in the zip with this digest."""
    packed = b"".join(_ENTRY.pack(*entry) for entry in entries.values())
    kept.put(_key(sha256, top), ("\n".join(entries), packed))


def _entries(names: str, packed: bytes) -> dict[str, Entry]:
    each = map(Entry._make, _ENTRY.iter_unpack(packed))
    return dict(zip(names.split("\n"), each, strict=True))


def _key(sha256: bytes, top: str) -> Key:
    return cache.key("entries of a zip", cache.code(), zlib.ZLIB_RUNTIME_VERSION, top, sha256)
