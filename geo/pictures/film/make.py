"""From a span of days to the bytes of a film."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PIL import Image

from geo.answers import scopes
from geo.answers.supposing import last_told
from geo.answers.words.extents import REGIONS
from geo.answers.words.legend import GROUNDS
from geo.answers.words.picture import TITLE
from geo.answers.words.what_if import MARK
from geo.atlas import Atlas
from geo.basics.choices import (
    EXTENTS,
    FILM_FORMATS,
    FILM_FRAMES,
    FILM_WIDTHS,
    FIRST_DAY,
    FLANK_LENS,
    Extent,
    FilmFormat,
    Language,
    Theme,
    Worldview,
)
from geo.basics.errors import expect
from geo.basics.languages import USUAL
from geo.pictures.film.animated_image import looping
from geo.pictures.film.days import film_days
from geo.pictures.film.mp4 import find_ffmpeg, mp4

Progress = Callable[[int, int], None]
"""Told how many steps are done and of how many; it begins with 0 and never goes back."""

FRAMES = 40
STEP_MS, LAST_MS = 1000, 4000


def film(
    atlas: Atlas,
    *,
    extent: Extent = "flank",
    first: date = FIRST_DAY,
    last: date | None = None,
    fmt: FilmFormat = "webp",
    theme: Theme = "light",
    width: int = 1200,
    worldview: Worldview = "un",
    frames: int = FRAMES,
    lens: str = FLANK_LENS,
    language: Language = USUAL,
    progress: Progress | None = None,
) -> bytes:
    """The map from `first` to `last` (default: as `supposing.last_told`).

    Every frame is a day on which the map changes (see `film_days`) and says which; there are at
    most `frames` of them, a second each, and the last stays for four. `progress` is told of every
    frame drawn and of the end. The same data give the same bytes. Raises AtlasError for a format,
    extent, theme, span, width or number of frames that is none of those offered, and for MP4 on a
    machine without ffmpeg. `lens` and `language` as for
    `pictures.render`.
    """
    expect("format", fmt, FILM_FORMATS)
    expect("extent", extent, EXTENTS)
    expect("theme", theme, tuple(GROUNDS))
    expect("width", width, FILM_WIDTHS)
    expect("frames", frames, FILM_FRAMES)
    if fmt == "mp4":
        find_ffmpeg()  # before anything is drawn in vain
    last = last or last_told(atlas)
    days = film_days(atlas, extent, first, last, worldview=worldview, most=frames, lens=lens)
    steps = len(days) + 1
    drawn = 0

    def tell(done: int) -> None:
        if progress is not None:
            progress(done, steps)

    from geo.pictures import raster

    def draw(n: int) -> Image.Image:
        nonlocal drawn
        view = atlas.on(days[n], worldview)
        picture = raster(
            atlas, view, extent=extent, theme=theme, width=width, lens=lens, language=language
        )
        drawn += 1
        tell(drawn)
        return picture

    tell(0)
    durations = [STEP_MS] * (len(days) - 1) + [LAST_MS]
    title = _title(atlas, extent, first, last, lens)
    if fmt == "mp4":
        made = mp4(draw, durations, size=(width, width * 3 // 4), title=title)
    else:
        made = looping(draw, durations, fmt, theme=theme, title=title)
    tell(steps)
    return made


def _title(atlas: Atlas, extent: Extent, first: date, last: date, lens: str) -> str:
    """Say what a file is: subject, place, span, maker, licence and data version."""
    region = REGIONS[extent]
    if lens != FLANK_LENS:
        region = scopes.of_lens(atlas, lens).words
    mark = f"{MARK}. " if atlas.supposed else ""
    return (
        f"{mark}{TITLE}: {region}, {first.isoformat()} to {last.isoformat()}."
        f" Ottawa Atlas, CC BY 4.0. Data version {atlas.record.checksum[:8]}."
    )
