"""What is said of programmes and of borders that they follow: stages, beginnings, parts."""

from __future__ import annotations

from typing import Final

STAGES: Final = {
    "announced": "Announced",
    "funded": "Funded",
    "contracted": "Contracted",
    "under_construction": "Under construction",
    "built": "Built",
    "laid": "Laid",
    "position": "Position",
    "recorded": "Recorded",
}
"""How far a fact says that a programme has come, or what else the fact is."""

BEGAN: Final = {"announced_on": "announced on {day}", "signed_on": "agreed on {day}"}
"""How a programme began, by the fact that dates it."""
