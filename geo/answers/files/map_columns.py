"""Columns as programs for maps take them: names of ten letters, no list in a cell.

A Shapefile cuts a name after ten letters, so that withdrawal_notified and withdrawal_effective
collide; GDAL writes no list into a FlatGeobuf or a Shapefile. What a column means does not change
with its name.
"""

from __future__ import annotations

from typing import Any

from geo.answers.files.days import NOT_KNOWN

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
    "bound_iso_a3": "bound_a3",
    "computed_km": "calc_km",
    "computed_source": "calc_from",
    "published_min_km": "pub_min_km",
    "published_max_km": "pub_max_km",
    "leading_counts": "counts",
    "leading_worked_out": "worked_out",
    "leading_meaning": "meaning",
    NOT_KNOWN: "not_known",
}
"""The names in map files of the columns whose own is longer; docs/api.md tells the same."""


def for_maps(row: dict[str, Any]) -> dict[str, Any]:
    """A row under its short names, a list joined by ";" as in CSV."""
    return {SHORT_NAMES.get(name, name): _cell(name, value) for name, value in row.items()}


def _cell(name: str, value: object) -> object:
    if not isinstance(value, list):
        return value
    if name == NOT_KNOWN:
        value = [_under_its_short_name(item) for item in value]
    return ";".join(map(str, value))


def _under_its_short_name(unknown: str) -> str:
    name, _, days = unknown.partition(" ")
    return f"{SHORT_NAMES.get(name, name)} {days}"
