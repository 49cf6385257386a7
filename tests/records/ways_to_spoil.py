"""How people, programs and disks spoil a file: each way takes its bytes and gives others."""

from __future__ import annotations

import csv
import io
import random
import unicodedata
from collections.abc import Callable

from geo import records

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
