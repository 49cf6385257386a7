"""The list of languages: a browser's own, in which each is called what its speakers call it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geo.basics.languages import OWN_NAMES
from geo.server.page import mounted
from geo.web.templating import render

if TYPE_CHECKING:
    from collections.abc import Callable

_component = st.components.v2.component(
    "ottawa_atlas_language",
    html=render("language.html", languages=OWN_NAMES),
    js=mounted.MOUNT,
    isolate_styles=False,
)


def chooser(on_language: Callable[[str], None]) -> None:
    """Draw the list; `on_language` is called with the one that a reader chooses."""

    def take() -> None:
        if value := st.session_state["language"].get("language"):
            on_language(value)

    _component(key="language", data=mounted.data("language"), on_language_change=take)
