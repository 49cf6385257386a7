"""Two days on the page: what changed between the day of the slider and another."""

from datetime import date

import pytest

from tests.server.page.opened import go_to, open_page, words

pytestmark = pytest.mark.slow

SENTENCE = (
    "Between 1 January 2025 and 20 February 2026, two states joined and five states left the Mine"
    " Ban Convention"
)


def test_two_days_are_told_in_a_sentence_and_a_table_and_one_again_by_a_click() -> None:
    page = open_page(compare="2025-01-01", tab="coverage")
    told = words(page)
    assert told.count(SENTENCE) == 2  # under the sentence of the day, and above the table
    assert "Left: no longer bound" in told
    assert page.query_params["compare"] == "2025-01-01"
    go_to(page, date(2025, 6, 1))
    assert "Between 1 January 2025 and 1 June 2025, " in words(page)
    page.session_state["compare"] = date(2026, 1, 1)  # as the field does, which is the browser's
    page.run()
    assert "Between 1 June 2025 and 1 January 2026, " in words(page)
    page.button(key="one_day").click().run()
    assert not page.exception
    assert "Between " not in words(page)
    assert "compare" not in page.query_params


def test_two_days_are_compared_on_the_line_that_is_chosen() -> None:
    told = words(open_page(compare="2025-01-01", tab="coverage", lens="UKR"))
    assert "of the land borders of Ukraine other states are bound than before" in told


def test_another_day_that_is_none_is_left_out_and_told() -> None:
    page = open_page(compare="2026-02-30")
    assert "The date “2026-02-30” in the address is not a day written YYYY-MM-DD." in words(page)
    assert "compare" not in page.query_params
