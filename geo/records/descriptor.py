"""What `data/datapackage.json` says of the data files: the one place that rules their columns.

It is a tabular data package, so that other programs can check the files as well. Read here is what
the atlas needs of it: where each file is, what its columns are and may hold, and which columns lead
from one file to another.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic.alias_generators import to_camel

from geo.basics import dates, strict_json
from geo.basics.data_text import TextError
from geo.basics.problems import Problem, RecordError
from geo.records import addresses, characters
from geo.records.cells import DATE, DAY, FIGURE, figure, has_come
from geo.records.tables import LONGEST_CELL

DESCRIPTOR = "datapackage.json"

_WORDS = {
    "string": "text",
    "date": DAY,
    "integer": "a whole number",
    "number": "a number",
}
"""What a column of each type holds, in words."""


class _Part(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, frozen=True)


class Limits(_Part):
    """What the cells of a column may hold; a limit that is not read here is refused."""

    model_config = ConfigDict(extra="forbid")

    required: bool = False
    unique: bool = False
    pattern: re.Pattern[str] | None = None
    enum: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None


class Column(_Part):
    """A column: its type, its meaning in a sentence, and its limits."""

    name: str
    type: Literal["string", "date", "integer", "number"]
    description: str = ""
    constraints: Limits = Limits()

    @property
    def words(self) -> str:
        """What a cell of its type holds, in words."""
        least, most = self.constraints.minimum, self.constraints.maximum
        limits = [f"at least {least:g}"] if least is not None else []
        limits += [f"at most {most:g}"] if most is not None else []
        words = f"{_WORDS[self.type]} of {' and '.join(limits)}" if limits else _WORDS[self.type]
        return f"{words}, {FIGURE}" if self.type == "number" else words

    @property
    def advice(self) -> str:
        """What the column means, to whoever has to correct a cell of it."""
        return f"{(self.description or self.name).rstrip('.')}."

    def expects(self, cell: str) -> str:
        """Return what has to stand in place of a cell, empty where it keeps the column's limits."""
        limits = self.constraints
        if not cell:
            return "a value" if limits.required else ""
        if limits.enum and cell not in limits.enum:
            return f"one of {', '.join(limits.enum)}"
        if limits.pattern and not limits.pattern.fullmatch(cell):
            return f"the form {limits.pattern.pattern}"
        if self.type in ("integer", "number"):
            try:
                value = figure(cell)
            except ValueError:
                return self.words
            low = limits.minimum is not None and value < limits.minimum
            high = limits.maximum is not None and value > limits.maximum
            return self.words if low or high else ""
        return ""


class Target(_Part):
    """The column of another file that a reference leads to."""

    resource: str
    column: str = Field(alias="fields")


class ForeignKey(_Part):
    """A column whose values are those of a column of another file."""

    column: str = Field(alias="fields")
    reference: Target


class Schema(_Part):
    """The columns of a file, in order, and the keys among them."""

    columns: tuple[Column, ...] = Field(alias="fields")
    primary_key: Annotated[
        tuple[str, ...], BeforeValidator(lambda key: [key] if isinstance(key, str) else key)
    ]
    foreign_keys: tuple[ForeignKey, ...] = ()


