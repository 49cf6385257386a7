"""When things take effect: Articles 15, 17 and 20(3) as arithmetic on calendar days."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

INSTRUMENTS_FOR_ENTRY_INTO_FORCE = 40  # Article 17(1)
MONTHS_TO_EFFECT = 6  # Articles 17(1), 17(2) and 20(3)
SIGNATURE_OPENS = date(1997, 12, 3)  # Article 15


@dataclass(frozen=True, slots=True)
class Conflict:
    """An armed conflict of a state; `end` is None while it lasts."""

    begin: date
    end: date | None = None

    def engaged_on(self, day: date) -> bool:
        """True from the first day until the day before the conflict's end."""
        return self.begin <= day and (self.end is None or day < self.end)


def add_months(day: date, months: int) -> date:
    """The same day of a later month; a month too short gives its last day (31 Aug + 6 = 28 Feb)."""
    year, month0 = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month0 + 1, min(day.day, monthrange(year, month0 + 1)[1]))


def first_of_sixth_month_after(day: date) -> date:
    """First day of the sixth month after the month of `day` (Article 17).

    17(2) says "the date" where 17(1) says "the month"; the depositary counts both by the month,
    which fits 159 of the 160 effect dates it has registered.
    """
    return add_months(day.replace(day=1), MONTHS_TO_EFFECT)


def fortieth_deposit(deposits: Iterable[date]) -> date | None:
    """The day of the 40th instrument, or None while there are fewer (Article 17(1))."""
    ordered = sorted(deposits)
    if len(ordered) < INSTRUMENTS_FOR_ENTRY_INTO_FORCE:
        return None
    return ordered[INSTRUMENTS_FOR_ENTRY_INTO_FORCE - 1]


def entry_into_force(deposit: date, fortieth: date | None) -> date | None:
    """When the Convention enters into force for a state that deposited on `deposit`.

    Article 17(1) for the first forty instruments, 17(2) for later ones. None while the Convention
    itself has no date. Not for successions: they take the day of the succession itself.
    """
    if fortieth is None:
        return None
    return first_of_sixth_month_after(max(deposit, fortieth))


def withdrawal_effective(receipt: date, conflicts: Iterable[Conflict] = ()) -> date | None:
    """When a withdrawal takes effect: six months after the depositary receives it (Article 20(3)).

    A state engaged in an armed conflict on the day the six months expire stays bound until that
    conflict ends; None means that the end is not known yet.
    """
    expiry = add_months(receipt, MONTHS_TO_EFFECT)
    ends = [c.end for c in conflicts if c.engaged_on(expiry)]
    known = [end for end in ends if end is not None]
    if len(known) < len(ends):
        return None
    return max([expiry, *known])
