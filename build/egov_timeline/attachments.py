"""Files that belong to an article, such as the programme: put beside its page for readers.

Turns what a sidecar lists of `seeds/originals/` into `dinh-kem/<slug>/<file>`, and the raw article
into `nguon/<file>`, byte for byte. Which names and kinds may be attached, `sidecars` has said
before.
"""

from __future__ import annotations

import posixpath
import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from egov_timeline import disk
from egov_timeline.inputs import Seed
from egov_timeline.records import Record

ORIGINALS = Path("seeds/originals")
FOLDER = Path("dinh-kem")
# The raw articles, byte for byte: whoever doubts a quote can look.
RAW = "nguon"


def measured(root: Path, record: Record) -> Record:
    """Return `record` with the size of each of its files."""
    seed = record.seed
    files = tuple(
        replace(each, size=(root / ORIGINALS / each.file).stat().st_size)
        for each in seed.attachments
    )
    return replace(record, seed=replace(seed, attachments=files)) if files else record


def put(root: Path, records: Iterable[Record], folder: Path) -> None:
    """Put all that stands beside the pages of `records` below `folder`."""
    for record in records:
        for each in record.seed.attachments:
            target = folder / FOLDER / record.slug / each.file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / ORIGINALS / each.file, target)
        if record.seed.is_open:
            disk.link(f"{root}/{record.seed.path}", f"{folder}/{_raw(record.seed)}")


def digests(records: Iterable[Record]) -> dict[str, bytes]:
    """Return the SHA-256 that each raw article had when it was read, by its path in the site."""
    seeds = (record.seed for record in records if record.seed.is_open)
    return {_raw(seed): bytes.fromhex(seed.sha256) for seed in seeds}


def _raw(seed: Seed) -> str:
    return f"{RAW}/{posixpath.basename(seed.path)}"
