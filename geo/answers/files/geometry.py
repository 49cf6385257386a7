"""The day's countries and border segments with their geometry, and these as GeoJSON.

Geometry is WGS 84, longitude before latitude, cut at the antimeridian. GeoJSON follows RFC 7946:
outer rings run anticlockwise, there is no `crs` member, and what the file carries with it stands
in foreign members beside `features`.

A row here is an area as the map draws it: a state, a territory (with the status of the state whose
it is) or land outside the depositary's list (without a status). `standing` tells them apart.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import shapely

from geo.answers import scopes
from geo.answers.data.borders import BorderAnswer
from geo.answers.data.borders import segments as border_segments
from geo.answers.data.lens_rows import of_lens
from geo.answers.data.notes import day_notes, written_out
from geo.answers.data.status import states as state_answers
from geo.answers.data.writing import compact_json
from geo.answers.files.days import DAYS, NOT_KNOWN, exact
from geo.answers.files.map_columns import for_maps
from geo.atlas import Atlas, View

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Layer:
    """Rows, each with its shape, and what a file of them carries beside: notes and sources.

    `columns` are the names of a row, also where there is none, as of an island's borders.
    """

    columns: tuple[str, ...]
    rows: Sequence[Row]
    shapes: Sequence[Any]
    carried: Row


def countries(atlas: Atlas, view: View, _lens: str = "") -> Layer:
    """A row and a polygon for every area of the worldview."""
    borders = atlas.borders(view.worldview)
    states: dict[str, Row] = {row["iso_a3"]: {**row} for row in state_answers(view)}
    blank = dict.fromkeys(next(iter(states.values())))
    rows: list[Row] = []
    for area in borders.areas:
        listed = area.standing != "not_in_list" and area.owner is not None
        status = states.get(area.owner or "", blank) if listed else blank
        own = {"area_id": area.area_id, "area_name": area.name, "standing": area.standing}
        rows.append(
            {
                "date": view.day.isoformat(),
                **own,
                **{name: value for name, value in status.items() if name != "date"},
                "possible_statuses": status["possible_statuses"] or [],
                "source_ids": status["source_ids"] or [],
                "note": area.note,
            }
        )
    shapes = list(shapely.orient_polygons(list(borders.area_shapes)))
    return Layer(tuple(rows[0]), rows, shapes, _carried(atlas, view, rows))


def segments(atlas: Atlas, view: View, lens: str = "") -> Layer:
    """A row and a line for every border segment of the worldview, or of those of a lens."""
    borders = atlas.borders(view.worldview)
    lines = {
        (frozenset((segment.iso_a3, segment.neighbour_iso_a3)), segment.part): line
        for segment, line in zip(borders.segments, borders.segment_shapes, strict=True)
    }
    chosen = scopes.asked(atlas, lens=lens or None).borders(view)
    rows: list[Row] = [{**row} for row in border_segments(atlas, view, chosen)]
    pairs = [(frozenset((row["iso_a3"], row["neighbour_iso_a3"])), row["part"]) for row in rows]
    carried = {**_carried(atlas, view, rows), **of_lens(atlas, lens)}
    return Layer(
        tuple(BorderAnswer.__annotations__), rows, [lines[pair] for pair in pairs], carried
    )


def geojson(layer: Layer) -> bytes:
    """A FeatureCollection whose features have an id and properties under their short names.

    Its foreign members are the notes, units and sources of the day.
    """
    head = {"type": "FeatureCollection", **layer.carried}
    # Feature by feature: one call for all would hold every other thread up for half a second.
    features = (
        compact_json(
            {
                "type": "Feature",
                "id": feature_id(row),
                "geometry": shapely.geometry.mapping(shape),
                "properties": for_maps(row),
            }
        )
        for row, shape in zip(layer.rows, layer.shapes, strict=True)
    )
    return f'{compact_json(head)[:-1]},"features":[{",".join(features)}]}}'.encode()


def feature_id(row: Row) -> str:
    """The name of an area or a segment, the same on every day: NOR, POL-RUS-Kaliningrad."""
    if "area_id" in row:
        return str(row["area_id"])
    parts = (row["iso_a3"], row["neighbour_iso_a3"], row["part"])
    return "-".join(filter(None, parts))


def _carried(atlas: Atlas, view: View, rows: list[Row]) -> Row:
    """Return what a file carries beside its rows: the day's notes and the sources they name."""
    sources = written_out(atlas, *(row["source_ids"] for row in rows))
    return {**day_notes(atlas, view), "sources": sources}


def with_days(row: Row) -> Row:
    """A row with days as dates; those that are not known stand as text in a column of their own."""
    days = {name: row[name] for name in DAYS if name in row}
    known = {name: exact(text) for name, text in days.items()}
    if "since" not in row:
        return {**row, **known}
    unknown = [f"{name} {text}" for name, text in days.items() if text and "/" in text]
    return {**row, **known, NOT_KNOWN: unknown}


LAYERS: dict[str, Callable[[Atlas, View, str], Layer]] = {
    "countries": countries,
    "borders": segments,
}
"""What is exported with its geometry, by the name of the export; of a lens where one is named."""
