"""The facts read most, which are told in every language: the translations are the atlas's own."""

from __future__ import annotations

from typing import Final

from geo.answers.words.tongue import ENGLISH, Tongue
from geo.records import Fact

OURS: Final = "our translation"
"""The mark of a fact that its sources do not say in the reader's language."""

FACTS: Final = frozenset(
    {
        *(f"{state}-withdrawal-effective" for state in ("pol", "est", "lva", "ltu", "fin")),
        *("pol-vote", "est-vote", "lva-vote-66", "ltu-vote", "fin-vote"),
        *("pol-shield-announced-2024", "pol-shield-length-800", "pol-shield-budget-pln"),
        *("pol-rus-shield-first-section", "pol-shield-secured-2025", "pol-shield-secured-2026"),
        *("pol-shield-depots-2025", "pol-shield-use-reserve", "pol-shield-48-hours"),
        "pol-notification",
    }
)
"""The five withdrawals and the votes before them, Poland's notice and its East Shield."""


def told(fact: Fact, tongue: Tongue) -> tuple[str, str]:
    """Return what a fact says, and the mark of a translation; empty where it is as written."""
    if tongue is ENGLISH or fact.fact_id not in FACTS:
        return fact.summary, ""
    return tongue.text(fact.summary), tongue.text(OURS)
