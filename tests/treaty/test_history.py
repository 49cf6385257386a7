"""A state's history: what follows from its acts, in whatever order they were recorded."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import treaty
from geo.basics.dates import Day, earliest
from geo.treaty import (
    Act,
    ActKind,
    History,
    LegalStatus,
    Practice,
    Spell,
)
from tests.treaty.acts import FORTIETH, act, days, deposits, gaps


def notice(day: date) -> Act:
    return Act(day, ActKind.WITHDRAWAL_NOTICE)


def bound_on(past: History, day: date) -> bool:
    """Whether a state all of whose acts are on known days is bound."""
    (status,) = past.statuses_on(day)
    return status.bound


def spell_of(past: History) -> Spell:
    """The latest membership of a state that had one."""
    assert past.spell
    return past.spell


# History: what follows from a state's acts


def test_each_status_holds_from_its_first_day() -> None:
    poland = treaty.history(
        [
            act("1997-12-04", "signature"),
            act("2012-12-27", "ratification"),
            act("2025-08-20", "withdrawal_notice"),
        ],
        FORTIETH,
    )
    assert poland.changes == (
        (date(1997, 12, 4), LegalStatus.SIGNATORY),
        (date(2012, 12, 27), LegalStatus.CONSENTED),
        (date(2013, 6, 1), LegalStatus.PARTY),
        (date(2025, 8, 20), LegalStatus.WITHDRAWAL_NOTIFIED),
        (date(2026, 2, 20), LegalStatus.WITHDRAWN),
    )
    assert poland.status_on(date(1997, 12, 3)) is LegalStatus.NOT_PARTY
    assert poland.since(date(1997, 12, 3)) is None
    for before, (first, status) in zip(
        [LegalStatus.NOT_PARTY, *(s for _, s in poland.changes)], poland.changes, strict=False
    ):
        assert poland.status_on(first - timedelta(days=1)) is before
        assert poland.status_on(first) is status
        assert poland.since(first) == first
    assert bound_on(poland, date(2026, 2, 19))
    assert not bound_on(poland, date(2026, 2, 20))


def test_a_notice_in_wartime_leaves_the_state_bound_until_the_war_ends() -> None:
    acts = [
        act("2000-01-01", "accession"),
        act("2022-02-24", "armed_conflict_begins"),
        act("2025-07-01", "withdrawal_notice"),
    ]
    at_war = treaty.history(acts, FORTIETH)
    assert spell_of(at_war).withdrawal_effective is None
    assert at_war.status_on(date(2040, 12, 31)) is LegalStatus.WITHDRAWAL_NOTIFIED
    peace = treaty.history([*acts, act("2027-05-09", "armed_conflict_ends")], FORTIETH)
    assert bound_on(peace, date(2027, 5, 8))
    assert peace.status_on(date(2027, 5, 9)) is LegalStatus.WITHDRAWN


def test_a_declared_suspension_is_practice_and_leaves_the_law_alone() -> None:
    ukraine = treaty.history(
        [
            act("1999-02-24", "signature"),
            act("2005-12-27", "ratification"),
            act("2025-07-18", "suspension_notice"),
        ],
        FORTIETH,
    )
    day = date(2025, 7, 18)
    assert ukraine.practice_on(day - timedelta(days=1)) is Practice.NONE
    assert ukraine.practice_on(day) is Practice.SUSPENSION_DECLARED
    assert ukraine.status_on(day) is LegalStatus.PARTY
    assert ukraine.since(day) == date(2006, 6, 1)


def test_a_declared_suspension_ends_with_the_obligation_it_was_about() -> None:
    left = treaty.history(
        [
            act("2000-01-01", "accession"),
            act("2025-01-01", "suspension_notice"),
            act("2025-02-01", "withdrawal_notice"),
        ],
        FORTIETH,
    )
    assert left.practice_on(date(2025, 7, 31)) is Practice.SUSPENSION_DECLARED
    assert left.practice_on(date(2025, 8, 1)) is Practice.NONE


@pytest.mark.parametrize(
    ("deposit", "effective"),
    [
        pytest.param("2006-10-23", "2006-06-03", id="montenegro"),
        pytest.param("2011-11-11", "2011-07-09", id="south-sudan"),
    ],
)
def test_a_succession_reaches_back_to_its_own_day(deposit: str, effective: str) -> None:
    successor = treaty.history([act(deposit, "succession", effective)], FORTIETH)
    assert successor.changes == ((date.fromisoformat(effective), LegalStatus.PARTY),)
    assert spell_of(successor).in_force == date.fromisoformat(effective)


def test_a_state_that_left_may_come_back() -> None:
    returned = treaty.history(
        [
            act("2000-01-01", "accession"),
            act("2025-01-10", "withdrawal_notice"),
            act("2030-02-02", "accession"),
        ],
        FORTIETH,
    )
    assert returned.status_on(date(2025, 7, 10)) is LegalStatus.WITHDRAWN
    assert returned.status_on(date(2030, 2, 2)) is LegalStatus.CONSENTED
    assert returned.status_on(date(2030, 8, 1)) is LegalStatus.PARTY


@st.composite
def careers(draw: st.DrawFn) -> list[Act]:
    """Acts of one state that the treaty allows: joining, and perhaps leaving, and perhaps war."""
    acts: list[Act] = []
    if draw(st.booleans()):
        signed = draw(st.dates(date(1997, 12, 3), date(1999, 2, 28)))
        acts.append(Act(signed, ActKind.SIGNATURE))
        kinds = [ActKind.RATIFICATION, ActKind.ACCEPTANCE, ActKind.APPROVAL]
        kind, joined = draw(st.sampled_from(kinds)), signed + timedelta(days=draw(gaps))
    else:
        kind, joined = ActKind.ACCESSION, draw(deposits)
    if draw(st.integers(0, 9)) == 0:
        return acts
    acts.append(Act(joined, kind))
    in_force = treaty.entry_into_force(joined, FORTIETH)
    assert in_force is not None
    if draw(st.booleans()):
        acts.append(notice(in_force + timedelta(days=draw(gaps))))
    elif draw(st.booleans()):
        acts.append(Act(in_force + timedelta(days=draw(gaps)), ActKind.SUSPENSION_NOTICE))
    begin = draw(days)
    for _ in range(draw(st.integers(0, 2))):
        acts.append(Act(begin, ActKind.ARMED_CONFLICT_BEGINS))
        end = begin + timedelta(days=1 + draw(gaps))
        acts.append(Act(end, ActKind.ARMED_CONFLICT_ENDS))
        begin = end + timedelta(days=1 + draw(gaps))
    if draw(st.booleans()):
        acts.append(Act(begin, ActKind.ARMED_CONFLICT_BEGINS))
    return acts


@given(careers(), st.data())
def test_the_order_in_which_acts_are_recorded_does_not_matter(
    acts: list[Act], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(acts))
    assert treaty.history(shuffled, FORTIETH) == treaty.history(acts, FORTIETH)


@given(careers(), days)
def test_statuses_follow_one_another_in_the_order_of_the_treaty(acts: list[Act], day: date) -> None:
    past = treaty.history(acts, FORTIETH)
    order = list(LegalStatus)
    for (earlier, was), (later, becomes) in pairwise(past.changes):
        assert earlier < later
        assert order.index(was) < order.index(becomes)
    since = past.since(day)
    assert since is None or since <= day
    assert (since is None) == (past.status_on(day) is LegalStatus.NOT_PARTY)


@given(careers(), days)
def test_a_state_is_bound_from_entry_into_force_until_its_withdrawal_takes_effect(
    acts: list[Act], day: date
) -> None:
    past = treaty.history(acts, FORTIETH)

    def begun(first: Day | None) -> bool:
        return first is not None and earliest(first) <= day

    inside = [
        spell
        for spell in past.spells
        if begun(spell.in_force) and not begun(spell.withdrawal_effective)
    ]
    assert bound_on(past, day) == bool(inside)


@given(careers(), days)
def test_an_act_changes_nothing_before_its_day(acts: list[Act], day: date) -> None:
    """No retroactivity but that of succession: what is known on a day depends on acts up to it."""
    past = treaty.history(acts, FORTIETH)
    known = treaty.history([a for a in acts if a.date <= day], FORTIETH)
    assert known.status_on(day) is past.status_on(day)
