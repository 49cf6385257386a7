"""The whole page: title, day, sentence, map, legend and notes, laid out for the map's shape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from matplotlib.figure import Figure

from geo.answers.country.programmes import BorderProgramme
from geo.answers.words import legend, status_words, worldviews
from geo.answers.words import picture as words
from geo.answers.words.tongue import Tongue
from geo.answers.words.what_if import MARK
from geo.atlas import FACING, FLANK, BorderView, View
from geo.basics.choices import Theme
from geo.pictures import captions, map_drawing, programmes
from geo.pictures.canvas import HEIGHT, LEADING, MARGIN, Canvas, Weight, fitted, lines_of, width_of
from geo.pictures.line import DrawnLine
from geo.pictures.map_box import MapBox, practice_of, statuses_of
from geo.pictures.palette import PALETTES
from geo.pictures.projected import ProjectedMap
from geo.treaty import LegalStatus

SCREEN_INCHES = (12.0, 9.0)
A4_LANDSCAPE_INCHES = (297 / 25.4, 210 / 25.4)
GUTTER = 32.0
NARROWEST_COLUMN = 336.0
ROOM_FOR_TABLE = 440.0
TITLE, DAY, SENTENCE, ENTRY, NOTE = 25.0, 16.0, 14.5, 12.5, 10.5
SWATCH = (26.0, 14.0)
LEGEND_STEP = 21.8
NOTE_GAP = 4.0

Notes: TypeAlias = list[tuple[str, bool]]
"""The small print, from top to bottom, and which of it is set in bold."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the legend."""

    kind: Literal["fill", "outline", "line", "beads"]
    colour: str
    words: str
    hatch: str | None = None
    hatch_colour: str | None = None
    dashes: tuple[float, ...] | None = None
    mark: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """What a page has, whatever day it shows: the shapes of its map, its look, its origin."""

    sheet: ProjectedMap
    checksum: str
    permalink: str
    theme: Theme
    inches: tuple[float, float]
    highlight: str | None
    border_programmes: Sequence[BorderProgramme]
    tongue: Tongue

    def canvas(self) -> Canvas:
        """An empty page."""
        return Canvas(self.inches, PALETTES[self.theme], tongue=self.tongue)

    def map(self, pen: Canvas, place: MapBox, view: View, line: DrawnLine) -> None:
        """Draw the map of a day."""
        map_drawing.draw(pen, place, view, line, self.highlight, self.border_programmes)

    def legend(
        self, pen: Canvas, view: View, line: DrawnLine, *, counted: bool = True
    ) -> list[Entry]:
        """The lines of the legend of a day."""
        return entries(pen, view, line, self.sheet, self.border_programmes, counted=counted)

    def notes(self, view: View, line: DrawnLine) -> Notes:
        """The small print of a day."""
        tongue, projection = self.tongue, self.sheet.frame.words
        version = self.checksum[:8]
        return [
            (tongue.text(legend.NOT_A_MINEFIELD_MAP), True),
            (captions.record_note(view, tongue), view.beyond_record),
            (tongue.text(worldviews.SENTENCES[view.worldview]), False),
            (tongue.text(words.SOURCES if line.is_flank else words.SOURCES_OF_LENS), False),
            (tongue.text(words.LICENCE, version=version, projection=projection), False),
            (captions.address_note(self.permalink, tongue), False),
        ]


def compose(view: View, line: DrawnLine, page: Page) -> Figure:
    """The finished page."""
    pen = page.canvas()
    (_wide if page.sheet.frame.wide else _beside)(pen, view, line, page)
    if view.supposed:
        pen.watermark(page.tongue.text(MARK))
    return pen.figure


def _beside(pen: Canvas, view: View, line: DrawnLine, page: Page) -> None:
    """Map left, a column of text right."""
    sheet, notes = page.sheet, page.notes(view, line)
    height = HEIGHT - 2 * MARGIN
    width = min(height * sheet.frame.aspect, pen.width - 2 * MARGIN - GUTTER - NARROWEST_COLUMN)
    height = width / sheet.frame.aspect
    place = MapBox(MARGIN, (HEIGHT - height) / 2, width, height, sheet)
    page.map(pen, place, view, line)

    x = MARGIN + width + GUTTER
    column = pen.width - MARGIN - x
    top = _title(pen, x, place.top - 4, column, view, line)
    pen.rule(x, top + 8, column)
    top = set_legend(pen, x, top + 26, column, page.legend(pen, view, line))
    if line.is_flank and column >= ROOM_FOR_TABLE:
        _flank_table(pen, x, top + 22, column, view)
    set_notes(pen, x, place.top + height - height_of(notes, column) + 3, column, notes)


