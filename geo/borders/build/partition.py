"""Divide the land of a source among the rows of data/borders/areas.csv, as a valid coverage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from geo.basics.errors import SourceError
from geo.borders import coverage
from geo.borders.area_table import AreaRow
from geo.borders.build.natural_earth import Feature, SourceFile
from geo.borders.coverage import Geometries


@dataclass(frozen=True)
class Partition:
    """The areas the source has, in the table's order: `shapes[i]` is the land of `rows[i]`."""

    rows: tuple[AreaRow, ...]
    shapes: Geometries
    faces: int
    repaired: int
    stand_ins: tuple[str, ...]


def partition(source: SourceFile, rows: Sequence[AreaRow]) -> Partition:
    """Match, node, assign, split. Raises SourceError if the source cannot fill the table.

    A row may be absent from a source (releases differ in reefs and leases), but not a state, nor
    land that two worldviews draw with different areas.
    """
    row_of_name, row_of_number = _keys(rows)
    matched = _match(source, row_of_name, row_of_number)
    shapes = [feature.shape for feature in source.features]
    drawn = {rows[row].area_id for row, shape in zip(matched, shapes, strict=True) if shape.area}
    stand_ins = [i for i, row in enumerate(rows) if row.how == "stand_in"]
    stand_ins = [i for i in stand_ins if rows[i].area_id not in drawn]
    outlines = np.array([*shapes, *(shapely.box(*_extent(rows[i])) for i in stand_ins)], object)
    row_of_outline = np.array([*matched, *stand_ins], dtype=np.int64)

    parents = {i: _parent(rows[i], row_of_name) for i, row in enumerate(rows) if row.extent}
    cuts = [i for i, row in enumerate(rows) if row.how == "cut"]
    cut_lines = [
        shapely.box(*_extent(rows[i])).boundary.intersection(shapely.make_valid(shape))
        for i in cuts
        for shape, row in zip(shapes, matched, strict=True)
        if row == parents[i]
    ]
    lines = [*shapely.boundary(shapely.get_parts(outlines)), *cut_lines]
    faces = coverage.faces(np.array(lines, dtype=object))
    holder = coverage.assign(faces, outlines)
    land = holder >= 0
    faces, row_of_face = faces[land], row_of_outline[holder[land]]
    for i in cuts:
        inside = (row_of_face == parents[i]) & _inside(faces, rows[i])
        row_of_face[inside] = i

    areas = {i: coverage.dissolve(faces[row_of_face == i]) for i in np.unique(row_of_face)}
    for i, row in enumerate(rows):
        if row.how == "polygons" and parents[i] in areas:
            parts = shapely.get_parts(areas[parents[i]])
            inside = _inside(parts, row)
            if inside.any():
                areas[i] = coverage.dissolve(parts[inside])
                areas[parents[i]] = coverage.dissolve(parts[~inside])
    found = sorted(areas)
    _require(rows, {int(i) for i in found}, source)
    result = np.array([coverage.on_grid(areas[i]) for i in found], dtype=object)
    if not shapely.coverage_is_valid(result):
        raise SourceError(
            f"{source.file_name}: its polygons do not form a coverage even when noded"
        )
    return Partition(
        tuple(rows[i] for i in found),
        result,
        len(faces),
        int((~shapely.is_valid(outlines)).sum()),
        tuple(rows[i].name for i in stand_ins),
    )


def _keys(rows: Sequence[AreaRow]) -> tuple[dict[str, int], dict[str, int]]:
    whole = [(i, row) for i, row in enumerate(rows) if row.how in ("feature", "stand_in")]
    names = {name.casefold(): i for i, row in whole for name in row.source_names}
    return names, {row.iso_n3: i for i, row in whole if row.iso_n3}


def _match(source: SourceFile, names: dict[str, int], numbers: dict[str, int]) -> list[int]:
    # Names first: Ashmore and Cartier carries Australia's number, and Kosovo carries none.
    found: list[int] = []
    strangers: list[str] = []
    for feature in source.features:
        hits = [names[name.casefold()] for name in feature.names if name.casefold() in names]
        if hits or feature.iso_n3 in numbers:
            found.append(hits[0] if hits else numbers[feature.iso_n3])
        else:
            strangers.append(_describe(feature))
    if strangers:
        raise SourceError(
            f"{source.file_name}: {len(strangers)} features are not in areas.csv:"
            f" {', '.join(strangers[:8])}{', ...' if len(strangers) > 8 else ''}; expected Natural"
            " Earth's admin-0 countries; for a new release add a row for each"
        )
    return found


def _describe(feature: Feature) -> str:
    return f"{feature.names[0] if feature.names else '(no name)'} ({feature.iso_n3 or 'no number'})"


def _require(rows: Sequence[AreaRow], found: set[int], source: SourceFile) -> None:
    missing = [
        row.name
        for i, row in enumerate(rows)
        if i not in found
        and (
            row.owner == row.area_id
            or (row.how != "feature" and row.drawn_with_un != row.drawn_with_de_facto)
        )
    ]
    if missing:
        raise SourceError(
            f"{source.file_name}: {len(missing)} areas of areas.csv have no land in it:"
            f" {', '.join(missing[:8])}{', ...' if len(missing) > 8 else ''}; expected the 1:10m"
            " admin-0 countries in Natural Earth's default view, with Crimea drawn in Russia"
        )


def _parent(row: AreaRow, names: dict[str, int]) -> int:
    return next((names[n.casefold()] for n in row.source_names if n.casefold() in names), -1)


def _extent(row: AreaRow) -> tuple[float, float, float, float]:
    assert row.extent is not None  # the table's reader sees to it
    return row.extent


def _inside(shapes: Geometries, row: AreaRow) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    west, south, east, north = _extent(row)
    points = shapely.point_on_surface(shapes)
    x, y = shapely.get_x(points), shapely.get_y(points)
    return np.asarray((west <= x) & (x <= east) & (south <= y) & (y <= north))
