"""The picture shown with a shared link: 1200 x 630 pixels, readable when small."""

from __future__ import annotations

import io

from geo.answers.words.legend import NOT_A_MINEFIELD_MAP
from geo.answers.words.picture import ON_A_CARD
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas, View
from geo.pictures import map_drawing
from geo.pictures.canvas import HEIGHT, LEADING, MARGIN, PIXELS_AN_INCH, Canvas
from geo.pictures.frames import fixed_frame
from geo.pictures.line import drawn_line
from geo.pictures.map_box import MapBox
from geo.pictures.palette import PALETTES
from geo.pictures.projected import projected_map

INCHES = (12.0, 6.3)
TITLE, SENTENCE, NOTE = 54.0, 41.0, 23.0
GAP = 52.0


def link_preview(
    atlas: Atlas,
    view: View,
    title: str,
    sentence: str,
    highlight: str | None = None,
    tongue: Tongue = ENGLISH,
) -> bytes:
    """The flank on the day of `view` beside a title and a sentence of the tongue, as PNG.

    `highlight` is the code of a state to outline. The same input gives the same bytes.
    """
    pen = Canvas(INCHES, PALETTES["light"], tongue=tongue)
    frame = fixed_frame("flank")
    height = HEIGHT
    place = MapBox(
        0.0, 0.0, height * frame.aspect, height, projected_map(atlas.borders(view.worldview), frame)
    )
    map_drawing.draw(pen, place, view, drawn_line(atlas, view, tongue=tongue), highlight)
    x = place.width + GAP
    column = pen.width - x - MARGIN
    muted = pen.palette.ground.muted
    top = pen.paragraph(x, 54.0, "Ottawa Atlas", NOTE + 7, column, colour=muted, weight="bold")
    top = pen.paragraph(x, top + 16, title, TITLE, column, weight="bold", most=4)
    room = int((HEIGHT - 96.0 - top - 22) / (SENTENCE * LEADING))
    pen.paragraph(x, top + 22, sentence, SENTENCE, column, most=max(1, room))
    notes = tongue.text(ON_A_CARD, legal=tongue.text(NOT_A_MINEFIELD_MAP))
    pen.paragraph(x, HEIGHT - 84.0, notes, NOTE, column, colour=muted)
    buffer = io.BytesIO()
    metadata = {"Title": title, "Software": "Ottawa Atlas", "Data checksum": atlas.record.checksum}
    pen.figure.savefig(
        buffer,
        format="png",
        dpi=PIXELS_AN_INCH,
        metadata=metadata,
        facecolor=pen.palette.ground.page,
    )
    return buffer.getvalue()
