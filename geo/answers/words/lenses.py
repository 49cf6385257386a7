"""The words of a border line that a reader has chosen: its menu, its tables, its tab over time."""

from __future__ import annotations

from typing import TypedDict

from geo.answers.words.panel import FLANK, LEADING_KM


class LensWords(TypedDict):
    """What stands around a border line that a reader has chosen, on the map and in tables."""

    sums: str
    borders: str
    border: str
    bound: str
    length_km: str
    of_leading_km: str
    computed_km: str
    leading_km: str
    total: str
    one: str
    one_side: str
    in_sum: str
    tip: str
    outside: str


MENU = "Border…"
EXPLAINED = (
    "Which border the sentence, the map, the tables and the course above the slider are of. Each"
    " piece of it says who is bound on either side."
)
READY = "Ready-made lines"
OWN = "All land borders of one country"
CHOOSE = "Choose"
BACK = "Back to the flank"
OVER_TIME = "Who has been bound on either side of it, and when that changed"
FROM = "From"

LENS: LensWords = {
    "sums": "Who is bound on either side, on {day}",
    "borders": "Its borders on {day}",
    "border": FLANK["border"],
    "bound": "Who is bound",
    "length_km": "Border, km",
    "of_leading_km": "of it leading figures, km",
    "computed_km": FLANK["computed_km"],
    "leading_km": LEADING_KM,
    "total": FLANK["total"],
    "one": "Of what has one bound side: {states}.",
    "one_side": "{state} {km} km",
    "in_sum": "{km} km in sum",
    "tip": "{km} km; {words}.",
    "outside": "not in this line on this day",
}
