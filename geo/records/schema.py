"""The data files checked by themselves: their cells and keys, and the rows as typed values.

What a cell may hold is said by `data/datapackage.json` (`geo.records.descriptor`), what it becomes
by the classes of `geo.records.rows`; pydantic reads the one into the other. What spans rows and
files beyond keys is in `geo.records.rules`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from geo.basics.problems import Problem
from geo.records.cells import CellError
from geo.records.descriptor import Column, Descriptor, ForeignKey, Resource
from geo.records.tables import RawRow, Table
from geo.records.unchecked import Row

T = TypeVar("T")


def rows(
    kind: type[T], table: Table, resource: Resource, problems: list[Problem]
) -> tuple[Row[T], ...]:
    """The sound rows of a table, as values; what is wrong with the others goes to `problems`."""
    read: Callable[[object], T] = _reader(cast("Hashable", kind))
    columns = {column.name: column for column in resource.table.columns}
    found: list[Row[T]] = []
    for raw in table.rows:
        if not raw.whole:
            continue
        faults = {
            name: (expected, column.advice)
            for name, column in columns.items()
            if name not in raw.unread and (expected := column.expects(raw.cells[name]))
        }
        try:
            value = read({**raw.cells, "line": raw.line})
            if raw.sound and not faults:
                found.append(Row(table.file, raw.line, raw.cells, value))
        except ValidationError as error:
            for each in error.errors():
                name = str(each["loc"][0])
                if name in raw.unread:  # said where the file was read
                    continue
                if raw.cells[name] or name not in faults:  # an empty cell lacks a value, no form
                    faults[name] = _unread(each, columns[name])
        raw.sound = raw.sound and not faults
        problems += [
            Problem(table.file, raw.line, name, raw.cells[name], expected, advice)
            for name, (expected, advice) in faults.items()
        ]
    return tuple(found)


@cache
def _reader(kind: Any) -> Any:
    """Return what makes a row of a class; to make it takes longer than to read a table."""
    return TypeAdapter(kind).validate_python


def _unread(error: Any, column: Column) -> tuple[str, str]:
    """Return what was expected of a cell that pydantic could not read, and what to do."""
    cause = error.get("ctx", {}).get("error")
    if isinstance(cause, CellError):
        return cause.expected, cause.advice
    return column.words, column.advice


def check_keys(tables: Mapping[str, Table], package: Descriptor) -> Iterator[Problem]:
    """Rows whose key another row has, or that name a row which is not there; they become unsound.

    Nothing is said of references into a file that cannot be read.
    """
    for resource in package.resources:
        table = tables[resource.name]
        for names in resource.keys:
            yield from _repeated(table, names)
        for key in resource.table.foreign_keys:
            target = tables[key.reference.resource]
            if target.usable:
                yield from _dangling(table, key, target.values(key.reference.column))


def _repeated(table: Table, names: tuple[str, ...]) -> Iterator[Problem]:
    first: dict[tuple[str, ...], RawRow] = {}
    for row in table.rows:
        key = tuple(row.cells[name] for name in names) if row.whole else ()
        if any(key) and (other := first.setdefault(key, row)) is not row:
            row.sound = False
            advice = f"Line {other.line} has it already."
            value = ", ".join(key)
            yield Problem(table.file, row.line, names[0], value, "a value no other row has", advice)


def _dangling(table: Table, key: ForeignKey, there: frozenset[str]) -> Iterator[Problem]:
    for row in table.rows:
        value = row.cells[key.column] if row.whole else ""
        if value and value not in there:
            row.sound = False
            expected = f"a {key.reference.column} that {key.reference.resource} has"
            advice = "Add it there or correct it here."
            yield Problem(table.file, row.line, key.column, value, expected, advice)
