"""What makes the shape of an answer: a TypedDict that admits no key it does not name.

One definition serves mypy, pydantic and the OpenAPI description, which takes its words from the
docstrings of class and keys. `typing_extensions.TypedDict`, for pydantic refuses that of `typing`
before Python 3.12.
"""

from __future__ import annotations

from datetime import date
from typing import TypeVar, cast

from pydantic import ConfigDict, with_config

from geo.basics.dates import Interval, PartialDate

Shape = TypeVar("Shape")

_AS_IT_IS = frozenset({str, float, int, bool, type(None)})
_DATES = (date, PartialDate, Interval)

closed = with_config(ConfigDict(extra="forbid", use_attribute_docstrings=True))
"""Decorates a TypedDict whose every key is described: an answer with another key is a fault."""


def shaped(row: object, shape: type[Shape], **others: object) -> Shape:
    """Return the attributes of a row that a shape names: tuples as lists, days as text.

    `others` are the keys that the row has not, or has otherwise.
    """
    names = shape.__annotations__
    return cast("Shape", {n: others[n] if n in others else plain(getattr(row, n)) for n in names})


def plain(value: object) -> object:
    """Return a value as JSON has it."""
    if type(value) in _AS_IT_IS:  # nearly all, and asked of every cell
        return value
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, _DATES) else value
