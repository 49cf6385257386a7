"""What an argument or a parameter takes, in words: the same for programs and for assistants."""

from __future__ import annotations

from geo.basics.choices import FIRST_DAY, LATEST, last_day

A_DAY = f"a day as YYYY-MM-DD, from {FIRST_DAY} to {last_day()}, or {LATEST}, which is today (UTC)"

A_LENS = (
    "the id of a lens that /api/v1/lenses lists, as nato-east, or the ISO 3166-1 alpha-3 code of a"
    " state for all its land borders"
)
