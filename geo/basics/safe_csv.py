"""Tables as CSV that is safe to open in a spreadsheet, whoever wrote what is in them."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable

Cell = str | int | float | bool | None

_FORMULA_STARTS = frozenset("=+-@\u2212")
"""Signs that begin a formula; the full-width and small forms of them do in some spreadsheets."""

_CUT_OFF = ("\t", "\r", "\n")
"""What a spreadsheet takes off a cell, or a cell apart, before it looks at the rest."""


def to_csv(columns: Iterable[str], rows: Iterable[Iterable[Cell]]) -> str:
    """CSV (UTF-8, LF, comma) that is safe to open in a spreadsheet.

    Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay
    numbers, True and False become `true` and `false`, None an empty cell. A carriage return, which
    would end the row for some readers, becomes a line feed.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(map(safe_cell, columns))
    writer.writerows(map(safe_cell, row) for row in rows)
    return text.getvalue()


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
