"""A data file as text: its rows, the lines they start on, and what lets no row be read."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from geo.basics.data_text import TextError, decoded
from geo.basics.problems import Problem
from geo.records import characters

LONGEST_CELL = 2_000
"""Letters of the longest cell that any page can show; the longest of this record has 283."""

csv.field_size_limit(2**31 - 1)  # else a longer cell is refused without a word of which it is

_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}
"""What spreadsheets put between cells where they put no comma."""


@dataclass(slots=True)
class RawRow:
    """A row as text. `line` is where it starts in its file.

    `whole` says whether it has as many cells as there are columns, and something in them; `cells`
    are those that there are. `sound` turns False at its first fault; `unread` are the columns whose
    cells are at fault whatever they mean.
    """

    line: int
    cells: Mapping[str, str]
    whole: bool
    sound: bool = True
    unread: frozenset[str] = frozenset()


@dataclass(slots=True)
class Table:
    """A data file as text, and as it stands on disk (`raw`).

    `usable` is False where its header or encoding lets no row be read.
    """

    file: str
    columns: tuple[str, ...]
    usable: bool = True
    raw: bytes = b""
    rows: list[RawRow] = field(default_factory=list)

    def values(self, column: str) -> frozenset[str]:
        """Every value of a column, those of faulty rows too."""
        return frozenset(row.cells[column] for row in self.rows if row.cells.get(column))


def read(path: Path, columns: tuple[str, ...], problems: list[Problem]) -> Table:
    """A file of these columns; what is wrong with its structure goes to `problems`."""
    table = Table(path.name, columns, usable=False)

    def unusable(line: int, value: str, expected: str, advice: str) -> Table:
        problems.append(Problem(table.file, line, "", value, expected, advice))
        return table

    try:
        table.raw = path.read_bytes()
    except OSError as error:
        value = error.strerror or str(error)
        return unusable(0, value, "a readable file", "Restore the file.")
    try:
        text = decoded(table.raw)
    except TextError as error:
        return unusable(error.line, error.found, error.expected, error.advice)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    records: list[tuple[int, list[str]]] = []
    start = 1
    try:
        for record in reader:
            records.append((start, record))
            start = reader.line_num + 1
    except csv.Error as error:
        problems.append(_broken(table, text, start, error))
        return table
    if not records:
        return unusable(0, "an empty file", _rows_of(columns), "Restore the file.")
    header = tuple(records[0][1])
    if header != columns:
        problems += _header_problems(table.file, header, columns)
        return table
    if len(records) == 1:
        return unusable(0, "no row below the header", _rows_of(columns), "Restore the rows.")
    table.usable = True
    for line, record in records[1:]:
        whole = len(record) == len(columns) and any(record)
        row = RawRow(line, dict(zip(columns, record, strict=False)), whole)
        found = list(_row_problems(table, row, record))
        row.sound, row.unread = not found, frozenset(problem.column for problem in found)
        table.rows.append(row)
        problems += found
    return table


def _rows_of(columns: tuple[str, ...]) -> str:
    return f"rows of the columns {', '.join(columns)}"


def _broken(table: Table, text: str, line: int, error: csv.Error) -> Problem:
    """Say where a row begins whose quotation marks cannot be read, and its text.

    The last cell that begins on that line is the one that does not end there.
    """
    begins = io.StringIO(text, newline="").readlines()[line - 1]
    cells = next(csv.reader([begins]))
    column = table.columns[len(cells) - 1] if line > 1 and len(cells) <= len(table.columns) else ""
    advice = f"Look for a quotation mark that is not closed or not doubled ({error})."
    value = cells[-1].rstrip("\r\n")
    return Problem(table.file, line, column, value, "comma-separated cells", advice)


def _header_problems(
    file: str, header: tuple[str, ...], columns: tuple[str, ...]
) -> Iterator[Problem]:
    expected = f"the columns {', '.join(columns)}"
    for mark, name in _SEPARATORS.items():
        if len(header) == 1 and tuple(header[0].split(mark)) == columns:
            advice = "Save the file with commas between its cells."
            yield Problem(file, 1, "", f"{name} between the cells", expected, advice)
            return
    for name in columns:
        if name not in header:
            yield Problem(file, 1, name, "no such column", expected, f"Add the column {name}.")
    for name in dict.fromkeys(header):
        if name not in columns or header.count(name) > 1:
            yield Problem(file, 1, name, name, expected, "Remove or rename the stray column.")
    if header != columns and sorted(header) == sorted(columns):
        yield Problem(file, 1, "", ",".join(header), expected, "Put the columns in this order.")


def _row_problems(table: Table, row: RawRow, record: list[str]) -> Iterator[Problem]:
    found, expected = f"{len(record)} cells", f"{len(table.columns)} cells"
    if row.whole:
        yield from _unreadable(table.file, row)
    elif not any(record):
        found = f"{len(record)} empty cells" if record else found
        advice = "Remove the line: nothing stands in it."
        yield Problem(table.file, row.line, "", found, expected, advice)
    else:
        advice = "Count the commas; a cell that holds a comma needs quotation marks around it."
        yield Problem(table.file, row.line, "", found, expected, advice)


def _unreadable(file: str, row: RawRow) -> Iterator[Problem]:
    """Cells that are too long, or hold what no reader sees or what was another letter once."""
    for column, cell in row.cells.items():
        if len(cell) > LONGEST_CELL:
            expected = f"{LONGEST_CELL:,} letters at most, these are {len(cell):,}"
            yield Problem(file, row.line, column, cell, expected, "Shorten it to what is shown.")
        elif fault := characters.fault(cell):
            yield Problem(file, row.line, column, cell, *fault)
