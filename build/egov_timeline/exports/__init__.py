"""The timeline as data: files for programs, calendars, feeds and spreadsheets (DESIGN 4.5).

Turns records and their timeline into the text of each file below `content/data/`, and a record into
what its page tells reference managers and search engines. All of it is the same bytes wherever the
site is published, save that addresses are whole where the site's is known; nothing is more precise
than the record, and no word of an article is ever a formula, a property or markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from importlib.resources import files as resources
from pathlib import Path
from typing import Any

from egov_timeline import parallel
from egov_timeline.exports import (
    cff,
    citation,
    database,
    datapackage,
    dataset,
    feed,
    ics,
    table,
    timelinejs,
    workbook,
)
from egov_timeline.exports.archive import Archive
from egov_timeline.exports.catalogue import Catalogue, catalogue
from egov_timeline.exports.linkeddata import linked_data
from egov_timeline.generated import Generated
from egov_timeline.once import ALONE, Means

__all__ = ["HOSTED", "Archive", "Catalogue", "beside", "catalogue", "files", "hosted", "publishing"]

FOLDER = "data"
_SCHEMA = "timeline.schema.json"
# What editors may write: their programs complete it from here (see the first line of a sidecar).
_FOR_EDITORS = ("sidecar.schema.json", "vocabulary.schema.json")
# Made for the site alone: no text that a person could compare between two versions.
_BINARY = (database.FILE, database.METADATA, workbook.FILE)
# What the zip can do without: it stands in timeline.json and timeline.csv too, or is for editors.
_FOR_A_HOST = (*_BINARY, *datapackage.NAMES, cff.FILE, *_FOR_EDITORS)
HOSTED = frozenset(f"{FOLDER}/{name}" for name in _FOR_A_HOST)


def files(archive: Archive, means: Means = ALONE) -> Generated:
    """Return the path below `content/` and the text of every file, made by `means`.

    Addresses begin with that of the site, or lead there from the file where it is not known.
    """
    return Generated((f"{FOLDER}/{name}", text) for name, text in _files(archive, means))


def _files(archive: Archive, means: Means) -> Iterator[tuple[str, str | bytes]]:
    yield "timeline.json", dataset.content(archive, means)
    yield _SCHEMA, resources("egov_timeline.exports").joinpath(_SCHEMA).read_bytes()
    yield "timeline.csv", table.text(archive, means)
    yield "timeline.ics", ics.text(archive, means)
    yield "timelinejs.json", timelinejs.content(archive, means)
    yield cff.FILE, cff.text(archive)
    yield from feed.files(archive)
    yield from citation.files(archive, means).items()
    yield from datapackage.files(archive, means).items()
    schemas = resources("egov_timeline").joinpath("schemas")
    yield from ((name, schemas.joinpath(name).read_bytes()) for name in _FOR_EDITORS)


@contextmanager
def publishing(folder: Path, archive: Archive, means: Means = ALONE) -> Iterator[None]:
    """Write into `folder` what completes the data of the site, by `means`.

    Files that lead to its address, where that is known; workbook and database in any case, perhaps
    by a process of their own while what stands under `with` is done.
    """
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    for name, said in _files(archive, means) if archive.site else ():
        path = folder / FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(said.encode("utf-8") if isinstance(said, str) else said)
    rest = partial(_write_rest, folder / FOLDER, archive, workbook.sheets(archive, means))
    # It goes through all records, and while pages are made nothing else does.
    with parallel.beside(rest, len(archive.records), means.jobs):
        yield


def _write_rest(folder: Path, archive: Archive, sheets: workbook.Sheets) -> None:
    database.write(folder, archive)
    workbook.write(folder, archive, sheets)


def hosted(folder: Path) -> frozenset[str]:
    """Return which of the data of the site in `folder` have no use but on a host.

    Nobody follows a theme or a series in a folder on a disk; feeds of these stand in folders.
    """
    feeds = (folder / FOLDER).glob("*/*.xml")
    return HOSTED | {path.relative_to(folder).as_posix() for path in feeds}


def beside(archive: Archive) -> Mapping[str, Mapping[str, Any]]:
    """Return what the page of each record says of it for reference managers and search engines.

    By its id, and made when it is asked for.
    """
    return _Beside(archive)


class _Beside(Mapping[str, Mapping[str, Any]]):
    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._records = {record.id: record for record in archive.records}

    def __getitem__(self, ident: str) -> Mapping[str, Any]:
        record = self._records[ident]
        return {
            "cite": citation.forms(record),
            "json_ld": linked_data(record, self._archive.events[ident], self._archive),
        }

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)
