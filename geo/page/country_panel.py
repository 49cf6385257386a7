"""The panel beside the map: one country's dossier, or the flank as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geo.page import claims_tab, controls, drawn

if TYPE_CHECKING:
    from geo.atlas import Atlas


def panel(atlas: Atlas) -> None:
    """Draw the panel. The browser keeps it on the reader's day and country."""
    with st.container(key="panel"):
        drawn.panel(
            on_country=lambda country: controls.choose(atlas, country),
            on_claims=claims_tab.show_claims_of,
        )
