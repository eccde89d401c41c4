"""What the page of the data tells of each file: how large it is, and how much it holds.

Turns the files and what they are made of into counts. What a file cannot hold is counted too, so
that the page can say what is missing there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from egov_timeline.changes import changes
from egov_timeline.exports import cff, distribution, licence
from egov_timeline.exports.archive import Archive
from egov_timeline.exports.ics import of_one_day
from egov_timeline.exports.tables import Table, tables
from egov_timeline.generated import Generated


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Sizes by file name, in bytes, and counts.

    `licence` is what that of the data is called, and its address; `cite` how to cite the whole;
    `json_ld` what search engines are told.
    """

    sizes: Mapping[str, int]
    articles: int
    citations: int
    events: int
    milestones: int
    without_year: int
    in_calendar: int
    in_feed: int
    licence: tuple[str, str] | None
    cite: str
    json_ld: str
    tables: tuple[Table, ...] = field(default_factory=tables)

    @property
    def entries(self) -> int:
        """Events and milestones."""
        return self.events + self.milestones

    @property
    def dated(self) -> int:
        """Events and milestones that stand in a year."""
        return self.entries - self.without_year


def catalogue(files: Generated, archive: Archive) -> Catalogue:
    """Return what there is to tell of `files`, which were made of `archive`."""
    records, citations, milestones = archive.records, archive.citations, archive.milestones
    sizes = {PurePosixPath(name).name: len(files.content(name)) for name in files}
    terms = archive.settings.licence
    return Catalogue(
        sizes=sizes,
        articles=len(records) - citations,
        citations=citations,
        events=len(archive.timeline.entries) - milestones,
        milestones=milestones,
        without_year=len(archive.timeline.shelf),
        in_calendar=sum(1 for _ in of_one_day(archive.timeline)),
        in_feed=len(changes(records)),
        licence=(licence.label(terms), terms) if terms else None,
        cite=cff.plain(archive),
        json_ld=distribution.linked_data(archive, sizes),
    )
