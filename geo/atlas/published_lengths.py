"""Published lengths held against the computed ones.

A line drawn at 1:10m cuts corners, so that published figures are longer, by a quarter as a rule.
One that is twice as long, or half, is another line's, in another unit, or a slip of the point.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from geo.atlas.atlas import Atlas
from geo.basics.problems import Problem
from geo.records.rows import BorderLength
from geo.records.rules.outlying_lengths import ADVICE, ratio

APART = 2
"""From which ratio on a published length contradicts the computed one."""

NOT_DRAWN = "Correct the code or the part, or say in check_note why the row is right."
"""What to do where the map draws no such border; a slip in the length would not be why."""


@dataclass(frozen=True, slots=True)
class Outlier:
    """A published length that the computed one contradicts, km; None where no line is drawn.

    `explained` says whether the row tells why it stands.
    """

    length: BorderLength
    computed_km: float | None

    @property
    def explained(self) -> bool:
        """Whether the row's check_note says why it differs."""
        return bool(self.length.check_note)

    def __str__(self) -> str:
        """One line: which row, what it says, what is computed, and what to do or why."""
        length = self.length
        km, advice = self.computed_km, length.check_note or ADVICE
        column, value = "length_km", f"{length.length_km:g}"
        expected = f"a length in line with the computed one, {km} km"
        if km is None:
            column, value = "neighbour_iso_a3", length.neighbour_iso_a3
            expected = f"a state that borders {length.iso_a3} on the map"
            advice = length.check_note or NOT_DRAWN
        elif length.section:
            expected = f"a part of the border, which is computed at {km} km"
        return str(Problem("border_lengths.csv", length.line, column, value, expected, advice))


def outliers(atlas: Atlas) -> tuple[Outlier, ...]:
    """Every published length that the computed one contradicts, in the order of the file."""
    return tuple(_outliers(atlas))


def _outliers(atlas: Atlas) -> Iterator[Outlier]:
    for length in atlas.record.lengths:
        drawn = atlas.borders().between(length.iso_a3, length.neighbour_iso_a3)
        parts = [segment.length_km for segment in drawn if segment.part == length.part]
        computed = round(sum(parts), 1) or None
        if computed is None:
            apart = True
        elif length.section:
            apart = length.length_km >= computed * APART
        else:
            apart = ratio(length.length_km, computed) >= APART
        if apart:
            yield Outlier(length, computed)
