"""Data of the chosen day, and the whole record."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

import streamlit as st

from geo.answers.data.credits import data_version
from geo.answers.files import catalogue
from geo.answers.files.catalogue import Export
from geo.answers.permalink import Place
from geo.answers.scopes import called
from geo.answers.words import exports
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas
from geo.basics.choices import Exported, ExportFormat
from geo.basics.markdown_text import for_streamlit
from geo.basics.shared_cache import BusyError
from geo.server.drawing import ASKED
from geo.server.drawing.exports import export_file
from geo.server.page import controls
from geo.server.page.exports import downloads
from geo.server.page.exports.choices import choose, offer

FORMATS: dict[ExportFormat, str] = {
    "csv": "CSV",
    "excel.csv": exports.EXCEL,
    "xlsx": "XLSX",
    "json": "JSON",
    "geojson": "GeoJSON",
    "gpkg": "GeoPackage",
    "fgb": "FlatGeobuf",
    "parquet": "GeoParquet",
    "zip": exports.RECORD,
}
CSL = "CSL-JSON"
FORMATS_OF_SOURCES = {("sources", "bib"): "BibTeX", ("sources", "json"): CSL}
"""In these the sources of what is shown are cited; in the others stands every source."""


def section(atlas: Atlas, place: Place) -> None:
    """Choose what and as what, take it."""
    tongue = controls.tongue()
    what = choose(exports.DATA, exports.WHAT, "export_what", "countries")
    offered = catalogue.formats(what)
    fmt = offered[0]
    if len(offered) > 1:
        if st.session_state.get("export_format") not in offered:
            st.session_state["export_format"] = fmt
        words = {each: format_words(what, each, tongue) for each in offered}
        fmt = choose(exports.FORMAT, words, "export_format", None)
    chosen = catalogue.find(what, fmt)
    if not chosen.follows_from_acts:
        atlas = atlas.real  # what is on record, whatever is supposed
    view = atlas.on(place.date, place.worldview)
    country = place.country if chosen.of_a_country else ""
    lens = place.other_lens if chosen.of_a_lens else ""
    key = data_key(atlas, place, chosen)
    make = partial(export_file, ASKED, chosen, atlas, view, country, lens)
    if chosen.at_once:  # made when it is offered, so that its size can be told
        make = partial(chosen.file, atlas, view, country, lens)
        with suppress(BusyError):
            downloads.content(key, make)
    weight = downloads.size(key, tongue)
    name = chosen.name(view, country, lens)
    told = [_holds(what, fmt, tongue)]
    if country:
        named = tongue.state(country, view.states[country].name)
        told.append(tongue.text(exports.OF_STATE, state=for_streamlit(named)))
    if lens:
        line = for_streamlit(called(atlas, lens, tongue))
        told.append(tongue.text(exports.OF_LINE, line=line))
    st.caption(f"{' '.join(told)} {name}{f', {weight}' if weight else ''}")
    label = tongue.text(exports.DOWNLOAD, file=format_words(what, fmt, tongue))
    later = downloads.later(key, make)
    offer(label, later, name, chosen.media_type, f"export_{what}_{fmt}", "table")
    cites = FORMATS_OF_SOURCES.get((what, fmt)) == CSL
    explained = exports.CSL_EXPLAINED if cites else exports.EXPLAINED[fmt]
    said = [*map(tongue.text, explained)]
    if tongue is not ENGLISH:
        said.append(tongue.text(exports.FILE_IN_ENGLISH))
    said.append(tongue.text(exports.VERSION, version=data_version(atlas)))
    st.caption(" ".join(said))


def _holds(what: Exported, fmt: ExportFormat, tongue: Tongue) -> str:
    cited = (what, fmt) in FORMATS_OF_SOURCES
    return f"{tongue.text(exports.SOURCES_OF_VIEW if cited else exports.HOLDS[what])}."


def format_words(what: Exported, fmt: ExportFormat, tongue: Tongue) -> str:
    """Return what a reader calls a format; the JSON of sources is one of its own."""
    return FORMATS_OF_SOURCES.get((what, fmt)) or tongue.text(FORMATS[fmt])


def data_key(atlas: Atlas, place: Place, chosen: Export) -> tuple[object, ...]:
    """Everything a file of data depends on."""
    shown: tuple[object, ...] = (place.date,) if chosen.dated else ()
    shown += (place.what_if,) if chosen.follows_from_acts else ()
    shown += (place.worldview,) if chosen.drawn else ()
    shown += (place.country,) if chosen.of_a_country else ()
    shown += (place.other_lens,) if chosen.of_a_lens else ()
    return ("data", data_version(atlas), shown, chosen.what, chosen.format)
