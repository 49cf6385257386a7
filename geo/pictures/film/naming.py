"""The name a film is kept under; draws nothing."""

from __future__ import annotations

from datetime import date

from geo.basics.choices import (
    EXTENTS,
    FILM_FORMATS,
    FLANK_LENS,
    Extent,
    FilmFormat,
    Language,
    Worldview,
)
from geo.basics.errors import expect
from geo.basics.file_names import borders_part, file_name, lens_part
from geo.basics.languages import USUAL


def filename(
    first: date,
    last: date,
    *,
    extent: Extent = "flank",
    fmt: FilmFormat = "webp",
    worldview: Worldview = "un",
    supposed: bool = False,
    lens: str = FLANK_LENS,
    language: Language = USUAL,
) -> str:
    """The name to keep a film under: ottawa-atlas-flank-1997-01-01-to-2026-03-03.webp.

    Raises AtlasError for an extent or a format that is none.
    """
    expect("extent", extent, EXTENTS)
    expect("format", fmt, FILM_FORMATS)
    what_if = "what-if" if supposed else ""
    region = lens_part(extent, lens)
    spoken = "" if language == USUAL else language
    return file_name(fmt, region, first, "to", last, borders_part(worldview), spoken, what_if)
