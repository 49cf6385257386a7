"""How much border lies between two bound states, one, none: in a sentence, and what a sum is."""

from __future__ import annotations

from collections.abc import Mapping

from geo.answers.words.headline import opening
from geo.answers.words.length_meaning import LAND_LINE_WORDS
from geo.atlas import View
from geo.atlas.sides import Sides
from geo.atlas.totals import Total
from geo.basics.formats import kilometres

OF_A_STATE = "the land borders of {state}"
OF_BOTH = "{one} within {other}"
"""Borders inside a sentence, by what is asked for."""

SIDES_WORDS: dict[Sides, str] = {
    Sides.BOTH: "Both sides bound",
    Sides.ONE: "One side bound",
    Sides.NONE: "Neither side bound",
    Sides.NO_STATUS: "Land without a status of its own on a side",
    Sides.NOT_KNOWN: "Not known whether bound",
}
"""Each class of borders, to head a row or a column."""

_LIE: dict[Sides, str] = {
    Sides.BOTH: "{km} lie between two states bound by the Mine Ban Convention",
    Sides.ONE: "{km} have a bound state on one side only",
    Sides.NONE: "{km} on neither side",
    Sides.NO_STATUS: "{km} border land without a status of its own",
    Sides.NOT_KNOWN: "of {km} it is not known",
}

SUM_WORDS = (
    f"A length is the leading published figure ({LAND_LINE_WORDS}) where the record has one, else"
    " computed on a 1:10m line, which runs short where a border winds. The sum of the two kinds"
    " compares days and groups of states; it is not the length of a border to quote. Borders are"
    " those of today on every day."
)
"""What a sum of lengths is, wherever one is shown."""


def sentence(view: View, scope: str, totals: Mapping[Sides, Total]) -> str:
    """One sentence that is true on the day of the view, quotable as it stands.

    `scope` names the borders that are added up: "all land borders of the world".
    """
    length = sum(each.length_km for each in totals.values())
    if not length:
        return f"{opening(view)}, no line is drawn for {scope}."
    parts = [
        words.format(km=kilometres(totals[sides].length_km))
        for sides, words in _LIE.items()
        if totals[sides].segments
    ]
    *others, last = parts
    told = f"{', '.join(others)} and {last}" if others else last
    return f"{opening(view)}, of {scope}, {kilometres(length)} in sum, {told}."


def title(scope: str) -> str:
    """The borders of a scope as a title: "All land borders of the world"."""
    return f"{scope[:1].upper()}{scope[1:]}"
