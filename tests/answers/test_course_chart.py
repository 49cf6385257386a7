"""The chart of a line over time: each day of it is what that day is, and its axes hold it."""

from datetime import date

import pytest

from geo.answers import scopes
from geo.answers.course_chart import course_chart
from geo.answers.data.curve import curve_answer
from geo.answers.supposing import supposing
from geo.atlas.totals import totals
from geo.web.documents.course_chart import chart_document
from tests.own_data import own_atlas

DAYS = (date(1997, 1, 1), date(1999, 3, 1), date(2025, 12, 27), date(2026, 2, 20))
UNKNOWN = date(2026, 11, 26)


@pytest.mark.parametrize("day", [*DAYS, UNKNOWN])
def test_the_flank_is_charted_by_what_is_covered(day: date) -> None:
    atlas = own_atlas()
    view, chart = atlas.on(day), course_chart(atlas, "un", None, "baltic-arctic")
    step = chart.on(day)
    km = dict(zip((band.kind for band in chart.bands), step.km, strict=True))
    assert (step.bound_min, step.bound_max) == (view.bound_min, view.bound_max)
    assert km["covered"] == view.flank.covered_min_km
    assert sum(step.km) == pytest.approx(view.flank.length_km)
    points = curve_answer(atlas, lens="baltic-arctic")["points"]
    (point,) = (each for each in points if each["date"] == step.day.isoformat())
    assert point["covered_min_km"] == round(view.flank.covered_min_km, 1)
    assert point["covered_max_km"] == round(view.flank.covered_max_km, 1)


@pytest.mark.parametrize("lens", ["nato-east", "world", "MAR"])
@pytest.mark.parametrize("day", DAYS)
def test_another_line_is_charted_by_who_is_bound_on_either_side(lens: str, day: date) -> None:
    atlas = own_atlas()
    chart = course_chart(atlas, "un", None, lens)
    found = totals(scopes.of_lens(atlas, lens).borders(atlas.on(day)))
    km = dict(zip((band.kind for band in chart.bands), chart.on(day).km, strict=True))
    assert km == {kind: found[kind].length_km for kind in km}  # type: ignore[index]
    assert sum(km.values()) == pytest.approx(sum(each.length_km for each in found.values()))
    assert chart.km_ticks[0] == 0
    assert chart.km_ticks[-1] >= max(sum(step.km) for step in chart.steps)
    assert chart.bound_ticks[-1] >= len(atlas.record.states)


def test_a_day_is_read_in_a_sentence_and_a_day_to_come_as_far_as_the_record_goes() -> None:
    atlas = own_atlas()
    chart = course_chart(atlas, "un", None, "baltic-arctic")
    assert chart.read(date(2026, 2, 20)) == (
        "20 February 2026: 161 states bound. Flank border, covered by the Convention: 198 km."
        " Flank border, not covered by the Convention: 3,635 km."
    )
    assert "as far as the record goes: 161 or 162 states bound" in chart.read(date(2026, 12, 20))
    island = course_chart(atlas, "un", None, "ISL")
    assert island.read(date(2026, 2, 20)).endswith("161 states bound. No line is drawn.")


def test_a_chart_that_rests_on_what_is_supposed_says_of_no_day_what_the_record_says() -> None:
    there = supposing(own_atlas(), "NOR:withdrawal_notice:2026-12-01")
    chart = course_chart(there, "un", None, "baltic-arctic")
    document = chart_document(chart, date(1997, 1, 1), date(2027, 12, 31))
    told = [chart.read(date(2026, 2, 20)), chart.read(date(2027, 6, 1))]
    for said in (*told, document["words"]["read"], document["words"]["beyond"]):
        assert ", supposing what is not on record: " in said


def test_the_browser_is_sent_the_part_between_two_days() -> None:
    chart = course_chart(own_atlas(), "un", None, "baltic-arctic")
    document = chart_document(chart, date(2025, 1, 1), date(2026, 3, 1))
    first, last = document["steps"][0], document["steps"][-1]
    assert (first["from"], first["km"]) == ("2025-01-01", [3833, 0])
    assert (last["from"], last["bound"], last["km"]) == ("2026-02-20", "161", [198, 3635])
