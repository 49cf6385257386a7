"""The sentence of the day: true, whole, and fit to be quoted."""

from __future__ import annotations

import locale
import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.answers.words import headline
from geo.atlas import FIRST_DAY
from geo.basics import formats
from tests.own_data import own_atlas

ATLAS = own_atlas()
LENGTH = formats.kilometres(ATLAS.on(FIRST_DAY).flank.length_km)
BORDER = f"the {LENGTH} of border that the Baltic-Arctic flank shares with Russia and Belarus"

SENTENCES = {
    "1997-01-01": "On 1 January 1997, the Mine Ban Convention is not yet open for signature, and no"
    f" state is bound. None of {BORDER} is covered by the Convention.",
    "1997-12-02": "On 2 December 1997, the Mine Ban Convention is not yet open for signature, and"
    f" no state is bound. None of {BORDER} is covered by the Convention.",
    "1999-02-28": "On 28 February 1999, no state is yet bound by the Mine Ban Convention; 135 have"
    f" signed it or consented to it. None of {BORDER} is covered by the Convention.",
    "1999-03-01": "On 1 March 1999, 45 states are bound by the Mine Ban Convention."
    f" Of {BORDER}, 198 km, Norway’s, are covered by the Convention.",
    "2013-06-01": "On 1 June 2013, 161 states are bound by the Mine Ban Convention."
    f" All of {BORDER} is covered by the Convention.",
    "2026-01-10": "On 10 January 2026, 162 states are bound by the Mine Ban Convention."
    f" Of {BORDER}, 816 km, Norway’s and Poland’s, remain covered by the Convention.",
    "2026-02-20": "On 20 February 2026, 161 states are bound by the Mine Ban Convention."
    f" Of {BORDER}, 198 km, Norway’s, remain covered by the Convention.",
    "2026-03-03": "On 3 March 2026, 161 states are bound by the Mine Ban Convention."
    f" Of {BORDER}, 198 km, Norway’s, remain covered by the Convention.",
    "2026-03-04": "As far as the record goes, on 4 March 2026, 161 states are bound by the Mine Ban"
    f" Convention. Of {BORDER}, 198 km, Norway’s, remain covered by the Convention.",
}


@pytest.mark.parametrize("day", SENTENCES)
def test_the_sentence_of_a_key_day(day: str) -> None:
    assert headline.headline(ATLAS.on(date.fromisoformat(day))) == SENTENCES[day]


@given(st.dates(FIRST_DAY, date(2040, 12, 31)))
def test_the_sentence_says_what_the_view_holds(day: date) -> None:
    view = ATLAS.on(day)
    sentence = headline.headline(view)
    assert formats.long_date(day) in sentence
    assert "{" not in sentence
    assert sentence.startswith("As far as the record goes, on") == (day > ATLAS.verified_to)
    if view.bound:
        assert f" {view.bound} state" in sentence
    partly = 0 < view.flank.covered_min_km < view.flank.length_km
    for iso_a3 in view.flank.covered_by if partly else ():
        assert view.states[iso_a3].name in sentence


def test_the_template_holds_from_one_change_to_the_next() -> None:
    opens, beyond = headline.SIGNATURE_OPENS, ATLAS.verified_to + timedelta(days=1)
    changes = sorted({beyond, *(day for day in ATLAS.change_dates if day >= opens)})
    for day, following in pairwise(changes):
        last = following - timedelta(days=1)
        assert headline.template(ATLAS.on(day)) == headline.template(ATLAS.on(last))


