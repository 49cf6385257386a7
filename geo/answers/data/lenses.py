"""Lenses, which are border lines between two sides: all there are, and one on a day."""

from __future__ import annotations

from typing_extensions import TypedDict

from geo.answers import scopes
from geo.answers.data.border_totals import BorderTotals, border_totals
from geo.answers.data.borders import BorderAnswer, segments
from geo.answers.data.lens_rows import LensRow, lens_row, named_row
from geo.answers.data.notes import (
    DayNotes,
    Notes,
    SourceAnswer,
    Spoken,
    day_notes,
    notes,
    spoken,
    written_out,
)
from geo.answers.data.writing import Table, as_table
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas, View
from geo.atlas.lenses import Side
from geo.basics.shapes import closed, shaped


@closed
class MembershipAnswer(TypedDict):
    """That a state is a member of a group, its first and last day included."""

    group_id: str
    group_name: str
    iso_a3: str
    member_from: str
    """A day, or a year before 1997."""
    member_to: str | None
    """Null while it is a member."""
    note: str
    source_ids: list[str]


@closed
class LensesAnswer(Notes, Spoken):
    """Every lens of the record, and every group of states that it dates."""

    lenses: list[LensRow]
    groups: list[MembershipAnswer]
    sources: list[SourceAnswer]


@closed
class LensAnswer(DayNotes, Spoken):
    """A border line on a day: who is on its sides, its sums and its borders."""

    lens: LensRow
    side_a: list[str]
    """The states of one side on that day, and land without a status; empty for whoever lies beyond
    the other."""
    side_b: list[str]
    """The states of the other side on that day, likewise."""
    members: list[MembershipAnswer]
    """The memberships by which they are."""
    sums: BorderTotals
    """What the borders below add up to."""
    borders: list[BorderAnswer]
    sources: list[SourceAnswer]


def lenses_answer(atlas: Atlas, tongue: Tongue = ENGLISH) -> LensesAnswer:
    """Every lens, in the order of the record."""
    groups = [shaped(row, MembershipAnswer) for row in atlas.record.groups]
    return {
        **notes(atlas, tongue=tongue),
        **spoken(tongue),
        "lenses": [lens_row(lens, tongue) for lens in atlas.record.lenses],
        "groups": groups,
        "sources": written_out(atlas, *(row["source_ids"] for row in groups)),
    }


def lenses_table(answer: LensesAnswer) -> Table:
    """Turns a list of lenses into a table, a row for each lens."""
    return as_table(answer, LensRow.__annotations__, answer["lenses"])


def lens_answer(atlas: Atlas, view: View, name: str, tongue: Tongue = ENGLISH) -> LensAnswer:
    """A lens on the day of a view, by its id or by the code of a state for all its borders.

    KeyError for a name of neither.
    """
    lens = scopes.lens_of(atlas, name)
    scope = scopes.of_lens(atlas, name)
    one, other = scopes.sides(atlas, lens)
    rows = segments(atlas, view, scope.borders(view), tongue)
    sums = border_totals(atlas, view, scope, tongue)
    members = [shaped(row, MembershipAnswer) for row in scopes.members(atlas, lens, view.day)]
    cited = (row["source_ids"] for row in (*members, *rows, *sums["missing"]))
    return {
        **day_notes(atlas, view, tongue),
        **spoken(tongue),
        "lens": named_row(atlas, name, tongue),
        "side_a": _codes(one, view),
        "side_b": _codes(other, view),
        "members": members,
        "sums": sums,
        "borders": rows,
        "sources": written_out(atlas, *cited),
    }


def lens_table(answer: LensAnswer) -> Table:
    """Turns a lens answer into a table, a row for each border."""
    return as_table(answer, BorderAnswer.__annotations__, answer["borders"])


def _codes(side: Side, view: View) -> list[str]:
    return sorted(side.on(view.day) or ())
