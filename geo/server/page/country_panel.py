"""The panel beside the map: one country's dossier, or the flank as a table."""

from __future__ import annotations

import streamlit as st

from geo.answers.supposing import reach
from geo.atlas import Atlas
from geo.basics.choices import FIRST_DAY
from geo.server.page import controls, live
from geo.server.page.tabs import claims as claims_tab


def panel(atlas: Atlas) -> None:
    """Draw the panel. The browser keeps it on the reader's day and country."""
    with st.container(key="panel"):
        live.panel(
            (FIRST_DAY, reach(atlas)),
            on_country=lambda country: controls.choose(atlas, country),
            on_claims=claims_tab.show_claims_of,
            on_address=lambda query: controls.go_to_address(atlas, query),
        )
