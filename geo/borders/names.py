"""What states and areas are called besides: their codes, other names, and places within them.

`names.csv` is made from CLDR and ISO 3166-1 (`build/names.py`); `other_names.csv` is ours, and has
what is left: names that people still say, and places that the map does not tell apart.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from geo.basics.data_text import TextError, decoded
from geo.basics.errors import BordersError
from geo.basics.problems import Problem
from geo.borders.loading import BORDERS_DIR

NAMES_FILE: Final = "names.csv"
OWN_FILE: Final = "other_names.csv"
MADE_COLUMNS: Final = ("area_id", "kind", "name")
OWN_COLUMNS: Final = ("names", "area_id", "note", "basis")
CODE, ENGLISH, OWN, OTHER = KINDS = ("code", "english", "own", "other")
"""ISO's codes; names in English; in the languages of the land itself; in those of others."""


@dataclass(frozen=True, slots=True)
class Place:
    """Land within an area, or none of today's: the first of its names, and why it has no status."""

    names: tuple[str, ...]
    area_id: str
    note: str


@dataclass(frozen=True, slots=True)
class Names:
    """Names by kind (`KINDS`) and area_id, in the order of the files; places besides."""

    of: Mapping[str, Mapping[str, tuple[str, ...]]]
    places: tuple[Place, ...]


def read(known: frozenset[str], directory: Path = BORDERS_DIR) -> Names:
    """Read both files. `known` are the ids of areas.

    Raises BordersError for every fault, by file, line and column.
    """
    problems: list[Problem] = []
    found: dict[str, dict[str, list[str]]] = {kind: {} for kind in KINDS}
    places: list[Place] = []
    made, own = directory / NAMES_FILE, directory / OWN_FILE
    for number, row in _rows(made, MADE_COLUMNS):
        if row["kind"] not in KINDS:
            problems.append(_problem(made, number, "kind", row, f"one of {', '.join(KINDS)}"))
        elif row["area_id"] not in known:
            problems.append(_problem(made, number, "area_id", row, "an area of areas.csv"))
        else:
            found[row["kind"]].setdefault(row["area_id"], []).append(row["name"])
    for number, row in _rows(own, OWN_COLUMNS):
        names = tuple(name.strip() for name in row["names"].split(";"))
        area_id, note = row["area_id"], row["note"]
        if not all(names):
            problems.append(_problem(own, number, "names", row, "names with semicolons between"))
        elif not row["basis"]:
            problems.append(_problem(own, number, "basis", row, "what the row rests on"))
        elif area_id not in known and (area_id or not note):
            expected = "an area of areas.csv, or nothing where a note says why"
            problems.append(_problem(own, number, "area_id", row, expected))
        elif note:
            places.append(Place(names, area_id, note))
        else:
            found[ENGLISH].setdefault(area_id, []).extend(names)
    if problems:
        raise BordersError("\n".join(map(str, problems)))
    kept = {kind: {i: tuple(n) for i, n in by.items()} for kind, by in found.items()}
    return Names(kept, tuple(places))


def _rows(path: Path, columns: tuple[str, ...]) -> list[tuple[int, dict[str, str]]]:
    try:
        text = io.StringIO(decoded(path.read_bytes()), newline="")
        rows = list(csv.DictReader(text, strict=True))
    except (OSError, TextError, csv.Error) as error:
        raise BordersError(f"{path}: cannot be read ({error}); restore it from git") from None
    whole = [row for row in rows if None not in row and None not in row.values()]
    if not rows or tuple(rows[0]) != columns or len(whole) < len(rows):
        raise BordersError(f"{path}: expected the columns {','.join(columns)} in every row")
    return list(enumerate(whole, start=2))


def _problem(path: Path, line: int, column: str, row: dict[str, str], expected: str) -> Problem:
    return Problem(str(path), line, column, row[column], expected, "Correct the row.")
