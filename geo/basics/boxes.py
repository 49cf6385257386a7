"""A box of the map in degrees of WGS 84: how it is asked for, written and made fit to be drawn.

A box is (west, south, east, north). West lies from -180 to 180; east lies beyond it and so may run
past 180, up to once round the world. Latitudes end where a web map ends.
"""

from __future__ import annotations

import math
import re

from geo.basics.errors import AtlasError

Box = tuple[float, float, float, float]

LEAST_DEGREES = 0.5
FURTHEST_LATITUDE = 85.0
ROUND = 360.0
DECIMALS = 2
"""A hundredth of a degree is a pixel of the closest map; finer boxes would be the same picture."""

EXPECTED = (
    "WEST,SOUTH,EAST,NORTH in degrees, as 19.5,53.8,28.3,59.7: west from -180 to 180, east 0.5 to"
    " 360 beyond it (past 180 over the antimeridian), south and north from -85 to 85, 0.5 apart"
)

_PART = r"(?:\.[0-9]{1,6})?"
_LONGITUDE = rf"(?:-?(?:[0-9]{{1,2}}|1[0-7][0-9]){_PART}|-?180(?:\.0{{1,6}})?)"
_EASTERN = rf"(?:{_LONGITUDE}|(?:1[89][0-9]|[2-4][0-9]{{2}}|5[0-3][0-9]){_PART}|540(?:\.0{{1,6}})?)"
_LATITUDE = rf"(?:-?(?:[0-7]?[0-9]|8[0-4]){_PART}|-?85(?:\.0{{1,6}})?)"
PATTERN = f"^{_LONGITUDE},{_LATITUDE},{_EASTERN},{_LATITUDE}$"
"""Every number in its range; whether they fit each other a pattern cannot say."""

_WRITTEN = re.compile(PATTERN, re.ASCII)


def parse(text: str) -> Box:
    """The box that is asked for in words. Raises AtlasError, with what was expected, for nonsense.

    It comes rounded to DECIMALS, so that one picture has one name.
    """
    if not _WRITTEN.match(text) or text.endswith("\n"):
        raise AtlasError(EXPECTED)
    west, south, east, north = map(_rounded, map(float, text.split(",")))
    width, height = _rounded(east - west), _rounded(north - south)
    if not LEAST_DEGREES <= width <= ROUND or height < LEAST_DEGREES:
        raise AtlasError(EXPECTED)
    return west, south, east, north


def written(box: Box) -> str:
    """A box as `parse` reads it: 19.5,53.8,28.3,59.7."""
    return ",".join(f"{degrees:.{DECIMALS}f}".rstrip("0").rstrip(".") for degrees in box)


def of_map(reported: object) -> Box | None:
    """The box that a browser says its map shows, None where it says nothing that makes sense.

    A map that was dragged round the world is turned back, one that shows it more than once is cut
    to once, and one too close to be drawn is widened about its middle.
    """
    if not isinstance(reported, list | tuple) or len(reported) != 4:
        return None
    if not all(type(part) in (int, float) and math.isfinite(part) for part in reported):
        return None
    west, south, east, north = map(float, reported)
    if west >= east or south >= north or max(map(abs, (west, east))) > 1e6:
        return None
    south, north = _apart(south, north, FURTHEST_LATITUDE - LEAST_DEGREES / 2)
    west, east = _apart(west, east, math.inf)
    if east - west >= ROUND:
        west, east = -ROUND / 2, ROUND / 2
    turn = ROUND * math.floor((west + ROUND / 2) / ROUND)
    south, north = max(south, -FURTHEST_LATITUDE), min(north, FURTHEST_LATITUDE)
    return _rounded(west - turn), _rounded(south), _rounded(east - turn), _rounded(north)


def _apart(low: float, high: float, furthest_middle: float) -> tuple[float, float]:
    middle = min(max((low + high) / 2, -furthest_middle), furthest_middle)
    half = LEAST_DEGREES / 2 + 10**-DECIMALS
    return min(low, middle - half), max(high, middle + half)


def _rounded(degrees: float) -> float:
    return round(degrees, DECIMALS) + 0.0  # no negative zero
