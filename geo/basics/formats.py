"""How a reader sees a day and a length."""

from __future__ import annotations

import re
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


_BEFORE_A_UNIT = re.compile(r"([\d}](?:</\w+>)?) (?=(?:km|км)\b)")


def unbroken(text: str) -> str:
    """A page's text, filled in or not, in which no line ends between a length and its unit.

    For what a browser sets in lines alone: in files and answers for programs a space is a space.
    """
    return _BEFORE_A_UNIT.sub("\\1\N{NO-BREAK SPACE}", text)


_WHERE_LINES_END = str.maketrans({" ": "\N{NO-BREAK SPACE}", "-": "\N{NON-BREAKING HYPHEN}"})


def in_one_line(words: str, day: Day) -> str:
    """A day's words, in which no line ends; those of a day that is not known need two."""
    return words if isinstance(day, Interval) else words.translate(_WHERE_LINES_END)


def capital(text: str) -> str:
    """Return a text as it begins a sentence."""
    return f"{text[:1].upper()}{text[1:]}"


def either(words: Sequence[str]) -> str:
    """Words in a list that ends in "or": flank, europe or world."""
    return " or ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
