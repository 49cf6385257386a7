"""The borders the project ships, as a reader would check them against an atlas."""

from __future__ import annotations

import csv
from itertools import pairwise
from typing import get_args

import numpy as np
import pytest
import shapely

from geo import borders
from geo.basics.errors import BordersError
from geo.borders import BORDERS_DIR, Borders, Worldview, coverage
from tests.borders.frames import area_frame, neighbours, segment_frame, segments_of

WORLDVIEWS = get_args(Worldview)

# Computed geodesic km at 1:10m, measured independently when the project was designed.
EXPECTED_KM = {
    ("NOR", "RUS", ""): 165,
    ("FIN", "RUS", ""): 1226,
    ("EST", "RUS", ""): 284,
    ("LVA", "RUS", ""): 213,
    ("LTU", "RUS", "Kaliningrad"): 201,
    ("POL", "RUS", "Kaliningrad"): 206,
    ("BLR", "POL", ""): 340,
    ("BLR", "LTU", ""): 482,
    ("BLR", "LVA", ""): 136,
    ("BLR", "UKR", ""): 862,
}


@pytest.fixture(scope="module", params=WORLDVIEWS)
def view(request: pytest.FixtureRequest) -> Borders:
    return borders.load(request.param)


@pytest.fixture(scope="module")
def un() -> Borders:
    return borders.load("un")


@pytest.fixture(scope="module")
def de_facto() -> Borders:
    return borders.load("de_facto")


def km(view: Borders, a: str, b: str) -> float:
    return sum(segment.length_km for segment in view.between(a, b))


def at(view: Borders, lon: float, lat: float) -> str:
    frame = area_frame(view)
    return ";".join(frame[frame.contains(shapely.Point(lon, lat))].area_id)


@pytest.mark.parametrize("key", EXPECTED_KM, ids="-".join)
def test_length_is_that_of_the_line_at_one_to_ten_million(
    view: Borders, key: tuple[str, str, str]
) -> None:
    (segment,) = view.between(key[0], key[1])
    assert segment.part == key[2]
    assert segment.length_km == pytest.approx(EXPECTED_KM[key], rel=0.015)


def test_each_segment_stands_once_in_alphabetical_order(view: Borders) -> None:
    keys = [(s.iso_a3, s.neighbour_iso_a3, s.part) for s in view.segments]
    assert len(keys) == len(set(keys))
    assert all(a < b for a, b, _ in keys), "no country borders itself, none is told twice"
    assert all(s.length_km > 0 for s in view.segments)


def test_neighbours_are_mutual(view: Borders) -> None:
    codes = {code for s in view.segments for code in (s.iso_a3, s.neighbour_iso_a3)}
    for code in codes:
        for other in neighbours(view, code):
            assert code in neighbours(view, other)
            assert view.between(code, other) == view.between(other, code) != ()
        assert {s for other in neighbours(view, code) for s in view.between(code, other)} == set(
            segments_of(view, code)
        )


def test_segments_name_owners_or_land_without_one(view: Borders) -> None:
    known = {area.owner or area.area_id for area in view.areas}
    assert {c for s in view.segments for c in (s.iso_a3, s.neighbour_iso_a3)} <= known


def test_all_197_states_have_land(view: Borders) -> None:
    with (BORDERS_DIR.parent / "states.csv").open(encoding="utf-8", newline="") as handle:
        states = {row["iso_a3"]: row["iso_n3"] for row in csv.DictReader(handle)}
    frame = area_frame(view)
    own = frame[frame.area_id == frame.owner]
    assert set(own.area_id) == set(states)
    assert (shapely.area(np.array(own.geometry, dtype=object)) > 0).all()
    assert set(own.standing) == {"state"}
    assert set(frame.owner.dropna()) == set(states), "a territory's owner is a state of the list"
    with (BORDERS_DIR / "areas.csv").open(encoding="utf-8", newline="") as handle:
        numbers = {row["area_id"]: row["iso_n3"] for row in csv.DictReader(handle)}
    assert {code: numbers[code] for code in states} == states


def test_area_ids_are_unique(view: Borders) -> None:
    assert len({area.area_id for area in view.areas}) == len(view.areas)


def test_frames_tell_what_the_records_tell(view: Borders) -> None:
    areas, segments = area_frame(view), segment_frame(view)
    assert areas.crs.to_epsg() == segments.crs.to_epsg() == 4326
    assert list(areas.area_id) == [area.area_id for area in view.areas]
    assert list(segments.length_km) == [segment.length_km for segment in view.segments]
    assert view.area_shapes is view.area_shapes, "read once"


def test_areas_fit_together_without_overlap_or_gap(view: Borders) -> None:
    frame = area_frame(view)
    assert frame.geometry.is_valid.all()
    assert shapely.coverage_is_valid(np.array(frame.geometry, dtype=object))


