"""A table as an Excel workbook: itself, the sources it names, and what its columns mean.

Days are dates, figures numbers, and everything else text: no cell is ever a formula or a link,
whatever it begins with. The bytes depend on the data alone.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from geo.answers.data.record_tables import source_table
from geo.answers.data.writing import Answer, Table
from geo.answers.files.column_meanings import meanings
from geo.answers.files.days import DAYS, exact
from geo.basics.choices import Exported
from geo.basics.errors import AtlasError
from geo.basics.safe_csv import Cell
from geo.records import Record

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

LONGEST_TEXT = 32_767
"""How many letters Excel keeps in a cell."""

_WIDEST = 48
_DAY_WIDTH = 12
_FIRST_YEAR = 1900
"""Excel counts days from here on; an earlier one stays text."""


def workbook(what: Exported, answer: Answer, table: Table, record: Record) -> bytes:
    """The workbook of an answer and its table; `record` describes the columns.

    Raises:
        AtlasError: a text is longer than a cell of Excel can be.
    """
    # Imported here: only whoever takes this file away waits for it.
    import xlsxwriter

    tables: dict[Exported, Table] = {what: table}
    tables.setdefault("sources", source_table(answer))
    about = Table(
        ("sheet", "column", "meaning"),
        tuple(
            (name.capitalize(), column, meaning)
            for name, sheet in tables.items()
            for column, meaning in meanings(name, sheet.columns, record)
        ),
    )
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties(
            {
                "title": f"Ottawa Atlas: {what}",
                "author": "Ottawa Atlas",
                "comments": f"{answer['attribution']} Data version {answer['data_version']}.",
                "created": datetime.fromisoformat(answer["verified_to"]),
            }
        )
        for name, sheet in tables.items():
            _fill(book, name.capitalize(), sheet)
        _fill(book, "Columns", about)
    return buffer.getvalue()


def _fill(book: Workbook, name: str, table: Table) -> None:
    sheet = book.add_worksheet(name)
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.freeze_panes(1, 0)
    for at, column in enumerate(table.columns):
        sheet.write_string(0, at, column, bold)
        cells = [row[at] for row in table.rows]
        sheet.set_column(at, at, _width(column, cells))
        for line, cell in enumerate(cells, start=1):
            found = exact(cell) if column in DAYS and isinstance(cell, str) else None
            _write(sheet, line, at, cell if found is None else found, day)
    sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.columns) - 1)


def _width(column: str, cells: Iterable[Cell]) -> int:
    longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
    return min(_WIDEST, max(_DAY_WIDTH, len(column) + 2, longest + 1))


def _write(sheet: Worksheet, line: int, at: int, cell: Cell | date, day: Format) -> None:
    if isinstance(cell, str):
        if len(cell) > LONGEST_TEXT:
            raise AtlasError(
                f"sheet {sheet.get_name()}, row {line + 1}, column {at + 1}: found a text of"
                f" {len(cell)} letters; expected at most {LONGEST_TEXT}, which Excel can keep"
            )
        if cell:
            sheet.write_string(line, at, cell)
    elif isinstance(cell, bool):
        sheet.write_boolean(line, at, cell)
    elif isinstance(cell, date):
        if cell.year < _FIRST_YEAR:
            sheet.write_string(line, at, cell.isoformat())
        else:
            sheet.write_datetime(line, at, cell, day)
    elif cell is not None:
        sheet.write_number(line, at, cell)
