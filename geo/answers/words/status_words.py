"""A state's status in words: long for a panel, short for a label, shortest under a name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from geo.answers.words import headline
from geo.answers.words.legend import (
    PRACTICE_KEYS,
    STATUS_KEYS,
    possible_words,
)
from geo.answers.words.sentences import Ends
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import FLANK, StateView, View
from geo.basics.formats import in_one_line
from geo.treaty import Day, LegalStatus, Practice

FIGURES = (
    LegalStatus.PARTY,
    LegalStatus.WITHDRAWAL_NOTIFIED,
    LegalStatus.WITHDRAWN,
    LegalStatus.CONSENTED,
    LegalStatus.SIGNATORY,
    LegalStatus.NOT_PARTY,
)
"""The statuses a day is counted in, in the order they are shown."""


SINCE: dict[LegalStatus, str] = {
    status: f"{STATUS_KEYS[status].words} since {{day}}"
    for status in (
        LegalStatus.PARTY,
        LegalStatus.WITHDRAWN,
        LegalStatus.CONSENTED,
        LegalStatus.SIGNATORY,
    )
}
_NOTIFIED = STATUS_KEYS[LegalStatus.WITHDRAWAL_NOTIFIED].words
BOUND_UNTIL = f"{_NOTIFIED}; bound until {{day}}"
BOUND_IN_CONFLICT = f"{_NOTIFIED}; bound until its armed conflict ends"
IN_FORCE_ON = "Consent deposited; in force on {day}"
IN_DOUBT: dict[Ends, str] = {
    "never": "{possible}",
    "withdrawal": "{possible}; withdrawal effective on {day}",
    "in_force": "{possible}; in force from {day}",
}
"""A state's status with the day it began or ends."""


def status_words(state: StateView, tongue: Tongue = ENGLISH) -> str:
    """A state's status and the day it began or ends: `Withdrawn since 20 Feb 2026`."""
    return _with_practice(state, tongue, tongue.short)


def chip_words(state: StateView, tongue: Tongue = ENGLISH) -> str:
    """The same for a browser, which ends no line within its date; a space is a space elsewhere."""
    return _with_practice(state, tongue, lambda day: in_one_line(tongue.short(day), day))


def _with_practice(state: StateView, tongue: Tongue, written: Callable[[Day], str]) -> str:
    text = _status_words(state, tongue, written)
    if state.practice is not Practice.NONE:
        # A date may bring a stop: 20 lut 2026 r.
        text = f"{text.removesuffix('.')}. {tongue.text(PRACTICE_KEYS[state.practice])}"
    return text


def _status_words(state: StateView, tongue: Tongue, written: Callable[[Day], str]) -> str:
    def told(text: str, day: Day | None) -> str:
        return tongue.text(text, day=written(day)) if day else tongue.text(text)

    if state.legal_status is None:
        ends, when = headline.ends_of(state)
        possible = possible_words(state.statuses, tongue)
        day = written(when) if when else ""
        return tongue.text(IN_DOUBT[ends], possible=possible, day=day)
    if state.legal_status is LegalStatus.WITHDRAWAL_NOTIFIED:
        leaves = state.withdrawal_effective
        return told(BOUND_UNTIL if leaves else BOUND_IN_CONFLICT, leaves)
    if state.legal_status is LegalStatus.CONSENTED and state.entry_into_force:
        return told(IN_FORCE_ON, state.entry_into_force)
    # A party's own day is the entry into force; every other status begins where it begins.
    since = None if state.legal_status is LegalStatus.NOT_PARTY else state.since
    words = STATUS_KEYS[state.legal_status].words
    return told(SINCE[state.legal_status] if since else words, since)