def _wide(pen: Canvas, view: View, line: DrawnLine, page: Page) -> None:
    """Title and sentence, the map across the page, legend and notes side by side below."""
    sheet, notes = page.sheet, page.notes(view, line)
    width = pen.width - 2 * MARGIN
    half = (width - GUTTER) / 2
    top = _title(pen, MARGIN, MARGIN - 6, width, view, line) + 6
    lines = page.legend(pen, view, line)
    below = max(len(lines) * LEGEND_STEP, height_of(notes, half))
    room = HEIGHT - MARGIN - top - below - 10
    map_width = min(width, room * sheet.frame.aspect)
    place = MapBox(
        (pen.width - map_width) / 2, top, map_width, map_width / sheet.frame.aspect, sheet
    )
    page.map(pen, place, view, line)

    spare = room - place.height
    top = place.top + place.height + 14 + min(spare / 2, 24)
    set_legend(pen, MARGIN, top, half, lines)
    set_notes(pen, MARGIN + half + GUTTER, top - 2, half, notes)


def _title(pen: Canvas, x: float, top: float, width: float, view: View, line: DrawnLine) -> float:
    muted, day = pen.palette.ground.muted, pen.tongue.on(view.day)
    top = pen.paragraph(x, top, pen.tongue.text(words.TITLE), TITLE, width, weight="bold")
    top = pen.paragraph(x, top + 4, day, DAY, width, colour=muted, weight="bold")
    return pen.paragraph(x, top + 6, line.sentence, SENTENCE, width)


def height_of(notes: Notes, width: float) -> float:
    """Return how many pixels the notes take in a column."""
    weights: list[tuple[str, Weight]] = [
        (text, "bold" if bold else "normal") for text, bold in notes
    ]
    lines = sum(len(lines_of(text, NOTE, width, weight)) for text, weight in weights)
    return lines * NOTE * LEADING + NOTE_GAP * (len(notes) - 1)


def set_notes(pen: Canvas, x: float, top: float, width: float, notes: Notes) -> None:
    """The small print in a column."""
    for text, bold in notes:
        colour = pen.palette.ground.ink if bold else pen.palette.ground.muted
        top = pen.paragraph(
            x, top, text, NOTE, width, colour=colour, weight="bold" if bold else "normal"
        )
        top += NOTE_GAP


def entries(
    pen: Canvas,
    view: View,
    line: DrawnLine,
    sheet: ProjectedMap,
    border_programmes: Sequence[BorderProgramme] = (),
    *,
    counted: bool = True,
) -> list[Entry]:
    """The lines of the legend: what occurs on this map on this day, and nothing else.

    `counted`: where it shows the whole world, with how many states there are of each.
    """
    palette, counts, tongue = pen.palette, counted and sheet.frame.whole_world, pen.tongue
    seen = {statuses_of(view, area) for area in sheet.areas}
    practised = {practice_of(view, area) for area in sheet.areas}
    lines = []
    for status, key in legend.STATUS_KEYS.items():
        if (status,) in seen:
            hatch = map_drawing.HATCHES[key.hatch] if key.hatch else None
            text = tongue.text(key.words)
            if counts:
                text = f"{text}: {view.counts[status]}"
            lines.append(Entry("fill", palette.fill(status), text, hatch, palette.hatch))
    for statuses in sorted(each for each in seen if len(each) > 1):
        text = legend.possible_words(statuses, tongue)
        if counts:
            text = f"{text}: {sum(state.statuses == statuses for state in view.unknown)}"
        dots = palette.dots(statuses)
        lines.append(
            Entry("fill", palette.fill(statuses[0]), text, map_drawing.DOTS, dots, mark=True)
        )
    for practice, text in legend.PRACTICE_KEYS.items():
        if practice in practised:
            bound = palette.fill(LegalStatus.PARTY)
            text, hatch = tongue.text(text), map_drawing.PRACTICE_HATCH
            lines.append(Entry("fill", bound, text, hatch, palette.practice))
    if () in seen:
        lines.append(Entry("fill", palette.ground.no_status, tongue.text(legend.NOT_IN_LIST_WORDS)))
    if line.is_flank and any(area.area_id in FLANK for area in sheet.areas):
        lines.append(Entry("outline", palette.outline, tongue.text(legend.FLANK_WORDS)))
    for (colour, dashes), text in line.legend(palette, view, sheet.lines, tongue):
        lines.append(Entry("line", colour, text, dashes=dashes))
    if programmes.shown(sheet, view, border_programmes):
        lines.append(Entry("beads", palette.programme, tongue.text(legend.PROGRAMMES_WORDS)))
    return lines


