"""Which acts the Convention allows where they stand (Articles 15, 16 and 20)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from geo.basics.dates import earliest, latest
from geo.treaty.effective_dates import (
    SIGNATURE_OPENS,
    Conflict,
    entry_into_force,
    withdrawal_effective,
)
from geo.treaty.terms import CONSENTS, Act, ActKind, at, conflicts_of, in_order, inexact

ON_A_DAY = frozenset(
    {ActKind.SUSPENSION_NOTICE, ActKind.ARMED_CONFLICT_BEGINS, ActKind.ARMED_CONFLICT_ENDS}
)
"""Kinds that need their day: they show practice, or hold a withdrawal back."""


@dataclass(frozen=True, slots=True)
class Fault:
    """An act that cannot stand where it stands, and what the treaty expects instead."""

    act: Act
    expected: str


class TreatyError(ValueError):
    """Acts that contradict the treaty; `faults` lists every one."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(
            "; ".join(f"{f.act.date} {f.act.kind}: expected {f.expected}" for f in faults)
        )


def faults(acts: Iterable[Act], fortieth: date | None) -> tuple[Fault, ...]:
    """Every act of one state that the treaty does not allow where it stands.

    An act whose day is not known must be lawful on each of its days, whatever the days of others.
    Each rule holds an act to a fixed day or to the effect of one other act, and an effect never
    comes earlier for an act that comes later: so the first and the last days decide for all.
    """
    given = tuple(acts)
    unknown = inexact(given)
    if not unknown:
        return _faults(given, fortieth)
    found = [Fault(act, f"the day of the {act.kind}") for act in unknown if act.kind in ON_A_DAY]
    if found:
        return tuple(found)
    for days in product((earliest, latest), repeat=len(unknown)):
        chosen = dict(zip(map(id, unknown), days, strict=True))
        exact = [at([act], chosen.get(id(act), earliest))[0] for act in given]
        meant = {id(one): act for one, act in zip(exact, given, strict=True)}
        found += [Fault(meant[id(f.act)], f.expected) for f in _faults(exact, fortieth)]
    return tuple(dict.fromkeys(found))


def _faults(acts: Iterable[Act], fortieth: date | None) -> tuple[Fault, ...]:
    """The same for acts each of which is on a day."""
    found: list[Fault] = []
    convention = entry_into_force(date.min, fortieth) if fortieth else None
    signed: date | None = None
    consented: date | None = None
    in_force: date | None = None
    noticed: date | None = None
    left: date | None = None
    in_conflict = False
    ordered = in_order(acts)
    for act in ordered:
        day = earliest(act.date)
        match act.kind:
            case ActKind.SIGNATURE:
                if signed or consented:
                    found.append(Fault(act, "one signature, before any consent to be bound"))
                if day < SIGNATURE_OPENS or (convention and day >= convention):
                    window = f"from {SIGNATURE_OPENS} until {convention or 'entry into force'}"
                    found.append(Fault(act, f"a signature {window} (Article 15)"))
                signed = day
            case kind if kind in CONSENTS:
                if consented and not (left and day >= left):
                    found.append(Fault(act, "one consent to be bound, or a new one after leaving"))
                if kind is ActKind.ACCESSION and signed and not consented:
                    found.append(Fault(act, "ratification, acceptance or approval by a signatory"))
                if kind not in (ActKind.ACCESSION, ActKind.SUCCESSION) and not signed:
                    found.append(Fault(act, "a signature first, or an accession (Article 16)"))
                if (kind is ActKind.SUCCESSION) != (act.effective is not None):
                    found.append(Fault(act, "an effective day on a succession, and only there"))
                if act.effective and not (convention and convention <= act.effective <= day):
                    reach = f"between {convention or 'entry into force'} and its deposit"
                    found.append(Fault(act, f"a succession effective {reach}"))
                consented = day
                in_force = act.effective or entry_into_force(day, fortieth)
                noticed = left = None
            case ActKind.WITHDRAWAL_NOTICE:
                if in_force is None or day < in_force:
                    found.append(Fault(act, "a notice after the Convention is in force there"))
                if noticed:
                    found.append(Fault(act, "one notice of withdrawal at a time"))
                noticed = day
                left = withdrawal_effective(day, _conflicts_if_paired(ordered))
            case ActKind.SUSPENSION_NOTICE:
                if in_force is None or day < in_force or (left and day >= left):
                    found.append(Fault(act, "a declaration by a state that is bound"))
            case ActKind.ARMED_CONFLICT_BEGINS:
                if in_conflict:
                    found.append(Fault(act, "the end of the earlier conflict first"))
                in_conflict = True
            case ActKind.ARMED_CONFLICT_ENDS:
                if not in_conflict:
                    found.append(Fault(act, "the beginning of that conflict first"))
                in_conflict = False
    return tuple(found)


def _conflicts_if_paired(acts: Sequence[Act]) -> tuple[Conflict, ...]:
    kinds = [a.kind for a in acts if a.kind.startswith("armed_conflict")]
    alternating = all(
        (kind is ActKind.ARMED_CONFLICT_BEGINS) == (place % 2 == 0)
        for place, kind in enumerate(kinds)
    )
    return conflicts_of(acts) if alternating else ()
