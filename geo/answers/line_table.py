"""A border line over time as a table: a row for each day on which a sum changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from geo.answers import scopes
from geo.answers.line_course import line_days
from geo.answers.words import border_totals as words
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas
from geo.atlas.sides import Sides
from geo.atlas.totals import together
from geo.basics.choices import Worldview
from geo.basics.formats import capital


@dataclass(frozen=True, slots=True)
class LineRow:
    """What holds from a day on, until the next row; km. `of_leading_km` is of leading figures."""

    day: date
    km: dict[Sides, float]
    length_km: float
    of_leading_km: float


@dataclass(frozen=True, slots=True)
class LineTable:
    """A lens over time: the classes of borders that occur, in order, and the rows."""

    title: str
    sides: dict[Sides, str]
    rows: tuple[LineRow, ...]
    meaning: str = words.SUM_WORDS


def line_table(
    atlas: Atlas, worldview: Worldview, name: str, tongue: Tongue = ENGLISH
) -> LineTable:
    """The course of a lens. KeyError for a name that is no lens's and no state's."""
    rows: list[LineRow] = []
    for each in line_days(atlas, worldview, name):
        km = {sides: found.length_km for sides, found in each.sums.items()}
        if not rows or rows[-1].km != km:
            whole = together(each.sums.values())
            rows.append(LineRow(each.day, km, whole.length_km, whole.of_leading_km))
    occurring = {
        side: text for side, text in words.SIDES_WORDS.items() if any(r.km[side] for r in rows)
    }
    return LineTable(capital(scopes.called(atlas, name, tongue)), occurring, tuple(rows))
