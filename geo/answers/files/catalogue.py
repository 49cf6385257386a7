"""Exported a reader takes home as data, and the one list of it for page, command line and API.

File names come from fixed patterns: nothing a reader types is ever part of one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from geo.answers.data import record_tables
from geo.answers.data.borders import borders_answer, borders_table
from geo.answers.data.claims import claims_answer, claims_table
from geo.answers.data.curve import curve_answer, curve_table
from geo.answers.data.events import events_answer, events_table
from geo.answers.data.status import status_answer, status_table
from geo.answers.data.writing import Answer, Table, as_json
from geo.answers.files.archive import record_zip
from geo.answers.files.citations import bibtex, csl_json
from geo.answers.words.exports import HOLDS, SOURCES_OF_VIEW
from geo.atlas import Atlas, View
from geo.basics.choices import Exported, ExportFormat
from geo.basics.errors import AtlasError
from geo.basics.file_names import MEDIA_TYPES, borders_part, file_name

A = TypeVar("A", bound=Answer)

DRAWN = ("geojson", "gpkg", "fgb", "parquet")
"""Formats with geometry: up to seconds each."""

Tabled = Callable[[Atlas, View, str], tuple[Answer, Table]]
"""What makes an answer and its table, of a lens where one is named."""

Content = Callable[[Atlas, View, str, str], bytes]
"""What makes a file of a day, of the country with a code and of a lens where they are named."""


@dataclass(frozen=True, slots=True)
class File:
    """An export made: the name to keep it under, its media type and its bytes."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Export:
    """Something that can be taken away, `words` saying to a reader what it is.

    `dated`: whether it shows one day; the record as a whole does not. `over_time`: whether it shows
    every day, in one worldview. `of_a_country`, `of_a_lens`: whether it can be of one country, of
    one border line.
    """

    what: Exported
    format: ExportFormat
    words: str
    content: Content
    dated: bool = True
    over_time: bool = False
    of_a_country: bool = False
    of_a_lens: bool = False

    @property
    def at_once(self) -> bool:
        """Whether it is made before anyone grows tired of waiting."""
        return self.format not in DRAWN

    @property
    def costly(self) -> bool:
        """Whether it takes a processor for a tenth of a second and more."""
        return self.format in (*DRAWN, "xlsx") or self.over_time

    @property
    def drawn(self) -> bool:
        """Whether it is another in another worldview."""
        return self.dated or self.over_time

    @property
    def follows_from_acts(self) -> bool:
        """Whether it is another with acts that are supposed."""
        return self.drawn and self.what != "sources"

    @property
    def media_type(self) -> str:
        """Exported a browser is told the file is."""
        return MEDIA_TYPES[self.format]

    def name(self, view: View, iso_a3: str = "", lens: str = "") -> str:
        """The file name: ottawa-atlas-borders-nato-east-2026-02-20.csv; what is usual is left out.

        That is no lens, and the borders as the UN holds them.
        """
        day = view.day if self.dated else view.verified_to
        line = lens.lower() if self.of_a_lens else ""
        country = iso_a3 if self.of_a_country else ""
        whose = borders_part(view.worldview) if self.drawn else ""
        what_if = "what-if" if view.supposed and self.follows_from_acts else ""
        return file_name(self.format, self.what, line, day, country, whose, what_if)

    def file(self, atlas: Atlas, view: View, iso_a3: str = "", lens: str = "") -> File:
        """Make it. The same day, country, lens and data give the same bytes.

        What is not of a country or a lens is the same for all of them. KeyError for a code that is
        no state's, or a name that is no lens's.
        """
        country, line = iso_a3 if self.of_a_country else "", lens if self.of_a_lens else ""
        content = self.content(atlas, view, country, line)
        return File(self.name(view, iso_a3, lens), self.media_type, content)


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
def _map_file(
    what: Exported, fmt: ExportFormat, atlas: Atlas, view: View, _: str, lens: str
) -> bytes:
    from geo.answers.files import geometry

    layer = geometry.LAYERS[what](atlas, view, lens)
    if fmt == "geojson":
        return geometry.geojson(layer)
    from geo.answers.files import map_files

    return map_files.WRITERS[fmt](what, layer)


def _record(atlas: Atlas, *_: object) -> bytes:
    return record_zip(atlas)


