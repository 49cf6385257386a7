"""What a browser needs to tell two days apart while either is moved, besides the timeline."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, TypedDict

from geo.answers.words import comparison
from geo.answers.words.comparison import ComparisonWords
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.basics.choices import FIRST_DAY

if TYPE_CHECKING:
    from geo.atlas import Atlas
    from geo.borders import Worldview

# `from` is a keyword, so this one is spelt as a call.
ComparisonOpening = TypedDict("ComparisonOpening", {"from": str, "words": str})
"""How the sentence begins where the later day is from this day on."""


class ComparisonFile(TypedDict):
    """The words of the sentence, and the flank border: whose each piece is, and its km."""

    openings: list[ComparisonOpening]
    flank: list[tuple[str, float]]
    words: ComparisonWords


def comparison_file(
    atlas: Atlas, worldview: Worldview = "un", tongue: Tongue = ENGLISH
) -> ComparisonFile:
    """The same for any two days; km are not rounded, so that their sum can be."""
    views = [atlas.on(d, worldview) for d in (FIRST_DAY, atlas.verified_to + timedelta(days=1))]
    return {
        "openings": [
            {"from": view.day.isoformat(), "words": comparison.opening(view, tongue)}
            for view in views
        ],
        "flank": [(b.iso_a3, b.length_km) for b in views[0].borders if b.flank],
        "words": comparison.words_in(tongue),
    }
