"""Play through time: a small component that moves the slider's thumb in the browser."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from geo.answers.words.tongue import Tongue
from geo.server import current_data
from geo.server.base_path import at
from geo.server.page import mounted
from geo.web.templating import render

_HERE = Path(__file__).parent


@cache
def _component_in(spoken: Tongue) -> ComponentRenderer:
    """The same in each language; its words are a part of it."""
    return st.components.v2.component(
        f"ottawa_atlas_player_{spoken.language}",
        html=render("player.html", spoken),
        css=(_HERE / "player.css").read_text(encoding="utf-8"),
        js=mounted.MOUNT,
    )


def player(
    days: tuple[date, ...], story_end: date, on_day: Callable[[date], None], spoken: Tongue
) -> None:
    """Draw play, pause, mode and speed; `on_day` is called with the day of a pause.

    From the end of the story on, there is nothing to come, and play tells it from its beginning.
    """

    def take_day() -> None:
        value = st.session_state["player"].get("day")
        if value:
            on_day(date.fromisoformat(value))

    _component_in(spoken)(
        key="player",
        data=mounted.data(
            "player",
            events=[day.isoformat() for day in days],
            story_end=story_end.isoformat(),
            steps=at(current_data.CURRENT.get().dossier_data()["un"]["steps"].address),
        ),
        on_day_change=take_day,
    )
