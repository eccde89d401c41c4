"""`datapackage.json` and its tables in CSV, as Frictionless wants them (https://datapackage.org).

Turns the tables into one file each and a description of all: types, keys, and which table leads to
which. Cells that a spreadsheet would compute are marked as in `timeline.csv`.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from egov_timeline import once, wording
from egov_timeline.exports import licence
from egov_timeline.exports.archive import Archive, made_of
from egov_timeline.exports.spreadsheet import guarded
from egov_timeline.exports.tables import Column, Table, tables
from egov_timeline.once import ALONE, Means
from egov_timeline.records import Timeline

DESCRIPTION = "datapackage.json"
NAMES = (DESCRIPTION, *(f"{table.name}.csv" for table in tables()))


# So many parts are written by one process at a time.
_TOGETHER = 16


def files(archive: Archive, means: Means = ALONE) -> dict[str, bytes]:
    """Return the files of the package by their names, made by `means`."""
    parts = [(table, part) for table in tables() for part in _cut(archive, table)]
    made = means.each(_rows, parts, f"tables {archive.root}", _made_of, batch=_TOGETHER)
    texts = {table.name: [_csv([table.names])] for table in tables()}
    for (table, _), rows in zip(parts, made, strict=True):
        texts[table.name].append(rows)
    joined = {f"{name}.csv": b"".join(rows) for name, rows in texts.items()}
    return joined | {DESCRIPTION: _description(archive, joined).encode("utf-8")}


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
        return [table.name, *map(made_of, archive.timeline.entries)]
    return [table.name, *(record.made_of for record in archive.records)]


def _rows(part: tuple[Table, Archive]) -> bytes:
    table, archive = part
    return _csv([_cell(value) for value in row] for row in table.fill(archive))


def _csv(rows: Iterable[Iterable[Any]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode("utf-8")


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return guarded(value) if isinstance(value, str) else value


def _description(archive: Archive, texts: dict[str, bytes]) -> str:
    told = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": archive.settings.file,
        "title": archive.name,
        "description": wording.labels.PACKAGE,
        "licenses": _licences(archive.settings.licence),
        "homepage": archive.root if archive.site else None,
        "resources": [_resource(table, texts[f"{table.name}.csv"]) for table in tables()],
    }
    known = {name: value for name, value in told.items() if value}
    return json.dumps(known, ensure_ascii=False, indent=1) + "\n"


def _licences(address: str | None) -> list[dict[str, str]]:
    """Return the licence as the specification wants it: by its id where it has one."""
    if address is None:
        return []
    ident = licence.spdx(address)
    return [({"name": ident} if ident else {}) | {"path": address, "title": licence.label(address)}]


def _resource(table: Table, content: bytes) -> dict[str, Any]:
    return {
        "name": table.name,
        "title": table.title,
        "type": "table",
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [_leading(column) for column in table.columns if column.leads],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    rules = {"required": column.required, "enum": list(column.among)}
    told = {"name": column.name, "title": column.title, "type": column.datatype}
    constraints = {name: value for name, value in rules.items() if value}
    return told | ({"constraints": constraints} if constraints else {})


def _leading(column: Column) -> dict[str, Any]:
    return {
        "fields": [column.name],
        "reference": {"resource": column.leads, "fields": ["id"]},
    }
