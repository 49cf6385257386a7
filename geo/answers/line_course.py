"""A border line over time: which segments it is of, and how they stand on each day of change.

Only the states on the line are asked about, each on the days it changes, so that a short line is
told of in a moment and the whole world in a few.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import shapely

from geo import treaty
from geo.answers import scopes
from geo.answers.scopes import Scope
from geo.atlas import Atlas, BorderView
from geo.basics.boxes import Box
from geo.basics.choices import FIRST_DAY, Worldview
from geo.borders import Segment

_KEPT = 8
_MARGIN, _LEAST_DEGREES = 0.12, 0.75
_WORLD: Box = (-170.0, -56.0, 178.0, 83.0)


@dataclass(frozen=True, slots=True)
class LineDay:
    """A day from which on the line is this: `drawn` are all its segments of any day, by their
    place among those of the worldview, and `chosen` the places of those that are in it now.

    Where these stand as on the day before, they are the same objects.
    """

    day: date
    drawn: dict[int, BorderView]
    chosen: frozenset[int]

    @property
    def borders(self) -> tuple[BorderView, ...]:
        """The borders that are in the line on the day."""
        return tuple(border for place, border in self.drawn.items() if place in self.chosen)


@lru_cache(maxsize=_KEPT)
def line_days(atlas: Atlas, worldview: Worldview, name: str) -> tuple[LineDay, ...]:
    """Every day since 1997 on which something told of a lens is different, the first included.

    KeyError for a name that is no lens's and no state's.
    """
    return tuple(_days(atlas, worldview, scopes.of_lens(atlas, name)))


@lru_cache(maxsize=64)
def line_box(atlas: Atlas, worldview: Worldview, name: str) -> Box:
    """What frames the line of a lens on any day, with a margin around it.

    The whole world for a line of which nothing is drawn. KeyError for a name that is no lens's.
    """
    shapes = atlas.borders(worldview).segment_shapes
    places = _places(atlas, worldview, scopes.of_lens(atlas, name))
    if not places:
        return _WORLD
    west, south, east, north = map(float, shapely.total_bounds([shapes[p] for p in places]))
    wider = max(_MARGIN * (east - west), _LEAST_DEGREES)
    higher = max(_MARGIN * (north - south), _LEAST_DEGREES)
    box = (
        max(west - wider, _WORLD[0]),
        max(south - higher, _WORLD[1]),
        min(east + wider, _WORLD[2]),
        min(north + higher, _WORLD[3]),
    )
    return tuple(round(each, 2) for each in box)  # type: ignore[return-value]


def _days(atlas: Atlas, worldview: Worldview, scope: Scope) -> Iterator[LineDay]:
    places = _places(atlas, worldview, scope)
    segments = atlas.borders(worldview).segments
    of_state = _of_state(atlas, segments, places)
    changes = _changes(atlas, of_state)
    bound = _bound(atlas, of_state, FIRST_DAY)
    drawn = {place: atlas.border(segments[place], bound) for place in places}
    chosen: frozenset[int] = frozenset()
    for day in sorted({FIRST_DAY, atlas.verified_to + timedelta(days=1), *scope.days, *changes}):
        now = _bound(atlas, changes.get(day, ()), day)
        moved = {p for code in now if now[code] is not bound[code] for p in of_state[code]}
        if moved:
            bound |= now
            drawn = drawn | {p: atlas.border(segments[p], bound) for p in moved}
        if day == FIRST_DAY or day in scope.days:
            chosen = frozenset(p for p in places if scope.among(day, (drawn[p],)))
        yield LineDay(day, drawn, chosen)


def _bound(atlas: Atlas, states: Iterable[str], day: date) -> dict[str, bool | None]:
    return {code: treaty.bound(atlas.history(code).statuses_on(day)) for code in states}


def _places(atlas: Atlas, worldview: Worldview, scope: Scope) -> tuple[int, ...]:
    days = (FIRST_DAY, *scope.days)
    return tuple(
        place
        for place, segment in enumerate(atlas.borders(worldview).segments)
        if any(scope.has(segment.iso_a3, segment.neighbour_iso_a3, day) for day in days)
    )


def _of_state(
    atlas: Atlas, segments: Sequence[Segment], places: Sequence[int]
) -> dict[str, list[int]]:
    """The places of the borders of each state on the line."""
    found: dict[str, list[int]] = {}
    for place in places:
        for code in (segments[place].iso_a3, segments[place].neighbour_iso_a3):
            if code in atlas.record.states:
                found.setdefault(code, []).append(place)
    return found


def _changes(atlas: Atlas, states: Iterable[str]) -> dict[date, set[str]]:
    """The days since 1997 on which something told of these states changes, and of which."""
    found: dict[date, set[str]] = {}
    for code in states:
        for day in atlas.history(code).telling_days:
            if day > FIRST_DAY:
                found.setdefault(day, set()).add(code)
    return found
