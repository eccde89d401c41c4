"""Write what was taken in: all files, or none.

Everything is written into a folder of its own first and then moved; what had to make way is put
back when anything fails.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from egov_timeline.adding.archive import Taken
from egov_timeline.intake import drafts
from egov_timeline.intake.summary import Added


def write(root: Path, taken: Sequence[Taken], added: Sequence[Added]) -> None:
    """Write the originals, the texts and the sidecars of what was added."""
    with tempfile.TemporaryDirectory(prefix=".add-", dir=root) as folder:
        scratch = Path(folder)
        moved: list[tuple[Path, Path]] = []  # where a file is now, and where it was
        try:
            for number, (target, content) in enumerate(_files(root, taken, added)):
                new = scratch / f"new-{number}"
                new.write_bytes(content)
                target.parent.mkdir(parents=True, exist_ok=True)
                if target.exists():
                    moved.append((target.replace(scratch / f"old-{number}"), target))
                moved.append((new.replace(target), new))
            for number, one in enumerate(taken):
                if one.stands and one.stands.exists() and one.stands != _place(root, added[number]):
                    moved.append((one.stands.replace(scratch / f"gone-{number}"), one.stands))
        except BaseException:
            for now, before in reversed(moved):
                now.replace(before)
            raise


def _place(root: Path, added: Added) -> Path:
    return (root / added.record.seed.path).resolve()


def _files(
    root: Path, taken: Sequence[Taken], added: Sequence[Added]
) -> Iterator[tuple[Path, bytes]]:
    for one, new in zip(taken, added, strict=True):
        seed, raw = new.record.seed, one.received.raw
        yield root / new.original, raw
        yield root / seed.path, seed.text.encode()
        if new.drafted:
            sha256 = hashlib.sha256(raw).hexdigest()
            told = drafts.sidecar(
                new.record.slug, str(seed.added), seed.source, new.offered, new.original, sha256
            )
            yield root / seed.sidecar, told.encode()
