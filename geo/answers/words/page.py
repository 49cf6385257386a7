"""What the page says by itself, around the day: its head, its tabs, its menu of exports."""

from __future__ import annotations

from typing import Final

TAGLINE: Final = "Who is bound by the Mine Ban Convention, on any day"
STATES_BOUND: Final = "States bound"
PART_OF_LINE: Final = "{part} of {whole} km"
"""A figure of the day and what it is a part of."""

TITLE_UNDATED: Final = "Ottawa Atlas: who is bound by the Mine Ban Convention"
TITLE: Final = f"{TITLE_UNDATED} on {{day}}"
"""What a page at an address is called."""

FROM_1997, FROM_2025 = "1997 to now", "2025 to now"
"""The ranges of the slider."""

TABS: Final = {
    "borders": "Borders",
    "states": "All states",
    "coverage": "Coverage over time",
    "events": "Events",
    "claims": "Claims",
    "disagreements": "Where sources disagree",
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
