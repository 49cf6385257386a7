"""Where names and lengths stand on the map.

On the flank's frame they are placed by hand, as on a printed map. Elsewhere a name is written where
it fits inside its own state and left out where it does not, so that no two can meet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import shapely

from geo.answers.words.picture import SEAS
from geo.pictures.canvas import Align, width_of
from geo.pictures.projected import Area, ProjectedMap, at

NAME_PIXELS = 12.5
SMALL_PIXELS = 10.5
TINY_PIXELS = 10.0
LEAST_PIXELS = 9.2
LEAST_SHARE_INSIDE = 0.95
LEAST_SHARE_OF_FLANK = 0.88  # of its small states: a name over the edge is better than none


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for a label: degrees, alignment, for a far-off one the place it points to.

    `narrow` breaks what stands under a name into a second line.
    """

    lon: float
    lat: float
    align: Align = "center"
    points_to: tuple[float, float] | None = None
    narrow: bool = False


FLANK_NAMES: Mapping[str, Spot] = {
    "NOR": Spot(9.6, 61.3),
    "SWE": Spot(14.7, 62.8),
    "FIN": Spot(26.2, 63.2),
    "EST": Spot(25.95, 59.1, narrow=True),
    "LVA": Spot(26.05, 57.22, narrow=True),
    "LTU": Spot(24.25, 55.88, narrow=True),
    "POL": Spot(19.3, 52.2),
    "BLR": Spot(28.3, 53.4),
    "UKR": Spot(27.9, 50.2),
    "RUS": Spot(34.2, 61.6),
    "DEU": Spot(11.6, 51.6),
    "CZE": Spot(15.2, 49.75),
}
FLANK_LENGTHS: Mapping[tuple[str, str, str], Spot] = {
    ("NOR", "RUS", ""): Spot(31.6, 69.15, "left"),
    ("FIN", "RUS", ""): Spot(31.3, 64.5, "left"),
    ("EST", "RUS", ""): Spot(28.4, 58.5, "left"),
    ("LVA", "RUS", ""): Spot(28.7, 56.9, "left"),
    ("LVA", "BLR", ""): Spot(28.2, 55.45, "left"),
    ("LTU", "BLR", ""): Spot(26.55, 54.4, "left"),
    ("LTU", "RUS", "Kaliningrad"): Spot(19.2, 55.95, "center", (21.25, 55.27)),
    ("POL", "RUS", "Kaliningrad"): Spot(20.9, 53.85, "center"),
    ("POL", "BLR", ""): Spot(24.4, 52.75, "left"),
}
FLANK_SEAS: Mapping[str, Spot] = dict(
    zip(SEAS, (Spot(7.2, 66.6), Spot(35.0, 70.0), Spot(19.0, 56.5)), strict=True)
)
KALININGRAD = Spot(17.3, 55.4, "center", (20.3, 54.8))


@lru_cache(maxsize=16)
def names_that_fit(
    sheet: ProjectedMap, names: tuple[tuple[str, str, str], ...], pixel: float
) -> dict[str, Spot]:
    """Find where a name fits inside its state, in metres of the frame, for states with room.

    `names` gives area_id, name, and the widest words that may stand under it or nothing; a spot
    without room for these is `narrow`. `pixel` is the size of a page pixel in metres.
    """
    wanted = {area_id: (name, below) for area_id, name, below in names}
    found: dict[str, Spot] = {}
    for area in sheet.areas:
        if area.area_id not in wanted or area.standing != "state":
            continue
        name, below = wanted[area.area_id]
        width, height = width_of(name, SMALL_PIXELS, "bold") + 6, SMALL_PIXELS + 3
        spot = None
        if below:
            wide, high = max(width, width_of(below, TINY_PIXELS) + 10), height + TINY_PIXELS * 1.22
            if centre := _roomiest(area, sheet, wide * pixel, high * pixel):
                up = (high - height) / 2 * pixel
                spot = Spot(centre[0], centre[1] + up)
        share = LEAST_SHARE_OF_FLANK if below else LEAST_SHARE_INSIDE
        if spot is None and (
            centre := _roomiest(area, sheet, width * pixel, height * pixel, share)
        ):
            spot = Spot(*centre, narrow=True)
        if spot is not None:
            found[area.area_id] = spot
    return found


def _roomiest(
    area: Area, sheet: ProjectedMap, wide: float, high: float, share: float = LEAST_SHARE_INSIDE
) -> tuple[float, float] | None:
    """The centre of the best place in an area for a label of so many metres, None without one."""
    largest = max(shapely.get_parts(area.geometry), key=shapely.area)
    inside = shapely.clip_by_rect(shapely.make_valid(largest), *_shrunk(sheet.frame.box, high / 2))
    if inside.area < wide * high:
        return None
    # Pressed together sideways, the circle that fits best becomes an ellipse of the label's shape.
    pressed = shapely.transform(inside, lambda xy: xy / [wide / high, 1.0])
    pressed = max(shapely.get_parts(pressed), key=shapely.area)
    x, y = shapely.maximum_inscribed_circle(pressed, high / 4).coords[0]
    x *= wide / high
    label = shapely.box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
    if inside.intersection(label).area < share * label.area:
        return None
    return x, y


def _shrunk(box: tuple[float, float, float, float], by: float) -> tuple[float, float, float, float]:
    return box[0] + by, box[1] + by, box[2] - by, box[3] - by


def placed(sheet: ProjectedMap, spots: Mapping[str, Spot]) -> Iterator[tuple[str, Spot]]:
    """Spots given in degrees, in metres of the frame."""
    for key, spot in spots.items():
        x, y = at(sheet.frame, spot.lon, spot.lat)
        target = at(sheet.frame, *spot.points_to) if spot.points_to else None
        yield key, Spot(x, y, spot.align, target, spot.narrow)
