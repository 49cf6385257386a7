"""What a file that a reader takes away is called, and what a browser is told it is.

Names come from fixed words, days and codes: nothing a reader types is ever part of one.
"""

from __future__ import annotations

from datetime import date

from geo.basics.choices import FLANK_LENS, Worldview

MEDIA_TYPES = {
    "atom": "application/atom+xml; charset=utf-8",
    "bib": "application/x-bibtex; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "excel.csv": "text/csv; charset=utf-8",
    "fgb": "application/flatgeobuf",
    "geojson": "application/geo+json",
    "gif": "image/gif",
    "gpkg": "application/geopackage+sqlite3",
    "html": "text/html; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "json": "application/json",
    "mp4": "video/mp4",
    "parquet": "application/vnd.apache.parquet",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "webp": "image/webp",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
"""Media types by the ending of a name."""


def file_name(ending: str, *parts: str | date) -> str:
    """Return a name such as ottawa-atlas-flank-2026-02-20.png; empty parts are left out."""
    return f"{'-'.join(['ottawa-atlas', *map(str, filter(None, parts))])}.{ending}"


def lens_part(region: str, lens: str) -> str:
    """Return the part of a name that says what a picture is of: a region, and the lens on it."""
    if lens == FLANK_LENS:
        return region
    return lens.lower() if region == "flank" else f"{region}-{lens.lower()}"


def borders_part(worldview: Worldview) -> str:
    """Return the part of a name that says whose borders a file shows; empty for the usual ones."""
    return "" if worldview == "un" else worldview.replace("_", "-")
