"""Another border: the menu of the ready-made lenses and of every country's own borders."""

from __future__ import annotations

import streamlit as st

from geo.answers.scopes import called, lens_of
from geo.answers.words import lenses
from geo.answers.words.tongue import Tongue
from geo.atlas import Atlas
from geo.basics.choices import FLANK_LENS
from geo.basics.formats import capital
from geo.server.page import controls
from geo.web.templating import render

_KEY, _TAKEN = "lens", "lens_taken"
_READY, _OWN = "lens_ready", "lens_own"


@st.fragment
def menu(atlas: Atlas) -> None:
    """The button and what opens under it. Closed, it costs nothing."""
    tongue = controls.tongue()
    with st.popover(tongue.text(lenses.MENU), key="lens_menu", on_change="rerun") as opened:
        if opened.open:
            _choices(atlas, st.session_state[_KEY], tongue)
    if st.session_state.pop(_TAKEN, False):
        st.rerun()


def _choices(atlas: Atlas, here: str, tongue: Tongue) -> None:
    states, ready = atlas.record.states, [lens.lens_id for lens in atlas.record.lenses]
    st.session_state[_READY] = here if here in ready else None
    st.session_state[_OWN] = here if here in states else None
    names = {code: tongue.state(code, state.name) for code, state in states.items()}
    st.caption(tongue.text(lenses.EXPLAINED))
    st.selectbox(
        tongue.text(lenses.READY),
        ready,
        format_func=lambda name: capital(called(atlas, name, tongue)),
        key=_READY,
        placeholder=tongue.text(lenses.CHOOSE),
        on_change=_take,
        args=(_READY,),
    )
    st.selectbox(
        tongue.text(lenses.OWN),
        sorted(names, key=lambda code: tongue.order(names[code])),
        format_func=names.__getitem__,
        key=_OWN,
        placeholder=tongue.text(lenses.CHOOSE),
        on_change=_take,
        args=(_OWN,),
    )
    if note := lens_of(atlas, here).note:
        st.html(render("lens_note.html", tongue, note=tongue.text(note)))
    if here != FLANK_LENS:
        st.button(
            tongue.text(lenses.BACK), key="lens_back", icon=":material/undo:", on_click=_go_back
        )


def _take(name: str) -> None:
    state = st.session_state
    if state.get(name) and state[name] != state[_KEY]:
        state[_KEY], state["view"], state["map_shown"] = state[name], "flank", None
        state[_TAKEN] = True


def _go_back() -> None:
    state = st.session_state
    state[_KEY], state[_TAKEN] = FLANK_LENS, True
