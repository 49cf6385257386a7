"""The document a browser repaints from: on every day it says what the View of that day says."""

import functools
import json
import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.answers.key_dates import coverage, moment_days
from geo.answers.words import headline
from geo.answers.words.legend import UNKNOWN
from geo.answers.words.status_words import FIGURES, chip_words, label_words
from geo.atlas import FIRST_DAY
from geo.basics import formats
from geo.treaty import LegalStatus
from geo.web.documents.timeline import LETTERED, Moment, Span, Timeline, timeline
from tests.own_data import own_atlas

ATLAS = own_atlas()
DAYS = st.dates(FIRST_DAY, date(2040, 12, 31))


@functools.cache
def document() -> Timeline:
    """The document as the browser gets it."""
    return timeline(ATLAS)


def moment_on(day: date) -> Moment:
    """The last moment that has begun, as the map script looks it up: its sentence may be older."""
    begun = [m for m in document()["moments"] if m["from"] <= day.isoformat()]
    return {**begun[-1], "headline": [m["headline"] for m in begun if "headline" in m][-1]}


def span_on(iso_a3: str, day: date) -> Span:
    return [s for s in document()["states"][iso_a3]["spans"] if s["from"] <= day.isoformat()][-1]


@given(DAYS)
def test_the_figures_of_any_day_are_those_of_its_view(day: date) -> None:
    view, moment = ATLAS.on(day), moment_on(day)
    assert moment["headline"].replace(headline.DAY, formats.long_date(day)) == headline.headline(
        view
    )
    assert str(moment["bound"]) == headline.count_words(view.bound_min, view.bound_max)
    assert moment.get("unknown", 0) == len(view.unknown)
    assert dict(zip(FIGURES, moment["counts"], strict=True)) == dict(view.counts)
    assert moment["covered_km"] == round(view.flank.covered_min_km)
    assert moment["flank_km"] == round(view.flank.length_km)
    assert tuple(moment["remaining"]) == view.remaining


@given(DAYS)
def test_the_span_of_any_state_on_any_day_is_its_state_of_that_day(day: date) -> None:
    for iso_a3, state in ATLAS.on(day).states.items():
        span = span_on(iso_a3, day)
        assert (span["status"], span["practice"]) == (state.legal_status or UNKNOWN, state.practice)
        assert span.get("possible", [span["status"]]) == list(state.statuses)
        assert span["words"] == chip_words(state)
        assert span.get("label") == (label_words(state) if iso_a3 in LETTERED else None)


def test_every_state_has_spans_from_the_first_day_in_order() -> None:
    assert set(document()["states"]) == set(ATLAS.record.states)
    for iso_a3, state in document()["states"].items():
        days = [span["from"] for span in state["spans"]]
        assert state["name"] == ATLAS.record.states[iso_a3].name
        assert days[0] == FIRST_DAY.isoformat()
        assert days == sorted(set(days))
        for before, after in pairwise(state["spans"]):
            assert before["words"] != after["words"]


def test_moments_are_in_order_and_begin_with_the_first_day() -> None:
    days = moment_days(ATLAS)
    assert days[0] == FIRST_DAY
    assert list(days) == sorted(set(days))
    assert set(days) >= {day for day in ATLAS.change_dates if day >= FIRST_DAY}
    assert [m["from"] for m in document()["moments"]] == [day.isoformat() for day in days]


def test_the_day_after_the_record_ends_is_a_moment_of_its_own() -> None:
    last = ATLAS.verified_to
    assert not moment_on(last)["headline"].startswith("As far as the record goes")
    assert moment_on(last + timedelta(days=1))["headline"].startswith("As far as the record goes")


@pytest.mark.parametrize(
    ("iso_a3", "day", "words", "label"),
    [
        ("POL", "2025-08-19", "Bound since 1 Jun 2013", "bound"),
        (
            "POL",
            "2026-02-19",
            "Bound, withdrawal notified; bound until 20 Feb 2026",
            "bound until 20 Feb 2026",
        ),
        ("POL", "2026-02-20", "Withdrawn since 20 Feb 2026", "left 20 Feb 2026"),
        ("LTU", "2025-12-27", "Withdrawn since 27 Dec 2025", "left 27 Dec 2025"),
        ("FIN", "2026-01-10", "Withdrawn since 10 Jan 2026", "left 10 Jan 2026"),
        ("NOR", "2026-02-20", "Bound since 1 Mar 1999", "bound"),
        ("POL", "2000-01-01", "Signatory since 4 Dec 1997", "signatory"),
        ("RUS", "2026-02-20", "Not a party", "not a party"),
        (
            "UKR",
            "2026-02-20",
            "Bound since 1 Jun 2006. Declares a suspension the Convention does not provide for",
            "bound, declares suspension",
        ),
    ],
)
def test_a_state_in_words_on_a_known_day(iso_a3: str, day: str, words: str, label: str) -> None:
    span = span_on(iso_a3, date.fromisoformat(day))
    told = span["words"]
    assert (told.replace("\N{NO-BREAK SPACE}", " "), span["label"]) == (words, label)
    assert not re.search(r"\d \w{3} \d", told), "a line of a chip may end within its date"


def test_norway_and_belarus_remain_once_the_five_have_left() -> None:
    assert moment_on(date(2025, 12, 26))["remaining"] == []
    assert moment_on(date(2026, 2, 20))["remaining"] == ["NOR", "BLR"]


def test_the_figures_name_every_status_once() -> None:
    assert sorted(FIGURES) == sorted(LegalStatus)


def test_a_browser_can_hold_it() -> None:
    packed = json.dumps(document(), ensure_ascii=False, separators=(",", ":"))
    assert len(packed) < 400_000
    assert json.loads(packed) == document()


def test_coverage_tells_each_step_of_the_flank_once() -> None:
    steps = [
        (view.day.isoformat(), round(view.flank.covered_min_km)) for view, _ in coverage(ATLAS)
    ]
    assert steps == [
        ("1997-01-01", 0),
        ("1999-03-01", 198),
        ("2003-11-01", 1130),
        ("2004-11-01", 1469),
        ("2006-01-01", 1925),
        ("2012-07-01", 3215),
        ("2013-06-01", 3833),
        ("2025-12-27", 2106),
        ("2026-01-10", 816),
        ("2026-02-20", 198),
    ]


def test_every_step_of_coverage_after_the_first_says_what_changed() -> None:
    words = [text for _, text in coverage(ATLAS)]
    assert all(words[1:])
    assert words[-1] == "Poland: withdrawn"
