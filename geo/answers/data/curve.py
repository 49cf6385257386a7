"""Border between two bound states, one bound state, none, over time: the answer of any surface."""

from __future__ import annotations

from typing_extensions import TypedDict

from geo.answers import scopes
from geo.answers.data.border_totals import rounded
from geo.answers.data.lens_rows import OfALens, of_lens
from geo.answers.data.notes import Notes, SourceAnswer, Spoken, notes, spoken, written_out
from geo.answers.data.writing import Table, as_table
from geo.answers.words import border_totals as words
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas
from geo.atlas.sides import Sides
from geo.atlas.totals import Point, curve, together
from geo.basics.formats import capital
from geo.basics.shapes import closed
from geo.borders import Worldview


@closed
class PointAnswer(TypedDict):
    """What holds from a day on, until the next row."""

    date: str
    """From which day on the row holds, until the next."""
    bound_min: int
    """How many states are known to be bound."""
    bound_max: int
    """How many are bound if all those are of which it is not known."""
    both_km: float
    """Kilometres with a bound state on either side, in lengths as `meaning` has them."""
    one_km: float
    """Kilometres with a bound state on one side only."""
    none_km: float
    """Kilometres with a bound state on neither side."""
    no_status_km: float
    """Kilometres beside land outside the depositary's list of states."""
    not_known_km: float
    """Kilometres of which it is not known, as the day of an act is not."""
    of_leading_km: float
    """How many of all these kilometres are leading published figures."""
    of_computed_km: float
    """How many are computed, where the record has no figure that leads."""
    covered_min_km: float
    """Kilometres that the Convention covers, of the flank borders among those added up."""
    covered_max_km: float
    """The same, if all those are covered of which it is not known."""
    beyond_record: bool
    """Whether the day is later than the one to which the record is compiled."""


@closed
class CurveAnswer(Notes, Spoken, OfALens):
    """The sums of some borders on every day since 1997: a row for each day they change."""

    worldview: Worldview
    title: str
    """Which borders are added up."""
    meaning: str
    """What these sums are good for."""
    points: list[PointAnswer]
    sources: list[SourceAnswer]


def curve_answer(
    atlas: Atlas,
    worldview: Worldview = "un",
    iso_a3: str | None = None,
    lens: str | None = None,
    tongue: Tongue = ENGLISH,
) -> CurveAnswer:
    """The course of all borders of the world, or of those of one state or lens.

    KeyError for a code that is no state's, or a name that is no lens's.
    """
    scope = scopes.asked(atlas, iso_a3, lens)
    points = [_point(atlas, p) for p in curve(atlas, worldview, scope.has, scope.days)]
    return {
        **notes(atlas, tongue=tongue),
        **spoken(tongue),
        **of_lens(atlas, lens, tongue),
        "worldview": worldview,
        "title": capital(scope.said(tongue)),
        "meaning": tongue.text(words.SUM_WORDS),
        "points": points,
        "sources": written_out(atlas),
    }


def curve_table(answer: CurveAnswer) -> Table:
    """Turns a curve into a table, a row for each day of change."""
    return as_table(answer, PointAnswer.__annotations__, answer["points"])


def _point(atlas: Atlas, point: Point) -> PointAnswer:
    km = {sides: rounded(found)["length_km"] for sides, found in point.totals.items()}
    whole = rounded(together(point.totals.values()))
    return {
        "date": point.day.isoformat(),
        "bound_min": point.bound_min,
        "bound_max": point.bound_max,
        "both_km": km[Sides.BOTH],
        "one_km": km[Sides.ONE],
        "none_km": km[Sides.NONE],
        "no_status_km": km[Sides.NO_STATUS],
        "not_known_km": km[Sides.NOT_KNOWN],
        "of_leading_km": whole["of_leading_km"],
        "of_computed_km": whole["of_computed_km"],
        "covered_min_km": round(point.covered_min_km, 1),
        "covered_max_km": round(point.covered_max_km, 1),
        "beyond_record": point.day > atlas.verified_to,
    }
