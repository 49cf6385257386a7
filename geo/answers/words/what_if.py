"""What is supposed and on no record, what would follow from it, and why an act cannot stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from geo.atlas.atlas import Atlas
from geo.atlas.supposed import Supposed
from geo.atlas.what_if import UnlawfulError
from geo.basics.dates import earliest
from geo.basics.formats import long_date
from geo.treaty import CONSENTS, ActKind, History, LegalStatus

MARK = "What if: supposed, not on record"
"""What stands across every picture of it, and in its files."""

_DOES: dict[ActKind, str] = {
    ActKind.SIGNATURE: "signs",
    ActKind.RATIFICATION: "deposits its ratification",
    ActKind.ACCEPTANCE: "deposits its acceptance",
    ActKind.APPROVAL: "deposits its approval",
    ActKind.ACCESSION: "accedes",
    ActKind.WITHDRAWAL_NOTICE: "gives notice of withdrawal",
    ActKind.SUSPENSION_NOTICE: "declares a suspension",
    ActKind.ARMED_CONFLICT_BEGINS: "is in an armed conflict from",
    ActKind.ARMED_CONFLICT_ENDS: "ends its armed conflict",
}


def clause(act: Supposed, name: str) -> str:
    """An act inside a sentence: "Norway gives notice of withdrawal on 1 December 2026"."""
    on = "" if act.kind is ActKind.ARMED_CONFLICT_BEGINS else "on "
    return f"{name} {_DOES[act.kind]} {on}{long_date(act.day)}"


def supposing(acts: Iterable[Supposed], names: Mapping[str, str]) -> str:
    """How a sentence begins that follows from supposed acts, with a comma; empty for none."""
    clauses = [clause(act, names[act.iso_a3]) for act in acts]
    if not clauses:
        return ""
    *others, last = clauses
    told = f"{', '.join(others)} and {last}" if others else last
    return f"Supposing what is not on record, that {told}, "


def effect(atlas: Atlas, act: Supposed, name: str) -> str:
    """What follows from a supposed act, when, and by which article; a whole sentence."""
    past = atlas.history(act.iso_a3)
    return f"{_effect(past, act, name)}."


def _effect(past: History, act: Supposed, name: str) -> str:
    kind = act.kind
    if kind is ActKind.SIGNATURE:
        return f"A signature alone does not bind {name} (Articles 15 to 17)"
    if kind is ActKind.SUSPENSION_NOTICE:
        return f"{name} stays bound: the Convention provides for no suspension"
    if kind in CONSENTS:
        spell = next(s for s in past.spells if s.consent.date == act.day)
        if spell.in_force is None:
            return "The Convention itself is not in force (Article 17(1))"
        since = f"in force for {name} on {long_date(spell.in_force)}"
        return f"The Convention is {since}, the first day of the sixth month after (Article 17)"
    spells = [s for s in past.spells if s.withdrawal_notice is not None]
    if kind is ActKind.WITHDRAWAL_NOTICE:
        spells = [s for s in spells if s.withdrawal_notice == act.day]
    held = [s for s in spells if s.withdrawal_effective != s.expiry]
    if kind is ActKind.WITHDRAWAL_NOTICE and not held:
        left = long_date(spells[0].withdrawal_effective or act.day)
        return f"The withdrawal of {name} takes effect on {left}, six months on (Article 20(3))"
    if held:
        ends = held[-1].withdrawal_effective
        until = f"to {long_date(ends)}" if ends else "until it ends"
        return f"The armed conflict keeps {name} bound {until} (Article 20(3))"
    return f"No withdrawal of {name} waits for the end of this armed conflict (Article 20(3))"


def refusal(error: UnlawfulError, named: str) -> str:
    """Why an act of a state of this name cannot stand, and what the state can do instead."""
    act = error.act
    name = f"{named[:1].upper()}{named[1:]}"
    other, beside = error.fault.act, error.fault.beside
    if other.kind is ActKind.ARMED_CONFLICT_BEGINS and beside:
        since = long_date(beside.date)
        return f"{name} is in an armed conflict since {since}; that can end, not begin again."
    if other.kind is ActKind.ARMED_CONFLICT_ENDS:
        return f"{name} is in no armed conflict that could end on {long_date(act.day)}."
    if error.past is not None and (other.date, other.kind) == (act.day, act.kind):
        told, can = _standing(error.past, act.day, name), _can(error.past, act.day)
        if told and can:
            meant = _INFINITIVE[act.kind]
            return f"{told}; it can {can}{'' if can.startswith(meant) else f', not {meant}'}."
    return (
        f"{name} cannot {_INFINITIVE[act.kind]} on {long_date(act.day)}: of"
        f" {other.kind.replace('_', ' ')} on {long_date(other.date)} the Convention expects"
        f" {error.fault.expected}."
    )


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


def _standing(past: History, day: date, name: str) -> str:
    """Where a state stands on a day, by which it cannot do what is supposed."""
    spell = past.spell
    match past.status_on(day):
        case LegalStatus.WITHDRAWN if spell and spell.withdrawal_effective:
            return f"{name} left on {long_date(spell.withdrawal_effective)}"
        case LegalStatus.WITHDRAWAL_NOTIFIED if spell and spell.withdrawal_notice:
            notified = f"{name} gave notice of withdrawal on {long_date(spell.withdrawal_notice)}"
            return notified if earliest(spell.withdrawal_notice) < day else ""
        case LegalStatus.PARTY if spell and spell.in_force:
            return f"{name} is bound since {long_date(spell.in_force)}"
        case LegalStatus.CONSENTED if spell and spell.in_force:
            return f"{name} has consented and is bound from {long_date(spell.in_force)} on"
        case LegalStatus.SIGNATORY:
            return f"{name} has signed and is not bound"
        case LegalStatus.NOT_PARTY:
            return f"{name} is no party on {long_date(day)}"
    return ""


def _can(past: History, day: date) -> str:
    match past.status_on(day):
        case LegalStatus.WITHDRAWN:
            return "accede again"
        case LegalStatus.WITHDRAWAL_NOTIFIED:
            return "accede again once it has left"
        case LegalStatus.PARTY:
            return "withdraw"
        case LegalStatus.CONSENTED:
            return "withdraw from then on"
        case LegalStatus.SIGNATORY:
            return "ratify, accept or approve (Article 16)"
        case LegalStatus.NOT_PARTY:
            return "accede (Article 16)"
    return ""
