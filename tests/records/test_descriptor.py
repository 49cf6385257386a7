"""`datapackage.json` means to the atlas what it means to any other reader of data packages."""

import datetime as dt
import json
from collections.abc import Callable
from typing import Any, get_type_hints

import frictionless
import pytest
from frictionless import errors

from geo import records
from geo.basics.dates import Interval, PartialDate
from geo.records.loading import TABLES
from geo.records.rows import columns_of
from tests.records.spoiled import Copy, found
from tests.records.test_records import SHAPES

Descriptor = dict[str, Any]
PACKAGE: Descriptor = json.loads((records.DATA_DIR / "datapackage.json").read_text("utf-8"))


def refused(copy: Copy) -> set[tuple[str, int, str]]:
    """File, line and column of every cell that another reader refuses."""
    with frictionless.system.use_context(trusted=True):  # the copy lies at an absolute path
        report = frictionless.validate(str(copy.directory / "datapackage.json"), limit_errors=1000)
    assert not report.errors
    keys = {r["path"]: r["schema"]["primaryKey"] for r in PACKAGE["resources"]}
    cells: set[tuple[str, int, str]] = set()
    for task in report.tasks:
        file = task.place.rpartition("/")[2]
        for error in task.errors:
            match error:
                case errors.CellError():
                    columns = [error.field_name]
                case errors.ForeignKeyError():
                    columns = error.field_names
                case errors.PrimaryKeyError():
                    columns = [keys[file]]
                case _:
                    pytest.fail(f"{file}: {error.message}")
            cells |= {(file, error.row_number, column) for column in columns}
    return cells


def test_another_reader_finds_nothing_wrong_with_the_package(copy: Copy) -> None:
    assert refused(copy) == set()


def test_what_the_descriptor_refuses_here_it_refuses_with_another_reader(copy: Copy) -> None:
    spoiled = {
        (file, copy.add(file, key, **{column: value}), column)
        for file, key, column, value, _ in SHAPES
    }
    assert spoiled - refused(copy) == set()


KINDS: dict[str, tuple[object, ...]] = {
    "string": (str, tuple[str, ...], PartialDate, PartialDate | None, PartialDate | Interval, bool),
    "date": (dt.date, dt.date | None),
    "integer": (int,),
    "number": (float, float | None),
}


@pytest.mark.parametrize("resource", PACKAGE["resources"], ids=lambda resource: resource["name"])
def test_a_row_holds_what_the_descriptor_describes_in_its_order(resource: Descriptor) -> None:
    kind = TABLES[resource["name"]]
    described = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
    assert columns_of(kind) == tuple(described)
    held = get_type_hints(kind)
    for name, type_of in described.items():
        assert held[name] in KINDS[type_of], name
    optional = {
        field["name"]
        for field in resource["schema"]["fields"]
        if not field.get("constraints", {}).get("required")
    }
    assert {name for name in described if type(None) in getattr(held[name], "__args__", ())} <= (
        optional
    )


def table(package: Descriptor, name: str) -> Descriptor:
    schema: Descriptor = next(r for r in package["resources"] if r["name"] == name)["schema"]
    return schema


def column(package: Descriptor, name: str, of: str) -> Descriptor:
    field: Descriptor = next(f for f in table(package, name)["fields"] if f["name"] == of)
    return field


def limits(package: Descriptor, name: str, of: str) -> Descriptor:
    constraints: Descriptor = column(package, name, of)["constraints"]
    return constraints


SPOILED: dict[str, tuple[Callable[[Descriptor], object], str, str]] = {
    "a type that is none": (
        lambda p: column(p, "events", "title").update(type="colour"),
        "resources.2.schema.fields.5.type",
        "a description of the data files",
    ),
    "a limit nobody would keep": (
        lambda p: limits(p, "border-lengths", "length_km").update(multipleOf=9),
        "resources.4.schema.fields.5.constraints.multipleOf",
        "a description of the data files",
    ),
    "a pattern that is none": (
        lambda p: limits(p, "events", "event_id").update(pattern="("),
        "resources.2.schema.fields.0.constraints.pattern",
        "a description of the data files",
    ),
    "a column renamed": (
        lambda p: column(p, "events", "title").update(name="heading"),
        "events",
        "the columns event_id, date, iso_a3, treaty, kind, title",
    ),
    "a column less": (
        lambda p: table(p, "metrics")["fields"].pop(),
        "metrics",
        "the columns metric, units",
    ),
    "a file twice": (
        lambda p: p["resources"].append(p["resources"][0]),
        "resources",
        "a description of sources, states",
    ),
    "a file elsewhere": (
        lambda p: p["resources"][2].update(path="../events.csv"),
        "resources.2.path",
        "a description of the data files",
    ),
    "a key that is no column": (
        lambda p: table(p, "events").update(primaryKey="number"),
        "events",
        "keys of columns that events has",
    ),
    "a reference to no file": (
        lambda p: table(p, "facts")["foreignKeys"][0]["reference"].update(resource="nowhere"),
        "facts",
        "keys of columns that nowhere has",
    ),
    "a reference to no column": (
        lambda p: table(p, "facts")["foreignKeys"][0]["reference"].update(fields="nothing"),
        "facts",
        "keys of columns that states has",
    ),
}


@pytest.mark.parametrize("name", SPOILED)
def test_a_descriptor_that_cannot_be_followed_is_refused_with_its_place(
    copy: Copy, name: str
) -> None:
    spoil, place, expected = SPOILED[name]
    package = json.loads(copy.text("datapackage.json"))
    spoil(package)
    copy.write("datapackage.json", json.dumps(package))
    (told,) = copy.problems()
    assert (told.file, told.column) == ("datapackage.json", place)
    assert expected in told.expected
    assert told.advice.endswith("it says what the data files are.")


def test_a_cell_the_descriptor_lets_be_empty_and_the_row_does_not_is_named(copy: Copy) -> None:
    package = json.loads(copy.text("datapackage.json"))
    del limits(package, "events", "date")["required"]
    copy.write("datapackage.json", json.dumps(package))
    line = copy.set("events.csv", "pol-2025-withdrawal-notice", date="")
    told = found(copy.problems(), "events.csv", line, "date")
    assert told.expected.startswith("a date that exists")
