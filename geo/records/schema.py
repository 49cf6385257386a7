"""The shape of the data files, checked against `datapackage.json` with Frictionless.

Everything that can be said of a file by itself, or of one reference from one cell, is in the
package descriptor: columns, types, patterns, enumerations, keys. What spans rows and files is in
`geo.records.rules.sources`.
"""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from geo.basics import dates
from geo.records.problems import Problem

EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
"""The `rdfType` of a column whose dates may be intervals: `geo.basics.dates` says what is wrong
there.
"""

EVENT_DATE = "a date that exists: YYYY-MM-DD, YYYY-MM, YYYY, or two days YYYY-MM-DD/YYYY-MM-DD"

DESCRIPTOR = "datapackage.json"

RESOURCES = (
    "sources",
    "states",
    "events",
    "verifications",
    "border-lengths",
    "disagreements",
    "disagreement-versions",
    "metrics",
    "facts",
    "claims",
)
"""What the descriptor must describe, by resource name."""

_RAGGED = ("extra-cell", "missing-cell", "blank-row")
"""What Frictionless calls a row that has not as many cells as the header."""

_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
"""Categories of Unicode no cell may hold: controls, newlines, bidirectional overrides."""


@dataclass(slots=True)
class RawRow:
    """A row as text. `line` is where it starts in its file; `width` is how many
    cells it has, `sound` turns False at its first fault.
    """

    line: int
    cells: Mapping[str, str]
    width: int
    sound: bool = True


@dataclass(slots=True)
class Table:
    """A data file as text. `usable` is False where its header or encoding lets no row be read."""

    file: str
    columns: tuple[str, ...]
    usable: bool = True
    rows: list[RawRow] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)  # where each CSV record starts, header first

    def at(self, line: int) -> RawRow | None:
        """The row that starts on a line."""
        return next((row for row in self.rows if row.line == line), None)

    def line(self, error: Any) -> int:
        """The line of a Frictionless error, 0 for one of the whole file: it counts CSV records."""
        number = getattr(error, "row_number", None)
        return self.lines[number - 1] if number and number <= len(self.lines) else 0

    def values(self, column: str) -> frozenset[str]:
        """Every value of a column, those of faulty rows too."""
        return frozenset(row.cells[column] for row in self.rows if row.cells.get(column))


def check(directory: Path) -> tuple[dict[str, Table], list[Problem]]:
    """Reads the files the descriptor names and everything wrong with their structure.

    Returns the tables by resource name; rows with a fault are in them, marked unsound.
    """
    descriptor, problems = _read_descriptor(directory)
    if problems:
        return {}, problems
    resources: list[dict[str, Any]] = descriptor["resources"]
    tables: dict[str, Table] = {}
    for resource in resources:
        table, found = _read(directory / resource["path"], resource)
        tables[resource["name"]] = table
        problems += found
    problems += _validate(directory, resources, tables)
    for problem in problems:
        for table in tables.values():
            if table.file == problem.file and (row := table.at(problem.line)):
                row.sound = False
    return tables, problems


def read_descriptor(directory: Path) -> dict[str, Any]:
    """The package descriptor; `check` has found it readable."""
    descriptor: dict[str, Any] = json.loads((directory / DESCRIPTOR).read_text(encoding="utf-8"))
    return descriptor