STATE_SENTENCES = {
    (
        "NOR",
        "2026-02-20",
    ): "On 20 February 2026, Norway is bound by the Mine Ban Convention, in force"
    " for it since 1 March 1999.",
    (
        "POL",
        "2026-02-19",
    ): "On 19 February 2026, Poland is still bound by the Mine Ban Convention; its"
    " withdrawal takes effect on 20 February 2026.",
    (
        "POL",
        "2026-02-20",
    ): "On 20 February 2026, Poland leaves the Mine Ban Convention and is no longer bound by it.",
    (
        "POL",
        "2026-02-21",
    ): "On 21 February 2026, Poland is no longer bound by the Mine Ban Convention,"
    " which it left on 20 February 2026.",
    (
        "NOR",
        "1999-03-01",
    ): "On 1 March 1999, Norway is bound by the Mine Ban Convention, in force for it"
    " from this day.",
    (
        "NOR",
        "1999-03-02",
    ): "On 2 March 1999, Norway is bound by the Mine Ban Convention, in force for it since"
    " 1 March 1999.",
    (
        "UKR",
        "2026-02-20",
    ): "On 20 February 2026, Ukraine is bound by the Mine Ban Convention, in force"
    " for it since 1 June 2006; it has declared a suspension for which the Convention does not"
    " provide.",
    (
        "POL",
        "2013-05-31",
    ): "On 31 May 2013, Poland has consented to the Mine Ban Convention but is not"
    " yet bound by it; it enters into force for it on 1 June 2013.",
    ("POL", "2000-01-01"): "On 1 January 2000, Poland has signed the Mine Ban Convention but is not"
    " bound by it.",
    ("USA", "2026-02-20"): "On 20 February 2026, the United States is not a party to the Mine Ban"
    " Convention.",
    ("LBN", "2025-12-31"): "On 31 December 2025, Lebanon is not a party to the Mine Ban"
    " Convention.",
    (
        "LBN",
        "2026-02-20",
    ): "On 20 February 2026, Lebanon either is not a party to the Mine Ban Convention or has only"
    " consented to it; which of these is not known, but it is not bound (in force from a day"
    " between 1 August 2026 and 1 February 2027).",
    (
        "LBN",
        "2026-11-25",
    ): "As far as the record goes, on 25 November 2026, Lebanon either has only consented to the"
    " Mine Ban Convention or is bound by it; which of these is not known (in force from a day"
    " between 1 August 2026 and 1 February 2027).",
    (
        "LBN",
        "2027-02-01",
    ): "As far as the record goes, on 1 February 2027, Lebanon is bound by the Mine Ban Convention,"
    " in force for it since a day between 1 August 2026 and 1 February 2027.",
    (
        "USA",
        "2027-01-01",
    ): "As far as the record goes, on 1 January 2027, the United States is not a"
    " party to the Mine Ban Convention.",
}


@pytest.mark.parametrize(("iso_a3", "day"), STATE_SENTENCES)
def test_the_sentence_of_a_state(iso_a3: str, day: str) -> None:
    sentence = headline.state_sentence(ATLAS.on(date.fromisoformat(day)), iso_a3)
    assert (
        re.sub("United States of America", "United States", sentence)
        == (STATE_SENTENCES[iso_a3, day])
    )


def test_a_sentence_names_its_own_day_once() -> None:
    for iso_a3 in ATLAS.record.states:
        for day in ATLAS.history(iso_a3).change_days:
            if not ATLAS.history(iso_a3).exact:
                continue  # that it lies between two days is said on these days, too
            sentence = headline.state_sentence(ATLAS.on(day), iso_a3)
            assert sentence.count(formats.long_date(day)) == 1, sentence


def test_dates_are_english_whatever_the_machine_speaks() -> None:
    kept = locale.setlocale(locale.LC_TIME)
    try:
        for name in ("fr_FR.UTF-8", "pl_PL.UTF-8", "C"):
            try:
                locale.setlocale(locale.LC_TIME, name)
            except locale.Error:
                continue  # not installed here; C always is
            assert formats.long_date(date(2026, 2, 20)) == "20 February 2026"
            assert formats.short_date(date(2026, 2, 20)) == "20 Feb 2026"
    finally:
        locale.setlocale(locale.LC_TIME, kept)
