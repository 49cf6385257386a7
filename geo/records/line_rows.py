"""Rows about lines on the map: `geo.records.rows` has the others, and says how they are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from geo.records.cells import DayIfKnown, Listed, NumberIfKnown


@dataclass(frozen=True, slots=True)
class MissingBorder:
    """A land border that the shipped geometry does not draw, so that no sum has it.

    `length_km` is None where no source gives one, `since` the day from which there is that border,
    None where it is older than the atlas. `line` is that of its file, 0 where it was read from
    none.
    """

    border_id: str
    iso_a3: str
    neighbour_iso_a3: str
    place: str
    length_km: NumberIfKnown
    since: DayIfKnown
    note: str
    source_ids: Listed
    line: int = field(default=0, compare=False)
