"""The tabs below the map: borders, events, sources and method. Only the open one is rendered."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

import streamlit as st

from geo.atlas import FIRST_DAY
from geo.page.render import cited, render

if TYPE_CHECKING:
    from geo.atlas import Atlas
    from geo.permalink import Place

TABS = {"borders": "Borders", "events": "Events", "sources": "Sources and method"}


def tabs(atlas: Atlas, place: Place) -> None:
    """Draw the tabs; the open one is part of the address."""
    names = {words: name for name, words in TABS.items()}
    parts = st.tabs(list(names), key="tabs", on_change="rerun")
    for part, name in zip(parts, names.values(), strict=True):
        if part.open:
            with part:
                st.html(tab_html(atlas, place, name))


@lru_cache(maxsize=256)
def tab_html(atlas: Atlas, place: Place, name: str) -> str:
    """A tab as HTML; kept, a bounded number of them."""
    record = atlas.record
    return render(
        f"tab_{name}.html",
        view=atlas.on(place.date, place.worldview),
        record=record,
        events=[e for e in record.events if e.date.first >= FIRST_DAY] if name == "events" else [],
        cited=partial(cited, sources=record.sources),
    )
