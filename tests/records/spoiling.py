"""Spoils one file of a copy of `data/` at random, as people, programs and disks do.

`python -m tests.records.spoiling [COUNT [SEED]]` spoils that many copies, 200 by default, and says
of each what became of it; it fails where one is neither refused by name nor read rightly.
"""

from __future__ import annotations

import csv
import io
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from pathlib import Path

from geo import borders, records
from geo.answers import claims
from geo.answers.country.data import country_answer
from geo.answers.country.markdown import markdown
from geo.atlas import Atlas
from geo.basics.errors import AtlasError
from geo.borders import Borders, Worldview, integrity
from geo.records import Record
from geo.records.loading import TABLES
from geo.records.rows import columns_of
from tests.records.ways_to_spoil import ANY, AREAS, DESCRIPTOR, FILES, OF_JSON, OF_TABLES, Rows


def spoiled(chance: random.Random, directory: Path) -> tuple[str, str]:
    """Spoils one file of a copy; returns its name and how it was spoiled."""
    file = chance.choice(FILES)
    path = directory / file
    if not chance.randrange(40):
        path.unlink()
        return file, "missing"
    ways = ANY | (OF_JSON if file == DESCRIPTOR else OF_TABLES)
    way = chance.choice(sorted(ways))
    path.write_bytes(ways[way](chance, path.read_bytes()))
    return file, way


def fate(directory: Path, file: str, shapes: dict[Worldview, Borders]) -> str:
    """What becomes of a copy of which a file was spoiled: "refused" or "read".

    Raises AssertionError where it is refused without the name of the file or of what it describes,
    or read otherwise than it is written, and whatever ends in a traceback.
    """
    if file == AREAS:
        faults = list(integrity.faults(directory / "borders"))
        assert all("areas.csv" in fault.words for fault in faults), faults
        return "refused" if faults else "read"
    try:
        record = records.load(directory)
    except AtlasError as error:
        said = str(error)
        words = {file, Path(file).stem, Path(file).stem.replace("_", "-")}
        assert any(word in said for word in words), said[:2000]
        assert all(len(line) < 4000 and line.isprintable() for line in said.splitlines()), said[
            :2000
        ]
        return "refused"
    if file != DESCRIPTOR:
        expect_as_written(record, directory, file)
    atlas = Atlas(record, shapes)
    if not claims.check_claims(record.claims, record):
        claims.check_verdicts(atlas)
        for iso_a3 in ("POL", "NOR"):
            if iso_a3 in record.states:
                markdown(country_answer(atlas, atlas.on(date(2026, 2, 20)), iso_a3), record)
    return "read"


def expect_as_written(record: Record, directory: Path, file: str) -> None:
    """Raises AssertionError where the rows of a table say something else than its cells."""
    name = file.removesuffix(".csv").replace("_", "-")
    held = held_of(record, name)
    if held is None:
        return
    text = (directory / file).read_bytes().decode("utf-8-sig")
    columns, *rows = [row for row in csv.reader(io.StringIO(text, newline="")) if row]
    assert tuple(columns) == columns_of(TABLES[name])
    written = sorted(tuple(row) for row in rows)
    read = sorted(
        tuple(_cell(getattr(row, column), cells[column]) for column in columns)
        for row, cells in zip(held, _in_their_order(held, columns, rows), strict=True)
    )
    assert written == read


def held_of(record: Record, name: str) -> list[object] | None:
    """The rows of a table that a record holds; None for what it holds otherwise."""
    attribute = {"border-lengths": "lengths"}.get(name, name)
    if attribute not in {each.name for each in fields(Record)} or name == "disagreements":
        return None
    held = getattr(record, attribute)
    return list(held.values() if hasattr(held, "values") else held)


def _in_their_order(held: Iterable[object], columns: list[str], rows: Rows) -> list[dict[str, str]]:
    """The rows as written, in the order of those held, by the first column."""
    by_key = {row[0]: dict(zip(columns, row, strict=True)) for row in rows}
    return [by_key[str(getattr(row, columns[0]))] for row in held]


def _cell(value: object, written: str) -> str:
    """A value as its cell says it."""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, float):
        return written if float(written) == value else repr(value)
    if isinstance(value, tuple):
        return ";".join(map(str, value))
    return "" if value is None else str(value)


def run(seed: int, directory: Path, shapes: dict[Worldview, Borders]) -> tuple[str, str, str]:
    """Spoils a fresh copy by a seed: the file, how it was spoiled, and what became of it."""
    copy = directory / f"data-{seed}"
    ignored = shutil.ignore_patterns("*.geojson")
    shutil.copytree(records.DATA_DIR, copy, ignore=ignored)
    for path in (records.DATA_DIR / "borders").glob("*.geojson"):
        (copy / "borders" / path.name).symlink_to(path)
    file, way = spoiled(random.Random(seed), copy)
    try:
        return file, way, fate(copy, file, shapes)
    except Exception as error:
        error.add_note(f"seed {seed}: {file}, {way}")
        raise
    finally:
        shutil.rmtree(copy)


def main(count: int = 200, first: int = 0) -> None:
    """Spoils `count` copies from a seed on, and says what became of them."""
    shapes: dict[Worldview, Borders] = {"un": borders.load("un")}
    told: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(first, first + count):
            _, way, end = run(seed, Path(folder), shapes)
            told[way, end] += 1
    for (way, end), times in sorted(told.items()):
        print(f"{times:>4} {way}: {end}")
    print(f"{count} records: each refused by name or read as it is written")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
