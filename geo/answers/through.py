"""A day through the lens of a place: its sentence, and the line whose figures stand beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from geo.answers import scopes
from geo.answers.data.compare import CompareAnswer, compare_answer
from geo.answers.permalink import Place
from geo.answers.words import border_totals, headline
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas, View
from geo.atlas.sides import Sides
from geo.atlas.totals import Total, together, totals
from geo.basics.choices import Worldview


@dataclass(frozen=True, slots=True)
class Line:
    """How much of a border line has a bound state on a side, and how it is called; km.

    `bound_max_km` counts what is not known besides.
    """

    words: str
    length_km: float
    bound_min_km: float
    bound_max_km: float


def sentence(atlas: Atlas, view: View, place: Place, tongue: Tongue = ENGLISH) -> str:
    """The sentence of the day, of the place's line."""
    if not place.other_lens:
        return headline.headline(view, tongue)
    scope = scopes.of_lens(atlas, place.lens)
    return border_totals.sentence(view, scope.said(tongue), totals(scope.borders(view)), tongue)


def line(atlas: Atlas, view: View, place: Place) -> Line:
    """The place's line on the day of a view: of the flank, what is covered counts."""
    flank = view.flank
    if not place.other_lens:
        words = border_totals.FLANK_COVERED
        return Line(words, flank.length_km, flank.covered_min_km, flank.covered_max_km)
    return line_of(totals(scopes.of_lens(atlas, place.lens).borders(view)))


def line_of(found: Mapping[Sides, Total]) -> Line:
    """Borders that add up to this as a line, of which counts what has a bound state on a side."""
    whole, doubtful = together(found.values()), found[Sides.NOT_KNOWN]
    most = whole.bound_km + doubtful.length_km - doubtful.bound_km
    return Line(border_totals.WITH_A_BOUND_SIDE, whole.length_km, whole.bound_km, most)


def compared(atlas: Atlas, place: Place, other: date, tongue: Tongue = ENGLISH) -> CompareAnswer:
    """The day of a place and another, and what is different on the later one, on its line."""
    first, last = sorted((place.date, other))
    return _compared(atlas, place.worldview, place.other_lens, first, last, tongue)


@lru_cache(maxsize=4)  # one run of the page asks twice; each keeps its atlas
def _compared(
    atlas: Atlas, worldview: Worldview, lens: str, first: date, last: date, tongue: Tongue
) -> CompareAnswer:
    before, after = (atlas.on(day, worldview) for day in (first, last))
    return compare_answer(atlas, before, after, lens=lens or None, tongue=tongue)
