"""The tabs below the map. Only the open one is drawn."""

from __future__ import annotations

from functools import lru_cache, partial

import streamlit as st

from geo.answers.key_dates import coverage
from geo.answers.line_table import line_table
from geo.answers.permalink import Place
from geo.answers.words import page
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas
from geo.server.page import controls, live
from geo.server.page.tabs import two_days
from geo.server.page.tabs.claims import CLAIMS_ASKED, claims_tab
from geo.server.page.tabs.course_chart import chart
from geo.server.page.tabs.disagreements import disagreements_tab
from geo.server.page.tabs.events import events_tab
from geo.server.page.tabs.row import row
from geo.web.templating import cited, render

TABS = page.TABS


def follows_the_day(place: Place) -> bool:
    """Tell whether the server has something to draw in the open tab when the date changes."""
    match place.tab:
        case "coverage" | "events":
            return True
        case "claims":
            return bool(st.session_state.get(CLAIMS_ASKED))
    return False


def tabs(atlas: Atlas, place: Place) -> None:
    """Draw the row of tabs, and under it the open one, which is part of the address."""
    with st.container(key="tabs"):
        row(controls.tongue().all(TABS), place.tab, _open)
        # Each has a place of its own: in one for all, rows of the last would stand below the next.
        for name in TABS:
            with st.container(key=f"tab_{name}"):
                if name == place.tab:
                    _draw(atlas, place, name)


def _open(name: str) -> None:
    st.session_state["tab"] = name


def _draw(atlas: Atlas, place: Place, name: str) -> None:
    tongue = controls.tongue()
    match name:
        case "events":
            events_tab(atlas, place)
        case "claims":
            claims_tab(atlas.real, place)
        case "disagreements":
            disagreements_tab(atlas)
        case "borders":
            live.borders()
            if not place.other_lens:
                # What sources say of lengths is the same on every day, so it is made once.
                st.html(part_html(atlas, Place(worldview=place.worldview), "lengths", tongue))
        case "states":
            live.states(lambda country: controls.choose(atlas, country))
        case "coverage":
            two_days.two_days(atlas, place)
            chart(atlas, place)
            shown = Place(place.date, worldview=place.worldview, lens=place.lens)
            st.html(part_html(atlas, shown, "line" if place.other_lens else name, tongue))
        case _:
            shown = Place(place.date, worldview=place.worldview)
            st.html(part_html(atlas, shown, name, tongue))


@lru_cache(maxsize=256)
def part_html(atlas: Atlas, place: Place, name: str, tongue: Tongue = ENGLISH) -> str:
    """A part of a tab as HTML; kept, a bounded number of them."""
    record = atlas.record
    return render(
        f"tab_{name}.html",
        tongue,
        view=atlas.on(place.date, place.worldview),
        record=record,
        coverage=coverage(atlas, place.worldview, tongue) if name == "coverage" else (),
        course=line_table(atlas, place.worldview, place.lens, tongue) if name == "line" else None,
        cited=partial(cited, sources=record.sources, tongue=tongue),
    )
