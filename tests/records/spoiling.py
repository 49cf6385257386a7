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
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
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

AREAS, DESCRIPTOR = "borders/areas.csv", "datapackage.json"
FILES = (*sorted(path.name for path in records.DATA_DIR.glob("*.csv")), AREAS, DESCRIPTOR)

Spoil = Callable[[random.Random, bytes], bytes]
Rows = list[list[str]]

DIGITS = ("\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19", "٠١٢٣٤٥٦٧٨٩")
"""The figures 0 to 9, full-width and Arabic."""

ODD_CELLS = (
    *(
        "",
        " ",
        "INF",
        "NaN",
        "1e400",
        "-1",
        "99999999",
        "2_53.7",
        " 5",
        "\uff15",
        "٣",
        "0x1F",
        "1,5",
    ),
    *("9999-12-31", "0000-00-00", "2026-02-30", "20260220", "2026-W08-5", "2026-02-20/2026-02-19"),
    *(
        "=1+1",
        "\uff1d1+1",
        "http://[bad",
        "https://me:pw@example.org/",
        "null",
        "yes",
        "no",
        "POL;;LTU",
    ),
    *(
        "x" * 2**20,
        "x" * 3000,
        "a\nb",
        "a\rb",
        "\u202eabc",
        "a\u200cb",
        "\ud7ff",
        "\x00",
        "\x1b[31m",
    ),
    *(
        "![](https://example.org/a.png)",
        "$x$",
        "<script>",
        "{{ x }}",
        "%s",
        "../../etc",
        "C0-01|",
        "|",
    ),
)


def _of_rows(change: Callable[[random.Random, Rows], None]) -> Spoil:
    """A change to the rows of a table, the header first."""

    def spoil(chance: random.Random, raw: bytes) -> bytes:
        rows = list(csv.reader(io.StringIO(raw.decode(), newline="")))
        change(chance, rows)
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\n").writerows(rows)
        return out.getvalue().encode("utf-8", errors="surrogatepass")

    return spoil


def _of_text(change: Callable[[random.Random, str], str]) -> Spoil:
    return lambda chance, raw: change(chance, raw.decode()).encode("utf-8", errors="surrogatepass")


def _row(chance: random.Random, rows: Rows) -> int:
    return chance.randrange(1, len(rows))


def _drop_rows(chance: random.Random, rows: Rows) -> None:
    for _ in range(chance.choice((1, 1, 1, 5))):
        if len(rows) > 1:
            del rows[_row(chance, rows)]


def _double_row(chance: random.Random, rows: Rows) -> None:
    rows.insert(_row(chance, rows), list(chance.choice(rows)))


def _swap_rows(chance: random.Random, rows: Rows) -> None:
    one, other = _row(chance, rows), _row(chance, rows)
    rows[one], rows[other] = rows[other], rows[one]


def _swap_columns(chance: random.Random, rows: Rows) -> None:
    one, other = chance.sample(range(len(rows[0])), 2)
    for row in rows[chance.choice((0, 1)) :]:
        row[one], row[other] = row[other], row[one]


def _swap_cells(chance: random.Random, rows: Rows) -> None:
    row = rows[_row(chance, rows)]
    one, other = chance.sample(range(len(row)), 2)
    row[one], row[other] = row[other], row[one]


def _drop_column(chance: random.Random, rows: Rows) -> None:
    place = chance.randrange(len(rows[0]))
    for row in rows[chance.choice((0, 1)) :]:
        del row[place]


def _double_column(chance: random.Random, rows: Rows) -> None:
    place = chance.randrange(len(rows[0]))
    for row in rows:
        row.insert(place, row[place])


def _cut_row(chance: random.Random, rows: Rows) -> None:
    row = rows[_row(chance, rows)]
    del row[chance.randrange(len(row)) :]


def _cut_cell(chance: random.Random, rows: Rows) -> None:
    row = rows[_row(chance, rows)]
    place = chance.choice([n for n, cell in enumerate(row) if cell])
    row[place] = row[place][: chance.randrange(len(row[place]))]


def _odd_cell(chance: random.Random, rows: Rows) -> None:
    row = rows[_row(chance, rows)]
    row[chance.randrange(len(row))] = chance.choice(ODD_CELLS)


