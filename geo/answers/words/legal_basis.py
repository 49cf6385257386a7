"""Why a state's status is what it is: one or two sentences, and the article that decides it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from geo.answers.words.legend import possible_words
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.answers.words.what_if import IN_LAW
from geo.atlas import StateView
from geo.atlas.what_if import is_supposed
from geo.basics.dates import earliest
from geo.basics.formats import capital
from geo.records import Event
from geo.records.rows import CONVENTION, Record
from geo.records.source_tiers import by_weight
from geo.treaty import CONSENTS, ActKind, History, LegalStatus, Practice, Spell

_DEPOSITED = {
    kind: f"Instrument of {kind} deposited on {{consent}}"
    for kind in (
        ActKind.RATIFICATION,
        ActKind.ACCEPTANCE,
        ActKind.APPROVAL,
        ActKind.ACCESSION,
        ActKind.SUCCESSION,
    )
}
_PENDING = "; the Convention is not yet in force for the state (Article 17)."
PENDING = {kind: f"{words}{_PENDING}" for kind, words in _DEPOSITED.items()}
IN_FORCE = {
    kind: f"{words}, with effect from the succession on {{since}}."
    if kind is ActKind.SUCCESSION
    else f"{words}; in force since {{since}} (Article 17)."
    for kind, words in _DEPOSITED.items()
}
"""Why a state that has consented is bound, or not yet, by how it consented."""

SIGNED_ALONE = "Signed on {signed}; a signature alone does not bind (Article 16)."
OUTSIDE = (
    "By this day it has neither signed nor deposited an instrument of consent (Articles 15 and 16)."
)

_RECEIVED = "The depositary received its notice of withdrawal on {notice}"
_UNTIL = "(Article 20(3)); until then the state remains bound."
NOTIFIED = f"{_RECEIVED}. The withdrawal takes effect on {{ends}} {_UNTIL}"
NOTIFIED_IN_CONFLICT = (
    f"{_RECEIVED}. The state is engaged in an armed conflict; if it still is when the six months"
    f" end, on {{expiry}}, the withdrawal waits for the end of that conflict {_UNTIL}"
)
HELD_BACK = (
    f"{_RECEIVED}. Six months later the state was engaged in an armed conflict, so the withdrawal"
    f" waits for the end of that conflict {_UNTIL}"
)
LEFT = f"{_RECEIVED}; the withdrawal took effect on {{ends}} (Article 20(3))."
"""Why a state that has given notice is bound still, or no longer."""

SUSPENDED = (
    "On {day} it informed the United Nations that it suspends the operation of the Convention."
    " The Convention has no rule on suspension, and Article 20(3) holds even a withdrawal back"
    " until an armed conflict ends: in law the state remains bound."
)

DOUBT = "{told}. On this day: {status}."
MAY_BE_SIGNED = "Signed on {signed}"
MAY_BE_DEPOSITED = _DEPOSITED
MAY_BE_IN_FORCE = "in force from {since} (Article 17)"
MAY_BE_NOTIFIED = _RECEIVED
MAY_TAKE_EFFECT = "it takes effect on {ends} (Article 20(3))"
"""Acts on days that are not known, and what follows; they are told one after the other."""


def legal_basis_of(history: History, state: StateView, day: date, tongue: Tongue = ENGLISH) -> str:
    """Say why the status on a day is what it is, with the article that decides it."""
    past = history.as_of(day)
    told = _basis(past, state, day, tongue)
    declared = past.suspension_on(day)
    if state.practice is Practice.SUSPENSION_DECLARED and declared:
        told = f"{told} {tongue.text(SUSPENDED, day=tongue.on(declared))}"
    if any(map(is_supposed, past.acts)):
        return f"{tongue.text(IN_LAW)} {told[0].lower()}{told[1:]}"
    return capital(told)


def _basis(past: History, state: StateView, day: date, tongue: Tongue) -> str:
    """The same without a declared practice, of a history as it stood on the day."""
    spell = past.spell
    if state.legal_status is None:
        return _basis_of_doubt(past, state, tongue)
    if spell is None:
        if past.signature is None:
            return tongue.text(OUTSIDE)
        return tongue.text(SIGNED_ALONE, signed=tongue.on(past.signature.date))
    consent = tongue.on(spell.consent.date)
    match state.legal_status:
        case LegalStatus.CONSENTED:
            return tongue.text(PENDING[spell.consent.kind], consent=consent)
        case LegalStatus.WITHDRAWAL_NOTIFIED:
            return _basis_of_notice(spell, day, tongue)
        case LegalStatus.WITHDRAWN:
            ends = tongue.on(spell.withdrawal_effective or date.min)
            return tongue.text(LEFT, notice=_notice(spell, tongue), ends=ends)
    since = tongue.on(spell.in_force or date.min)
    return tongue.text(IN_FORCE[spell.consent.kind], consent=consent, since=since)


def _basis_of_doubt(past: History, state: StateView, tongue: Tongue) -> str:
    """Say which acts are on unknown days, what follows when, and what that leaves open."""
    told, spell = [], past.spell
    if LegalStatus.SIGNATORY in state.statuses and past.signature:
        told.append(tongue.text(MAY_BE_SIGNED, signed=tongue.on(past.signature.date)))
    if LegalStatus.CONSENTED in state.statuses and spell:
        consent = tongue.on(spell.consent.date)
        told.append(tongue.text(MAY_BE_DEPOSITED[spell.consent.kind], consent=consent))
        if spell.in_force:
            told.append(tongue.text(MAY_BE_IN_FORCE, since=tongue.on(spell.in_force)))
    if LegalStatus.WITHDRAWAL_NOTIFIED in state.statuses and spell and spell.withdrawal_notice:
        told.append(tongue.text(MAY_BE_NOTIFIED, notice=_notice(spell, tongue)))
        if spell.withdrawal_effective:
            told.append(tongue.text(MAY_TAKE_EFFECT, ends=tongue.on(spell.withdrawal_effective)))
    status = possible_words(state.statuses, tongue)
    status = f"{status[0].lower()}{status[1:]}"
    return tongue.text(DOUBT, told="; ".join(told), status=status)


def _notice(spell: Spell, tongue: Tongue) -> str:
    return tongue.on(spell.withdrawal_notice or date.min)


def _basis_of_notice(spell: Spell, day: date, tongue: Tongue) -> str:
    notice = _notice(spell, tongue)
    if spell.withdrawal_effective is not None:
        ends = tongue.on(spell.withdrawal_effective)
        return tongue.text(NOTIFIED, notice=notice, ends=ends)
    if spell.expiry is not None and day < earliest(spell.expiry):
        expiry = tongue.on(spell.expiry)
        return tongue.text(NOTIFIED_IN_CONFLICT, notice=notice, expiry=expiry)
    return tongue.text(HELD_BACK, notice=notice)


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


def legal_basis_sources(
    record: Record, events: tuple[Event, ...], state: StateView, day: date
) -> tuple[str, ...]:
    """The sources of the latest act of those that made the status, and of a declared suspension.

    Of each possible status where several are; of a state that is perhaps no party those of its row.
    An act that is supposed has none.
    """
    cited: list[str] = []
    decided = False
    made = dict.fromkeys(_GROUND[status] for status in state.statuses)
    for kinds in (*made, _DECLARED.get(state.practice, ())):
        acts = [
            event
            for event in events
            if event.treaty == CONVENTION and event.kind in kinds and event.date.first <= day
        ]
        cited += acts[-1].source_ids if acts else ()
        decided = decided or bool(acts)
    if not decided or LegalStatus.NOT_PARTY in state.statuses:
        cited += state.source_ids
    return by_weight(cited, record.sources)
