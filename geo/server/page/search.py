"""The field in which a country is looked for by any of its names: the map's click without a mouse.

Streamlit's own list knows one name of each country; this one is drawn in the browser, which fetches
the names when a reader first looks for one.
"""

from __future__ import annotations

from collections.abc import Callable

from geo.answers.words.panel import PANEL
from geo.answers.words.tongue import Tongue
from geo.server import current_data
from geo.server.base_path import at
from geo.server.page import mounted


def search(on_country: Callable[[str], None], spoken: Tongue) -> None:
    """Draw the field; `on_country` is called with a code, or with `controls.NO_COUNTRY`."""
    asked_again = PANEL["names_asked_again"]
    names = current_data.CURRENT.get().dossier_data()["un"]["names"].address
    mounted.draw(
        "search",
        mounted.html("search.html", spoken),
        mounted.data("search", names=at(names), asked_again=spoken.text(asked_again)),
        name=f"search_{spoken.language}",
        country=on_country,
    )
