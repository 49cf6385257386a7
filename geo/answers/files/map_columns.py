"""Columns as programs for maps take them: names of ten letters, no list in a cell.

A Shapefile cuts a name after ten letters, so that withdrawal_notified and withdrawal_effective
collide; GDAL writes no list into a FlatGeobuf or a Shapefile. What a column means does not change
with its name.
"""

from __future__ import annotations

from typing import Any

LONGEST_NAME = 10
"""How many letters a Shapefile keeps of a name."""

SHORT_NAMES = {
    "legal_status": "status",
    "entry_into_force": "in_force",
    "withdrawal_notified": "wd_notice",
    "withdrawal_effective": "wd_effect",
    "possible_statuses": "possible",
    "neighbour_iso_a3": "nb_iso_a3",
    "neighbour_name": "nb_name",
    "neighbour_bound": "nb_bound",
    "computed_km": "calc_km",
    "computed_source": "calc_from",
    "published_min_km": "pub_min_km",
    "published_max_km": "pub_max_km",
    "leading_counts": "counts",
    "leading_worked_out": "worked_out",
    "leading_meaning": "meaning",
    "days_not_known": "not_known",
}
"""The names in map files of the columns whose own is longer; docs/api.md tells the same."""


def for_maps(row: dict[str, Any]) -> dict[str, Any]:
    """A row under its short names, a list joined by ";" as in CSV."""
    return {
        SHORT_NAMES.get(name, name): ";".join(map(str, value)) if isinstance(value, list) else value
        for name, value in row.items()
    }
