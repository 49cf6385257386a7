"""From a page to bytes and files: the same day and data always give the same bytes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from threading import Lock
from typing import Any

import matplotlib
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

from geo.answers.country.programmes import border_programmes
from geo.answers.data.compare import compare_answer
from geo.answers.line_course import line_box
from geo.answers.permalink import Place, query
from geo.answers.words.legend import GROUNDS
from geo.answers.words.picture import DRAWN, TITLE
from geo.answers.words.tongue import Tongue, tongue
from geo.atlas import Atlas, View
from geo.atlas.supposed import written as written_acts
from geo.basics.boxes import Box, written
from geo.basics.choices import (
    FLANK_LENS,
    PICTURE_FORMATS,
    SCALES,
    Extent,
    Language,
    PictureFormat,
    Scale,
    Theme,
)
from geo.basics.errors import AtlasError, expect
from geo.basics.languages import USUAL
from geo.pictures import captions, layout, two_days
from geo.pictures.canvas import PIXELS_AN_INCH, printable
from geo.pictures.frames import Frame, fixed_frame, frame_of
from geo.pictures.line import drawn_line
from geo.pictures.pdf import pages_in
from geo.pictures.projected import projected_map
from geo.pictures.two_days import Day

_STYLE: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "ottawa-atlas",
    "pdf.fonttype": 42,
    "font.sans-serif": ["DejaVu Sans", "Verdana", "Arial", "Helvetica"],
    "text.hinting": "none",  # hinted type is wider at some sizes than at others
    "text.usetex": False,
    "path.simplify": True,
}
_LOCK = Lock()  # Matplotlib's settings and font cache are the whole process's


@contextmanager
def own_style() -> Iterator[None]:
    """Draw with our settings of Matplotlib, and nobody else meanwhile."""
    with _LOCK, matplotlib.rc_context(_STYLE):
        yield


def render(
    atlas: Atlas,
    view: View,
    *,
    extent: Extent = "flank",
    extent_bounds: Box | None = None,
    fmt: PictureFormat = "png",
    scale: Scale = 2,
    theme: Theme = "light",
    highlight: str | None = None,
    lens: str = FLANK_LENS,
    compare: date | None = None,
    language: Language = USUAL,
) -> bytes:
    """Draw a day of the atlas as PNG, SVG or PDF; with another to `compare`, both on one page.

    `extent_bounds` (west, south, east, north in degrees) takes the place of a named `extent`,
    which the permalink keeps.
    `scale` is for PNG: 1 gives 1200 x 900 pixels. A PDF is one vector page, A4 landscape.
    `highlight` is the ISO 3166-1 alpha-3 code of a state to outline. Raises AtlasError for any
    other value of these.
    `lens` is the border line that the picture tells of; it frames another than the flank's where
    `extent` is "flank". KeyError for a name that is no lens's.
    What is lettered on it and told of it is in the `language`, but for the sentence of another lens
    than the flank's.
    """
    expect("format", fmt, PICTURE_FORMATS)
    expect("scale", scale, SCALES)
    expect("theme", theme, tuple(GROUNDS))
    if highlight is not None and highlight not in view.states:
        raise AtlasError(f"highlight {highlight!r}: expected the ISO 3166 code of a state, as NOR")
    frame = frame_of(extent_bounds) if extent_bounds else _frame(atlas, view, extent, lens)
    named = captions.region_of(extent, lens, extent_bounds)
    said = tongue(language)
    line, alt = drawn_line(atlas, view, lens, said), ""
    compose = partial(layout.compose, view, line)
    days = [view.day.isoformat()]
    compare = None if compare == view.day else compare
    if compare:
        other = atlas.on(compare, view.worldview)
        pair = [Day(view, line), Day(other, drawn_line(atlas, other, lens, said))]
        first, last = sorted(pair, key=lambda each: each.view.day)
        days = [first.view.day.isoformat(), last.view.day.isoformat()]
        asked = lens if lens != FLANK_LENS else None
        answer = compare_answer(atlas, first.view, last.view, lens=asked, tongue=said)
        changed = answer["sentence"]
        compose = partial(two_days.compose, (first, last), changed)
        alt = captions.alt_text_of_two(first.view, last.view, named, changed, said)
    alt = alt or captions.alt_text(view, named, line.sentence, said)
    facts: dict[str, str] = {
        "Title": f"{said.text(TITLE)}, {' and '.join(days)}",
        "Description": f"{alt} {said.text(DRAWN, box=written(frame.drawn))}",
        "Day": "/".join(days),
        "Data checksum": atlas.record.checksum,
        "Permalink": permalink(view, extent, highlight, lens, compare, language),
    }
    if extent_bounds:
        facts["Bounds"] = written(extent_bounds)
    facts["Drawn"] = written(frame.drawn)
    facts = {key: printable(value) for key, value in facts.items()}
    with own_style():
        page = _page(atlas, view, frame, facts["Permalink"], theme, said)
        if fmt == "pdf":
            page = replace(page, inches=layout.A4_LANDSCAPE_INCHES)
        return saved(compose(replace(page, highlight=highlight)), fmt, scale, facts, language)


def raster(
    atlas: Atlas,
    view: View,
    *,
    extent: Extent = "flank",
    theme: Theme = "light",
    width: int = 1200,
    lens: str = FLANK_LENS,
    language: Language = USUAL,
) -> Image.Image:
    """Draws a day as RGB pixels, `width` across and three quarters of that high.

    For whoever puts many pictures together; a picture alone is better off with `render`. Raises
    AtlasError for a theme or an extent that is none.
    """
    expect("theme", theme, tuple(GROUNDS))
    frame, said = _frame(atlas, view, extent, lens), tongue(language)
    with own_style():
        address = permalink(view, extent, None, lens, language=language)
        page = _page(atlas, view, frame, address, theme, said)
        figure = layout.compose(view, drawn_line(atlas, view, lens, said), page)
        figure.set_dpi(width / layout.SCREEN_INCHES[0])
        canvas: Any = FigureCanvasAgg(figure)  # its methods are not typed
        canvas.draw()
        size = canvas.get_width_height()
        return Image.frombuffer("RGBA", size, canvas.buffer_rgba()).convert("RGB")


def _page(
    atlas: Atlas, view: View, frame: Frame, address: str, theme: Theme, tongue: Tongue
) -> layout.Page:
    """A page of a screen's shape, with no state outlined."""
    return layout.Page(
        projected_map(atlas.borders(view.worldview), frame),
        atlas.record.checksum,
        address,
        theme,
        layout.SCREEN_INCHES,
        None,
        border_programmes(atlas.record),
        tongue,
    )


