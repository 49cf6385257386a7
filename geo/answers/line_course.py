"""A border line over time: which segments it is of, and how they stand on each day of change.

Only the states on the line are asked about, each on the days it changes, so that a short line is
told of in a moment and the whole world in a few.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import shapely

from geo import treaty
from geo.answers import scopes
from geo.answers.scopes import Scope
from geo.atlas import Atlas, BorderView
from geo.atlas.sides import Sides
from geo.atlas.totals import Total, total
from geo.basics.boxes import Box
from geo.basics.choices import FIRST_DAY, Worldview
from geo.borders import Segment

_KEPT = 8
_KEPT_PLACES = 512
"""Where lines lie, which no supposed act moves: of every lens and state, and in both worldviews."""
_MARGIN, _LEAST_DEGREES = 0.12, 0.75
_WORLD: Box = (-170.0, -56.0, 178.0, 83.0)


@dataclass(frozen=True, slots=True)
class LineDay:
    """A day from which on the line is this: its borders by how their sides stand, and their sums.

    Where these are as on the day before, they are the same objects. `moved` has every border that
    stands otherwise than the day before, by its place among the segments of the worldview; None for
    one that is not, or no longer, in the line.
    """

    day: date
    moved: Mapping[int, BorderView | None]
    borders: Mapping[Sides, Sequence[BorderView]]
    sums: Mapping[Sides, Total]


@lru_cache(maxsize=_KEPT)
def line_days(atlas: Atlas, worldview: Worldview, name: str) -> tuple[LineDay, ...]:
    """Every day since 1997 on which something told of a lens is different, the first included.

    KeyError for a name that is no lens's and no state's.
    """
    return tuple(_days(atlas, worldview, name))


def line_box(atlas: Atlas, worldview: Worldview, name: str) -> Box:
    """Return what frames the line of a lens on any day, with a margin around it.

    The whole world for a line of which nothing is drawn. KeyError for a name that is no lens's.
    """
    return _box(atlas.real, worldview, name)


@lru_cache(maxsize=_KEPT_PLACES)
def _box(atlas: Atlas, worldview: Worldview, name: str) -> Box:
    shapes = atlas.borders(worldview).segment_shapes
    places = _places(atlas, worldview, name)
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


def _days(atlas: Atlas, worldview: Worldview, name: str) -> Iterator[LineDay]:
    segments, scope = atlas.borders(worldview).segments, scopes.of_lens(atlas, name)
    places = _places(atlas.real, worldview, name)
    of_state = _of_state(atlas, segments, places)
    changes = _changes(atlas, of_state)
    bound: dict[str, bool | None] = {}
    inside: frozenset[int] = frozenset()
    line = _Line()
    for day in sorted({FIRST_DAY, atlas.verified_to + timedelta(days=1), *scope.days, *changes}):
        now = _bound(atlas, of_state if day == FIRST_DAY else changes.get(day, ()), day)
        asked = {p for code in now if now[code] is not bound.get(code, ...) for p in of_state[code]}
        bound |= now
        if day == FIRST_DAY or day in scope.days:
            asked = set(places)
            inside = frozenset(p for p in places if _is_in(scope, segments[p], day))
        yield line.on(
            day, {p: atlas.border(segments[p], bound) if p in inside else None for p in asked}
        )


class _Line:
    """A line from day to day. Few of its borders stand otherwise than the day before, mostly of two
    classes: only these are added up anew.
    """

    def __init__(self) -> None:
        self._seen: dict[int, BorderView | None] = {}
        self._among: dict[Sides, dict[int, BorderView]] = {each: {} for each in Sides}
        self._borders: Mapping[Sides, Sequence[BorderView]] = dict.fromkeys(Sides, ())
        self._sums: Mapping[Sides, Total] = dict.fromkeys(Sides, Total())

    def on(self, day: date, seen: Mapping[int, BorderView | None]) -> LineDay:
        """The line on the next day, on which some of its borders are seen to stand like this."""
        moved = {p: border for p, border in seen.items() if border is not self._seen.get(p, ...)}
        changed: set[Sides] = set()
        for place, border in moved.items():
            if before := self._seen.get(place):
                del self._among[before.sides][place]
                changed.add(before.sides)
            if border:
                self._among[border.sides][place] = border
                changed.add(border.sides)
        self._seen |= moved
        if changed:
            new = {each: _by_place(self._among[each]) for each in changed}
            self._borders = {**self._borders, **new}
            self._sums = {**self._sums, **{each: total(some) for each, some in new.items()}}
        return LineDay(day, moved, self._borders, self._sums)


def _by_place(borders: Mapping[int, BorderView]) -> tuple[BorderView, ...]:
    return tuple(borders[place] for place in sorted(borders))


def _is_in(scope: Scope, segment: Segment, day: date) -> bool:
    return scope.has(segment.iso_a3, segment.neighbour_iso_a3, day)


def _bound(atlas: Atlas, states: Iterable[str], day: date) -> dict[str, bool | None]:
    return {code: treaty.bound(atlas.history(code).statuses_on(day)) for code in states}


@lru_cache(maxsize=_KEPT_PLACES)
def _places(atlas: Atlas, worldview: Worldview, name: str) -> tuple[int, ...]:
    segments, scope = atlas.borders(worldview).segments, scopes.of_lens(atlas, name)
    days = (FIRST_DAY, *scope.days)
    found = {p for day in days for p, each in enumerate(segments) if _is_in(scope, each, day)}
    return tuple(sorted(found))


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
