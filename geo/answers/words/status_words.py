"""Everything that changes with the date, as one small document a browser can hold.

The whole history fits in a few kilobytes, so a reader's browser repaints under the thumb without
asking the server. All words and figures are made here, from Views; the browser only looks them up.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NotRequired, TypedDict

from geo.answers.words import headline, held
from geo.answers.words.held import HeldWords
from geo.answers.words.legend import (
    DECLARATION_WORDS,
    PRACTICE_KEYS,
    STATUS_KEYS,
    UNKNOWN,
    possible_words,
)
from geo.atlas import FACING, FIRST_DAY, FLANK, Atlas, StateView, View
from geo.borders import Worldview
from geo.treaty import LegalStatus, Practice

FIGURES = (
    LegalStatus.PARTY,
    LegalStatus.WITHDRAWAL_NOTIFIED,
    LegalStatus.WITHDRAWN,
    LegalStatus.CONSENTED,
    LegalStatus.SIGNATORY,
    LegalStatus.NOT_PARTY,
)
"""The statuses a day is counted in, in the order they are shown."""

# `from` is a keyword, so these two are spelt as calls.
Span = TypedDict(
    "Span",
    {
        "from": str,
        "status": str,
        "possible": NotRequired[list[str]],
        "practice": str,
        "words": str,
        "label": str,
    },
)
"""`status` is `UNKNOWN` where several are possible; `possible` then names them, and only then."""
Moment = TypedDict(
    "Moment",
    {
        "from": str,
        "headline": str,
        "bound": int | str,
        "counts": list[int],
        "unknown": NotRequired[int],
        "flank_km": int,
        "covered_km": int,
        "covered_words": NotRequired[str],
        "remaining": list[str],
    },
)
"""`bound` is a number, or a range in words. `unknown` counts the states of several possible
statuses, which `counts` leaves out; `covered_words` has the range whose lower end is `covered_km`;
both are there only where something is not known.
"""


class StateTimeline(TypedDict):
    """A state's name and its spans, oldest first; a span lasts until the next begins."""

    name: str
    spans: list[Span]


class Timeline(TypedDict):
    """The whole timeline: days are ISO dates, lengths whole km, moments oldest first."""

    first_day: str
    verified_to: str
    held: HeldWords
    states: dict[str, StateTimeline]
    moments: list[Moment]


def timeline(atlas: Atlas, worldview: Worldview = "un") -> Timeline:
    """Every span of every state and every moment at which the headline changes."""
    days = moment_days(atlas)
    views = [atlas.on(day, worldview) for day in days]
    return {
        "first_day": FIRST_DAY.isoformat(),
        "verified_to": atlas.verified_to.isoformat(),
        "held": held.templates(atlas.record.held),
        "states": {
            iso_a3: {"name": state.name, "spans": _spans(iso_a3, views)}
            for iso_a3, state in atlas.record.states.items()
        },
        "moments": [_moment(view) for view in views],
    }


def moment_days(atlas: Atlas) -> tuple[date, ...]:
    """The days from which on something a reader sees is different, the first day included."""
    beyond = atlas.verified_to + timedelta(days=1)
    days = {FIRST_DAY, headline.SIGNATURE_OPENS, beyond, *atlas.change_dates}
    return tuple(sorted(day for day in days if day >= FIRST_DAY))


def event_days(atlas: Atlas) -> tuple[date, ...]:
    """Days the event buttons stop at: every change of status, every dated event of the record."""
    exact = (event.date.first for event in atlas.record.events if event.date.exact)
    days = {day for day in exact if day >= FIRST_DAY}
    return tuple(sorted(days | set(atlas.change_dates)))


def turning_points(atlas: Atlas) -> dict[date, list[str]]:
    """What changes for the flank, those it faces and Ukraine, by day: the marks beside a slider."""
    found: dict[date, list[str]] = {}
    for iso_a3 in (*FLANK, *FACING, "UKR"):
        past, name = atlas.history(iso_a3), atlas.record.states[iso_a3].name
        for day, status in past.changes:
            words = f"{name}: {STATUS_KEYS[status].words.lower()}"
            if isinstance(day, date):
                found.setdefault(day, []).append(words)
                continue
            found.setdefault(day.start, []).append(f"{words}, at the earliest")
            if day.end < date.max:
                found.setdefault(day.end, []).append(f"{words}, at the latest")
        if past.suspension_notice:
            declared = f"{name}: {DECLARATION_WORDS[Practice.SUSPENSION_DECLARED]}"
            found.setdefault(past.suspension_notice, []).append(declared)
    return dict(sorted(found.items()))


