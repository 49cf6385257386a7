"""What the tables must say together: rules that span rows and files, one module a subject.

A rule is a public function of an `unchecked` record; it yields what breaks it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from inspect import isfunction

from geo.basics.problems import Problem
from geo.records.rules import (
    content,
    events,
    lengths,
    lines,
    outlying_lengths,
    sources,
    texts,
    verifications,
)
from geo.records.unchecked import UncheckedRecord

Rule = Callable[[UncheckedRecord], Iterator[Problem]]

_ROOMS = (sources, events, lengths, outlying_lengths, lines, content, verifications, texts)

RULES: tuple[Rule, ...] = tuple(
    found
    for room in _ROOMS
    for name, found in vars(room).items()
    if isfunction(found)
    and found.__module__ == room.__name__
    and not name.startswith("_")
    and "unchecked" in found.__annotations__
)
"""Every rule of the record, in the order it is applied."""
