"""Why a state's status is what it is: one or two sentences, and the article that decides it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from geo.answers.words.legend import possible_words
from geo.atlas import StateView
from geo.basics.dates import earliest
from geo.basics.formats import long_date
from geo.records import Event
from geo.records.rows import CONVENTION, Record
from geo.records.source_tiers import by_weight
from geo.treaty import CONSENTS, Act, ActKind, History, LegalStatus, Practice, Spell


def legal_ground(history: History, state: StateView, day: date) -> str:
    """Why the status on a day is what it is, with the article of the Convention that decides it."""
    past = history.as_of(day)
    sentences = _ground(past, state, day)
    declared = past.suspension_on(day)
    if state.practice is Practice.SUSPENSION_DECLARED and declared:
        sentences += (
            f" On {long_date(declared)} it informed the United Nations that it"
            " suspends the operation of the Convention. The Convention has no rule on suspension,"
            " and Article 20(3) holds even a withdrawal back until an armed conflict ends: in law"
            " the state remains bound."
        )
    return sentences


def _ground(past: History, state: StateView, day: date) -> str:
    """The same without a declared practice, of a history as it stood on the day."""
    if state.legal_status is None:
        return _ground_of_doubt(past, state)
    if past.spell is None:
        return _ground_of_signatory(past.signature) if past.signature else _ground_of_outsider()
    match state.legal_status:
        case LegalStatus.CONSENTED:
            return _ground_of_consent(past.spell)
        case LegalStatus.WITHDRAWAL_NOTIFIED:
            return _ground_of_notice(past.spell, day)
        case LegalStatus.WITHDRAWN:
            return _ground_of_withdrawal(past.spell)
    return _ground_of_party(past.spell)


def _ground_of_doubt(past: History, state: StateView) -> str:
    """Which acts are on days that are not known, what follows when, and what it leaves open."""
    told, spell = [], past.spell
    if LegalStatus.SIGNATORY in state.statuses and past.signature:
        told.append(f"Signed on {long_date(past.signature.date)}")
    if LegalStatus.CONSENTED in state.statuses and spell:
        told.append(_consent(spell))
        if spell.in_force:
            told.append(f"in force from {long_date(spell.in_force)} (Article 17)")
    if LegalStatus.WITHDRAWAL_NOTIFIED in state.statuses and spell and spell.withdrawal_notice:
        told.append(_notice(spell))
        if spell.withdrawal_effective:
            told.append(f"it takes effect on {long_date(spell.withdrawal_effective)}")
            told[-1] += " (Article 20(3))"
    status = possible_words(state.statuses)
    return f"{'; '.join(told)}. On this day: {status[0].lower()}{status[1:]}."


def _ground_of_outsider() -> str:
    return (
        "By this day it has neither signed nor deposited an instrument of consent"
        " (Articles 15 and 16)."
    )


def _ground_of_signatory(signature: Act) -> str:
    return f"Signed on {long_date(signature.date)}; a signature alone does not bind (Article 16)."


def _consent(spell: Spell) -> str:
    return f"Instrument of {spell.consent.kind} deposited on {long_date(spell.consent.date)}"


def _ground_of_consent(spell: Spell) -> str:
    return f"{_consent(spell)}; the Convention is not yet in force for the state (Article 17)."


def _ground_of_party(spell: Spell) -> str:
    in_force = long_date(spell.in_force or date.min)
    if spell.consent.kind is ActKind.SUCCESSION:
        return f"{_consent(spell)}, with effect from the succession on {in_force}."
    return f"{_consent(spell)}; in force since {in_force} (Article 17)."


def _notice(spell: Spell) -> str:
    received = long_date(spell.withdrawal_notice or date.min)
    return f"The depositary received its notice of withdrawal on {received}"


def _ground_of_notice(spell: Spell, day: date) -> str:
    if spell.withdrawal_effective is not None:
        return (
            f"{_notice(spell)}. The withdrawal takes effect on"
            f" {long_date(spell.withdrawal_effective)}"
            " (Article 20(3)); until then the state remains bound."
        )
    if spell.expiry is not None and day < earliest(spell.expiry):
        return (
            f"{_notice(spell)}. The state is engaged in an armed conflict; if it still is when the"
            f" six months end, on {long_date(spell.expiry)}, the withdrawal waits for the end of"
            " that conflict (Article 20(3)); until then the state remains bound."
        )
    return (
        f"{_notice(spell)}. Six months later the state was engaged in an armed conflict, so the"
        " withdrawal waits for the end of that conflict (Article 20(3)); until then the state"
        " remains bound."
    )


def _ground_of_withdrawal(spell: Spell) -> str:
    return (
        f"{_notice(spell)}; the withdrawal took effect on"
        f" {long_date(spell.withdrawal_effective or date.min)} (Article 20(3))."
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


def declarations(past: History) -> tuple[tuple[date, Practice], ...]:
    """The days on which a state declares a practice at odds with the law, and which, in order."""
    return tuple(
        (day, Practice.SUSPENSION_DECLARED) for spell in past.spells for day in spell.suspensions
    )


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
