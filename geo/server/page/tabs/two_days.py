"""Two days: that of the slider and another, and what is different on the later one."""

from __future__ import annotations

from datetime import date

import streamlit as st

from geo.answers import through
from geo.answers.data.compare import stands_since
from geo.answers.permalink import Place
from geo.answers.supposing import reach
from geo.answers.words import comparison
from geo.atlas import Atlas
from geo.basics.choices import FIRST_DAY
from geo.server.page import controls
from geo.server.page.day_field import day_field
from geo.web.templating import render

_CHOSEN = "compare"


def two_days(atlas: Atlas, place: Place) -> None:
    """The field for the other day; with one, what changed between the two."""
    tongue = controls.tongue()
    label, last_day = tongue.text(comparison.FIELD), reach(atlas)
    day_field(label, place.compare, FIRST_DAY, last_day, compare_with, "compare_day")
    if place.compare is None:
        return
    answer = through.compared(atlas, place, place.compare, tongue)
    last = atlas.on(max(place.date, place.compare), place.worldview)
    since = {
        row["iso_a3"]: comparison.since_words(
            stands_since(atlas, last.states[row["iso_a3"]], row["change"], last.day), tongue
        )
        for row in answer["states"]
    }
    st.html(
        render(
            "tab_two_days.html",
            tongue,
            answer=answer,
            words=comparison.changes_in(tongue),
            since=since,
        )
    )
    st.button(tongue.text(comparison.ONE_DAY), key="one_day", on_click=_leave)


def told(atlas: Atlas, place: Place) -> str:
    """Return what changed between the two days in one sentence; empty where only one is shown."""
    if place.compare is None:
        return ""
    return through.compared(atlas, place, place.compare, controls.tongue())["sentence"]


def compare_with(day: date) -> None:
    """Show another day beside that of the slider."""
    st.session_state[_CHOSEN] = day


def _leave() -> None:
    st.session_state[_CHOSEN] = None
