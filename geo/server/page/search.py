"""The field in which a country is looked for by any of its names: the map's click without a mouse.

Streamlit's own list knows one name of each country; this one is drawn in the browser, which fetches
the names when a reader first looks for one.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

from geo.server import current_data
from geo.server.base_path import at
from geo.server.page import mounted
from geo.web.templating import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.components.v2.types import ComponentRenderer

    from geo.answers.words.tongue import Tongue


@cache
def _component_in(spoken: Tongue) -> ComponentRenderer:
    """The same in each language; its words are a part of it."""
    return st.components.v2.component(
        f"ottawa_atlas_search_{spoken.language}",
        html=render("search.html", spoken),
        js=mounted.MOUNT,
        isolate_styles=False,
    )


def search(on_country: Callable[[str], None], spoken: Tongue) -> None:
    """Draw the field; `on_country` is called with a code, or with `controls.NO_COUNTRY`."""

    def take() -> None:
        if value := st.session_state["search"].get("country"):
            on_country(value)

    names = current_data.CURRENT.get().dossier_data()["un"]["names"].address
    _component_in(spoken)(
        key="search", data=mounted.data("search", names=at(names)), on_country_change=take
    )
