"""The Convention's own rules: from a state's acts to its legal status on a day.

Pure law, no files and no maps. The rules are those of the Convention on the Prohibition of the Use,
Stockpiling, Production and Transfer of Anti-Personnel Mines and on their Destruction (Oslo,
18 September 1997): Article 15 (signature), 16 (consent), 17 (entry into force) and 20 (withdrawal).
All dates are calendar days (`datetime.date`); a status holds from its first day on, inclusive. When
something takes effect is worked out in `geo.effect` and offered here with the rest of the law.
"""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from geo.effect import MONTHS_TO_EFFECT as MONTHS_TO_EFFECT
from geo.effect import SIGNATURE_OPENS as SIGNATURE_OPENS
from geo.effect import Conflict as Conflict
from geo.effect import add_months as add_months
from geo.effect import entry_into_force as entry_into_force
from geo.effect import fortieth_deposit as fortieth_deposit
from geo.effect import withdrawal_effective as withdrawal_effective


class ActKind(StrEnum):
    """What a state does towards the treaty, and the conflicts Article 20(3) asks about."""

    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    WITHDRAWAL_NOTICE = "withdrawal_notice"
    SUSPENSION_NOTICE = "suspension_notice"
    OBJECTION = "objection"
    ARMED_CONFLICT_BEGINS = "armed_conflict_begins"
    ARMED_CONFLICT_ENDS = "armed_conflict_ends"


INSTRUMENTS = frozenset(
    {ActKind.RATIFICATION, ActKind.ACCEPTANCE, ActKind.APPROVAL, ActKind.ACCESSION}
)
"""Instruments deposited under Article 16; Article 17 counts these and no others."""

CONSENTS = INSTRUMENTS | {ActKind.SUCCESSION}
"""Acts that make a state a party."""

_SAME_DAY_ORDER = {kind: place for place, kind in enumerate(ActKind)}


class LegalStatus(StrEnum):
    """Where a state stands in law. Practice is another layer, see `Practice`."""

    NOT_PARTY = "not_party"
    SIGNATORY = "signatory"
    CONSENTED = "consented"
    PARTY = "party"
    WITHDRAWAL_NOTIFIED = "withdrawal_notified"
    WITHDRAWN = "withdrawn"

    @property
    def bound(self) -> bool:
        """Bound until the withdrawal takes effect: a notice alone frees no one (Article 20(3))."""
        return self in (LegalStatus.PARTY, LegalStatus.WITHDRAWAL_NOTIFIED)


class Practice(StrEnum):
    """What a state declares it does, whatever the law says of the declaration."""

    NONE = "none"
    SUSPENSION_DECLARED = "suspension_declared"


@dataclass(frozen=True, slots=True)
class Act:
    """One dated act. `effective` belongs to successions only: the day they reach back to."""

    date: datetime.date
    kind: ActKind
    effective: datetime.date | None = None


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


@dataclass(frozen=True)
class History:
    """A state's acts and the legal statuses that follow from them.

    `changes` holds (first day, status) in order of date; before the first a state is not a party.
    """

    acts: tuple[Act, ...]
    changes: tuple[tuple[date, LegalStatus], ...]
    signature: Act | None
    consent: Act | None
    in_force: date | None
    withdrawal_notice: date | None
    withdrawal_effective: date | None
    suspension_notice: date | None

    def status_on(self, day: date) -> LegalStatus:
        """Legal status on `day`."""
        return self._current(day)[1]

    def since(self, day: date) -> date | None:
        """First day of the status that holds on `day`; None for a state that has never acted."""
        return self._current(day)[0]

    def _current(self, day: date) -> tuple[date | None, LegalStatus]:
        place = bisect_right(self.changes, day, key=lambda change: change[0])
        return self.changes[place - 1] if place else (None, LegalStatus.NOT_PARTY)

    def practice_on(self, day: date) -> Practice:
        """Declared practice on `day`; it never changes the legal status."""
        declared = self.suspension_notice
        if declared is not None and declared <= day and self.status_on(day).bound:
            return Practice.SUSPENSION_DECLARED
        return Practice.NONE


