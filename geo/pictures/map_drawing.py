"""The map itself: fills, hatches, borders and lettering of one day, in a rectangle of the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matplotlib.collections import PathCollection
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline

from geo.answers.country.programmes import BorderProgramme
from geo.answers.words.legend import STATUS_KEYS, UNKNOWN_MARK, Hatch
from geo.atlas import FLANK, View
from geo.pictures import labels, programmes
from geo.pictures.canvas import Canvas, round_marks
from geo.pictures.line import DrawnLine
from geo.pictures.map_box import MapBox, practice_of, statuses_of
from geo.pictures.projected import drawn_like_the_flank, middle_of
from geo.treaty import Practice

HATCHES: dict[Hatch, str] = {
    "slanted": "////",
    "upright": "|||",
    "level": "---",
    "crossed": "+++",
}
PRACTICE_HATCH = "\\\\\\\\"
DOTS = "..."
HATCH_PIXELS = 1.3
FINE_HATCH_PIXELS = 0.8  # upright or level: lines along the page's own edges stand out more
BORDER_PIXELS = 0.7
DOT_PIXELS = 4.6
OUTLINE_PIXELS = 0.95
COVERED_PIXELS = 3.0
HALO_PIXELS = 2.0
THIN_HALO_PIXELS = 1.1
MARK_PIXELS = 12.0  # across


def draw(
    pen: Canvas,
    place: MapBox,
    view: View,
    drawn: DrawnLine,
    highlight: str | None,
    border_programmes: Sequence[BorderProgramme] = (),
) -> None:
    """Draw the map of a day, and the border line on it, into its place on the page."""
    land = _Land.of(pen, place, view)
    surface = _Surface(pen, place)
    surface.sea()
    surface.fill(land)
    surface.hatch(land.hatches)
    surface.outline(drawn, highlight)
    surface.borders(drawn)
    for x, y in land.marked:
        put_mark(pen, *place.pixel(x, y), MARK_PIXELS)
    frame = place.sheet.frame
    if drawn_like_the_flank(frame):
        labels.letter_flank(pen, place, view)
    elif not frame.whole_world:
        labels.letter(pen, place, view)
    if not frame.whole_world:
        surface.programmes(view, border_programmes)
        labels.scale_bar(pen, place)
        edge = pen.palette.rule
        pen.box(place.left, place.top, place.width, place.height, fill="none", edge=edge)


Colour = str
Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Land:
    """What is filled, dotted, hatched and marked on a day, in the map's own coordinates.

    `fills` are by colour and colour of the edge, `dots` by colour, `hatches` by pattern and colour.
    """

    fills: Mapping[tuple[Colour, Colour], Sequence[Outline]]
    dots: Mapping[Colour, Sequence[Place]]
    hatches: Mapping[tuple[str, Colour], Sequence[Outline]]
    marked: Sequence[Place]

    @classmethod
    def of(cls, pen: Canvas, place: MapBox, view: View) -> _Land:
        """Sort the areas of a sheet by how they are drawn on a day."""
        palette = pen.palette
        fills: dict[tuple[Colour, Colour], list[Outline]] = defaultdict(list)
        dots: dict[Colour, list[Place]] = defaultdict(list)
        hatches: dict[tuple[str, Colour], list[Outline]] = defaultdict(list)
        marked: list[Place] = []
        for area in place.sheet.areas:
            statuses = statuses_of(view, area)
            colour = palette.fill(statuses[0]) if statuses else palette.ground.no_status
            fills[colour, palette.ground.halo].append(area.outline)
            fills[colour, colour].append(area.islets)
            if area.dot:
                dots[colour].append(area.dot)
            if len(statuses) == 1 and (hatch := STATUS_KEYS[statuses[0]].hatch):
                hatches[HATCHES[hatch], palette.hatch].append(area.outline)
            if len(statuses) > 1:
                hatches[DOTS, palette.dots(statuses)].append(area.outline)
                if area.area_id == area.owner:
                    marked.append(area.dot or middle_of(area))
            if practice_of(view, area) is not Practice.NONE:
                hatches[PRACTICE_HATCH, palette.practice].append(area.outline)
        return cls(fills, dots, hatches, marked)


class _Surface:
    """The rectangle of the page that a map is drawn in, from the sea up."""

    def __init__(self, pen: Canvas, place: MapBox) -> None:
        self.pen, self.place = pen, place
        self.sheet, self.palette = place.sheet, pen.palette
        self.axes = pen.axes(place.left, place.top, place.width, place.height)
        self.axes.set_axis_off()
        west, south, east, north = self.sheet.frame.box
        self.axes.set_xlim(west, east)
        self.axes.set_ylim(south, north)

    def sea(self) -> None:
        """Draw what lies below all land: the globe, and its grid."""
        ground = self._put(
            self.sheet.ground, 0, facecolor=self.palette.ground.sea, edgecolor="none"
        )
        width = self.pen.points(0.6)
        grid = self._put(
            self.sheet.grid, 1, facecolor="none", edgecolor=self.palette.grid, linewidth=width
        )
        grid.set_clip_path(ground)

    def fill(self, land: _Land) -> None:
        """Draw the states in their colours, and as dots those too small to be seen."""
        pixels = 0.45 if self.sheet.frame.whole_world else BORDER_PIXELS
        for (colour, edge), outlines in sorted(land.fills.items()):
            together = PathCollection(
                [outline for outline in outlines if len(outline)],
                facecolors=colour,
                edgecolors=edge,
                linewidths=self.pen.points(pixels),
                zorder=2,
            )
            self.axes.add_collection(together, autolim=False)
        for colour, centres in sorted(land.dots.items()):
            self._round(4.8, centres, DOT_PIXELS, colour, self.palette.ground.halo, 0.5)

    def hatch(self, hatches: Mapping[tuple[str, Colour], Sequence[Outline]]) -> None:
        """Draw what tells statuses apart without their colours."""
        for (lines, colour), outlines in sorted(hatches.items()):
            together = Outline.make_compound_path(*outlines)
            # An edge without a colour has no opacity, which PDFium gives to the hatch as well.
            style = {"facecolor": "none", "linewidth": 0, "edgecolor": colour, "hatch": lines}
            patch = self._put(together, 3, **style)
            patch.set_hatchcolor(colour)
            fine = lines in (HATCHES["upright"], HATCHES["level"], HATCHES["crossed"])
            patch.set_hatch_linewidth(self.pen.points(FINE_HATCH_PIXELS if fine else HATCH_PIXELS))

    def outline(self, drawn: DrawnLine, highlight: str | None) -> None:
        """Draw the outlines of the flank's states, and of the one that is highlighted."""
        halo, ink = self.palette.ground.halo, self.palette.outline
        for area in self.sheet.areas:
            if drawn.is_flank and area.area_id in FLANK:
                self._line(area.mainland, 3.9, halo, OUTLINE_PIXELS + THIN_HALO_PIXELS)
                self._line(area.mainland, 4, ink, OUTLINE_PIXELS)
            if highlight and area.owner == highlight:
                self._line(area.mainland, 4.5, halo, 5.5)
                self._line(area.mainland, 4.6, ink, 2.8)
                if area.dot:
                    self._round(4.9, [area.dot], 3 * DOT_PIXELS, "none", ink, 1.6)

    def borders(self, drawn: DrawnLine) -> None:
        """Draw the border line, by who is bound on either side."""
        width, halo = COVERED_PIXELS, COVERED_PIXELS + 2 * HALO_PIXELS
        for segment in self.sheet.lines:
            if border := drawn.border_of(segment):
                self._line(segment.outline, 5, self.palette.ground.halo, halo, capstyle="round")
                colour, dashes = drawn.look(self.palette, border)
                style = {"capstyle": "butt", "linestyle": (0, dashes) if dashes else "-"}
                self._line(segment.outline, 6, colour, width, **style)

    def programmes(self, view: View, along: Sequence[BorderProgramme]) -> None:
        """Draw the programmes along borders, as beads beside all lettering."""
        beads = programmes.beads(self.place, view, along, self.pen.lettered)
        self._round(6.5, beads, programmes.BEAD_PIXELS, self.palette.programme)

    def _put(self, outline: Outline, z: float, **style: object) -> PathPatch:
        patch = PathPatch(outline, zorder=z, **style)
        # not add_patch: it measures every curve to set limits we have set
        self.axes.add_artist(patch)
        return patch

    def _line(
        self, outline: Outline, z: float, colour: Colour, pixels: float, **style: object
    ) -> None:
        thin = 0.42 if self.sheet.frame.whole_world else 1.0
        width = self.pen.points(pixels * thin)
        style |= {"facecolor": "none", "edgecolor": colour, "linewidth": width}
        self._put(outline, z, joinstyle="round", **style)

    def _round(
        self,
        z: float,
        places: Sequence[Place],
        pixels: float,
        colour: Colour,
        edge: Colour | None = None,
        edge_pixels: float = 0,
    ) -> None:
        marks = round_marks(self.pen, places, pixels, colour, edge, edge_pixels)
        self.axes.add_line(marks).set_zorder(z)


def put_mark(pen: Canvas, x: float, y: float, size: float) -> None:
    """The question mark of a state whose status is not known, its middle at a place on the page."""
    left, top, ink = x - size / 2, y - size / 2, pen.palette.ground.ink
    pen.box(left, top, size, size, fill=pen.palette.ground.page, edge=ink)
    pen.text(x, y + size * 0.34, UNKNOWN_MARK, size * 0.92, weight="bold", align="center")
