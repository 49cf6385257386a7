"""Read data/borders/areas.csv: which land the atlas tells apart, whose it is, and on what basis."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from geo.basics.errors import BordersError

COLUMNS: Final = (
    "area_id", "iso_n3", "source_names", "how", "extent", "drawn_with_un", "drawn_with_de_facto",
    "name", "owner", "standing", "part", "note", "basis",
)  # fmt: skip
STANDINGS: Final = ("state", "territory", "not_in_list", "disputed")
HOWS: Final = ("feature", "polygons", "cut", "stand_in")


@dataclass(frozen=True)
class Row:
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


def read(path: Path) -> tuple[Row, ...]:
    """Read and check the table. Raises BordersError naming every fault by file, line and column."""
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            lines = list(csv.DictReader(handle))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BordersError(f"{path}: cannot be read ({error}); restore it from git") from None
    if not lines or tuple(lines[0]) != COLUMNS:
        raise BordersError(f"{path}:1: expected the columns {','.join(COLUMNS)} and rows below")
    ids = {line["area_id"] for line in lines}
    faults: list[str] = []
    rows: list[Row] = []
    seen: set[str] = set()
    for number, line in enumerate(lines, start=2):
        wrong = _faults(line, ids, seen)
        faults += [f"{path}:{number}: {fault}" for fault in wrong]
        seen.add(line["area_id"])
        if not wrong:
            rows.append(_row(line))
    if faults:
        raise BordersError("\n".join(faults))
    return tuple(rows)


def _faults(line: dict[str, str], ids: set[str], seen: set[str]) -> list[str]:
    if None in line or None in line.values():
        return [f"expected {len(COLUMNS)} cells"]
    found = []
    if not line["area_id"] or line["area_id"] in seen:
        found.append(f"area_id: {line['area_id']!r} is empty or a repetition")
    for column, allowed in (("standing", STANDINGS), ("how", HOWS)):
        if line[column] not in allowed:
            found.append(f"{column}: {line[column]!r}, expected one of {', '.join(allowed)}")
    for column in ("drawn_with_un", "drawn_with_de_facto"):
        if line[column] and line[column] not in ids:
            found.append(f"{column}: {line[column]!r} is no area_id of this table")
    if line["iso_n3"] and not (line["iso_n3"].isdigit() and len(line["iso_n3"]) == 3):
        found.append(f"iso_n3: {line['iso_n3']!r}, expected three digits or nothing")
    if not line["source_names"] or not line["name"]:
        found.append("source_names, name: neither may be empty")
    extent = _extent(line["extent"])
    if (line["how"] == "feature") != (line["extent"] == ""):
        found.append("extent: needed for every 'how' but 'feature', and only there")
    elif line["extent"] and extent is None:
        found.append(f"extent: {line['extent']!r}, expected 'lon_min lat_min lon_max lat_max'")
    return found


def _extent(text: str) -> tuple[float, float, float, float] | None:
    try:
        west, south, east, north = (float(word) for word in text.split())
    except ValueError:
        return None
    return (west, south, east, north) if west < east and south < north else None


def _row(line: dict[str, str]) -> Row:
    return Row(
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
