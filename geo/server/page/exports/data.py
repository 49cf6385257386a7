"""Data of the chosen day, and the whole record."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from geo.answers.data.credits import data_version
from geo.answers.files import catalogue
from geo.answers.scopes import of_lens
from geo.basics.markdown_text import for_streamlit
from geo.basics.shared_cache import BusyError
from geo.server.drawing import ASKED
from geo.server.drawing.exports import export_file
from geo.server.page.exports import downloads

if TYPE_CHECKING:
    from geo.answers.files.catalogue import Export
    from geo.answers.permalink import Place
    from geo.atlas import Atlas
    from geo.basics.choices import Exported

WHAT: dict[Exported, str] = {
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
FORMATS = {
    "csv": "CSV",
    "excel.csv": "CSV for Excel",
    "xlsx": "XLSX",
    "json": "JSON",
    "geojson": "GeoJSON",
    "gpkg": "GeoPackage",
    "fgb": "FlatGeobuf",
    "parquet": "GeoParquet",
    "bib": "BibTeX",
    "zip": "record",
}
CSL = "CSL-JSON"
_CITED = (
    "One entry for each source: publisher, title, date, address, when it was read, the copy kept."
)
_WRITTEN_OUT = "The file writes out its units and the sources that its rows name."
_ROWS = (
    "Each row names its sources with their addresses; names ending in _km are kilometres, days"
    " are ISO 8601."
)
EXPLAINED = {
    "csv": _ROWS,
    "excel.csv": f"Opens by a double click where figures have a decimal comma. {_ROWS}",
    "xlsx": "Days are dates, text is text. Sheets beside it write out sources and columns.",
    "json": _WRITTEN_OUT,
    "geojson": _WRITTEN_OUT,
    "gpkg": _WRITTEN_OUT,
    "fgb": _WRITTEN_OUT,
    "parquet": _WRITTEN_OUT,
    "bib": f"For LaTeX. {_CITED}",
    "zip": (
        "Rows name their sources, which sources.csv writes out; datapackage.json describes every"
        " column."
    ),
}
"""What a file says of its own sources, columns and units."""

_CSL_EXPLAINED = f"For Zotero, Pandoc and other programs that cite. {_CITED}"


def section(atlas: Atlas, place: Place) -> None:
    """Choose what and as what, take it."""
    what = st.segmented_control(
        "Data",
        list(WHAT),
        format_func=WHAT.__getitem__,
        default="countries",
        key="export_what",
        required=True,
    )
    offered = catalogue.formats(what)
    fmt = offered[0]
    if len(offered) > 1:
        if st.session_state.get("export_format") not in offered:
            st.session_state["export_format"] = fmt
        fmt = st.segmented_control(  # type: ignore[assignment]  # required: never None
            "Format",
            offered,
            format_func=partial(format_words, what),
            key="export_format",
            required=True,
        )
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
    weight = downloads.size(key)
    name = chosen.name(view, country, lens)
    about = f", for {for_streamlit(view.states[country].name)}" if country else ""
    about += f", of {for_streamlit(of_lens(atlas, lens).words)}" if lens else ""
    st.caption(f"{chosen.words}{about}. {name}{f', {weight}' if weight else ''}")
    st.download_button(
        f"Download {format_words(what, fmt)}",
        data=downloads.later(key, make),
        file_name=name,
        mime=chosen.media_type,
        key=f"export_{what}_{fmt}",
        icon=":material/table:",
        on_click="ignore",
        width="stretch",
    )
    explained = _CSL_EXPLAINED if format_words(what, fmt) == CSL else EXPLAINED[fmt]
    st.caption(f"{explained} Data version {data_version(atlas)}, CC BY 4.0.")


def format_words(what: Exported, fmt: str) -> str:
    """What a reader calls a format; the JSON of sources is one of its own."""
    return CSL if (what, fmt) == ("sources", "json") else FORMATS[fmt]


def data_key(atlas: Atlas, place: Place, chosen: Export) -> tuple[object, ...]:
    """Everything a file of data depends on."""
    shown: tuple[object, ...] = (place.date,) if chosen.dated else ()
    shown += (place.what_if,) if chosen.follows_from_acts else ()
    shown += (place.worldview,) if chosen.drawn else ()
    shown += (place.country,) if chosen.of_a_country else ()
    shown += (place.other_lens,) if chosen.of_a_lens else ()
    return ("data", data_version(atlas), shown, chosen.what, chosen.format)
