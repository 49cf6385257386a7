"""What the tables say that the command line prints: the heads of columns, and what is below."""

from __future__ import annotations

from typing import Final

from geo.answers.words import tabs

BORDER_HEADS: Final = (
    *("Border", "Part", "Leading km", "Sources’ range", "Computed km", "Sides", "Bound", "Flank"),
)
FLANK: Final = "Flank border {km}, covered by the Convention: {covered}"
PERHAPS: Final = "perhaps {code}"
COVER: Final = {True: "covered", False: "not covered", None: "not known"}
LEADING: Final = "Leading: {meaning}."
"""Of borders on a day."""

SUM_HEADS: Final = ("Sides", "Borders", "km", "of leading", "of computed", "All computed")
ALL_BORDERS: Final = "All borders"
WITHOUT_STATUS: Final = "Without a status of its own: {name}. {note}"
NOT_DRAWN: Final = "Not drawn, in no sum: {border}, {place}. {note}"
"""Of what they add up to."""

LENS_HEADS: Final = ("Border", "Part", "Leading km", "Computed km", "Sides", "Bound")
ONE_SIDE: Final = "One side: {states}"
OTHER_SIDE: Final = "Other side: {states}"
BEYOND: Final = "whoever lies beyond"
"""Of a border line."""

SIDES_KM: Final = "{sides}, km"
CHANGED_HEADS: Final = ("State", "What changed", "Since", "Border km")
BETWEEN_HEADS: Final = ("Border", "Part", "km")
"""Of two days: of what changed for a state, behind its code, and for a border, before the two."""

CURVE_HEADS: Final = (
    *("From", "States bound", "Both km", "One km", "None km", "No status km", "Not known km"),
    *("of leading km", "of computed km"),
)
LENSES_HEADS: Final = ("Lens", "Borders", "One side", "Other side")
"""Of a border line over time, and of all border lines."""

EVENT_HEADS: Final = ("Date", "State", "Act or event")
EFFECT_HEADS: Final = ("Date", "State", "Before", "From then on")
"""Of what is later than a day: of events, and of statuses."""

CLAIM_HEADS: Final = ("Claim", tabs.VERDICT, tabs.DECIDED, "What is said")
"""Of claims."""
