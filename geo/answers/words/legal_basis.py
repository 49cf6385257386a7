"""Why a state's status is what it is: one or two sentences, and the article that decides it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from geo.answers.words.legend import possible_words
from geo.atlas import StateView
from geo.basics.formats import long_date
from geo.records import Event
from geo.records.rows import CONVENTION, Record
from geo.records.source_tiers import by_weight
from geo.treaty import CONSENTS, ActKind, History, LegalStatus, Practice


def legal_ground(past: History, state: StateView) -> str:
    """Why the status is what it is, with the article of the Convention that decides it."""
    if state.legal_status is None:
        sentences = _ground_of_doubt(past, state)
    else:
        sentences = {
            LegalStatus.NOT_PARTY: _ground_of_outsider,
            LegalStatus.SIGNATORY: _ground_of_signatory,
            LegalStatus.CONSENTED: _ground_of_consent,
            LegalStatus.PARTY: _ground_of_party,
            LegalStatus.WITHDRAWAL_NOTIFIED: _ground_of_notice,
            LegalStatus.WITHDRAWN: _ground_of_withdrawal,
        }[state.legal_status](past)
    if state.practice is Practice.SUSPENSION_DECLARED and past.suspension_notice:
        sentences += (
            f" On {long_date(past.suspension_notice)} it informed the United Nations that it"
            " suspends the operation of the Convention. The Convention has no rule on suspension,"
            " and Article 20(3) holds even a withdrawal back until an armed conflict ends: in law"
            " the state remains bound."
        )
    return sentences


def _ground_of_doubt(past: History, state: StateView) -> str:
    """Which acts are on days that are not known, what follows when, and what it leaves open."""
    told = []
    if LegalStatus.SIGNATORY in state.statuses and past.signature:
        told.append(f"Signed on {long_date(past.signature.date)}")
    if LegalStatus.CONSENTED in state.statuses:
        told.append(_consent(past))
        if past.in_force:
            told.append(f"in force from {long_date(past.in_force)} (Article 17)")
    if LegalStatus.WITHDRAWAL_NOTIFIED in state.statuses and past.withdrawal_notice:
        received = long_date(past.withdrawal_notice)
        told.append(f"The depositary received its notice of withdrawal on {received}")
        if past.withdrawal_effective:
            told.append(f"it takes effect on {long_date(past.withdrawal_effective)}")
            told[-1] += " (Article 20(3))"
    status = possible_words(state.statuses)
    return f"{'; '.join(told)}. On this day: {status[0].lower()}{status[1:]}."


def _ground_of_outsider(_past: History) -> str:
    return (
        "By this day it has neither signed nor deposited an instrument of consent"
        " (Articles 15 and 16)."
    )


def _ground_of_signatory(past: History) -> str:
    signed = past.signature.date if past.signature else date.min
    return f"Signed on {long_date(signed)}; a signature alone does not bind (Article 16)."


def _consent(past: History) -> str:
    if past.consent is None:
        return ""
    if past.consent.kind is ActKind.SUCCESSION:
        return f"Instrument of succession deposited on {long_date(past.consent.date)}"
    return f"Instrument of {past.consent.kind} deposited on {long_date(past.consent.date)}"


def _ground_of_consent(past: History) -> str:
    return f"{_consent(past)}; the Convention is not yet in force for the state (Article 17)."


def _ground_of_party(past: History) -> str:
    in_force = past.in_force or date.min
    if past.consent and past.consent.kind is ActKind.SUCCESSION:
        return f"{_consent(past)}, with effect from the succession on {long_date(in_force)}."
    return f"{_consent(past)}; in force since {long_date(in_force)} (Article 17)."


def _ground_of_notice(past: History) -> str:
    received = long_date(past.withdrawal_notice or date.min)
    notice = f"The depositary received its notice of withdrawal on {received}"
    if past.withdrawal_effective is None:
        return (
            f"{notice}. Six months later the state was engaged in an armed conflict, so the"
            " withdrawal waits for the end of that conflict (Article 20(3)); until then the state"
            " remains bound."
        )
    return (
        f"{notice}. The withdrawal takes effect on {long_date(past.withdrawal_effective)}"
        " (Article 20(3)); until then the state remains bound."
    )


def _ground_of_withdrawal(past: History) -> str:
    return (
        f"The depositary received its notice of withdrawal on"
        f" {long_date(past.withdrawal_notice or date.min)}; the withdrawal took effect on"
        f" {long_date(past.withdrawal_effective or date.min)} (Article 20(3))."
    )


_CONSENTS = tuple(kind.value for kind in CONSENTS)


_GROUND: Mapping[LegalStatus, tuple[str, ...]] = {
    LegalStatus.NOT_PARTY: (),
    LegalStatus.SIGNATORY: ("signature",),
    LegalStatus.CONSENTED: _CONSENTS,
    LegalStatus.PARTY: _CONSENTS,
    LegalStatus.WITHDRAWAL_NOTIFIED: ("withdrawal_notice",),
    LegalStatus.WITHDRAWN: ("withdrawal_notice",),
}


_DECLARED = {Practice.SUSPENSION_DECLARED: ("suspension_notice",)}
"""The acts from which each status and practice follows."""


def declared_practice(past: History) -> tuple[date, Practice] | None:
    """The day on which a state declares a practice at odds with the law, and which."""
    declared = past.suspension_notice
    return (declared, Practice.SUSPENSION_DECLARED) if declared else None


def ground_sources(
    record: Record, events: tuple[Event, ...], state: StateView, day: date
) -> tuple[str, ...]:
    """The sources of the latest act of those that made the status, and of a declared suspension.

    Of each possible status where several are; of a state that is perhaps no party those of its row.
    """
    cited: list[str] = []
    made = dict.fromkeys(_GROUND[status] for status in state.statuses)
    for kinds in (*made, _DECLARED.get(state.practice, ())):
        acts = [
            event
            for event in events
            if event.treaty == CONVENTION and event.kind in kinds and event.date.first <= day
        ]
        cited += acts[-1].source_ids if acts else ()
    if not cited or LegalStatus.NOT_PARTY in state.statuses:
        cited += state.source_ids
    return by_weight(cited, record.sources)
