"""Who is bound on a day: the answer of command line, API and exported file."""

from __future__ import annotations

from typing_extensions import TypedDict

from geo.answers.data.notes import (
    DayNotes,
    SourceAnswer,
    Spoken,
    day_notes,
    spoken,
    written_out,
)
from geo.answers.data.writing import Table, as_table
from geo.answers.words.headline import headline
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas, View
from geo.basics.shapes import closed, shaped
from geo.treaty import LegalStatus, Practice

COUNTED = (
    LegalStatus.PARTY,
    LegalStatus.WITHDRAWAL_NOTIFIED,
    LegalStatus.WITHDRAWN,
    LegalStatus.SIGNATORY,
    LegalStatus.CONSENTED,
    LegalStatus.NOT_PARTY,
)
"""The legal statuses in the order they are counted out."""


@closed
class StateAnswer(TypedDict):
    """One state on the day."""

    date: str
    """The day the row is about."""
    iso_a3: str
    name: str
    legal_status: LegalStatus | None
    """What the state is under the Convention; null where the day of an act is not known and several
    are possible."""
    bound: bool | None
    """Whether the Convention binds it; null where that is not known."""
    practice: Practice
    """What the state declares to do, apart from its legal status."""
    since: str | None
    """Since when it has had its legal status; null where that is not known.

    This and the dates below are days, or where the day is not known the days between which it lies:
    `2026-08-01/2027-02-01`, an interval of EDTF, both ends included.
    """
    entry_into_force: str | None
    """When the Convention entered into force for it, or will."""
    withdrawal_notified: str | None
    """When the depositary received its notice of withdrawal."""
    withdrawal_effective: str | None
    """When that takes effect."""
    possible_statuses: list[LegalStatus]
    """Every legal status that is possible on the day: one where it is known."""
    source_ids: list[str]


@closed
class StatusAnswer(DayNotes, Spoken):
    """Who is bound on a day. Counts are of all states, also where one was asked for."""

    headline: str
    """One quotable sentence."""
    bound: int | None
    """How many states are bound; null where it is not known of every state, see the next two."""
    bound_min: int
    """How many are known to be bound."""
    bound_max: int
    """How many are bound if all those are of which it is not known."""
    counts: dict[LegalStatus, int]
    """How many states are known to have each legal status."""
    counts_max: dict[LegalStatus, int]
    """How many may have it: the same, with each state of several possible statuses in all those."""
    not_known: int
    """How many states have several possible statuses; with `counts` they make up all states."""
    countries: list[StateAnswer]
    sources: list[SourceAnswer]


def status_answer(
    atlas: Atlas, view: View, iso_a3: str | None = None, tongue: Tongue = ENGLISH
) -> StatusAnswer:
    """Return who is bound on the view's day: every state, or the one of a code.

    KeyError for a code that is no state's.
    """
    rows = states(view, iso_a3, tongue)
    return {
        **day_notes(atlas, view, tongue),
        **spoken(tongue),
        "headline": headline(view, tongue),
        "bound": view.bound,
        "bound_min": view.bound_min,
        "bound_max": view.bound_max,
        "counts": {status: view.counts[status] for status in COUNTED},
        "counts_max": {status: view.counts_max[status] for status in COUNTED},
        "not_known": len(view.unknown),
        "countries": rows,
        "sources": written_out(atlas, *(row["source_ids"] for row in rows)),
    }


def status_table(answer: StatusAnswer) -> Table:
    """Turns a status answer into a table, a row for each state."""
    return as_table(answer, StateAnswer.__annotations__, answer["countries"])


def states(view: View, iso_a3: str | None = None, tongue: Tongue = ENGLISH) -> list[StateAnswer]:
    """The states of the depositary's list, or the one of a code. KeyError for no state's code."""
    chosen = [view.states[iso_a3]] if iso_a3 else view.states.values()
    return [
        shaped(
            state,
            StateAnswer,
            date=view.day.isoformat(),
            name=tongue.state(state.iso_a3, state.name),
            possible_statuses=list(state.statuses),
        )
        for state in chosen
    ]
