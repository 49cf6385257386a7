"""What the record says a border measures: the figure that leads, and how far sources differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geo.rows import BorderLength

WHOLE_LINE = ("land_with_inland_waters", "land_unsplit")
"""Kinds of figure that measure the whole land line, so that they can be compared."""

BorderKey = tuple[frozenset[str], str]
"""The codes of the two states in no order, and the part the border belongs to."""


@dataclass(frozen=True, slots=True)
class Official:
    """The figures for one border, km. `km` leads and is None where sources differ and none does.

    `source_ids` are those of the leading figure, else of all of them.
    """

    km: float | None = None
    min_km: float | None = None
    max_km: float | None = None
    source_ids: tuple[str, ...] = ()


NO_FIGURE = Official()


def official_figures(lengths: Iterable[BorderLength]) -> Mapping[BorderKey, Official]:
    """The figures for every border of which the record measures the whole line."""
    found: dict[BorderKey, list[BorderLength]] = {}
    for row in lengths:
        if not row.section and row.kind in WHOLE_LINE:
            key = (frozenset((row.iso_a3, row.neighbour_iso_a3)), row.part)
            found.setdefault(key, []).append(row)
    return {border: _of(rows) for border, rows in found.items()}


def _of(rows: list[BorderLength]) -> Official:
    leading = [row for row in rows if row.leading] or (rows if len(rows) == 1 else [])
    return Official(
        km=leading[0].length_km if leading else None,
        min_km=min(row.length_km for row in rows),
        max_km=max(row.length_km for row in rows),
        source_ids=tuple(dict.fromkeys(s for row in leading or rows for s in row.source_ids)),
    )
