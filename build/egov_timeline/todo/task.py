"""A thing to look at, and what a look at a record may ask.

Turns a value that an editor may confirm or fill in into the line of the sidecar that says it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from egov_timeline import fields
from egov_timeline.edtf import EventDate
from egov_timeline.fields import Field
from egov_timeline.likeness import Likeness
from egov_timeline.plain import plain
from egov_timeline.records import Extraction, Organizer, Record
from egov_timeline.text import fold

_LONGEST = 120
# Under which key of the sidecar a line belongs.
_UNDER = {"- ": "corrections:", "publisher:": "source:"}


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to look at, in the record `id`, whose sidecar is `where`.

    `paste` is a line for the sidecar, "" where none would do; `when` says on what condition.
    """

    kind: str
    id: str
    where: str
    what: str
    paste: str = ""
    when: str = ""

    def __str__(self) -> str:
        under = next((key for row, key in _UNDER.items() if self.paste.startswith(row)), "")
        below = f"dưới `{under}` " if under else ""
        do = f"{self.when} thì dán" if self.when else "Dán"
        return f"{self.where}: {self.what}." + (f" {do} {below}{self.paste}" if self.paste else "")


@dataclass(frozen=True)
class Archive:
    """All records by id, those that report the event of one, those that look alike, and the day.

    The day is that on which an editor asks.
    """

    records: Mapping[str, Record]
    reports: Mapping[str, Sequence[Record]]
    alike: Mapping[str, Sequence[tuple[str, Likeness]]]
    today: date

    @cached_property
    def called(self) -> tuple[tuple[str, str], ...]:
        """The names of events, folded, with the ids of their records."""
        named = [(record.id, record.facts.event) for record in self.records.values()]
        return tuple((ident, fold(event.value)) for ident, event in named if event)


# A look yields what it finds of a record: what, the line to paste, and on what condition.
Found = Iterator[tuple[str, ...]]
Look = Callable[[Record, date], Found]
LookAround = Callable[[Record, Archive], Found]


class Kind(NamedTuple):
    """A kind of tasks: its name, its heading, and the look that finds them.

    It is one `at` a record by itself, on the day on which an editor asks, or `around` it.
    """

    name: str
    heading: str
    at: Look | None = None
    around: LookAround | None = None

    def found(self, record: Record, archive: Archive) -> Found:
        """Yield what is found of a record."""
        if self.at:
            yield from self.at(record, archive.today)
        if self.around:
            yield from self.around(record, archive)


def correction(field: str, value: Any, today: date) -> str:
    """Return a correction to sign, in one line; what is to be filled in is empty, and refused."""
    told = json.dumps(value, ensure_ascii=False)  # which YAML reads too
    signed = f"why: '', source: '', by: editor, on: '{today}'"
    return f"- {{field: {field}, value: {told}, {signed}}}"


def value(row: Field, facts: Extraction) -> Any:
    """Return the value of a field as a correction would give it."""
    known = getattr(facts, row.name)
    if row.bare:
        return known
    found = [_written(finding.value) for finding in fields.findings(facts, row.name)]
    return found if row.many else next(iter(found), None)


def _written(known: Any) -> Any:
    match known:
        case EventDate():
            return known.edtf
        case Organizer(str(ident), _, "organizer"):
            return ident
        case Organizer(str(ident), _, role):
            return {"id": ident, "role": role}
    shown = plain(known)
    return {k: v for k, v in shown.items() if v} if isinstance(shown, dict) else shown


def short(quote: str) -> str:
    """Return a quote in one line, cut where it is long."""
    line = " ".join(quote.split()).removesuffix(".")
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
