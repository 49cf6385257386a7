"""Which acts the Convention allows where they stand (Articles 15, 16 and 20)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product
from typing import Literal

from geo.basics.dates import earliest, latest
from geo.treaty.effective_dates import (
    SIGNATURE_OPENS,
    Conflict,
    entry_into_force,
    withdrawal_effective,
)
from geo.treaty.terms import (
    CONSENTS,
    OF_SIGNATORIES,
    Act,
    ActKind,
    at,
    conflicts_of,
    in_order,
    inexact,
)

ON_A_DAY = frozenset(
    {ActKind.SUSPENSION_NOTICE, ActKind.ARMED_CONFLICT_BEGINS, ActKind.ARMED_CONFLICT_ENDS}
)
"""Kinds that need their day: they show practice, or hold a withdrawal back."""


@dataclass(frozen=True, slots=True)
class Fault:
    """An act that cannot stand where it stands, and what the treaty expects instead.

    `of` is what the treaty expects to be another: the act's kind, its date or its effective day.
    `beside` is the other act that makes it a fault, where it is one.
    """

    act: Act
    of: Literal["kind", "date", "effective"]
    expected: str
    beside: Act | None = None


class TreatyError(ValueError):
    """Acts that contradict the treaty; `faults` lists every one."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(
            "; ".join(f"{f.act.date} {f.act.kind}, {f.of}: expected {f.expected}" for f in faults)
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
    needs = [act for act in unknown if act.kind in ON_A_DAY]
    if needs:
        return tuple(Fault(act, "date", f"the day of the {act.kind}") for act in needs)
    found: dict[tuple[int, str], Fault] = {}
    for days in product((earliest, latest), repeat=len(unknown)):
        chosen = dict(zip(map(id, unknown), days, strict=True))
        exact = [at([act], chosen.get(id(act), earliest))[0] for act in given]
        meant = {id(one): act for one, act in zip(exact, given, strict=True)}
        for fault in _faults(exact, fortieth):
            act, beside = meant[id(fault.act)], meant.get(id(fault.beside))
            found.setdefault((id(act), fault.of), replace(fault, act=act, beside=beside))
    return tuple(found.values())


def _faults(acts: Iterable[Act], fortieth: date | None) -> tuple[Fault, ...]:
    """The same for acts each of which is on a day."""
    found: list[Fault] = []
    convention = entry_into_force(date.min, fortieth) if fortieth else None
    signed: Act | None = None
    consented: Act | None = None
    in_force: date | None = None
    noticed: Act | None = None
    left: date | None = None
    begun: Act | None = None
    ordered = in_order(acts)
    for act in ordered:
        day = earliest(act.date)
        if act.effective and act.kind is not ActKind.SUCCESSION:
            found.append(Fault(act, "effective", f"nothing on {act.kind}"))
        match act.kind:
            case ActKind.SIGNATURE:
                if signed:
                    found.append(Fault(act, "kind", "one signature for a state", signed))
                elif consented and consented.kind not in OF_SIGNATORIES:
                    expected = "a signature before any consent to be bound"
                    found.append(Fault(act, "kind", expected, consented))
                if day < SIGNATURE_OPENS or (convention and day >= convention):
                    last = f"to {convention - timedelta(days=1)}" if convention else "on"
                    window = f"a day from {SIGNATURE_OPENS} {last} (Article 15)"
                    found.append(Fault(act, "date", window))
                signed = act
            case kind if kind in CONSENTS:
                if day < SIGNATURE_OPENS:
                    opened = f"a day from {SIGNATURE_OPENS} on (Article 15)"
                    found.append(Fault(act, "date", opened))
                if consented and not (left and day >= left):
                    expected = "one consent to be bound, or a new one after leaving"
                    found.append(Fault(act, "kind", expected, consented))
                if kind is ActKind.ACCESSION and signed and not consented:
                    expected = "ratification, acceptance or approval by a signatory (Article 16)"
                    found.append(Fault(act, "kind", expected, signed))
                if kind in OF_SIGNATORIES and not signed:
                    found.append(_unsigned(act, ordered))
                if kind is ActKind.SUCCESSION:
                    found += _reach(act, convention)
                    if left and act.effective and act.effective < left:
                        expected = f"a day not before {left}, on which it left"
                        found.append(Fault(act, "effective", expected, noticed))
                consented = act
                in_force = act.effective or entry_into_force(day, fortieth)
                noticed = left = None
            case ActKind.WITHDRAWAL_NOTICE:
                if in_force is None:
                    expected = "an act of a state with the Convention in force there"
                    found.append(Fault(act, "kind", expected, consented))
                elif day < in_force:
                    expected = f"a day from {in_force} on, with the Convention in force there"
                    found.append(Fault(act, "date", expected, consented))
                if noticed:
                    found.append(Fault(act, "kind", "one notice of withdrawal at a time", noticed))
                noticed = act
                left = withdrawal_effective(day, _conflicts_if_paired(ordered))
            case ActKind.SUSPENSION_NOTICE:
                expected = "a declaration by a state that is bound"
                if in_force is None:
                    found.append(Fault(act, "kind", expected, consented))
                elif day < in_force:
                    found.append(Fault(act, "date", expected, consented))
                elif left and day >= left:
                    found.append(Fault(act, "date", expected, noticed))
            case ActKind.ARMED_CONFLICT_BEGINS:
                if begun:
                    found.append(Fault(act, "kind", "the end of the earlier conflict first", begun))
                begun = act
            case ActKind.ARMED_CONFLICT_ENDS:
                if not begun:
                    found.append(Fault(act, "date", "a day after the beginning of that conflict"))
                begun = None
    return tuple(found)


def _unsigned(act: Act, acts: Iterable[Act]) -> Fault:
    """Return what is wrong with an instrument of a signatory that no signature comes before."""
    later = next((other for other in acts if other.kind is ActKind.SIGNATURE), None)
    if later is None:
        return Fault(act, "kind", "accession, without a signature (Article 16)")
    expected = f"a day from the signature on, {later.date} (Article 16)"
    return Fault(act, "date", expected, later)


def _reach(act: Act, convention: date | None) -> Iterator[Fault]:
    """Yield what is wrong with the day from which the Convention counts for a successor."""
    if act.effective is None:
        yield Fault(act, "effective", "the day of the succession")
    elif act.effective > (day := earliest(act.date)):
        yield Fault(act, "effective", f"a day not after {day}, its deposit")
    elif convention is None or act.effective < convention:
        since = convention or "that of the Convention's entry into force"
        yield Fault(act, "effective", f"a day not before {since}")


def _conflicts_if_paired(acts: Sequence[Act]) -> tuple[Conflict, ...]:
    kinds = [a.kind for a in acts if a.kind.startswith("armed_conflict")]
    alternating = all(
        (kind is ActKind.ARMED_CONFLICT_BEGINS) == (place % 2 == 0)
        for place, kind in enumerate(kinds)
    )
    return conflicts_of(acts) if alternating else ()
