"""A border line over time as a chart: how many states are bound, and how its kilometres stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import ceil

from geo.answers import scopes
from geo.answers.words import border_totals, legend
from geo.answers.words import course_chart as words
from geo.answers.words.headline import count_words
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas
from geo.atlas.sides import Sides
from geo.atlas.totals import Point, curve
from geo.basics.choices import FLANK_LENS, Worldview
from geo.basics.formats import capital

_MOST_TICKS = 5
_ROUND = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Band:
    """A class of borders, and what a legend calls it."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Step:
    """What holds from a day on, until the next: states bound, and the kilometres of each band."""

    day: date
    bound_min: int
    bound_max: int
    km: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class CourseChart:
    """Both curves of a line; `bound_ticks` and `km_ticks` are the figures at their axes."""

    title: str
    meaning: str
    bands: tuple[Band, ...]
    steps: tuple[Step, ...]
    bound_ticks: tuple[int, ...]
    km_ticks: tuple[int, ...]
    verified_to: date
    supposed: bool

    def on(self, day: date) -> Step:
        """Return what holds on a day; the first step before all of them."""
        begun = [step for step in self.steps if step.day <= day]
        return begun[-1] if begun else self.steps[0]

    def read(self, day: date, tongue: Tongue = ENGLISH) -> str:
        """A day of the chart in a sentence, in the language that its bands are in."""
        step = self.on(day)
        km = [
            tongue.text(words.BAND, words=band.words, km=tongue.number(length))
            for band, length in zip(self.bands, step.km, strict=True)
            if length
        ]
        around = words.ON_PAGE_SUPPOSED if self.supposed else words.ON_PAGE
        said = around["beyond" if day > self.verified_to else "read"]
        bound = count_words(step.bound_min, step.bound_max, tongue)
        told = ". ".join(km) or tongue.text(words.NO_LINE)
        return tongue.text(said, day=tongue.alone(day), bound=bound, km=told)


@lru_cache(maxsize=16)
def course_chart(
    atlas: Atlas,
    worldview: Worldview,
    iso_a3: str | None = None,
    lens: str | None = None,
    tongue: Tongue = ENGLISH,
) -> CourseChart:
    """The chart of the borders that a question names, as `scopes.asked` reads it.

    Of the flank it is what the Convention covers, of any other line who is bound on either side.
    KeyError for a code that is no state's, or a name that is no lens's.
    """
    scope = scopes.asked(atlas, iso_a3, lens)
    points = tuple(curve(atlas, worldview, scope.has, scope.days))
    of_flank = lens == FLANK_LENS and not iso_a3
    named = [(_of_flank if of_flank else _of_sides)(point) for point in points]
    bands = {kind: said for kind, said in _WORDS.items() if any(each.get(kind) for each in named)}
    steps = tuple(
        Step(point.day, point.bound_min, point.bound_max, tuple(km[kind] for kind in bands))
        for point, km in zip(points, named, strict=True)
    )
    return CourseChart(
        title=capital(scope.said(tongue)),
        meaning=tongue.text(border_totals.SUM_WORDS),
        bands=tuple(Band(kind, tongue.text(said)) for kind, said in bands.items()),
        steps=steps,
        bound_ticks=ticks(len(atlas.record.states)),
        km_ticks=ticks(max(sum(step.km) for step in steps)),
        verified_to=atlas.verified_to,
        supposed=bool(atlas.supposed),
    )


_WORDS: dict[str, str] = {
    "covered": legend.COVERED_WORDS,
    "cover_unknown": legend.COVER_UNKNOWN_WORDS,
    "not_covered": legend.NOT_COVERED_WORDS,
    **{sides.value: said for sides, said in border_totals.SIDES_WORDS.items()},
}
"""Every band, from the foot of the chart up."""


def _of_flank(point: Point) -> Mapping[str, float]:
    length = sum(each.length_km for each in point.totals.values())
    return {
        "covered": point.covered_min_km,
        "cover_unknown": round(point.covered_max_km - point.covered_min_km, 3),
        "not_covered": round(length - point.covered_max_km, 3),
    }


def _of_sides(point: Point) -> Mapping[str, float]:
    return {sides.value: point.totals[sides].length_km for sides in Sides}


def ticks(most: float) -> tuple[int, ...]:
    """Nought and at most five round figures above it, the last no less than `most`."""
    power = 1
    while power * _MOST_TICKS * 10 < most:
        power *= 10
    step = next(part * power for part in _ROUND if part * power * _MOST_TICKS >= most)
    return tuple(range(0, step * max(1, ceil(most / step)) + 1, step))
