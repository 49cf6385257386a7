"""Exported a reader takes home as data, and the one list of it for page, command line and API.

File names come from fixed patterns: nothing a reader types is ever part of one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from geo.answers.data import record_tables
from geo.answers.data.borders import borders_answer, borders_table
from geo.answers.data.claims import claims_answer, claims_table
from geo.answers.data.curve import curve_answer, curve_table
from geo.answers.data.events import events_answer, events_table
from geo.answers.data.status import status_answer, status_table
from geo.answers.data.writing import Answer, Table, as_json
from geo.answers.files.archive import record_zip
from geo.answers.files.citations import bibtex, csl_json
from geo.atlas import Atlas, View
from geo.basics.choices import Exported, ExportFormat
from geo.basics.errors import AtlasError
from geo.basics.file_names import MEDIA_TYPES, borders_part, file_name

__all__ = ["EXPORTS", "Export", "File", "export", "find"]

DRAWN = ("geojson", "gpkg", "fgb", "parquet")
"""Formats with geometry: up to seconds each, all others milliseconds."""

Tabled = Callable[[Atlas, View], tuple[Answer, Table]]
"""What makes an answer and its table."""


@dataclass(frozen=True, slots=True)
class File:
    """An export made: the name to keep it under, its media type and its bytes."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Export:
    """Something that can be taken away, `words` saying to a reader what it is.

    `content` makes it of a day, and of the country with a code where one is chosen. `dated`:
    whether it shows one day; the record as a whole does not. `over_time`: whether it shows every
    day, in one worldview. `of_a_country`: whether it can be of one country.
    """

    what: Exported
    format: ExportFormat
    words: str
    content: Callable[[Atlas, View, str], bytes]
    dated: bool = True
    over_time: bool = False
    of_a_country: bool = False

    @property
    def at_once(self) -> bool:
        """Whether it is made in milliseconds."""
        return self.format not in DRAWN

    @property
    def drawn(self) -> bool:
        """Whether it is another in another worldview."""
        return self.dated or self.over_time

    @property
    def media_type(self) -> str:
        """Exported a browser is told the file is."""
        return MEDIA_TYPES[self.format]

    def name(self, view: View, iso_a3: str = "") -> str:
        """The file name: ottawa-atlas-countries-2026-02-20.csv, with the worldview if not UN's."""
        day = view.day if self.dated else view.verified_to
        country = iso_a3 if self.of_a_country else ""
        whose = borders_part(view.worldview) if self.drawn else ""
        what_if = "what-if" if view.supposed else ""
        return file_name(self.format, self.what, day, country, whose, what_if)

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
    there_is = (
        f"{what} as {', '.join(known)}"
        if (known := formats(what))
        else ", ".join(dict.fromkeys(found.what for found in EXPORTS))
    )
    raise AtlasError(f"no export of {what} as {fmt}: expected {there_is}")


def formats(what: str) -> list[ExportFormat]:
    """The formats in which something can be taken away, the usual one first."""
    return [found.format for found in EXPORTS if found.what == what]


def export(atlas: Atlas, view: View, what: Exported, fmt: ExportFormat) -> File:
    """Make one export of a day. Raises AtlasError for a pair that is none."""
    return find(what, fmt).file(atlas, view)


# Imported in the call: the tables need no geometry library, and should not wait for one.
def _map_file(what: Exported, fmt: ExportFormat, atlas: Atlas, view: View, _: str) -> bytes:
    from geo.answers.files import geometry, map_files

    shapes = geometry.SHAPES[what](atlas, view)
    if fmt == "geojson":
        return geometry.geojson(atlas, view, shapes)
    if fmt == "parquet":
        return geometry.geoparquet(atlas, view, shapes)
    write = map_files.geopackage if fmt == "gpkg" else map_files.flatgeobuf
    return write(atlas, view, what, shapes)


def _record(atlas: Atlas, _view: View, _: str) -> bytes:
    return record_zip(atlas)


