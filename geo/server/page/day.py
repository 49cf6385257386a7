"""The day: its sentence, its figures and the controls of time. A new date runs only this again."""

from __future__ import annotations

import streamlit as st

from geo.answers import through
from geo.answers.permalink import Place
from geo.atlas import Atlas
from geo.server.page import controls, map_panel
from geo.server.page.exports import menu as export
from geo.server.page.own_files import own_files
from geo.server.page.tabs import tabs, two_days
from geo.web.templating import render


@st.fragment
def day(atlas: Atlas) -> None:
    """Sentence, figures and controls; map, panel and table of borders follow the date themselves.

    What else shows the date, an open tab or menu, is no part of this: where there is such a one,
    the whole page runs again.
    """
    here, complaints = controls.place(atlas), st.session_state["complaints"]
    moved = here != st.session_state["shown"]
    if moved and (tabs.follows_the_day(here) or export.is_open() or complaints):
        st.rerun()
    summary(atlas, here)
    map_panel.head_start()
    controls.time_controls(atlas)
    controls.leave_address(here)


def summary(atlas: Atlas, place: Place) -> None:
    """The sentence and figures of the day; beside them, for scripts, the place (`#atlas-state`).

    Where two days are compared, what differs is said below.
    """
    view, tongue = atlas.on(place.date, place.worldview), controls.tongue()
    told = render(
        "headline.html",
        tongue,
        sentence=through.sentence(atlas, view, place, tongue),
        line=through.line(atlas, view, place),
        view=view,
        place=place,
        files=own_files(place),
        lang=tongue.language,
        heard=st.session_state["heard"],
    )
    if compared := two_days.told(atlas, place):
        told += render("compared.html", tongue, sentence=compared)
    st.html(told)
