"""`timeline.sqlite`: the tables in one file that answers questions, for Datasette and SQL.

Turns the tables into tables of SQLite with their keys, a full-text index of events and of quotes,
and views in readers' words. `remove_diacritics` folds Vietnamese but for đ, which is no d with a
mark to Unicode: words with đ stand a second time, with d, in a column of the index.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from egov_timeline.exports import licence
from egov_timeline.exports.archive import Archive
from egov_timeline.exports.tables import Column, Table, tables

FILE, METADATA = "timeline.sqlite", "datasette.json"
_TYPES = {"integer": "INTEGER", "boolean": "INTEGER"}
# The columns of each table that are searched.
_SEARCHED = {
    "events": ("name", "place", "province", "series"),
    "organizers": ("name",),
    "evidence": ("quote",),
}
_FACETS = {
    "events": ("kind", "status", "province"),
    "organizers": ("role",),
    "themes": ("label",),
    "evidence": ("field", "certainty"),
    "corrections": ("does", "field"),
}
# By what a row of the table is called where another leads to it.
_LABELS = {"articles": "title", "events": "name"}
_WITH_BAR = re.compile(r"\w*đ\w*")
_FOLDED = Column("folded", "Chữ có đ, viết là d")

# In the order of the columns that a person reads.
_VIEWS = """
CREATE VIEW dong_thoi_gian AS
  SELECT e.date_in_words AS "Ngày", e.name AS "Tên", e.place AS "Nơi", e.province AS "Tỉnh, thành",
    (SELECT group_concat(name, '; ') FROM
      (SELECT name FROM organizers WHERE event = e.id ORDER BY position)) AS "Đơn vị tổ chức",
    e.status_in_words AS "Tình trạng", a.publisher AS "Nơi đăng",
    e.quote AS "Câu trích", e.quoted_at AS "Câu gốc"
  FROM events e JOIN articles a ON a.id = e.article
  ORDER BY e.earliest IS NULL, e.earliest, e.latest;
CREATE VIEW cau_trich AS
  SELECT a.title AS "Bài", v.field AS "Mục", v.value AS "Giá trị", v.quote AS "Câu trích",
    v.why AS "Vì sao", v.url AS "Câu gốc"
  FROM evidence v JOIN articles a ON a.id = v.article WHERE v.stands = 'shown';
"""


def write(folder: Path, archive: Archive) -> None:
    """Write the database and what Datasette is to say of it into `folder`."""
    with closing(sqlite3.connect(folder / FILE)) as database:
        # Nothing reads it before it is whole, and then all of the site is put on the disk at once.
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        for table in tables():
            database.execute(_create(table))
            marks = ", ".join("?" for _ in _columns(table))
            rows = table.fill(archive)
            database.executemany(f"INSERT INTO {table.name} VALUES ({marks})", _rows(table, rows))
        for name, columns in _SEARCHED.items():
            database.execute(_index(name, columns))
            database.execute(f"INSERT INTO {name}_fts ({name}_fts) VALUES ('rebuild')")
        database.executescript(_VIEWS)
        database.commit()
    told = json.dumps(_metadata(archive), ensure_ascii=False, indent=1)
    (folder / METADATA).write_text(f"{told}\n", "utf-8")


def _columns(table: Table) -> tuple[Column, ...]:
    return (*table.columns, *([_FOLDED] if table.name in _SEARCHED else []))


def _create(table: Table) -> str:
    parts = [
        f'"{column.name}" {_TYPES.get(column.datatype, "TEXT")}'
        f"{' NOT NULL' if column.required else ''}"
        f"{f' REFERENCES {column.leads} (id)' if column.leads else ''}"
        for column in _columns(table)
    ]
    key = ", ".join(f'"{name}"' for name in table.key)
    return f"CREATE TABLE {table.name} ({', '.join(parts)}, PRIMARY KEY ({key}))"


def _rows(table: Table, rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    searched = [table.names.index(name) for name in _SEARCHED.get(table.name, ())]
    for row in rows:
        yield (*row, _folded(row[i] for i in searched)) if searched else row


def _folded(texts: Iterable[str | None]) -> str | None:
    """Return the words with đ, written with d."""
    found = _WITH_BAR.findall(" ".join(filter(None, texts)).lower())
    return " ".join(dict.fromkeys(found)).replace("đ", "d") or None


def _index(table: str, columns: Iterable[str]) -> str:
    listed = ", ".join((*columns, _FOLDED.name))
    folding = "tokenize='unicode61 remove_diacritics 2'"
    return f'CREATE VIRTUAL TABLE {table}_fts USING fts5 ({listed}, content="{table}", {folding})'


def _metadata(archive: Archive) -> dict[str, Any]:
    """Return what Datasette shows beside the tables (https://docs.datasette.io/en/0.65/metadata.html)."""
    described = {
        table.name: {
            "title": table.title,
            "columns": {column.name: column.title for column in _columns(table)},
            **({"facets": [*_FACETS[table.name]]} if table.name in _FACETS else {}),
            **({"label_column": label} if (label := _LABELS.get(table.name)) else {}),
        }
        for table in tables()
    }
    site = {"source": archive.name, "source_url": archive.root} if archive.site else {}
    if terms := archive.settings.licence:
        site |= {"license": licence.label(terms), "license_url": terms}
    about = {"title": archive.name, "description": archive.rights}
    return about | site | {"databases": {Path(FILE).stem: {"tables": described}}}
