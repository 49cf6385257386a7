"""The terms of the Convention: what a state does, where it then stands, what it declares.

Pure law. An act whose day nobody knows is dated by an interval; `at` puts it on one of its days.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from geo.basics.dates import Interval, earliest
from geo.treaty.effective_dates import Conflict


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


OF_SIGNATORIES = frozenset({ActKind.RATIFICATION, ActKind.ACCEPTANCE, ActKind.APPROVAL})
"""Instruments of states that have signed (Article 16)."""

INSTRUMENTS = OF_SIGNATORIES | {ActKind.ACCESSION}
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


def bound(statuses: Sequence[LegalStatus]) -> bool | None:
    """Whether a state is bound of which these statuses are possible; None where they differ."""
    first = statuses[0].bound
    if len(statuses) == 1:  # of nearly every state, and asked of all of them for each day
        return first
    return first if all(status.bound is first for status in statuses) else None


class Practice(StrEnum):
    """What a state declares it does, whatever the law says of the declaration."""

    NONE = "none"
    SUSPENSION_DECLARED = "suspension_declared"


@dataclass(frozen=True, slots=True)
class Act:
    """One act, on a day or on some day of an interval that is not known which.

    `effective` belongs to successions only: the day they reach back to. `event_id` names the event
    that the act was read from, and is empty where it was read from none.
    """

    date: datetime.date | Interval
    kind: ActKind
    effective: datetime.date | None = None
    event_id: str = ""

    @property
    def begins(self) -> datetime.date:
        """The first day on which it can count: that of a succession lies before its deposit."""
        return min(earliest(self.date), self.effective or datetime.date.max)


def conflicts_of(acts: Iterable[Act]) -> tuple[Conflict, ...]:
    """Pair the beginnings and ends of a state's armed conflicts, in order of date; all are days."""
    conflicts: list[Conflict] = []
    for act in in_order(acts):
        if act.kind is ActKind.ARMED_CONFLICT_BEGINS:
            conflicts.append(Conflict(earliest(act.date)))
        elif act.kind is ActKind.ARMED_CONFLICT_ENDS:
            conflicts[-1] = Conflict(conflicts[-1].begin, earliest(act.date))
    return tuple(conflicts)


def _place(act: Act) -> tuple[datetime.date, int]:
    return earliest(act.date), _SAME_DAY_ORDER[act.kind]


def in_order(acts: Iterable[Act]) -> tuple[Act, ...]:
    """Acts by their (first) day; on one day signature before consent, consent before notice."""
    return tuple(sorted(acts, key=_place))


def inexact(acts: Iterable[Act]) -> tuple[Act, ...]:
    """Those of the acts whose day is not known."""
    return tuple(act for act in acts if isinstance(act.date, Interval))


def at(
    acts: Iterable[Act], choose: Callable[[datetime.date | Interval], datetime.date]
) -> tuple[Act, ...]:
    """The acts, each on the day that `choose` picks of its date."""
    return tuple(
        replace(act, date=choose(act.date)) if isinstance(act.date, Interval) else act
        for act in acts
    )
