"""A border line as a browser draws it and tells of it on any day: sent to who asks for it alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from geo.answers import scopes
from geo.answers.line_course import LineDay, line_box, line_days
from geo.answers.through import line_of
from geo.answers.words import border_totals as words
from geo.answers.words.headline import acts_in, length_range, opening_of
from geo.answers.words.lenses import LENS
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas, BorderView
from geo.atlas.sides import Sides
from geo.atlas.totals import Total, together
from geo.basics.formats import capital
from geo.borders import Worldview
from geo.web.documents.lens_shapes import OUTSIDE, LensBorder, LensFile, LensMoment, LensSpan
from geo.web.documents.map_shapes import LinesFile


def lens_file(
    atlas: Atlas, worldview: Worldview, name: str, lines: LinesFile, tongue: Tongue = ENGLISH
) -> LensFile:
    """The lens of a name; `lines` are those of the worldview.

    KeyError for a name that is no lens's and no state's.
    """
    scope, lens = scopes.of_lens(atlas, name), scopes.lens_of(atlas, name)
    west, south, east, north = line_box(atlas, worldview, name)
    days = line_days(atlas, worldview, name)
    drawn = {p: border for each in days for p, border in each.moved.items() if border}
    names = _names(atlas, worldview, drawn.values(), tongue)
    spans = _spans(days, names, tongue)
    said = scope.said(tongue)
    return {
        "name": name,
        "title": capital(said),
        "scope": "" if scope.is_world else said,
        "note": tongue.text(lens.note),
        "meaning": tongue.text(words.SUM_WORDS),
        "box": ((south, west), (north, east)),
        "borders": [
            _border(drawn[place], names, spans[place], lines["lines"][place], tongue)
            for place in sorted(drawn)
        ],
        "per_degree": lines["per_degree"],
        "moments": list(_moments(atlas, said, days, tongue)),
        "legend": [
            {"sides": each.value, "words": tongue.text(words.SIDES_WORDS[each])} for each in Sides
        ],
        "states": names,
        "words": tongue.all(LENS),
    }


def _names(
    atlas: Atlas, worldview: Worldview, borders: Iterable[BorderView], tongue: Tongue
) -> dict[str, str]:
    names = {area.area_id: area.name for area in atlas.borders(worldview).areas}
    names |= {state.iso_a3: state.name for state in atlas.record.states.values()}
    codes = {code for b in borders for code in (b.iso_a3, b.neighbour_iso_a3)}
    return {code: tongue.state(code, names[code]) for code in sorted(codes)}


def _span(
    day: date, border: BorderView | None, names: Mapping[str, str], tongue: Tongue
) -> LensSpan:
    outside = tongue.text(LENS["outside"])
    said = words.between(border, names, tongue) if border else outside
    sides = border.sides.value if border else OUTSIDE
    return {"from": day.isoformat(), "sides": sides, "words": said}


def _spans(
    days: Sequence[LineDay], names: Mapping[str, str], tongue: Tongue
) -> dict[int, list[LensSpan]]:
    """What is said of the border of each place, from each day on which it is something else."""
    found: dict[int, list[LensSpan]] = {}
    for each in days:
        for place, border in each.moved.items():
            spans, span = found.setdefault(place, []), _span(each.day, border, names, tongue)
            if not spans or spans[-1]["words"] != span["words"]:
                spans.append(span)
    return found


def _moments(
    atlas: Atlas, scope: str, days: Sequence[LineDay], tongue: Tongue
) -> Iterator[LensMoment]:
    """What is told of the line, from each day on which it is something else."""
    borders, said, acts = None, None, acts_in(atlas, tongue)
    for each in days:
        kind = opening_of(atlas.supposed, each.day > atlas.verified_to)
        opening = words.Opened(kind, acts)
        if each.borders is not borders or opening != said:
            borders, said = each.borders, opening
            yield _moment(scope, each, opening, tongue)


def _moment(scope: str, day: LineDay, opening: words.Opened, tongue: Tongue) -> LensMoment:
    line = line_of(day.sums)
    open_ended = line.bound_max_km > line.bound_min_km
    one: dict[str, float] = {}
    for border in day.borders[Sides.ONE]:
        code = border.iso_a3 if border.bound else border.neighbour_iso_a3
        one[code] = one.get(code, 0) + border.length_km
    return {
        "from": day.day.isoformat(),
        "headline": words.template(opening, scope, day.sums, tongue),
        "flank_km": round(line.length_km),
        "covered_km": round(line.bound_min_km),
        "covered_words": length_range(line.bound_min_km, line.bound_max_km, tongue)
        if open_ended
        else "",
        "remaining": [],
        "sums": {each.value: _sum(found) for each, found in day.sums.items() if found.segments},
        "total": _sum(together(day.sums.values())),
        "one": [(code, round(km)) for code, km in sorted(one.items(), key=lambda each: -each[1])],
    }


def _sum(found: Total) -> tuple[int, int, int, int]:
    lengths = (found.length_km, found.of_leading_km, found.computed_km)
    length, leading, computed = map(round, lengths)
    return found.segments, length, leading, computed


def _border(
    border: BorderView,
    names: Mapping[str, str],
    spans: list[LensSpan],
    line: Any,
    tongue: Tongue,
) -> LensBorder:
    sides = f"{names[border.iso_a3]}–{names[border.neighbour_iso_a3]}"
    leading = border.leading_km
    return {
        "type": "Feature",
        "geometry": line,
        "properties": {
            "owner": border.iso_a3,
            "neighbour": border.neighbour_iso_a3,
            "title": f"{sides} ({tongue.text(border.part)})" if border.part else sides,
            "leading_km": None if leading is None else round(leading),
            "computed_km": round(border.computed_km),
            "km": round(border.length_km, 1),
            "spans": spans,
        },
    }
