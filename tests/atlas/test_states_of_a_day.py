"""States on a day: what is known of each, and what no day between changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.atlas import FIRST_DAY, Atlas, StateView
from geo.basics.dates import latest
from geo.treaty import LegalStatus, Practice
from tests.atlas.changed_records import ATLAS, RECORD

days = st.dates(FIRST_DAY, date(2040, 12, 31))


def standing(day: date) -> list[StateView]:
    """Where every state stands; sources may be added without a change."""
    return [replace(state, source_ids=()) for state in ATLAS.on(day).states.values()]


# States on a day


def test_a_day_is_seen_the_same_whatever_day_was_asked_before_it() -> None:
    changing = {*ATLAS.change_dates, *(event.date.first for event in RECORD.events)}
    days = sorted({day + timedelta(n) for day in changing for n in (-1, 0, 1)})
    one, other = (Atlas(RECORD, {"un": ATLAS.borders("un")}) for _ in range(2))
    onward = {day: one.on(day).states for day in days}
    back = {day: other.on(day).states for day in reversed(days)}
    assert [day for day in days if onward[day] != back[day]] == []


def test_ukraine_is_a_party_that_declares_a_suspension() -> None:
    before, after = (ATLAS.on(date(2025, 7, day)).states["UKR"] for day in (17, 18))
    assert before.practice is Practice.NONE
    assert after.practice is Practice.SUSPENSION_DECLARED
    assert before.legal_status is after.legal_status is LegalStatus.PARTY
    assert after.since == date(2006, 6, 1)
    last = ATLAS.on(ATLAS.verified_to).states["UKR"]
    assert (last.bound, last.practice) == (True, Practice.SUSPENSION_DECLARED)


@pytest.mark.parametrize("iso_a3", ["NOR", "BLR"])
def test_norway_and_belarus_remain(iso_a3: str) -> None:
    state = ATLAS.on(date(2026, 2, 20)).states[iso_a3]
    assert state.legal_status is LegalStatus.PARTY
    assert state.practice is Practice.NONE


def test_only_ukraine_declares_a_suspension() -> None:
    states = ATLAS.on(ATLAS.verified_to).states.values()
    assert [s.iso_a3 for s in states if s.practice is not Practice.NONE] == ["UKR"]


def test_nothing_is_known_of_a_state_before_its_day() -> None:
    eve = ATLAS.on(date(2025, 8, 19)).states["POL"]
    assert (eve.withdrawal_notified, eve.withdrawal_effective) == (None, None)
    noticed = ATLAS.on(date(2025, 8, 20)).states["POL"]
    assert noticed.legal_status is LegalStatus.WITHDRAWAL_NOTIFIED
    assert noticed.withdrawal_effective == date(2026, 2, 20)
    # Hungary deposited on 6 April 1998; only the fortieth instrument fixed the day.
    assert ATLAS.on(date(1998, 9, 15)).states["HUN"].entry_into_force is None
    assert ATLAS.on(date(1998, 9, 16)).states["HUN"].entry_into_force == date(1999, 3, 1)


@pytest.mark.parametrize(
    ("day", "possible", "bound"),
    [
        ("2026-02-03", "not_party", False),
        ("2026-02-04", "not_party consented", False),
        ("2026-07-31", "not_party consented", False),
        ("2026-08-01", "not_party consented party", None),
        ("2026-08-24", "not_party consented party", None),
        ("2026-08-25", "consented party", None),
        ("2027-01-31", "consented party", None),
        ("2027-02-01", "party", True),
    ],
)
def test_lebanon_may_be_what_some_day_of_its_accession_makes_it(
    day: str, possible: str, bound: bool | None
) -> None:
    state = ATLAS.on(date.fromisoformat(day)).states["LBN"]
    assert " ".join(state.statuses) == possible
    assert state.bound is bound
    assert (state.legal_status is None) == (len(state.statuses) > 1)
    in_force = state.entry_into_force
    assert str(in_force) == ("None" if day < "2026-02-04" else "2026-08-01/2027-02-01")


def test_a_successor_is_bound_from_its_own_day_and_says_so() -> None:
    montenegro = ATLAS.on(date(2006, 6, 3)).states["MNE"]
    assert montenegro.legal_status is LegalStatus.PARTY
    assert montenegro.entry_into_force == date(2006, 6, 3)
    assert ATLAS.on(date(2006, 6, 2)).states["MNE"].legal_status is LegalStatus.NOT_PARTY


@given(days)
def test_a_view_agrees_with_itself_on_any_day(day: date) -> None:
    view = ATLAS.on(day)
    assert sum(view.counts.values()) + len(view.unknown) == len(view.states)
    if not view.unknown:
        assert view.bound == sum(count for status, count in view.counts.items() if status.bound)
        assert view.counts == view.counts_max
    assert view.bound_min <= view.bound_max <= view.bound_min + len(view.unknown)
    for state in view.states.values():
        assert state.source_ids
        assert all(source_id in RECORD.sources for source_id in state.source_ids)
        assert state.since is None or latest(state.since) <= day
        if state.bound:
            assert state.entry_into_force is not None
            assert latest(state.entry_into_force) <= day
        if state.legal_status is LegalStatus.WITHDRAWN:
            assert state.withdrawal_effective is not None
            assert latest(state.withdrawal_effective) <= day
    assert view.flank.covered_km == view.flank.covered_min_km == view.flank.covered_max_km
    assert view.flank.covered_km <= view.flank.length_km


@given(days)
def test_between_the_days_of_change_nothing_changes(day: date) -> None:
    last = max((d for d in ATLAS.change_dates if d <= day), default=FIRST_DAY)
    assert standing(day) == standing(last)


def test_every_day_of_change_changes_something() -> None:
    for day in ATLAS.change_dates:
        assert standing(day) != standing(day - timedelta(days=1))


def test_the_view_of_a_day_is_made_once() -> None:
    assert ATLAS.on(date(2026, 2, 20)) is ATLAS.on(date(2026, 2, 20))


def test_a_day_beyond_the_record_says_so() -> None:
    assert not ATLAS.on(ATLAS.verified_to).beyond_record
    assert ATLAS.on(ATLAS.verified_to + timedelta(days=1)).beyond_record
