"""The timeline as data: files for programs, calendars, feeds and spreadsheets (DESIGN 4.5).

Turns records and their timeline into the text of each file below `content/data/`, and a record into
what its page tells reference managers and search engines. All of it is the same bytes wherever the
site is published, save that addresses are whole where the site's is known; nothing is more precise
than the record, and no word of an article is ever a formula, a property or markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files as resources
from pathlib import Path
from typing import Any

from egov_timeline.events import grouped, merged
from egov_timeline.exports import (
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
from egov_timeline.exports.catalogue import Catalogue, catalogue
from egov_timeline.exports.linkeddata import linked_data
from egov_timeline.exports.tables import Archive
from egov_timeline.exports.telling import ROOT
from egov_timeline.once import ALONE, Means
from egov_timeline.records import Record, Timeline
from egov_timeline.settings import NONE, Settings
from egov_timeline.vocabulary import Vocabularies

__all__ = ["HOSTED", "Catalogue", "beside", "catalogue", "files", "publish"]

FOLDER = "data"
_SCHEMA = "timeline.schema.json"
# What editors may write: their programs complete it from here (see the first line of a sidecar).
_FOR_EDITORS = ("sidecar.schema.json", "vocabulary.schema.json")
# Made for the site alone: no text that a person could compare between two versions.
_BINARY = (database.FILE, database.METADATA, workbook.FILE)
# What the zip can do without: all of it stands in timeline.json and timeline.csv too.
HOSTED = frozenset(f"{FOLDER}/{name}" for name in (*_BINARY, *datapackage.NAMES))


def files(
    records: Sequence[Record],
    timeline: Timeline,
    vocabularies: Vocabularies,
    site: str = "",
    means: Means = ALONE,
    settings: Settings = NONE,
) -> dict[str, str]:
    """Return the path below `content/` and the text of every file, made by `means`.

    They bear the name that the `settings` give the archive. Addresses begin with that of the
    `site`, or lead there from the file where it is not known.
    """
    root = _root(site)
    texts = {
        "timeline.json": dataset.text(timeline, vocabularies, root, means, settings.name),
        _SCHEMA: resources("egov_timeline.exports").joinpath(_SCHEMA).read_text("utf-8"),
        "timeline.csv": table.text(timeline, root),
        "timeline.ics": ics.text(timeline, vocabularies, root, settings),
        "feed.xml": feed.text(records, vocabularies, root, settings.name),
        "timelinejs.json": timelinejs.text(timeline, root, settings.name),
    }
    texts |= citation.files(records, root, settings.name)
    texts |= datapackage.files(Archive(records, timeline, vocabularies, root, settings))
    schemas = resources("egov_timeline").joinpath("schemas")
    texts |= dict(feed.of_themes(records, vocabularies, root, settings.name))
    texts |= {name: schemas.joinpath(name).read_text("utf-8") for name in _FOR_EDITORS}
    return {f"{FOLDER}/{name}": text for name, text in texts.items()}


def _root(site: str) -> str:
    return f"{site.rstrip('/')}/" if site else ROOT


def publish(
    folder: Path,
    records: Sequence[Record],
    timeline: Timeline,
    vocabularies: Vocabularies,
    site: str,
    settings: Settings = NONE,
) -> None:
    """Complete the data of the site in `folder`, which will stand at the address `site`.

    Files in hand lead to it, where it is known; workbook and database join them.
    """
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    if site:
        for name, text in files(records, timeline, vocabularies, site, settings=settings).items():
            # What lies there may be the file of content/ itself.
            (folder / name).unlink(missing_ok=True)
            (folder / name).write_text(text, "utf-8", newline="")
    archive = Archive(records, timeline, vocabularies, _root(site), settings)
    for write in (database.write, workbook.write):
        write(folder / FOLDER, archive)


def beside(
    records: Sequence[Record], vocabularies: Vocabularies
) -> Mapping[str, Mapping[str, Any]]:
    """Return what the page of each record says of it for reference managers and search engines.

    By its id, and made when it is asked for.
    """
    return _Beside(records, vocabularies)


class _Beside(Mapping[str, Mapping[str, Any]]):
    def __init__(self, records: Sequence[Record], vocabularies: Vocabularies) -> None:
        self._vocabularies = vocabularies
        self._events = {
            record.id: (record, reports) for reports in grouped(records) for record in reports
        }

    def __getitem__(self, ident: str) -> Mapping[str, Any]:
        record, reports = self._events[ident]
        return {
            "cite": citation.forms(record),
            "json_ld": linked_data(record, merged(reports), self._vocabularies),
        }

    def __iter__(self) -> Iterator[str]:
        return iter(self._events)

    def __len__(self) -> int:
        return len(self._events)
