"""What the page of the data tells of each file: how large it is, and how much it holds.

Turns the files and the timeline into counts. What a file cannot hold is counted too, so that the
page can say what is missing there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from egov_timeline.changes import changes
from egov_timeline.exports.ics import of_one_day
from egov_timeline.exports.tables import TABLES, Table
from egov_timeline.records import Record, Timeline


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Sizes by file name, in bytes, and counts."""

    sizes: Mapping[str, int]
    articles: int
    citations: int
    events: int
    milestones: int
    without_year: int
    in_calendar: int
    in_feed: int
    tables: tuple[Table, ...] = TABLES

    @property
    def dated(self) -> int:
        """Events and milestones that stand in a year."""
        return self.events + self.milestones - self.without_year


def catalogue(files: Mapping[str, str], records: Sequence[Record], timeline: Timeline) -> Catalogue:
    """Return what there is to tell of `files`, which were made of `records`."""
    entries = timeline.entries
    citations = sum(record.seed.is_citation for record in records)
    milestones = sum(entry.milestone is not None for entry in entries)
    return Catalogue(
        sizes={PurePosixPath(n).name: len(text.encode("utf-8")) for n, text in files.items()},
        articles=len(records) - citations,
        citations=citations,
        events=len(entries) - milestones,
        milestones=milestones,
        without_year=len(timeline.shelf),
        in_calendar=sum(1 for _ in of_one_day(timeline)),
        in_feed=len(changes(records)),
    )
