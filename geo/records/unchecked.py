"""The record while it is being checked: typed rows that still know their file and line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from geo.basics.problems import Problem
from geo.records.line_rows import Lens, Membership, MissingBorder
from geo.records.rows import (
    BorderLength,
    Claim,
    Disagreement,
    DisagreementVersion,
    Event,
    Fact,
    Metric,
    Source,
    State,
    Verification,
)

T_co = TypeVar("T_co", covariant=True)

Sourced = (
    State
    | Event
    | Verification
    | BorderLength
    | MissingBorder
    | Membership
    | Fact
    | Claim
    | DisagreementVersion
)
"""Rows that name their sources."""

REFERRED_TO = {
    "sources": "source_id",
    "states": "iso_a3",
    "events": "event_id",
    "verifications": "sha256",
    "border-lengths": "length_id",
    "facts": "fact_id",
    "groups": "group_id",
    "claims": "claim_id",
}
"""Resources whose rows others name inside lists, and the column they are named by."""


@dataclass(frozen=True, slots=True)
class Row(Generic[T_co]):
    """A typed row, where it stands, and its cells as text."""

    file: str
    line: int
    cells: Mapping[str, str]
    value: T_co

    def problem(self, column: str, expected: str, advice: str, value: str | None = None) -> Problem:
        """A problem with one cell; `value` where only a part of the cell is at fault."""
        found = self.cells[column] if value is None else value
        return Problem(self.file, self.line, column, found, expected, advice)


@dataclass(frozen=True, slots=True)
class UncheckedRecord:
    """Every sound row of a record all of whose files can be read.

    So that one fault is not reported again elsewhere, `known` holds, by resource, every id its file
    has, and `cited` every source that a row names, those of faulty rows too; `faulty_states` are
    those of whose events some row is faulty.
    """

    sources: tuple[Row[Source], ...]
    states: tuple[Row[State], ...]
    events: tuple[Row[Event], ...]
    verifications: tuple[Row[Verification], ...]
    lengths: tuple[Row[BorderLength], ...]
    missing_borders: tuple[Row[MissingBorder], ...]
    groups: tuple[Row[Membership], ...]
    lenses: tuple[Row[Lens], ...]
    metrics: tuple[Row[Metric], ...]
    facts: tuple[Row[Fact], ...]
    claims: tuple[Row[Claim], ...]
    disagreements: tuple[Row[Disagreement], ...]
    versions: tuple[Row[DisagreementVersion], ...]
    known: Mapping[str, frozenset[str]]
    cited: frozenset[str] = frozenset()
    faulty_states: frozenset[str] = frozenset()

    def rows(self) -> Iterator[Row[object]]:
        """Every row."""
        yield from self.sourced()
        yield from self.sources
        yield from self.lenses
        yield from self.metrics
        yield from self.disagreements

    def sourced(self) -> Iterator[Row[Sourced]]:
        """Every row that names its sources."""
        yield from self.states
        yield from self.events
        yield from self.verifications
        yield from self.lengths
        yield from self.missing_borders
        yield from self.groups
        yield from self.facts
        yield from self.claims
        yield from self.versions

    def unknown(self, resource: str, names: tuple[str, ...]) -> Iterator[str]:
        """Those of the names that no row of a resource has."""
        return (name for name in names if name not in self.known[resource])
