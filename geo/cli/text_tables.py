"""Answers as plain text for a terminal: the sentence of the day, then rows in columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from geo.answers.data.status import COUNTED
from geo.answers.words import tabs, terminal
from geo.answers.words.border_totals import SIDES_WORDS
from geo.answers.words.headline import count_words, covered_words, headline
from geo.answers.words.legend import PRACTICE_KEYS, STATUS_KEYS, possible_words
from geo.answers.words.length_meaning import COMPUTED_WORDS, LAND_LINE_WORDS
from geo.answers.words.panel import DOSSIER
from geo.answers.words.sentences import COLUMN, STATUS_HEADS
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import FLANK, BorderView, StateView, View
from geo.treaty import Day, LegalStatus, Practice

if TYPE_CHECKING:
    from geo.answers.data.claims import ClaimsAnswer
    from geo.answers.files.since import SinceAnswer

NOTHING = "–"
_GAP = "  "


def status(view: View, iso_a3: str | None = None, tongue: Tongue = ENGLISH) -> str:
    """The headline, how many states stand where, and a row for every state or for the one asked."""
    states = [view.states[iso_a3]] if iso_a3 else list(view.states.values())
    counts = (
        f"{tongue.text(STATUS_KEYS[status].words)}:"
        f" {count_words(view.counts[status], view.counts_max[status], tongue)}"
        for status in COUNTED
        if view.counts_max[status]
    )
    rows = [_state_row(state, tongue) for state in states]
    heads = [tongue.text(head, COLUMN) for head in STATUS_HEADS]
    return "\n".join(
        [
            headline(view, tongue),
            "; ".join(counts),
            "",
            *columns(heads, rows),
            *_declared(states, tongue),
            "",
        ]
    )


def borders(
    view: View, chosen: Iterable[BorderView] | None = None, tongue: Tongue = ENGLISH
) -> str:
    """Write the headline and a row for every segment, the flank's first, or for those chosen."""
    chosen = view.borders if chosen is None else chosen
    rows = [_border_row(border, tongue) for border in sorted(chosen, key=_from_north_to_south)]
    covered, km = covered_words(view.flank, tongue), tongue.kilometres(view.flank.length_km)
    return "\n".join(
        [
            headline(view, tongue),
            tongue.text(terminal.FLANK, km=km, covered=covered),
            "",
            *columns(tongue.all(terminal.BORDER_HEADS), rows, right=(2, 3, 4)),
            "",
            tongue.text(terminal.LEADING, meaning=tongue.text(LAND_LINE_WORDS)),
            tongue.text(COMPUTED_WORDS),
            "",
        ]
    )


def claims(answer: ClaimsAnswer, tongue: Tongue = ENGLISH) -> str:
    """Write a row for every claim."""
    verdicts, deciders = tongue.all(DOSSIER)["verdicts"], tongue.all(tabs.DECIDED_BY)
    rows = [
        (c["claim_id"], verdicts[c["verdict"]], deciders[c["decided_by"]], c["paraphrase"])
        for c in answer["claims"]
    ]
    return "\n".join([*columns(tongue.all(terminal.CLAIM_HEADS), rows), ""])


def changes(answer: SinceAnswer, tongue: Tongue = ENGLISH) -> str:
    """A row for every act and event, then one for every change of status or practice."""
    events = [(e["date"], ", ".join(e["iso_a3"]), e["title"]) for e in answer["events"]]
    effects = [
        (
            change["date"],
            change["iso_a3"],
            _standing(change["before"], tongue),
            _standing(change["after"], tongue),
        )
        for change in answer["changes"]
    ]
    return "\n".join(
        [
            *columns(tongue.all(terminal.EVENT_HEADS), events),
            "",
            *columns(tongue.all(terminal.EFFECT_HEADS), effects),
            "",
        ]
    )


def _standing(layer: str, tongue: Tongue) -> str:
    """A legal status or a declared practice in words."""
    if layer in PRACTICE_KEYS:
        return tongue.text(PRACTICE_KEYS[Practice(layer)])
    return NOTHING if layer == Practice.NONE else tongue.text(STATUS_KEYS[LegalStatus(layer)].words)


def columns(
    heads: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[int] = ()
) -> list[str]:
    """Lines of a table, each column as wide as its widest cell; `right` are flush right."""
    table = [heads, *rows]
    widths = [max(len(row[place]) for row in table) for place in range(len(heads))]

    def line(row: Sequence[str]) -> str:
        cells = (
            cell.rjust(width) if place in right else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        return _GAP.join(cells).rstrip()

    return [line(heads), line(["-" * width for width in widths]), *map(line, table[1:])]


def _state_row(state: StateView, tongue: Tongue) -> tuple[str, ...]:
    mark = "" if state.practice is Practice.NONE else " *"
    return (
        state.iso_a3,
        tongue.state(state.iso_a3, state.name),
        _status(state, tongue) + mark,
        _day(state.since, tongue),
        _day(state.entry_into_force, tongue),
        _day(state.withdrawal_notified, tongue),
        _day(state.withdrawal_effective, tongue),
    )


def _status(state: StateView, tongue: Tongue) -> str:
    if state.legal_status is None:
        return possible_words(state.statuses, tongue)
    return tongue.text(STATUS_KEYS[state.legal_status].words)


def _declared(states: Iterable[StateView], tongue: Tongue) -> list[str]:
    declared = dict.fromkeys(s.practice for s in states if s.practice is not Practice.NONE)
    told = [f"* {tongue.text(PRACTICE_KEYS[practice])}." for practice in declared]
    return ["", *told] if told else []


def _from_north_to_south(border: BorderView) -> int:
    """The flank borders first, as the flank runs; the others keep their order."""
    return FLANK.index(border.iso_a3) if border.flank else len(FLANK)


def _border_row(border: BorderView, tongue: Tongue) -> tuple[str, ...]:
    low, high = border.published_min_km, border.published_max_km
    spread = low is not None and high is not None and low != high
    bound = [
        iso_a3 if is_bound else tongue.text(terminal.PERHAPS, code=iso_a3)
        for iso_a3, is_bound in (
            (border.iso_a3, border.bound),
            (border.neighbour_iso_a3, border.neighbour_bound),
        )
        if is_bound is not False
    ]
    return (
        f"{border.iso_a3}-{border.neighbour_iso_a3}",
        tongue.text(border.part),
        NOTHING if border.leading_km is None else tongue.number(border.leading_km),
        f"{tongue.number(low or 0)}–{tongue.number(high or 0)}" if spread else NOTHING,
        tongue.number(border.computed_km),
        tongue.text(SIDES_WORDS[border.sides]),
        tongue.listed(bound) if bound else NOTHING,
        tongue.text(terminal.COVER[border.covered]) if border.flank else "",
    )


def _day(day: Day | None, tongue: Tongue) -> str:
    return tongue.day(day) if day else NOTHING
