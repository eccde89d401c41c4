"""The tables part by part: what a form of them says of rows that stay the same is not made again.

Turns an archive into what is to be made of the rows of each part of each table; a part has the rows
of some entries of the timeline, or of some articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from egov_timeline import once
from egov_timeline.exports.archive import Archive
from egov_timeline.exports.tables import Table, tables
from egov_timeline.once import Means
from egov_timeline.records import Timeline

Rows = Iterator[tuple[Any, ...]]

# So many parts are made by one process at a time.
_TOGETHER = 16


def each(
    do: Callable[[Rows], Any], archive: Archive, name: str, means: Means
) -> dict[str, list[Any]]:
    """Return by the name of each table `do(rows)` for each of its parts, as it is kept by `name`.

    The rows are those of an archive with the same address of its site.
    """
    parts = [(table, part) for table in tables() for part in _cut(archive, table)]
    named = f"{name} {archive.root}"
    made = means.each(partial(_done, do), parts, named, _made_of, batch=_TOGETHER)
    found: dict[str, list[Any]] = {table.name: [] for table in tables()}
    for (table, _), done in zip(parts, made, strict=True):
        found[table.name].append(done)
    return found


def _done(do: Callable[[Rows], Any], part: tuple[Table, Archive]) -> Any:
    table, archive = part
    return do(table.fill(archive))


def _cut(archive: Archive, table: Table) -> Iterator[Archive]:
    """Yield archives that each have a part of what the table tells of, in order."""
    if table.of_timeline:
        for entries in once.cut(archive.timeline.entries, lambda entry: entry.record.slug):
            yield replace(archive, records=(), timeline=Timeline(shelf=tuple(entries)))
        return
    ordered = sorted(archive.records, key=lambda record: record.id)
    for records in once.cut(ordered, lambda record: record.slug):
        yield replace(archive, records=records, timeline=Timeline())


def _made_of(part: tuple[Table, Archive]) -> list[str]:
    table, archive = part
    if table.of_timeline:
        return [table.name, *(entry.made_of for entry in archive.timeline.entries)]
    return [table.name, *(record.made_of for record in archive.records)]
