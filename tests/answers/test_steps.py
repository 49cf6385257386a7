"""A step says what happens on its day."""

from datetime import date

from geo.answers.key_dates import event_days
from geo.answers.steps import steps
from tests.own_data import own_atlas

ATLAS = own_atlas()


def test_a_step_says_which_states_do_what() -> None:
    said = {step.day: step.words for step in steps(ATLAS)}
    assert said[date(2025, 6, 27)] == "Estonia, Latvia, Lithuania notify withdrawal"
    assert said[date(2025, 12, 27)] == "Estonia, Latvia, Lithuania leave"
    assert said[date(2026, 2, 20)] == "Poland leaves"
    assert said[date(1997, 12, 4)] == "39 states sign"


def test_changes_of_law_are_told_from_other_events() -> None:
    law = {step.day for step in steps(ATLAS) if step.law}
    days = [step.day for step in steps(ATLAS)]
    assert days == sorted(set(days))
    assert set(days) <= set(event_days(ATLAS))
    assert date(2025, 7, 16) in set(days) - law
    for iso_a3 in ATLAS.record.states:
        changes = ATLAS.history(iso_a3).changes
        assert {day for day, _ in changes if isinstance(day, date) and day.year > 1996} <= law


def test_every_step_has_words_short_enough_for_a_label() -> None:
    assert all(0 < len(step.words) < 200 for step in steps(ATLAS))
