"""What a browser is sent of a border line: on every day it says what the server says."""

import json
from datetime import date
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from geo.answers import through
from geo.answers.data.lenses import lens_answer
from geo.answers.permalink import Place
from geo.basics.choices import FLANK_LENS
from geo.basics.formats import long_date
from geo.web.documents.lens import lens_file
from geo.web.documents.lens_shapes import LensFile
from tests.own_data import own_atlas, own_web_files

DAYS = (date(1997, 6, 1), date(2012, 7, 1), date(2025, 12, 27), date(2026, 2, 20))
NAMES = [each.lens_id for each in own_atlas().record.lenses if each.lens_id != FLANK_LENS]
NAMES += ["MAR", "SRB", "POL", "ISL", "LBN"]


@cache
def lens_of(name: str) -> LensFile:
    lines = json.loads(own_web_files()["lines"])
    return lens_file(own_atlas(), "un", name, lines)


@given(
    st.sampled_from(DAYS) | st.dates(date(1997, 1, 1), date(2026, 12, 31)), st.sampled_from(NAMES)
)
@settings(max_examples=30)
def test_a_lens_in_the_browser_says_of_a_day_what_the_answer_says(day: date, name: str) -> None:
    atlas, lens = own_atlas(), lens_of(name)
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


def test_every_piece_says_who_is_bound_and_land_without_a_status_is_no_state_that_is_not() -> None:
    def on(name: str, title: str, day: str) -> str:
        (border,) = (b for b in lens_of(name)["borders"] if b["properties"]["title"] == title)
        return [s["words"] for s in border["properties"]["spans"] if s["from"] <= day][-1]

    assert on("nato-east", "Norway–Russia", "2026-02-20") == "one side bound: Norway"
    assert on("nato-east", "Poland–Belarus", "2026-02-20") == "one side bound: Belarus"
    assert on("nato-east", "Finland–Russia", "2012-12-01") == "not in this line on this day"
    sahara = on("MAR", "Western Sahara–Morocco", "2026-02-20")
    assert sahara == "Western Sahara has no status; Morocco is not bound"
    assert on("SRB", "Serbia–Kosovo", "2026-02-20") == "Kosovo has no status; Serbia is bound"


def test_the_files_of_every_reader_hold_nothing_of_a_lens() -> None:
    files = own_web_files()
    kept = {role: body for role, body in files.items() if role != "lines"}
    assert not any(b"side bound" in body for body in kept.values())
