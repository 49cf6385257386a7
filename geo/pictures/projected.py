"""Geometry ready for the pen: cut to a frame, projected and thinned to what a picture can show.

Made once for a worldview and a frame and kept; nothing here depends on the day.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any, get_args

import numpy as np
import shapely
import shapely.affinity
from matplotlib.path import Path as Outline
from pyproj import Transformer

from geo.basics.choices import Extent
from geo.borders import Borders
from geo.pictures.frames import Frame, edge_of, fixed_frame, transformer

NAMED_KEPT, BOXES_KEPT = 6, 4  # sheets of named frames in both worldviews, and of other boxes
PIXELS_ACROSS = 3200  # detail finer than a pixel of this many across is left out
LEAST_AREA_PIXELS = 0.4
ISLET_PIXELS = 160.0  # in area; a halo would hide smaller land
MAINLAND_SHARE = 0.05  # of a state's largest piece of land
DOT_PIXELS = 110.0  # in area; a state smaller than this gets a dot
DEGREES_BETWEEN_POINTS = 1.0
SPARE = 0.02  # of the frame's width: what lies just outside, so that outlines end off the page


@dataclass(frozen=True, slots=True)
class Area:
    """One area of the map, in metres of the frame's projection.

    `outline` is its land of a size to be parted from its neighbours by a halo, `islets` the rest;
    `mainland` leaves out what would only blacken an outline in ink; `dot` is where a state too
    small to be seen is marked, or None.
    """

    area_id: str
    owner: str | None
    standing: str
    outline: Outline
    islets: Outline
    mainland: Outline
    dot: tuple[float, float] | None
    geometry: shapely.MultiPolygon


@dataclass(frozen=True, slots=True)
class Line:
    """One border segment, in metres of the frame's projection."""

    iso_a3: str
    neighbour_iso_a3: str
    part: str
    outline: Outline
    geometry: shapely.Geometry


@dataclass(frozen=True)
class ProjectedMap:
    """Everything of a worldview that a frame shows."""

    frame: Frame
    areas: tuple[Area, ...]
    lines: tuple[Line, ...]
    ground: Outline
    grid: Outline


def projected_map(borders: Borders, frame: Frame) -> ProjectedMap:
    """Cut, project and thin the borders of a worldview for a frame.

    Maps of the named frames are kept, and the last few of others, which never push those out.
    """
    return (named if frame in map(fixed_frame, get_args(Extent)) else boxed)(borders, frame)


def _made(borders: Borders, frame: Frame) -> ProjectedMap:
    return ProjectedMap(
        frame, _areas(borders, frame), _lines(borders, frame), _ground(frame), _grid(frame)
    )


named = lru_cache(maxsize=NAMED_KEPT)(_made)
boxed = lru_cache(maxsize=BOXES_KEPT)(_made)


def _areas(borders: Borders, frame: Frame) -> tuple[Area, ...]:
    pixel = (frame.box[2] - frame.box[0]) / PIXELS_ACROSS
    polygons = [_polygons_of(shape) for shape in _in_frame(borders.area_shapes, frame)]
    shapes = shapely.coverage_simplify(polygons, 1.5 * pixel)
    areas = []
    for area, shape in zip(borders.areas, shapes, strict=True):
        parts = shapely.get_parts(shape)
        sizes = shapely.area(parts) / pixel**2
        if not len(parts):
            continue
        dot = None
        if area.standing == "state" and sizes.sum() < DOT_PIXELS:
            dot = _inside(shapely.centroid(parts[sizes.argmax()]), frame)
        areas.append(
            Area(
                area.area_id,
                area.owner,
                area.standing,
                outline_of(parts[sizes >= ISLET_PIXELS]),
                outline_of(parts[(sizes < ISLET_PIXELS) & (sizes > LEAST_AREA_PIXELS)]),
                outline_of(parts[sizes >= MAINLAND_SHARE * sizes.max()]),
                dot,
                shape,
            )
        )
    return tuple(areas)


def _inside(point: shapely.Point, frame: Frame) -> tuple[float, float] | None:
    left, bottom, right, top = frame.box
    return (point.x, point.y) if left < point.x < right and bottom < point.y < top else None


def _polygons_of(shape: shapely.Geometry) -> shapely.MultiPolygon:
    """The polygons in what a cut has left; points and lines where it only touched are dropped."""
    parts = shapely.get_parts(shape)
    whole: shapely.MultiPolygon = shapely.multipolygons(parts[shapely.get_dimensions(parts) == 2])
    return whole


