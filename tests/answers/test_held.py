"""What "verified" means is said in one way everywhere, with its age, and warns when it is old."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.answers.data.claims import claims_answer
from geo.answers.data.status import status_answer
from geo.answers.files import catalogue
from geo.answers.permalink import Place
from geo.answers.words import held
from geo.atlas import Atlas
from geo.basics.dates import today
from geo.pictures import captions
from geo.web import standalone, templating
from geo.web.documents.timeline import timeline
from tests.own_data import own_record

PAGE = date(2026, 2, 3)
SENTENCE = "Held against the depositary’s page of 3 February 2026: no difference · compiled to"


NEWEST = own_record().held


def test_it_is_told_as_what_it_is() -> None:
    assert held.sentence(NEWEST, long=True) == f"{SENTENCE} 3 March 2026"
    slips = replace(NEWEST.page, differences=("NOR:notice:",), explanation="A slip.")
    told = held.sentence(replace(NEWEST, page=slips))
    assert told.startswith(
        "Held against the depositary’s page of 3 Feb 2026: 1 difference, explain"
    )
    two = replace(slips, differences=("NOR:notice:", "NOR:effect:"))
    assert "2 differences, explained" in held.sentence(replace(NEWEST, page=two))


@pytest.mark.parametrize(
    ("today", "age", "old"),
    [
        (None, "", False),
        (date(2026, 2, 2), "", False),
        (PAGE, "", False),
        (date(2026, 2, 4), "page 1 day old", False),
        (date(2026, 4, 4), "page 60 days old", False),
        (date(2026, 4, 5), "page 61 days old", True),
        (date(2026, 11, 26), "page 296 days old", True),
    ],
)
def test_a_page_is_old_after_sixty_days(today: date | None, age: str, old: bool) -> None:
    told = held.told(NEWEST, today)
    assert (told.age, told.old, told.until) == (age, old, date(2026, 4, 4))


@given(st.dates(date(1997, 1, 1), date(2040, 12, 31)))
def test_what_an_answer_says_of_its_age_follows_from_its_day(day: date) -> None:
    said, later = held.answer(NEWEST, day), held.later_words(NEWEST, day)
    days, last = (day - PAGE).days, PAGE + timedelta(days=held.FRESH_DAYS)
    assert said["age_days"] == (days if days >= 0 else None)
    assert said["later_acts_may_be_missing"] == (day.isoformat() > said["fresh_to"])
    assert ("later acts may be missing" in later) == said["later_acts_may_be_missing"]
    assert bool(later) == (days > 0)
    assert ("it shows what the record knows" in later) == (NEWEST.compiled_to < day <= last)


# Where it is told


def test_pictures_tell_it_with_the_age_on_the_day_shown(atlas: Atlas) -> None:
    today = captions.record_note(atlas.on(date(2026, 11, 26)))
    assert today == (
        f"{SENTENCE} 3 March 2026. The day shown lies 296 days after that page: later acts may be"
        " missing."
    )
    assert captions.record_note(atlas.on(date(2010, 1, 1))) == f"{SENTENCE} 3 March 2026."
    assert today in captions.alt_text(atlas.on(date(2026, 11, 26)))


def test_exports_tell_it(atlas: Atlas) -> None:
    view = atlas.on(date(2026, 11, 26))
    said = json.loads(catalogue.export(atlas, view, "countries", "json").content)["held"]
    assert said["words"].startswith(SENTENCE)
    assert (said["against"], said["age_days"]) == ("2026-02-03", 296)
    assert said["later_acts_may_be_missing"]
    table = catalogue.export(atlas, view, "countries", "csv").content.decode()
    row = next(csv.DictReader(io.StringIO(table)))
    assert (row["held"], row["held_age_days"]) == (f"{SENTENCE} 3 March 2026", "296")
    assert row["verified_to"] == "2026-03-03"


def test_answers_of_the_api_and_of_the_command_line_tell_it(atlas: Atlas) -> None:
    view = atlas.on(date(2026, 2, 20))
    said = status_answer(atlas, view)
    assert said["held"]["age_days"] == 17
    assert not said["held"]["later_acts_may_be_missing"]
    assert said["verified_to"] == "2026-03-03"
    assert claims_answer(atlas, view.day)["held"]["age_days"] == 17
    assert claims_answer(atlas)["held"]["age_days"] is None


def test_the_page_warns_by_the_day_of_its_reader() -> None:
    told = held.told(NEWEST, date(2026, 11, 26))
    html = templating.render("held.html", told=told)
    assert '<span data-held="warning" role="note">' in html
    assert "296 days old" in html
    assert f'href="{held.DEPOSITARY_PAGE.replace("&", "&amp;")}"' in html
    fresh = templating.render("held.html", told=held.told(NEWEST, PAGE))
    assert '<span data-held="warning" role="note" hidden>' in fresh
    assert held.sentence(NEWEST) in fresh


@pytest.mark.slow
def test_a_file_warns_by_the_clock_of_whoever_opens_it(atlas: Atlas) -> None:
    for embed in (None, standalone.Framed(Place(), "picture.png", "the map")):
        html = standalone.page(atlas, embed=embed).decode()
        body = html.split("<body", 1)[1]
        # In a file the words wait for its script; a frame, made today, says them at once.
        (warning,) = re.findall(r"<span [^>]*data-held=\"warning\"[^>]*>", body)
        warns = embed is not None and held.told(atlas.record.held, today()).old
        assert (" hidden" in warning) is not warns
        assert body.index("</header>") < body.index('data-held="warning"') < body.index("<h2")
        # A frame was made on the day it is read, and a file is read long after it was made.
        until = "After 4 April 2026 later acts may be missing here:"
        assert (until in body) is (embed is None)
    assert timeline(atlas)["held"]["fresh_days"] == held.FRESH_DAYS
