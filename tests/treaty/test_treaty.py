"""Articles 15 to 20 as arithmetic: worked examples, properties of every date, and faults."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import treaty
from geo.basics.dates import Day, Interval, earliest
from geo.treaty import (
    Act,
    ActKind,
    Conflict,
    History,
    LegalStatus,
    Practice,
    Spell,
    TreatyError,
)

FORTIETH = date(1998, 9, 16)
CONVENTION = date(1999, 3, 1)

days = st.dates(date(1997, 12, 3), date(2040, 12, 31))
deposits = st.dates(date(1997, 12, 3), date(2030, 12, 31))
gaps = st.integers(min_value=0, max_value=4000)


def act(day: str, kind: str, effective: str | None = None) -> Act:
    return Act(
        date.fromisoformat(day),
        ActKind(kind),
        date.fromisoformat(effective) if effective else None,
    )


def accession(day: date) -> Act:
    return Act(day, ActKind.ACCESSION)


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


# Article 17: entry into force


@pytest.mark.parametrize(
    ("deposit", "in_force"),
    [
        pytest.param("1997-12-03", "1999-03-01", id="first-instruments-wait-for-the-fortieth"),
        pytest.param("1998-09-16", "1999-03-01", id="the-fortieth-itself"),
        pytest.param("1998-09-30", "1999-03-01", id="same-month-as-the-fortieth"),
        pytest.param("1998-10-01", "1999-04-01", id="the-month-after"),
        pytest.param("2000-02-29", "2000-08-01", id="albania-leap-day"),
        pytest.param("2000-03-01", "2000-09-01", id="botswana-first-of-a-month"),
        pytest.param("2005-07-01", "2006-01-01", id="latvia-across-the-year"),
        pytest.param("2003-09-03", "2004-03-01", id="belarus"),
        pytest.param("2012-01-09", "2012-07-01", id="finland"),
        pytest.param("2012-12-27", "2013-06-01", id="poland"),
        pytest.param("2025-06-25", "2025-12-01", id="tonga"),
    ],
)
def test_entry_into_force_follows_article_17(deposit: str, in_force: str) -> None:
    computed = treaty.entry_into_force(date.fromisoformat(deposit), FORTIETH)
    assert computed == date.fromisoformat(in_force)


def test_no_state_is_bound_while_fewer_than_forty_have_consented() -> None:
    thirty_nine = [date(1998, 1, 1) + timedelta(days=n) for n in range(39)]
    assert treaty.fortieth_deposit(thirty_nine) is None
    assert treaty.entry_into_force(date(1998, 1, 1), None) is None
    assert treaty.history([act("1998-01-01", "accession")], None).changes == (
        (date(1998, 1, 1), LegalStatus.CONSENTED),
    )


@given(st.lists(days, min_size=40, max_size=60))
def test_the_fortieth_instrument_has_thirty_nine_before_it(dates: list[date]) -> None:
    fortieth = treaty.fortieth_deposit(dates)
    assert fortieth is not None
    assert sum(day < fortieth for day in dates) < 40 <= sum(day <= fortieth for day in dates)


@given(deposits)
def test_entry_into_force_is_the_first_day_of_the_sixth_month_after(deposit: date) -> None:
    in_force = treaty.entry_into_force(deposit, FORTIETH)
    assert in_force is not None
    assert in_force.day == 1
    counted_from = max(deposit, FORTIETH)
    months = (in_force.year - counted_from.year) * 12 + in_force.month - counted_from.month
    assert months == 6
    # Never sooner than five whole months, never later than six.
    assert treaty.add_months(counted_from, 5) < in_force <= treaty.add_months(counted_from, 6)


@given(deposits, gaps)
def test_a_later_deposit_never_enters_into_force_earlier(deposit: date, gap: int) -> None:
    later = deposit + timedelta(days=gap)
    first = treaty.entry_into_force(deposit, FORTIETH)
    second = treaty.entry_into_force(later, FORTIETH)
    assert first is not None
    assert second is not None
    assert first <= second


# Article 20: withdrawal


@pytest.mark.parametrize(
    ("receipt", "effective"),
    [
        pytest.param("2025-06-27", "2025-12-27", id="estonia-latvia-lithuania"),
        pytest.param("2025-07-10", "2026-01-10", id="finland"),
        pytest.param("2025-08-20", "2026-02-20", id="poland"),
        pytest.param("2025-08-31", "2026-02-28", id="no-31-february"),
        pytest.param("2027-08-31", "2028-02-29", id="leap-year"),
        pytest.param("2025-10-31", "2026-04-30", id="no-31-april"),
        pytest.param("2026-02-28", "2026-08-28", id="short-month-to-long-one"),
        pytest.param("2028-02-29", "2028-08-29", id="from-a-leap-day"),
    ],
)
def test_withdrawal_takes_effect_six_months_after_receipt(receipt: str, effective: str) -> None:
    computed = treaty.withdrawal_effective(date.fromisoformat(receipt))
    assert computed == date.fromisoformat(effective)


CONFLICTS = {
    "running-at-expiry-end-unknown": (("2025-01-01", None), None),
    "begun-on-the-day-of-expiry": (("2026-02-20", None), None),
    "ended-later": (("2025-01-01", "2026-09-03"), "2026-09-03"),
    "ended-on-the-day-of-expiry": (("2025-01-01", "2026-02-20"), "2026-02-20"),
    "over-before-expiry": (("2025-01-01", "2026-01-31"), "2026-02-20"),
    "begun-after-expiry": (("2026-02-21", None), "2026-02-20"),
}


@pytest.mark.parametrize("name", CONFLICTS)
def test_an_armed_conflict_at_expiry_holds_a_state_to_the_convention(name: str) -> None:
    (begin, end), effective = CONFLICTS[name]
    conflict = Conflict(date.fromisoformat(begin), date.fromisoformat(end) if end else None)
    computed = treaty.withdrawal_effective(date(2025, 8, 20), [conflict])
    assert computed == (date.fromisoformat(effective) if effective else None)


def test_a_conflict_lasts_from_its_first_day_to_the_eve_of_its_end() -> None:
    conflict = Conflict(date(2025, 1, 1), date(2026, 2, 20))
    engaged = [date(2025, 1, 1), date(2026, 2, 19)]
    at_peace = [date(2024, 12, 31), date(2026, 2, 20)]
    assert all(conflict.engaged_on(day) for day in engaged)
    assert not any(conflict.engaged_on(day) for day in at_peace)


@given(days, st.lists(st.tuples(days, gaps), max_size=4))
def test_a_withdrawal_is_never_early(receipt: date, spans: list[tuple[date, int]]) -> None:
    conflicts = [Conflict(begin, begin + timedelta(days=gap)) for begin, gap in spans]
    expiry = treaty.add_months(receipt, 6)
    effective = treaty.withdrawal_effective(receipt, conflicts)
    assert effective is not None
    assert effective >= expiry
    for conflict in conflicts:
        if conflict.engaged_on(expiry):
            assert conflict.end is not None
            assert effective >= conflict.end
    if not any(conflict.engaged_on(expiry) for conflict in conflicts):
        assert effective == expiry


@given(days, days)
def test_a_conflict_without_an_end_keeps_a_state_bound_for_good(receipt: date, begin: date) -> None:
    effective = treaty.withdrawal_effective(receipt, [Conflict(begin)])
    assert (effective is None) == (begin <= treaty.add_months(receipt, 6))


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(-240, 240))
def test_adding_months_keeps_the_day_or_takes_the_last_of_a_shorter_month(
    day: date, months: int
) -> None:
    moved = treaty.add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day == min(day.day, monthrange(moved.year, moved.month)[1])


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


# Faults: acts that cannot stand where they stand

FAULTS = {
    "signature-before-the-treaty-opens": (["1997-12-02 signature"], "from 1997-12-03"),
    "signature-after-entry-into-force": (["1999-03-01 signature"], "to 1999-02-28"),
    "two-signatures": (["1997-12-03 signature", "1998-01-01 signature"], "one signature"),
    "signature-after-accession": (["1998-01-01 accession", "1998-02-01 signature"], "before any"),
    "ratification-unsigned": (["1998-01-01 ratification"], "without a signature"),
    "accession-by-a-signatory": (
        ["1997-12-03 signature", "1998-01-01 accession"],
        "by a signatory",
    ),
    "two-consents": (["2000-01-01 accession", "2001-01-01 accession"], "one consent"),
    "notice-by-a-non-party": (["2025-01-01 withdrawal_notice"], "in force there"),
    "notice-before-entry-into-force": (
        ["2000-01-01 accession", "2000-06-30 withdrawal_notice"],
        "in force there",
    ),
    "two-notices": (
        ["2000-01-01 accession", "2010-01-01 withdrawal_notice", "2010-02-01 withdrawal_notice"],
        "one notice",
    ),
    "suspension-by-a-non-party": (["2025-07-18 suspension_notice"], "that is bound"),
    "suspension-after-leaving": (
        ["2000-01-01 accession", "2010-01-01 withdrawal_notice", "2010-07-01 suspension_notice"],
        "that is bound",
    ),
    "succession-without-effective-day": (["2006-10-23 succession"], "the day of the succession"),
    "effective-day-on-an-accession": (["2006-10-23 accession 2006-06-03"], "nothing on accession"),
    "succession-before-the-convention": (["2006-10-23 succession 1999-02-28"], "1999-03-01"),
    "succession-from-after-its-deposit": (["2006-10-23 succession 2006-10-24"], "its deposit"),
    "conflict-ends-before-it-begins": (["2022-02-24 armed_conflict_ends"], "the beginning"),
    "conflict-begins-twice": (
        ["2022-02-24 armed_conflict_begins", "2023-01-01 armed_conflict_begins"],
        "the end of the earlier",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_an_act_the_treaty_does_not_allow_is_named_with_what_it_expects(name: str) -> None:
    rows, expected = FAULTS[name]
    acts = [act(*row.split()) for row in rows]
    (fault,) = treaty.faults(acts, FORTIETH)
    assert fault.act == acts[-1]
    assert expected in fault.expected
    with pytest.raises(TreatyError, match=str(acts[-1].date)) as caught:
        treaty.history(acts, FORTIETH)
    assert caught.value.faults == (fault,)


def test_a_fault_says_what_has_to_be_another_and_beside_which_act() -> None:
    signs, consents = act("1998-02-01", "signature"), act("1998-01-01", "ratification")
    (early,) = treaty.faults([consents, signs], FORTIETH)
    assert (early.act, early.of, early.beside) == (consents, "date", signs)
    assert "from the signature on, 1998-02-01" in early.expected
    accedes, leaves = act("2000-01-01", "accession"), act("2000-06-30", "withdrawal_notice")
    (hasty,) = treaty.faults([accedes, leaves], FORTIETH)
    assert (hasty.act, hasty.of, hasty.beside) == (leaves, "date", accedes)
    (alone,) = treaty.faults([leaves], FORTIETH)
    assert (alone.of, alone.beside) == ("kind", None)
    unknown = Act(Interval(date(2000, 1, 1), date(2000, 2, 1)), ActKind.ACCESSION)
    (loose,) = treaty.faults([unknown, act("2000-07-31", "withdrawal_notice")], FORTIETH)
    assert loose.beside == unknown


def test_every_fault_is_reported_at_once() -> None:
    acts = [act("2010-01-01", "withdrawal_notice"), act("2011-01-01", "ratification")]
    assert [fault.act for fault in treaty.faults(acts, FORTIETH)] == acts


@given(st.lists(st.builds(Act, days, st.sampled_from(ActKind)), max_size=8))
def test_any_acts_give_either_a_history_or_faults(acts: list[Act]) -> None:
    if found := treaty.faults(acts, FORTIETH):
        with pytest.raises(TreatyError):
            treaty.history(acts, FORTIETH)
        assert {fault.act for fault in found} <= set(acts)
    else:
        past = treaty.history(acts, FORTIETH)
        assert [day for day, _ in past.changes] == sorted({day for day, _ in past.changes})