def set_legend(pen: Canvas, x: float, top: float, width: float, lines: list[Entry]) -> float:
    """Swatch and words, one below the other; returns where the next thing may begin."""
    for entry in lines:
        _swatch(pen, x, top, entry)
        top = pen.paragraph(x + SWATCH[0] + 10, top - 0.5, entry.words, ENTRY, width - 36)
        top += LEGEND_STEP - ENTRY * LEADING
    return top


def _flank_table(pen: Canvas, x: float, top: float, width: float, view: View) -> None:
    """The flank's states from north to south: standing, and the length of each border."""
    muted, tongue = pen.palette.ground.muted, pen.tongue
    heads = [tongue.text(above) for above in (words.WITH_RUSSIA, words.WITH_BELARUS)]
    edges = (x + width - max(84, width_of(heads[1], NOTE) + 12), x + width)
    size, step = 12.0, 21.0
    y = top + size
    pen.text(x, y, tongue.text(words.FLANK_TABLE), size, weight="bold")
    for head, edge in zip(heads, edges, strict=True):
        pen.text(edge, y, head, NOTE, colour=muted, align="right")
    flank = [border for border in view.borders if border.flank]
    rows: list[tuple[str, str, list[BorderView]]] = [
        (
            tongue.state(iso_a3, view.states[iso_a3].name),
            status_words.standing_since(view, iso_a3, tongue),
            [border for border in flank if border.iso_a3 == iso_a3],
        )
        for iso_a3 in FLANK
    ]
    for name, standing, borders in [*rows, (tongue.text(words.TOGETHER), "", flank)]:
        weight: Weight = "normal" if standing else "bold"
        pen.rule(x, y + 7, width)
        y += step
        pen.text(x, y, fitted(name, size, 82, weight), size, weight=weight)
        pen.text(x + 86, y, standing, size, colour=muted)
        for neighbour, edge in zip(FACING, edges, strict=True):
            lengths = [b.length_km for b in borders if b.neighbour_iso_a3 == neighbour]
            length = tongue.kilometres(sum(lengths)) if lengths else "–"
            pen.text(edge, y, length, size, weight=weight, align="right")


def _swatch(pen: Canvas, x: float, top: float, entry: Entry) -> None:
    width, height = SWATCH
    if entry.kind == "beads":
        count = int(width // programmes.STEP_PIXELS) + 1
        pen.beads(
            [x + 2 + n * programmes.STEP_PIXELS for n in range(count)],
            top + height / 2,
            colour=entry.colour,
            size=programmes.BEAD_PIXELS,
        )
        return
    if entry.kind == "line":
        y = top + height / 2
        pen.line(
            [x, x + width],
            [y, y],
            colour=entry.colour,
            thickness=map_drawing.COVERED_PIXELS,
            dashes=entry.dashes,
        )
        return
    pen.box(
        x,
        top,
        width,
        height,
        fill="none" if entry.kind == "outline" else entry.colour,
        edge=entry.colour if entry.kind == "outline" else None,
        edge_thickness=map_drawing.OUTLINE_PIXELS,
        hatch=entry.hatch,
        hatch_colour=entry.hatch_colour,
    )
    if entry.mark:
        map_drawing.put_mark(pen, x + width / 2, top + height / 2, height - 2)
