"""What a browser needs to tell two days apart while either is moved, besides the timeline."""

from __future__ import annotations

from datetime import timedelta
from typing import TypedDict

from geo.answers.words import comparison
from geo.answers.words.comparison import ChangesWords, ComparisonWords
from geo.answers.words.legal_basis import declarations
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas
from geo.basics.choices import FIRST_DAY
from geo.borders import Worldview

# `from` is a keyword, so this one is spelt as a call.
ComparisonOpening = TypedDict("ComparisonOpening", {"from": str, "words": str})
"""How the sentence begins where the later day is from this day on."""


StandsSince = TypedDict("StandsSince", {"from": str, "words": str})
"""Since when a state stands as it does, in words, where it is asked of this day or a later one."""


class ComparisonFile(TypedDict):
    """The words of the sentence and of the table, and what they are told by.

    Of the flank border it has whose each piece is, of all borders their sides; both with km.
    `since` is by state, without those that have done nothing; `declared` the same of a suspension.
    """

    openings: list[ComparisonOpening]
    flank: list[tuple[str, float]]
    words: ComparisonWords
    table: ChangesWords
    since: dict[str, list[StandsSince]]
    declared: dict[str, list[StandsSince]]
    borders: list[tuple[str, str, float]]


def comparison_file(
    atlas: Atlas, worldview: Worldview = "un", tongue: Tongue = ENGLISH
) -> ComparisonFile:
    """Tells any two days apart; km are not rounded, so that their sum can be."""
    views = [atlas.on(d, worldview) for d in (FIRST_DAY, atlas.verified_to + timedelta(days=1))]
    return {
        "openings": [
            {"from": view.day.isoformat(), "words": comparison.opening(view, tongue)}
            for view in views
        ],
        "flank": [(b.iso_a3, b.length_km) for b in views[0].borders if b.flank],
        "words": comparison.words_in(tongue),
        "table": comparison.changes_in(tongue),
        "since": {
            iso: found for iso in atlas.record.states if (found := _since(atlas, iso, tongue))
        },
        "declared": {
            iso: found for iso in atlas.record.states if (found := _declared(atlas, iso, tongue))
        },
        "borders": [
            (b.iso_a3, b.neighbour_iso_a3, round(b.length_km, 1)) for b in views[0].borders
        ],
    }


def _since(atlas: Atlas, iso_a3: str, tongue: Tongue) -> list[StandsSince]:
    past, found = atlas.history(iso_a3), list[StandsSince]()
    for day in (d for d in past.telling_days if d >= FIRST_DAY):
        words = comparison.since_words(past.as_of(day).since(day), tongue)
        if not found or found[-1]["words"] != words:
            found.append({"from": day.isoformat(), "words": words})
    return found


def _declared(atlas: Atlas, iso_a3: str, tongue: Tongue) -> list[StandsSince]:
    """From the day of a declaration on, that day."""
    return [
        {"from": day.isoformat(), "words": comparison.since_words(day, tongue)}
        for day, _ in declarations(atlas.history(iso_a3))
    ]