def coverage(atlas: Atlas, worldview: Worldview = "un") -> tuple[tuple[View, str], ...]:
    """The days on which the covered length of the flank border changes, and what changed it."""
    steps: list[tuple[View, str]] = []
    points = turning_points(atlas)
    for day in moment_days(atlas):
        view = atlas.on(day, worldview)
        held = steps[-1][0].flank if steps else None
        if held is None or (view.flank.covered_by, view.flank.unknown) != (
            held.covered_by,
            held.unknown,
        ):
            steps.append((view, "; ".join(points.get(day, ()))))
    return tuple(steps)


def status_words(state: StateView) -> str:
    """A state's status and the day it began or ends: `Withdrawn since 20 Feb 2026`."""
    text = _status_words(state)
    if state.practice is not Practice.NONE:
        text = f"{text}. {PRACTICE_KEYS[state.practice]}"
    return text


def _status_words(state: StateView) -> str:
    if state.legal_status is None:
        ends = headline.effect_words(state, headline.short_date)
        words = possible_words(state.statuses)
        return f"{words}; {ends}" if ends else words
    words = STATUS_KEYS[state.legal_status].words
    if state.legal_status is LegalStatus.NOT_PARTY:
        return words
    if state.legal_status is LegalStatus.WITHDRAWAL_NOTIFIED:
        leaves = state.withdrawal_effective
        until = headline.short_date(leaves) if leaves else "its armed conflict ends"
        return f"{words}; bound until {until}"
    if state.legal_status is LegalStatus.CONSENTED and state.entry_into_force:
        return f"Consent deposited; in force on {headline.short_date(state.entry_into_force)}"
    # A party's own day is the entry into force; every other status begins where it begins.
    return f"{words} since {headline.short_date(state.since)}" if state.since else words


def label_words(state: StateView) -> str:
    """The few words that fit beside a name on the map: `left 20 Feb 2026`."""
    # A day that is not known is too long for a label; the panel has it.
    known = isinstance(state.withdrawal_effective, date)
    ends = state.withdrawal_effective if known else None
    match state.legal_status:
        case None:
            return "not known"
        case LegalStatus.PARTY if state.practice is Practice.SUSPENSION_DECLARED:
            return "bound, declares suspension"
        case LegalStatus.PARTY:
            return "bound"
        case LegalStatus.WITHDRAWAL_NOTIFIED:
            return f"bound until {headline.short_date(ends)}" if ends else "bound, notice given"
        case LegalStatus.WITHDRAWN:
            return f"left {headline.short_date(ends)}" if ends else "left"
        case LegalStatus.CONSENTED:
            return "consented"
        case LegalStatus.SIGNATORY:
            return "signatory"
    return "not a party"


def _spans(iso_a3: str, views: list[View]) -> list[Span]:
    spans: list[Span] = []
    for view in views:
        state = view.states[iso_a3]
        span: Span = {
            "from": view.day.isoformat(),
            "status": state.legal_status.value if state.legal_status else UNKNOWN,
            "practice": state.practice.value,
            "words": status_words(state),
            "label": label_words(state),
        }
        if state.legal_status is None:
            span["possible"] = [status.value for status in state.statuses]
        if not spans or any(span[key] != spans[-1][key] for key in ("status", "practice", "words")):
            spans.append(span)
    return spans


def _moment(view: View) -> Moment:
    moment: Moment = {
        "from": view.day.isoformat(),
        "headline": headline.template(view),
        "bound": (
            headline.count_words(view.bound_min, view.bound_max)
            if view.bound is None
            else view.bound
        ),
        "counts": [view.counts[status] for status in FIGURES],
        "flank_km": round(view.flank.length_km),
        "covered_km": round(view.flank.covered_min_km),
        "remaining": list(view.remaining),
    }
    if view.unknown:
        moment["unknown"] = len(view.unknown)
    if view.flank.unknown:
        moment["covered_words"] = headline.covered_range(view.flank)
    return moment
