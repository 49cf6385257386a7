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
EQUAL_EARTH_ABOUT = "+proj=eqearth +lon_0={} +datum=WGS84 +units=m +type=crs"
EQUAL_EARTH_WORDS = "Equal Earth (EPSG:8857)"
WORLD: Box = (-180.0, -58.0, 180.0, 90.0)
"""The inhabited world: no state's territory lies south of it."""

TRUSTED_BY_LAEA: Box = (-30.0, 30.0, 60.0, 84.0)
WIDEST_LOCAL_DEGREES = 110.0
WIDEST_TURNED_DEGREES = 359.0  # wider, and both edges would be one meridian
POLAR_LATITUDE = 40.0  # a wide box that lies beyond is drawn round the pole
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
    to it before they are projected, so that nothing crosses the edge of the projection. `drawn` is
    the least box of degrees round what the page shows: with a pole on it, the whole way round.
    """

    crs: str
    box: Box
    window: Box
    drawn: Box
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
        return self.crs == EQUAL_EARTH or "eqearth" in self.crs


@cache
def transformer(crs: str) -> Transformer:
    """Degrees of WGS 84, longitude first, to metres of `crs`."""
    return Transformer.from_crs("EPSG:4326", crs, always_xy=True)


@cache
def fixed_frame(extent: Extent) -> Frame:
    """The frame of a named extent. Raises AtlasError for a name that is none."""
    if extent == "world":
        return _equal_earth(WORLD, EQUAL_EARTH, EQUAL_EARTH_WORDS)
    if extent not in FIXED:
        raise AtlasError(f"extent {extent!r}: expected flank, europe or world")
    return _local(EUROPE_LAEA, EUROPE_CENTRE, FIXED[extent], EUROPE_WORDS)


def frame_of(bounds: Box) -> Frame:
    """The frame that shows all of a box of degrees, grown to a shape the page has room for.

    The box may run past 180 degrees, as a web map that was dragged round the world reports it.
    Raises AtlasError for a box without an inside, and for one that runs past a pole.
    """
    west, south, east, north = bounds
    if not all(map(math.isfinite, bounds)) or west >= east or south >= north:
        raise AtlasError(f"extent {bounds}: expected west < east and south < north, in degrees")
    if south < -90.0 or north > 90.0:
        raise AtlasError(f"extent {bounds}: expected latitudes from -90 to 90")
    turn = 360.0 * round((west + east) / 720.0)
    box = (west - turn, south, east - turn, north)
    if east - west > WIDEST_LOCAL_DEGREES:
        return _wide(box)
    box = (box[0], south, max(box[2], box[0] + LEAST_DEGREES), max(north, south + LEAST_DEGREES))
    inside = TRUSTED_BY_LAEA
    if inside[0] <= box[0] and inside[1] <= box[1] and box[2] <= inside[2] and box[3] <= inside[3]:
        return _local(
            EUROPE_LAEA, EUROPE_CENTRE, _grown(_bounds_of(EUROPE_LAEA, box)), EUROPE_WORDS
        )
    return _azimuthal(round((box[1] + box[3]) / 2), box)


def _azimuthal(lat: int, box: Box) -> Frame:
    """A box in an equal-area projection about its middle meridian, centred on a latitude."""
    lon = round((box[0] + box[2]) / 2)
    crs = f"+proj=laea +lat_0={lat} +lon_0={lon} +datum=WGS84 +units=m +type=crs"
    words = f"Lambert azimuthal equal-area, centred on latitude {lat}°, longitude {lon}°"
    return _local(crs, float(lon), _grown(_bounds_of(crs, box)), words)


def _local(crs: str, centre: float, box: Box, words: str) -> Frame:
    drawn = _degrees_of(crs, centre, box)
    west, south, east, north = drawn
    whole = east - west >= 360.0
    if not whole:
        west, east = west - 1.0, east + 1.0
    window = (west, max(south - 1.0, -90.0), east, min(north + 1.0, 90.0))
    return Frame(crs, box, window, _turned(drawn), words)


def _turned(box: Box) -> Box:
    """A box turned back so that its west lies from -180 to 180, as boxes are written."""
    west, south, east, north = box
    if east - west >= 360.0:
        return -180.0, south, 180.0, north
    turn = 360.0 * math.floor((west + 180.0) / 360.0)
    return west - turn, south, east - turn, north


def _wide(box: Box) -> Frame:
    """A box too wide for an azimuthal projection about its middle: round a pole, or Equal Earth."""
    west, south, east, north = box
    if east - west > WIDEST_TURNED_DEGREES:
        west, east = -180.0, 180.0
    if south >= POLAR_LATITUDE or north <= -POLAR_LATITUDE:
        return _azimuthal(90 if south > 0 else -90, (west, south, east, north))
    if west >= -180.0 and east <= 180.0:
        crs, words = EQUAL_EARTH, EQUAL_EARTH_WORDS
    else:
        lon = round((west + east) / 2)
        crs, words = EQUAL_EARTH_ABOUT.format(lon), f"Equal Earth, centred on longitude {lon}°"
    while south > -90.0 or north < 90.0:
        left, bottom, right, top = _bounds_of(crs, (west, south, east, north))
        if right - left <= WIDE_ASPECTS[1] * (top - bottom):
            break
        south, north = max(south - 1.0, -90.0), min(north + 1.0, 90.0)
    return _equal_earth((west, south, east, north), crs, words)


def _equal_earth(window: Box, crs: str, words: str) -> Frame:
    return Frame(crs, _bounds_of(crs, window), window, _turned(window), words)


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
    xs, ys = transformer(crs).transform(*edge_of(degrees, 721))
    return float(np.min(xs)), float(np.min(ys)), float(np.max(xs)), float(np.max(ys))


def _degrees_of(crs: str, centre: float, box: Box) -> Box:
    """The least box of degrees round everything a box of metres shows."""
    lons, lats = transformer(crs).transform(*edge_of(box, 400), direction="INVERSE")
    lons = (np.asarray(lons) - centre + 180.0) % 360.0 - 180.0 + centre
    south, north = float(np.min(lats)), float(np.max(lats))
    poles = [pole for pole in (-90.0, 90.0) if _shows(crs, box, pole)]
    if poles:
        return centre - 180.0, min(south, *poles), centre + 180.0, max(north, *poles)
    return float(np.min(lons)), south, float(np.max(lons)), north


def _shows(crs: str, box: Box, pole: float) -> bool:
    x, y = transformer(crs).transform(0.0, pole)
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])
