"""What a length of a border counts, in words: the one place that says it, for every surface."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from geo.answers.words.headline import length_range
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import BorderView
from geo.basics.formats import capital
from geo.records.rows import LAND_LINE, NOT_SAID

LAND_LINE_WORDS = "dry land, rivers and lakes, no lagoon and no sea"
"""The one meaning of a leading figure, wherever figures of several borders stand together."""

LEADING_WORDS = f"Lengths are the leading published figures: {LAND_LINE_WORDS}."

COMPUTED_WORDS = (
    "Computed lengths are geodesic (WGS 84) on Natural Earth 1:10m geometry: they run short where a"
    " line winds, and that of Poland with Kaliningrad takes in the Vistula Lagoon. Quote the"
    " leading published figure."
)
"""Why the two kinds of length differ, beside every table that has both."""

STRETCH: Final = "stretch"
"""The context of what the record calls a stretch of a border."""

UNSAID = "source does not say what it counts"
ALONE = {"dry": "dry land", "river": "rivers", "lake": "lakes", "lagoon": "lagoon", "sea": "sea"}
BEYOND = {
    ("lagoon",): "with the lagoon",
    ("sea",): "with the sea",
    ("lagoon", "sea"): "with lagoon and sea",
}


COUNTS = "Counts {parts}."
COUNTS_WORKED_OUT = "Counts {parts}; worked out by the atlas: {sum} km."
WORKED_OUT = "worked out by the atlas: {sum} km"
ANOTHER = "{parts} {span} km"
"""What a leading figure counts, how it was worked out, and a figure that counts something else."""


def counted_words(counts: Sequence[str], tongue: Tongue = ENGLISH) -> str:
    """Return what a figure counts: "dry land, rivers and lakes", "with the sea"."""
    if tuple(counts) == NOT_SAID:
        return tongue.text(UNSAID)
    beyond = tuple(part for part in counts if part not in LAND_LINE)
    if beyond and set(counts) > set(LAND_LINE):
        return tongue.text(BEYOND[beyond])
    return tongue.listed([tongue.text(ALONE[part]) for part in counts])


def exact(length_km: float, tongue: Tongue = ENGLISH) -> str:
    """A length with the decimals it was given and thousands apart: 1,290, 198.769."""
    decimals = len(f"{length_km:.3f}".rstrip("0").partition(".")[2])
    return tongue.number(length_km, decimals)


def worked_out_words(worked_out: str, tongue: Tongue = ENGLISH) -> str:
    """Return how the atlas came to a figure that no source prints; empty where one does."""
    return tongue.text(WORKED_OUT, sum=_terms(worked_out, tongue)) if worked_out else ""


def _terms(worked_out: str, tongue: Tongue) -> str:
    """The sum that gives a figure: 246.93 + 467.57 − 296.26."""
    signs = {"+": "+", "-": "−"}
    return " ".join(signs.get(each) or exact(float(each), tongue) for each in worked_out.split())


def meaning(border: BorderView, tongue: Tongue = ENGLISH) -> str:
    """Say what the leading figure counts, its sum if worked out, and what other meanings give, km.

    Empty where no figure leads.
    """
    if border.leading_km is None:
        return ""
    parts = counted_words(border.leading_counts, tongue)
    if border.leading_worked_out:
        terms = _terms(border.leading_worked_out, tongue)
        said = tongue.text(COUNTS_WORKED_OUT, parts=parts, sum=terms)
    else:
        said = tongue.text(COUNTS, parts=parts)
    others = [
        tongue.text(
            ANOTHER,
            parts=counted_words(other.counts, tongue),
            span=length_range(other.min_km, other.max_km, tongue),
        )
        for other in border.other_meanings
    ]
    beside = "; ".join(others)
    return f"{said} {capital(beside)}." if beside else said
