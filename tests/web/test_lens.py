"""What a browser is sent of a border line: on every day it says what the server says."""

import json
from datetime import date

import pytest

from geo.answers import through
from geo.answers.data.lenses import lens_answer
from geo.answers.permalink import Place
from geo.basics.formats import long_date
from geo.web.documents.lens import lens_file
from geo.web.documents.lens_shapes import LensFile
from geo.web.documents.map_data import web_files
from tests.own_data import own_atlas

DAYS = (date(1997, 6, 1), date(2012, 7, 1), date(2025, 12, 27), date(2026, 2, 20))
LENSES = ("nato-east", "asean", "russia", "MAR", "SRB")


@pytest.fixture(scope="module")
def lenses() -> dict[str, LensFile]:
    lines = json.loads(web_files(own_atlas(), "un")["lines"])["lines"]
    return {name: lens_file(own_atlas(), "un", name, lines) for name in LENSES}


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("name", LENSES)
def test_a_lens_in_the_browser_says_of_a_day_what_the_answer_says(
    lenses: dict[str, LensFile], name: str, day: date
) -> None:
    atlas, lens = own_atlas(), lenses[name]
    view = atlas.on(day)
    answer, place = lens_answer(atlas, view, name), Place(day, lens=name)
    moment = [each for each in lens["moments"] if each["from"] <= day.isoformat()][-1]
    assert moment["headline"].replace("{day}", long_date(day)) == answer["sums"]["sentence"]
    assert moment["headline"].replace("{day}", long_date(day)) == through.sentence(
        atlas, view, place
    )
    sums = answer["sums"]["by_sides"]
    assert {side: found[0] for side, found in moment["sums"].items()} == {
        side.value: found["segments"] for side, found in sums.items() if found["segments"]
    }
    line = through.line(atlas, view, place)
    assert (moment["flank_km"], moment["covered_km"]) == (
        round(line.length_km),
        round(line.bound_min_km),
    )
    drawn = {}
    for border in lens["borders"]:
        own = border["properties"]
        (*_, span) = (s for s in own["spans"] if s["from"] <= day.isoformat())
        if span["sides"] != "outside":
            drawn[own["title"]] = span["sides"]
    assert sorted(drawn.values()) == sorted(row["sides"] for row in answer["borders"])


def test_every_piece_says_who_is_bound_and_land_without_a_status_is_no_state_that_is_not(
    lenses: dict[str, LensFile],
) -> None:
    def on(name: str, title: str, day: str) -> str:
        (border,) = (b for b in lenses[name]["borders"] if b["properties"]["title"] == title)
        return [s["words"] for s in border["properties"]["spans"] if s["from"] <= day][-1]

    assert on("nato-east", "Norway–Russia", "2026-02-20") == "one side bound: Norway"
    assert on("nato-east", "Poland–Belarus", "2026-02-20") == "one side bound: Belarus"
    assert on("nato-east", "Finland–Russia", "2012-12-01") == "not in this line on this day"
    sahara = on("MAR", "Western Sahara–Morocco", "2026-02-20")
    assert sahara == "Western Sahara has no status; Morocco is not bound"
    assert on("SRB", "Serbia–Kosovo", "2026-02-20") == "Kosovo has no status; Serbia is bound"


def test_the_files_of_every_reader_hold_nothing_of_a_lens() -> None:
    files = web_files(own_atlas(), "un")
    kept = {role: body for role, body in files.items() if role != "lines"}
    assert not any(b"side bound" in body for body in kept.values())