DECLARES_SUSPENSION, NOTICE_GIVEN = "bound, declares suspension", "bound, notice given"
LABELS: dict[LegalStatus | None, str] = {
    None: "not known",
    LegalStatus.PARTY: "bound",
    LegalStatus.WITHDRAWAL_NOTIFIED: NOTICE_GIVEN,
    LegalStatus.WITHDRAWN: "left",
    LegalStatus.CONSENTED: "consented",
    LegalStatus.SIGNATORY: "signatory",
    LegalStatus.NOT_PARTY: "not a party",
}
"""What stands beside a name where no day is told."""
UNTIL, LEFT_ON, LEAVES_ON = "bound until {day}", "left {day}", "leaves {day}"
"""The same with a day."""


def label_words(state: StateView, tongue: Tongue = ENGLISH) -> str:
    """The few words that fit beside a name on the map: `left 20 Feb 2026`."""
    # A day that is not known is too long for a label; the panel has it.
    known = isinstance(state.withdrawal_effective, date)
    ends = state.withdrawal_effective if known else None
    match state.legal_status:
        case LegalStatus.PARTY if state.practice is Practice.SUSPENSION_DECLARED:
            return tongue.text(DECLARES_SUSPENSION)
        case LegalStatus.WITHDRAWAL_NOTIFIED if ends:
            return tongue.text(UNTIL, day=tongue.short(ends))
        case LegalStatus.WITHDRAWN if ends:
            return tongue.text(LEFT_ON, day=tongue.short(ends))
    return tongue.text(LABELS[state.legal_status])


MARKED = (*FLANK, "BLR")
"""The states whose standing is written under their name."""


REMAINS_BOUND, NOTIFIED = "remains bound", "withdrawal notified"
"""What stands under its name where no day is told."""


def standing_of(view: View, iso_a3: str, tongue: Tongue = ENGLISH) -> str:
    """A few words under a state's name, empty where the colour says enough."""
    state = view.states.get(iso_a3)
    if state is None or iso_a3 not in MARKED:
        return ""
    if state.legal_status is None:
        return label_words(state, tongue)
    # A day that is not known is too long for the map; the table beside it has it.
    if state.legal_status is LegalStatus.WITHDRAWN and state.since:
        if isinstance(state.since, date):
            return tongue.text(LEFT_ON, day=tongue.short(state.since))
        return tongue.text(LABELS[LegalStatus.WITHDRAWN])
    if state.legal_status is LegalStatus.WITHDRAWAL_NOTIFIED:
        leaves = state.withdrawal_effective
        if isinstance(leaves, date):
            return tongue.text(LEAVES_ON, day=tongue.short(leaves))
        return tongue.text(NOTIFIED)
    some_leave = view.flank.left or view.counts[LegalStatus.WITHDRAWAL_NOTIFIED]
    return tongue.text(REMAINS_BOUND) if state.bound and some_leave else ""


EARLIEST, LATEST = "{change}, at the earliest", "{change}, at the latest"
"""A change on a day that is not known, on the first and on the last that it can be."""

BOUND_SINCE, CONSENTED_ON, SIGNED_ON = "bound since {day}", "consented {day}", "signed {day}"
BOUND_LEAVES, BOUND_NOTIFIED = "bound, leaves {day}", "bound, notified"


def standing_since(view: View, iso_a3: str, tongue: Tongue = ENGLISH) -> str:
    """A state's standing and its date, for a table: "bound since 1 Mar 1999"."""
    state = view.states[iso_a3]
    if state.legal_status is None:
        return possible_words(state.statuses, tongue).lower()
    text, day = {
        LegalStatus.PARTY: (BOUND_SINCE, state.since),
        LegalStatus.WITHDRAWAL_NOTIFIED: (BOUND_LEAVES, state.withdrawal_effective),
        LegalStatus.WITHDRAWN: (LEFT_ON, state.since),
        LegalStatus.CONSENTED: (CONSENTED_ON, state.since),
        LegalStatus.SIGNATORY: (SIGNED_ON, state.since),
    }.get(state.legal_status, ("", None))
    if day is None:
        notified = state.legal_status is LegalStatus.WITHDRAWAL_NOTIFIED
        return tongue.text(BOUND_NOTIFIED if notified else LABELS[state.legal_status])
    return tongue.text(text, day=tongue.day(day))
