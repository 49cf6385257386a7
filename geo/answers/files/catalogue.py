"""Exported a reader takes home as data, and the one list of it for page, command line and API.

File names come from fixed patterns: nothing a reader types is ever part of one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from geo.answers.data.borders import borders_answer, borders_csv
from geo.answers.data.status import status_answer, status_csv
from geo.answers.data.writing import Answer, as_json
from geo.answers.files.archive import record_zip
from geo.answers.files.citations import bibtex, csl_json
from geo.atlas import Atlas, View
from geo.basics.choices import Exported, ExportFormat
from geo.basics.errors import AtlasError
from geo.basics.file_names import MEDIA_TYPES, borders_part, file_name

__all__ = ["EXPORTS", "Export", "File", "export", "find"]

Made = TypeVar("Made", bound=Answer)


@dataclass(frozen=True, slots=True)
class File:
    """An export made: the name to keep it under, its media type and its bytes."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Export:
    """Something that can be taken away, `words` saying to a reader what it is.

    `content` makes it of a day, and of the country with a code where one is chosen.
    """

    what: Exported
    format: ExportFormat
    words: str
    content: Callable[[Atlas, View, str], bytes]

    @property
    def dated(self) -> bool:
        """Whether it shows one day; the record as a whole does not."""
        return self.what != "record"

    @property
    def of_a_country(self) -> bool:
        """Whether it can be of one country."""
        return self.what == "sources"

    @property
    def media_type(self) -> str:
        """Exported a browser is told the file is."""
        return MEDIA_TYPES[self.format]

    def name(self, view: View, iso_a3: str = "") -> str:
        """The file name: ottawa-atlas-countries-2026-02-20.csv, with the worldview if not UN's."""
        day = view.day if self.dated else view.verified_to
        country = iso_a3 if self.of_a_country else ""
        whose = borders_part(view.worldview) if self.dated else ""
        return file_name(self.format, self.what, day, country, whose)

    def file(self, atlas: Atlas, view: View, iso_a3: str = "") -> File:
        """Make it. The same day, country and data give the same bytes.

        Exported is not of a country is the same for all. KeyError for a code that is no state's.
        """
        content = self.content(atlas, view, iso_a3 if self.of_a_country else "")
        return File(self.name(view, iso_a3), self.media_type, content)


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


def export(atlas: Atlas, view: View, what: Exported, fmt: ExportFormat) -> File:
    """Make one export of a day. Raises AtlasError for a pair that is none."""
    return find(what, fmt).file(atlas, view)


# Imported in the call: the tables need no geometry library, and should not wait for one.
def _geojson(what: Exported, atlas: Atlas, view: View, _: str) -> bytes:
    from geo.answers.files import geometry

    return geometry.geojson(atlas, view, geometry.SHAPES[what](atlas, view))


def _geoparquet(what: Exported, atlas: Atlas, view: View, _: str) -> bytes:
    from geo.answers.files import geometry

    return geometry.geoparquet(atlas, view, geometry.SHAPES[what](atlas, view))


def _record(atlas: Atlas, _view: View, _: str) -> bytes:
    return record_zip(atlas)


def _exports_of(
    what: Exported,
    words: str,
    answer: Callable[[Atlas, View], Made],
    table: Callable[[Made], str],
) -> tuple[Export, ...]:
    """An answer in every form in which it is taken away."""

    def csv(atlas: Atlas, view: View, _: str) -> bytes:
        return table(answer(atlas, view)).encode()

    def json(atlas: Atlas, view: View, _: str) -> bytes:
        return as_json(answer(atlas, view)).encode()

    return (
        Export(what, "csv", f"{words}: a table for a spreadsheet", csv),
        Export(what, "json", f"{words}, with sources written out", json),
        Export(what, "geojson", f"{words}, for a map", partial(_geojson, what)),
        Export(what, "parquet", f"{words}, as GeoParquet", partial(_geoparquet, what)),
    )


EXPORTS: tuple[Export, ...] = (
    *_exports_of("countries", "Countries on this day", status_answer, status_csv),
    *_exports_of("borders", "Borders on this day", borders_answer, borders_csv),
    Export("record", "zip", "The whole record with its sources", _record),
    Export("sources", "bib", "The sources of this view, as BibTeX", bibtex),
    Export("sources", "json", "The sources of this view, as CSL-JSON", csl_json),
)
"""Every export, in the order in which it is offered."""