def _tables(
    what: Exported,
    tabled: Tabled,
    *,
    dated: bool = False,
    over_time: bool = False,
    of_a_lens: bool = False,
) -> tuple[Export, ...]:
    """A table in every form in which tables are taken away."""

    def csv(atlas: Atlas, view: View, _: str, lens: str) -> bytes:
        return tabled(atlas, view, lens)[1].csv().encode()

    def excel_csv(atlas: Atlas, view: View, _: str, lens: str) -> bytes:
        return tabled(atlas, view, lens)[1].excel_csv().encode()

    def xlsx(atlas: Atlas, view: View, _: str, lens: str) -> bytes:
        from geo.answers.files.workbook import workbook

        return workbook(what, *tabled(atlas, view, lens), atlas.record)

    made: dict[ExportFormat, tuple[str, Content]] = {
        "csv": ("a table", csv),
        "excel.csv": ("a table for Excel, with semicolons", excel_csv),
        "xlsx": ("a workbook with its sources and columns", xlsx),
    }
    return tuple(
        Export(
            what,
            fmt,
            f"{HOLDS[what]}: {said}",
            content,
            dated=dated,
            over_time=over_time,
            of_a_lens=of_a_lens,
        )
        for fmt, (said, content) in made.items()
    )


def _map_files(what: Exported, of_a_lens: bool) -> tuple[Export, ...]:
    """The areas or lines of a day in every form in which maps are taken away."""
    words = HOLDS[what]
    told: dict[ExportFormat, str] = {
        "geojson": f"{words}, for a map",
        "gpkg": f"{words}, as GeoPackage",
        "fgb": f"{words}, as FlatGeobuf",
        "parquet": f"{words}, as GeoParquet",
    }
    return tuple(
        Export(what, fmt, said, partial(_map_file, what, fmt), of_a_lens=of_a_lens)
        for fmt, said in told.items()
    )


def _tabled(answer: Callable[[Atlas, View, str], A], table: Callable[[A], Table]) -> Tabled:
    """Return what makes an answer and, of it, its table."""

    def both(atlas: Atlas, view: View, lens: str) -> tuple[Answer, Table]:
        made = answer(atlas, view, lens)
        return made, table(made)

    return both


_COUNTRIES = _tabled(lambda atlas, view, _: status_answer(atlas, view), status_table)
_BORDERS = _tabled(lambda a, view, lens: borders_answer(a, view, lens=lens or None), borders_table)
_CURVE = _tabled(lambda a, v, lens: curve_answer(a, v.worldview, lens=lens or None), curve_table)
_EVENTS = _tabled(lambda atlas, *_: events_answer(atlas, atlas.record.events), events_table)
_CLAIMS = _tabled(lambda atlas, *_: claims_answer(atlas), claims_table)


def _json(tabled: Tabled, atlas: Atlas, view: View, _: str, lens: str) -> bytes:
    return as_json(tabled(atlas, view, lens)[0]).encode()


def _of_a_day(what: Exported, tabled: Tabled, *, of_a_lens: bool = False) -> tuple[Export, ...]:
    said, json = f"{HOLDS[what]}, with sources written out", partial(_json, tabled)
    return (
        *_tables(what, tabled, dated=True, of_a_lens=of_a_lens),
        Export(what, "json", said, json, of_a_lens=of_a_lens),
        *_map_files(what, of_a_lens),
    )


def _over_time(what: Exported, tabled: Tabled) -> tuple[Export, ...]:
    json = partial(_json, tabled)
    return (
        *_tables(what, tabled, over_time=True, of_a_lens=True),
        Export(what, "json", HOLDS[what], json, dated=False, over_time=True, of_a_lens=True),
    )


def _sources(fmt: ExportFormat, called: str, content: Content) -> Export:
    words = f"{SOURCES_OF_VIEW}, as {called}"
    return Export("sources", fmt, words, content, of_a_country=True, of_a_lens=True)


EXPORTS: tuple[Export, ...] = (
    *_of_a_day("countries", _COUNTRIES),
    *_of_a_day("borders", _BORDERS, of_a_lens=True),
    *_over_time("curve", _CURVE),
    *_tables("events", _EVENTS),
    *_tables("claims", _CLAIMS),
    *_tables("facts", lambda atlas, *_: record_tables.facts(atlas)),
    *_tables("disagreements", lambda atlas, *_: record_tables.disagreements(atlas)),
    _sources("bib", "BibTeX", bibtex),
    _sources("json", "CSL-JSON", csl_json),
    *_tables("sources", lambda a, *_: record_tables.sources(a)),
    Export("record", "zip", HOLDS["record"], _record, dated=False),
)
"""Every export, in the order in which it is offered."""
