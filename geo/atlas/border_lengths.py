"""What the record says a border measures: the figure that leads, and how far sources differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geo.records.rows import LAND_LINE, NOT_SAID, BorderLength

BorderKey = tuple[frozenset[str], str]
"""The codes of the two states in no order, and the part the border belongs to."""


@dataclass(frozen=True, slots=True)
class OtherMeaning:
    """What figures say, km, that count more than the land line: with a lagoon, with the sea."""

    counts: tuple[str, ...]
    min_km: float
    max_km: float


@dataclass(frozen=True, slots=True)
class LeadingLength:
    """The figures for one border, km. `km` leads and is None where sources differ and none does.

    `counts` is what the leading figure counts, `worked_out` the sum it comes from where the atlas
    made it; both are empty where none leads. Minimum and maximum span the figures for the land
    line, with those whose sources do not say what they count. `source_ids` are those of the
    leading figure, else of all of them.
    """

    km: float | None = None
    min_km: float | None = None
    max_km: float | None = None
    counts: tuple[str, ...] = ()
    worked_out: str = ""
    others: tuple[OtherMeaning, ...] = ()
    source_ids: tuple[str, ...] = ()


NO_FIGURE = LeadingLength()


def leading_lengths(lengths: Iterable[BorderLength]) -> Mapping[BorderKey, LeadingLength]:
    """The figures for every border of which the record measures the whole line."""
    found: dict[BorderKey, list[BorderLength]] = {}
    for row in lengths:
        if not row.section:
            key = (frozenset((row.iso_a3, row.neighbour_iso_a3)), row.part)
            found.setdefault(key, []).append(row)
    return {border: _of(rows) for border, rows in found.items()}


def _of(rows: list[BorderLength]) -> LeadingLength:
    compared = [row for row in rows if row.counts in (LAND_LINE, NOT_SAID)]
    if not compared:
        return NO_FIGURE
    leading = [row for row in compared if row.leading]
    if len(compared) == 1 and compared[0].counts == LAND_LINE:
        leading = compared
    return LeadingLength(
        km=leading[0].length_km if leading else None,
        min_km=min(row.length_km for row in compared),
        max_km=max(row.length_km for row in compared),
        counts=leading[0].counts if leading else (),
        worked_out=leading[0].worked_out if leading else "",
        others=_others(rows),
        source_ids=tuple(dict.fromkeys(s for row in leading or compared for s in row.source_ids)),
    )


def _others(rows: list[BorderLength]) -> tuple[OtherMeaning, ...]:
    """By what is counted, the shortest meaning first."""
    found: dict[tuple[str, ...], list[float]] = {}
    for row in rows:
        if set(row.counts) > set(LAND_LINE):
            found.setdefault(row.counts, []).append(row.length_km)
    others = (OtherMeaning(counts, min(km), max(km)) for counts, km in found.items())
    return tuple(sorted(others, key=lambda other: (len(other.counts), other.min_km)))
