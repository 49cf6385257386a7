"""A page held against the record, and what differs."""

from __future__ import annotations

from datetime import date

from geo.answers.depositary import status_page
from geo.answers.depositary.comparison import Comparison, hold
from geo.atlas import Atlas

AS_AT = date(2026, 2, 3)


def held(atlas: Atlas, html: str) -> Comparison:
    return hold(atlas, status_page.read(html.encode()))


def told(comparison: Comparison) -> dict[tuple[str, str], tuple[str, str, str]]:
    return {
        (found.iso_a3, found.what): (found.outcome, found.there, found.here)
        for found in comparison.differences
    }
