"""A data file as text: its rows, the lines they start on, and what lets no row be read."""

from __future__ import annotations

import codecs
import csv
import io
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from geo.basics.problems import Problem

_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
"""Categories of Unicode no cell may hold: controls, newlines, bidirectional overrides."""


@dataclass(slots=True)
class RawRow:
    """A row as text. `line` is where it starts in its file.

    `whole` says whether it has as many cells as there are columns, and something in them; `cells`
    are those that there are. `sound` turns False at its first fault.
    """

    line: int
    cells: Mapping[str, str]
    whole: bool
    sound: bool = True


@dataclass(slots=True)
class Table:
    """A data file as text. `usable` is False where its header or encoding lets no row be read."""

    file: str
    columns: tuple[str, ...]
    usable: bool = True
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
        raw = path.read_bytes()
    except OSError as error:
        value = error.strerror or str(error)
        return unusable(0, value, "a readable file", "Restore the file.")
    if raw.startswith(codecs.BOM_UTF8):
        advice = "Save the file as UTF-8 without it."
        return unusable(1, "a byte order mark", "UTF-8 text without one", advice)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        value = raw[error.start : error.start + 1].hex(" ")
        return unusable(line, f"byte {value}", "UTF-8 text", "Save the file as UTF-8.")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    records: list[tuple[int, list[str]]] = []
    start = 1
    try:
        for record in reader:
            records.append((start, record))
            start = reader.line_num + 1
    except csv.Error as error:
        advice = "Look for a quotation mark that is not closed or not doubled."
        return unusable(reader.line_num, str(error), "comma-separated cells", advice)
    header = tuple(records[0][1]) if records else ()
    if header != columns:
        problems += _header_problems(table.file, header, columns)
        return table
    table.usable = True
    for line, record in records[1:]:
        whole = len(record) == len(columns) and any(record)
        row = RawRow(line, dict(zip(columns, record, strict=False)), whole)
        found = list(_row_problems(table, row, record))
        row.sound = not found
        table.rows.append(row)
        problems += found
    return table


def _header_problems(
    file: str, header: tuple[str, ...], columns: tuple[str, ...]
) -> Iterator[Problem]:
    expected = f"the columns {', '.join(columns)}"
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
        yield from _invisible(table.file, row)
    elif not any(record):
        found = f"{len(record)} empty cells" if record else found
        advice = "Remove the line: nothing stands in it."
        yield Problem(table.file, row.line, "", found, expected, advice)
    else:
        advice = "Count the commas; a cell that holds a comma needs quotation marks around it."
        yield Problem(table.file, row.line, "", found, expected, advice)


def _invisible(file: str, row: RawRow) -> Iterator[Problem]:
    for column, cell in row.cells.items():
        if cell.isprintable():  # nearly all are, and this is quick
            continue
        for character in cell:
            if unicodedata.category(character) in _INVISIBLE:
                name = unicodedata.name(character, f"U+{ord(character):04X}")
                expected = "visible characters on one line"
                advice = f"Remove the character {name}."
                yield Problem(file, row.line, column, cell, expected, advice)
                break
