"""Why an act cannot be supposed: where the state stands by then, and what it can do instead."""

from __future__ import annotations

from datetime import date

from geo import treaty
from geo.answers.words.tongue import Tongue
from geo.answers.words.what_if import CLAUSES
from geo.answers.words.wordings import filled
from geo.atlas.what_if import UnlawfulError, is_supposed
from geo.basics.formats import capital, long_date
from geo.treaty import CONSENTS, SIGNATURE_OPENS, Act, ActKind, Fault, History, LegalStatus

_INFINITIVE: dict[ActKind, str] = {
    ActKind.SIGNATURE: "sign",
    ActKind.RATIFICATION: "ratify",
    ActKind.ACCEPTANCE: "accept",
    ActKind.APPROVAL: "approve",
    ActKind.ACCESSION: "accede",
    ActKind.WITHDRAWAL_NOTICE: "withdraw",
    ActKind.SUSPENSION_NOTICE: "declare a suspension",
    ActKind.ARMED_CONFLICT_BEGINS: "begin another armed conflict",
    ActKind.ARMED_CONFLICT_ENDS: "end an armed conflict",
}
_DID: dict[ActKind, str] = {
    ActKind.SIGNATURE: "signed",
    ActKind.RATIFICATION: "ratified",
    ActKind.ACCEPTANCE: "accepted",
    ActKind.APPROVAL: "approved",
    ActKind.ACCESSION: "acceded",
    ActKind.SUCCESSION: "succeeded",
    ActKind.WITHDRAWAL_NOTICE: "gave notice of withdrawal",
    ActKind.SUSPENSION_NOTICE: "declared a suspension",
}
_AFTER: dict[ActKind, str] = {
    ActKind.SIGNATURE: "a signature",
    ActKind.RATIFICATION: "a ratification",
    ActKind.ACCEPTANCE: "an acceptance",
    ActKind.APPROVAL: "an approval",
    ActKind.ACCESSION: "an accession",
    ActKind.WITHDRAWAL_NOTICE: "a notice of withdrawal",
    ActKind.SUSPENSION_NOTICE: "a suspension",
}
RULES = {
    "signs": "A state signs once, before it consents to be bound (Article 16).",
    "ratifies": "Who has signed ratifies, accepts or approves (Article 16).",
    "consents": "A state consents once, and again only after it has left.",
    "withdraws": "A state withdraws once, and again only after it has come back (Article 20).",
    "suspends": "Only a state that is bound declares a suspension.",
}
"""The rules that a later act on record may break."""

CANNOT = "This cannot be supposed: {says}."
CANNOT_STAND = "This cannot be supposed: {act}. As things stand: {state}"
"""What is no act, and an act that cannot stand, by where the state stands on its day."""

ALREADY = "That is on record already."
OPENED = "The Convention was opened for signature on {day} (Article 15)."
ON_RECORD = "By the record: {act}."
NO_CONFLICT = "{state} is in no armed conflict that could end on {day}."
IN_CONFLICT = "{state} has been in an armed conflict since {since}; that can end, not begin again."
CAN: dict[LegalStatus, str] = {
    LegalStatus.WITHDRAWN: "It can accede again.",
    LegalStatus.WITHDRAWAL_NOTIFIED: "It can accede again once its withdrawal has taken effect.",
    LegalStatus.PARTY: "It can withdraw.",
    LegalStatus.CONSENTED: "It can withdraw once it is bound.",
    LegalStatus.SIGNATORY: "It can ratify, accept or approve (Article 16).",
    LegalStatus.NOT_PARTY: "It can accede (Article 16).",
}
CAN_SIGN = "It can sign (Article 15) or accede (Article 16)."
SIGNATURE_ENDED = "Signature ended with the entry into force on {day} (Article 15)."
NOT_KNOWN = "What can be supposed is what the Convention allows whichever day that was."
"""Why an act cannot stand, and what a state can do instead, where neither is told in one sentence
as in English: a state's name and a day fill places of whole sentences, and no verb agrees.
"""

