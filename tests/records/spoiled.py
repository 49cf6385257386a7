"""A copy of `data/` that a test may spoil, and what the record then says of it."""

import csv
import io
import shutil
from pathlib import Path

import pytest

from geo import records
from geo.basics.problems import Problem
from geo.records import RecordError

KEYS = {"disagreement_versions.csv": "ref"}
"""The column by which a row is named, where it is not the first."""


def copied(target: Path) -> "Copy":
    """A copy of data/ in a folder that is not there yet."""
    shutil.copytree(records.DATA_DIR, target, ignore=shutil.ignore_patterns("borders"))
    return Copy(target)


class Copy:
    """A copy of data/ that a test may break."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def text(self, file: str) -> str:
        return (self.directory / file).read_text(encoding="utf-8")

    def write(self, file: str, text: str) -> None:
        (self.directory / file).write_text(text, encoding="utf-8", newline="")

    def table(self, file: str) -> list[list[str]]:
        return list(csv.reader(io.StringIO(self.text(file), newline="")))

    def save(self, file: str, rows: list[list[str]]) -> None:
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\n").writerows(rows)
        self.write(file, out.getvalue())

    def line(self, file: str, key: str) -> int:
        """The line of the row whose id is `key`; rows of this record are one line each."""
        rows = self.table(file)
        column = rows[0].index(KEYS.get(file, rows[0][0]))
        return next(n for n, row in enumerate(rows, 1) if row[column] == key)

    def cell(self, file: str, line: int, column: str) -> str:
        rows = self.table(file)
        return rows[line - 1][rows[0].index(column)]

    def set(self, file: str, key: str, **cells: str) -> int:
        line = self.line(file, key)
        self.put(file, line, **cells)
        return line

    def put(self, file: str, line: int, **cells: str) -> None:
        rows = self.table(file)
        for column, value in cells.items():
            rows[line - 1][rows[0].index(column)] = value
        self.save(file, rows)

    def add(self, file: str, like: str, **cells: str) -> int:
        rows = self.table(file)
        rows.append(list(rows[self.line(file, like) - 1]))
        for column, value in cells.items():
            rows[-1][rows[0].index(column)] = value
        self.save(file, rows)
        return len(rows)

    def drop(self, file: str, key: str) -> None:
        line, rows = self.line(file, key), self.table(file)
        self.save(file, [row for n, row in enumerate(rows, 1) if n != line])

    def problems(self) -> tuple[Problem, ...]:
        with pytest.raises(RecordError) as caught:
            records.load(self.directory)
        return caught.value.problems


def found(problems: tuple[Problem, ...], file: str, line: int, column: str) -> Problem:
    here = [p for p in problems if (p.file, p.line, p.column) == (file, line, column)]
    assert here, f"nothing at {file}:{line} {column}; found:\n" + "\n".join(map(str, problems))
    return here[0]
