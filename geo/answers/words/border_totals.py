"""How much border lies between two bound states, one, none: in a sentence, and what a sum is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from geo.answers.words.headline import DAY, acts_of, opening_of
from geo.answers.words.length_meaning import LAND_LINE_WORDS
from geo.answers.words.sentences import Opening, opened
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.answers.words.wordings import Counted
from geo.atlas import BorderView, View
from geo.atlas.sides import Sides
from geo.atlas.totals import Total

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
LIE: dict[Sides, tuple[str, str]] = {
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
IN_SUM = opened("of {scope}, {km} in sum, {parts}.")
NO_LINE = opened("no line is drawn for {scope}.")
"""The sentence on the borders of a scope; `parts` are those that lie in one way each."""

ONE_SIDE = "one side bound: {state}"
NOT_KNOWN = "not known of every side"
NOT_KNOWN_BUT = "not known of every side; bound: {state}"
NO_STATUS: Counted = {"one": "{states} has no status", "other": "{states} have no status"}
IS = {
    True: "{state} is bound",
    False: "{state} is not bound",
    None: "{state} is bound or not, not known",
}
"""Who is bound on either side of one border."""

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


def sentence(
    view: View,
    scope: str,
    totals: Mapping[Sides, Total],
    tongue: Tongue = ENGLISH,
) -> str:
    """One sentence that is true on the day of the view, quotable as it stands.

    `scope` names the borders that are added up: "all land borders of the world".
    """
    opening = Opened(opening_of(view.supposed, view.beyond_record), acts_of(view, tongue))
    return template(opening, scope, totals, tongue).replace(DAY, tongue.on(view.day))


class Opened(NamedTuple):
    """How a sentence begins: on what it rests, and the acts that are supposed."""

    kind: Opening
    acts: str


def template(
    opening: Opened,
    scope: str,
    totals: Mapping[Sides, Total],
    tongue: Tongue = ENGLISH,
) -> str:
    """The sentence of the sums with `DAY` in place of the date."""
    places = {"day": DAY, "acts": opening.acts, "scope": scope}
    length = sum(each.length_km for each in totals.values())
    if not length:
        return tongue.text(NO_LINE[opening.kind], **places)
    parts: list[str] = []
    said = False
    for sides, (first, later) in LIE.items():
        if totals[sides].segments:
            words = later if said else first
            said = said or _BOUND in words
            parts.append(tongue.text(words, km=tongue.kilometres(totals[sides].length_km)))
    told = tongue.listed(parts)
    return tongue.text(IN_SUM[opening.kind], km=tongue.kilometres(length), parts=told, **places)


def between(border: BorderView, names: Mapping[str, str], tongue: Tongue = ENGLISH) -> str:
    """Return who is bound on either side of a border: "one side bound: Norway"; `names` by code."""
    bound = [names[code] for code in border.bound_by]
    if border.sides is Sides.NO_STATUS:
        without = border.without_status
        states = tongue.listed([names[code] for code in without])
        told = [tongue.counted(NO_STATUS, len(without), states=states)]
        sides = ((border.iso_a3, border.bound), (border.neighbour_iso_a3, border.neighbour_bound))
        told += [
            tongue.text(IS[is_bound], state=names[code])
            for code, is_bound in sides
            if code not in without
        ]
        return "; ".join(told)
    if border.sides is Sides.NOT_KNOWN:
        said = NOT_KNOWN_BUT if bound else NOT_KNOWN
        return tongue.text(said, state=bound[0]) if bound else tongue.text(said)
    if border.sides is Sides.ONE:
        return tongue.text(ONE_SIDE, state=bound[0] if bound else "")
    return tongue.text(BOTH_BOUND if border.sides is Sides.BOTH else NEITHER_BOUND)
