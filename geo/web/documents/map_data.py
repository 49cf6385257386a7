"""The files a browser fetches once: geometry of the flank and of the world, and the timeline.

Coordinates are longitude and latitude on WGS 84 (RFC 7946), rounded to about a hundred metres; a
screen shows no more at the zoom the map allows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import numpy as np
import shapely

from geo.answers.country.programmes import border_programmes
from geo.atlas import Atlas
from geo.basics.formats import unbroken
from geo.borders import Area, Borders, Worldview, coverage
from geo.borders.beside import beside
from geo.web.documents import map_shapes
from geo.web.documents.map_shapes import (
    BorderProgramme,
    FlankBorder,
    FlankFile,
    Label,
    LinesFile,
    WorldFile,
)
from geo.web.documents.packed import packed
from geo.web.documents.timeline import LETTERED, timeline

FLANK_WINDOW = (3.0, 48.2, 46.0, 71.4)
"""What a reader sees first (west, south, east, north, degrees); what it touches is sent first."""

TOLERANCE = 0.08
"""Of the simplification, in the degrees of `coverage.simplify`: 0.016 degrees in Europe."""

PER_DEGREE = 1000
"""Steps of the grid of coordinates."""

PROGRAMME_OFFSET_DEGREES = 0.16
ROOMY = 0.6
"""Of the widest circle's radius: as much room there must be around the middle for a name."""


def web_files(
    atlas: Atlas,
    worldview: Worldview,
    *,
    tolerance: float = TOLERANCE,
    per_degree: int = PER_DEGREE,
) -> dict[str, bytes]:
    """The JSON files of a worldview, by role: `flank`, `world` and `timeline`, and `lines`, of
    which a reader is sent those of the lens he asks for.

    `tolerance` is that of `coverage.simplify`; a larger one makes coarser and smaller files, as
    does a smaller `per_degree`, the grid of `lines`.
    """
    borders = atlas.borders(worldview)
    # Areas are simplified together, so that neighbours keep the very same line between them.
    simple = coverage.simplify(np.asarray(borders.area_shapes, dtype=object), tolerance)
    shape_of = {area.area_id: shape for area, shape in zip(borders.areas, simple, strict=True)}
    window = shapely.box(*FLANK_WINDOW)
    near = [area for area in borders.areas if shape_of[area.area_id].intersects(window)]
    far = [area for area in borders.areas if area not in near]
    flank: FlankFile = {
        "areas": [_area(area, shape_of) for area in near],
        "borders": _flank_borders(atlas, worldview, shape_of),
        "programmes": _programmes(atlas, worldview, shape_of),
        "labels": [_label(area_id, shape_of[area_id]) for area_id in LETTERED],
    }
    world: WorldFile = {"areas": [_area(area, shape_of) for area in far]}
    payloads = {
        "flank": flank,
        "world": world,
        "timeline": timeline(atlas, worldview),
        "lines": _lines(borders, simple, per_degree),
    }
    return {role: compact_json(payload) for role, payload in payloads.items()}


def compact_json(payload: object) -> bytes:
    """JSON for a browser, without a space too many, UTF-8, its lengths unbroken.

    Raises ValueError for what JSON has no word for.
    """
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return unbroken(text).encode()


def _geometry(shape: Any) -> Any:
    return shapely.geometry.mapping(shapely.set_precision(shape, 1 / PER_DEGREE, mode="pointwise"))


def _area(area: Area, shape_of: dict[str, Any]) -> map_shapes.Area:
    return {
        "type": "Feature",
        "geometry": _geometry(shape_of[area.area_id]),
        "properties": {
            "id": area.area_id,
            "owner": area.owner,
            "name": area.name,
            "standing": area.standing,
            "note": area.note,
        },
    }


def _shared_line(a: Any, b: Any) -> Any:
    edges = coverage.shared_edges(np.asarray([a, b]))
    return edges.line(np.arange(len(edges.first)))


def _lines(borders: Borders, simple: Any, per_degree: int) -> LinesFile:
    """Every segment by the points that the simplification has left of its areas' outlines."""
    kept = set(map(tuple, shapely.get_coordinates(simple).tolist()))

    def line(part: Any) -> list[Any]:
        first, *between, last = part.coords
        return [first, *(point for point in between if point in kept), last]

    parts = ([line(part) for part in shapely.get_parts(s)] for s in borders.segment_shapes)
    lines = (_geometry(shapely.MultiLineString(found)) for found in parts)
    return {"lines": [packed(line, per_degree) for line in lines], "per_degree": per_degree}


def _programmes(
    atlas: Atlas, worldview: Worldview, shape_of: dict[str, Any]
) -> list[BorderProgramme]:
    """A line beside the border, on the own side: it stands for the border, it is no trace."""
    features = []
    for border in atlas.on(atlas.verified_to, worldview).borders:
        for programme in border_programmes(atlas.record):
            if border.flank and programme.runs_along(border.iso_a3, border.neighbour_iso_a3):
                own = shape_of[border.iso_a3]
                line = _shared_line(own, shape_of[border.neighbour_iso_a3])
                feature: BorderProgramme = {
                    "type": "Feature",
                    "geometry": _geometry(_beside(line, own)),
                    "properties": {
                        "name": programme.name,
                        "owner": border.iso_a3,
                        "from": programme.start.isoformat(),
                        "words": programme.words(),
                    },
                }
                features.append(feature)
    return features


def _beside(line: Any, own: Any) -> Any:
    """The line moved into `own`; a degree of longitude is shorter than one of latitude."""
    shrink = np.array([np.cos(np.radians(line.centroid.y)), 1.0])
    flat = shapely.transform(line, lambda xy: xy * shrink)
    inside = shapely.transform(own, lambda xy: xy * shrink)
    smooth = beside(flat, inside, PROGRAMME_OFFSET_DEGREES)
    return shapely.transform(smooth, lambda xy: xy / shrink)


def _flank_borders(
    atlas: Atlas, worldview: Worldview, shape_of: dict[str, Any]
) -> list[FlankBorder]:
    features = []
    for border in atlas.on(atlas.verified_to, worldview).borders:
        if border.flank:
            line = _shared_line(shape_of[border.iso_a3], shape_of[border.neighbour_iso_a3])
            feature: FlankBorder = {
                "type": "Feature",
                "geometry": _geometry(line),
                "properties": {
                    "owner": border.iso_a3,
                    "neighbour": border.neighbour_iso_a3,
                    "part": border.part,
                    "km": round(border.length_km),
                },
            }
            features.append(feature)
    return features


def _label(area_id: str, shape: Any) -> Label:
    """Where a name sits: the middle of the part that the first window shows.

    Where the middle lies close to an edge or outside, as Norway's does, the roomiest point.
    """
    seen = shapely.intersection(shape, shapely.box(*FLANK_WINDOW))
    largest = max(_polygons(seen), key=lambda polygon: polygon.area)
    radius = shapely.maximum_inscribed_circle(largest, 0.1)
    middle, edge = shapely.centroid(largest), shapely.boundary(largest)
    roomy = shapely.contains(largest, middle)
    roomy = roomy and shapely.distance(middle, edge) > ROOMY * shapely.length(radius)
    ((lon, lat),) = (middle if roomy else shapely.get_point(radius, 0)).coords
    return {"id": area_id, "lon": round(lon, 2), "lat": round(lat, 2)}


def _polygons(geometry: Any) -> Iterable[Any]:
    return (part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon")
