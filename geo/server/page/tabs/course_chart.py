"""The chart of the chosen line over time, and what of it can be taken away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from zlib import crc32

import streamlit as st

from geo.answers.course_chart import course_chart
from geo.answers.data.credits import data_version
from geo.answers.files import catalogue
from geo.answers.files.catalogue import File
from geo.answers.permalink import Place
from geo.answers.supposing import reach
from geo.answers.words import course_chart as words
from geo.atlas import Atlas
from geo.basics.choices import CHART_FORMATS, FIRST_DAY, ChartFormat, Language
from geo.basics.file_names import MEDIA_TYPES
from geo.pictures.course_words import course_file_name
from geo.server.drawing import ASKED, jobs
from geo.server.drawing.exports import export_file
from geo.server.page import controls, live
from geo.server.page.exports import downloads
from geo.server.page.exports.choices import offer
from geo.web.documents.course_chart import chart_document


def chart(atlas: Atlas, place: Place) -> None:
    """Draw it from the first day of the atlas to the last that a reader can go to."""
    tongue = controls.tongue()
    made = course_chart(atlas, place.worldview, None, place.lens, tongue)
    document = chart_document(made, FIRST_DAY, reach(atlas), tongue)
    version = data_version(atlas)
    shown = (version, place.worldview, place.lens, place.what_if, document["last"])
    live.chart(document, f"{crc32(repr((shown, tongue.language)).encode()):x}")
    st.caption(tongue.text(words.FILES))
    drawn = (*shown, tongue.language)
    with st.container(key="chart_files", horizontal=True):
        for fmt in CHART_FORMATS:
            name = course_file_name(atlas, place.worldview, place.lens, fmt)
            make = partial(_picture, atlas, place, fmt, name, tongue.language)
            _offer(fmt.upper(), name, fmt, drawn, make)
        table, view = catalogue.find("curve", "csv"), atlas.on(atlas.verified_to, place.worldview)
        name = table.name(view, lens=place.lens)
        make = partial(export_file, ASKED, table, atlas, view, lens=place.lens)
        _offer(tongue.text(words.TABLE), name, "csv", shown, make)


def _offer(
    label: str, name: str, fmt: str, shown: tuple[object, ...], make: Callable[[], File]
) -> None:
    later = downloads.later(("chart", shown, fmt), make)
    offer(label, later, name, MEDIA_TYPES[fmt], f"chart_{fmt}", "download", "content")


def _picture(atlas: Atlas, place: Place, fmt: ChartFormat, name: str, language: Language) -> File:
    job = partial(
        jobs.chart,
        supposed=atlas.supposed,
        worldview=place.worldview,
        iso_a3=None,
        lens=place.lens,
        fmt=fmt,
        language=language,
    )
    return File(name, MEDIA_TYPES[fmt], ASKED.make(atlas.real, job))
