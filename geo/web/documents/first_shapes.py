"""The shapes of the first picture: those of the live map, coarser, as ready paths of SVG.

Places are whole steps from a corner of the window on Web Mercator, as Leaflet reckons pixels: at
`zoom` a step is a pixel. Made from the files of the map, so that both draw the same land.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from geo.basics.choices import Extent
from geo.web.documents.map_shapes import AreaProperties, FlankFile, Label, WorldFile

TILE_PX = 256
"""How wide the world is at zoom 0, in pixels."""

TOLERANCE = 1.0
"""Of the simplification, in steps."""

LEAST_AREA = 1.0
"""Land smaller than so many square steps is left out."""


@dataclass(frozen=True, slots=True)
class Window:
    """What a first picture may show (degrees), on a screen of any shape, and the zoom of a step."""

    west: float
    south: float
    east: float
    north: float
    zoom: float


WINDOWS: dict[Extent, Window] = {
    "flank": Window(-40.0, 36.0, 90.0, 78.0, 4.25),
    "europe": Window(-70.0, 20.0, 110.0, 80.0, 3.75),
    "world": Window(-180.0, -85.0, 190.0, 85.0, 2.0),
}


@dataclass(frozen=True, slots=True)
class FirstArea:
    """An area's land; `middle` is where a mark on it stands."""

    area_id: str
    owner: str | None
    path: str
    middle: tuple[int, int]


@dataclass(frozen=True, slots=True)
class FirstLine:
    """A border of the flank state `owner`; or a programme beside one, there from a day on."""

    owner: str
    since: str
    path: str


@dataclass(frozen=True, slots=True)
class FirstName:
    """Where the name of a state stands, and how wide that state is."""

    iso_a3: str
    place: tuple[int, int]
    width: int


@dataclass(frozen=True, slots=True, eq=False)
class FirstShapes:
    """All that the first picture of a view is drawn of, the same for every day.

    `corner` is the place of its first step on the whole world at the zoom of the window.
    """

    window: Window
    corner: tuple[int, int]
    areas: tuple[FirstArea, ...]
    borders: tuple[FirstLine, ...]
    programmes: tuple[FirstLine, ...]
    names: tuple[FirstName, ...]

    def place(self, lon: float, lat: float) -> tuple[int, int]:
        """Return where a place lies, in whole steps."""
        return _Grid(self.window).place(lon, lat)

    @property
    def flank(self) -> frozenset[str]:
        """The states whose borders are drawn."""
        return frozenset(line.owner for line in self.borders)


def first_shapes(flank: FlankFile, world: WorldFile, view: Extent) -> FirstShapes:
    """The shapes of a view, from the two files of its worldview."""
    window = WINDOWS[view]
    grid = _Grid(window)
    features = [*flank["areas"], *world["areas"]]
    whole = [shapely.geometry.shape(feature["geometry"]) for feature in features]
    drawn = shapely.coverage_simplify([grid.land(shape) for shape in whole], TOLERANCE)
    width = {
        feature["properties"]["id"]: _width(shape)
        for feature, shape in zip(features, whole, strict=True)
    }
    return FirstShapes(
        window,
        grid.corner,
        tuple(
            _area(grid, feature["properties"], before, after)
            for feature, before, after in zip(features, whole, drawn, strict=True)
            if not after.is_empty
        ),
        tuple(grid.line(f["properties"]["owner"], "", f["geometry"]) for f in flank["borders"]),
        tuple(
            grid.line(f["properties"]["owner"], f["properties"]["from"], f["geometry"])
            for f in flank["programmes"]
        ),
        tuple(_name(grid, label, width[label["id"]]) for label in flank["labels"]),
    )


class _Grid:
    """Degrees to steps."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self._across = TILE_PX * 2**window.zoom
        self.corner = (0, 0)
        ((x, y),) = self.steps(np.array([[window.west, window.north]]))
        self.corner = (round(x), round(y))

    def steps(self, degrees: Any) -> Any:
        """An (n, 2) array of longitudes and latitudes as one of steps, not yet whole."""
        lon, lat = degrees[:, 0], np.radians(degrees[:, 1])
        y = np.log(np.tan(np.pi / 4 + lat / 2))
        x, down = lon / 360 + 0.5, 0.5 - y / (2 * np.pi)
        return self._across * np.column_stack([x, down]) - self.corner

    def land(self, shape: Any) -> Any:
        """Return what the window shows of an area."""
        w = self.window
        parts = shapely.get_parts(shapely.clip_by_rect(shape, w.west, w.south, w.east, w.north))
        parts = shapely.transform(parts, self.steps)
        parts = parts[shapely.area(parts) > LEAST_AREA]
        # Rounded in the files, a narrow cape may touch itself.
        sound = shapely.make_valid(parts, method="structure", keep_collapsed=False)
        return shapely.multipolygons(shapely.get_parts(shapely.get_parts(sound)))

    def line(self, owner: str, since: str, geometry: Any) -> FirstLine:
        """A line of the map's files."""
        shape = shapely.transform(shapely.geometry.shape(geometry), self.steps)
        parts = shapely.get_parts(shapely.simplify(shape, TOLERANCE / 2))
        return FirstLine(owner, since, "".join(_path(shapely.get_coordinates(p)) for p in parts))

    def place(self, lon: float, lat: float) -> tuple[int, int]:
        """Return where a place lies, in whole steps."""
        ((x, y),) = self.steps(np.array([[lon, lat]]))
        return round(x), round(y)


def _area(grid: _Grid, properties: AreaProperties, before: Any, after: Any) -> FirstArea:
    rings = shapely.get_rings(shapely.get_parts(after))
    lines = (_path(shapely.get_coordinates(ring), closed=True) for ring in rings)
    west, south, east, north = before.bounds
    middle = grid.place((west + east) / 2, (south + north) / 2)
    return FirstArea(properties["id"], properties["owner"], "".join(lines), middle)


def _name(grid: _Grid, label: Label, degrees: float) -> FirstName:
    width = round(degrees / 360 * TILE_PX * 2**grid.window.zoom)
    return FirstName(label["id"], grid.place(label["lon"], label["lat"]), width)


def _width(shape: Any) -> float:
    west, _, east, _ = shape.bounds
    return float(east - west)


def _path(xy: Any, *, closed: bool = False) -> str:
    """A line as commands of SVG: where it begins, and each step from the point before.

    Empty where no more than a point, or of a ring no land, is left of it.
    """
    whole = np.rint(xy).astype(int)
    steps = np.diff(whole, axis=0)
    steps = steps[steps.any(axis=1)]
    if len(steps) < (3 if closed else 1):
        return ""
    if closed:
        steps = steps[:-1]
    (x, y), moved = whole[0], " ".join(f"{dx} {dy}" for dx, dy in steps).replace(" -", "-")
    return f"M{x} {y}l{moved}{'z' if closed else ''}"
