"""Write what was taken in: all files, or none.

Everything is written into a folder of its own first and then moved; what had to make way is put
back when anything fails, or the run is killed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from egov_timeline import runs, seeds, transaction
from egov_timeline.adding.archive import Taken
from egov_timeline.intake import drafts
from egov_timeline.intake.summary import Added
from egov_timeline.transaction import Change


def write(root: Path, taken: Sequence[Taken], added: Sequence[Added]) -> None:
    """Write the originals, the texts and the sidecars of what was added."""
    with runs.scratch(root, runs.ADD) as scratch:
        changes: list[Change] = []
        for number, (target, content) in enumerate(_files(root, taken, added)):
            new = scratch / f"new-{number}"
            new.write_bytes(content)
            changes.append((new, target))
        for one, new_one in zip(taken, added, strict=True):
            if one.stands and one.stands.exists() and one.stands != _place(root, new_one):
                changes.append((None, root / seeds.FOLDER / one.stands.name))
        transaction.commit(changes, scratch)


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
