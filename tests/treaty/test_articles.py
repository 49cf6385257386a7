"""Articles 17 and 20: the day on which a state comes in, and the day on which it is out."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import treaty
from geo.treaty import (
    Conflict,
    LegalStatus,
)
from tests.treaty.acts import FORTIETH, act, days, deposits, gaps

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