def _read_descriptor(directory: Path) -> tuple[dict[str, Any], list[Problem]]:
    try:
        descriptor = read_descriptor(directory)
        resources = descriptor["resources"]
        described = {r["name"] for r in resources if r["path"] and r["schema"]["fields"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        found, described = str(error), set[str]()
    else:
        found = ", ".join(sorted(described))
    if missing := [name for name in RESOURCES if name not in described]:
        expected = f"a description of {', '.join(missing)}"
        advice = "Restore it from the repository: it says what the data files are."
        return {}, [Problem(DESCRIPTOR, 0, "resources", found, expected, advice)]
    return descriptor, []


def _read(path: Path, resource: Mapping[str, Any]) -> tuple[Table, list[Problem]]:
    columns = tuple(f["name"] for f in resource["schema"]["fields"])
    table = Table(path.name, columns, usable=False)

    def whole(line: int, value: str, expected: str, advice: str) -> tuple[Table, list[Problem]]:
        return table, [Problem(table.file, line, "", value, expected, advice)]

    try:
        raw = path.read_bytes()
    except OSError as error:
        return whole(0, error.strerror or str(error), "a readable file", "Restore the file.")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        value = raw[error.start : error.start + 1].hex(" ")
        return whole(line, f"byte {value}", "UTF-8 text", "Save the file as UTF-8.")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    records: list[list[str]] = []
    try:
        start = 1
        for record in reader:
            records.append(record)
            table.lines.append(start)
            start = reader.line_num + 1
    except csv.Error as error:
        advice = "Look for a quotation mark that is not closed or not doubled."
        return whole(reader.line_num, str(error), "comma-separated cells", advice)
    header = tuple(records[0]) if records else ()
    if header != columns:
        return table, list(_header_problems(table.file, header, columns))
    table.usable = True
    problems: list[Problem] = []
    for line, record in zip(table.lines[1:], records[1:], strict=True):
        row = RawRow(line, dict(zip(columns, record, strict=False)), len(record))
        table.rows.append(row)
        problems += _invisible(table.file, row)
    return table, problems


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


def _invisible(file: str, row: RawRow) -> Iterator[Problem]:
    for column, cell in row.cells.items():
        if cell.isprintable():  # nearly all are, and this is quick
            continue
        for character in cell:
            if unicodedata.category(character) in _INVISIBLE:
                name = unicodedata.name(character, f"U+{ord(character):04X}")
                expected = "visible characters on one line"
                yield Problem(
                    file, row.line, column, cell, expected, f"Remove the character {name}."
                )
                break


def _validate(
    directory: Path, resources: list[dict[str, Any]], tables: Mapping[str, Table]
) -> Iterator[Problem]:
    from frictionless import Package, system  # a third of a second: only who loads the record pays

    with system.use_context(trusted=False):
        package = Package.from_descriptor(_usable_part(resources, tables), basepath=str(directory))
        report = package.validate(limit_errors=10_000)
    for error in report.errors:
        yield Problem(DESCRIPTOR, 0, "", error.note, "a valid data package", "Mend the descriptor.")
    schemas = {resource["name"]: resource["schema"] for resource in resources}
    for task in report.tasks:
        table = tables[task.name]
        ragged = {table.line(e) for e in task.errors if e.type in _RAGGED}
        for line in ragged:
            yield _ragged(table, line)
        for error in task.errors:
            if table.line(error) not in ragged:
                yield _translate(error, table, schemas[task.name])


def _usable_part(resources: list[dict[str, Any]], tables: Mapping[str, Table]) -> dict[str, Any]:
    """The package without files that could not be read, and without references into them."""
    kept = []
    for resource in resources:
        if not tables[resource["name"]].usable:
            continue
        schema = dict(resource["schema"])
        keys = schema.get("foreignKeys", [])
        schema["foreignKeys"] = [k for k in keys if tables[k["reference"]["resource"]].usable]
        kept.append({**resource, "schema": schema})
    return {"name": "record", "resources": kept}


def _ragged(table: Table, line: int) -> Problem:
    row = table.at(line)
    found = row.width if row else 0
    advice = "Count the commas; a cell that holds a comma needs quotation marks around it."
    return Problem(table.file, line, "", f"{found} cells", f"{len(table.columns)} cells", advice)


def _translate(error: Any, table: Table, schema: Mapping[str, Any]) -> Problem:
    """A Frictionless error in our words."""
    line = table.line(error)
    row = table.at(line)
    if row is None:
        return Problem(table.file, line, "", error.note, "a readable table", "Mend the file.")
    if error.type in ("primary-key", "unique-error"):
        key = schema["primaryKey"] if error.type == "primary-key" else error.field_name
        names = [key] if isinstance(key, str) else list(key)
        value = [row.cells[name] for name in names]
        same = (r.line for r in table.rows if [r.cells.get(name) for name in names] == value)
        advice = f"Line {next(same)} has it already."
        return Problem(
            table.file, line, names[0], ", ".join(value), "a value no other row has", advice
        )
    if error.type == "foreign-key":
        name = error.field_names[0]
        target = next(k["reference"] for k in schema["foreignKeys"] if k["fields"] == name)
        expected = f"a {target['fields']} that {target['resource']} has"
        return Problem(
            table.file, line, name, row.cells[name], expected, "Add it there or correct it here."
        )
    name = error.field_name
    field_schema = next(f for f in schema["fields"] if f["name"] == name)
    value_found = row.cells[name]
    if value_found and field_schema.get("rdfType") == EDTF:
        return Problem(table.file, line, name, value_found, EVENT_DATE, _fault_of_date(value_found))
    description = str(field_schema.get("description", name)).rstrip(".")
    return Problem(
        table.file, line, name, value_found, _expected(field_schema, value_found), f"{description}."
    )


def _fault_of_date(text: str) -> str:
    try:
        dates.parse(text)
    except ValueError as error:
        return f"{error}."
    return "Write it as the descriptor says."


def _expected(field_schema: Mapping[str, Any], value: str) -> str:
    limits = field_schema.get("constraints", {})
    if not value and limits.get("required"):
        return "a value"
    if "enum" in limits:
        return "one of " + ", ".join(limits["enum"])
    if "pattern" in limits:
        return f"the form {limits['pattern']}"
    if "minimum" in limits:
        return f"a {field_schema['type']} of at least {limits['minimum']}"
    return f"a {field_schema['type']}"
