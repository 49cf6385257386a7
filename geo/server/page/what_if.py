"""What if: acts that a reader supposes, the banner that says so, and the menu to suppose more."""

from __future__ import annotations

from datetime import date

import streamlit as st

from geo.answers import supposing
from geo.answers.supposing import RefusedError
from geo.answers.words import what_if
from geo.answers.words.address import ADDRESS
from geo.answers.words.lenses import CHOOSE
from geo.answers.words.tongue import Tongue
from geo.atlas import Atlas
from geo.atlas.supposed import KINDS, Supposed
from geo.atlas.supposed import written as as_written
from geo.basics.choices import FIRST_DAY, last_day
from geo.basics.dates import today
from geo.basics.markdown_text import for_streamlit
from geo.server.page import controls
from geo.server.page.day_field import day_field
from geo.treaty import ActKind
from geo.web.templating import render

_KEY, _TAKEN, _REFUSED = "what_if", "what_if_taken", "what_if_refused"
_DAY = "what_if_on"


def shown(atlas: Atlas) -> Atlas:
    """The atlas with what the reader supposes, itself where that is nothing.

    What a new record no longer allows is left out, and the reader told.
    """
    state = st.session_state
    if not state.get(_KEY):
        return atlas
    try:
        return supposing.supposing(atlas, state[_KEY])
    except RefusedError as error:
        tongue = controls.tongue()
        _go_back()
        told = tongue.text(ADDRESS["not_supposed"], says=error.words(tongue))
        state["complaints"] = (*state["complaints"], told)
        return atlas


def banner(atlas: Atlas) -> None:
    """Show what is supposed, what follows and the way back; nothing where nothing is supposed."""
    if not atlas.supposed:
        return
    with st.container(key="supposed"):
        tongue = controls.tongue()
        st.html(render("supposed.html", tongue, supposed=supposing.told(atlas, tongue)))
        st.button(
            tongue.text(what_if.TO_THE_RECORD),
            key="to_the_record",
            icon=":material/undo:",
            on_click=_go_back,
        )


@st.fragment
def menu(atlas: Atlas) -> None:
    """The button and what opens under it: an act of a state on a day. Closed, it costs nothing."""
    tongue = controls.tongue()
    with st.popover(tongue.text(what_if.MENU), key="what_if_menu", on_change="rerun") as opened:
        if opened.open:
            _form(atlas, tongue)
    if st.session_state.pop(_TAKEN, False):
        st.rerun()


def _form(atlas: Atlas, tongue: Tongue) -> None:
    states, kinds = atlas.record.states, list(map(str, KINDS))
    for name, known in (("what_if_state", states), ("what_if_act", kinds)):
        if (
            st.session_state.get(name) not in known
        ):  # a list answers in the words of its last language
            st.session_state.pop(name, None)
    st.caption(tongue.text(what_if.EXPLAINED))
    chosen = st.session_state.get("country")
    names = {code: tongue.state(code, state.name) for code, state in states.items()}
    codes = sorted(names, key=lambda code: tongue.order(names[code]))
    st.selectbox(
        tongue.text(what_if.STATE),
        codes,
        index=codes.index(chosen) if chosen else None,
        format_func=names.__getitem__,
        key="what_if_state",
        placeholder=tongue.text(CHOOSE),
    )
    st.selectbox(
        tongue.text(what_if.ACT),
        kinds,
        index=kinds.index(ActKind.WITHDRAWAL_NOTICE),
        format_func=lambda kind: tongue.text(what_if.DOES[ActKind(kind)]),
        key="what_if_act",
        placeholder=tongue.text(CHOOSE),
    )
    day = st.session_state.setdefault(_DAY, today())
    day_field(tongue.text(what_if.DAY), day, FIRST_DAY, last_day(), _on, "what_if_day")
    st.button(tongue.text(what_if.SUPPOSE), key="what_if_suppose", on_click=_suppose, args=(atlas,))
    if refused := st.session_state.pop(_REFUSED, ""):
        st.warning(for_streamlit(refused))


def _on(day: date) -> None:
    st.session_state[_DAY] = day


def _suppose(atlas: Atlas) -> None:
    state = st.session_state
    iso_a3, kind = state.get("what_if_state"), state.get("what_if_act")
    if not (iso_a3 and kind):
        return
    acts = (*atlas.supposed, Supposed(iso_a3, ActKind(kind), state[_DAY]))
    found = supposing.supposed(atlas.real, as_written(acts), controls.tongue())
    if found.refusal:
        state[_REFUSED] = found.refusal
    else:
        state[_KEY], state[_TAKEN] = found.acts, True


def _go_back() -> None:
    state = st.session_state
    state[_KEY], state["date"] = None, min(state["date"], today())