def test_segments_run_exactly_along_the_areas(view: Borders) -> None:
    frame = area_frame(view)
    shared = coverage.shared_edges(np.array(frame.geometry, dtype=object))
    owner = np.array([area.owner or area.area_id for area in view.areas])
    between_owners = owner[shared.first] != owner[shared.second]
    ends = np.hstack([shared.start, shared.end])[between_owners]
    edges_of_areas = {tuple(edge) for edge in ends.tolist()}
    edges_of_segments = set()
    for line in shapely.get_parts(segment_frame(view).geometry):
        points = shapely.get_coordinates(line).tolist()
        edges_of_segments |= {(*min(a, b), *max(a, b)) for a, b in pairwise(points)}
    assert edges_of_segments == edges_of_areas


def test_coordinates_are_degrees_with_four_decimals(view: Borders) -> None:
    for frame in (area_frame(view), segment_frame(view)):
        xy = shapely.get_coordinates(np.array(frame.geometry, dtype=object))
        assert np.array_equal(xy, np.round(xy, 4))
        assert np.abs(xy[:, 0]).max() <= 180
        assert np.abs(xy[:, 1]).max() <= 90


def test_nothing_spans_the_globe_but_antarctica(view: Borders) -> None:
    # The source stitches polygons across the antimeridian: unparted, Fiji would cross Peru.
    parts = area_frame(view).explode()
    width = parts.bounds.maxx - parts.bounds.minx
    assert set(parts[width > 175].area_id) == {"ATA"}


def test_crimea_follows_the_worldview(un: Borders, de_facto: Borders) -> None:
    for lon, lat in ((34.1, 45.0), (33.55, 44.6)):  # Simferopol, Sevastopol
        assert at(un, lon, lat) == "UKR"
        assert at(de_facto, lon, lat) == "RUS"
    assert [s.part for s in un.between("UKR", "RUS")] == [""]
    assert [s.part for s in de_facto.between("UKR", "RUS")] == ["", "Crimea"]
    assert 100 < km(de_facto, "RUS", "UKR") - km(un, "RUS", "UKR") < 200
    ukraine = next(area for area in un.areas if area.area_id == "UKR")
    assert "68/262" in ukraine.note


def test_northern_cyprus_follows_the_worldview(un: Borders, de_facto: Borders) -> None:
    assert at(un, 33.6, 35.28) == "CYP"
    assert at(de_facto, 33.6, 35.28) == "XNC"
    assert neighbours(un, "CYP") == ("GBR",)
    assert neighbours(de_facto, "CYP") == ("GBR", "XNC")


def test_somaliland_follows_the_worldview(un: Borders, de_facto: Borders) -> None:
    assert at(un, 44.06, 9.56) == "SOM"  # Hargeysa
    assert at(de_facto, 44.06, 9.56) == "XSL"
    assert un.between("SOM", "DJI")
    assert not de_facto.between("SOM", "DJI")
    both = km(de_facto, "ETH", "SOM") + km(de_facto, "ETH", "XSL")
    assert km(un, "ETH", "SOM") == pytest.approx(both, abs=0.2)


def test_western_sahara_is_whole_for_the_united_nations(un: Borders, de_facto: Borders) -> None:
    assert at(un, -13.2, 27.1) == "ESH"  # Laayoune
    assert at(de_facto, -13.2, 27.1) == "MAR"
    assert at(un, -11.0, 28.2) == "MAR"


def test_kaliningrad_and_french_guiana_stand_apart(view: Borders) -> None:
    parts = {(s.iso_a3, s.neighbour_iso_a3): s.part for s in view.segments if s.part}
    assert [k for k, p in parts.items() if p == "Kaliningrad"] == [("LTU", "RUS"), ("POL", "RUS")]
    assert [k for k, p in parts.items() if p == "French Guiana"] == [("BRA", "FRA"), ("FRA", "SUR")]
    assert at(view, 20.5, 54.7) == "RUS"


@pytest.mark.parametrize(
    ("area_id", "owner", "standing"),
    [
        ("GRL", "DNK", "territory"),
        ("PRI", "USA", "territory"),
        ("HKG", "CHN", "territory"),
        ("ALA", "FIN", "territory"),
        ("XGB", "CUB", "territory"),
        ("XBK", "KAZ", "territory"),
        ("NIU", "NIU", "state"),
        ("COK", "COK", "state"),
        ("VAT", "VAT", "state"),
        ("PSE", "PSE", "state"),
        ("XKX", None, "not_in_list"),
        ("TWN", None, "not_in_list"),
        ("ESH", None, "not_in_list"),
        ("ATA", None, "not_in_list"),
        ("XSP", None, "disputed"),
    ],
)
def test_whose_an_area_is(view: Borders, area_id: str, owner: str | None, standing: str) -> None:
    (area,) = (area for area in view.areas if area.area_id == area_id)
    assert (area.owner, area.standing) == (owner, standing)
    assert area.note or standing == "state", "whoever is not simply a state says what it is"


def test_unknown_worldview_is_refused() -> None:
    with pytest.raises(BordersError, match=r"un.*de_facto"):
        borders.load("martian")  # type: ignore[arg-type]
