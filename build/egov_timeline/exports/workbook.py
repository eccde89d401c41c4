"""`timeline.xlsx`: the tables as sheets of one workbook, for offices.

Turns the tables into sheets with headings in readers' words. Every cell is a text or a number,
never a formula or a link, and a date stays the text that it is: a spreadsheet would make a day of
"2017".
"""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from egov_timeline import wording
from egov_timeline.exports.archive import Archive
from egov_timeline.exports.tables import Table, tables

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


def write(folder: Path, archive: Archive) -> None:
    """Write the workbook into `folder`."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(str(folder / FILE), options) as book:
        book.set_properties({"title": archive.name, "created": _MOMENT})
        heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        for table in tables():
            _sheet(book, table, archive, heading)


def _name(book: Workbook, title: str, table: str) -> str:
    """Return what a sheet is called: its title, as far as Excel admits it and none has it yet."""
    name = _NOT_IN_NAMES.sub(" ", title)[:31].strip(" '")
    taken = {sheet.get_name().casefold() for sheet in book.worksheets()}
    return name if name and name.casefold() not in taken else table


def _sheet(book: Workbook, table: Table, archive: Archive, heading: Any) -> None:
    sheet = book.add_worksheet(_name(book, table.title, table.name))
    sheet.freeze_panes(1, 0)
    for number, column in enumerate(table.columns):
        width = 48 if column.name in _WIDE else _WIDTHS.get(column.datatype, 20)
        sheet.set_column(number, number, width)
        sheet.write_string(0, number, column.title, heading)
    for number, row in enumerate(table.fill(archive), 1):
        if number > _ROWS:
            sheet.write_string(number, 0, wording.labels.MORE_ROWS.format(f"{table.name}.csv"))
            break
        for place, value in enumerate(row):
            _write(sheet, number, place, value)


def _write(sheet: Worksheet, row: int, column: int, value: Any) -> None:
    if isinstance(value, bool):
        sheet.write_string(row, column, wording.labels.YES if value else wording.labels.NO)
    elif isinstance(value, int):
        sheet.write_number(row, column, value)
    elif value is not None:
        said = value if len(value) <= _LETTERS else wording.labels.LONG_CELL
        sheet.write_string(row, column, said)
