"""The sentences of a day, whole, in English: by these a catalogue has them in other languages.

Their parts are joined here, once, and never where a sentence is told: what is one word more in
English may stand elsewhere, or change the rest, in another language. Names in braces are filled in.
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from geo.answers.words.wordings import Counted
from geo.treaty import LegalStatus

CONVENTION: Final = "the Mine Ban Convention"
COVERED: Final = "covered by the Convention"
"""What a border is where the flank state on it is bound: never "covered" alone, as if by mines."""

FLANK_BORDER: Final = (
    "the {km} of border that the Baltic-Arctic flank shares with Russia and Belarus"
)

Opening: TypeAlias = Literal["plain", "beyond", "supposed"]
"""How a sentence begins: on a day within the record, later than that, or resting on what is not."""

SUPPOSING: Final = "Supposing what is not on record, that {acts}, "
OPENINGS: Final[dict[Opening, str]] = {
    "plain": "On {day}",
    "beyond": "As far as the record goes, on {day}",
    "supposed": f"{SUPPOSING}on {{day}}",
}


def opened(rest: str) -> dict[Opening, str]:
    """A sentence with each of its openings."""
    return {opening: f"{words}, {rest}" for opening, words in OPENINGS.items()}


def _opened_counted(one: str, other: str) -> dict[Opening, Counted]:
    singular, plural = opened(one), opened(other)
    return {opening: {"one": singular[opening], "other": plural[opening]} for opening in OPENINGS}


BOUND: Final = _opened_counted(
    f"{{count}} state is bound by {CONVENTION}.", f"{{count}} states are bound by {CONVENTION}."
)
NOT_OPEN: Final = opened(f"{CONVENTION} is not yet open for signature, and no state is bound.")
_NONE_BOUND = f"no state is yet bound by {CONVENTION}; {{count}} have signed it or consented to it."
NONE_BOUND: Final = _opened_counted(_NONE_BOUND, _NONE_BOUND)
"""Who is bound; `count` are those bound, or those that have signed or consented."""

FLANK_NONE: Final = f"None of {FLANK_BORDER} is {COVERED}."
FLANK_ALL: Final = f"All of {FLANK_BORDER} is {COVERED}."
FLANK_PART: Final[dict[Literal["are", "remain"], str]] = {
    "are": f"Of {FLANK_BORDER}, {{covered}}, {{owners}}, are {COVERED}.",
    "remain": f"Of {FLANK_BORDER}, {{covered}}, {{owners}}, remain {COVERED}.",
}
"""How much of the flank border is covered, and whose; they remain so where a flank state left."""

OWNER: Final = "owner"
"""The context of a state's name as the owner's of a border: "Poland’s"."""
PERHAPS: Final = "perhaps {owner}"

ONE_OF_TWO: Final = "{low} or {high}"
BETWEEN: Final = "between {low} and {high}"
LENGTH: Final = "length"
"""The context of a range of kilometres, apart from that of a count."""

Standing: TypeAlias = Literal[
    "party",
    "party_since",
    "party_today",
    "party_suspended",
    "party_since_suspended",
    "party_today_suspended",
    "notified_until",
    "notified_in_conflict",
    "left",
    "left_on",
    "left_today",
    "consented",
    "consented_from",
    "signatory",
    "not_party",
]
"""How a state stands where that is known, with what its sentence tells besides."""

_BOUND_BY = f"{{state}} is bound by {CONVENTION}"
_SINCE, _TODAY = ", in force for it since {since}", ", in force for it from this day"
_SUSPENDED = "; it has declared a suspension for which the Convention does not provide"
_STILL = f"{{state}} is still bound by {CONVENTION}; its withdrawal"
_LEFT = f"{{state}} is no longer bound by {CONVENTION}"
_CONSENTED = f"{{state}} has consented to {CONVENTION} but is not yet bound by it"
_STANDINGS: Final[dict[Standing, str]] = {
    "party": f"{_BOUND_BY}.",
    "party_since": f"{_BOUND_BY}{_SINCE}.",
    "party_today": f"{_BOUND_BY}{_TODAY}.",
    "party_suspended": f"{_BOUND_BY}{_SUSPENDED}.",
    "party_since_suspended": f"{_BOUND_BY}{_SINCE}{_SUSPENDED}.",
    "party_today_suspended": f"{_BOUND_BY}{_TODAY}{_SUSPENDED}.",
    "notified_until": f"{_STILL} takes effect on {{until}}.",
    "notified_in_conflict": f"{_STILL} waits for its armed conflict to end.",
    "left": f"{_LEFT}.",
    "left_on": f"{_LEFT}, which it left on {{since}}.",
    "left_today": f"{{state}} leaves {CONVENTION} and is no longer bound by it.",
    "consented": f"{_CONSENTED}.",
    "consented_from": f"{_CONSENTED}; it enters into force for it on {{since}}.",
    "signatory": f"{{state}} has signed {CONVENTION} but is not bound by it.",
    "not_party": f"{{state}} is not a party to {CONVENTION}.",
}
STANDING: Final = {standing: opened(rest) for standing, rest in _STANDINGS.items()}
"""The sentence of a state on a day; `since` and `until` are dates."""

Ends: TypeAlias = Literal["never", "withdrawal", "in_force"]
"""What is to take effect of that which is not known: nothing, a withdrawal, the Convention."""

EITHER: Final = {
    (bound, ends): opened(f"{{state}} either {{statuses}}; which of these is not known{b}{e}.")
    for bound, b in ((None, ""), (True, ", but it is bound"), (False, ", but it is not bound"))
    for ends, e in (
        ("never", ""),
        ("withdrawal", " (withdrawal effective on {ends})"),
        ("in_force", " (in force from {ends})"),
    )
}
"""The same where several statuses are possible, by whether it is bound and by what takes effect."""

_MAY_BE = {
    LegalStatus.NOT_PARTY: "is not a party to {}",
    LegalStatus.SIGNATORY: "has only signed {}",
    LegalStatus.CONSENTED: "has only consented to {}",
    LegalStatus.PARTY: "is bound by {}",
    LegalStatus.WITHDRAWAL_NOTIFIED: "is bound by {} on notice of withdrawal",
    LegalStatus.WITHDRAWN: "is no longer bound by {}",
}
MAY_BE: Final = {status: words.format(CONVENTION) for status, words in _MAY_BE.items()}
OR_MAY_BE: Final = {status: words.format("it") for status, words in _MAY_BE.items()}
"""What it may be, as the first of several and as one that follows."""

STATUS_HEADS: Final = ("Code", "State", "Status", "Since", "In force", "Notice", "Effective")
"""The columns of the table of states on a day."""
COLUMN: Final = "column"
"""Their context."""
