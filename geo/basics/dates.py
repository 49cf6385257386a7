"""Dates as sources give them: a day, a month, a year, or some day between two.

What is read and written is a part of the Extended Date/Time Format (EDTF, ISO 8601-2): of level 0
dates of the three precisions and the interval of two days. Of level 1 nothing is read; "/.." is
written where a day may never come. An interval here is one day that is not known, no span of time.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import total_ordering
from typing import Literal

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
MONTHS = (
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


BETWEEN, ON_OR_AFTER = "between {first} and {last}", "on or after {first}, if ever"
"""A day that is not known, in words."""


def today() -> date:
    """The day it is by UTC, the one today of every surface, wherever the machine stands."""
    return datetime.now(UTC).date()


def seconds_left(day: date) -> int:
    """Return how many whole seconds of a day by UTC are left; 0 once it is over."""
    end = datetime.combine(day + timedelta(days=1), time(), UTC)
    return max(0, int((end - datetime.now(UTC)).total_seconds()))


Seen = Literal["past", "open", "future"]
"""How a date lies to a day: over, possibly over (it is not exact enough to tell), or to come."""


@total_ordering
class _Dated:  # no ABC: what kind of date it is gets asked hundreds of thousands of times
    """A date as exact as its source.

    Ordered by the last day it can mean, so that an inexact date comes after every exact one it
    might be: what is dated "2025" is certain to have happened only when 2025 is over.
    """

    __slots__ = ()

    @property
    def first(self) -> date:
        """The earliest day it can mean."""
        raise NotImplementedError

    @property
    def last(self) -> date:
        """The latest day it can mean."""
        raise NotImplementedError

    def seen_from(self, day: date) -> Seen:
        """Whether it is over on a day, lies after it, or leaves that open."""
        if self.first > day:
            return "future"
        return "open" if self.last > day else "past"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, _Dated):
            return NotImplemented
        return self._place() < other._place()

    def _place(self) -> tuple[date, int, bool]:
        return self.last, (self.last - self.first).days, isinstance(self, Interval)


@dataclass(frozen=True, slots=True)
class PartialDate(_Dated):
    """A calendar date as exact as its source: day, month or year."""

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

    def words(self, *, long: bool = False) -> str:
        """As a reader writes it: "20 Feb 2026", "Mar 2025", "2026"; long: "20 February 2026"."""
        if self.month is None:
            return str(self.year)
        name = MONTHS[self.month - 1]
        parts = [] if self.day is None else [str(self.day)]
        return " ".join([*parts, name if long else name[:3], str(self.year)])

    def __str__(self) -> str:
        """The ISO form it was read from."""
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Interval(_Dated):
    """One day that is not known: some day from `start` to `end`, both included.

    `end` is `date.max` for a day that may never come; no source gives such a one.
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        """Refuses what leaves no day open.

        Raises:
            ValueError: an end that is not after the start.
        """
        if self.end < self.start:
            raise ValueError("it ends before it begins; put the earlier day first")
        if self.end == self.start:
            raise ValueError("it is one day; write the day alone")

    @property
    def exact(self) -> bool:
        """Never: one of its days it is, and nobody knows which."""
        return False

    @property
    def first(self) -> date:
        """The earliest day it can be."""
        return self.start

    @property
    def last(self) -> date:
        """The latest day it can be."""
        return self.end

    def words(self, *, long: bool = False) -> str:
        """As a reader writes it: "between 4 Feb and 25 Aug 2026"; long: the months in full."""
        start = PartialDate.of(self.start).words(long=long)
        if self.end == date.max:
            return ON_OR_AFTER.format(first=start)
        if self.start.year == self.end.year:
            start = start.rsplit(" ", 1)[0]
            if self.start.month == self.end.month:
                start = start.split(" ")[0]
        return BETWEEN.format(first=start, last=PartialDate.of(self.end).words(long=long))

    def __str__(self) -> str:
        """The EDTF form, `2026-02-04/2026-08-25`; `2026-02-04/..` where it may never come."""
        return f"{self.start}/{'..' if self.end == date.max else self.end}"


def parse(text: str, *, may_never_come: bool = False) -> PartialDate | Interval:
    """Reads what `PartialDate.parse` reads, and `YYYY-MM-DD/YYYY-MM-DD`.

    `may_never_come` is for what was written here: it allows the end "..".

    Raises:
        ValueError: another form, a date that no calendar has, or an interval that is open, turned
            round, of one day, of months or years, of times, or made of other intervals.
    """
    if "/" not in text:
        return PartialDate.parse(text)
    ends = text.split("/")
    try:
        if may_never_come and ends[1:] == [".."]:
            return Interval(date.fromisoformat(ends[0]), date.max)
        return Interval(*_ends(ends))
    except ValueError as error:
        raise ValueError(f"{text!r} is no interval of days: {error}") from None


def _ends(ends: list[str]) -> tuple[date, date]:
    if len(ends) > 2:
        raise ValueError("it has more than two ends; one interval cannot hold another")
    if any(end in ("", "..") for end in ends):
        raise ValueError(
            "an end is open or unknown; give the earliest and the latest day it can be"
        )
    if any("T" in end or ":" in end for end in ends):
        raise ValueError("it gives times; give days, YYYY-MM-DD/YYYY-MM-DD")
    first, last = map(PartialDate.parse, ends)
    if not (first.exact and last.exact):
        raise ValueError("an end is a month or a year; give both as days, YYYY-MM-DD/YYYY-MM-DD")
    return first.first, last.first


def exact_day(text: str) -> date:
    """Reads `YYYY-MM-DD` and no other form of ISO 8601, such as 20260220 or 2026-W08-5.

    Raises:
        ValueError: another form, or a day that no calendar has.
    """
    found = PartialDate.parse(text)
    if not found.exact:
        raise ValueError(f"{text!r} is no day: expected YYYY-MM-DD")
    return found.first


def earliest(day: date | Interval) -> date:
    """The day itself, or the first that it can be."""
    return day.start if isinstance(day, Interval) else day


def latest(day: date | Interval) -> date:
    """The day itself, or the last that it can be."""
    return day.end if isinstance(day, Interval) else day


def between(first: date | None, last: date | None) -> date | Interval | None:
    """The day from `first` to `last`: known where they are one; None for what never comes.

    A `last` of None is a day that may never come.
    """
    if first is None or first == last:
        return first
    return Interval(first, last or date.max)


Day = date | Interval
"""A day, or an interval within which it lies and nobody knows where."""
