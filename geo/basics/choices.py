"""What can be asked of the atlas: days, worldviews, extents, themes, formats and sizes.

Command line, addresses, page and API take their lists from here. It imports nothing of the atlas,
so that `python -m geo --help` is there at once.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias, get_args

from geo.basics.dates import exact_day, today

FIRST_DAY = date(1997, 1, 1)
"""The earliest day a reader can ask about: the year the Convention was concluded."""

LAST_DAY = date(2040, 12, 31)
"""The latest day that command line and API take, until it is over; the page ends with today."""


def last_day() -> date:
    """The latest day that command line and API take on this day: `LAST_DAY`, once over today."""
    return max(LAST_DAY, today())


RANGE_STARTS = (FIRST_DAY, date(2025, 1, 1))
"""The first days of the ranges that a slider can have, ascending."""

LATEST = "latest"
"""What may be asked for in place of a day: the day it is by UTC, anew whenever it is asked."""


def asked_day(text: str) -> date:
    """Reads a day as it may be asked for: `YYYY-MM-DD`, or `LATEST` for today.

    Raises:
        ValueError: another form, a day that no calendar has, or one out of the range.
    """
    day = today() if text == LATEST else exact_day(text)
    if not FIRST_DAY <= day <= last_day():
        raise ValueError(f"{day} is out of the range")
    return day


Worldview: TypeAlias = Literal["un", "de_facto"]
"""Whose borders: as the UN General Assembly holds them, or as Natural Earth draws them."""
WORLDVIEWS: tuple[Worldview, ...] = get_args(Worldview)

Extent: TypeAlias = Literal["flank", "europe", "world"]
"""What a map or a picture frames."""
EXTENTS: tuple[Extent, ...] = get_args(Extent)

WORLD_LENS, FLANK_LENS = "world", "baltic-arctic"
"""The lenses that are asked for where none is named: of borders, and by the page."""

Language: TypeAlias = Literal["en", "nb", "fi", "et", "lv", "lt", "pl", "be", "uk"]
"""What the atlas speaks, by ISO 639-1: English, and what is spoken along the flank."""
LANGUAGES: tuple[Language, ...] = get_args(Language)

Theme: TypeAlias = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = get_args(Theme)

PictureFormat: TypeAlias = Literal["png", "svg", "pdf"]
PICTURE_FORMATS: tuple[PictureFormat, ...] = get_args(PictureFormat)

ChartFormat: TypeAlias = Literal["png", "svg"]
CHART_FORMATS: tuple[ChartFormat, ...] = get_args(ChartFormat)

Scale: TypeAlias = Literal[1, 2, 4]
"""How many pixels of a PNG stand for one of the page it is drawn on."""
SCALES: tuple[Scale, ...] = get_args(Scale)

FilmFormat: TypeAlias = Literal["webp", "gif", "mp4"]
FILM_FORMATS: tuple[FilmFormat, ...] = get_args(FilmFormat)

FILM_WIDTHS = (400, 800, 1200, 1600)
"""The widths of a film in pixels; it is three quarters of that high."""

FILM_FRAMES = range(2, 61)
"""How many days a film may be asked to show at most."""

FollowingFormat: TypeAlias = Literal["atom", "ics"]
FOLLOWING_FORMATS: tuple[FollowingFormat, ...] = get_args(FollowingFormat)

Exported: TypeAlias = Literal[
    "countries",
    "borders",
    "curve",
    "events",
    "claims",
    "facts",
    "disagreements",
    "sources",
    "record",
]
EXPORTED: tuple[Exported, ...] = get_args(Exported)

ExportFormat: TypeAlias = Literal[
    "csv", "excel.csv", "xlsx", "json", "geojson", "gpkg", "fgb", "parquet", "bib", "zip"
]
EXPORT_FORMATS: tuple[ExportFormat, ...] = get_args(ExportFormat)
