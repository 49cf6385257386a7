"""How many kilometres of border lie between two bound states, one, none: on a day, and over time.

A length is the leading published figure where the record has one, else the computed one. The sum of
the two kinds compares days and groups; it is the length of no border, so that what it is made of
and the sum of all computed lengths stand beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from geo import treaty
from geo.atlas.atlas import Atlas
from geo.atlas.sides import Sides
from geo.atlas.view import BorderView
from geo.basics.choices import FIRST_DAY, Worldview
from geo.borders import Segment


@dataclass(frozen=True, slots=True)
class Total:
    """Some borders together, km: what leading figures add, and what computed ones where none leads.

    `computed_km` is the computed length of all of them, those with a leading figure too; `bound_km`
    is how much of `length_km` has a state that is known to be bound on a side.
    """

    segments: int = 0
    leading_segments: int = 0
    of_leading_km: float = 0
    of_computed_km: float = 0
    computed_km: float = 0
    bound_km: float = 0

    @property
    def length_km(self) -> float:
        """The leading published lengths, and the computed ones where none leads."""
        return self.of_leading_km + self.of_computed_km


def total(borders: Iterable[BorderView]) -> Total:
    """Return what some borders add up to."""
    segments = leading = 0
    of_leading = of_computed = computed = bound = 0.0
    for border in borders:
        length, own = border.leading_km, border.computed_km
        segments += 1
        computed += own
        if length is None:
            length = own
            of_computed += own
        else:
            leading += 1
            of_leading += length
        if border.bound or border.neighbour_bound:
            bound += length
    return Total(segments, leading, of_leading, of_computed, computed, bound)


def together(parts: Iterable[Total]) -> Total:
    """Return what several sums add up to."""
    found = tuple(parts)
    return Total(
        sum(each.segments for each in found),
        sum(each.leading_segments for each in found),
        sum(each.of_leading_km for each in found),
        sum(each.of_computed_km for each in found),
        sum(each.computed_km for each in found),
        sum(each.bound_km for each in found),
    )


def totals(borders: Iterable[BorderView]) -> Mapping[Sides, Total]:
    """Sums lengths by who is bound on either side; every class is present."""
    return {each: total(found) for each, found in by_sides(borders).items()}


def by_sides(borders: Iterable[BorderView]) -> Mapping[Sides, Sequence[BorderView]]:
    """Some borders by who is bound on either side; every class is present."""
    found: dict[Sides, list[BorderView]] = {each: [] for each in Sides}
    for border in borders:
        found[border.sides].append(border)
    return found


def _bound_over(
    atlas: Atlas, days: Iterable[date]
) -> Iterator[tuple[date, Mapping[str, bool | None]]]:
    """Whether each state is bound on each of some days since 1997, None where that is not known.

    What is possible on a day no later act changes, so that the whole history can be asked. From day
    to day only those states are asked of which something changes; where none stands otherwise than
    before, the answer is the same object.
    """
    changing: dict[date, list[str]] = {}
    for iso_a3 in atlas.record.states:
        for day in (FIRST_DAY, *atlas.history(iso_a3).telling_days):
            changing.setdefault(max(day, FIRST_DAY), []).append(iso_a3)
    bound: dict[str, bool | None] = {}
    for day in sorted({day for day in (*days, *changing) if day >= FIRST_DAY}):
        asked = changing.get(day, ())
        now = {iso: treaty.bound(atlas.history(iso).statuses_on(day)) for iso in asked}
        if any(bound.get(iso_a3, ...) is not found for iso_a3, found in now.items()):
            bound = {**bound, **now}
        yield day, bound


@dataclass(frozen=True, slots=True)
class Point:
    """A day from which on the totals are these, until the next; and how many states are bound.

    `covered_min_km` and `covered_max_km` are what the Convention covers of the flank borders among
    the chosen ones.
    """

    day: date
    bound_min: int
    bound_max: int
    totals: Mapping[Sides, Total]
    covered_min_km: float
    covered_max_km: float


def curve(
    atlas: Atlas,
    worldview: Worldview,
    has: Callable[[str, str, date], bool],
    days: Iterable[date] = (),
) -> Iterator[Point]:
    """Every day since 1997 on which the totals of chosen borders, or the states bound, change.

    `has` tells of two neighbours, in either order, whether their border is a chosen one on a day;
    `days` are those on which it tells otherwise than before, so that it is asked on no others.
    """
    segments, chosen = atlas.borders(worldview).segments, tuple[Segment, ...]()
    telling, before, last = {FIRST_DAY, *days}, None, None
    for day, bound in _bound_over(atlas, {*telling, *atlas.change_dates}):
        if bound is before and day not in telling:
            continue
        before = bound
        if day in telling:
            chosen = tuple(s for s in segments if has(s.iso_a3, s.neighbour_iso_a3, day))
        borders = [atlas.border(segment, bound) for segment in chosen]
        flank = [border for border in borders if border.flank]
        found = Point(
            day=day,
            bound_min=sum(each is True for each in bound.values()),
            bound_max=sum(each is not False for each in bound.values()),
            totals=totals(borders),
            covered_min_km=sum(b.length_km for b in flank if b.covered),
            covered_max_km=sum(b.length_km for b in flank if b.covered is not False),
        )
        if last is None or replace(last, day=day) != found:
            yield found
            last = found
