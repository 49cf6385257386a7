"""Everything that can be wrong with the shipped data, found in one go.

Each file against its schema, the geometry against its checksums, the acts against the treaty,
published dates and lengths against computed ones, claims against what the code computes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from geo import borders as border_files
from geo import records
from geo.answers import claims
from geo.atlas import FACING, FLANK, Atlas, published_dates, published_lengths
from geo.basics.errors import AtlasError
from geo.basics.problems import Problem
from geo.borders import Borders, Worldview, integrity
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
    errors: list[str] = []
    notes: list[str] = []
    counts: dict[str, int] = {}
    record: Record | None = None
    shapes: dict[Worldview, Borders] = {}
    try:
        record = records.load()
    except AtlasError as error:
        errors.append(str(error))
    errors += integrity.faults()
    for worldview in get_args(Worldview):
        try:
            shapes[worldview] = border_files.load(worldview)
        except AtlasError as error:
            errors.append(str(error))
    if record is not None:
        counts |= _counts(record)
    for worldview, drawn in shapes.items():
        counts[f"border segments, worldview {worldview}"] = len(drawn.segments)
    missing = [] if record is None else list(_missing(record))
    errors += map(str, missing)
    if record is not None and not missing and len(shapes) == len(get_args(Worldview)):
        atlas = Atlas(record, shapes)
        counts["published dates held against the rules"] = len(
            list(published_dates.published(atlas))
        )
        unreadable = claims.check_claims(record.claims, record.states)
        errors += map(str, unreadable or claims.check_verdicts(atlas))
        for mismatch in published_dates.mismatches(atlas):
            (notes if mismatch.explained else errors).append(str(mismatch))
        errors += map(str, _drawn(atlas))
        for outlier in published_lengths.outliers(atlas):
            (notes if outlier.explained else errors).append(str(outlier))
    return Report(tuple(dict.fromkeys(errors)), tuple(notes), counts)


def _missing(record: Record) -> Iterator[Problem]:
    """The states every page speaks of, where the record does not have them."""
    for iso_a3 in (*FLANK, *FACING):
        if iso_a3 not in record.states:
            expected = "a row for each state of the flank, and for those it faces"
            yield Problem("states.csv", 0, "iso_a3", f"no {iso_a3}", expected, "Restore the row.")


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
        "facts": len(record.facts),
        "claims": len(record.claims),
        "disagreements": len(record.disagreements),
        "sources": len(record.sources),
    }
