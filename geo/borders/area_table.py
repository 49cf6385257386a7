"""Read data/borders/areas.csv: which land the atlas tells apart, whose it is, and on what basis."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from geo.basics.data_text import TextError, decoded
from geo.basics.errors import BordersError
from geo.basics.problems import Problem

FILE: Final = "areas.csv"
COLUMNS: Final = (
    "area_id", "iso_n3", "source_names", "how", "extent", "drawn_with_un", "drawn_with_de_facto",
    "name", "owner", "standing", "part", "note", "basis",
)  # fmt: skip
STANDINGS: Final = ("state", "territory", "not_in_list", "disputed")
_DEGREES = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]+)?", re.ASCII)
HOWS: Final = ("feature", "polygons", "cut", "stand_in")


@dataclass(frozen=True)
class AreaRow:
    """One row of the table.

    `how` says what land the row takes: a whole source "feature"; those "polygons" of it that lie in
    `extent`; what a "cut" along `extent` leaves inside; or a feature for which `extent` is drawn as
    a "stand_in" where the source has lost it. `extent` is lon, lat min, lon, lat max, or None.
    `drawn_with` is the area the land belongs to on the map of a worldview, often itself.
    """

    area_id: str
    iso_n3: str
    source_names: tuple[str, ...]
    how: str
    extent: tuple[float, float, float, float] | None
    drawn_with_un: str
    drawn_with_de_facto: str
    name: str
    owner: str | None
    standing: str
    part: str
    note: str

    def drawn_with(self, worldview: str) -> str:
        """The area_id that this land is drawn with in the worldview "un" or "de_facto"."""
        return self.drawn_with_un if worldview == "un" else self.drawn_with_de_facto


def read(path: Path) -> tuple[AreaRow, ...]:
    """Read and check the table. Raises BordersError naming every fault by file, line and column."""
    try:
        text = io.StringIO(decoded(path.read_bytes()), newline="")
        lines = list(csv.DictReader(text, strict=True))
    except (OSError, TextError, csv.Error) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise BordersError(f"{path.name}: cannot be read ({reason}); restore it from git") from None
    if not lines or tuple(lines[0]) != COLUMNS:
        raise BordersError(
            f"{path.name}:1: expected the columns {','.join(COLUMNS)} and rows below"
        )
    ids = {line["area_id"] for line in lines}
    problems: list[Problem] = []
    rows: list[AreaRow] = []
    seen: set[str] = set()
    for number, line in enumerate(lines, start=2):
        wrong = [
            Problem(path.name, number, column, _found(line, column), expected, _ADVICE)
            for column, expected in _faults(line, ids, seen)
        ]
        problems += wrong
        seen.add(line["area_id"])
        if not wrong:
            rows.append(_row(line))
    if problems:
        raise BordersError("\n".join(map(str, problems)))
    return tuple(rows)


_ADVICE = "Correct the row, and run python -m geo build again."


def _found(line: Mapping[Any, Any], column: str) -> str:
    """The cell at fault, or how many there are where that is no column's."""
    if column:
        return str(line[column])
    beyond = line.get(None, [])  # where the reader puts what no column is left for
    return f"{len(beyond) + sum(isinstance(cell, str) for cell in line.values())} cells"


def _faults(line: dict[str, str], ids: set[str], seen: set[str]) -> Iterator[tuple[str, str]]:
    """The columns of a line that are wrong, and what was expected in each."""
    if None in line or None in line.values():
        yield "", f"{len(COLUMNS)} cells"
        return
    if not line["area_id"] or line["area_id"] in seen:
        yield "area_id", "an id that no row above has"
    for column, allowed in (("standing", STANDINGS), ("how", HOWS)):
        if line[column] not in allowed:
            yield column, f"one of {', '.join(allowed)}"
    for column in ("drawn_with_un", "drawn_with_de_facto"):
        if line[column] and line[column] not in ids:
            yield column, "an area_id of this table"
    if line["iso_n3"] and not re.fullmatch("[0-9]{3}", line["iso_n3"]):
        yield "iso_n3", "three digits or nothing"
    for column in ("source_names", "name"):
        if not line[column]:
            yield column, "a value"
    if (line["how"] == "feature") != (line["extent"] == ""):
        yield "extent", "an extent for every 'how' but 'feature', and only there"
    elif line["extent"] and _extent(line["extent"]) is None:
        yield "extent", "'lon_min lat_min lon_max lat_max'"


def _extent(text: str) -> tuple[float, float, float, float] | None:
    words = text.split(" ")
    if len(words) != 4 or not all(map(_DEGREES.fullmatch, words)):
        return None
    west, south, east, north = map(float, words)
    return (west, south, east, north) if west < east and south < north else None


def _row(line: dict[str, str]) -> AreaRow:
    return AreaRow(
        area_id=line["area_id"],
        iso_n3=line["iso_n3"],
        source_names=tuple(name.strip() for name in line["source_names"].split(";")),
        how=line["how"],
        extent=_extent(line["extent"]),
        drawn_with_un=line["drawn_with_un"] or line["area_id"],
        drawn_with_de_facto=line["drawn_with_de_facto"] or line["area_id"],
        name=line["name"],
        owner=line["owner"] or None,
        standing=line["standing"],
        part=line["part"],
        note=line["note"],
    )
