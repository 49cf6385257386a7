"""The atlas as one file: made while the reader waits, then offered with its size."""

from __future__ import annotations

import streamlit as st

from geo.answers.data.credits import data_version
from geo.answers.files.catalogue import File
from geo.answers.permalink import Place
from geo.answers.words import exports
from geo.answers.words.tongue import Tongue
from geo.atlas import Atlas
from geo.basics import file_names
from geo.basics.choices import Language
from geo.basics.languages import USUAL
from geo.basics.shared_cache import BusyError
from geo.borders import Worldview
from geo.server.page import controls
from geo.server.page.exports import downloads
from geo.server.page.exports.choices import offer
from geo.web import standalone


def section(atlas: Atlas, place: Place) -> None:
    """Make the page, then take it."""
    tongue = controls.tongue()
    whole, works = tongue.text(exports.WHOLE_ATLAS), tongue.text(exports.WORKS_FROM_DISK)
    st.markdown(f"**{whole}.** {works}")
    key = ("page", data_version(atlas), place.worldview, tongue.language)
    if not downloads.size(key):
        if not downloads.is_wanted(key):
            downloads.make_button(
                tongue.text(exports.MAKE_PAGE), key, name="export_make_page", icon=":material/web:"
            )
            return
        try:
            with st.spinner(tongue.text(exports.WRITING_PAGE)):
                downloads.content(key, lambda: page(atlas, place.worldview, tongue))
        except BusyError:
            st.warning(tongue.text(exports.WAIT))
            return
    name = file_name(atlas, place.worldview, tongue.language)
    label = tongue.text(exports.DOWNLOAD_PAGE, size=downloads.size(key, tongue))
    later = downloads.later(key, lambda: page(atlas, place.worldview, tongue))
    offer(label, later, name, file_names.MEDIA_TYPES["html"], "export_page", "web")
    st.caption(name)


def page(atlas: Atlas, worldview: Worldview, tongue: Tongue) -> File:
    """The stand-alone page as a file."""
    content = standalone.page(atlas, worldview, tongue=tongue)
    name = file_name(atlas, worldview, tongue.language)
    return File(name, file_names.MEDIA_TYPES["html"], content)


def file_name(atlas: Atlas, worldview: Worldview, language: Language = USUAL) -> str:
    """As ottawa-atlas-2026-03-03.html, by the day to which the record is compiled."""
    spoken = "" if language == USUAL else language
    borders = file_names.borders_part(worldview)
    return file_names.file_name("html", atlas.verified_to, borders, spoken)
