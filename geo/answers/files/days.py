"""Which columns of tables hold days, for files whose cells can be dates."""

from __future__ import annotations

import re
from datetime import date

DAYS = (
    "date",
    "since",
    "entry_into_force",
    "withdrawal_notified",
    "withdrawal_effective",
    "effective",
    "as_of",
    "accessed",
    "verified_to",
)
"""Columns of days; a cell may be empty, or text where the day is not known exactly."""

NOT_KNOWN = "days_not_known"
"""Column for what a column of days cannot hold: `entry_into_force 2026-08-01/2027-02-01`."""

_EXACT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def exact(text: str | None) -> date | None:
    """The day that a cell names; None for a month, a year, an interval or nothing."""
    return date.fromisoformat(text) if text and _EXACT.fullmatch(text) else None