def conflicts_of(acts: Iterable[Act]) -> tuple[Conflict, ...]:
    """Pair the beginnings and ends of a state's armed conflicts, in order of date."""
    conflicts: list[Conflict] = []
    for act in in_order(acts):
        if act.kind is ActKind.ARMED_CONFLICT_BEGINS:
            conflicts.append(Conflict(act.date))
        elif act.kind is ActKind.ARMED_CONFLICT_ENDS:
            conflicts[-1] = Conflict(conflicts[-1].begin, act.date)
    return tuple(conflicts)


def in_order(acts: Iterable[Act]) -> tuple[Act, ...]:
    """Acts by date; on one day signature comes before consent, consent before withdrawal."""
    return tuple(sorted(acts, key=lambda act: (act.date, _SAME_DAY_ORDER[act.kind])))


def faults(acts: Iterable[Act], fortieth: date | None) -> tuple[Fault, ...]:
    """Every act of one state that the treaty does not allow where it stands."""
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
        match act.kind:
            case ActKind.SIGNATURE:
                if signed or consented:
                    found.append(Fault(act, "one signature, before any consent to be bound"))
                if act.date < SIGNATURE_OPENS or (convention and act.date >= convention):
                    window = f"from {SIGNATURE_OPENS} until {convention or 'entry into force'}"
                    found.append(Fault(act, f"a signature {window} (Article 15)"))
                signed = act.date
            case kind if kind in CONSENTS:
                if consented and not (left and act.date >= left):
                    found.append(Fault(act, "one consent to be bound, or a new one after leaving"))
                if kind is ActKind.ACCESSION and signed and not consented:
                    found.append(Fault(act, "ratification, acceptance or approval by a signatory"))
                if kind not in (ActKind.ACCESSION, ActKind.SUCCESSION) and not signed:
                    found.append(Fault(act, "a signature first, or an accession (Article 16)"))
                if (kind is ActKind.SUCCESSION) != (act.effective is not None):
                    found.append(Fault(act, "an effective day on a succession, and only there"))
                if act.effective and not (convention and convention <= act.effective <= act.date):
                    reach = f"between {convention or 'entry into force'} and its deposit"
                    found.append(Fault(act, f"a succession effective {reach}"))
                consented = act.date
                in_force = act.effective or entry_into_force(act.date, fortieth)
                noticed = left = None
            case ActKind.WITHDRAWAL_NOTICE:
                if in_force is None or act.date < in_force:
                    found.append(Fault(act, "a notice after the Convention is in force there"))
                if noticed:
                    found.append(Fault(act, "one notice of withdrawal at a time"))
                noticed = act.date
                left = withdrawal_effective(act.date, _conflicts_if_paired(ordered))
            case ActKind.SUSPENSION_NOTICE:
                if in_force is None or act.date < in_force or (left and act.date >= left):
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


def history(acts: Iterable[Act], fortieth: date | None) -> History:
    """Work out a state's statuses from its acts.

    `fortieth` is the day the 40th instrument was deposited, see `fortieth_deposit`.
    Raises TreatyError naming every act that cannot stand.
    """
    ordered = in_order(acts)
    if found := faults(ordered, fortieth):
        raise TreatyError(found)
    conflicts = conflicts_of(ordered)
    changes: list[tuple[date, LegalStatus]] = []
    signature: Act | None = None
    consent: Act | None = None
    in_force: date | None = None
    notice: date | None = None
    left: date | None = None
    suspended: date | None = None
    for act in ordered:
        if act.kind is ActKind.SIGNATURE:
            signature = act
            changes.append((act.date, LegalStatus.SIGNATORY))
        elif act.kind in CONSENTS:
            consent, notice, left = act, None, None
            in_force = act.effective or entry_into_force(act.date, fortieth)
            if act.effective is None:
                changes.append((act.date, LegalStatus.CONSENTED))
            if in_force:
                changes.append((in_force, LegalStatus.PARTY))
        elif act.kind is ActKind.WITHDRAWAL_NOTICE:
            notice, left = act.date, withdrawal_effective(act.date, conflicts)
            changes.append((act.date, LegalStatus.WITHDRAWAL_NOTIFIED))
            if left:
                changes.append((left, LegalStatus.WITHDRAWN))
        elif act.kind is ActKind.SUSPENSION_NOTICE:
            suspended = act.date
    return History(
        acts=ordered,
        changes=tuple(sorted(dict(changes).items())),
        signature=signature,
        consent=consent,
        in_force=in_force,
        withdrawal_notice=notice,
        withdrawal_effective=left,
        suspension_notice=suspended,
    )
