"""Polygons that fit together: noding, shared lines, geodesic lengths, one simplification for all.

A coverage is a set of areas that neither overlap nor leave slivers: two neighbours share their
border vertex by vertex. All coordinates are WGS 84 longitude, latitude in degrees. Nothing here
knows a country; areas are numbered by their place in the array they came in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, MultiLineString

Geometries: TypeAlias = NDArray[np.object_]
Floats: TypeAlias = NDArray[np.float64]
Integers: TypeAlias = NDArray[np.int64]

GRID_DECIMALS = 4
"""Coordinates lie on a grid of 0.0001 degrees (11 m), a fifteenth of what the source resolves."""

# Degrees are stretched before the simplification, so that one tolerance keeps five times the detail
# where the reader looks (Europe) and little at the South Pole. Each factor holds between two knots.
LON_KNOTS, LON_STRETCH = (-180.0, -12.0, 45.0, 180.0), (1.0, 5.0, 1.0)
LAT_KNOTS, LAT_STRETCH = (-90.0, -60.0, 34.0, 72.0, 90.0), (0.2, 1.0, 5.0, 0.5)


@dataclass(frozen=True)
class SharedEdges:
    """The n straight edges that two areas have in common; `first` < `second` are area numbers.

    `start` and `end` are (n, 2) arrays of lon, lat; start comes before end in (lon, lat) order.
    """

    first: Integers
    second: Integers
    start: Floats
    end: Floats

    def lengths_km(self) -> Floats:
        """Geodesic length of every edge on the WGS 84 ellipsoid, in kilometres."""
        # Imported here: a server simplifies, and has no use for the 10 MB of what measures.
        from pyproj import Geod

        wgs84 = Geod(ellps="WGS84")
        metres = wgs84.inv(self.start[:, 0], self.start[:, 1], self.end[:, 0], self.end[:, 1])[2]
        return np.asarray(metres, dtype=np.float64) / 1000

    def line(self, chosen: Integers) -> MultiLineString:
        """The chosen edges joined end to end, in an order that does not depend on the input's."""
        ends = zip(self.start[chosen], self.end[chosen], strict=True)
        merged = shapely.line_merge(MultiLineString([LineString(pair) for pair in ends]))
        return shapely.normalize(MultiLineString(list(shapely.get_parts(merged))))


def on_grid(geometry: Any) -> Any:
    """The geometry with every coordinate at the double nearest to its four decimals."""
    return shapely.transform(geometry, lambda xy: np.round(xy, GRID_DECIMALS) + 0.0)


def faces(lines: Geometries) -> Geometries:
    """Node the lines on the grid and return every face they enclose, as polygons.

    Snap-rounding heals what quantisation broke: crossings become vertices, and lines closer than
    the grid fall together.
    """
    noded = shapely.union_all(lines, grid_size=10.0**-GRID_DECIMALS)
    enclosed = shapely.polygonize(shapely.get_parts(noded))
    return np.asarray(on_grid(shapely.get_parts(enclosed)), dtype=object)


def assign(enclosed: Geometries, shapes: Geometries) -> Integers:
    """Return which shape holds each face: its number, or -1 for water and gaps.

    Where shapes overlap the smaller one has the face: an enclave beats the land around it.
    """
    parts, number = shapely.get_parts(shapes, return_index=True)
    broken = ~shapely.is_valid(parts)
    parts[broken] = shapely.make_valid(parts[broken])
    face, part = shapely.STRtree(parts).query(
        shapely.point_on_surface(enclosed), predicate="intersects"
    )
    holder = np.full(len(enclosed), -1, dtype=np.int64)
    largest_first = np.lexsort((number[part], -shapely.area(shapes)[number[part]]))
    holder[face[largest_first]] = number[part][largest_first]
    return holder


def dissolve(pieces: Iterable[Any]) -> Any:
    """Pieces of one coverage joined into one geometry; the lines between them vanish."""
    return shapely.normalize(shapely.union_all(list(pieces)))


def shared_edges(areas: Geometries) -> SharedEdges:
    """Find the edges that two areas of a coverage share, each once."""
    rings, area_of_ring = _rings(areas)
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    inside = np.flatnonzero(ring[1:] == ring[:-1])
    start, end = xy[inside], xy[inside + 1]
    backwards = (start[:, 0] > end[:, 0]) | ((start[:, 0] == end[:, 0]) & (start[:, 1] > end[:, 1]))
    edge = np.hstack([start, end])
    edge[backwards] = np.hstack([end, start])[backwards]
    owner = area_of_ring[ring[inside]]
    order = np.lexsort((owner, edge[:, 3], edge[:, 2], edge[:, 1], edge[:, 0]))
    edge, owner = edge[order], owner[order]
    same = np.flatnonzero((edge[1:] == edge[:-1]).all(axis=1) & (owner[1:] != owner[:-1]))
    return SharedEdges(owner[same], owner[same + 1], edge[same, :2], edge[same, 2:])


def _rings(areas: Geometries) -> tuple[Geometries, Integers]:
    polygons, area = shapely.get_parts(areas, return_index=True)
    rings, polygon = shapely.get_rings(polygons, return_index=True)
    return rings, area[polygon]


def simplify(areas: Geometries, tolerance: float) -> Geometries:
    """Simplify a coverage once, so that neighbours keep the very same line between them.

    `tolerance` is in stretched degrees (see LON_STRETCH, LAT_STRETCH): vertices go whose triangle
    with their neighbours is smaller than its square. Vertices are only dropped, never moved.
    """
    before = shapely.get_coordinates(areas)
    stretched = _stretch(before)
    simpler = shapely.coverage_simplify(shapely.transform(areas, _stretch), tolerance)
    order = np.lexsort((stretched[:, 1], stretched[:, 0]))
    keys = _as_complex(stretched)[order]

    def unstretch(xy: Floats) -> Floats:
        place = np.searchsorted(keys, _as_complex(xy))
        if not np.array_equal(keys[np.minimum(place, len(keys) - 1)], _as_complex(xy)):
            raise ValueError("the simplification moved a vertex that it should only drop or keep")
        return before[order[place]]

    return np.asarray(shapely.transform(simpler, unstretch), dtype=object)


def _stretch(xy: Floats) -> Floats:
    lon = np.interp(xy[:, 0], LON_KNOTS, _stretched_knots(LON_KNOTS, LON_STRETCH))
    lat = np.interp(xy[:, 1], LAT_KNOTS, _stretched_knots(LAT_KNOTS, LAT_STRETCH))
    return np.column_stack([lon, lat])


def _stretched_knots(knots: tuple[float, ...], factors: tuple[float, ...]) -> Floats:
    return np.concatenate([[0.0], np.cumsum(np.diff(knots) * np.asarray(factors))])


def _as_complex(xy: Floats) -> NDArray[np.complex128]:
    # NumPy orders complex numbers by real, then imaginary part: one sortable key per vertex.
    return xy[:, 0] + 1j * xy[:, 1]
