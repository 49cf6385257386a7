"""Acts of a made-up state, and what its history says, for the tests of the law."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from geo.treaty import (
    Act,
    ActKind,
)

FORTIETH = date(1998, 9, 16)

days = st.dates(date(1997, 12, 3), date(2040, 12, 31))
deposits = st.dates(date(1997, 12, 3), date(2030, 12, 31))
gaps = st.integers(min_value=0, max_value=4000)


def act(day: str, kind: str, effective: str | None = None) -> Act:
    return Act(
        date.fromisoformat(day),
        ActKind(kind),
        date.fromisoformat(effective) if effective else None,
    )


def accession(day: date) -> Act:
    return Act(day, ActKind.ACCESSION)
