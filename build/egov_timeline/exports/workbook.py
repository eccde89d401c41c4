"""`timeline.xlsx`: the tables as sheets of one workbook, for offices.

Turns the tables into sheets with headings in readers' words. Every cell is a text or a number,
never a formula or a link, and a date stays the text that it is: a spreadsheet would make a day of
"2017". XlsxWriter writes all but the rows, which are many: those go in part by part, packed, and
what stays the same is not written again.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from xlsxwriter import Workbook

from egov_timeline import packing, wording
from egov_timeline.exports.archive import Archive
from egov_timeline.exports.tables import Table, parts, tables
from egov_timeline.once import ALONE, Means

FILE = "timeline.xlsx"
# A cell of Excel holds no more: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3
_LETTERS = 32_767
# Above it quotes make a workbook that offices cannot open in a reasonable time.
_ROWS = 50_000
# The earliest time that the format can hold: no clock shows in it.
_MOMENT = datetime(1980, 1, 1)
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_WIDTHS = {"integer": 9, "boolean": 9, "date": 12}
_WIDE = {"name", "title", "quote", "why", "value", "before", "date_in_words", "label"}
# ECMA-376, 22.4.2.4: what XML cannot hold is written as "_x0007_", and what reads so already apart.
_UNFIT = re.compile("_x(?=[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ufffe\uffff]")
# How far a sheet reaches.
_DIMENSION = re.compile('(<dimension ref="A1:[A-Z]+)1(?=")')
_LEVEL = 6


class Part(NamedTuple):
    """Rows of a sheet: how many, and their XML, packed so that what follows can be joined to it."""

    rows: int
    packed: bytes


Sheets = Mapping[str, Sequence[Part]]


def sheets(archive: Archive, means: Means = ALONE) -> Sheets:
    """Return the rows of each table by its name, made by `means`."""
    return parts.each(_part, archive, "sheets", means)


def write(folder: Path, archive: Archive, sheets: Sheets) -> None:
    """Write the workbook into `folder`, with the rows of its `sheets`."""
    names = {f"xl/worksheets/sheet{n}.xml": table.name for n, table in enumerate(tables(), 1)}
    with (
        zipfile.ZipFile(_shell(archive)) as shell,
        zipfile.ZipFile(folder / FILE, "w") as book,
    ):
        for info in shell.infolist():
            said, name = shell.read(info), names.get(info.filename)
            if name:
                _put(book, info, [*_filled(said.decode("utf-8"), name, sheets[name])])
            else:
                book.writestr(info, said)


def _shell(archive: Archive) -> BytesIO:
    """Return the workbook without its rows."""
    shell = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(shell, options) as book:
        book.set_properties({"title": archive.name, "created": _MOMENT})
        heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        for table in tables():
            _write_heads(book, table, heading)
    return shell


def _write_heads(book: Workbook, table: Table, heading: Any) -> None:
    sheet = book.add_worksheet(_name(book, table.title, table.name))
    sheet.freeze_panes(1, 0)
    for number, column in enumerate(table.columns):
        width = 48 if column.name in _WIDE else _WIDTHS.get(column.datatype, 20)
        sheet.set_column(number, number, width)
        sheet.write_string(0, number, column.title, heading)


def _name(book: Workbook, title: str, table: str) -> str:
    """Return what a sheet is called: its title, as far as Excel admits it and none has it yet."""
    name = _NOT_IN_NAMES.sub(" ", title)[:31].strip(" '")
    taken = {sheet.get_name().casefold() for sheet in book.worksheets()}
    return name if name and name.casefold() not in taken else table


def _part(rows: Iterable[Sequence[Any]]) -> Part:
    written = [f"<row>{''.join(map(_cell, row))}</row>" for row in rows]
    return Part(len(written), _packed("".join(written)))


def _packed(said: str, end: int = zlib.Z_FULL_FLUSH) -> bytes:
    return packing.deflated(said.encode("utf-8"), _LEVEL, end)


def _cell(value: Any) -> str:
    """Return a cell; where it stands follows from those before it (ECMA-376, 18.3.1.4)."""
    if value is None:
        return "<c/>"
    if isinstance(value, bool):
        value = wording.labels.YES if value else wording.labels.NO
    elif isinstance(value, int):
        return f"<c><v>{value}</v></c>"
    elif len(value) > _LETTERS:
        value = wording.labels.LONG_CELL
    said = _UNFIT.sub(_told, escape(value, quote=False))
    kept = ' xml:space="preserve"' if said != said.strip() else ""
    return f'<c t="inlineStr"><is><t{kept}>{said}</t></is></c>'


def _told(unfit: re.Match[str]) -> str:
    return "_x005F_x" if unfit[0] == "_x" else f"_x{ord(unfit[0]):04X}_"


def _shown(table: str, made: Sequence[Part]) -> Iterator[Part]:
    """Yield the parts of a sheet, as far as it can hold them, and what it says of the others."""
    room = _ROWS
    for part in made:
        room -= part.rows
        if room < 0:
            yield _part([[wording.labels.MORE_ROWS.format(f"{table}.csv")]])
            return
        yield part


def _filled(shell: str, table: str, made: Sequence[Part]) -> Iterator[bytes]:
    """Yield a sheet, packed, piece by piece: that of the shell with its rows in it."""
    shown = [*_shown(table, made)]
    head, end, tail = shell.partition("</sheetData>")
    last = 1 + sum(part.rows for part in shown)
    yield _packed(_DIMENSION.sub(rf"\g<1>{last}", head, count=1))
    yield from (part.packed for part in shown)
    yield _packed(end + tail, zlib.Z_FINISH)


def _put(book: zipfile.ZipFile, info: zipfile.ZipInfo, body: list[bytes]) -> None:
    """Put a sheet into the workbook, and say of it what a zip has to know."""
    reader = zlib.decompressobj(packing.BARE)
    info.CRC = info.file_size = 0
    for said in map(reader.decompress, body):
        info.CRC = zlib.crc32(said, info.CRC)
        info.file_size += len(said)
    info.compress_size = sum(map(len, body))
    packing.add(book, info, [info.FileHeader(zip64=False), *body])