def _lines(borders: Borders, frame: Frame) -> tuple[Line, ...]:
    pixel = (frame.box[2] - frame.box[0]) / PIXELS_ACROSS
    shapes = shapely.simplify(_in_frame(borders.segment_shapes, frame), pixel)
    return tuple(
        Line(
            line.iso_a3,
            line.neighbour_iso_a3,
            line.part,
            outline_of(shapely.get_parts(shape)),
            shape,
        )
        for line, shape in zip(borders.segments, shapes, strict=True)
        if not shape.is_empty
    )


def _in_frame(shapes: Any, frame: Frame) -> Any:
    """Cut to the window in degrees, project, cut to the box in metres; empty where none is left."""
    west, south, east, north = frame.window
    cut = shapely.clip_by_rect(shapes, west, south, east, north)
    for turn, runs_past in ((-360.0, west < -180.0), (360.0, east > 180.0)):
        if runs_past:
            beyond = shapely.clip_by_rect(shapes, west - turn, south, east - turn, north)
            beyond = [shapely.affinity.translate(shape, xoff=turn) for shape in beyond]
            cut = shapely.union(cut, beyond)
    cut = shapely.segmentize(cut, DEGREES_BETWEEN_POINTS)
    to_metres = transformer(frame.crs)
    cut = shapely.transform(cut, partial(_projected, to_metres))
    left, bottom, right, top = frame.box
    spare = SPARE * (right - left)
    return shapely.clip_by_rect(cut, left - spare, bottom - spare, right + spare, top + spare)


def _projected(to_metres: Transformer, places: np.ndarray) -> np.ndarray:
    return np.column_stack(to_metres.transform(places[:, 0], places[:, 1]))


def outline_of(parts: Any) -> Outline:
    """Polygons or lines as one path; rings are closed, holes are told by their winding."""
    closed = bool(len(parts)) and shapely.get_dimensions(parts[0]) == 2
    rings = shapely.get_rings(shapely.orient_polygons(parts)) if closed else parts
    vertices, codes = [], []
    for ring in rings:
        xy = shapely.get_coordinates(ring)
        step = np.full(len(xy), Outline.LINETO, dtype=Outline.code_type)
        step[0] = Outline.MOVETO
        if closed:
            step[-1] = Outline.CLOSEPOLY
        vertices.append(xy)
        codes.append(step)
    if not vertices:
        return Outline(np.empty((0, 2)))
    return Outline(np.concatenate(vertices), np.concatenate(codes))


def _ground(frame: Frame) -> Outline:
    """The sea: the whole frame, or the rounded edge of the world."""
    xs, ys = edge_of(frame.window if frame.whole_world else frame.box, 90)
    if frame.whole_world:
        xs, ys = transformer(frame.crs).transform(xs, ys)
    return Outline(np.column_stack([xs, ys]), closed=True)


def _grid(frame: Frame) -> Outline:
    """Meridians and parallels every 5, 10 or 30 degrees, by the size of the window."""
    west, south, east, north = frame.window
    step = next((s for s in (1, 2, 5, 10) if (north - south) / s <= 8), 30)
    pieces = []
    along = np.linspace(south, north, 120)
    for lon in np.arange(np.ceil(west / step) * step, east + 1e-9, step):
        pieces.append(np.column_stack([np.full_like(along, lon), along]))
    along = np.linspace(west, east, 240)
    for lat in np.arange(np.ceil(south / step) * step, north + 1e-9, step):
        pieces.append(np.column_stack([along, np.full_like(along, lat)]))
    vertices = np.concatenate(pieces)
    codes = np.full(len(vertices), Outline.LINETO, dtype=Outline.code_type)
    codes[np.cumsum([0, *map(len, pieces[:-1])])] = Outline.MOVETO
    xs, ys = transformer(frame.crs).transform(vertices[:, 0], vertices[:, 1])
    return Outline(np.column_stack([xs, ys]), codes)


def middle_of(area: Area) -> tuple[float, float]:
    """A place inside an area's largest piece of land, in metres."""
    parts = shapely.get_parts(area.geometry)
    point = shapely.point_on_surface(parts[shapely.area(parts).argmax()])
    return float(point.x), float(point.y)


def at(frame: Frame, lon: float, lat: float) -> tuple[float, float]:
    """A place in metres of the frame's projection."""
    x, y = transformer(frame.crs).transform(lon, lat)
    return float(x), float(y)


def drawn_like_the_flank(frame: Frame) -> bool:
    """Whether lettering placed by hand for the flank's frame fits this one."""
    return frame == fixed_frame("flank")
