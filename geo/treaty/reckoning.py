"""What follows from acts whose days are known: memberships and statuses, step by step.

A day that is not known is no concern of it: `geo.treaty.legal_status` has it reckon twice then, and
joins what comes of both.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from geo.basics.dates import earliest
from geo.treaty.effective_dates import entry_into_force, withdrawal_effective
from geo.treaty.terms import CONSENTS, Act, ActKind, LegalStatus, conflicts_of, in_order


class Membership(NamedTuple):
    """A spell reckoned from acts on known days; None for what never comes."""

    in_force: date | None
    notice: date | None = None
    left: date | None = None


class Reckoning(NamedTuple):
    """What follows from acts on known days; a step without a day never comes."""

    steps: list[tuple[date | None, LegalStatus]]
    memberships: list[Membership]


def reckoned(acts: Iterable[Act], fortieth: date | None) -> Reckoning:
    """The reckoning of lawful acts on known days, in whichever order they come."""
    ordered = in_order(acts)
    conflicts = conflicts_of(ordered)
    steps: list[tuple[date | None, LegalStatus]] = []
    memberships: list[Membership] = []
    for act in ordered:
        day = earliest(act.date)
        if act.kind is ActKind.SIGNATURE:
            steps.append((day, LegalStatus.SIGNATORY))
        elif act.kind in CONSENTS:
            in_force = act.effective or entry_into_force(day, fortieth)
            memberships.append(Membership(in_force))
            if act.effective is None:
                steps.append((day, LegalStatus.CONSENTED))
            steps.append((in_force, LegalStatus.PARTY))
        elif act.kind is ActKind.WITHDRAWAL_NOTICE:
            left = withdrawal_effective(day, conflicts)
            memberships[-1] = memberships[-1]._replace(notice=day, left=left)
            steps.append((day, LegalStatus.WITHDRAWAL_NOTIFIED))
            steps.append((left, LegalStatus.WITHDRAWN))
    return Reckoning(steps, memberships)