_OF_CONFLICTS = (ActKind.ARMED_CONFLICT_BEGINS, ActKind.ARMED_CONFLICT_ENDS)


def refusal(error: UnlawfulError, named: str) -> str:
    """Return why an act of a state of this name cannot stand, and what the state can do instead."""
    act, fault, name = error.act, error.fault, capital(named)
    meant, on = _INFINITIVE[act.kind], long_date(act.day)
    if is_supposed(fault.act) and act.kind in _OF_CONFLICTS:
        return _of_conflict(act.kind, fault.beside, name, on)
    if any(each.kind is act.kind and each.date == act.day for each in _on_record(fault)):
        return f"That {named} {_DID[act.kind]} on {on} is on record already."
    if act.kind not in _OF_CONFLICTS and act.day < SIGNATURE_OPENS:
        opened = f"The Convention was opened on {long_date(SIGNATURE_OPENS)} (Article 15)"
        return f"{opened}; {named} cannot {meant} before."
    if not is_supposed(fault.act):
        return _against_the_record(fault, named, act.kind, on)
    told = capital(_told(error.past, act.kind, act.day, named)) if error.past else ""
    return told or f"{name} cannot {meant} on {on}: the Convention expects {fault.expected}."


def _on_record(fault: Fault) -> list[Act]:
    """The acts of a fault that are not supposed."""
    return [act for act in (fault.act, fault.beside) if act and not is_supposed(act)]


def _of_conflict(kind: ActKind, begun: Act | None, name: str, on: str) -> str:
    if kind is ActKind.ARMED_CONFLICT_ENDS or begun is None:
        return filled(NO_CONFLICT, state=name, day=on)
    return filled(IN_CONFLICT, state=name, since=long_date(begun.date))


def _against_the_record(fault: Fault, name: str, kind: ActKind, on: str) -> str:
    """Return why an act that is on record could not have come after one that is supposed."""
    when = long_date(fault.act.date)
    if fault.act.kind in _OF_CONFLICTS:
        begun = f"By the record an armed conflict of {name} begins on {when}"
        return f"{begun}; one that begins on {on} has to end before."
    did = f"By the record {name} {_DID[fault.act.kind]} on {when}"
    rule = _rule(fault) or f"the Convention expects {fault.expected}."
    return f"{did}, and could not have after {_AFTER[kind]} on {on}: {rule[:1].lower()}{rule[1:]}"


def _rule(fault: Fault) -> str:
    """The rule that a later act breaks, where it has words."""
    match fault.act.kind:
        case ActKind.SIGNATURE:
            return RULES["signs"]
        case ActKind.ACCESSION if fault.beside and fault.beside.kind is ActKind.SIGNATURE:
            return RULES["ratifies"]
        case kind if kind in CONSENTS:
            return RULES["consents"]
        case ActKind.WITHDRAWAL_NOTICE:
            return RULES["withdraws"]
        case ActKind.SUSPENSION_NOTICE:
            return RULES["suspends"]
    return ""


