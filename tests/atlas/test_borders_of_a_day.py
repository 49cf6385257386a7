"""Borders on a day: which there are, who covers them, and which length leads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from geo import borders as border_files
from geo import records
from geo.atlas import FACING, FLANK, Atlas
from geo.borders import Worldview
from geo.records import BorderLength
from geo.records.rows import LAND_LINE, NOT_SAID
from tests.atlas.changed_records import ATLAS, RECORD, atlas_of

# Borders


@pytest.mark.parametrize("worldview", get_args(Worldview))
def test_each_border_is_there_once(worldview: Worldview) -> None:
    borders = ATLAS.on(date(2026, 2, 20), worldview).borders
    keys = [(frozenset((b.iso_a3, b.neighbour_iso_a3)), b.part) for b in borders]
    assert len(set(keys)) == len(keys) == len(ATLAS.borders(worldview).segments)
    assert all(len(pair) == 2 for pair, _ in keys)


FLANK_BORDERS = {
    ("NOR", "RUS", ""),
    ("FIN", "RUS", ""),
    ("EST", "RUS", ""),
    ("LVA", "RUS", ""),
    ("LTU", "RUS", "Kaliningrad"),
    ("POL", "RUS", "Kaliningrad"),
    ("LVA", "BLR", ""),
    ("LTU", "BLR", ""),
    ("POL", "BLR", ""),
}


@pytest.mark.parametrize("worldview", get_args(Worldview))
def test_the_flank_is_nine_borders_with_the_flank_state_first(worldview: Worldview) -> None:
    flank = [b for b in ATLAS.on(date(2026, 2, 20), worldview).borders if b.flank]
    assert {(b.iso_a3, b.neighbour_iso_a3, b.part) for b in flank} == FLANK_BORDERS
    assert len(flank) == len(FLANK_BORDERS)
    for border in flank:
        assert border.leading_km is not None
        assert border.published_min_km is not None
        assert border.published_max_km is not None
        assert border.published_min_km <= border.leading_km <= border.published_max_km
        assert border.length_source_ids
        assert border.leading_counts == LAND_LINE
        # Generalisation cuts corners: the drawn line is shorter, though not by half. Poland's with
        # Kaliningrad is drawn through the Vistula Lagoon, which the land line leaves out.
        lagoon = border.iso_a3 == "POL" and border.part == "Kaliningrad"
        longest = border.other_meanings[0].min_km if lagoon else border.leading_km
        assert border.leading_km / 2 < border.computed_km < longest


@pytest.mark.parametrize(
    ("day", "covered_by"),
    [
        ("1999-02-28", ()),
        ("1999-03-01", ("NOR",)),
        ("2012-07-01", ("NOR", "FIN", "EST", "LVA", "LTU")),
        ("2013-06-01", FLANK),
        ("2025-12-26", FLANK),
        ("2025-12-27", ("NOR", "FIN", "POL")),
        ("2026-01-10", ("NOR", "POL")),
        ("2026-02-20", ("NOR",)),
    ],
)
def test_the_flank_is_covered_by_the_states_bound(day: str, covered_by: tuple[str, ...]) -> None:
    view = ATLAS.on(date.fromisoformat(day))
    assert view.flank.covered_by == covered_by
    leading = {
        (row.iso_a3, row.neighbour_iso_a3, row.part): row.length_km
        for row in RECORD.lengths
        if row.leading and (row.iso_a3, row.neighbour_iso_a3, row.part) in FLANK_BORDERS
    }
    assert view.flank.length_km == pytest.approx(sum(leading.values()))
    covered = sum(km for (iso_a3, _, _), km in leading.items() if iso_a3 in covered_by)
    assert view.flank.covered_km == pytest.approx(covered)
    for border in view.borders:
        assert border.covered == (border.iso_a3 in covered_by if border.flank else None)


def test_the_flank_is_that_long_and_norway_covers_that_much_of_it() -> None:
    flank = ATLAS.on(date(2026, 2, 20)).flank
    assert 3800 < flank.length_km < 4000
    assert flank.covered_km == 197.7
    assert flank.left == ("FIN", "EST", "LVA", "LTU", "POL")


def test_crimea_is_no_border_in_the_worldview_of_the_general_assembly() -> None:
    pair = {"RUS", "UKR"}
    day = date(2026, 2, 20)
    un, de_facto = (
        [b for b in ATLAS.on(day, w).borders if {b.iso_a3, b.neighbour_iso_a3} == pair]
        for w in get_args(Worldview)
    )
    assert sum(b.computed_km for b in un) < sum(b.computed_km for b in de_facto)
    assert ATLAS.on(day, "un").flank == ATLAS.on(day, "de_facto").flank


def test_a_border_is_listed_with_either_state() -> None:
    view = ATLAS.on(date(2026, 2, 20))
    for a, b in (("NOR", "RUS"), ("UKR", "BLR")):
        shared = [x for x in view.borders_of(a) if b in (x.iso_a3, x.neighbour_iso_a3)]
        assert len(shared) == 1
        assert shared[0] in view.borders_of(b)


def test_land_outside_the_list_of_states_is_not_bound() -> None:
    borders = ATLAS.on(date(2026, 2, 20)).borders_of("XKX")
    assert borders
    assert all(not (b.bound if b.iso_a3 == "XKX" else b.neighbour_bound) for b in borders)


def test_those_remaining_are_named_once_a_flank_state_has_left() -> None:
    assert ATLAS.on(date(2025, 12, 26)).remaining == ()
    assert ATLAS.on(date(2026, 2, 20)).remaining == ("NOR", "BLR")
    assert set(FACING) == {"RUS", "BLR"}


# Leading figures where sources differ


def length(
    km: float, *, leading: bool = False, counts: tuple[str, ...] = LAND_LINE, **more: str
) -> BorderLength:
    return BorderLength(
        length_id=f"nor-swe-{km}",
        iso_a3="NOR",
        neighbour_iso_a3="SWE",
        part="",
        section=more.get("section", ""),
        length_km=km,
        counts=counts,
        sum_of=(),
        worked_out="",
        leading=leading,
        leading_reason="",
        source_ids=(f"s{km:.0f}",),
        note="",
        check_note="",
    )


@pytest.mark.parametrize(
    ("rows", "figures"),
    [
        pytest.param([], (None, None, None, ()), id="none"),
        pytest.param([length(10)], (10, 10, 10, ("s10",)), id="one-leads-by-itself"),
        pytest.param([length(10), length(12)], (None, 10, 12, ("s10", "s12")), id="none-leads"),
        pytest.param(
            [length(10), length(12, leading=True)], (12, 10, 12, ("s12",)), id="one-leads"
        ),
        pytest.param(
            [
                length(10),
                length(3, section="the river"),
                length(20, counts=(*LAND_LINE, "sea")),
                length(7, counts=("dry",)),
            ],
            (10, 10, 10, ("s10",)),
            id="stretches-and-sea-are-not-compared",
        ),
        pytest.param(
            [length(10), length(12, counts=NOT_SAID)],
            (None, 10, 12, ("s10", "s12")),
            id="what-is-counted-may-not-be-said",
        ),
        pytest.param(
            [length(12, counts=NOT_SAID)],
            (None, 12, 12, ("s12",)),
            id="alone-and-of-no-stated-meaning",
        ),
    ],
)
def test_leading_figures_of_a_border(
    rows: list[BorderLength], figures: tuple[float | None, float | None, float | None, object]
) -> None:
    view = atlas_of(replace(RECORD, lengths=tuple(rows))).on(date(2026, 2, 20))
    (border,) = [b for b in view.borders_of("SWE") if "NOR" in (b.iso_a3, b.neighbour_iso_a3)]
    assert figures == (
        border.leading_km,
        border.published_min_km,
        border.published_max_km,
        border.length_source_ids,
    )


def test_the_atlas_needs_only_the_worldview_it_is_asked_for() -> None:
    view = Atlas(records.load(), {"de_facto": border_files.load("de_facto")}).on(
        date(2026, 2, 20), "de_facto"
    )
    assert view.flank == ATLAS.on(date(2026, 2, 20)).flank
