"""What the page says by itself, around the day: its head, its tabs, its menu of exports,
and what it tells before its scripts run or while something is amiss.
"""

from __future__ import annotations

from typing import Annotated, Final, TypedDict

from geo.answers.words.panel import DOSSIER
from geo.answers.words.wordings import texts_of


class FirstViewWords(TypedDict):
    """What the page says before its scripts run, and the links it gives."""

    needs_scripts: Annotated[
        str, "The map that moves with the date needs JavaScript. This is the chosen day."
    ]
    go: Annotated[str, "Show this day"]
    more: Annotated[str, "More of this day"]
    picture: Annotated[str, "The map as a picture (PNG)"]
    state_on_paper: Annotated[str, "{state} on two pages (PDF)"]
    state_as_data: Annotated[str, "{state}: acts, borders, programmes, claims and sources (JSON)"]
    statuses: Annotated[str, "Every state and its status (CSV)"]
    borders: Annotated[str, "The borders of the flank (CSV)"]
    record: Annotated[str, "The whole record with its sources (zip)"]


TAGLINE: Final = "Who is bound by the Mine Ban Convention, on any day"
STATES_BOUND: Final = "States bound"
PART_OF_LINE: Final = "{part} of {whole} km"
"""A figure of the day and what it is a part of."""

TITLE_UNDATED: Final = "Ottawa Atlas: who is bound by the Mine Ban Convention"
TITLE: Final = f"{TITLE_UNDATED} on {{day}}"
"""What a page at an address is called."""

RANGES: Final = ("1997 to now", "2025 to now")
"""The ranges of the slider."""

TABS: Final = {
    "borders": "Borders",
    "states": "All states",
    "coverage": "Coverage over time",
    "events": "Events",
    "claims": "Claims",
    "disagreements": DOSSIER["disagreements"],
    "sources": "Sources and method",
}

EXPORT: Final = "Export"
TAKE_AWAY: Final = "What to take away"
KINDS: Final = {
    "picture": "Picture",
    "film": "Film",
    "data": "Data",
    "page": "Page",
    "share": "Share",
}
BEHIND: Final = "This is being made of what the map shows now."

FIRST_VIEW = texts_of(FirstViewWords)

KEPT = (
    "Since {since} UTC the data on this server cannot be read ({files}). What is shown is of the"
    " last sound record."
)
"""What a page tells a reader while it shows what was read before."""

ARRIVING = (
    "The atlas is still on its way: the connection is slow, or many readers are arriving at once."
    " It opens by itself."
)
"""What the page tells who waits for it to open."""
