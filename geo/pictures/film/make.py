"""From a span of days to the bytes of a film, and to a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PIL import Image

from geo.answers.words.extents import REGIONS
from geo.answers.words.legend import GROUNDS
from geo.atlas import Atlas
from geo.basics.atomic_files import expect_folder, write_whole
from geo.basics.choices import (
    EXTENTS,
    FILM_FORMATS,
    FILM_FRAMES,
    FILM_WIDTHS,
    FIRST_DAY,
    Extent,
    FilmFormat,
    Theme,
    Worldview,
)
from geo.basics.errors import expect, format_of
from geo.basics.file_names import borders_part, file_name
from geo.pictures import raster
from geo.pictures.captions import TITLE
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
    progress: Progress | None = None,
) -> bytes:
    """The map from `first` to `last` (default: the day to which the record is compiled).

    Every frame is a day on which the map changes (see `film_days`) and says which; there are at
    most `frames` of them, a second each, and the last stays for four. `progress` is told of every
    frame drawn and of the end. The same data give the same bytes. Raises AtlasError for a format,
    extent, theme, span, width or number of frames that is none of those offered, and for MP4 on a
    machine without ffmpeg.
    """
    expect("format", fmt, FILM_FORMATS)
    expect("extent", extent, EXTENTS)
    expect("theme", theme, tuple(GROUNDS))
    expect("width", width, FILM_WIDTHS)
    expect("frames", frames, FILM_FRAMES)
    if fmt == "mp4":
        find_ffmpeg()  # before anything is drawn in vain
    last = last or atlas.verified_to
    days = film_days(atlas, extent, first, last, worldview=worldview, most=frames)
    steps = len(days) + 1
    drawn = 0

    def tell(done: int) -> None:
        if progress is not None:
            progress(done, steps)

    def draw(n: int) -> Image.Image:
        nonlocal drawn
        view = atlas.on(days[n], worldview)
        picture = raster(atlas, view, extent=extent, theme=theme, width=width)
        drawn += 1
        tell(drawn)
        return picture

    tell(0)
    durations = [STEP_MS] * (len(days) - 1) + [LAST_MS]
    title = _title(atlas, extent, first, last)
    if fmt == "mp4":
        made = mp4(draw, durations, size=(width, width * 3 // 4), title=title)
    else:
        made = looping(draw, durations, fmt, theme=theme, title=title)
    tell(steps)
    return made


def write_film(
    atlas: Atlas,
    path: Path,
    *,
    extent: Extent = "flank",
    first: date = FIRST_DAY,
    last: date | None = None,
    fmt: FilmFormat | None = None,
    theme: Theme = "light",
    width: int = 1200,
    worldview: Worldview = "un",
    frames: int = FRAMES,
    progress: Progress | None = None,
) -> Path:
    """Make a film into a file; `fmt` is by default the suffix of its name.

    The file appears whole or not at all. Raises AtlasError as `film` does, and for an unknown
    suffix, a folder that is missing or cannot be written to, and a full disk.
    """
    fmt = fmt or format_of(path, FILM_FORMATS)
    expect_folder(path)
    made = film(
        atlas,
        extent=extent,
        first=first,
        last=last,
        fmt=fmt,
        theme=theme,
        width=width,
        worldview=worldview,
        frames=frames,
        progress=progress,
    )
    write_whole(path, made)
    return path


def filename(
    first: date,
    last: date,
    *,
    extent: Extent = "flank",
    fmt: FilmFormat = "webp",
    worldview: Worldview = "un",
) -> str:
    """The name to keep a film under: ottawa-atlas-flank-1997-01-01-to-2026-03-03.webp.

    Raises AtlasError for an extent or a format that is none.
    """
    expect("extent", extent, EXTENTS)
    expect("format", fmt, FILM_FORMATS)
    return file_name(fmt, extent, first, "to", last, borders_part(worldview))


def _title(atlas: Atlas, extent: Extent, first: date, last: date) -> str:
    """What the file says of itself: subject, place, span, maker, licence and data version."""
    return (
        f"{TITLE}: {REGIONS[extent]}, {first.isoformat()} to {last.isoformat()}. Ottawa Atlas,"
        f" CC BY 4.0. Data version {atlas.record.checksum[:8]}."
    )
