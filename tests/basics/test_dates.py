import calendar
import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.basics.dates import Interval, PartialDate, between, parse

DAYS = st.dates()
PARTIAL = st.builds(
    lambda day, parts: PartialDate(*(day.year, day.month, day.day)[:parts]), DAYS, st.integers(1, 3)
)


@given(DAYS)
def test_a_full_date_is_that_day_and_no_other(day: date) -> None:
    read = PartialDate.parse(day.isoformat())
    assert read == PartialDate.of(day)
    assert read.first == read.last == day
    assert read.exact


@given(PARTIAL)
def test_what_is_written_reads_back(partial: PartialDate) -> None:
    assert PartialDate.parse(str(partial)) == partial


@given(PARTIAL)
def test_bounds_enclose_every_day_of_the_month_or_year(partial: PartialDate) -> None:
    length = (partial.last - partial.first).days + 1
    if partial.day:
        assert length == 1
    elif partial.month:
        assert length == calendar.monthrange(partial.year, partial.month)[1]
        assert {partial.first.month, partial.last.month} == {partial.month}
    else:
        assert length == (366 if calendar.isleap(partial.year) else 365)
        assert (partial.first.month, partial.last.month) == (1, 12)


@given(PARTIAL, PARTIAL, PARTIAL)
def test_the_order_is_total(a: PartialDate, b: PartialDate, c: PartialDate) -> None:
    assert (a < b) + (b < a) + (a == b) == 1
    if a <= b <= c:
        assert a <= c


@given(PARTIAL, DAYS)
def test_an_inexact_date_comes_after_every_day_it_may_be(partial: PartialDate, day: date) -> None:
    inside = partial.first <= day <= partial.last
    if inside:
        assert PartialDate.of(day) <= partial


@given(st.text())
def test_any_text_is_a_date_or_a_clear_refusal(text: str) -> None:
    written = re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text)
    if written is None:
        with pytest.raises(ValueError, match=re.escape(repr(text))):
            PartialDate.parse(text)
    elif re.fullmatch(r"(?!0000)....(-(0[1-9]|1[0-2]))?(-(0[1-9]|1[0-9]|2[0-8]))?", text):
        assert str(PartialDate.parse(text)) == text


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("2026-02-20", "20 Feb 2026", "20 February 2026"),
        ("2025-03", "Mar 2025", "March 2025"),
        ("2026", "2026", "2026"),
        ("1999-03-01", "1 Mar 1999", "1 March 1999"),
    ],
)
def test_words(text: str, short: str, long: str) -> None:
    read = PartialDate.parse(text)
    assert (read.words(), read.words(long=True)) == (short, long)


@pytest.mark.parametrize(
    "text",
    [
        *("", " 2025", "2025 ", "2025-1", "2025-02-30", "2025-13", "2025-00", "0000", "20250101"),
        *("2025-02-29", "١٩٩٧", "2025-12-27T00:00", "27 Dec 2025", "-2025", "2025-12-27\n"),
    ],
)
def test_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|calendar"):
        PartialDate.parse(text)


def test_a_day_needs_its_month() -> None:
    with pytest.raises(ValueError, match="month"):
        PartialDate(2025, None, 3)


INTERVALS = st.builds(
    lambda day, more: Interval(day, day + more),
    st.dates(max_value=date(9000, 1, 1)),
    st.timedeltas(timedelta(days=1), timedelta(days=900)),
)


@given(INTERVALS)
def test_an_interval_reads_back_and_is_one_day_not_known(interval: Interval) -> None:
    assert parse(str(interval)) == interval
    assert not interval.exact
    assert interval.first < interval.last
    seen = [interval.seen_from(day) for day in (interval.first, interval.last)]
    assert seen == ["open", "past"]


@given(st.one_of(PARTIAL, INTERVALS), st.one_of(PARTIAL, INTERVALS))
def test_the_order_holds_for_dates_of_both_kinds(
    a: PartialDate | Interval, b: PartialDate | Interval
) -> None:
    assert (a < b) + (b < a) + (a == b) == 1


@given(PARTIAL)
def test_what_is_no_interval_is_read_as_before(partial: PartialDate) -> None:
    assert parse(str(partial)) == partial


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        (
            "2026-02-04/2026-08-25",
            "between 4 Feb and 25 Aug 2026",
            "between 4 February and 25 August 2026",
        ),
        ("2026-02-04/2026-02-25", "between 4 and 25 Feb 2026", "between 4 and 25 February 2026"),
        (
            "2026-08-01/2027-02-01",
            "between 1 Aug 2026 and 1 Feb 2027",
            "between 1 August 2026 and 1 February 2027",
        ),
    ],
)
def test_words_of_an_interval(text: str, short: str, long: str) -> None:
    read = parse(text)
    assert (read.words(), read.words(long=True)) == (short, long)


def test_a_day_that_may_never_come_is_written_open_and_read_only_where_we_wrote_it() -> None:
    never = between(date(2025, 7, 1), None)
    assert str(never) == "2025-07-01/.."
    assert parse(str(never), may_never_come=True) == never
    assert isinstance(never, Interval)
    assert never.words() == "on or after 1 Jul 2025, if ever"
    with pytest.raises(ValueError, match="open or unknown"):
        parse(str(never))
    assert between(None, None) is None
    assert between(date(2025, 7, 1), date(2025, 7, 1)) == date(2025, 7, 1)
