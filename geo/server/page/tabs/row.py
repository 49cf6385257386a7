"""The row of tabs, which the browser draws: the last that a reader opened is the open one.

Streamlit's own row goes back to what an earlier run was asked for when that is answered after the
reader has gone on: every second key of a quick hand is lost in it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from geo.server.page import mounted


def row(words: Mapping[str, str], opened: str, on_tab: Callable[[str], None]) -> None:
    """Draw the row: `words` of the tabs by their names, of which one is `opened`.

    `on_tab` is called with the name of a tab that a reader opens; what a browser sends is only
    believed where it names one. What it sends, the name and the number of the reader's choice, goes
    back with the page: by it the browser tells the answer to this choice from those to earlier
    ones, and from what the server opens by itself.
    """
    state = st.session_state

    def take(value: str) -> None:
        name = value.partition(" ")[0]
        if name in words:
            on_tab(name)
            state["tab_heard"] = value

    heard = state.setdefault("tab_heard", "")
    told = mounted.data("tabs", tabs=dict(words), opened=opened, heard=heard)
    mounted.draw("tab_row", '<div class="tab-row" role="tablist" data-mount></div>', told, tab=take)
