"""How the text of a cell becomes a value: the types of which `geo.records.rows` are made."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, TypeVar

from pydantic import PlainValidator

from geo.basics import dates
from geo.basics.dates import Interval, PartialDate

DATE = "a date that exists: YYYY-MM-DD, YYYY-MM or YYYY"
EVENT_DATE = "a date that exists: YYYY-MM-DD, YYYY-MM, YYYY, or two days YYYY-MM-DD/YYYY-MM-DD"
DAY = "a date that exists: YYYY-MM-DD"

_LONGEST = 80
"""Letters of a cell that are repeated in what is said of it."""

T = TypeVar("T")


class CellError(ValueError):
    """A cell that cannot be read: what was expected, and what is wrong or to be done."""

    def __init__(self, expected: str, advice: str) -> None:
        self.expected, self.advice = expected, advice
        super().__init__(f"expected {expected}. {advice}")


def day(text: str) -> date:
    """Reads a day, YYYY-MM-DD. Raises ValueError for anything else."""
    found = PartialDate.parse(text)
    if not found.exact:
        raise ValueError(f"{text!r} is no day: expected YYYY-MM-DD")
    return found.first


def _count(text: str) -> int:
    if not re.fullmatch("[0-9]+", text):
        raise ValueError(f"{text!r} is not written in digits alone")
    return int(text)


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
Day = Annotated[date, _of(day, DAY)]
DayIfKnown = Annotated[date | None, _of(_known(day), DAY)]

Count = Annotated[int, PlainValidator(_count)]
"""A whole number."""

Number = Annotated[float, PlainValidator(float)]
"""A number in any writing; `geo.records.rules.lengths` says which a length may have."""

Marked = Annotated[bool, PlainValidator(lambda text: text == "yes")]
"""True where the cell says yes."""
