"""Two days on one page: a map of each, beside each other or one above the other, and what changed.

The text stands in a column at the right, as beside a single map that is not wide. What a map shows
of the border line stands under it, for that is another length on each day.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from matplotlib.figure import Figure

from geo.answers.words.picture import TITLE
from geo.answers.words.what_if import MARK
from geo.atlas import View
from geo.pictures import layout
from geo.pictures.canvas import HEIGHT, LEADING, MARGIN, Canvas
from geo.pictures.layout import Page
from geo.pictures.line import DrawnLine
from geo.pictures.map_box import MapBox
from geo.pictures.projected import ProjectedMap

_GAP = 20.0
_HEAD = layout.DAY * LEADING + 6
_COLUMN = 344.0


@dataclass(frozen=True, slots=True)
class Day:
    """One of the two: the day and the border line on it."""

    view: View
    line: DrawnLine


def compose(days: tuple[Day, Day], sentence: str, page: Page) -> Figure:
    """The finished page; of the two days the earlier comes first."""
    pen, tongue = page.canvas(), page.tongue
    lists = [page.legend(pen, day.view, day.line, counted=False) for day in days]
    own = [[entry for entry in entries if entry.kind == "line"] for entries in lists]
    foot = max(map(len, own)) * layout.LEGEND_STEP
    for day, place, lines in zip(days, _places(pen, page.sheet, foot), own, strict=True):
        page.map(pen, place, day.view, day.line)
        baseline = place.top - _HEAD + layout.DAY
        pen.text(place.left, baseline, tongue.alone(day.view.day), layout.DAY, weight="bold")
        layout.set_legend(pen, place.left, place.top + place.height + 10, place.width, lines)

    x, width = pen.width - MARGIN - _COLUMN, _COLUMN
    top = pen.paragraph(x, MARGIN - 4, tongue.text(TITLE), layout.TITLE, width, weight="bold")
    top = pen.paragraph(x, top + 8, sentence, layout.SENTENCE, width)
    pen.rule(x, top + 8, width)
    shared = {e.words: e for entries in lists[::-1] for e in entries if e.kind != "line"}
    layout.set_legend(pen, x, top + 26, width, list(shared.values()))
    last = days[1]
    notes = page.notes(last.view, last.line)
    layout.set_notes(pen, x, HEIGHT - MARGIN - layout.height_of(notes, width), width, notes)
    if last.view.supposed:
        pen.watermark(tongue.text(MARK))
    return pen.figure


def _places(pen: Canvas, sheet: ProjectedMap, foot: float) -> tuple[MapBox, MapBox]:
    """Place the two maps, each below its day and above `foot` pixels of its own legend."""
    aspect, around = sheet.frame.aspect, _HEAD + 10 + foot
    room_across = pen.width - 2 * MARGIN - layout.GUTTER - _COLUMN
    room_down = HEIGHT - 2 * MARGIN
    if sheet.frame.wide:
        height = min((room_down - _GAP) / 2 - around, room_across / aspect)
        top = (HEIGHT - 2 * (height + around) - _GAP) / 2 + _HEAD
        first = MapBox(MARGIN, top, height * aspect, height, sheet)
        return first, replace(first, top=top + height + around + _GAP)
    width = min((room_across - _GAP) / 2, (room_down - around) * aspect)
    top = (HEIGHT - width / aspect - around) / 2 + _HEAD
    first = MapBox(MARGIN, top, width, width / aspect, sheet)
    return first, replace(first, left=MARGIN + width + _GAP)
