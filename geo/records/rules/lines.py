"""What rows about lines on the map must look like beside each other."""

from __future__ import annotations

from collections.abc import Iterator

from geo.basics.problems import Problem
from geo.records.unchecked import UncheckedRecord


def missing_borders_have_two_sides(draft: UncheckedRecord) -> Iterator[Problem]:
    """A border lies between two states."""
    for row in draft.missing_borders:
        if row.value.iso_a3 == row.value.neighbour_iso_a3:
            yield row.problem("neighbour_iso_a3", "another state than iso_a3", "Name the other.")


RULES = (missing_borders_have_two_sides,)
