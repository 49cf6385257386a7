"""What a reader has chosen in the tabs: kept while they are shut, and part of the address."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from geo.answers.filters import ASKED, choices
from geo.atlas import Atlas


def keep(atlas: Atlas) -> None:
    """Keep the choices of tabs that are not open, which Streamlit would forget with their lists.

    Those of the open tab are left alone: what is set here goes back to the browser, and would undo
    what its reader has chosen since. But in another language a browser still sends the word that it
    showed: what was chosen is told it anew, and where that word came first, what was shown stays.
    """
    state = st.session_state
    shown = state["shown"]
    anew = (state.get("lang") or "") != shown.lang
    for name, options in choices(atlas).items():
        if name not in state:
            continue
        value = state[name]
        if not (value is None or isinstance(value, bool) or value in options):
            state[name] = dict(shown.filters).get(name)
        elif anew or name.partition("_")[0] != state["tab"]:
            state[name] = value


def take(atlas: Atlas, chosen: Mapping[str, str]) -> None:
    """Take the choices, by name, that an address makes; the others are none."""
    for name, options in choices(atlas).items():
        value = chosen.get(name)
        st.session_state[name] = value == ASKED if options == (ASKED,) else value


def chosen(atlas: Atlas) -> tuple[tuple[str, str], ...]:
    """Return what is chosen in all tabs, as an address says it."""
    found = ((name, st.session_state.get(name)) for name in choices(atlas))
    return tuple((name, ASKED if value is True else value) for name, value in found if value)
