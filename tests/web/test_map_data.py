"""The map files of the browser: whole, small, on solid ground, and true to the worldview."""

import json
from typing import Any

import pytest
import shapely

from geo.atlas import FACING, FLANK, Atlas
from geo.basics import choices
from geo.borders import Worldview
from geo.web.documents.map_data import PER_DEGREE
from geo.web.documents.timeline import LETTERED
from tests.own_data import own_web_files

pytestmark = pytest.mark.slow

SIMFEROPOL = shapely.Point(34.1, 45.0)
NORTH_NICOSIA = shapely.Point(33.6, 35.32)
HARGEISA = shapely.Point(44.06, 9.56)
Files = dict[str, Any]


@pytest.fixture(scope="module")
def packed() -> dict[str, dict[str, bytes]]:
    return {worldview: own_web_files(worldview) for worldview in choices.WORLDVIEWS}


@pytest.fixture(scope="module")
def files(packed: dict[str, dict[str, bytes]]) -> dict[str, Files]:
    return {
        worldview: {role: json.loads(body) for role, body in roles.items()}
        for worldview, roles in packed.items()
    }


def areas(files: Files) -> list[dict[str, Any]]:
    return [*files["flank"]["areas"], *files["world"]["areas"]]


def owner_at(files: Files, point: shapely.Point) -> str | None:
    """The owner of the area under a point of land; None where it is no listed state's."""
    holders = [
        area["properties"]["owner"]
        for area in areas(files)
        if shapely.geometry.shape(area["geometry"]).contains(point)
    ]
    assert len(holders) == 1
    owner: str | None = holders[0]
    return owner


WORLDVIEWS = pytest.mark.parametrize("worldview", ["un", "de_facto"])


@WORLDVIEWS
def test_every_area_is_sent_exactly_once(
    files: dict[str, Files], atlas: Atlas, worldview: Worldview
) -> None:
    sent = [area["properties"]["id"] for area in areas(files[worldview])]
    assert sorted(sent) == sorted(area.area_id for area in atlas.borders(worldview).areas)


@WORLDVIEWS
def test_every_state_of_the_list_can_be_clicked(
    files: dict[str, Files], atlas: Atlas, worldview: Worldview
) -> None:
    owners = {area["properties"]["owner"] for area in areas(files[worldview])}
    assert set(atlas.record.states) <= owners
    assert owners <= {*atlas.record.states, None}


@WORLDVIEWS
def test_shapes_are_drawable_and_no_finer_than_a_screen_shows(
    files: dict[str, Files], worldview: Worldview
) -> None:
    for area in areas(files[worldview]):
        shape = shapely.geometry.shape(area["geometry"])
        assert not shape.is_empty, area["properties"]["id"]
        coordinates = shapely.get_coordinates(shape)
        assert (abs(coordinates[:, 0]) <= 180.001).all()
        assert (abs(coordinates[:, 1]) <= 90).all()
        steps = coordinates * PER_DEGREE
        assert (abs(steps - steps.round()) < 1e-6).all()


@pytest.mark.parametrize(
    ("worldview", "place", "owner"),
    [
        ("un", SIMFEROPOL, "UKR"),
        ("de_facto", SIMFEROPOL, "RUS"),
        ("un", NORTH_NICOSIA, "CYP"),
        ("de_facto", NORTH_NICOSIA, None),
        ("un", HARGEISA, "SOM"),
        ("de_facto", HARGEISA, None),
    ],
)
def test_disputed_land_has_the_owner_its_worldview_says(
    files: dict[str, Files], worldview: str, place: shapely.Point, owner: str | None
) -> None:
    assert owner_at(files[worldview], place) == owner


@pytest.mark.parametrize("name", ["Kosovo", "Taiwan", "Western Sahara"])
def test_land_of_no_listed_state_says_why(files: dict[str, Files], name: str) -> None:
    (area,) = [a for a in areas(files["un"]) if a["properties"]["name"] == name]
    assert area["properties"]["owner"] is None
    assert area["properties"]["note"]


def test_a_dependent_territory_takes_its_sovereigns_colour(files: dict[str, Files]) -> None:
    (greenland,) = [a for a in areas(files["un"]) if a["properties"]["name"] == "Greenland"]
    assert greenland["properties"]["owner"] == "DNK"
    assert greenland["properties"]["standing"] != "state"


@WORLDVIEWS
def test_every_flank_border_is_sent_with_its_leading_length(
    files: dict[str, Files], atlas: Atlas, worldview: Worldview
) -> None:
    sent = files[worldview]["flank"]["borders"]
    expected = {
        (b.iso_a3, b.neighbour_iso_a3, b.part): round(b.length_km)
        for b in atlas.on(atlas.verified_to, worldview).borders
        if b.flank
    }
    found = {
        (p["owner"], p["neighbour"], p["part"]): p["km"] for p in (b["properties"] for b in sent)
    }
    assert found == expected
    assert len(sent) == len(expected)
    for border in sent:
        assert border["properties"]["owner"] in FLANK
        assert border["properties"]["neighbour"] in FACING


def test_a_drawn_border_runs_along_both_of_its_countries(files: dict[str, Files]) -> None:
    shapes = {
        a["properties"]["id"]: shapely.geometry.shape(a["geometry"]) for a in areas(files["un"])
    }
    for border in files["un"]["flank"]["borders"]:
        line = shapely.geometry.shape(border["geometry"])
        assert line.length > 0
        for side in ("owner", "neighbour"):
            edge = shapes[border["properties"][side]].boundary
            assert line.hausdorff_distance(shapely.intersection(line, edge.buffer(0.002))) < 0.01


@WORLDVIEWS
def test_a_name_stands_inside_its_own_country(
    files: dict[str, Files], worldview: Worldview
) -> None:
    shapes = {
        a["properties"]["id"]: shapely.geometry.shape(a["geometry"])
        for a in files[worldview]["flank"]["areas"]
    }
    labels = files[worldview]["flank"]["labels"]
    assert [label["id"] for label in labels] == list(LETTERED)
    for label in labels:
        assert shapes[label["id"]].contains(shapely.Point(label["lon"], label["lat"]))


def test_what_a_reader_sees_first_is_small(packed: dict[str, dict[str, bytes]]) -> None:
    for roles in packed.values():
        assert len(roles["flank"]) < 800_000
        assert sum(map(len, roles.values())) < 4_000_000
