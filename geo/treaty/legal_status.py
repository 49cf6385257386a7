"""The Convention's own rules: from a state's acts to its legal status on a day.

Pure law, no files and no maps. The rules are those of the Convention on the Prohibition of the Use,
Stockpiling, Production and Transfer of Anti-Personnel Mines and on their Destruction (Oslo, 18
September 1997): Article 15 (signature), 16 (consent), 17 (entry into force) and 20 (withdrawal).
All dates are calendar days (`datetime.date`); a status holds from its first day on, inclusive. When
something takes effect is worked out in `geo.treaty.effective_dates`, which acts may stand in
`geo.treaty.lawful`, both in the terms of `geo.treaty.terms`.

The day of an act may be unknown within an interval. What holds on a day is then the union of what
holds for each of its days: one status, or several of which nobody knows the right one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any, NamedTuple

from geo.basics.dates import Day, between, earliest, latest
from geo.treaty.effective_dates import (
    entry_into_force,
    withdrawal_effective,
)
from geo.treaty.lawful import TreatyError, faults
from geo.treaty.terms import (
    CONSENTS,
    Act,
    ActKind,
    LegalStatus,
    Practice,
    at,
    conflicts_of,
    in_order,
    inexact,
)


@dataclass(frozen=True)
class History:
    """A state's acts and the legal statuses that follow from them.

    `changes` holds (first day, status) in order of date; before the first a state is not a party.
    `exact` says whether every day is known. Where it is not, days that follow from the unknown one
    are intervals, and several statuses may be possible on a day.
    """

    acts: tuple[Act, ...]
    changes: tuple[tuple[Day, LegalStatus], ...]
    signature: Act | None
    consent: Act | None
    in_force: Day | None
    withdrawal_notice: Day | None
    withdrawal_effective: Day | None
    suspension_notice: date | None
    exact: bool

    def status_on(self, day: date) -> LegalStatus | None:
        """Legal status on `day`; None where several are possible."""
        if self.exact:
            return self._current(day)[1]
        found = self.statuses_on(day)
        return found[0] if len(found) == 1 else None

    def statuses_on(self, day: date) -> tuple[LegalStatus, ...]:
        """Every legal status possible on `day`, in the order in which a state passes them."""
        if self.exact:
            return (self._current(day)[1],)
        ends = [latest(first) for first, _ in self.changes] + [None]
        found = [LegalStatus.NOT_PARTY] if ends[0] is None or day < ends[0] else []
        for (first, status), end in zip(self.changes, ends[1:], strict=True):
            if earliest(first) <= day and (end is None or day < end):
                found.append(status)
        return tuple(dict.fromkeys(found))

    @property
    def change_days(self) -> tuple[date, ...]:
        """The days on which another status holds than before, or others are possible."""
        return tuple(
            day
            for first, _ in self.changes
            for day in dict.fromkeys((earliest(first), latest(first)))
            if day < date.max
        )

    def since(self, day: date) -> Day | None:
        """First day of the status that holds on `day`.

        None for a state that has never acted, and where several statuses are possible.
        """
        if self.exact:
            return self._current(day)[0]
        begun = [first for first, _ in self.changes if earliest(first) <= day]
        return begun[-1] if begun and len(self.statuses_on(day)) == 1 else None

    def _current(self, day: date) -> tuple[Day | None, LegalStatus]:
        place = bisect_right(self.changes, day, key=_FIRST_DAY)
        return self.changes[place - 1] if place else (None, LegalStatus.NOT_PARTY)

    def practice_on(self, day: date) -> Practice:
        """Declared practice on `day`, while the state may be bound; it never changes the status."""
        declared = self.suspension_notice
        if declared is None or declared > day:
            return Practice.NONE
        bound = any(status.bound for status in self.statuses_on(day))
        return Practice.SUSPENSION_DECLARED if bound else Practice.NONE


_FIRST_DAY: Callable[[tuple[Day, LegalStatus]], Any] = itemgetter(0)
"""Of a change in an exact history, where it is a day; asked of every state for each day shown."""


class _Reckoning(NamedTuple):
    """What follows from acts on known days; a step without a day never comes."""

    steps: list[tuple[date | None, LegalStatus]]
    in_force: date | None
    notice: date | None
    left: date | None


def history(acts: Iterable[Act], fortieth: date | None) -> History:
    """Work out a state's statuses from its acts.

    `fortieth` is the day the 40th instrument was deposited, see `fortieth_deposit`.
    Raises TreatyError naming every act that cannot stand, on any of its days.
    """
    ordered = in_order(acts)
    if found := faults(ordered, fortieth):
        raise TreatyError(found)
    exact = not inexact(ordered)
    # No effect comes earlier for an act that comes later, so that two reckonings bound all others.
    first = _reckoned(at(ordered, earliest), fortieth)
    last = first if exact else _reckoned(at(ordered, latest), fortieth)
    consents = [act for act in ordered if act.kind in CONSENTS]
    signatures = [act for act in ordered if act.kind is ActKind.SIGNATURE]
    suspensions = [act for act in ordered if act.kind is ActKind.SUSPENSION_NOTICE]
    return History(
        acts=ordered,
        changes=_changes(first) if exact else _inexact_changes(first, last),
        signature=signatures[-1] if signatures else None,
        consent=consents[-1] if consents else None,
        in_force=between(first.in_force, last.in_force),
        withdrawal_notice=between(first.notice, last.notice),
        withdrawal_effective=between(first.left, last.left),
        suspension_notice=earliest(suspensions[-1].date) if suspensions else None,
        exact=exact,
    )


def _reckoned(acts: Iterable[Act], fortieth: date | None) -> _Reckoning:
    ordered = in_order(acts)
    conflicts = conflicts_of(ordered)
    steps: list[tuple[date | None, LegalStatus]] = []
    in_force: date | None = None
    notice: date | None = None
    left: date | None = None
    for act in ordered:
        day = earliest(act.date)
        if act.kind is ActKind.SIGNATURE:
            steps.append((day, LegalStatus.SIGNATORY))
        elif act.kind in CONSENTS:
            notice, left = None, None
            in_force = act.effective or entry_into_force(day, fortieth)
            if act.effective is None:
                steps.append((day, LegalStatus.CONSENTED))
            steps.append((in_force, LegalStatus.PARTY))
        elif act.kind is ActKind.WITHDRAWAL_NOTICE:
            notice, left = day, withdrawal_effective(day, conflicts)
            steps.append((day, LegalStatus.WITHDRAWAL_NOTIFIED))
            steps.append((left, LegalStatus.WITHDRAWN))
    return _Reckoning(steps, in_force, notice, left)


def _changes(known: _Reckoning) -> tuple[tuple[date, LegalStatus], ...]:
    return tuple(sorted({day: status for day, status in known.steps if day}.items()))


def _inexact_changes(first: _Reckoning, last: _Reckoning) -> tuple[tuple[Day, LegalStatus], ...]:
    """The steps with the days each may come on, without those over on the day they come."""
    steps: list[tuple[Day, LegalStatus]] = []
    for (soonest, status), (at_the_latest, _) in zip(first.steps, last.steps, strict=True):
        day = between(soonest, at_the_latest)
        if day is None:
            continue
        if steps and earliest(steps[-1][0]) == latest(day):
            steps.pop()
        steps.append((day, status))
    return tuple(steps)
