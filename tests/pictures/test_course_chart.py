"""A line over time as a picture: dated, sourced, marked where it supposes, the same each time."""

import io
import xml.etree.ElementTree as ElementTree
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from geo import pictures
from geo.answers.words.what_if import MARK
from geo.atlas import Atlas
from geo.atlas.supposed import parse
from geo.atlas.what_if import suppose
from geo.basics.errors import AtlasError
from geo.pictures.course_chart import render_course
from geo.pictures.course_words import course_file_name

pytestmark = pytest.mark.slow

SVG = "{http://www.w3.org/2000/svg}"
ADDRESS = "Address on the atlas"
TITLE = "NATO’s border with Russia and Belarus"


def texts(svg: bytes) -> str:
    root = ElementTree.fromstring(svg)
    return " ".join("".join(each.itertext()).strip() for each in root.iter(f"{SVG}text"))


def test_a_chart_says_what_it_is_of_on_what_it_rests_and_what_holds_at_its_end(
    atlas: Atlas, tmp_path: Path
) -> None:
    drawn = render_course(atlas, lens="nato-east", fmt="svg")
    assert drawn == render_course(atlas, lens="nato-east", fmt="svg")
    said = texts(drawn)
    for words in (TITLE, "One side bound", "161 states bound", "CC BY 4.0", "lens=nato-east"):
        assert words in said
    assert MARK not in said
    assert course_file_name(atlas, "un", "nato-east", "svg") == (
        f"ottawa-atlas-curve-nato-east-{atlas.verified_to}.svg"
    )


def test_a_chart_in_pixels_carries_its_words_and_what_is_supposed_its_mark(atlas: Atlas) -> None:
    there = suppose(atlas, parse("NOR:withdrawal_notice:2026-12-01"))
    png = Image.open(io.BytesIO(render_course(there, lens="baltic-arctic", fmt="png", scale=1)))
    assert png.size == (1200, 900)
    assert png.info["Days"] == "1997-01-01/2027-06-01"
    assert png.info["Description"].startswith(MARK)
    assert MARK in texts(render_course(there, lens="baltic-arctic", fmt="svg", theme="dark"))
    assert course_file_name(there, "un", "UKR", "png").endswith("ukr-2027-06-01-what-if.png")
    with pytest.raises(AtlasError, match="expected png, svg"):
        render_course(atlas, fmt="pdf")  # type: ignore[arg-type]


@pytest.mark.parametrize("lens", ["baltic-arctic", "nato-east"])
def test_two_days_stand_on_one_page_whichever_is_named_first(atlas: Atlas, lens: str) -> None:
    first, last = date(2025, 1, 1), date(2026, 2, 20)
    svg = pictures.render(atlas, atlas.on(last), fmt="svg", lens=lens, compare=first)
    said = texts(svg)
    assert said.index("1 January 2025") < said.index("20 February 2026")
    assert "Between 1 January 2025 and 20 February 2026, " in said
    assert f"{first}" in said.partition(ADDRESS)[2]
    other = pictures.render(atlas, atlas.on(first), fmt="svg", lens=lens, compare=last)
    assert texts(other).partition(ADDRESS)[0] == said.partition(ADDRESS)[0]
    alone = pictures.render(atlas, atlas.on(last), fmt="svg", lens=lens)
    assert pictures.render(atlas, atlas.on(last), fmt="svg", lens=lens, compare=last) == alone


def test_a_picture_of_two_days_is_named_by_both(atlas: Atlas) -> None:
    view = atlas.on(date(2026, 2, 20))
    for day in (date(2025, 1, 1), date(2026, 2, 20)):
        name = pictures.filename(view, "flank", "png", compare=day)
        both = "2025-01-01-and-2026-02-20" if day != view.day else "2026-02-20"
        assert name == f"ottawa-atlas-flank-{both}.png"
    png = pictures.render(atlas, view, extent="world", scale=1, compare=date(2025, 1, 1))
    assert Image.open(io.BytesIO(png)).info["Day"] == "2025-01-01/2026-02-20"
