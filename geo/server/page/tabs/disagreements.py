"""The disagreements tab: every matter on which sources differ, its versions side by side."""

from __future__ import annotations

from functools import lru_cache, partial

import streamlit as st

from geo.answers.country.disagreements import disputes_of
from geo.answers.words.citing import weak
from geo.answers.words.controls import CONTROLS
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas
from geo.server.page import controls
from geo.server.page.tabs.filters import pick_state
from geo.web.templating import cited, render


def disagreements_tab(atlas: Atlas) -> None:
    """Draw the filter and the topics it leaves; nothing here follows the date."""
    with st.container(key="disagreement_filters", horizontal=True, vertical_alignment="bottom"):
        country = pick_state(CONTROLS["country"], atlas, "disagreements_country")
    st.html(topics_html(atlas, country, controls.tongue()))


@lru_cache(maxsize=64)
def topics_html(atlas: Atlas, country: str, tongue: Tongue = ENGLISH) -> str:
    """The topics of a country, or every topic where none is chosen, as HTML."""
    record = atlas.record
    return render(
        "tab_disagreements.html",
        tongue,
        topics=disputes_of(atlas, country) if country else record.disagreements,
        total=len(record.disagreements),
        cited=partial(cited, sources=record.sources, tongue=tongue),
        mark=partial(weak, sources=record.sources, tongue=tongue),
    )
