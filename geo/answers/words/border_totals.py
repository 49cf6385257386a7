"""How much border lies between two bound states, one, none: in a sentence, and what a sum is."""

from __future__ import annotations

from collections.abc import Mapping

from geo.answers.words.headline import DAY, opening_template
from geo.answers.words.length_meaning import LAND_LINE_WORDS
from geo.atlas import BorderView, View
from geo.atlas.sides import Sides
from geo.atlas.totals import Total
from geo.basics.formats import kilometres, long_date

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

BOTH_BOUND, NEITHER_BOUND = "both sides bound", "neither side bound"
"""Who is bound on either side of one border, where no state is named."""

_BOUND = "bound by the Mine Ban Convention"
_LIE: dict[Sides, tuple[str, str]] = {
    Sides.BOTH: (f"{{km}} lie between two states {_BOUND}", ""),
    Sides.ONE: (
        f"{{km}} have a state {_BOUND} on one side only",
        "{km} have a bound state on one side only",
    ),
    Sides.NONE: (f"{{km}} have no state {_BOUND} on either side", "{km} on neither side"),
    Sides.NO_STATUS: ("{km} border land without a status of its own",) * 2,
    Sides.NOT_KNOWN: (f"of {{km}} it is not known who is {_BOUND}", "of {km} it is not known"),
}
"""How borders lie, first where nothing of the Convention has been said yet, then after that."""

FLANK_COVERED = "Flank border covered by the Convention"
WITH_A_BOUND_SIDE = "Border with a bound state on a side"
"""What the figure beside the number of states bound is of: on the flank, and on another line."""

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
    return template(opening_template(view), scope, totals).replace(DAY, long_date(view.day))


def template(opening: str, scope: str, totals: Mapping[Sides, Total]) -> str:
    """The same sentence with an opening that holds `DAY` in place of the date."""
    length = sum(each.length_km for each in totals.values())
    if not length:
        return f"{opening}, no line is drawn for {scope}."
    parts: list[str] = []
    for sides, (first, later) in _LIE.items():
        if totals[sides].segments:
            words = later if any(_BOUND in part for part in parts) else first
            parts.append(words.format(km=kilometres(totals[sides].length_km)))
    *others, last = parts
    told = f"{', '.join(others)} and {last}" if others else last
    return f"{opening}, of {scope}, {kilometres(length)} in sum, {told}."


def title(scope: str) -> str:
    """The borders of a scope as a title: "All land borders of the world"."""
    return f"{scope[:1].upper()}{scope[1:]}"


def between(border: BorderView, names: Mapping[str, str]) -> str:
    """Who is bound on either side of a border: "one side bound: Norway"; `names` by code."""
    bound = [names[code] for code in border.bound_by]
    if border.sides is Sides.NO_STATUS:
        without = " and ".join(names[code] for code in border.without_status)
        told = f"{without} {'have' if len(border.without_status) > 1 else 'has'} no status"
        others = [
            (names[code], is_bound)
            for code, is_bound in (
                (border.iso_a3, border.bound),
                (border.neighbour_iso_a3, border.neighbour_bound),
            )
            if code not in border.without_status
        ]
        return "; ".join([told, *(f"{name} {_IS[is_bound]}" for name, is_bound in others)])
    if border.sides is Sides.NOT_KNOWN:
        return f"not known of every side{f'; bound: {bound[0]}' if bound else ''}"
    return {
        Sides.BOTH: BOTH_BOUND,
        Sides.ONE: f"one side bound: {bound[0] if bound else ''}",
        Sides.NONE: NEITHER_BOUND,
    }[border.sides]


_IS = {True: "is bound", False: "is not bound", None: "is bound or not, not known"}
