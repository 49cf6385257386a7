"""The headline, and the panel: the flank as a table, or one country's dossier."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING

import streamlit as st

from geo import headline
from geo.atlas import FACING, FLANK
from geo.citing import weak_mark
from geo.dossier import dossier
from geo.page import claims_tab
from geo.page.render import cited, render

if TYPE_CHECKING:
    from geo.atlas import Atlas, StateView, View
    from geo.permalink import Place

OVERVIEW = (*FLANK, *FACING, "UKR")
DOSSIER_PARTS = ("head", "borders", "programmes", "timeline", "disagreements", "claims", "sources")


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """A state of the overview; `km` is its border with Russia and Belarus, None for those two."""

    state: StateView
    km: float | None
    facing: bool


def summary(atlas: Atlas, place: Place) -> None:
    """The sentence of the day and its figures."""
    view = atlas.on(place.date, place.worldview)
    st.html(render("headline.html", sentence=headline.headline(view), view=view, place=place))


def panel(atlas: Atlas, place: Place) -> None:
    """The dossier of the chosen country, or the overview of the flank where none is chosen."""
    with st.container(key="panel"):
        *before, sources = panel_parts(atlas, place)
        for part in before:
            st.html(part)
        if place.country in claims_tab.speaking_of(atlas):
            st.button(
                "Read these claims in full",
                key="claims_of_country",
                type="tertiary",
                on_click=claims_tab.show_claims_of,
                args=(place.country,),
            )
        st.html(sources)


@lru_cache(maxsize=512)
def panel_parts(atlas: Atlas, place: Place) -> tuple[str, ...]:
    """The panel as pieces of HTML: a browser is sent again only those that changed with the date.

    Kept, a bounded number of them, because many readers ask for the same day.
    """
    view = atlas.on(place.date, place.worldview)
    if not place.country:
        return (render("overview.html", view=view, rows=_overview(view)),)
    values = {
        "d": dossier(atlas, place.country, view),
        "sentence": headline.state_sentence(view, place.country),
        "record": atlas.record,
        "cited": partial(cited, sources=atlas.record.sources),
        "mark": partial(weak_mark, sources=atlas.record.sources),
    }
    return tuple(render(f"dossier_{part}.html", **values) for part in DOSSIER_PARTS)


def _overview(view: View) -> list[OverviewRow]:
    lengths = dict.fromkeys(FLANK, 0.0)
    for border in view.borders:
        if border.flank:
            lengths[border.iso_a3] += border.official_km or border.computed_km
    return [
        OverviewRow(view.states[iso_a3], lengths.get(iso_a3), iso_a3 not in FLANK)
        for iso_a3 in OVERVIEW
    ]
