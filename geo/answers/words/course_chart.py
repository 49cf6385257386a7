"""What the chart of a border line over time says, on the page and in a picture."""

from __future__ import annotations

from typing import Annotated, TypedDict

from geo.answers.words.wordings import texts_of


class ChartWords(TypedDict):
    """What stands around the two curves of the page, and how a day of them is read out."""

    bound: Annotated[str, BOUND]
    km: Annotated[str, KM]
    read: Annotated[str, READ]
    beyond: Annotated[str, BEYOND]
    band: Annotated[str, BAND]
    no_line: Annotated[str, NO_LINE]
    day: Annotated[str, "Day at which the chart is read"]
    keys: Annotated[
        str, "Point at the chart to read a day. By keyboard: arrows go from change to change."
    ]


BOUND = "States bound by the Mine Ban Convention"
KM = "Kilometres of border, one class on the other"
OVER_TIME = "{first} to {last}"
READ = "{day}: {bound} states bound. {km}."
"""A day of the chart in a sentence; `{km}` are its classes, each as BAND."""
BEYOND = "{day}, as far as the record goes: {bound} states bound. {km}."
SUPPOSED = "{day}, supposing what is not on record: {bound} states bound. {km}."
BAND = "{words}: {km} km"
NO_LINE = "No line is drawn"
ALT = (
    "Two curves from {first} to {last}: how many states are bound, and how many kilometres of the"
    " line stand in which way. {title}."
)
"""What a picture of it is, for whoever does not see it; what holds at its end follows."""

ON_PAGE = texts_of(ChartWords)
ON_PAGE_SUPPOSED: ChartWords = {**ON_PAGE, "read": SUPPOSED, "beyond": SUPPOSED}
"""The same of a chart that rests on supposed acts: of no day what the record says."""
FILES = "The chart to take away"
TABLE = "Table (CSV)"
