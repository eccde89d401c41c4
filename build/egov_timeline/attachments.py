"""Files that belong to an article, such as the programme: put beside its page for readers.

Turns what a sidecar lists of `seeds/originals/` into `dinh-kem/<slug>/<file>`, byte for byte. Which
names and kinds may be attached, `sidecars` has said before.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from egov_timeline.records import Record

ORIGINALS = Path("seeds/originals")
FOLDER = Path("dinh-kem")


def measured(root: Path, record: Record) -> Record:
    """Return `record` with the size of each of its files."""
    seed = record.seed
    files = tuple(
        replace(each, size=(root / ORIGINALS / each.file).stat().st_size)
        for each in seed.attachments
    )
    return replace(record, seed=replace(seed, attachments=files)) if files else record


def copy(root: Path, records: Iterable[Record], folder: Path) -> None:
    """Copy the files of all `records` below `folder`."""
    for record in records:
        for each in record.seed.attachments:
            target = folder / record.slug / each.file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / ORIGINALS / each.file, target)
