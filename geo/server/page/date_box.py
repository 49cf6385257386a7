"""The field that shows the day and takes another: a browser's own, which goes with the thumb."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from geo.answers.words.tongue import Tongue
from geo.server.page import mounted
from geo.web.templating import render


@cache
def _component_in(spoken: Tongue) -> ComponentRenderer:
    """The same in each language; its words are a part of it."""
    return st.components.v2.component(
        f"ottawa_atlas_date_box_{spoken.language}",
        html=render("date_box.html", spoken),
        js=mounted.MOUNT,
        isolate_styles=False,
    )


def date_box(first: date, last: date, on_day: Callable[[date], None], spoken: Tongue) -> None:
    """Draw the field; `on_day` is called with a day from `first` to `last` that a reader enters."""

    def take_day() -> None:
        if value := st.session_state["date_box"].get("day"):
            on_day(date.fromisoformat(value))

    _component_in(spoken)(
        key="date_box",
        data=mounted.data("date", first=first.isoformat(), last=last.isoformat()),
        on_day_change=take_day,
    )
