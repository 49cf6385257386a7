"""The slider of the day with which that of the page is compared; there while one is."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

from geo.basics.choices import FIRST_DAY
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
        f"ottawa_atlas_other_day_{spoken.language}",
        html=render("other_day.html", spoken),
        js=mounted.MOUNT,
        isolate_styles=False,
    )


def other_day(on_day: Callable[[date], None], spoken: Tongue) -> None:
    """Draw it; `on_day` is called with the day on which a reader leaves it."""

    def take_day() -> None:
        if value := st.session_state["other_day"].get("day"):
            on_day(date.fromisoformat(value))

    maps = current_data.CURRENT.get().map_data()
    timelines = {worldview: at(roles["timeline"].address) for worldview, roles in maps.items()}
    data = mounted.data("other", first=FIRST_DAY.isoformat(), timelines=timelines)
    _component_in(spoken)(key="other_day", data=data, on_day_change=take_day)
