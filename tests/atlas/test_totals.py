"""Sums of borders by who is bound on either side, held against a slow recount from raw acts."""

from __future__ import annotations

import bisect
import csv
import io
from datetime import date, timedelta
from functools import cache
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo import treaty
from geo.answers import scopes
from geo.answers.data.border_totals import TotalAnswer, border_totals
from geo.answers.data.borders import borders_answer
from geo.answers.data.curve import CurveAnswer, curve_answer
from geo.answers.data.lenses import lens_answer
from geo.atlas.sides import Sides
from geo.basics.choices import FIRST_DAY, WORLDVIEWS, Worldview
from geo.records import DATA_DIR
from geo.records.acts import acts_of, fortieth_of
from tests.every import every
from tests.own_data import own_atlas

ATLAS = own_atlas()
ACTS = acts_of(ATLAS.record)
DAY = date(2026, 2, 20)
FORTIETH = fortieth_of(act for past in ACTS.values() for act in past)
JOINED = [date(1999, 3, 12), date(2004, 5, 1), date(2020, 2, 1), date(2023, 4, 4)]
TELLING = st.sampled_from([*ATLAS.change_dates, *JOINED])
DAYS = TELLING | st.dates(date(1997, 1, 1), date(2030, 1, 1))


def table(name: str) -> list[dict[str, str]]:
    text = (DATA_DIR / name).read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


LENSES, GROUPS = table("lenses.csv"), table("groups.csv")
SCOPES = [*(row["lens_id"] for row in LENSES), "SRB", "MAR", "LBN", "ISL"]
"""Every lens of the record, and some states' own borders."""


@cache
def on_side(code: str, side: str, day: date) -> bool:
    """Whether a code is on a side as lenses.csv has it, by the rows of groups.csv."""
    if side == "neighbours" or code in side.split(";"):
        return True
    return any(
        row["group_id"] in side.split(";")
        and row["iso_a3"] == code
        and row["member_from"] <= day.isoformat()
        and (not row["member_to"] or day.isoformat() <= row["member_to"])
        for row in GROUPS
    )


def among(scope: str, a: str, b: str, day: date) -> bool:
    for row in LENSES:
        if row["lens_id"] == scope:
            one, other = row["side_a"], row["side_b"]
            return (on_side(a, one, day) and on_side(b, other, day)) or (
                on_side(b, one, day) and on_side(a, other, day)
            )
    return scope in (a, b)


@cache
def possible(iso_a3: str, day: date) -> set[bool] | None:
    """Whether a state is bound, on each day its acts may be of; None for land that is no state."""
    if iso_a3 not in ACTS:
        return None
    return {s.bound for s in treaty.history(ACTS[iso_a3], FORTIETH).statuses_on(day)}


def stand(a: str, b: str, day: date) -> Sides:
    """How the two sides of a border stand."""
    one, other = possible(a, day), possible(b, day)
    if one is None or other is None:
        return Sides.NO_STATUS
    if len(one) > 1 or len(other) > 1:
        return Sides.NOT_KNOWN
    return [Sides.NONE, Sides.ONE, Sides.BOTH][sum((*one, *other))]


def recounted(day: date, worldview: Worldview, scope: str) -> dict[Sides, float]:
    """Kilometres of each class, segment by segment."""
    km = dict.fromkeys(Sides, 0.0)
    for segment in ATLAS.borders(worldview).segments:
        pair = {segment.iso_a3, segment.neighbour_iso_a3}
        if not among(scope, segment.iso_a3, segment.neighbour_iso_a3, day):
            continue
        sides = stand(segment.iso_a3, segment.neighbour_iso_a3, day)
        figures = [
            row
            for row in ATLAS.record.lengths
            if {row.iso_a3, row.neighbour_iso_a3} == pair
            and (row.part, row.section) == (segment.part, "")
            and row.counts in (("dry", "river", "lake"), ("not_said",))
        ]
        leading = [row.length_km for row in figures if row.leading]
        if len(figures) == 1 and "not_said" not in figures[0].counts:
            leading = [figures[0].length_km]
        km[sides] += leading[0] if leading else segment.length_km
    return km


def figures(total: TotalAnswer) -> dict[str, float]:
    return cast("dict[str, float]", total)


@given(DAYS, st.sampled_from(WORLDVIEWS), st.sampled_from(SCOPES) | st.sampled_from([*ACTS]))
@settings(max_examples=25)
def test_the_sums_are_those_of_a_slow_recount(day: date, worldview: Worldview, scope: str) -> None:
    sums = border_totals(ATLAS, ATLAS.on(day, worldview), scopes.of_lens(ATLAS, scope))
    found = {sides: each["length_km"] for sides, each in sums["by_sides"].items()}
    assert found == pytest.approx(recounted(day, worldview, scope), abs=0.11)
    for key in ("segments", "leading_segments", "of_leading_km", "of_computed_km", "computed_km"):
        parts = sum(figures(each)[key] for each in sums["by_sides"].values())
        assert parts == pytest.approx(figures(sums["total"])[key], abs=0.3)
    land = sum(
        each["beside_bound_km"] + each["beside_not_bound_km"] + each["beside_not_known_km"]
        for each in sums["without_status"]
    )
    assert land == pytest.approx(found[Sides.NO_STATUS], abs=0.1)


