"""Packs bytes as a zip holds them, and puts what is packed into one; tells by a digest whether a
file has its content still.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import blake2b, sha256
from io import FileIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile, ZipInfo

from egov_timeline import disk

_LEVEL = 9
BARE = -zlib.MAX_WBITS  # without head and checksum: a zip has them elsewhere


class Packed(NamedTuple):
    """Content as it lies in a zip, with what the zip tells of it."""

    crc: int
    size: int  # before it was packed
    body: bytes


def pack(content: bytes) -> Packed:
    """Return `content` deflated."""
    return Packed(zlib.crc32(content), len(content), deflated(content))


def deflated(content: bytes, level: int = _LEVEL, end: int = zlib.Z_FINISH) -> bytes:
    """Return `content` deflated; after a full flush in place of the `end`, more can be joined."""
    packer = zlib.compressobj(level, zlib.DEFLATED, BARE)
    return packer.compress(content) + packer.flush(end)


def add(archive: ZipFile, info: ZipInfo, said: Iterable[bytes]) -> None:
    """Write an entry, its header and its packed body, which `zipfile` has no function for."""
    assert archive.fp is not None
    info.header_offset = archive.start_dir
    archive.fp.writelines(said)
    archive.filelist.append(info)
    archive.start_dir = archive.fp.tell()  # where the list of all entries will begin


def digest(content: bytes) -> bytes:
    """Return what stands for the `content` of a file of the site: its SHA-256."""
    return sha256(content).digest()


def b2sum(content: bytes) -> bytes:
    """Return what stands for a file of `content/`: what `b2sum -l 160` tells of it."""
    return blake2b(content, digest_size=20).digest()


def link(
    old: str | Path,
    target: str | Path,
    content_digest: bytes,
    digest: Callable[[bytes], bytes] = digest,
) -> bool:
    """Let `target` be the file `old`, if its content has this digest; return whether it is."""
    with suppress(OSError):
        with FileIO(old) as file:
            content = file.readall()
        if digest(content) == content_digest:
            disk.link(old, target)
            return True
    return False
