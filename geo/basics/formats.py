"""How a reader sees a day and a length."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from geo.basics.dates import Day, Interval, PartialDate


@lru_cache(maxsize=4096)
def long_date(day: Day) -> str:
    """A date as a newspaper writes it: 20 February 2026; "a day between …" where not known."""
    if isinstance(day, Interval):
        return f"a day {day.words(long=True)}"
    return PartialDate.of(day).words(long=True)


def short_date(day: Day) -> str:
    """A date for a table: 20 Feb 2026; "a day between …" where it is not known."""
    if isinstance(day, Interval):
        return f"a day {day.words()}"
    return PartialDate.of(day).words()


def kilometres(length_km: float) -> str:
    """A length without decimals and with thousands apart: 3,833 km."""
    return f"{length_km:,.0f} km"


def either(words: Sequence[str]) -> str:
    """Words in a list that ends in "or": flank, europe or world."""
    return " or ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
