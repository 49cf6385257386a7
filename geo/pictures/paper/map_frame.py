"""Which part of the world the sheet of a state shows."""

from __future__ import annotations

from functools import lru_cache

import shapely

from geo.atlas import FLANK
from geo.basics.boxes import Box
from geo.basics.choices import Extent
from geo.borders import Borders
from geo.pictures.frames import WIDEST_LOCAL_DEGREES, Frame, fixed_frame, frame_of

AROUND = 0.6
"""Of the longer side of a state, how much of its surroundings is shown on each side."""

LEAST_DEGREES = 5.0
"""And on each side at least so much, so that a small state is not alone in the sea."""

FARTHEST = 85.0
"""A degree of latitude beyond which nothing needs to be shown."""


def map_frame(borders: Borders, iso_a3: str) -> Frame:
    """The frame of what the sheet of a state shows."""
    shown = around(borders, iso_a3)
    return fixed_frame(shown) if isinstance(shown, str) else frame_of(shown)


@lru_cache(maxsize=512)
def around(borders: Borders, iso_a3: str) -> Extent | Box:
    """The flank for a state of it, Europe for a state that lies in it, else what is around it."""
    if iso_a3 in FLANK:
        return "flank"
    west, south, east, north = _land(borders, iso_a3)
    europe = fixed_frame("europe")
    shown = europe.drawn
    if shown[0] < west and shown[1] + 8.0 < south and east < 42.0 and north < shown[3]:
        return "europe"
    margin = max(AROUND * max(east - west, north - south), LEAST_DEGREES)
    if east - west + 2 * margin > WIDEST_LOCAL_DEGREES:
        return "world"
    return (
        west - margin,
        max(south - margin, -FARTHEST),
        east + margin,
        min(north + margin, FARTHEST),
    )


def _land(borders: Borders, iso_a3: str) -> Box:
    """The box of degrees round a state's own land; a territory elsewhere is left out."""
    for area, shape in zip(borders.areas, borders.area_shapes, strict=True):
        if area.area_id == iso_a3:
            parts = shapely.get_parts(shape)
            near = [p for p in parts if p.area >= 0.05 * max(part.area for part in parts)]
            west, south, east, north = shapely.total_bounds(near)
            return float(west), float(south), float(east), float(north)
    return -180.0, -60.0, 180.0, 85.0
