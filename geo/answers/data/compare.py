"""Two days side by side and what changed between: the answer of command line and API."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from typing_extensions import TypedDict

from geo.answers import scopes
from geo.answers.data.border_totals import TotalAnswer, rounded
from geo.answers.data.borders import FlankAnswer, flank
from geo.answers.data.lens_rows import OfALens, of_lens
from geo.answers.data.notes import UNITS, Notes, SourceAnswer, Spoken, notes, spoken, written_out
from geo.answers.data.status import COUNTED
from geo.answers.data.writing import Table, as_table
from geo.answers.scopes import Scope
from geo.answers.words import border_totals as words
from geo.answers.words import comparison
from geo.answers.words.comparison import Change, Cover
from geo.answers.words.legal_basis import declarations
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas, StateView, View
from geo.atlas.sides import Sides
from geo.atlas.totals import totals
from geo.basics.formats import capital
from geo.basics.shapes import closed
from geo.borders import Worldview
from geo.treaty import Day, LegalStatus, Practice


@closed
class DayFigures(TypedDict):
    """What is counted on one of the two days."""

    date: str
    beyond_record: bool
    """Whether the day is later than the one to which the record is compiled."""
    bound_min: int
    """How many states are known to be bound."""
    bound_max: int
    """How many are bound if all those are of which it is not known."""
    counts: dict[LegalStatus, int]
    """How many states are known to have each legal status."""
    flank: FlankAnswer
    by_sides: dict[Sides, TotalAnswer]
    """The borders asked for, added up by who is bound on either side."""


@closed
class StateChange(TypedDict):
    """A state that stands otherwise on the later day."""

    iso_a3: str
    """Code of the state."""
    name: str
    """Name of the state."""
    change: Change
    """`in` and `out` of those bound, `notified` a withdrawal, `consented`, `signed`, `declared` a
    practice; `not_known` where on one of the days it is not known whether it is bound; `other`."""
    status_before: LegalStatus | None
    """Its legal status on the earlier day; null where that is not known."""
    status_after: LegalStatus | None
    """Its legal status on the later day; null where that is not known."""
    bound_before: bool | None
    bound_after: bool | None
    since: str | None
    """Since when it has had the later status; null where that is not known."""
    border_km: float
    """How much of its land border stands otherwise: published lengths, else computed ones."""
    source_ids: list[str]


@closed
class BorderChange(TypedDict):
    """A border on either side of which other states are bound than before."""

    iso_a3: str
    neighbour_iso_a3: str
    part: str
    """A piece that lies apart, as Kaliningrad; else empty."""
    length_km: float
    """The leading published length, else the computed one."""
    sides_before: Sides
    sides_after: Sides
    bound_before: list[str]
    """Codes of the sides that were bound."""
    bound_after: list[str]
    """Codes of the sides that are bound."""


@closed
class CompareAnswer(Notes, OfALens, Spoken):
    """Two days, and what is another on the later one."""

    worldview: Worldview
    units: str
    """What days, lengths and nulls of the answer mean."""
    title: str
    """Which borders are compared."""
    meaning: str
    """What their sums are good for."""
    sentence: str
    """One quotable sentence."""
    before: DayFigures
    after: DayFigures
    states: list[StateChange]
    borders: list[BorderChange]
    sources: list[SourceAnswer]


def compare_answer(
    atlas: Atlas,
    before: View,
    after: View,
    iso_a3: str | None = None,
    lens: str | None = None,
    tongue: Tongue = ENGLISH,
) -> CompareAnswer:
    """Two views of one worldview compared: of the world, or of a state or a lens and its borders.

    KeyError for a code that is no state's, or a name that is no lens's.
    """
    scope = scopes.asked(atlas, iso_a3, lens)
    borders = [*_borders(before, after, scope)]
    states = [
        _state(atlas, code, before, after, tongue)
        for code in after.states
        if (scope.is_world or _touches(after, scope, code))
        and _differ(before.states[code], after.states[code])
    ]
    states.sort(key=lambda state: tongue.order(state["name"]))
    return {
        **notes(atlas, after.day, tongue),
        **spoken(tongue),
        **of_lens(atlas, lens, tongue),
        "worldview": after.worldview,
        "units": UNITS,
        "title": capital(scope.said(tongue)),
        "meaning": tongue.text(words.SUM_WORDS),
        "sentence": _sentence(before, after, scope, states, borders, tongue),
        "before": _figures(before, scope),
        "after": _figures(after, scope),
        "states": states,
        "borders": borders,
        "sources": written_out(atlas, *(row["source_ids"] for row in states)),
    }


def compare_table(answer: CompareAnswer) -> Table:
    """Turns a comparison into a table, a row for each state that stands otherwise."""
    days = {"date_before": answer["before"]["date"], "date_after": answer["after"]["date"]}
    rows = ({**days, **row} for row in answer["states"])
    return as_table(answer, [*days, *StateChange.__annotations__], rows)


def _touches(view: View, scope: Scope, code: str) -> bool:
    return any(scope.has(b.iso_a3, b.neighbour_iso_a3, view.day) for b in view.borders_of(code))


def _sentence(
    before: View,
    after: View,
    scope: Scope,
    states: list[StateChange],
    borders: list[BorderChange],
    tongue: Tongue,
) -> str:
    changes = [row["change"] for row in states]
    if scope.is_world:
        return comparison.sentence(before, after, changes, _cover(before, after), tongue)
    changed = sum(row["length_km"] for row in borders)
    return comparison.sentence_of(before, after, scope.said(tongue), changes, changed, tongue)


def _figures(view: View, scope: Scope) -> DayFigures:
    return {
        "date": view.day.isoformat(),
        "beyond_record": view.beyond_record,
        "bound_min": view.bound_min,
        "bound_max": view.bound_max,
        "counts": {status: view.counts[status] for status in COUNTED},
        "flank": flank(view),
        "by_sides": {s: rounded(each) for s, each in totals(scope.borders(view)).items()},
    }


def _differ(before: StateView, after: StateView) -> bool:
    return before.statuses != after.statuses or before.practice is not after.practice


def _state(atlas: Atlas, iso_a3: str, first: View, last: View, tongue: Tongue) -> StateChange:
    before, after = first.states[iso_a3], last.states[iso_a3]
    own = scopes.of_lens(atlas, iso_a3)
    change = _change(before, after)
    return {
        "iso_a3": after.iso_a3,
        "name": tongue.state(iso_a3, after.name),
        "change": change,
        "status_before": before.legal_status,
        "status_after": after.legal_status,
        "bound_before": before.bound,
        "bound_after": after.bound,
        "since": str(since) if (since := stands_since(atlas, after, change, last.day)) else None,
        "border_km": round(sum(row["length_km"] for row in _borders(first, last, own)), 1),
        "source_ids": list(after.source_ids),
    }


def stands_since(atlas: Atlas, after: StateView, change: Change, day: date) -> Day | None:
    """Since when a state stands so: of a declared suspension the day of its declaration."""
    if change != "declared":
        return after.since
    return max(on for on, _ in declarations(atlas.history(after.iso_a3)) if on <= day)


_STEPS: dict[LegalStatus | None, Change] = {
    LegalStatus.CONSENTED: "consented",
    LegalStatus.SIGNATORY: "signed",
    LegalStatus.WITHDRAWAL_NOTIFIED: "notified",
}


def _change(before: StateView, after: StateView) -> Change:
    if before.bound is None or after.bound is None:
        return "not_known"
    if before.bound is not after.bound:
        return "in" if after.bound else "out"
    if before.statuses != after.statuses:
        perhaps = after.legal_status is None and LegalStatus.CONSENTED in after.statuses
        usual: Change = "perhaps_consented" if perhaps and not after.bound else "other"
        return _STEPS.get(after.legal_status, usual)
    return "declared" if after.practice is not Practice.NONE else "other"


def _borders(before: View, after: View, scope: Scope) -> Iterator[BorderChange]:
    """The borders of either day on which other states are bound; each worldview draws one map."""
    for was, is_now in zip(before.borders, after.borders, strict=True):
        among = scope.has(was.iso_a3, was.neighbour_iso_a3, after.day)
        if among and (was.bound, was.neighbour_bound) != (is_now.bound, is_now.neighbour_bound):
            yield {
                "iso_a3": was.iso_a3,
                "neighbour_iso_a3": was.neighbour_iso_a3,
                "part": was.part,
                "length_km": round(was.length_km, 1),
                "sides_before": was.sides,
                "sides_after": is_now.sides,
                "bound_before": list(was.bound_by),
                "bound_after": list(is_now.bound_by),
            }


def _cover(before: View, after: View) -> Cover:
    """Return what the cover of the flank border was and is."""
    pairs = [
        (was, is_now)
        for was, is_now in zip(before.borders, after.borders, strict=True)
        if was.flank
    ]

    def km(of: set[tuple[bool | None, bool | None]]) -> float:
        return sum(was.length_km for was, is_now in pairs if (was.covered, is_now.covered) in of)

    unknown: set[tuple[bool | None, bool | None]] = {
        (was.covered, is_now.covered)
        for was, is_now in pairs
        if was.covered is not is_now.covered and None in (was.covered, is_now.covered)
    }
    return Cover(
        length_km=after.flank.length_km,
        lost_km=km({(True, False)}),
        gained_km=km({(False, True)}),
        not_known_km=km(unknown),
    )
