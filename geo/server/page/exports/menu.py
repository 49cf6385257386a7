"""The export menu: what a reader takes home, in a few choices. Closed, it costs nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from geo.answers.permalink import Place
from geo.answers.words import page
from geo.answers.words.panel import PANEL
from geo.atlas import Atlas
from geo.server.page import controls, mounted
from geo.server.page.exports import data as export_data
from geo.server.page.exports import film as export_film
from geo.server.page.exports import picture as export_picture
from geo.server.page.exports import share as export_share
from geo.server.page.exports import standalone as export_page
from geo.server.page.exports.choices import choose
from geo.server.page.own_files import own_files
from geo.web.templating import render

KINDS: dict[str, Callable[[Atlas, Place], None]] = {
    "picture": export_picture.section,
    "film": export_film.section,
    "data": export_data.section,
    "page": export_page.section,
    "share": export_share.section,
}
"""What is offered, and the part that offers it."""

_KEY = "export"


@st.fragment
def export_menu(atlas: Atlas) -> None:
    """The button in the masthead and what opens under it. A choice in it runs nothing else."""
    tongue = controls.tongue()
    with st.popover(
        tongue.text(page.EXPORT), key=_KEY, icon=":material/download:", on_change="rerun"
    ) as menu:
        if not menu.open:
            return
        with st.container(key="export_panel"):
            hidden = {"label_visibility": "collapsed", "width": "stretch"}
            kind = choose(page.TAKE_AWAY, page.KINDS, "export_kind", "picture", **hidden)
            # Asked here, not handed in: a new date runs the page's other parts without this one.
            place = controls.place(atlas)
            KINDS[kind](atlas, place)
            # Last: it says what all above it has been made of.
            st.html(
                render(
                    "export_made.html",
                    place=place,
                    files=own_files(place),
                    words=tongue.text(page.BEHIND),
                )
            )
            _wishes()


def _wishes() -> None:
    """Let the browser ask whether the choices it has sent have been heard, before it takes a file.

    Streamlit takes what stood under the button when it was pressed: pressed at once after a choice,
    that is the file of the choice before, or none.
    """
    state = st.session_state

    asked_again = controls.tongue().text(PANEL["picture_asked_again"])
    told = mounted.data("exports", heard=state.get("export_heard"), asked_again=asked_again)
    hear = partial(state.__setitem__, "export_heard")
    mounted.draw("export_wishes", "<div hidden data-mount></div>", told, wish=hear)


def is_open() -> bool:
    """Tell whether the menu is open, and so shows what it would make of the day."""
    return bool(st.session_state.get(_KEY))
