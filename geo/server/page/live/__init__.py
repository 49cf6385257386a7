"""What a browser draws of a day: the panel and the table of borders, which follow the thumb.

The server names the documents they are drawn of and the script that draws them; both are files that
a browser keeps, so a new day or country sends nothing for them. They follow the page's own marker
of the place, as the map does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import streamlit as st

from geo.answers.words import english
from geo.server import current_data
from geo.server.page import mounted

if TYPE_CHECKING:
    from collections.abc import Callable

_component = st.components.v2.component(
    "ottawa_atlas_live",
    html='<div class="drawn" data-mount></div>',
    js=mounted.MOUNT,
    isolate_styles=False,
)


def panel(
    on_country: Callable[[str], None],
    on_claims: Callable[[str], None],
    on_address: Callable[[str], None],
) -> None:
    """The dossier of the chosen country, or the overview of the flank where none is chosen.

    `on_country` is called with the code of a state chosen in it, `on_claims` with that of a state
    whose claims a reader wants to see in full, `on_address` with the query of an address in the
    history to which a reader has gone.
    """

    def take(name: str, use: Callable[[str], None]) -> None:
        if value := st.session_state["live_panel"].get(name):
            use(value)

    _component(
        key="live_panel",
        data=_data("panel"),
        on_country_change=lambda: take("country", on_country),
        on_claims_change=lambda: take("claims", on_claims),
        on_address_change=lambda: take("address", on_address),
    )


def borders() -> None:
    """The table of the flank's borders on the day."""
    _component(key="live_borders", data=_data("borders"))


def _data(part: Literal["panel", "borders"]) -> dict[str, object]:
    here = current_data.CURRENT.get()
    documents = here.dossier_data()
    files = {
        worldview: {
            "dossiers": documents[worldview]["dossiers"].address,
            "timeline": roles["timeline"].address,
        }
        for worldview, roles in here.map_data().items()
    }
    return mounted.data(part, files=files, words=english.PANEL, version=here.version)
