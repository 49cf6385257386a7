"""Dates as sources give them: a day, a month or only a year."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import total_ordering
from typing import Literal

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)  # not strftime's: those follow the machine's locale


Seen = Literal["past", "open", "future"]
"""How a date lies to a day: over, possibly over (it is not exact enough to tell), or to come."""


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A calendar date as exact as its source: day, month or year.

    Ordered by the last day it can mean, so that an inexact date comes after every exact one it
    might be: what is dated "2025" is certain to have happened only when 2025 is over.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuses what no calendar has.

        Raises:
            ValueError: a day without a month, or a date that does not exist.
        """
        if self.month is None and self.day is not None:
            raise ValueError("a day needs its month")
        date(
            self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day
        )

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Reads `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.

        Raises:
            ValueError: another form, or a date that no calendar has.
        """
        found = _FORM.fullmatch(text)
        if found is None:
            raise ValueError(f"{text!r} is not a date: expected YYYY-MM-DD, YYYY-MM or YYYY")
        year, month, day = (None if part is None else int(part) for part in found.groups())
        try:
            return cls(year or 0, month, day)
        except ValueError as error:
            raise ValueError(f"{text!r} is not in any calendar: {error}") from None

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """The exact date of a day."""
        return cls(day.year, day.month, day.day)

    @property
    def exact(self) -> bool:
        """Whether the day itself is known."""
        return self.day is not None

    @property
    def first(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def seen_from(self, day: date) -> Seen:
        """Whether it is over on a day, lies after it, or leaves that open."""
        if self.first > day:
            return "future"
        return "open" if self.last > day else "past"

    def words(self, *, long: bool = False) -> str:
        """As a reader writes it: "20 Feb 2026", "Mar 2025", "2026"; long: "20 February 2026"."""
        if self.month is None:
            return str(self.year)
        name = _MONTHS[self.month - 1]
        parts = [] if self.day is None else [str(self.day)]
        return " ".join([*parts, name if long else name[:3], str(self.year)])

    def __str__(self) -> str:
        """The ISO form it was read from."""
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return (self.last, self.last - self.first) < (other.last, other.last - other.first)
