"""The atlas as one file: made while the reader waits, then offered with its size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geo import standalone
from geo.api.kept import BusyError
from geo.exports import File
from geo.exports.rows import data_version
from geo.page import made

if TYPE_CHECKING:
    from geo.atlas import Atlas
    from geo.borders import Worldview
    from geo.permalink import Place

HTML = "text/html"


def section(atlas: Atlas, place: Place) -> None:
    """Make the page, then take it."""
    st.markdown(
        "**The whole atlas as one file.** Map, date slider, dossiers, borders and sources in a page"
        " that works from disk, without a network."
    )
    key = ("page", data_version(atlas), place.worldview)
    if not made.size(key):
        if not made.is_wanted(key):
            made.make_button("Make the page", key, name="export_make_page", icon=":material/web:")
            return
        try:
            with st.spinner("Writing map, dossiers and sources", show_time=True):
                made.content(key, lambda: page(atlas, place.worldview))
        except BusyError:
            st.warning("Many files are being made. Try again in a minute.")
            return
    name = file_name(atlas, place.worldview)
    st.download_button(
        f"Download page, {made.size(key)}",
        data=made.later(key, lambda: page(atlas, place.worldview)),
        file_name=name,
        mime=HTML,
        key="export_page",
        icon=":material/web:",
        on_click="ignore",
        width="stretch",
    )
    st.caption(name)


def page(atlas: Atlas, worldview: Worldview) -> File:
    """The stand-alone page as a file."""
    return File(file_name(atlas, worldview), HTML, standalone.page(atlas, worldview))


def file_name(atlas: Atlas, worldview: Worldview) -> str:
    """As ottawa-atlas-2026-03-03.html, by the day to which the record is compiled."""
    suffix = "" if worldview == "un" else "-de-facto"
    return f"ottawa-atlas-{atlas.verified_to.isoformat()}{suffix}.html"
