"""What the borders of an answer add up to, by who is bound on either side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from typing_extensions import TypedDict

from geo.answers.scopes import Scope
from geo.answers.words import border_totals as words
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas, BorderView, View
from geo.atlas.sides import Sides
from geo.atlas.totals import Total, together, totals
from geo.basics.shapes import closed, shaped


@closed
class TotalAnswer(TypedDict):
    """Some borders together."""

    segments: int
    leading_segments: int
    """How many of them have a leading published figure."""
    length_km: float
    """The sum of the next two."""
    of_leading_km: float
    """What the leading published figures add up to."""
    of_computed_km: float
    """What the computed lengths add up to of borders where no figure leads."""
    computed_km: float
    """The computed length of all of them: one measure for every border, though it runs short."""


@closed
class LandWithoutStatus(TypedDict):
    """Land outside the depositary's list of states, and how its borders lie beside states."""

    code: str
    name: str
    note: str
    """Why it has no status of its own."""
    beside_bound_km: float
    """How much of its border lies beside states that are bound."""
    beside_not_bound_km: float
    beside_not_known_km: float
    """How much lies beside states of which that is not known."""


@closed
class MissingBorderAnswer(TypedDict):
    """A land border that the geometry does not draw, so that no sum has it."""

    iso_a3: str
    neighbour_iso_a3: str
    place: str
    length_km: float | None
    """As published; null where no source gives one."""
    since: str | None
    """First day of the border; null where it is older than the atlas."""
    note: str
    source_ids: list[str]


@closed
class BorderTotals(TypedDict):
    """Borders added up by who is bound on either side; every class is present."""

    sentence: str
    """One quotable sentence."""
    total: TotalAnswer
    by_sides: dict[Sides, TotalAnswer]
    """The same by who is bound on either side: `both`, `one`, `none`; `no_status` where a side is
    land outside the depositary's list, `not_known` where that hangs on a day that is not known."""
    one_bound_km: dict[str, float]
    """Of the borders with one bound side, how much is bound by which state."""
    meaning: str
    """What these sums are good for."""
    without_status: list[LandWithoutStatus]
    missing: list[MissingBorderAnswer]
    """What the geometry lacks of these borders."""


def border_totals(atlas: Atlas, view: View, scope: Scope, tongue: Tongue = ENGLISH) -> BorderTotals:
    """Return what the borders of a scope add up to on the day of a view."""
    borders = scope.borders(view)
    found = totals(borders)
    return {
        "sentence": words.sentence(view, scope.said(tongue), found, tongue),
        "total": rounded(together(found.values())),
        "by_sides": {sides: rounded(each) for sides, each in found.items()},
        "one_bound_km": _by_the_bound(borders),
        "meaning": tongue.text(words.SUM_WORDS),
        "without_status": list(_without_status(atlas, view, borders, tongue)),
        "missing": [
            shaped(border, MissingBorderAnswer)
            for border in atlas.record.missing_borders
            if (border.since is None or border.since <= view.day)
            and scope.has(border.iso_a3, border.neighbour_iso_a3, view.day)
        ],
    }


def rounded(found: Total) -> TotalAnswer:
    """Kilometres to a tenth, the sum of the rounded parts."""
    leading, computed = round(found.of_leading_km, 1), round(found.of_computed_km, 1)
    return {
        "segments": found.segments,
        "leading_segments": found.leading_segments,
        "length_km": round(leading + computed, 1),
        "of_leading_km": leading,
        "of_computed_km": computed,
        "computed_km": round(found.computed_km, 1),
    }


def _by_the_bound(borders: Iterable[BorderView]) -> dict[str, float]:
    found: defaultdict[str, float] = defaultdict(float)
    for border in borders:
        if border.sides is Sides.ONE:
            found[border.bound_by[0]] += border.length_km
    return {iso_a3: round(km, 1) for iso_a3, km in sorted(found.items())}


def _without_status(
    atlas: Atlas, view: View, borders: Iterable[BorderView], tongue: Tongue
) -> Iterator[LandWithoutStatus]:
    areas = {area.area_id: area for area in atlas.borders(view.worldview).areas}
    beside: dict[str, defaultdict[bool | None, float]] = {}
    for border in borders:
        for code in border.without_status:
            other = border.neighbour_bound if code == border.iso_a3 else border.bound
            beside.setdefault(code, defaultdict(float))[other] += border.length_km
    for code, km in sorted(beside.items()):
        yield {
            "code": code,
            "name": tongue.state(code, areas[code].name),
            "note": areas[code].note,
            "beside_bound_km": round(km[True], 1),
            "beside_not_bound_km": round(km[False], 1),
            "beside_not_known_km": round(km[None], 1),
        }
