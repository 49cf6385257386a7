"""Play through time: a small component that moves the slider's thumb in the browser."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import streamlit as st

from geo.server import current_data
from geo.server.base_path import at
from geo.server.page import mounted
from geo.web.templating import render

_HERE = Path(__file__).parent

_component = st.components.v2.component(
    "ottawa_atlas_player",
    html=render("player.html"),
    css=(_HERE / "player.css").read_text(encoding="utf-8"),
    js=mounted.MOUNT,
)


def player(days: tuple[date, ...], story_end: date, on_day: Callable[[date], None]) -> None:
    """Draw play, pause, mode and speed; `on_day` is called with the day of a pause.

    From the end of the story on, there is nothing to come, and play tells it from its beginning.
    """

    def take_day() -> None:
        value = st.session_state["player"].get("day")
        if value:
            on_day(date.fromisoformat(value))

    _component(
        key="player",
        data=mounted.data(
            "player",
            events=[day.isoformat() for day in days],
            story_end=story_end.isoformat(),
            steps=at(current_data.CURRENT.get().dossier_data()["un"]["steps"].address),
        ),
        on_day_change=take_day,
    )