def _odd_digit(chance: random.Random, rows: Rows) -> None:
    row = rows[_row(chance, rows)]
    place = chance.choice(
        [n for n, cell in enumerate(row) if any(c.isdigit() for c in cell)] or [0]
    )
    digits = str.maketrans("0123456789", chance.choice(DIGITS))
    row[place] = row[place].translate(digits)


def _slip_of_the_point(chance: random.Random, rows: Rows) -> None:
    row = rows[_row(chance, rows)]
    figures = [n for n, cell in enumerate(row) if cell.replace(".", "", 1).isdigit()]
    if figures:
        place = chance.choice(figures)
        row[place] = row[place].replace(".", "") if "." in row[place] else f"{row[place]}0"


def _cut(chance: random.Random, raw: bytes) -> bytes:
    return raw[: chance.randrange(len(raw))]


def _damage(chance: random.Random, raw: bytes) -> bytes:
    place = chance.randrange(len(raw))
    return raw[:place] + chance.randbytes(chance.choice((1, 4))) + raw[place + 1 :]


def _quote(chance: random.Random, text: str) -> str:
    place = chance.randrange(len(text))
    return f'{text[:place]}"{text[place:]}'


def _encoded(*names: str) -> Spoil:
    return lambda chance, raw: raw.decode().encode(chance.choice(names), errors="replace")


def _misread(chance: random.Random, raw: bytes) -> bytes:
    return raw.decode(chance.choice(("latin-1", "cp1252")), errors="replace").encode()


def _line_ends(chance: random.Random, text: str) -> str:
    return text.replace("\n", chance.choice(("\r", "\r\n", "\n\n", "\u2028", "\n\r")))


def _separated(chance: random.Random, text: str) -> str:
    return text.replace(",", chance.choice(";\t|"))


ANY: dict[str, Spoil] = {
    "emptied": lambda _, __: b"",
    "cut": _cut,
    "damaged": _damage,
    "byte order mark": lambda _, raw: b"\xef\xbb\xbf" + raw,
    "byte of zero": lambda chance, raw: raw[: chance.randrange(len(raw))] + b"\0" + raw,
    "re-encoded": _encoded(
        "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1250", "utf-7"
    ),
    "misread": _misread,
    "quotation mark": _of_text(_quote),
    "twice": lambda _, raw: raw + raw,
}
OF_TABLES: dict[str, Spoil] = {
    "rows dropped": _of_rows(_drop_rows),
    "row doubled": _of_rows(_double_row),
    "rows swapped": _of_rows(_swap_rows),
    "columns swapped": _of_rows(_swap_columns),
    "cells swapped": _of_rows(_swap_cells),
    "column dropped": _of_rows(_drop_column),
    "column doubled": _of_rows(_double_column),
    "row cut": _of_rows(_cut_row),
    "cell cut": _of_rows(_cut_cell),
    "odd cell": _of_rows(_odd_cell),
    "odd digits": _of_rows(_odd_digit),
    "point slipped": _of_rows(_slip_of_the_point),
    "rows gone": _of_rows(lambda _, rows: rows.__delitem__(slice(1, None))),
    "header gone": _of_rows(lambda _, rows: rows.__delitem__(0)),
    "line ends": _of_text(_line_ends),
    "separators": _of_text(_separated),
    "decomposed": _of_text(lambda _, text: unicodedata.normalize("NFD", text)),
}
OF_JSON: dict[str, Spoil] = {
    "NaN": _of_text(lambda _, text: text.replace('"minimum": 1', '"minimum": NaN', 1)),
    "key doubled": _of_text(
        lambda chance, text: text.replace(
            '"name": ', f'"{chance.choice(("name", "x"))}": 1, "name": '
        )
    ),
    "far ahead": _of_text(lambda _, text: text.replace('"verified_to": "20', '"verified_to": "90')),
    "type changed": _of_text(
        lambda chance, text: text.replace(
            chance.choice(('"string"', '"fields": [', '"sources"', '"Ottawa Atlas: the record"')),
            chance.choice(("null", "[]", "5", '"x"')),
        )
    ),
}


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