def _frame(atlas: Atlas, view: View, extent: Extent, lens: str) -> Frame:
    if extent == "flank" and lens != FLANK_LENS:
        return frame_of(line_box(atlas, view.worldview, lens))
    return fixed_frame(extent)


def permalink(
    view: View,
    extent: Extent,
    highlight: str | None,
    lens: str = FLANK_LENS,
    compare: date | None = None,
    language: Language = USUAL,
) -> str:
    """The query that shows the same day, or both, on the atlas's page."""
    shown = Place(
        view.day,
        highlight or "",
        view.worldview,
        extent,
        compare=compare,
        what_if=written_acts(view.supposed),
        lens=lens,
        lang="" if language == USUAL else language,
    )
    return f"?{query(shown)}"


def saved(
    figure: Figure,
    fmt: PictureFormat,
    scale: Scale,
    facts: dict[str, str],
    language: Language = USUAL,
) -> bytes:
    """A finished page as a file's bytes, with what is told of it in its metadata."""
    buffer = io.BytesIO()
    colour = figure.get_facecolor()
    if fmt == "png":
        metadata: dict[str, Any] = {**facts, "Software": "Ottawa Atlas"}
        figure.savefig(
            buffer, format="png", dpi=PIXELS_AN_INCH * scale, metadata=metadata, facecolor=colour
        )
    elif fmt == "svg":
        metadata = {
            "Title": facts["Title"],
            "Description": facts["Description"],
            "Identifier": f"data checksum {facts['Data checksum']}",
            "Source": facts["Permalink"],
            "Creator": "Ottawa Atlas",
            "Rights": "CC BY 4.0",
            "Date": None,
        }
        if "Bounds" in facts:
            metadata["Coverage"] = facts["Bounds"]
        figure.savefig(buffer, format="svg", metadata=metadata, facecolor=colour)
    else:
        metadata = {
            "Title": facts["Title"],
            "Subject": facts["Description"],
            "Keywords": " ".join([facts["Permalink"], "data checksum", facts["Data checksum"]]),
            "Author": "Ottawa Atlas",
        }
        if "Bounds" in facts:
            metadata["Keywords"] += f" bounds {facts['Bounds']}"
        metadata["Keywords"] += f" drawn {facts['Drawn']}"
        with pages_in(language, buffer, metadata) as pdf:
            pdf.savefig(figure, facecolor=colour)
    return buffer.getvalue()
