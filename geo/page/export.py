"""What a reader takes home: the picture of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from geo.atlas import Atlas
    from geo.permalink import Place


def export_button(atlas: Atlas, place: Place) -> None:
    """A menu with the pictures of the chosen day, drawn when they are asked for."""
    with st.popover("Export", key="export", icon=":material/download:"):
        st.write(place)
