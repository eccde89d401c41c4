"""Packs bytes as a zip holds them, and unpacks them: what is packed once need not be again."""

from __future__ import annotations

import os
import zlib
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b, sha256
from pathlib import Path

from egov_timeline import cache
from egov_timeline.cache import Cache, Key

_LEVEL = 9
_BARE = -zlib.MAX_WBITS  # without head and checksum: a zip has them elsewhere


@dataclass(frozen=True, slots=True)
class Packed:
    """Content as it lies in a zip, with what the zip tells of it."""

    crc: int
    size: int  # before it was packed
    body: bytes
    sha256: str  # of what was packed

    @property
    def content(self) -> bytes:
        """What was packed."""
        return zlib.decompress(self.body, _BARE, self.size)


def pack(content: bytes) -> Packed:
    """Return `content` deflated."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _BARE)
    body = packer.compress(content) + packer.flush()
    return Packed(zlib.crc32(content), len(content), body, sha256(content).hexdigest())


def digest(content: bytes) -> bytes:
    """Return what stands for `content`."""
    return blake2b(content, digest_size=20).digest()


def link(old: Path, target: Path, content_digest: bytes) -> bool:
    """Let `target` be the file `old`, if its content has this digest; return whether it is."""
    with suppress(OSError):
        if digest(old.read_bytes()) == content_digest:
            if not target.parent.is_dir():
                target.parent.mkdir(parents=True, exist_ok=True)
            os.link(old, target)
            return True
    return False


def keep(kept: Cache, content_digest: bytes, packed: Packed) -> None:
    """Keep the content with this digest."""
    kept.put(_key(content_digest), packed)


def is_known(kept: Cache, content_digest: bytes) -> bool:
    """Return whether the content with this digest was kept."""
    return kept.has(_key(content_digest))


def known(kept: Cache, content_digest: bytes) -> Packed | None:
    """Return the content with this digest, if it was kept."""
    found = kept.get(_key(content_digest))
    return found if isinstance(found, Packed) else None


def _key(content_digest: bytes) -> Key:
    return cache.key("packed, with SHA-256", zlib.ZLIB_RUNTIME_VERSION, content_digest)
