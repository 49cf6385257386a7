"""Where a sheet lies on the page, and what a View says of the land and lines on it."""

from __future__ import annotations

from dataclasses import dataclass

from geo.atlas import BorderView, View
from geo.pictures.projected import Area, Line, ProjectedMap
from geo.treaty import LegalStatus, Practice


@dataclass(frozen=True, slots=True)
class MapBox:
    """Where on the page the map is, in pixels, and whose metres it shows."""

    left: float
    top: float
    width: float
    height: float
    sheet: ProjectedMap

    @property
    def metres(self) -> float:
        """Metres of the projection to a pixel of the page."""
        box = self.sheet.frame.box
        return (box[2] - box[0]) / self.width

    def pixel(self, x: float, y: float) -> tuple[float, float]:
        """A place in metres as a place on the page."""
        box = self.sheet.frame.box
        return self.left + (x - box[0]) / self.metres, self.top + (box[3] - y) / self.metres


def statuses_of(view: View, area: Area) -> tuple[LegalStatus, ...]:
    """The statuses an area may have, its own or its sovereign's; none for neutral ground.

    It is coloured by the first; where there are several, dotted in the colour of the last.
    """
    if area.standing == "not_in_list" or area.owner is None or area.owner not in view.states:
        return ()
    return view.states[area.owner].statuses


def practice_of(view: View, area: Area) -> Practice:
    """The declared practice drawn over an area's colour."""
    if not statuses_of(view, area) or area.owner is None:
        return Practice.NONE
    return view.states[area.owner].practice


def flank_border_of(view: View, line: Line) -> BorderView | None:
    """The flank border a line draws, None for any other border."""
    sides = {line.iso_a3, line.neighbour_iso_a3}
    for border in view.borders:
        same = border.part == line.part and {border.iso_a3, border.neighbour_iso_a3} == sides
        if border.flank and same:
            return border
    return None
