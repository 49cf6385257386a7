"""Acts whose day is not known: on every day, the union of what each of their days would bring."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from math import prod

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from geo import treaty
from geo.basics.dates import Interval, earliest, latest
from geo.treaty import Act, ActKind, History, LegalStatus, TreatyError

FORTIETH = date(1998, 9, 16)
JOINING = {
    "accession": [ActKind.ACCESSION],
    "ratification": [ActKind.SIGNATURE, ActKind.RATIFICATION],
    "succession": [ActKind.SUCCESSION],
}
days = st.dates(date(1997, 12, 3), date(2030, 12, 31))
spans = st.integers(1, 45)


def between(first: date, length: int) -> date | Interval:
    """A day, or that many days more of which it may be."""
    return Interval(first, first + timedelta(days=length)) if length else first


def each_way(acts: list[Act]) -> Iterator[list[Act]]:
    """The acts with every combination of days they may be of."""
    choices = []
    for act in acts:
        span = (latest(act.date) - earliest(act.date)).days
        choices.append([earliest(act.date) + timedelta(days=n) for n in range(span + 1)])
    for chosen in product(*choices):
        yield [replace(act, date=day) for act, day in zip(acts, chosen, strict=True)]


@st.composite
def careers(draw: st.DrawFn, intervals: int = 2) -> list[Act]:
    """Acts of one state with one or two on days not known, and perhaps wars, whose days are."""
    kinds = [*JOINING[draw(st.sampled_from(sorted(JOINING)))]]
    if draw(st.booleans()):
        kinds.append(ActKind.WITHDRAWAL_NOTICE)
        if draw(st.booleans()):
            kinds.append(ActKind.ACCESSION)
    unknown = draw(
        st.sets(st.integers(0, len(kinds) - 1), min_size=1, max_size=min(intervals, len(kinds)))
    )
    acts: list[Act] = []
    day = draw(st.dates(date(1997, 12, 3), date(1998, 11, 1)))
    if kinds[0] is not ActKind.SIGNATURE:
        day = draw(st.dates(date(2000, 1, 1), date(2020, 1, 1)))
    for place, kind in enumerate(kinds):
        length = draw(spans) if place in unknown else 0
        effective = day - timedelta(days=100) if kind is ActKind.SUCCESSION else None
        acts.append(Act(between(day, length), kind, effective))
        # Mostly lawful: what follows comes after the effect, at times on the very day of it.
        wait = 0 if kind is ActKind.SIGNATURE else 215
        day += timedelta(days=length + wait + draw(st.sampled_from([0, 1, 40, 400])))
    begin = draw(st.dates(date(2000, 1, 1), date(2024, 1, 1)))
    for _ in range(draw(st.integers(0, 2))):
        end = begin + timedelta(days=draw(st.integers(1, 500)))
        acts.append(Act(begin, ActKind.ARMED_CONFLICT_BEGINS))
        acts.append(Act(end, ActKind.ARMED_CONFLICT_ENDS))
        begin = end + timedelta(days=draw(st.integers(1, 300)))
    if draw(st.booleans()):
        acts.append(Act(begin, ActKind.ARMED_CONFLICT_BEGINS))
    return acts


def telling_days(known: list[History]) -> list[date]:
    """Every day on which one of the histories changes, and its eve."""
    found = {day for past in known for day in past.change_days}
    return sorted(found | {day - timedelta(days=1) for day in found})


@settings(max_examples=60)
@given(careers(), days)
def test_the_answer_is_the_union_of_the_answers_of_all_days(acts: list[Act], any_day: date) -> None:
    assume(not treaty.faults(acts, FORTIETH))
    past = treaty.history(acts, FORTIETH)
    known = [treaty.history(way, FORTIETH) for way in each_way(acts)]
    assert not past.exact
    assert all(one.exact for one in known)
    for day in [any_day, *telling_days(known)]:
        possible = {one.status_on(day) for one in known}
        assert set(past.statuses_on(day)) == possible, day
        assert past.status_on(day) == (possible.pop() if len(possible) == 1 else None)
        since, starts = past.since(day), {one.since(day) for one in known}
        if past.status_on(day) is not None and since is not None:
            assert starts <= {*span_of(since)}
            assert {earliest(since), latest(since)} <= starts
    assert set(past.change_days) >= {known[0].change_days[0]} | {known[-1].change_days[-1]}


def span_of(day: date | Interval) -> list[date]:
    first, last = earliest(day), latest(day)
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


@settings(max_examples=60)
@given(careers())
def test_what_follows_lies_between_what_the_first_and_the_last_days_bring(acts: list[Act]) -> None:
    assume(not treaty.faults(acts, FORTIETH))
    past = treaty.history(acts, FORTIETH)
    known = [treaty.history(way, FORTIETH) for way in each_way(acts)]
    dates = ("in_force", "withdrawal_notice", "withdrawal_effective")
    for place, name in product(range(len(past.spells)), dates):
        told = getattr(past.spells[place], name)
        brought = [getattr(one.spells[place], name) for one in known]
        dated = [day for day in brought if day is not None]
        assert (told is None) == (not dated)
        if told is not None:
            assert (earliest(told), latest(told)) == (
                min(dated),
                max(dated) if len(dated) == len(brought) else date.max,
            )


short = st.builds(between, days, st.integers(0, 6))
loose = st.lists(st.builds(Act, short, st.sampled_from(ActKind)), max_size=4)


@given(loose)
def test_acts_are_lawful_where_every_combination_of_their_days_is(acts: list[Act]) -> None:
    needs_a_day = any(act.kind in treaty_needs_a_day for act in treaty.inexact(acts))
    lawful = not needs_a_day and not any(treaty.faults(way, FORTIETH) for way in each_way(acts))
    assert (not treaty.faults(acts, FORTIETH)) == lawful


treaty_needs_a_day = (
    ActKind.SUSPENSION_NOTICE,
    ActKind.ARMED_CONFLICT_BEGINS,
    ActKind.ARMED_CONFLICT_ENDS,
)


@settings(max_examples=60)
@given(careers(intervals=3))
def test_a_career_is_lawful_where_every_combination_is(acts: list[Act]) -> None:
    assume(prod(len(span_of(act.date)) for act in acts) < 1000)
    assert (not treaty.faults(acts, FORTIETH)) == (
        not any(treaty.faults(way, FORTIETH) for way in each_way(acts))
    )


@pytest.mark.parametrize("kind", treaty_needs_a_day)
def test_what_needs_its_day_is_refused_without(kind: ActKind) -> None:
    acts = [
        Act(date(2000, 1, 1), ActKind.ACCESSION),
        Act(date(2000, 1, 1), ActKind.ARMED_CONFLICT_BEGINS),
        Act(Interval(date(2020, 1, 1), date(2020, 2, 1)), kind),
    ]
    with pytest.raises(TreatyError, match=f"the day of the {kind}"):
        treaty.history(acts, FORTIETH)


def test_a_withdrawal_that_a_war_may_hold_back_for_good_may_never_come() -> None:
    acts = [
        Act(date(2000, 1, 1), ActKind.ACCESSION),
        Act(Interval(date(2025, 1, 1), date(2025, 3, 31)), ActKind.WITHDRAWAL_NOTICE),
        Act(date(2025, 8, 15), ActKind.ARMED_CONFLICT_BEGINS),
    ]
    past = treaty.history(acts, FORTIETH)
    (spell,) = past.spells
    assert str(spell.withdrawal_effective) == "2025-07-01/.."
    assert past.statuses_on(date(2040, 1, 1)) == (
        LegalStatus.WITHDRAWAL_NOTIFIED,
        LegalStatus.WITHDRAWN,
    )
    assert date.max not in past.change_days


def test_a_declared_suspension_is_told_while_the_state_may_be_bound() -> None:
    acts = [
        Act(date(2000, 1, 1), ActKind.ACCESSION),
        Act(date(2025, 1, 1), ActKind.SUSPENSION_NOTICE),
        Act(Interval(date(2025, 2, 1), date(2025, 3, 1)), ActKind.WITHDRAWAL_NOTICE),
    ]
    past = treaty.history(acts, FORTIETH)
    declared = [past.practice_on(date(2025, *day)) for day in ((7, 31), (8, 31), (9, 1))]
    assert declared == ["suspension_declared", "suspension_declared", "none"]


def test_lebanon_is_in_force_from_the_first_of_some_month() -> None:
    deposit = Interval(date(2026, 2, 4), date(2026, 8, 25))
    past = treaty.history([Act(deposit, ActKind.ACCESSION)], FORTIETH)
    (spell,) = past.spells
    assert spell.in_force == Interval(date(2026, 8, 1), date(2027, 2, 1))
    assert past.changes == (
        (deposit, LegalStatus.CONSENTED),
        (spell.in_force, LegalStatus.PARTY),
    )


def test_two_acts_must_be_lawful_together_on_all_their_days() -> None:
    """Each pair of first days and of last days is lawful here; the mixed pair is not."""
    accession = Act(Interval(date(2000, 1, 1), date(2000, 2, 10)), ActKind.ACCESSION)
    notice = Act(Interval(date(2000, 7, 20), date(2000, 8, 10)), ActKind.WITHDRAWAL_NOTICE)
    (fault,) = treaty.faults([accession, notice], FORTIETH)
    assert fault.act == notice
    assert "in force there" in fault.expected
    later = replace(notice, date=Interval(date(2000, 8, 1), date(2000, 8, 10)))
    assert not treaty.faults([accession, later], FORTIETH)


def test_a_status_that_never_held_is_no_change() -> None:
    day = date(1998, 12, 3)
    acts = [
        Act(day, ActKind.SIGNATURE),
        Act(day, ActKind.RATIFICATION),
        Act(Interval(date(2020, 1, 1), date(2020, 2, 1)), ActKind.WITHDRAWAL_NOTICE),
    ]
    past = treaty.history(acts, FORTIETH)
    assert [status for _, status in past.changes] == [
        LegalStatus.CONSENTED,
        LegalStatus.PARTY,
        LegalStatus.WITHDRAWAL_NOTIFIED,
        LegalStatus.WITHDRAWN,
    ]
