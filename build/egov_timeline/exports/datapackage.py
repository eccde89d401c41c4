"""`datapackage.json` and its tables in CSV, as Frictionless wants them (https://datapackage.org).

Turns the tables into one file each and a description of all: types, keys, and which table leads to
which. Cells that a spreadsheet would compute are marked as in `timeline.csv`.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable
from typing import Any

from egov_timeline import wording
from egov_timeline.exports import licence
from egov_timeline.exports.archive import Archive
from egov_timeline.exports.spreadsheet import guarded
from egov_timeline.exports.tables import Column, Table, parts, tables
from egov_timeline.once import ALONE, Means

DESCRIPTION = "datapackage.json"
NAMES = (DESCRIPTION, *(f"{table.name}.csv" for table in tables()))


def files(archive: Archive, means: Means = ALONE) -> dict[str, bytes]:
    """Return the files of the package by their names, made by `means`."""
    made = parts.each(_rows, archive, "tables", means)
    heads = {table.name: _csv([table.names]) for table in tables()}
    joined = {f"{name}.csv": b"".join((heads[name], *rows)) for name, rows in made.items()}
    return joined | {DESCRIPTION: _description(archive, joined).encode("utf-8")}


def _rows(rows: Iterable[Iterable[Any]]) -> bytes:
    return _csv([_cell(value) for value in row] for row in rows)


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
