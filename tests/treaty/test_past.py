"""The past does not change with what comes later: over made-up lives of states, in law."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo import treaty
from geo.basics.dates import latest
from geo.treaty import Act, ActKind, LegalStatus, Practice
from tests.lives import FORTIETH, days_of, examples, known_by, lives


def act(day: str, kind: str) -> Act:
    return Act(date.fromisoformat(day), ActKind(kind))


POLAND = (
    act("1997-12-04", "signature"),
    act("2012-12-27", "ratification"),
    act("2025-08-20", "withdrawal_notice"),
    act("2026-06-15", "accession"),
    act("2027-03-01", "withdrawal_notice"),
    act("2029-01-01", "accession"),
)
"""A state that leaves, comes back, leaves again, and comes back once more."""


@settings(max_examples=examples(200))
@given(lives(), st.data())
def test_the_law_of_a_day_rests_on_acts_up_to_it(
    acts: tuple[Act, ...], data: st.DataObject
) -> None:
    last = data.draw(days_of(acts))
    known, whole = (
        treaty.history(some, FORTIETH if last >= FORTIETH or some is acts else None)
        for some in (known_by(acts, last), acts)
    )
    telling = {*known.telling_days, *(day - timedelta(days=1) for day in known.telling_days)}
    for day in sorted(day for day in {*telling, last} if day <= last):
        here, there = whole.as_of(day), known.as_of(day)
        assert (here.acts, here.changes, here.spells) == (there.acts, there.changes, there.spells)
        assert here.fortieth == there.fortieth
        for past in (whole, here, there):
            assert past.statuses_on(day) == known.statuses_on(day)
            assert past.since(day) == known.since(day)
            assert past.practice_on(day) == known.practice_on(day)
            assert past.suspension_on(day) == known.suspension_on(day)
    assert [c for c in whole.changes if latest(c[0]) <= last] == [
        c for c in known.changes if latest(c[0]) <= last
    ]
    assert [day for day in whole.telling_days if day <= last] == [
        day for day in known.telling_days if day <= last
    ]


@given(lives(), st.data())
def test_nothing_is_told_anew_between_the_telling_days(
    acts: tuple[Act, ...], data: st.DataObject
) -> None:
    past = treaty.history(acts, FORTIETH)
    day = data.draw(days_of(acts))
    before = [telling for telling in past.telling_days if telling <= day]
    if before and (before[-1] >= FORTIETH or day < FORTIETH):
        first = before[-1]
        assert past.as_of(first).spells == past.as_of(day).spells
        assert past.statuses_on(first) == past.statuses_on(day)
        assert past.suspension_on(first) == past.suspension_on(day)


@pytest.mark.parametrize(
    ("day", "spells", "notice", "effective"),
    [
        ("2012-12-26", 0, None, None),
        ("2025-08-19", 1, None, None),
        ("2025-10-01", 1, "2025-08-20", "2026-02-20"),
        ("2026-06-14", 1, "2025-08-20", "2026-02-20"),
        ("2026-06-15", 2, None, None),
        ("2027-03-01", 2, "2027-03-01", "2027-09-01"),
        ("2028-12-31", 2, "2027-03-01", "2027-09-01"),
        ("2029-01-01", 3, None, None),
    ],
)
def test_each_day_has_the_membership_of_its_own(
    day: str, spells: int, notice: str | None, effective: str | None
) -> None:
    past = treaty.history(POLAND, FORTIETH).as_of(date.fromisoformat(day))
    assert len(past.spells) == spells
    if past.spell:
        told = (past.spell.withdrawal_notice, past.spell.withdrawal_effective)
        assert [each and str(each) for each in told] == [notice, effective]


def test_a_war_to_come_moves_no_withdrawal_yet() -> None:
    acts = [
        act("2000-01-01", "accession"),
        act("2025-08-20", "withdrawal_notice"),
        act("2026-01-10", "armed_conflict_begins"),
        act("2026-05-05", "armed_conflict_ends"),
    ]
    past = treaty.history(acts, FORTIETH)
    told = []
    for day in ("2026-01-09", "2026-01-10", "2026-05-04", "2026-05-05"):
        spell = past.as_of(date.fromisoformat(day)).spell
        assert spell
        told.append(spell.withdrawal_effective and str(spell.withdrawal_effective))
    assert told == ["2026-02-20", None, None, "2026-05-05"]
    assert {date(2026, 1, 10), date(2026, 2, 20), date(2026, 5, 5)} < {*past.telling_days}


def test_a_declaration_ends_with_the_membership_it_was_made_in() -> None:
    acts = [*POLAND, act("2026-01-01", "suspension_notice"), act("2026-12-15", "suspension_notice")]
    past = treaty.history(acts, FORTIETH)
    days = ("2025-12-31", "2026-01-01", "2026-02-20", "2026-12-14", "2026-12-15", "2029-07-01")
    declared = [past.practice_on(date.fromisoformat(day)) for day in days]
    none, suspended = Practice.NONE, Practice.SUSPENSION_DECLARED
    assert declared == [none, suspended, none, none, suspended, none]


def test_a_succession_does_not_reach_back_over_a_membership() -> None:
    left = (*POLAND[:3], Act(date(2026, 6, 15), ActKind.SUCCESSION, date(2026, 2, 19)))
    (fault,) = treaty.faults(left, FORTIETH)
    assert (fault.of, fault.expected) == (
        "effective",
        "a day not before 2026-02-20, on which it left",
    )
    back = replace(left[-1], effective=date(2026, 2, 20))
    past = treaty.history((*left[:3], back), FORTIETH)
    assert past.status_on(date(2026, 2, 19)) is LegalStatus.WITHDRAWAL_NOTIFIED
