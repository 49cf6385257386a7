"""What a picture shows and in which projection: equal-area, so that no state looks too large.

Boxes of degrees are (west, south, east, north) on WGS 84; boxes of metres (left, bottom, right,
top) in the frame's projection.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

import numpy as np
from pyproj import Transformer

from geo.basics.boxes import LEAST_DEGREES, Box
from geo.basics.choices import Extent
from geo.basics.errors import AtlasError

EUROPE_LAEA = "EPSG:3035"  # ETRS89-LAEA, the equal-area grid of European statistics
EUROPE_CENTRE = 10.0
EUROPE_WORDS = "ETRS89-LAEA (EPSG:3035)"
EQUAL_EARTH = "EPSG:8857"
WORLD: Box = (-180.0, -58.0, 180.0, 90.0)
"""The inhabited world: no state's territory lies south of it."""

TRUSTED_BY_LAEA: Box = (-30.0, 30.0, 60.0, 84.0)
WIDEST_LOCAL_DEGREES = 110.0
SIDE_ASPECTS = (0.62, 0.918)  # width by height of a map that leaves room for a column of text
WIDE_ASPECTS = (1.45, 2.6)  # and of one with the text above and below
FIXED: dict[Extent, Box] = {
    "flank": (3_930_000, 2_820_000, 5_840_000, 5_430_000),
    "europe": (2_630_000, 1_480_000, 6_420_000, 5_608_000),
}
"""The frames of the flank, Kirkenes to the Carpathians, and of Europe, in metres of ETRS89-LAEA."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A projection and the piece of it on the page.

    `window` holds everything that `box` shows, in degrees, and may run past 180; polygons are cut
    to it before they are projected, so that nothing crosses the edge of the projection.
    """

    crs: str
    box: Box
    window: Box
    words: str

    @property
    def aspect(self) -> float:
        """Width divided by height."""
        left, bottom, right, top = self.box
        return (right - left) / (top - bottom)

    @property
    def wide(self) -> bool:
        """Whether the map takes the page's width and the text goes above and below it."""
        return self.aspect > SIDE_ASPECTS[1] + 0.1

    @property
    def whole_world(self) -> bool:
        """Whether the map is of the kind that needs a rounded edge and no scale bar."""
        return self.crs == EQUAL_EARTH


@cache
def transformer(crs: str) -> Transformer:
    """Degrees of WGS 84, longitude first, to metres of `crs`."""
    return Transformer.from_crs("EPSG:4326", crs, always_xy=True)


@cache
def fixed_frame(extent: Extent) -> Frame:
    """The frame of a named extent. Raises AtlasError for a name that is none."""
    if extent == "world":
        return _equal_earth(WORLD)
    if extent not in FIXED:
        raise AtlasError(f"extent {extent!r}: expected flank, europe or world")
    return _local(EUROPE_LAEA, EUROPE_CENTRE, FIXED[extent], EUROPE_WORDS)


def frame_of(bounds: Box) -> Frame:
    """The frame that shows a box of degrees, grown to a shape the page has room for.

    The box may run past 180 degrees, as a web map that was dragged round the world reports it.
    Raises AtlasError for a box without an inside.
    """
    west, south, east, north = bounds
    if not all(map(math.isfinite, bounds)) or west >= east or south >= north:
        raise AtlasError(f"extent {bounds}: expected west < east and south < north, in degrees")
    south, north = max(south, -85.0), min(north, 85.0)
    if south >= north:
        raise AtlasError(f"extent {bounds}: expected a box that reaches between 85 S and 85 N")
    if east - west > WIDEST_LOCAL_DEGREES:
        return _equal_earth(_within_world(west, south, east, north))
    east, north = max(east, west + LEAST_DEGREES), max(north, south + LEAST_DEGREES)
    turn = 360.0 * round((west + east) / 720.0)
    box = (west - turn, south, east - turn, north)
    inside = TRUSTED_BY_LAEA
    if inside[0] <= box[0] and inside[1] <= box[1] and box[2] <= inside[2] and box[3] <= inside[3]:
        crs, centre, words = EUROPE_LAEA, EUROPE_CENTRE, EUROPE_WORDS
    else:
        lon, lat = round((box[0] + box[2]) / 2), round((box[1] + box[3]) / 2)
        centre = float(lon)
        crs = f"+proj=laea +lat_0={lat} +lon_0={lon} +datum=WGS84 +units=m +type=crs"
        words = f"Lambert azimuthal equal-area, centred on latitude {lat}°, longitude {lon}°"
    return _local(crs, centre, _grown(_bounds_of(crs, box)), words)


