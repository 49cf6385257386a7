"""How a command line is run in a test, and what its answers hold."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

DAY = "2026-02-20"
NOTES = {"verified_to", "held", "data_version", "licence", "attribution", "sources"}
NOTES_OF_A_DAY = NOTES | {"date", "worldview", "beyond_record", "units"}
STATE_KEYS = [
    "date",
    "iso_a3",
    "name",
    "legal_status",
    "bound",
    "practice",
    "since",
    "entry_into_force",
    "withdrawal_notified",
    "withdrawal_effective",
    "possible_statuses",
    "source_ids",
]
SOURCE_KEYS = ["source_id", "publisher", "title", "date", "url", "tier", "note", "accessed"]
SOURCE_KEYS += ["archived_url", "licence", "kind"]
CARRIED = ["verified_to", "held", "held_age_days", "data_version", "licence"]
"""The last columns of a table, of whatever rows."""

Run = Callable[..., tuple[int, str, str]]


def alter(file: Path, key: str, **cells: str) -> None:
    """Change cells of the row whose first cell is `key`."""
    with file.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    (row,) = [row for row in rows if row[0] == key]
    for column, value in cells.items():
        row[rows[0].index(column)] = value
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)
