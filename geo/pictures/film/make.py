"""From a span of days to the bytes of a film, and to a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from PIL import Image

from geo.answers.words.legend import GROUNDS, Theme
from geo.atlas import FIRST_DAY, Atlas
from geo.basics.atomic_files import expect_folder, write_whole
from geo.basics.errors import expect, format_of
from geo.borders import Worldview
from geo.pictures import Extent, raster
from geo.pictures.captions import REGIONS, TITLE
from geo.pictures.film.animated_image import looping
from geo.pictures.film.days import film_days
from geo.pictures.film.mp4 import find_ffmpeg, mp4

Format = Literal["webp", "gif", "mp4"]
Progress = Callable[[int, int], None]
"""Told how many steps are done and of how many; it begins with 0 and never goes back."""

WIDTHS = (400, 800, 1200, 1600)
"""The widths of a film in pixels; it is three quarters of that high."""

FRAMES, MOST_FRAMES = 40, 60
STEP_MS, LAST_MS = 1000, 4000


def film(
    atlas: Atlas,
    *,
    extent: Extent = "flank",
    first: date = FIRST_DAY,
    last: date | None = None,
    fmt: Format = "webp",
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
    expect("format", fmt, get_args(Format))
    expect("extent", extent, get_args(Extent))
    expect("theme", theme, tuple(GROUNDS))
    expect("width", width, WIDTHS)
    expect("frames", frames, range(2, MOST_FRAMES + 1))
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
    theme: Theme = "light",
    width: int = 1200,
    worldview: Worldview = "un",
    frames: int = FRAMES,
    progress: Progress | None = None,
) -> Path:
    """Make a film into a file; the format is the suffix of its name.

    The file appears whole or not at all. Raises AtlasError as `film` does, and for an unknown
    suffix, a folder that is missing or cannot be written to, and a full disk.
    """
    fmt: Format = format_of(path, get_args(Format))
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
    fmt: Format = "webp",
    worldview: Worldview = "un",
) -> str:
    """The name to keep a film under: ottawa-atlas-flank-1997-01-01-to-2026-03-03.webp.

    Raises AtlasError for an extent or a format that is none.
    """
    expect("extent", extent, get_args(Extent))
    expect("format", fmt, get_args(Format))
    whose = "-de-facto" if worldview == "de_facto" else ""
    return f"ottawa-atlas-{extent}-{first.isoformat()}-to-{last.isoformat()}{whose}.{fmt}"


def _title(atlas: Atlas, extent: Extent, first: date, last: date) -> str:
    """What the file says of itself: subject, place, span, maker, licence and data version."""
    return (
        f"{TITLE}: {REGIONS[extent]}, {first.isoformat()} to {last.isoformat()}. Ottawa Atlas,"
        f" CC BY 4.0. Data version {atlas.record.checksum[:8]}."
    )
