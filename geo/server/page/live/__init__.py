"""What a browser draws of a day: the panel, the tables of borders and states, the chart.

The server names the documents they are drawn of and the script that draws them; both are files that
a browser keeps, so a new day or country sends nothing for them. They follow the thumb by the page's
own marker of the place, as the map does.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Literal

from geo.answers.words.panel import PANEL
from geo.server import current_data
from geo.server.base_path import at
from geo.server.page import controls, mounted
from geo.web.documents.course_chart import ChartDocument

_draw = partial(mounted.draw, html='<div class="drawn" data-mount></div>', name="live")


def panel(
    days: tuple[date, date],
    on_country: Callable[[str], None],
    on_claims: Callable[[str], None],
    on_address: Callable[[str], None],
) -> None:
    """The dossier of the chosen country, or the overview of the flank where none is chosen.

    `days` are the first and the last to which a reader may go. `on_country` is called with the code
    of a state chosen in it, `on_claims` with that of a state whose claims a reader wants to see in
    full, `on_address` with a number and the query of an address to which a reader has gone in the
    history.
    """
    first, last = map(date.isoformat, days)
    told = _data("panel", days={"first": first, "last": last})
    _draw("live_panel", told=told, country=on_country, claims=on_claims, address=on_address)


def borders() -> None:
    """The table of the flank's borders on the day."""
    _draw("live_borders", told=_data("borders"))


def states(on_country: Callable[[str], None]) -> None:
    """The table of all states on the day; `on_country` as for the panel."""
    names = current_data.CURRENT.get().dossier_data()["un"]["names"].address
    _draw("live_states", told=_data("states", names=at(names)), country=on_country)


def chart(document: ChartDocument, name: str) -> None:
    """The chart of a border line over time; `name` tells one from another, to be drawn anew."""
    _draw(f"live_chart_{name}", told=mounted.data("chart", chart=document))


def _data(part: Literal["panel", "borders", "states"], **more: object) -> dict[str, object]:
    here = current_data.CURRENT.get()
    documents = here.dossier_data()
    files = {
        worldview: {
            "dossiers": at(documents[worldview]["dossiers"].address),
            "timeline": at(roles["timeline"].address),
        }
        for worldview, roles in here.map_data().items()
    }
    words = controls.tongue().all(PANEL)
    return mounted.data(part, files=files, words=words, version=here.version, **more)