def _tables(
    what: Exported, words: str, tabled: Tabled, *, dated: bool = False, over_time: bool = False
) -> tuple[Export, ...]:
    """A table in every form in which tables are taken away."""

    def csv(atlas: Atlas, view: View, _: str) -> bytes:
        return tabled(atlas, view)[1].csv().encode()

    def excel_csv(atlas: Atlas, view: View, _: str) -> bytes:
        return tabled(atlas, view)[1].excel_csv().encode()

    def xlsx(atlas: Atlas, view: View, _: str) -> bytes:
        from geo.answers.files.workbook import workbook

        return workbook(what, *tabled(atlas, view), atlas.record)

    return (
        Export(what, "csv", f"{words}: a table", csv, dated, over_time),
        Export(
            what,
            "excel.csv",
            f"{words}: a table for Excel, with semicolons",
            excel_csv,
            dated,
            over_time,
        ),
        Export(
            what,
            "xlsx",
            f"{words}: a workbook with its sources and columns",
            xlsx,
            dated,
            over_time,
        ),
    )


def _map_files(what: Exported, words: str) -> tuple[Export, ...]:
    """The areas or lines of a day in every form in which maps are taken away."""
    told: dict[ExportFormat, str] = {
        "geojson": f"{words}, for a map",
        "gpkg": f"{words}, as GeoPackage",
        "fgb": f"{words}, as FlatGeobuf",
        "parquet": f"{words}, as GeoParquet",
    }
    return tuple(
        Export(what, fmt, said, partial(_map_file, what, fmt)) for fmt, said in told.items()
    )


def _countries(atlas: Atlas, view: View) -> tuple[Answer, Table]:
    answer = status_answer(atlas, view)
    return answer, status_table(answer)


def _borders(atlas: Atlas, view: View) -> tuple[Answer, Table]:
    answer = borders_answer(atlas, view)
    return answer, borders_table(answer)


def _curve(atlas: Atlas, view: View) -> tuple[Answer, Table]:
    answer = curve_answer(atlas, view.worldview)
    return answer, curve_table(answer)


def _events(atlas: Atlas, _: View) -> tuple[Answer, Table]:
    answer = events_answer(atlas, atlas.record.events)
    return answer, events_table(answer)


def _claims(atlas: Atlas, _: View) -> tuple[Answer, Table]:
    answer = claims_answer(atlas)
    return answer, claims_table(answer)


def _json(tabled: Tabled, atlas: Atlas, view: View, _: str) -> bytes:
    return as_json(tabled(atlas, view)[0]).encode()


def _of_a_day(what: Exported, words: str, tabled: Tabled) -> tuple[Export, ...]:
    return (
        *_tables(what, words, tabled, dated=True),
        Export(what, "json", f"{words}, with sources written out", partial(_json, tabled)),
        *_map_files(what, words),
    )


def _over_time(what: Exported, words: str, tabled: Tabled) -> tuple[Export, ...]:
    json = partial(_json, tabled)
    return (
        *_tables(what, words, tabled, over_time=True),
        Export(what, "json", words, json, dated=False, over_time=True),
    )


EXPORTS: tuple[Export, ...] = (
    *_of_a_day("countries", "Countries on this day", _countries),
    *_of_a_day("borders", "Borders on this day", _borders),
    *_over_time("curve", "All land borders by who is bound on either side, over time", _curve),
    *_tables("events", "Every act and event of the record", _events),
    *_tables("claims", "Every claim, each on its article's own day", _claims),
    *_tables("facts", "Every fact of the record", lambda atlas, _: record_tables.facts(atlas)),
    *_tables(
        "disagreements",
        "Every matter in dispute, version by version",
        lambda atlas, _: record_tables.disagreements(atlas),
    ),
    Export("sources", "bib", "The sources of this view, as BibTeX", bibtex, of_a_country=True),
    Export("sources", "json", "The sources of this view, as CSL-JSON", csl_json, of_a_country=True),
    *_tables("sources", "Every source of the record", lambda a, _: record_tables.sources(a)),
    Export("record", "zip", "The whole record with its sources", _record, dated=False),
)
"""Every export, in the order in which it is offered."""
