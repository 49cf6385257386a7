"""Boxes of the map: what is taken, what is refused, and what a browser's word is made into."""

import json
import math
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.basics import boxes
from geo.basics.errors import AtlasError

TABLE = json.loads((Path(__file__).parents[1] / "boxes.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("text", "box"),
    [
        ("19.5,53.8,28.3,59.7", (19.5, 53.8, 28.3, 59.7)),
        ("-10,-5,10,5", (-10, -5, 10, 5)),
        ("170,-25,190.5,-10", (170, -25, 190.5, -10)),  # over the antimeridian
        ("-180,-85,180,85.0", (-180, -85, 180, 85)),
        ("180,0,540,85", (180, 0, 540, 85)),
        ("10,50,10.5,50.5", (10, 50, 10.5, 50.5)),
        ("10.001,50,20.0049,60", (10, 50, 20, 60)),  # to a hundredth
        ("-0.001,50,20,60", (0, 50, 20, 60)),
    ],
)
def test_a_box_is_read(text: str, box: boxes.Box) -> None:
    assert boxes.parse(text) == box
    assert "-0" not in boxes.written(boxes.parse("-0.001,50,20,60"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "19.5",
        "1,2,3",
        "1,2,3,4,5",
        "a,b,c,d",
        "nan,50,20,60",
        "10,50,inf,60",
        "1e1,50,20,60",
        "1_0,50,20,60",
        " 10,50,20,60",
        "10, 50, 20, 60",
        "10,50,20,60\n",
        "\u0661\u0660,50,20,60",
        "20,50,10,60",  # from east to west
        "10,60,20,50",  # from north to south
        "10,50,10,60",  # no width
        "10,50,10.4,60",  # too narrow to be drawn
        "10,50,20,50.1",
        "-180,0,180.1,10",  # more than once round the world
        "-181,0,10,10",
        "10,0,541,10",
        "10,-86,20,10",
        "10,0,20,90",
    ],
)
def test_nonsense_is_refused_with_what_was_expected(text: str) -> None:
    with pytest.raises(AtlasError, match="WEST,SOUTH,EAST,NORTH"):
        boxes.parse(text)


@pytest.mark.parametrize("case", TABLE["shown"], ids=lambda case: str(case["shown"]))
def test_what_a_map_reports_is_made_fit(case: dict[str, Any]) -> None:
    """As the browser does: its script's own test takes the same table."""
    assert boxes.of_map(case["shown"]) == pytest.approx(case["box"], abs=0.011)


@pytest.mark.parametrize(
    "reported",
    [
        None,
        {},
        "10,50,20,60",
        [10, 50, 20],
        [10, 50, 20, "60"],
        [10, 50, 20, math.nan],
        [10, 50, math.inf, 60],
        [20, 50, 10, 60],
        [10, 60, 20, 50],
        [True, 0, 20, 60],
        [-1e300, 0, 1e300, 10],
    ],
)
def test_what_a_map_cannot_mean_is_nothing(reported: object) -> None:
    assert boxes.of_map(reported) is None


NUMBERS = st.floats(-1000, 1000) | st.integers(-1000, 1000)


@given(st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS))
def test_whatever_a_map_reports_can_be_asked_for(
    reported: tuple[float, float, float, float],
) -> None:
    box = boxes.of_map(reported)
    west, south, east, north = reported
    if box is None:
        assert west >= east or south >= north
    else:
        assert boxes.parse(boxes.written(box)) == box


@given(st.from_regex(re.compile(boxes.PATTERN, re.ASCII), fullmatch=True))
def test_a_box_survives_being_written(text: str) -> None:
    try:
        box = boxes.parse(text)
    except AtlasError:
        return  # numbers that make no box
    assert boxes.parse(boxes.written(box)) == box
