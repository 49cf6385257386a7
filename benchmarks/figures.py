"""Numbers as they are reported: a sample keeps its values, its median, its 95th percentile."""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Sample:
    """Repeated measurements of one thing, in one unit; `values` is never empty."""

    values: tuple[float, ...]

    @classmethod
    def of(cls, values: list[float]) -> Sample | None:
        """A sample, or None when nothing was measured."""
        return cls(tuple(values)) if values else None

    @property
    def p50(self) -> float:
        """The median."""
        return median(self.values)

    @property
    def p95(self) -> float:
        """The smallest value that at least 95 % of the values do not exceed."""
        ordered = sorted(self.values)
        return ordered[math.ceil(0.95 * len(ordered)) - 1]

    @property
    def spread(self) -> tuple[float, float]:
        """The smallest and the largest value."""
        return min(self.values), max(self.values)

    def as_json(self) -> dict[str, float | int | list[float]]:
        """For results.json, values included, rounded to a hundredth."""
        return {
            "n": len(self.values),
            "p50": round(self.p50, 2),
            "p95": round(self.p95, 2),
            "min": round(self.spread[0], 2),
            "max": round(self.spread[1], 2),
            "values": [round(value, 2) for value in self.values],
        }
