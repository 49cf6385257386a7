"""Files that cannot be read and ragged rows: named by file and line, with no more than is wrong."""

from collections.abc import Callable

import pytest

from geo import records
from tests.records.own_rows import EVENTS, NOTICE, SOURCES, STATES
from tests.records.spoiled import Copy, found


def add_stray_column(text: str) -> str:
    header, rest = text.split("\n", 1)
    return f"{header},colour\n{rest}"


def rename_column(text: str) -> str:
    return text.replace("un_status", "standing", 1)


def swap_columns(text: str) -> str:
    return text.replace("iso_a3,iso_n3", "iso_n3,iso_a3", 1)


@pytest.mark.parametrize(
    ("change", "line", "column", "value", "expected"),
    [
        (add_stray_column, 1, "colour", "colour", "the columns iso_a3, iso_n3"),
        (rename_column, 1, "un_status", "no such column", "the columns iso_a3, iso_n3"),
        (rename_column, 1, "standing", "standing", "the columns iso_a3, iso_n3"),
        (swap_columns, 1, "", "iso_n3,iso_a3", "the columns iso_a3, iso_n3"),
        (lambda _: "", 0, "", "an empty file", "the columns iso_a3"),
        (lambda text: text.replace(",", ";"), 1, "", "semicolons between", "the columns iso_a3"),
    ],
    ids=["stray", "missing", "renamed", "order", "empty-file", "semicolons"],
)
def test_a_file_that_cannot_be_read_is_named_alone(
    copy: Copy,
    change: Callable[[str], str],
    line: int,
    column: str,
    value: str,
    expected: str,
) -> None:
    copy.write(STATES, change(copy.text(STATES)))
    problems = copy.problems()
    told = [p for p in problems if p.column == column and expected in p.expected]
    assert told, problems
    assert line in (0, told[0].line)
    assert value in told[0].value
    # Nothing that refers to the file is reported on top.
    assert {p.file for p in problems} == {STATES}


@pytest.mark.parametrize("file", sorted(path.name for path in records.DATA_DIR.glob("*.csv")))
def test_a_missing_file_is_named_alone(copy: Copy, file: str) -> None:
    (copy.directory / file).unlink()
    (told,) = copy.problems()
    assert (told.file, told.line, told.expected) == (file, 0, "a readable file")


def test_a_file_that_cannot_be_read_hides_no_fault_of_another_file(copy: Copy) -> None:
    line = copy.set(EVENTS, NOTICE, kind="leaves")
    (copy.directory / STATES).unlink()
    assert {(p.file, p.line) for p in copy.problems()} == {(EVENTS, line), (STATES, 0)}


def test_bytes_that_are_not_utf8(copy: Copy) -> None:
    line = copy.line(STATES, "CIV")
    raw = (copy.directory / STATES).read_bytes()
    (copy.directory / STATES).write_bytes(raw.replace("Côte".encode(), "Côte".encode("latin-1")))
    (told,) = copy.problems()
    assert (told.file, told.line, told.value) == (STATES, line, "byte f4")
    assert told.expected == "UTF-8 text"


@pytest.mark.parametrize(
    ("old", "new", "cells"),
    [
        ("FRA,250,France,", "FRA,250,France,,", 8),
        ("FRA,250,France,", "FRA,250,", 6),
        ("FRA,250,France,", "\nFRA,250,France,", 0),
        ("FRA,250,France,", " \nFRA,250,France,", 1),
    ],
    ids=["too-many", "too-few", "blank-line", "space-alone"],
)
def test_a_ragged_row_is_one_problem(copy: Copy, old: str, new: str, cells: int) -> None:
    line = copy.line(STATES, "FRA")
    copy.write(STATES, copy.text(STATES).replace(old, new))
    told = found(copy.problems(), STATES, line, "")
    assert told.value == f"{cells} cells"
    assert told.expected == "7 cells"
    assert len([p for p in copy.problems() if (p.file, p.line) == (STATES, line)]) == 1


def test_a_long_cell_is_not_repeated_in_what_is_said_of_it(copy: Copy) -> None:
    line = copy.set(SOURCES, "DZU1514", accessed="2" * 5000)
    assert len(str(found(copy.problems(), SOURCES, line, "accessed"))) < 300


def test_a_line_of_commas_alone_is_one_problem(copy: Copy) -> None:
    lines = copy.text(STATES).count("\n")
    copy.write(STATES, f"{copy.text(STATES)},,,,,,\n")
    (told,) = copy.problems()
    assert (told.file, told.line, told.value) == (STATES, lines + 1, "7 empty cells")
    assert told.advice == "Remove the line: nothing stands in it."


def test_two_faults_of_one_row_come_at_once(copy: Copy) -> None:
    line = copy.set(SOURCES, "DZU1514", tier="good", accessed="2026-02-30")
    told = {p.column for p in copy.problems() if (p.file, p.line) == (SOURCES, line)}
    assert told == {"tier", "accessed"}


def test_a_file_with_the_line_ends_of_windows_is_read(copy: Copy) -> None:
    copy.write(STATES, copy.text(STATES).replace("\n", "\r\n"))
    assert records.load(copy.directory).states == records.load().states


def test_lines_are_right_after_a_cell_that_spans_two(copy: Copy) -> None:
    copy.set(STATES, "AFG", name="Afghan\nistan")
    copy.set(STATES, "ZWE", un_status="member")
    last = copy.text(STATES).count("\n")
    assert found(copy.problems(), STATES, last, "un_status").value == "member"
