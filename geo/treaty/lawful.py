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
    return tuple(_Reading(in_order(acts), fortieth).faults())


@dataclass(slots=True)
class _Reading:
    """The acts of one state, read one after another, and what those read so far have come to."""

    acts: Sequence[Act]
    fortieth: date | None
    signed: Act | None = None
    consented: Act | None = None
    in_force: date | None = None
    noticed: Act | None = None
    left: date | None = None
    begun: Act | None = None

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong with each act where it stands."""
        for act in self.acts:
            if act.effective and act.kind is not ActKind.SUCCESSION:
                yield Fault(act, "effective", f"nothing on {act.kind}")
            yield from self._read(act, earliest(act.date))

    def _read(self, act: Act, day: date) -> Iterator[Fault]:
        match act.kind:
            case ActKind.SIGNATURE:
                return self._signature(act, day)
            case ActKind.WITHDRAWAL_NOTICE:
                return self._notice(act, day)
            case ActKind.SUSPENSION_NOTICE:
                return self._suspension(act, day)
            case ActKind.ARMED_CONFLICT_BEGINS:
                return self._conflict_begins(act)
            case ActKind.ARMED_CONFLICT_ENDS:
                return self._conflict_ends(act)
            case _:
                return self._consent(act, day)

    @property
    def _convention(self) -> date | None:
        """The day on which the Convention itself has come into force (Article 17 (1))."""
        return entry_into_force(date.min, self.fortieth) if self.fortieth else None

    def _signature(self, act: Act, day: date) -> Iterator[Fault]:
        """Article 15: open for signature until the Convention comes into force."""
        if self.signed:
            yield Fault(act, "kind", "one signature for a state", self.signed)
        elif self.consented and self.consented.kind not in OF_SIGNATORIES:
            yield Fault(act, "kind", "a signature before any consent to be bound", self.consented)
        closed = self._convention
        if day < SIGNATURE_OPENS or (closed and day >= closed):
            last = f"to {closed - timedelta(days=1)}" if closed else "on"
            yield Fault(act, "date", f"a day from {SIGNATURE_OPENS} {last} (Article 15)")
        self.signed = act

    def _consent(self, act: Act, day: date) -> Iterator[Fault]:
        """Article 16: one consent to be bound, of the kind that is open to the state."""
        if day < SIGNATURE_OPENS:
            yield Fault(act, "date", f"a day from {SIGNATURE_OPENS} on (Article 15)")
        if self.consented and not (self.left and day >= self.left):
            expected = "one consent to be bound, or a new one after leaving"
            yield Fault(act, "kind", expected, self.consented)
        if act.kind is ActKind.ACCESSION and self.signed and not self.consented:
            expected = "ratification, acceptance or approval by a signatory (Article 16)"
            yield Fault(act, "kind", expected, self.signed)
        if act.kind in OF_SIGNATORIES and not self.signed:
            yield _unsigned(act, self.acts)
        if act.kind is ActKind.SUCCESSION:
            yield from _reach(act, self._convention)
            if self.left and act.effective and act.effective < self.left:
                expected = f"a day not before {self.left}, on which it left"
                yield Fault(act, "effective", expected, self.noticed)
        self.consented = act
        self.in_force = act.effective or entry_into_force(day, self.fortieth)
        self.noticed = self.left = None

    def _notice(self, act: Act, day: date) -> Iterator[Fault]:
        """Article 20: a party may leave, by one notice at a time."""
        if self.in_force is None:
            expected = "an act of a state with the Convention in force there"
            yield Fault(act, "kind", expected, self.consented)
        elif day < self.in_force:
            expected = f"a day from {self.in_force} on, with the Convention in force there"
            yield Fault(act, "date", expected, self.consented)
        if self.noticed:
            yield Fault(act, "kind", "one notice of withdrawal at a time", self.noticed)
        self.noticed = act
        self.left = withdrawal_effective(day, _conflicts_if_paired(self.acts))

    def _suspension(self, act: Act, day: date) -> Iterator[Fault]:
        """The Convention knows no suspension; who declares one is bound."""
        expected = "a declaration by a state that is bound"
        if self.in_force is None:
            yield Fault(act, "kind", expected, self.consented)
        elif day < self.in_force:
            yield Fault(act, "date", expected, self.consented)
        elif self.left and day >= self.left:
            yield Fault(act, "date", expected, self.noticed)

    def _conflict_begins(self, act: Act) -> Iterator[Fault]:
        if self.begun:
            yield Fault(act, "kind", "the end of the earlier conflict first", self.begun)
        self.begun = act

    def _conflict_ends(self, act: Act) -> Iterator[Fault]:
        if not self.begun:
            yield Fault(act, "date", "a day after the beginning of that conflict")
        self.begun = None


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
