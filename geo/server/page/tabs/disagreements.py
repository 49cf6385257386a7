"""The disagreements tab: every matter on which sources differ, its versions side by side."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

import streamlit as st

from geo.answers.country.disagreements import disputes_of
from geo.answers.filters import choices
from geo.records.source_tiers import weak_mark
from geo.server.page.tabs.filters import pick
from geo.web.templating import cited, render

if TYPE_CHECKING:
    from geo.atlas import Atlas


def disagreements_tab(atlas: Atlas) -> None:
    """Draw the filter and the topics it leaves; nothing here follows the date."""
    states = atlas.record.states
    with st.container(key="disagreement_filters", horizontal=True, vertical_alignment="bottom"):
        country = pick(
            "Country",
            choices(atlas),
            lambda iso_a3: states[iso_a3].name,
            "disagreements_country",
        )
    st.html(topics_html(atlas, country))


@lru_cache(maxsize=64)
def topics_html(atlas: Atlas, country: str) -> str:
    """The topics of a country, or every topic where none is chosen, as HTML."""
    record = atlas.record
    return render(
        "tab_disagreements.html",
        topics=disputes_of(atlas, country) if country else record.disagreements,
        total=len(record.disagreements),
        cited=partial(cited, sources=record.sources),
        mark=partial(weak_mark, sources=record.sources),
    )
