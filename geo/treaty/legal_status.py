"""The Convention's own rules: from a state's acts to its legal status on a day.

Pure law, no files and no maps. The rules are those of the Convention on the Prohibition of the Use,
Stockpiling, Production and Transfer of Anti-Personnel Mines and on their Destruction (Oslo, 18
September 1997): Article 15 (signature), 16 (consent), 17 (entry into force) and 20 (withdrawal).
All dates are calendar days (`datetime.date`); a status holds from its first day on, inclusive. When
something takes effect is worked out in `geo.treaty.effective_dates`, which acts may stand in
`geo.treaty.lawful`, what follows from acts on known days in `geo.treaty.reckoning`, all in the
terms of `geo.treaty.terms`.

The day of an act may be unknown within an interval. What holds on a day is then the union of what
holds for each of its days: one status, or several of which nobody knows the right one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from operator import itemgetter
from typing import Any

from geo.basics.dates import Day, between, earliest, latest
from geo.treaty.effective_dates import withdrawal_effective
from geo.treaty.lawful import TreatyError, faults
from geo.treaty.reckoning import Membership, Reckoning, reckoned
from geo.treaty.terms import (
    CONSENTS,
    Act,
    ActKind,
    LegalStatus,
    Practice,
    at,
    in_order,
    inexact,
)


@dataclass(frozen=True, slots=True)
class Spell:
    """One membership: from a consent to be bound to the day a withdrawal takes effect.

    A day is None where nothing leads to it, that of the withdrawal also where an armed conflict
    whose end is not known holds it back. `suspensions` are the days on which the state declared in
    this membership that it suspends the Convention.
    """

    consent: Act
    in_force: Day | None
    withdrawal_notice: Day | None = None
    withdrawal_effective: Day | None = None
    suspensions: tuple[date, ...] = ()

    @property
    def expiry(self) -> Day | None:
        """When the six months of the notice end, whatever holds the withdrawal back then."""
        notice = self.withdrawal_notice
        if notice is None:
            return None
        return between(*(withdrawal_effective(end(notice)) for end in (earliest, latest)))


@dataclass(frozen=True)
class History:
    """A state's acts, its memberships, and the legal statuses that follow from them.

    `changes` holds (first day, status) in order of date; before the first a state is not a party.
    `spells` are in order too: a state that left and came back has several. `exact` says whether
    every day is known. Where it is not, days that follow from the unknown one are intervals, and
    several statuses may be possible on a day. `fortieth` is what `history` was given.
    """

    acts: tuple[Act, ...]
    changes: tuple[tuple[Day, LegalStatus], ...]
    signature: Act | None
    spells: tuple[Spell, ...]
    exact: bool
    fortieth: date | None

    @property
    def spell(self) -> Spell | None:
        """The latest membership; None for a state that never consented to be bound."""
        return self.spells[-1] if self.spells else None

    def as_of(self, day: date) -> History:
        """The history as it stood on `day`: the acts begun by then, and what follows from them.

        The status on `day` is the same in both; a date that an act of a later day moves is not.
        What is said of a day is asked here, so that nothing later is ever told of it.
        """
        place = bisect_right(self._editions, day, key=_FIRST)
        return self._editions[place - 1][1] if place else _NOTHING_YET

    @cached_property
    def _editions(self) -> tuple[tuple[date, History], ...]:
        """The history as it stood from each day on which an act of it begins to count."""
        days = {act.begins for act in self.acts}
        if self.fortieth is not None and self.acts and self.fortieth > min(days):
            days.add(self.fortieth)
        return tuple(
            (
                day,
                _reckon(
                    tuple(act for act in self.acts if act.begins <= day),
                    self.fortieth if self.fortieth is not None and self.fortieth <= day else None,
                ),
            )
            for day in sorted(days)
        )

    @cached_property
    def days_as_of(self) -> tuple[date, ...]:
        """The days on which an answer of `as_of` changes; until the next all stay as they are."""
        days = {day for day, _ in self._editions}
        for _, past in self._editions:
            days |= {*past.change_days, *(day for each in past.spells for day in each.suspensions)}
        return tuple(sorted(days))

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

    @cached_property
    def telling_days(self) -> tuple[date, ...]:
        """The days on which what is told of the state changes: its status, a declared practice, a
        date that follows from its acts and that another act moves, the end of six months.
        """
        days = {*self.change_days, *(day for spell in self.spells for day in spell.suspensions)}
        for (_, before), (day, after) in pairwise(self._editions):
            if before.spells != after.spells and day != self.fortieth:
                days.add(day)
        for spell in self.spells:
            if spell.expiry is not None and spell.expiry != spell.withdrawal_effective:
                days |= {earliest(spell.expiry), latest(spell.expiry)}
        return tuple(sorted(days))

    def since(self, day: date) -> Day | None:
        """First day of the status that holds on `day`.

        None for a state that has never acted, and where several statuses are possible.
        """
        if self.exact:
            return self._current(day)[0]
        begun = [first for first, _ in self.changes if earliest(first) <= day]
        return begun[-1] if begun and len(self.statuses_on(day)) == 1 else None

    def _current(self, day: date) -> tuple[Day | None, LegalStatus]:
        place = bisect_right(self.changes, day, key=_FIRST)
        return self.changes[place - 1] if place else (None, LegalStatus.NOT_PARTY)

    def practice_on(self, day: date) -> Practice:
        """Declared practice on `day`, while the state may be bound; it never changes the status."""
        if self.suspension_on(day) is None:
            return Practice.NONE
        bound = any(status.bound for status in self.statuses_on(day))
        return Practice.SUSPENSION_DECLARED if bound else Practice.NONE

    def suspension_on(self, day: date) -> date | None:
        """The latest day up to `day` on which a suspension was declared, in the membership of that
        day: with a withdrawal a declaration is over too.
        """
        for spell in reversed(self.spells):
            if spell.consent.begins <= day:
                return max((each for each in spell.suspensions if each <= day), default=None)
        return None


_FIRST: Callable[[tuple[Day, Any]], Any] = itemgetter(0)
"""Of a change in an exact history, where it is a day; asked of every state for each day shown."""


def history(acts: Iterable[Act], fortieth: date | None) -> History:
    """Work out a state's memberships and statuses from its acts.

    `fortieth` is the day the 40th instrument was deposited, see `fortieth_deposit`.
    Raises TreatyError naming every act that cannot stand, on any of its days.
    """
    ordered = in_order(acts)
    if found := faults(ordered, fortieth):
        raise TreatyError(found)
    return _reckon(ordered, fortieth)


def _reckon(ordered: tuple[Act, ...], fortieth: date | None) -> History:
    """The history of lawful acts in order."""
    exact = not inexact(ordered)
    # No effect comes earlier for an act that comes later, so that two reckonings bound all others.
    first = reckoned(at(ordered, earliest), fortieth)
    last = first if exact else reckoned(at(ordered, latest), fortieth)
    signatures = [act for act in ordered if act.kind is ActKind.SIGNATURE]
    return History(
        acts=ordered,
        changes=_changes(first) if exact else _inexact_changes(first, last),
        signature=signatures[-1] if signatures else None,
        spells=tuple(_spells(ordered, first.memberships, last.memberships)),
        exact=exact,
        fortieth=fortieth,
    )


def _spells(
    ordered: Iterable[Act], first: Sequence[Membership], last: Sequence[Membership]
) -> Iterator[Spell]:
    """Each membership with the days its dates may be of, and what was declared in it."""
    consents: list[Act] = []
    declared: list[list[date]] = []
    for act in ordered:
        if act.kind in CONSENTS:
            consents.append(act)
            declared.append([])
        elif act.kind is ActKind.SUSPENSION_NOTICE:
            declared[-1].append(earliest(act.date))
    for consent, soonest, at_the_latest, days in zip(consents, first, last, declared, strict=True):
        yield Spell(
            consent,
            between(soonest.in_force, at_the_latest.in_force),
            between(soonest.notice, at_the_latest.notice),
            between(soonest.left, at_the_latest.left),
            tuple(days),
        )


def _changes(known: Reckoning) -> tuple[tuple[date, LegalStatus], ...]:
    return tuple(sorted({day: status for day, status in known.steps if day}.items()))


def _inexact_changes(first: Reckoning, last: Reckoning) -> tuple[tuple[Day, LegalStatus], ...]:
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


_NOTHING_YET = _reckon((), None)
