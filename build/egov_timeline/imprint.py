"""What an archive says of itself as a whole: who answers for it, how it opens, how new it is.

Turns the settings, the paragraph of an editor and all signatures into one value for pages and for
the note in the zip. What is wrong in what people wrote is told all at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from egov_timeline import introduction, settings
from egov_timeline.changes import Change, changes, newest
from egov_timeline.errors import Problem, ProblemsFound
from egov_timeline.introduction import Introduction
from egov_timeline.records import Record
from egov_timeline.settings import Settings

# As many changes as are told of.
_LATEST = 3


@dataclass(frozen=True, slots=True)
class Imprint:
    """`updated` is the last day on which anything was signed; `latest` what was, the last first."""

    settings: Settings = settings.NONE
    opening: Introduction | None = None
    updated: date | None = None
    latest: tuple[Change, ...] = ()


NONE = Imprint()


def read(root: Path, records: Sequence[Record]) -> Imprint:
    """Return the imprint of the project at `root`. Raises ProblemsFound."""
    problems: list[Problem] = []
    told = settings.read(root, problems)
    opening = introduction.read(root, records, problems)
    if problems:
        raise ProblemsFound(problems)
    return of(records, told, opening)


def of(
    records: Sequence[Record],
    told: Settings = settings.NONE,
    opening: Introduction | None = None,
) -> Imprint:
    """Return the imprint of an archive of `records`."""
    updated = newest(records, opening.on if opening else None)
    return Imprint(told, opening, updated, tuple(changes(records)[:_LATEST]))
