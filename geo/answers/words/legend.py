"""How a status is named and drawn, in one place for the map, the page and the pictures.

Colours are from the Okabe-Ito set and reach 3:1 on both grounds. Status is never colour alone: a
hatch, a line style or a word always says the same (WCAG 2.2, 1.4.1 and 1.4.11), so that a map on
grey paper and in the eyes of whoever sees fewer colours is the same map.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from geo.answers.words.tongue import ENGLISH, Tongue
from geo.basics.choices import Theme
from geo.basics.formats import capital
from geo.treaty import LegalStatus, Practice

Hatch: TypeAlias = Literal["slanted", "upright", "level", "crossed"]
"""How the lines of a hatch run; no two statuses of one lightness share one."""


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of the legend: the colour of the fill, a hatch or none, and the words beside it."""

    colour: str
    hatch: Hatch | None
    words: str


BOUND_BLUE = "#0072B2"
WITHDRAWN_VERMILLION = "#D55E00"
PENDING_PURPLE = "#CC79A7"
NEVER_GREY = "#9AA0A6"

STATUS_KEYS: dict[LegalStatus, Key] = {
    LegalStatus.PARTY: Key(BOUND_BLUE, None, "Bound"),
    LegalStatus.WITHDRAWAL_NOTIFIED: Key(BOUND_BLUE, "slanted", "Bound, withdrawal notified"),
    LegalStatus.WITHDRAWN: Key(WITHDRAWN_VERMILLION, "upright", "Withdrawn"),
    LegalStatus.CONSENTED: Key(PENDING_PURPLE, "crossed", "Consent deposited, not yet in force"),
    LegalStatus.SIGNATORY: Key(PENDING_PURPLE, "level", "Signatory"),
    LegalStatus.NOT_PARTY: Key(NEVER_GREY, None, "Not a party"),
}

PRACTICE_KEYS: dict[Practice, str] = {
    Practice.SUSPENSION_DECLARED: "Declares a suspension the Convention does not provide for",
}

POSSIBLE: dict[LegalStatus, str] = {
    LegalStatus.NOT_PARTY: "not a party",
    LegalStatus.SIGNATORY: "signatory",
    LegalStatus.CONSENTED: "consented",
    LegalStatus.PARTY: "bound",
    LegalStatus.WITHDRAWAL_NOTIFIED: "bound on notice",
    LegalStatus.WITHDRAWN: "withdrawn",
}

UNKNOWN = "not_known"
"""What a state of several possible statuses is called where a status is named by one word."""

UNKNOWN_WORDS = "Status not known: dotted in the colours it may have"
UNKNOWN_MARK = "?"


POSSIBLY = "{statuses}, not known"
"""The same of several, of which it is not known which it is."""


def possible_words(statuses: Sequence[LegalStatus], tongue: Tongue = ENGLISH) -> str:
    """Return what a state may be where that is not known: `Consented or bound, not known`."""
    either = tongue.either([tongue.text(POSSIBLE[status]) for status in statuses])
    return capital(tongue.text(POSSIBLY, statuses=either))


DECLARATION_WORDS: dict[Practice, str] = {
    Practice.SUSPENSION_DECLARED: "declares a suspension",
}
"""What a state does on the day it declares a practice."""

NOT_IN_LIST_WORDS = "Not in the depositary’s list of states"
COVERED_WORDS = "Flank border, covered by the Convention"
NOT_COVERED_WORDS = "Flank border, not covered by the Convention"
COVER_UNKNOWN_WORDS = "Flank border, cover by the Convention not known"
FLANK_WORDS = "Flank state"
PROGRAMMES_WORDS = "Border programme, along the whole border"
PROGRAMME_WORDS = (
    "A programme along the border, drawn beside it; not a minefield and not its trace."
)
PROGRAMME_COLOURS: dict[Theme, str] = {"light": "#005E45", "dark": "#3DDDA9"}
NOT_A_MINEFIELD_MAP = "Legal status of states, not a map of minefields."


@dataclass(frozen=True, slots=True)
class Ground:
    """Grounds and lines of a theme; `never` is the legend's grey, set back behind the bound."""

    sea: str
    no_status: str
    never: str
    covered: str
    not_covered: str
    ink: str
    muted: str
    halo: str
    page: str


GROUNDS: dict[Theme, Ground] = {
    "light": Ground(
        sea="#EEF2F5",
        no_status="#DADDE0",
        never="#C2C8CD",
        covered="#00456D",
        not_covered="#8F3A00",
        ink="#1B1F23",
        muted="#57606A",
        halo="#FFFFFF",
        page="#FFFFFF",
    ),
    "dark": Ground(
        sea="#11161C",
        no_status="#3A4047",
        never="#59616A",
        covered="#8CCBFF",
        not_covered="#FFB37A",
        ink="#E8EAED",
        muted="#A8B0B8",
        halo="#0B0F14",
        page="#0E1117",
    ),
}
