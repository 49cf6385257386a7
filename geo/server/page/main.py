"""The page script: Streamlit runs it for every visitor and every change."""

from __future__ import annotations

import streamlit as st

from geo.answers.supposing import reach
from geo.answers.words import held
from geo.answers.words.page import KEPT
from geo.atlas import Atlas
from geo.basics.choices import FIRST_DAY
from geo.basics.dates import today
from geo.basics.errors import AtlasError
from geo.server import current_data
from geo.server.page import controls, day, language, lens, live, map_panel, search, what_if
from geo.server.page.exports import menu as export
from geo.server.page.tabs import claims, tabs
from geo.web import static_files
from geo.web.templating import render


def page() -> None:
    """The whole page, from top to bottom."""
    try:
        atlas = current_data.CURRENT.get().atlas
    except AtlasError as error:
        st.html(render("problems.html", lines=str(error).splitlines()))
        return
    controls.arrive(atlas)
    place = controls.place(atlas)
    controls.leave_address(place)
    atlas = what_if.shown(atlas)
    masthead = st.container(key="masthead", horizontal=True, vertical_alignment="center")
    above = st.container()
    map_column, panel_column = st.columns([0.63, 0.37], gap="medium")
    # The map goes first; what the day holds follows, and in it the controls wait for the map.
    with map_column:
        map_panel.map_panel(atlas)
    with masthead:
        st.html(render("masthead.html", controls.tongue(), chooser=True))
    with above:
        # Whatever comes or goes above the day, the day keeps its place: moved, it stands twice
        # on the page for a moment, once of each day, and scripts read the wrong one.
        st.html(_notes(atlas))
        with st.container():
            what_if.banner(atlas)
        day.day(atlas)
    with panel_column:
        with st.container(key="country_field"):
            search.search(lambda country: controls.choose(atlas, country), controls.tongue())
        _panel(atlas)
    with map_column:
        controls.view_choices(lambda: lens.menu(atlas), lambda: what_if.menu(atlas))
    with masthead:
        language.chooser(controls.speak, controls.tongue())
        export.export_menu(atlas)
    tabs.tabs(atlas, place)


def _panel(atlas: Atlas) -> None:
    """The dossier of a country, or the flank as a table; a browser keeps it on day and country."""
    with st.container(key="panel"):
        live.panel(
            (FIRST_DAY, reach(atlas)),
            on_country=lambda country: controls.choose(atlas, country),
            on_claims=claims.show_claims_of,
            on_address=lambda query: controls.go_to_address(atlas, query),
        )


def _notes(atlas: Atlas) -> str:
    """What stands above the day: skip links, age of the record, damage, nonsense in the address."""
    spoken = controls.tongue()
    told = render("skip.html", spoken) + render(
        "held.html", told=held.told(atlas.record.held, today(), spoken)
    )
    if damage := current_data.CURRENT.damage:
        told += render("kept.html", damage=damage, words=spoken.text(KEPT))
    if complaints := st.session_state["complaints"]:
        told += render("complaints.html", lines=complaints)
    return told


st.set_page_config(page_title="Ottawa Atlas", page_icon=str(static_files.ICON), layout="wide")
page()
