"""Around the slider: the course above its thumb, and marks below it with their reasons."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from geo.answers.key_dates import turning_points
from geo.answers.permalink import Place
from geo.answers.words.tongue import Tongue
from geo.atlas import Atlas
from geo.basics.choices import Worldview
from geo.web.course import course
from geo.web.templating import render


@lru_cache(maxsize=64)
def ticks(
    atlas: Atlas, worldview: Worldview, lens: str, first: date, last: date, spoken: Tongue
) -> str:
    """The course above the thumb, and marks under it with the reason of each."""
    whole = (last - first).days
    marks = [
        (100 * (day - first).days / whole, day, "; ".join(words))
        for day, words in turning_points(atlas, spoken).items()
        if first <= day <= last
    ]
    above = course(atlas, Place(worldview=worldview, lens=lens), first, last, spoken)
    apart = _apart({day: at for at, day, _ in marks})
    return above + render("ticks.html", spoken, marks=marks, apart=apart)


def _apart(places: dict[date, float]) -> dict[date, bool]:
    """The marks that can be buttons without one lying over another, from the latest back.

    Places are per cent of the slider. Whether a button needs a wide window goes with its day.
    """
    found: dict[date, bool] = {}
    for needs_room, width in ((False, _NARROW_PX), (True, _WIDE_PX)):
        least = 100 * _BUTTON_PX / width
        for day, at in reversed(places.items()):
            if all(abs(at - places[other]) >= least for other in found):
                found[day] = needs_room
    return found


_BUTTON_PX, _NARROW_PX, _WIDE_PX = 24, 330, 880
"""How wide a mark's button is, and the slider in a window of 390 and of 1000 pixels."""
