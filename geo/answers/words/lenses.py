"""The words of a border line that a reader has chosen: its menu, its tables, its tab over time."""

from __future__ import annotations

from typing import Annotated, TypedDict

from geo.answers.words.panel import FLANK, LEADING_KM
from geo.answers.words.wordings import texts_of


class LensWords(TypedDict):
    """What stands around a border line that a reader has chosen, on the map and in tables."""

    sums: Annotated[str, "Who is bound on either side, on {day}"]
    borders: Annotated[str, "Its borders on {day}"]
    border: Annotated[str, FLANK["border"]]
    bound: Annotated[str, "Who is bound"]
    length_km: Annotated[str, "Border, km"]
    of_leading_km: Annotated[str, "of it leading figures, km"]
    computed_km: Annotated[str, FLANK["computed_km"]]
    leading_km: Annotated[str, LEADING_KM]
    total: Annotated[str, FLANK["total"]]
    one: Annotated[str, "Of what has one bound side: {states}."]
    one_side: Annotated[str, "{state} {km} km"]
    in_sum: Annotated[str, "{km} km in sum"]
    tip: Annotated[str, "{km} km; {words}."]
    outside: Annotated[str, "not in this line on this day"]


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

LENS = texts_of(LensWords)
