"""How a language writes days and numbers, for a browser that writes them as they come.

A browser may not know the language (Chromium lacks Belarusian) or know another edition of the CLDR
than the server, and the catalogue has its own forms of months. So the server writes every month
once, and the browser fills in day and year: both write a day alike. English is what scripts speak
by themselves, and has no such document.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from typing_extensions import TypedDict

from geo.answers.words.tongue import ENGLISH, Tongue

_YEAR, _DAY, _ONE_DIGIT = 2043, 28, 5
"""A day of which no part looks like a part of a month."""


class Speech(TypedDict):
    """`on`, `alone` and `short` have a text a month, with `{day}`, or `{day2}` for a day of two
    digits, and `{year}`: of the day on which something is so, and of a day by itself, with the
    month in full and in few letters. `group` parts thousands.
    """

    language: str
    on: list[str]
    alone: list[str]
    short: list[str]
    group: str


@lru_cache(maxsize=16)
def speech(tongue: Tongue) -> Speech | None:
    """Return how a language writes them; None for English."""
    if tongue is ENGLISH:
        return None
    return {
        "language": tongue.language,
        "on": _months(tongue.on),
        "alone": _months(tongue.alone),
        "short": _months(tongue.short),
        "group": tongue.number(1000)[1:-3],
    }


def _months(write: Callable[[date], str]) -> list[str]:
    return [_month(write, month) for month in range(1, 13)]


def _month(write: Callable[[date], str], month: int) -> str:
    written = write(date(_YEAR, month, _DAY)).replace(str(_YEAR), "{year}")
    plain = written.replace(str(_DAY), "{day}")
    is_plain = plain.format(year=_YEAR, day=_ONE_DIGIT) == write(date(_YEAR, month, _ONE_DIGIT))
    return plain if is_plain else written.replace(str(_DAY), "{day2}")
