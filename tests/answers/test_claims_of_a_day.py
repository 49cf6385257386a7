"""A claim is asked on any day: what it says then, and from when until when it is true."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.answers import claims
from geo.answers.claims.finding import World
from geo.answers.claims.predicates import PREDICATES
from geo.atlas import FIRST_DAY, Atlas
from geo.records.rows import Claim
from tests.answers.own_claims import BY_CODE


@pytest.mark.parametrize(
    ("day", "bound"),
    [
        (date(1999, 2, 28), []),
        (date(1999, 3, 1), ["NOR"]),
        (date(2012, 1, 1), ["BLR", "EST", "LTU", "LVA", "NOR", "UKR"]),
        (date(2013, 6, 1), ["BLR", "EST", "FIN", "LTU", "LVA", "NOR", "POL", "UKR"]),
        (date(2026, 2, 19), ["BLR", "NOR", "POL", "UKR"]),
        (date(2026, 2, 20), ["BLR", "NOR", "UKR"]),
    ],
)
def test_bound_neighbours_of_russia_and_belarus(day: date, bound: list[str], atlas: Atlas) -> None:
    find = PREDICATES["only_bound_on"]
    assert find(World(atlas, day), lens="russia-belarus", expected=tuple(bound)).holds
    assert not find(World(atlas, day), lens="russia-belarus", expected=(*bound, "KAZ")).holds


def test_observance_is_told_apart_from_law(atlas: Atlas) -> None:
    found = PREDICATES["only_bound_on"](
        World(atlas, date(2026, 2, 22)), lens="russia-belarus", expected=("BLR", "NOR")
    )
    assert (found.holds, found.partly) == (False, True)


def test_length_of_a_border_stands_among_the_figures(atlas: Atlas, by_id: dict[str, Claim]) -> None:
    (figure,) = claims.assess(by_id["C4-11"], atlas).figures
    assert figure.unit == "km"
    assert isinstance(figure.value, int)
    assert 1200 < figure.value < 1400
    assert figure.source_ids


def test_state_without_the_border_does_not_pass(atlas: Atlas) -> None:
    found = PREDICATES["borders_on"](
        World(atlas, date(2026, 1, 1)), lens="russia-belarus", states=("FIN", "SWE")
    )
    assert (found.holds, found.partly) == (False, True)


def test_partial_date_is_tested_on_its_last_day(atlas: Atlas, by_id: dict[str, Claim]) -> None:
    assert claims.assess(by_id["C1-01"], atlas).on == date(2025, 12, 31)
    assert claims.assess(by_id["C2-01"], atlas).on == date(2025, 3, 31)


@pytest.mark.parametrize(
    ("claim_id", "day", "verdict"),
    [
        ("C1-01", date(2025, 6, 30), "contradicted"),
        ("C1-01", date(2025, 12, 27), "partly"),
        ("C1-01", date(2026, 2, 19), "partly"),
        ("C1-01", date(2026, 2, 20), "confirmed"),
        ("C3-17", date(1998, 6, 1), "not_yet"),
        ("C3-17", date(1999, 2, 28), "not_yet"),
        ("C3-17", date(1999, 3, 1), "confirmed"),
        ("C0-01", date(2026, 2, 19), "not_yet"),
        ("C3-03", date(2025, 12, 26), "not_yet"),
        ("C3-03", date(2025, 12, 27), "confirmed"),
        ("C3-04", date(2026, 1, 9), "not_yet"),
        # Part of it has come: the notice of August, with the exit of February ahead.
        ("C3-05", date(2025, 8, 19), "not_yet"),
        ("C3-05", date(2025, 8, 20), "partly"),
        # The year it names has passed, or it names none.
        ("C2-06", date(1998, 1, 1), "contradicted"),
        ("C0-02", date(2026, 2, 19), "contradicted"),
        ("C4-03", date(2010, 1, 1), "contradicted"),
        ("C4-09", date(2025, 3, 21), "partly"),
        ("C4-09", date(2026, 2, 20), "confirmed"),
        # A group has the members of the day, and a line the borders.
        ("C5-05", date(2013, 5, 31), "contradicted"),
        ("C5-05", date(2013, 6, 1), "confirmed"),
        ("C5-05", date(2025, 12, 27), "contradicted"),
        ("C5-07", date(2023, 4, 2), "not_yet"),
        ("C5-07", date(2023, 4, 3), "partly"),
        ("C5-08", date(2023, 4, 3), "contradicted"),
        ("C5-09", date(2025, 6, 1), "partly"),
        ("C5-10", date(2025, 8, 19), "not_yet"),
    ],
)
def test_claim_on_another_day(
    claim_id: str, day: date, verdict: str, atlas: Atlas, by_id: dict[str, Claim]
) -> None:
    assert claims.assess(by_id[claim_id], atlas, day).verdict == verdict


@pytest.mark.parametrize(
    ("claim_id", "spans"),
    [
        ("C0-01", [claims.Span(date(2026, 2, 20), None)]),
        ("C1-01", [claims.Span(date(2026, 2, 20), None)]),
        ("C3-02", [claims.Span(date(1999, 3, 1), date(2003, 10, 31))]),
        ("C2-06", []),
        ("C3-04", [claims.Span(date(2026, 1, 10), None)]),
        ("C1-08", [claims.Span(FIRST_DAY, None)]),
        ("C3-17", [claims.Span(date(1999, 3, 1), None)]),
        ("C1-03", []),
        ("C5-04", [claims.Span(date(2012, 7, 1), date(2025, 12, 26))]),
        ("C5-05", [claims.Span(date(2013, 6, 1), date(2025, 12, 26))]),
    ],
)
def test_days_on_which_a_claim_is_true(
    claim_id: str, spans: list[claims.Span], atlas: Atlas, by_id: dict[str, Claim]
) -> None:
    assert list(claims.spans(by_id[claim_id], atlas)) == spans


@given(data=st.data())
def test_spans_agree_with_asking_on_any_day(
    data: st.DataObject, atlas: Atlas, by_id: dict[str, Claim]
) -> None:
    claim = by_id[data.draw(st.sampled_from(BY_CODE))]
    day = data.draw(st.dates(FIRST_DAY, atlas.verified_to))
    if any(not part.lasts(atlas) for part in claims.parts_of(claim)):
        spans = claims.spans(claim, atlas)
        inside = any(s.first <= day and (s.last is None or day <= s.last) for s in spans)
        assert inside == (claims.assess(claim, atlas, day).verdict == "confirmed")


def test_day_after_the_last_of_a_span_is_false(atlas: Atlas, by_id: dict[str, Claim]) -> None:
    # 35 states outside was true for a while only.
    outside = replace(by_id["C3-13"], predicate="states_outside", arguments="count=35")
    (span,) = claims.spans(outside, atlas)
    assert span.last is not None
    assert claims.assess(outside, atlas, span.last).verdict == "confirmed"
    assert claims.assess(outside, atlas, span.last + timedelta(days=1)).verdict == "contradicted"
