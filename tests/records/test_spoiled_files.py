"""Files as editors, spreadsheets and broken disks leave them: read rightly, or refused by name."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geo import records
from tests.own_data import own_record
from tests.records.spoiled import Copy, found

TABLES = sorted(path.name for path in records.DATA_DIR.glob("*.csv"))
STATES, EVENTS, SOURCES = "states.csv", "events.csv", "sources.csv"
DESCRIPTOR = "datapackage.json"


def bytes_of(copy: Copy, file: str, change: Callable[[bytes], bytes]) -> None:
    path = copy.directory / file
    path.write_bytes(change(path.read_bytes()))


@pytest.mark.parametrize("file", [*TABLES, DESCRIPTOR])
def test_a_byte_order_mark_is_read(copy: Copy, file: str) -> None:
    bytes_of(copy, file, lambda raw: b"\xef\xbb\xbf" + raw)
    assert same(copy)


def same(copy: Copy) -> bool:
    """Whether a copy says what the record says; only its checksum may be another."""
    here, there = own_record(), records.load(copy.directory)
    return all(
        getattr(here, name) == getattr(there, name)
        for name in ("states", "events", "lengths", "facts", "claims", "disagreements", "sources")
    )


@pytest.mark.parametrize("ends", ["\r\n", "\r"], ids=["windows", "old-macintosh"])
def test_other_line_ends_are_read(copy: Copy, ends: str) -> None:
    for file in TABLES:
        copy.write(file, copy.text(file).replace("\n", ends))
    assert same(copy)


@pytest.mark.parametrize("file", TABLES)
def test_a_file_without_rows_is_named_alone(copy: Copy, file: str) -> None:
    copy.save(file, copy.table(file)[:1])
    (told,) = copy.problems()
    assert (told.file, told.line, told.value) == (file, 0, "no row below the header")


@pytest.mark.parametrize(
    ("encoding", "value"),
    [("utf-16", "UTF-16 text"), ("utf-16-le", "byte 00"), ("latin-1", "byte "), ("cp1250", "byte")],
)
@pytest.mark.parametrize("file", [SOURCES, DESCRIPTOR])
def test_another_encoding_is_one_problem(copy: Copy, file: str, encoding: str, value: str) -> None:
    bytes_of(copy, file, lambda raw: raw.decode().encode(encoding, errors="replace") + b"\xe9")
    (told,) = copy.problems()
    assert told.file == file
    assert told.line
    assert told.value.startswith(value)
    assert told.expected == "UTF-8 text"


def test_utf8_that_was_read_as_something_else_is_named_with_what_it_was(copy: Copy) -> None:
    bytes_of(copy, STATES, lambda raw: raw.decode("cp1252", errors="replace").encode())
    told = found(copy.problems(), STATES, copy.line(STATES, "TUR"), "name")
    assert "Türkiye" in told.expected


def test_a_cell_of_a_megabyte_is_named_with_its_length(copy: Copy) -> None:
    line = copy.set(EVENTS, "pol-2025-withdrawal-notice", detail="A" + "b" * 2**20)
    (told,) = copy.problems()
    assert (told.file, told.line, told.column) == (EVENTS, line, "detail")
    assert told.expected == "2,000 letters at most, these are 1,048,577"
    assert len(str(told)) < 300


@pytest.mark.parametrize("column", ["url", "source_id", "date", "tier"])
def test_a_cell_of_a_megabyte_is_one_problem_in_any_column(copy: Copy, column: str) -> None:
    line = copy.set(SOURCES, "DZU1514", **{column: "2" * 2**20})
    here = [p for p in copy.problems() if (p.file, p.line) == (SOURCES, line)]
    assert [p.column for p in here] == [column]
    assert "letters at most" in here[0].expected


def test_a_quotation_mark_that_is_not_closed_is_named_where_it_stands(copy: Copy) -> None:
    line = copy.line(STATES, "FRA")
    copy.write(STATES, copy.text(STATES).replace("\nFRA,250,", '\nFRA,250,"', 1))
    (told,) = copy.problems()
    assert (told.file, told.line, told.column) == (STATES, line, "name")
    assert told.value.startswith("France,")
    assert "quotation mark" in told.advice


def test_a_header_of_anything_is_said_on_one_line(copy: Copy) -> None:
    copy.write(STATES, '"\x1b[31mred\nx' + "y" * 5000 + '"' + copy.text(STATES))
    told = [str(problem) for problem in copy.problems()]
    assert all("\n" not in line and "\x1b" not in line and len(line) < 600 for line in told)


# datapackage.json


def spoil(copy: Copy, change: Callable[[str], str]) -> None:
    text = copy.text(DESCRIPTOR)
    assert change(text) != text
    copy.write(DESCRIPTOR, change(text))


@pytest.mark.parametrize(
    ("old", "new", "value"),
    [
        ('"minimum": 0.1', '"minimum": NaN', "NaN"),
        ('"minimum": 0.1', '"minimum": -Infinity', "-Infinity"),
        ('"minimum": 0.1', '"minimum": 1e400', "1e400"),
        ('"minimum": 0.1', '"minimum": 0.1, "minimum": 0', "minimum"),
        ('"verified_to"', '"verified_to": "1999-01-01", "verified_to"', "verified_to"),
    ],
)
def test_json_that_readers_read_differently_is_named_with_its_line(
    copy: Copy, old: str, new: str, value: str
) -> None:
    line = 1 + copy.text(DESCRIPTOR).split(old)[0].count("\n")
    spoil(copy, lambda text: text.replace(old, new, 1))
    (told,) = copy.problems()
    assert (told.file, told.line, told.value) == (DESCRIPTOR, line, value)


@pytest.mark.parametrize(
    "day", ["2999-01-01", "2026-02", "9999-12-31", "2026-02-30", 20260303, None]
)
def test_a_record_is_compiled_to_a_day_that_has_come(copy: Copy, day: Any) -> None:
    package = json.loads(copy.text(DESCRIPTOR))
    package["verified_to"] = day
    copy.write(DESCRIPTOR, json.dumps(package))
    (told,) = copy.problems()
    assert (told.file, told.column, told.value) == (DESCRIPTOR, "verified_to", str(day))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("title", None),
        ("title", ""),
        ("title", "The\u202erecord"),
        ("description", 5),
        ("version", "INF"),
        ("licenses", []),
        ("licenses.0.path", "https://me:pass@example.org/"),
        ("sources.0.path", "http://[bad"),
        ("sources.1.title", "x" * 3000),
        ("created", "2999-01-01"),
        ("created", "2026-02-30T12:00:00Z"),
        ("resources.0.encoding", "latin-1"),
        ("resources.3.schema.fields.0.description", "a\x07"),
    ],
)
def test_what_the_package_says_of_itself_can_be_shown(copy: Copy, place: str, value: Any) -> None:
    package = json.loads(copy.text(DESCRIPTOR))
    *keys, last = place.split(".")
    inside = package
    for key in keys:
        inside = inside[int(key) if isinstance(inside, list) else key]
    inside[last] = value
    copy.write(DESCRIPTOR, json.dumps(package))
    (told,) = copy.problems()
    assert (told.file, told.column, told.value) == (DESCRIPTOR, place, str(value))


def test_a_package_that_does_not_say_what_it_is_is_refused(copy: Copy) -> None:
    package = json.loads(copy.text(DESCRIPTOR))
    for key in ("title", "description", "version", "licenses"):
        del package[key]
    copy.write(DESCRIPTOR, json.dumps(package))
    assert {told.column for told in copy.problems()} == {
        *("title", "description", "version", "licenses")
    }


def test_a_missing_descriptor_is_named(copy: Copy) -> None:
    (copy.directory / DESCRIPTOR).unlink()
    (told,) = copy.problems()
    assert (told.file, told.expected) == (DESCRIPTOR, "a readable file")


def test_a_folder_under_the_name_of_a_table_is_named(copy: Copy) -> None:
    path: Path = copy.directory / STATES
    path.unlink()
    path.mkdir()
    (told,) = copy.problems()
    assert (told.file, told.expected) == (STATES, "a readable file")
