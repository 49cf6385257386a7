"""What a reader takes home as data, and the one list of it for page, command line and API.

File names come from fixed patterns: nothing a reader types is ever part of one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from geo import answers
from geo.atlas import Atlas, View
from geo.errors import AtlasError
from geo.exports.record import record_zip
from geo.exports.rows import UNITS, Row, border_rows, country_rows, notes, sources_of

__all__ = ["EXPORTS", "Export", "File", "Format", "What", "export", "find"]

What = Literal["countries", "borders", "record"]
Format = Literal["csv", "json", "geojson", "parquet", "zip"]

MEDIA_TYPES: dict[Format, str] = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "geojson": "application/geo+json",
    "parquet": "application/vnd.apache.parquet",
    "zip": "application/zip",
}


@dataclass(frozen=True, slots=True)
class File:
    """An export made: the name to keep it under, its media type and its bytes."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Export:
    """Something that can be taken away, `words` saying to a reader what it is."""

    what: What
    format: Format
    words: str
    content: Callable[[Atlas, View], bytes]

    @property
    def dated(self) -> bool:
        """Whether it shows one day; the record as a whole does not."""
        return self.what != "record"

    @property
    def media_type(self) -> str:
        """What a browser is told the file is."""
        return MEDIA_TYPES[self.format]

    def name(self, view: View) -> str:
        """The file name: ottawa-atlas-countries-2026-02-20.csv, with the worldview if not UN's."""
        day = view.day if self.dated else view.verified_to
        worldview = "-de-facto" if self.dated and view.worldview == "de_facto" else ""
        return f"ottawa-atlas-{self.what}-{day.isoformat()}{worldview}.{self.format}"

    def file(self, atlas: Atlas, view: View) -> File:
        """Make it. The same day and data give the same bytes."""
        content = self.content(atlas, view)
        return File(self.name(view), self.media_type, content)


def find(what: str, fmt: str) -> Export:
    """The export of a name and format. Raises AtlasError for a pair that is none."""
    for found in EXPORTS:
        if (found.what, found.format) == (what, fmt):
            return found
    formats = [found.format for found in EXPORTS if found.what == what]
    there_is = (
        f"{what} as {', '.join(formats)}"
        if formats
        else ", ".join(dict.fromkeys(found.what for found in EXPORTS))
    )
    raise AtlasError(f"no export of {what} as {fmt}: expected {there_is}")


def export(atlas: Atlas, view: View, what: What, fmt: Format) -> File:
    """Make one export of a day. Raises AtlasError for a pair that is none."""
    return find(what, fmt).file(atlas, view)


def _csv(rows: Callable[[Atlas, View], list[Row]]) -> Callable[[Atlas, View], bytes]:
    def content(atlas: Atlas, view: View) -> bytes:
        made, sources = rows(atlas, view), atlas.record.sources
        carried = notes(atlas, view)
        extra = {
            "worldview": carried["worldview"],
            "verified_to": carried["verified_to"],
            "data_version": carried["data_version"],
            "licence": f"{carried['licence']['name']} {carried['licence']['url']}",
        }
        cells = (
            [
                *(";".join(cell) if isinstance(cell, list) else cell for cell in row.values()),
                " ".join(sources[source_id].url for source_id in row["source_ids"]),
                *extra.values(),
            ]
            for row in made
        )
        return answers.to_csv([*made[0], "source_urls", *extra], cells).encode()

    return content


def _json(what: What, rows: Callable[[Atlas, View], list[Row]]) -> Callable[[Atlas, View], bytes]:
    def content(atlas: Atlas, view: View) -> bytes:
        made = rows(atlas, view)
        carried = {**notes(atlas, view), "units": UNITS}
        said = {**carried, what: made, "sources": sources_of(atlas, made)}
        return answers.as_json(said).encode()

    return content


def _shaped(what: What, fmt: Format) -> Callable[[Atlas, View], bytes]:
    def content(atlas: Atlas, view: View) -> bytes:
        # Only now: the tables need no geometry library, and should not wait for one.
        from geo.exports import shapes

        made = shapes.countries if what == "countries" else shapes.segments
        write = shapes.geojson if fmt == "geojson" else shapes.geoparquet
        return write(atlas, view, made(atlas, view))

    return content


def _exports_of(
    what: What, words: str, rows: Callable[[Atlas, View], list[Row]]
) -> tuple[Export, ...]:
    return (
        Export(what, "csv", f"{words}: a table for a spreadsheet", _csv(rows)),
        Export(what, "json", f"{words}, with sources written out", _json(what, rows)),
        Export(what, "geojson", f"{words}, for a map", _shaped(what, "geojson")),
        Export(what, "parquet", f"{words}, as GeoParquet", _shaped(what, "parquet")),
    )


EXPORTS: tuple[Export, ...] = (
    *_exports_of("countries", "Countries on this day", country_rows),
    *_exports_of("borders", "Borders on this day", border_rows),
    Export(
        "record", "zip", "The whole record with its sources", lambda atlas, _: record_zip(atlas)
    ),
)
"""Every export, in the order in which it is offered."""
