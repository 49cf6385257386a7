"""What a length of a border counts, in words: the one place that says it, for every surface."""

from __future__ import annotations

from collections.abc import Sequence

from geo.atlas import BorderView
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

UNSAID = "source does not say what it counts"
ALONE = {"dry": "dry land", "river": "rivers", "lake": "lakes", "lagoon": "lagoon", "sea": "sea"}
BEYOND = {
    ("lagoon",): "with the lagoon",
    ("sea",): "with the sea",
    ("lagoon", "sea"): "with lagoon and sea",
}


def counted_words(counts: Sequence[str]) -> str:
    """What a figure counts: "dry land, rivers and lakes", "with the sea"."""
    if tuple(counts) == NOT_SAID:
        return UNSAID
    beyond = tuple(part for part in counts if part not in LAND_LINE)
    if beyond and set(counts) > set(LAND_LINE):
        return BEYOND[beyond]
    *others, last = (ALONE[part] for part in counts)
    return f"{', '.join(others)} and {last}" if others else last


def exact(length_km: float) -> str:
    """A length with the decimals it was given and thousands apart: 1,290, 198.769."""
    return f"{length_km:,.3f}".rstrip("0").rstrip(".")


def worked_out_words(worked_out: str) -> str:
    """How the atlas came to a figure that no source prints; empty where one does."""
    if not worked_out:
        return ""
    terms = (term if term in "+-" else exact(float(term)) for term in worked_out.split())
    return f"worked out by the atlas: {' '.join(terms).replace('-', '−')} km"


def meaning(border: BorderView) -> str:
    """What the leading figure counts, how it was worked out, and what other meanings give, km.

    Empty where no figure leads.
    """
    if border.leading_km is None:
        return ""
    counts = f"Counts {counted_words(border.leading_counts)}"
    said = "; ".join(filter(None, (counts, worked_out_words(border.leading_worked_out))))
    others = [
        f"{counted_words(other.counts)} {_span(other.min_km, other.max_km)} km"
        for other in border.other_meanings
    ]
    beside = "; ".join(others)
    return f"{said}. {beside[:1].upper()}{beside[1:]}." if beside else f"{said}."


def _span(low: float, high: float) -> str:
    least, most = f"{low:,.0f}", f"{high:,.0f}"
    return least if least == most else f"{least}–{most}"
