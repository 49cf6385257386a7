"""How the text of a cell becomes a value: the types of which `geo.records.rows` are made."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Annotated, TypeVar

from pydantic import PlainValidator

from geo.basics import dates
from geo.basics.dates import Interval, PartialDate, exact_day, today

DATE = "a date that exists: YYYY-MM-DD, YYYY-MM or YYYY"
EVENT_DATE = "a date that exists: YYYY-MM-DD, YYYY-MM, YYYY, or two days YYYY-MM-DD/YYYY-MM-DD"
DAY = "a date that exists: YYYY-MM-DD"
FIGURE = "in digits without signs, exponents or separators, as 1344 or 197.7"

_FIGURE = re.compile(r"(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,6})?", re.ASCII)
_LONGEST = 80
"""Letters of a cell that are repeated in what is said of it."""

T = TypeVar("T")


class CellError(ValueError):
    """A cell that cannot be read: what was expected, and what is wrong or to be done."""

    def __init__(self, expected: str, advice: str) -> None:
        self.expected, self.advice = expected, advice
        super().__init__(f"expected {expected}. {advice}")


def has_come(day: date) -> bool:
    """Whether a day has come by now, here or where a row was written."""
    return day <= today() + timedelta(days=1)


def figure(text: str) -> float:
    """Reads a number as people write it: digits, one point, no separator, exponent or space.

    Raises ValueError for anything else, for other digits than 0 to 9 and for what is no number.
    """
    if not _FIGURE.fullmatch(text):
        raise ValueError(f"{text!r} is no number {FIGURE}")
    return float(text)


def whole(text: str) -> int:
    """Reads a whole number, as `figure` does. Raises ValueError for anything else."""
    if "." in text:
        raise ValueError(f"{text!r} is no whole number")
    return int(figure(text))


def _list(text: str) -> tuple[str, ...]:
    return tuple(text.split(";")) if text else ()


def _of(read: Callable[[str], T], expected: str) -> PlainValidator:
    """Reads a cell, and says of one that cannot be read what was expected."""

    def cell(text: str) -> T:
        try:
            return read(text)
        except ValueError as error:
            advice = f"{error}." if len(text) <= _LONGEST else "It is too long to be one."
            raise CellError(expected, advice) from None

    return PlainValidator(cell)


def _known(read: Callable[[str], T]) -> Callable[[str], T | None]:
    """Reads a cell that may be empty."""
    return lambda text: read(text) if text else None


Listed = Annotated[tuple[str, ...], PlainValidator(_list)]
"""Items parted by semicolons."""

Dated = Annotated[PartialDate, _of(PartialDate.parse, DATE)]
DatedIfKnown = Annotated[PartialDate | None, _of(_known(PartialDate.parse), DATE)]
DatedOrBetween = Annotated[PartialDate | Interval, _of(dates.parse, EVENT_DATE)]
Day = Annotated[date, _of(exact_day, DAY)]
DayIfKnown = Annotated[date | None, _of(_known(exact_day), DAY)]

Count = Annotated[int, PlainValidator(whole)]
"""A whole number."""

Number = Annotated[float, PlainValidator(figure)]
"""A number; its column says how small and how large."""

NumberIfKnown = Annotated[float | None, PlainValidator(_known(figure))]
"""The same, of a cell that may be empty."""

Marked = Annotated[bool, PlainValidator(lambda text: text == "yes")]
"""True where the cell says yes."""