class Resource(_Part):
    """A file of the record, beside the descriptor, and its schema."""

    name: str
    path: str = Field(pattern=r"^[a-z_]+\.csv$")
    encoding: Literal["utf-8"] = "utf-8"
    table: Schema = Field(alias="schema")

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns, in order."""
        return tuple(column.name for column in self.table.columns)

    @property
    def keys(self) -> tuple[tuple[str, ...], ...]:
        """The columns, alone or together, whose values stand once in the file."""
        unique = ((c.name,) for c in self.table.columns if c.constraints.unique)
        return (self.table.primary_key, *unique)


Text = Annotated[str, Field(min_length=1, max_length=LONGEST_CELL)]


class Work(_Part):
    """A licence or a source of the package, and where it is."""

    title: Text
    path: Text


class Descriptor(_Part):
    """The package: what it is called, its files, and the day it was compiled to, as written.

    `raw` is the descriptor as it stands on disk.
    """

    title: Text
    description: Text
    version: str = Field(pattern=r"^[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}$")
    licenses: Annotated[tuple[Work, ...], Field(min_length=1)]
    sources: tuple[Work, ...] = ()
    resources: tuple[Resource, ...]
    verified_to: object = Field(default=None, alias="verified_to")
    raw: bytes = b""

    def __getitem__(self, name: str) -> Resource:
        """A file by its name. Raises KeyError for a name of none."""
        return {resource.name: resource for resource in self.resources}[name]


def read(directory: Path, tables: Mapping[str, Collection[str]]) -> Descriptor:
    """The descriptor of a directory, which describes `tables`: the columns of each, by its name.

    Raises:
        RecordError: it cannot be read, or describes other tables than these.
    """
    try:
        raw = (directory / DESCRIPTOR).read_bytes()
    except OSError as error:
        raise RecordError([_problem("", str(error.strerror), "a readable file")]) from None
    try:
        described = strict_json.read(raw)
        found = Descriptor.model_validate(described)
    except TextError as error:
        advice = error.advice
        problem = Problem(DESCRIPTOR, error.line, "", error.found, error.expected, advice)
        raise RecordError([problem]) from None
    except strict_json.JsonError as error:
        raise RecordError(
            Problem(DESCRIPTOR, each.line, each.place, each.found, each.expected, _RESTORE)
            for each in error.faults
        ) from None
    except ValidationError as error:
        raise RecordError(
            _problem(".".join(map(str, each["loc"])), str(each["input"]), _ANY, f"{each['msg']}. ")
            for each in error.errors()
        ) from None
    if problems := [*_other_tables(found, tables), *_loose_keys(found), *_bad_texts(described)]:
        raise RecordError(problems)
    return found.model_copy(update={"raw": raw})


_ANY = "a description of the data files"
_RESTORE = "Restore it from the repository: it says what the data files are."


def _problem(column: str, value: str, expected: str, said: str = "") -> Problem:
    return Problem(DESCRIPTOR, 0, column, value, expected, f"{said}{_RESTORE}")


def _bad_texts(value: Any, *keys: str) -> Iterator[Problem]:
    """Texts that hold what a cell may not, addresses nobody opens, and days still to come."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _bad_texts(each, *keys, key)
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from _bad_texts(each, *keys, str(place))
    elif isinstance(value, str):
        fault = characters.fault(value)
        if value.startswith(("http://", "https://")):
            fault = fault or addresses.fault(value)
        elif re.match("[0-9]{4}-[0-9]{2}", value) and keys != ("verified_to",):
            fault = fault or _bad_day(value)
        if fault:
            yield Problem(DESCRIPTOR, 0, ".".join(keys), value, *fault)


def _bad_day(text: str) -> tuple[str, str] | None:
    try:
        come = has_come(dates.PartialDate.parse(text[:10]).first)
    except ValueError as error:
        return DATE, f"{error}."
    return None if come else ("a day that has come", "Say when it was.")


def _other_tables(found: Descriptor, tables: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    names = [resource.name for resource in found.resources]
    if sorted(names) != sorted(tables):
        missing = [name for name in tables if name not in names] or list(tables)
        expected = f"a description of {', '.join(missing)}"
        yield _problem("resources", ", ".join(sorted(names)), expected)
        return
    for resource in found.resources:
        if sorted(resource.names) != sorted(tables[resource.name]):
            expected = f"the columns {', '.join(tables[resource.name])}"
            yield _problem(resource.name, ", ".join(resource.names), expected)


def _loose_keys(found: Descriptor) -> Iterator[Problem]:
    columns = {resource.name: resource.names for resource in found.resources}
    for resource in found.resources:
        own = [(resource.name, name) for name in resource.table.primary_key]
        for key in resource.table.foreign_keys:
            own += [(resource.name, key.column), (key.reference.resource, key.reference.column)]
        for table, name in own:
            if name not in columns.get(table, ()):
                expected = f"keys of columns that {table} has"
                yield _problem(resource.name, name, expected)
