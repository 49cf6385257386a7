"""Border programmes on a picture, as the page's map has them: beads beside the border."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import shapely

from geo.answers.country.programmes import BorderProgramme
from geo.atlas import View
from geo.borders.beside import beside
from geo.pictures.map_box import MapBox, flank_border_of
from geo.pictures.projected import ProjectedMap

OFFSET_PIXELS = 8.0
BEAD_PIXELS = 4.2
STEP_PIXELS = 7.2

Places = list[tuple[float, float]]


def public(view: View, programmes: Sequence[BorderProgramme]) -> tuple[BorderProgramme, ...]:
    """The programmes that had become public by the day."""
    return tuple(each for each in programmes if each.start <= view.day)


def beads(
    place: MapBox,
    view: View,
    programmes: Sequence[BorderProgramme],
    lettered: Sequence[tuple[float, float, float, float]] = (),
) -> Places:
    """Return where beads lie, in metres of the frame, a step apart along every border they follow.

    None lies on lettering, whose boxes are given in pixels of the page.
    """
    pixel, found = place.metres, Places()
    for line, own in _borders(place.sheet, view, public(view, programmes)):
        for part in shapely.get_parts(beside(line, own, OFFSET_PIXELS * pixel)):
            along = np.arange(0.0, shapely.length(part) + 1e-6, STEP_PIXELS * pixel)
            found += [
                (float(x), float(y))
                for x, y in shapely.get_coordinates(shapely.line_interpolate_point(part, along))
            ]
    return [each for each in found if not _on(lettered, *place.pixel(*each))]


def _on(boxes: Sequence[tuple[float, float, float, float]], x: float, y: float) -> bool:
    spare = BEAD_PIXELS / 2
    return any(
        left - spare <= x <= right + spare and top - spare <= y <= bottom + spare
        for left, top, right, bottom in boxes
    )


def shown(sheet: ProjectedMap, view: View, programmes: Sequence[BorderProgramme]) -> bool:
    """Whether a map has any beads on it."""
    borders = _borders(sheet, view, public(view, programmes))
    return not sheet.frame.whole_world and next(borders, None) is not None


def _borders(
    sheet: ProjectedMap, view: View, programmes: Sequence[BorderProgramme]
) -> Iterator[tuple[shapely.Geometry, shapely.Geometry]]:
    """The line of each border that a programme follows, and the land of the programme's state."""
    land = {area.area_id: area.geometry for area in sheet.areas}
    for segment in sheet.lines:
        border = flank_border_of(view, segment)
        if border is None or border.iso_a3 not in land:
            continue
        if any(each.runs_along(border.iso_a3, border.neighbour_iso_a3) for each in programmes):
            yield segment.geometry, land[border.iso_a3]
