"""The page script: Streamlit runs it for every visitor and every change."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from geo.errors import AtlasError
from geo.page import assets, controls, country_panel, export, map_panel, store, tabs
from geo.page.render import render


def page() -> None:
    """The whole page, from top to bottom."""
    st.html(
        f'<style>@import url("{assets.fixed()["colours.css"].address}");'
        f'@import url("{assets.fixed()["page.css"].address}");'
        f'@import url("{assets.fixed()["record.css"].address}");'
        f'@import url("{assets.fixed()["export.css"].address}");</style>'
    )
    try:
        atlas = store.atlas()
    except AtlasError as error:
        st.html(render("problems.html", lines=str(error).splitlines()))
        return
    controls.arrive(atlas)
    place = controls.place()
    view = atlas.on(place.date, place.worldview)
    masthead = st.container(key="masthead", horizontal=True, vertical_alignment="center")
    above = st.container()
    map_column, panel_column = st.columns([0.63, 0.37], gap="medium")
    country_box = panel_column.container()
    # What is only text and the map go first; the controls follow when the map is on its way.
    with map_column:
        map_panel.map_panel(atlas)
    with masthead:
        st.html(render("masthead.html", view=view))
    with above:
        if complaints := st.session_state["complaints"]:
            st.html(render("complaints.html", lines=complaints))
        country_panel.summary(atlas, place)
    with panel_column:
        country_panel.panel(atlas, place)
    map_panel.head_start()
    with masthead:
        export.export_menu(atlas, place)
    with above:
        controls.time_controls(atlas)
    with map_column:
        controls.view_choices()
    with country_box:
        controls.country_choice(atlas)
    tabs.tabs(atlas, place)
    controls.leave_address(controls.place())


st.set_page_config(
    page_title="Ottawa Atlas", page_icon=str(Path(__file__).with_name("icon.svg")), layout="wide"
)
page()