def test_every_lens_has_the_borders_of_a_slow_recount_on_every_day_its_groups_change() -> None:
    def holds(case: tuple[str, date]) -> None:
        lens, day = case
        has = scopes.of_lens(ATLAS, lens).has
        for border in ATLAS.borders().segments:
            ends = border.iso_a3, border.neighbour_iso_a3
            assert has(*ends, day) == among(lens, *ends, day), ends

    cases = [
        (row["lens_id"], day)
        for row in LENSES
        for change in {date(1997, 1, 2), DAY, *scopes.of_lens(ATLAS, row["lens_id"]).days}
        for day in (change - timedelta(days=1), change)
    ]
    every(((f"{lens} on {day}", (lens, day)) for lens, day in cases), holds)


def test_every_border_stands_as_in_a_slow_recount_on_every_day_on_which_a_status_changes() -> None:
    def holds(day: date) -> None:
        for border in ATLAS.on(day).borders:
            ends = border.iso_a3, border.neighbour_iso_a3
            assert border.sides == stand(*ends, day), ends

    every(((f"{day}", day) for day in ATLAS.change_dates if day >= FIRST_DAY), holds)


COURSE = cache(curve_answer)


@given(DAYS, st.sampled_from(["world", "nato-east", "asean"]))
@settings(max_examples=12)
def test_the_course_has_on_every_day_what_the_day_has(day: date, lens: str) -> None:
    course: CurveAnswer = COURSE(ATLAS, "un", lens=lens)
    place = bisect.bisect_right([point["date"] for point in course["points"]], day.isoformat())
    point = course["points"][place - 1]
    view = ATLAS.on(day)
    sums = border_totals(ATLAS, view, scopes.asked(ATLAS, lens=lens))
    assert (point["bound_min"], point["bound_max"]) == (view.bound_min, view.bound_max)
    for sides, each in sums["by_sides"].items():
        assert point[f"{sides.value}_km"] == each["length_km"]  # type: ignore[literal-required]


def test_land_without_a_status_is_never_taken_for_land_that_is_not_bound() -> None:
    answer = borders_answer(ATLAS, ATLAS.on(date(2026, 2, 20)), "SRB")
    kosovo = next(row for row in answer["borders"] if "XKX" in row["neighbour_iso_a3"])
    assert (kosovo["sides"], kosovo["bound_iso_a3"]) == (Sides.NO_STATUS, ["SRB"])
    (land,) = answer["sums"]["without_status"]
    assert (land["code"], land["beside_bound_km"], land["beside_not_bound_km"]) == ("XKX", 271, 0)


def test_what_the_geometry_lacks_is_said_from_the_day_it_lacks_it() -> None:
    def lacks(day: date, iso_a3: str | None = None) -> list[str]:
        sums = borders_answer(ATLAS, ATLAS.on(day), iso_a3)["sums"]
        return [border["iso_a3"] for border in sums["missing"]]

    assert lacks(date(2022, 6, 13)) == ["BWA"]
    assert lacks(date(2022, 6, 14)) == ["BWA", "CAN"]
    assert lacks(date(2026, 2, 20), "ZMB") == ["BWA"]
    assert lacks(date(2026, 2, 20), "POL") == []


def test_one_bound_side_is_told_by_the_state_that_is_bound() -> None:
    sums = lens_answer(ATLAS, ATLAS.on(date(2026, 2, 20)), "baltic-arctic")["sums"]
    assert sums["one_bound_km"] == {"BLR": 1270, "NOR": 197.7}
    assert sums["by_sides"][Sides.ONE]["length_km"] == 1467.7


def test_a_group_has_the_members_of_the_day() -> None:
    def members(lens: str, day: date) -> tuple[int, int]:
        told = lens_answer(ATLAS, ATLAS.on(day), lens)
        return len(told["side_a"]), len(told["borders"])

    assert members("nato-east", date(1999, 3, 11)) == (16, 1)
    assert members("nato-east", date(1999, 3, 12)) == (19, 3)
    assert members("nato-east", date(2023, 4, 3)) == (30, 8)
    assert members("nato-east", date(2026, 2, 20)) == (32, 9)
    assert members("eu-east", date(2020, 1, 31)) == (28, 8)
    assert members("eu-east", date(2020, 2, 1)) == (27, 8)
