"""The course of the whole time at a glance: states bound, and border covered, as two lines.

They stand under the thumb of every slider. A unit to the right is a day since the first of the
atlas, so that a script shows any span of it by a `viewBox`; the height is 100.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from geo.answers.key_dates import moment_days
from geo.answers.line_course import line_days
from geo.answers.permalink import Place
from geo.answers.through import line_of
from geo.answers.words.controls import CONTROLS
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas
from geo.basics.choices import FIRST_DAY, last_day
from geo.borders import Worldview
from geo.web.templating import render

_HEIGHT = 100


def course(atlas: Atlas, place: Place, first: date, last: date, tongue: Tongue = ENGLISH) -> str:
    """Return what a script draws it from, as HTML, and the span it is drawn for first.

    The border is the flank's, or that of the lens of a place.
    """
    bound, covered = _lines(atlas, place.worldview, place.other_lens)
    words = tongue.text(CONTROLS["course_of_lens" if place.other_lens else "course"])
    span = f"{(first - FIRST_DAY).days} 0 {(last - first).days} {_HEIGHT}"
    return render("course.html", words=words, span=span, bound=bound, covered=covered)


@lru_cache(maxsize=8)
def _lines(atlas: Atlas, worldview: Worldview, lens: str) -> tuple[str, str]:
    views = [atlas.on(day, worldview) for day in moment_days(atlas)]
    bound = ((v.day, v.bound_min / len(v.states)) for v in views)
    covered = ((v.day, v.flank.covered_min_km / v.flank.length_km) for v in views)
    if lens:
        lines = ((d.day, line_of(d.sums)) for d in line_days(atlas, worldview, lens))
        covered = ((day, line.bound_min_km / (line.length_km or 1)) for day, line in lines)
    return _steps(bound), _steps(covered)


def _steps(parts: Iterable[tuple[date, float]]) -> str:
    """A line in steps: a part of the height that holds from each day until the next."""
    path, before = [f"M0 {_HEIGHT}"], None
    for day, part in parts:
        height = round(_HEIGHT * (1 - part), 1)
        if height != before:
            path.append(f"H{(day - FIRST_DAY).days}V{height:g}")
        before = height
    return "".join([*path, f"H{(last_day() - FIRST_DAY).days}"])
