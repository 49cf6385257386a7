"""The colours of a picture: those of geo/answers/words/legend.py, and those only a picture
needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.answers.words.legend import (
    GROUNDS,
    NEVER_GREY,
    PROGRAMME_COLOURS,
    STATUS_KEYS,
    Ground,
)
from geo.basics.choices import Theme
from geo.treaty import LegalStatus

DARK_LETTERS = "#0B0F14"
LIGHT_LETTERS = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class Palette:
    """A theme's colours."""

    ground: Ground
    programme: str
    outline: str
    practice: str
    hatch: str
    grid: str
    rule: str
    sea_letters: str

    def fill(self, status: LegalStatus) -> str:
        """The fill of a legal status; its hatch, if any, comes on top."""
        colour = STATUS_KEYS[status].colour
        return self.ground.never if colour == NEVER_GREY else colour

    def dots(self, statuses: Sequence[LegalStatus]) -> str:
        """The dots on the fill of the first of several possible statuses: the colour of the last.

        Where that is the same colour, the colour of hatches.
        """
        first, last = self.fill(statuses[0]), self.fill(statuses[-1])
        return self.hatch if first == last else last


PALETTES: dict[Theme, Palette] = {
    "light": Palette(
        ground=GROUNDS["light"],
        programme=PROGRAMME_COLOURS["light"],
        outline="#16202A",
        practice=DARK_LETTERS,
        hatch="#FFFFFF",
        grid="#DCE3E9",
        rule="#C9D1D9",
        sea_letters="#5B7184",
    ),
    "dark": Palette(
        ground=GROUNDS["dark"],
        programme=PROGRAMME_COLOURS["dark"],
        outline="#C3CCD5",
        practice=DARK_LETTERS,
        hatch="#DDE7F0",
        grid="#1D252E",
        rule="#3B444D",
        sea_letters="#7F93A5",
    ),
}


def letters_on(fill: str) -> str:
    """Dark or light lettering, whichever stands out more from a fill (WCAG relative luminance)."""
    back = luminance(fill) + 0.05
    dark = back / (luminance(DARK_LETTERS) + 0.05)
    light = (luminance(LIGHT_LETTERS) + 0.05) / back
    return DARK_LETTERS if dark >= light else LIGHT_LETTERS


def luminance(colour: str) -> float:
    """WCAG relative luminance, 0 to 1, of a colour written #RRGGBB."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
