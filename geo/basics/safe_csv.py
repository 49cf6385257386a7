"""Tables as CSV that is safe to open in a spreadsheet, whoever wrote what is in them."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable
from typing import Any

Cell = str | int | float | bool | None

_FORMULA_STARTS = frozenset("=+-@\u2212")
"""Signs that begin a formula; the full-width and small forms of them do in some spreadsheets."""

_BYTE_ORDER_MARK = "\ufeff"

_CUT_OFF = ("\t", "\r", "\n")
"""What a spreadsheet takes off a cell, or a cell apart, before it looks at the rest."""


def to_csv(columns: Iterable[str], rows: Iterable[Iterable[Cell]]) -> str:
    """CSV (UTF-8, LF, comma) that is safe to open in a spreadsheet.

    Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay
    numbers, True and False become `true` and `false`, None an empty cell. A carriage return, which
    would end the row for some readers, becomes a line feed.
    """
    return _written(columns, rows, lineterminator="\n")


def to_excel_csv(columns: Iterable[str], rows: Iterable[Iterable[Cell]]) -> str:
    """Writes CSV that Excel opens by a double click where figures have a decimal comma.

    It begins with a byte order mark, without which Excel takes letters for others; a semicolon
    stands between cells, a comma in figures (84,6: Excel there takes 12.5 for the twelfth of May),
    CRLF at the end of a row.
    """
    local = ([_decimal_comma(cell) for cell in row] for row in rows)
    return _BYTE_ORDER_MARK + _written(columns, local, delimiter=";", lineterminator="\r\n")


def _written(columns: Iterable[str], rows: Iterable[Iterable[Cell]], **dialect: Any) -> str:
    text = io.StringIO()
    writer = csv.writer(text, **dialect)
    writer.writerow(map(safe_cell, columns))
    writer.writerows(map(safe_cell, row) for row in rows)
    return text.getvalue()


def _decimal_comma(cell: Cell) -> Cell:
    return str(cell).replace(".", ",") if isinstance(cell, float) else cell


def safe_cell(value: Cell) -> str | int | float:
    """One cell as `to_csv` writes it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        text = value.replace("\r\n", "\n").replace("\r", "\n")
        return f"'{text}" if _may_run(value) else text
    return value


def _may_run(text: str) -> bool:
    """Whether a spreadsheet may run a text: what it cannot see before the sign does not stop it."""
    if text.startswith(_CUT_OFF):
        return True
    seen = (c for c in text if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf"))
    return unicodedata.normalize("NFKC", next(seen, ""))[:1] in _FORMULA_STARTS
