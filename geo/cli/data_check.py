"""Everything that can be wrong with the shipped data, found in one go.

Each file against its schema, the geometry against its checksums, the acts against the treaty,
published dates and lengths against computed ones, claims against what the code computes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from geo.answers import claims, soundness
from geo.atlas import Atlas, published_dates, published_lengths
from geo.basics.problems import Problem
from geo.records import Record
from geo.records.acts import acts_of


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found: errors to put right, notes that explain, and counts of what was read."""

    errors: tuple[str, ...]
    notes: tuple[str, ...]
    counts: Mapping[str, int]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.errors


def check() -> Report:
    """Check the project's own data; what cannot be read is an error here, not an exception."""
    found = soundness.read()
    errors = [fault.words for fault in found.faults]
    notes: list[str] = []
    counts = {} if found.record is None else _counts(found.record)
    for worldview, drawn in found.borders.items():
        counts[f"border segments, worldview {worldview}"] = len(drawn.segments)
    if atlas := found.atlas:
        unreadable = any(fault.file == "claims.csv" for fault in found.faults)
        counts["published dates held against the rules"] = len(
            list(published_dates.published(atlas))
        )
        errors += map(str, [] if unreadable else claims.check_verdicts(atlas))
        for mismatch in published_dates.mismatches(atlas):
            (notes if mismatch.explained else errors).append(str(mismatch))
        errors += map(str, _drawn(atlas))
        for outlier in published_lengths.outliers(atlas):
            (notes if outlier.explained else errors).append(str(outlier))
    return Report(tuple(dict.fromkeys(errors)), tuple(notes), counts)


def _drawn(atlas: Atlas) -> Iterator[Problem]:
    """Borders that are said to be missing from the map, and are on it."""
    for border in atlas.record.missing_borders:
        if drawn := atlas.borders().between(border.iso_a3, border.neighbour_iso_a3):
            found = f"{border.iso_a3}-{border.neighbour_iso_a3}, {drawn[0].length_km} km"
            expected = "a border that the map does not draw"
            yield Problem(
                "missing_borders.csv", border.line, "border_id", found, expected, "Remove the row."
            )


def _counts(record: Record) -> dict[str, int]:
    return {
        "states": len(record.states),
        "events": len(record.events),
        "acts": sum(map(len, acts_of(record).values())),
        "border lengths": len(record.lengths),
        "borders not drawn": len(record.missing_borders),
        "memberships": len(record.groups),
        "lenses": len(record.lenses),
        "facts": len(record.facts),
        "claims": len(record.claims),
        "disagreements": len(record.disagreements),
        "sources": len(record.sources),
    }
