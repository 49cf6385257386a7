"""The map itself: fills, hatches, borders and lettering of one day, in a rectangle of the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

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
    sheet, palette = place.sheet, pen.palette
    axes = pen.axes(place.left, place.top, place.width, place.height)
    axes.set_axis_off()
    axes.set_xlim(sheet.frame.box[0], sheet.frame.box[2])
    axes.set_ylim(sheet.frame.box[1], sheet.frame.box[3])

    def put(outline: Outline, z: float, **style: object) -> PathPatch:
        patch = PathPatch(outline, zorder=z, **style)
        axes.add_artist(patch)  # not add_patch: it measures every curve to set limits we have set
        return patch

    ground = put(sheet.ground, 0, facecolor=palette.ground.sea, edgecolor="none")
    grid = put(sheet.grid, 1, facecolor="none", edgecolor=palette.grid, linewidth=pen.points(0.6))
    grid.set_clip_path(ground)

    fills: dict[tuple[str, str], list[Outline]] = defaultdict(list)
    dots: dict[str, list[tuple[float, float]]] = defaultdict(list)
    hatches: dict[tuple[str, str], list[Outline]] = defaultdict(list)
    marked: list[tuple[float, float]] = []
    for area in sheet.areas:
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
    for (colour, edge), outlines in sorted(fills.items()):
        axes.add_collection(
            PathCollection(
                [outline for outline in outlines if len(outline)],
                facecolors=colour,
                edgecolors=edge,
                linewidths=pen.points(0.45 if sheet.frame.whole_world else BORDER_PIXELS),
                zorder=2,
            ),
            autolim=False,
        )
    for colour, centres in sorted(dots.items()):
        dot = round_marks(pen, centres, DOT_PIXELS, colour, palette.ground.halo, 0.5)
        axes.add_line(dot).set_zorder(4.8)
    for (lines, colour), outlines in sorted(hatches.items()):
        together = Outline.make_compound_path(*outlines)
        # An edge without a colour has no opacity either, which PDFium gives to the hatch as well.
        patch = put(together, 3, facecolor="none", linewidth=0, edgecolor=colour, hatch=lines)
        patch.set_hatchcolor(colour)
        fine = lines in (HATCHES["upright"], HATCHES["level"], HATCHES["crossed"])
        patch.set_hatch_linewidth(pen.points(FINE_HATCH_PIXELS if fine else HATCH_PIXELS))

    thin = 0.42 if sheet.frame.whole_world else 1.0

    def line(outline: Outline, z: float, colour: str, pixels: float, **style: object) -> None:
        width = pen.points(pixels * thin)
        put(
            outline,
            z,
            facecolor="none",
            edgecolor=colour,
            linewidth=width,
            joinstyle="round",
            **style,
        )

    for area in sheet.areas:
        if drawn.is_flank and area.area_id in FLANK:
            line(area.mainland, 3.9, palette.ground.halo, OUTLINE_PIXELS + THIN_HALO_PIXELS)
            line(area.mainland, 4, palette.outline, OUTLINE_PIXELS)
        if highlight and area.owner == highlight:
            line(area.mainland, 4.5, palette.ground.halo, 5.5)
            line(area.mainland, 4.6, palette.outline, 2.8)
            if area.dot:
                ring = round_marks(pen, [area.dot], 3 * DOT_PIXELS, "none", palette.outline, 1.6)
                axes.add_line(ring).set_zorder(4.9)
    for segment in sheet.lines:
        border = drawn.border_of(segment)
        if border is not None:
            halo = COVERED_PIXELS + 2 * HALO_PIXELS
            line(segment.outline, 5, palette.ground.halo, halo, capstyle="round")
            colour, dashes = drawn.look(palette, border)
            line(
                segment.outline,
                6,
                colour,
                COVERED_PIXELS,
                capstyle="butt",
                linestyle=(0, dashes) if dashes else "-",
            )

    for x, y in marked:
        put_mark(pen, *place.pixel(x, y), MARK_PIXELS)

    if drawn_like_the_flank(sheet.frame):
        labels.letter_flank(pen, place, view)
    elif not sheet.frame.whole_world:
        labels.letter(pen, place, view)
    if not sheet.frame.whole_world:
        beads = programmes.beads(place, view, border_programmes, pen.lettered)
        marks = round_marks(pen, beads, programmes.BEAD_PIXELS, palette.programme)
        axes.add_line(marks).set_zorder(6.5)
        labels.scale_bar(pen, place)
        pen.box(place.left, place.top, place.width, place.height, fill="none", edge=palette.rule)


def put_mark(pen: Canvas, x: float, y: float, size: float) -> None:
    """The question mark of a state whose status is not known, its middle at a place on the page."""
    left, top, ink = x - size / 2, y - size / 2, pen.palette.ground.ink
    pen.box(left, top, size, size, fill=pen.palette.ground.page, edge=ink)
    pen.text(x, y + size * 0.34, UNKNOWN_MARK, size * 0.92, weight="bold", align="center")
