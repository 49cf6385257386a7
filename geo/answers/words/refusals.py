"""Why an act cannot be supposed: where the state stands by then, and what it can do instead."""

from __future__ import annotations

from datetime import date

from geo import treaty
from geo.answers.words.what_if import capital
from geo.atlas.what_if import UnlawfulError, is_supposed
from geo.basics.formats import long_date
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
CANNOT = "This cannot be supposed: {says}."
CANNOT_STAND = "This cannot be supposed: {act}. As things stand: {state}"
"""What is no act, and an act that cannot stand, by where the state stands on its day."""

_OF_CONFLICTS = (ActKind.ARMED_CONFLICT_BEGINS, ActKind.ARMED_CONFLICT_ENDS)


def refusal(error: UnlawfulError, named: str) -> str:
    """Why an act of a state of this name cannot stand, and what the state can do instead."""
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
        return f"{name} is in no armed conflict that could end on {on}."
    since = long_date(begun.date)
    return f"{name} has been in an armed conflict since {since}; that can end, not begin again."


def _against_the_record(fault: Fault, name: str, kind: ActKind, on: str) -> str:
    """Why an act that is on record could not have come after one that is supposed."""
    when = long_date(fault.act.date)
    if fault.act.kind in _OF_CONFLICTS:
        begun = f"By the record an armed conflict of {name} begins on {when}"
        return f"{begun}; one that begins on {on} has to end before."
    did = f"By the record {name} {_DID[fault.act.kind]} on {when}"
    return f"{did}, and could not have after {_AFTER[kind]} on {on}: {_rule(fault)}."


def _rule(fault: Fault) -> str:
    """The rule that a later act breaks."""
    match fault.act.kind:
        case ActKind.SIGNATURE:
            return "a state signs once, before it consents to be bound (Article 16)"
        case ActKind.ACCESSION if fault.beside and fault.beside.kind is ActKind.SIGNATURE:
            return "who has signed ratifies, accepts or approves (Article 16)"
        case kind if kind in CONSENTS:
            return "a state consents once, and again only after it has left"
        case ActKind.WITHDRAWAL_NOTICE:
            return "a state withdraws once, and again only after it has come back (Article 20)"
        case ActKind.SUSPENSION_NOTICE:
            return "only a state that is bound declares a suspension"
    return f"the Convention expects {fault.expected}"


def _told(past: History, kind: ActKind, day: date, name: str) -> str:
    """Where a state stands on a day, by which it cannot do this, and what it can do."""
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
