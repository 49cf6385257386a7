"""The map on the page: one Folium map that outlives every date, and the click on a country."""

from __future__ import annotations

import time

import streamlit as st
from streamlit_folium import st_folium

from geo.atlas import Atlas
from geo.basics import boxes
from geo.server import current_data
from geo.server.base_path import at
from geo.server.page import controls, folium_map
from geo.server.page.own_files import opened_in
from geo.web import static_files

_KEY, _SHOWN = "map", "map_shown"

HEAD_START_SECONDS = 0.3
"""How long the controls of a new visitor's page wait for the map."""


def map_panel(atlas: Atlas) -> None:
    """Draw the map. Its own script follows the date; nothing here depends on it."""
    fixed = static_files.fixed()
    files = {
        worldview: {role: at(asset.address) for role, asset in roles.items()}
        for worldview, roles in current_data.CURRENT.get().map_data().items()
    }
    # A thin map for each run: streamlit-folium renames what it is given, so one cannot be shared.
    the_map = folium_map.atlas_map(
        files,
        scripts=[at(fixed["map.js"].address)],
        styles=[at(fixed[name].address) for name in static_files.MAP_STYLES],
        tongue=opened_in(),
    )

    def take_answer() -> None:
        answer = st.session_state.get(_KEY) or {}
        st.session_state[_SHOWN] = boxes.of_map(answer.get("bounds"))
        click = answer.get("click")
        if click and click != st.session_state.get("last_click"):
            st.session_state["last_click"] = click
            controls.choose(atlas, answer.get("country"))

    with st.container(key="map"):
        st_folium(
            the_map,
            key=_KEY,
            height=folium_map.HEIGHT_PX,
            use_container_width=True,
            returned_objects=[],
            on_change=take_answer,
        )


def shown() -> boxes.Box | None:
    """Return what the map shows now, where the reader has moved it away from the view chosen.

    The map tells it when the export menu is opened, and while it is open: panning alone costs the
    server nothing.
    """
    box: boxes.Box | None = st.session_state.get(_SHOWN)
    return box


def head_start() -> None:
    """On a visitor's first run, let the map's frame open before the controls.

    Each kind of control makes the browser fetch and run a dozen scripts of Streamlit's; sent with
    the map they hold it back by a third of a second, sent after it they hold back nothing.
    """
    if "under_way" not in st.session_state:
        st.session_state["under_way"] = True
        time.sleep(HEAD_START_SECONDS)