def _told(past: History, kind: ActKind, day: date, name: str) -> str:
    """Return where a state stands on a day, by which it cannot do this, and what it can do."""
    spell, meant, on = past.spell, _INFINITIVE[kind], long_date(day)
    match past.status_on(day):
        case LegalStatus.WITHDRAWN if spell and spell.withdrawal_effective:
            left = long_date(spell.withdrawal_effective)
            return f"{name} left on {left}; it can accede again, not {meant}."
        case LegalStatus.WITHDRAWAL_NOTIFIED if spell and spell.withdrawal_notice:
            other = {ActKind.WITHDRAWAL_NOTICE: "give notice again", ActKind.ACCESSION: "before"}
            leaves = spell.withdrawal_effective
            ends = f"leaves on {long_date(leaves)}" if leaves else "leaves when its conflict ends"
            return (
                f"{name} gave notice of withdrawal on {long_date(spell.withdrawal_notice)} and"
                f" {ends} (Article 20(3)); it can accede again from then on,"
                f" not {other.get(kind, meant)}."
            )
        case LegalStatus.PARTY if spell and spell.in_force:
            since = long_date(spell.in_force)
            return f"{name} has been bound since {since}; it can withdraw, not {meant}."
        case LegalStatus.CONSENTED if spell and spell.in_force:
            bound = f"{name} has consented and is bound from {long_date(spell.in_force)} on"
            too_soon = kind is ActKind.WITHDRAWAL_NOTICE
            return f"{bound}; it can withdraw from then on{'' if too_soon else f', not {meant}'}."
        case LegalStatus.SIGNATORY:
            instead = "ratify, accept or approve (Article 16)"
            return f"{name} has signed and is not bound; it can {instead}, not {meant}."
        case LegalStatus.NOT_PARTY:
            convention = treaty.entry_into_force(date.min, past.fortieth)
            can = "accede (Article 16)"
            if kind is ActKind.SIGNATURE and convention:
                until = long_date(convention)
                stands = f"signature ended with the entry into force on {until} (Article 15)"
            else:
                stands = (
                    f"{name} {'has not signed' if kind in CONSENTS else f'is no party on {on}'}"
                )
                if convention is None or day < convention:
                    can = "sign (Article 15) or accede (Article 16)"
            who = name if kind is ActKind.SIGNATURE else "it"
            return f"{stands}; {who} can {can}, not {meant}."
        case None:
            unknown = treaty.inexact(past.acts)[-1]
            did = f"{_DID[unknown.kind]} on {long_date(unknown.date)}"
            return (
                f"It is not known whether {name} is bound on {on}: it {did}. What can be supposed"
                " is what the Convention allows whichever day that was."
            )
    return ""


def besides(error: UnlawfulError, name: str, tongue: Tongue) -> list[str]:
    """Say in another language than English which rule an act that cannot stand breaks, and what
    the state can do instead; in whole sentences.
    """
    act, fault = error.act, error.fault
    if is_supposed(fault.act) and act.kind in _OF_CONFLICTS:
        if act.kind is ActKind.ARMED_CONFLICT_ENDS or fault.beside is None:
            return [tongue.text(NO_CONFLICT, state=name, day=tongue.on(act.day))]
        return [tongue.text(IN_CONFLICT, state=name, since=tongue.on(fault.beside.date))]
    if any(each.kind is act.kind and each.date == act.day for each in _on_record(fault)):
        return [tongue.text(ALREADY)]
    if act.kind not in _OF_CONFLICTS and act.day < SIGNATURE_OPENS:
        return [tongue.text(OPENED, day=tongue.on(SIGNATURE_OPENS))]
    if not is_supposed(fault.act):
        recorded, rule = CLAUSES.get(fault.act.kind), _rule(fault)
        told = recorded and tongue.text(recorded, state=name, day=tongue.on(fault.act.date))
        said = told and tongue.text(ON_RECORD, act=told)
        return [*filter(None, (said, rule and tongue.text(rule)))]
    return _instead(error.past, act.kind, act.day, tongue) if error.past else []


def _instead(past: History, kind: ActKind, day: date, tongue: Tongue) -> list[str]:
    """Return what a state can do on a day that it cannot do this."""
    status = past.status_on(day)
    if status is None:
        return [tongue.text(NOT_KNOWN)]
    if status is not LegalStatus.NOT_PARTY:
        return [tongue.text(CAN[status])]
    convention = treaty.entry_into_force(date.min, past.fortieth)
    if kind is ActKind.SIGNATURE and convention:
        ended = tongue.text(SIGNATURE_ENDED, day=tongue.on(convention))
        return [ended, tongue.text(CAN[status])]
    open_yet = convention is None or day < convention
    return [tongue.text(CAN_SIGN if open_yet else CAN[status])]