def _local(crs: str, centre: float, box: Box, words: str) -> Frame:
    return Frame(crs, box, _degrees_of(crs, centre, box), words)


def _equal_earth(window: Box) -> Frame:
    return Frame(EQUAL_EARTH, _bounds_of(EQUAL_EARTH, window), window, "Equal Earth (EPSG:8857)")


def _within_world(west: float, south: float, east: float, north: float) -> Box:
    """Cut to the world's window, whole width where the box runs past the antimeridian."""
    if west < WORLD[0] or east > WORLD[2]:
        west, east = WORLD[0], WORLD[2]
    south, north = max(south, WORLD[1]), min(north, WORLD[3])
    if north - south < (east - west) / 3:  # flatter than the page has room for
        middle = min(max((south + north) / 2, WORLD[1] + 35), WORLD[3] - 35)
        south, north = min(south, middle - 35), max(north, middle + 35)
    return west, max(south, WORLD[1]), east, min(north, WORLD[3])


def _grown(box: Box) -> Box:
    """Grow a box about its centre to the nearest shape that the page has room for."""
    left, bottom, right, top = box
    width, height = right - left, top - bottom
    aspect = width / height
    side = aspect <= (SIDE_ASPECTS[1] + WIDE_ASPECTS[0]) / 2
    lowest, highest = SIDE_ASPECTS if side else WIDE_ASPECTS
    if aspect < lowest:
        width = height * lowest
    elif aspect > highest:
        height = width / highest
    x, y = (left + right) / 2, (bottom + top) / 2
    if side and width / height > highest:
        height = width / highest
    elif not side and width / height < lowest:
        width = height * lowest
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def edge_of(box: Box, steps: int = 48) -> tuple[np.ndarray, np.ndarray]:
    """The outline of a box as x and y, with `steps` points a side."""
    left, bottom, right, top = box
    x = np.linspace(left, right, steps)
    y = np.linspace(bottom, top, steps)
    xs = np.concatenate([x, np.full(steps, right), x[::-1], np.full(steps, left)])
    ys = np.concatenate([np.full(steps, bottom), y, np.full(steps, top), y[::-1]])
    return xs, ys


def _bounds_of(crs: str, degrees: Box) -> Box:
    xs, ys = transformer(crs).transform(*edge_of(degrees))
    return float(np.min(xs)), float(np.min(ys)), float(np.max(xs)), float(np.max(ys))


def _degrees_of(crs: str, centre: float, box: Box) -> Box:
    """A box of degrees round everything a box of metres shows."""
    lons, lats = transformer(crs).transform(*edge_of(box), direction="INVERSE")
    lons = (np.asarray(lons) - centre + 180.0) % 360.0 - 180.0 + centre
    south, north = float(np.min(lats)) - 1.0, float(np.max(lats)) + 1.0
    x, y = transformer(crs).transform(0.0, 90.0)
    if box[0] <= x <= box[2] and box[1] <= y <= box[3]:
        return centre - 180.0, south, centre + 180.0, 90.0
    x, y = transformer(crs).transform(0.0, -90.0)
    if box[0] <= x <= box[2] and box[1] <= y <= box[3]:
        return centre - 180.0, -90.0, centre + 180.0, north
    west, east = float(np.min(lons)) - 1.0, float(np.max(lons)) + 1.0
    return west, max(south, -90.0), east, min(north, 90.0)
