"""What the tables must say together: rules that span rows and files, one module a subject.

A rule is a public function of an `unchecked` record; it yields what breaks it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from geo.basics.functions import functions_of
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

_FOUND = functions_of(
    sources, events, lengths, outlying_lengths, lines, content, verifications, texts
)
RULES: tuple[Rule, ...] = tuple(
    found for found in _FOUND.values() if "unchecked" in found.__annotations__
)
"""Every rule of the record, in the order it is applied."""
