"""What the menu of exports says: its choices, its buttons, and what a file says of itself."""

from __future__ import annotations

from typing import Final

from geo.basics.choices import Exported, ExportFormat, PictureFormat, Theme

FORMAT: Final = "Format"
WAIT: Final = "Many files are being made. Try again in a minute."
DOWNLOAD: Final = "Download {file}"
SIZES: Final = {"kilobytes": "{count} kB", "megabytes": "{count} MB"}
"""How much a file weighs."""

PICTURES: Final[dict[PictureFormat, str]] = {
    "png": "PNG, {width} × {height} pixels",
    "svg": "SVG, a vector drawing, text as text",
    "pdf": "PDF, vectors, one A4 page, landscape",
}
SIZE: Final = "Size"
GROUND: Final = "Ground"
THEMES: Final[dict[Theme, str]] = {"light": "Light", "dark": "Dark"}
AS_SHOWN: Final = "As shown"
"""The box of the map, as a choice of view."""
OUTLINED: Final = "{state} outlined."
DOWNLOAD_PICTURE: Final = "Download picture"
IN_WORDS: Final = "Words for those who do not see it"

DAYS: Final = "Days"
SPANS: Final = {"1997": "From 1997", "2025": "From 2025"}
FRAMES_OF_A_FILM: Final = (
    "One frame for each day on which the map changes, a second each; up to 40 frames."
)
MAKE_FILM: Final = "Make the film"
DRAWING_FRAMES: Final = "Drawing the frames"
OTHER_FILMS: Final = "Other films are being made. Try again in a minute."
NO_FILM: Final = "The film could not be made: {says}"
DOWNLOAD_FILM: Final = "Download film, {size}"

DATA: Final = "Data"
WHAT: Final[dict[Exported, str]] = {
    "countries": "Countries",
    "borders": "Borders",
    "curve": "Over time",
    "events": "Events",
    "claims": "Claims",
    "facts": "Facts",
    "disagreements": "Disagreements",
    "sources": "Sources",
    "record": "Whole record",
}
"""What can be chosen, in few letters."""
HOLDS: Final[dict[Exported, str]] = {
    "countries": "Countries on this day",
    "borders": "Borders on this day",
    "curve": "Land borders by who is bound on either side, over time",
    "events": "Every act and event of the record",
    "claims": "Every claim, each on its article’s own day",
    "facts": "Every fact of the record",
    "disagreements": "Every matter in dispute, version by version",
    "sources": "Every source of the record",
    "record": "The whole record with its sources",
}
"""What a file of it holds."""
SOURCES_OF_VIEW: Final = "The sources of this view"
OF_STATE: Final = "State: {state}."
OF_LINE: Final = "Border: {line}."
EXCEL: Final = "CSV for Excel"
RECORD: Final = "record"
"""What is downloaded, where that is not called by a format."""

_ONE_ENTRY: Final = (
    "One entry for each source: publisher, title, date, address, when it was read, the copy kept."
)
_WRITTEN_OUT: Final = "The file writes out its units and the sources that its rows name."
_ROWS: Final = (
    "Each row names its sources with their addresses; names ending in _km are kilometres, days"
    " are ISO 8601."
)
EXPLAINED: Final[dict[ExportFormat, tuple[str, ...]]] = {
    "csv": (_ROWS,),
    "excel.csv": ("Opens by a double click where figures have a decimal comma.", _ROWS),
    "xlsx": ("Days are dates, text is text. Sheets beside it write out sources and columns.",),
    "json": (_WRITTEN_OUT,),
    "geojson": (_WRITTEN_OUT,),
    "gpkg": (_WRITTEN_OUT,),
    "fgb": (_WRITTEN_OUT,),
    "parquet": (_WRITTEN_OUT,),
    "bib": ("For LaTeX.", _ONE_ENTRY),
    "zip": (
        "Rows name their sources, which sources.csv writes out; datapackage.json describes every"
        " column.",
    ),
}
"""What a file says of its own sources, columns and units, sentence by sentence."""
CSL_EXPLAINED: Final = ("For Zotero, Pandoc and other programs that cite.", _ONE_ENTRY)
FILE_IN_ENGLISH: Final = "The file is in English, so that one program reads it in every language."
"""Says so to a reader of another language, before the file is taken."""
VERSION: Final = "Data version {version}, CC BY 4.0."

WHOLE_ATLAS: Final = "The whole atlas as one file"
WORKS_FROM_DISK: Final = (
    "Map, date slider, dossiers, borders and sources in a page that works from disk, without a"
    " network."
)
MAKE_PAGE: Final = "Make the page"
WRITING_PAGE: Final = "Writing map, dossiers and sources"
DOWNLOAD_PAGE: Final = "Download page, {size}"

LINK: Final = "Link to this view"
FRAME: Final = "Frame for your page"
KIND_OF_FRAME: Final = "Kind of frame"
FRAMES: Final = {"live": "Live", "frozen": "Frozen"}
FRAME_SHOWS: Final = {
    "live": "Opens on this day; its readers can move the date.",
    "frozen": "Fixed to this day; the country can still be changed.",
}
CITATION: Final = "Citation"
CITED_TITLE: Final = "Who is bound by the Mine Ban Convention on {day}"
CITED_VERSION: Final = "Data version {version}, {held}"
SEEN: Final = "seen {day}"
"""A citation of a place: what it is called, of which data, and when it was seen."""
