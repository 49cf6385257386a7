"""The borders the project ships, as a reader would check them against an atlas."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import get_args

import numpy as np
import pytest
import shapely

from geo import borders
from geo.basics.errors import AtlasError, BordersError
from geo.borders import BORDERS_DIR, Borders, Worldview, coverage, integrity
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


def test_shipped_files_are_those_provenance_describes() -> None:
    text = (BORDERS_DIR / "PROVENANCE.md").read_text("utf-8")
    told = dict(re.findall(r"^- (\S+) sha256 ([0-9a-f]{64})$", text, re.MULTILINE))
    assert set(told) == {"countries.geojson", "segments.geojson"}
    for name, hexes in told.items():
        assert sha256((BORDERS_DIR / name).read_bytes()).hexdigest() == hexes
    assert "public domain" in text


def test_shipped_files_stay_small() -> None:
    assert sum(path.stat().st_size for path in BORDERS_DIR.iterdir()) < 6_000_000


def test_loading_needs_no_geometry_stack() -> None:
    code = (
        "import sys; from geo import borders; borders.load();"
        "print(sorted({'geopandas', 'shapely', 'pandas', 'numpy'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    for name in ("countries.geojson", "segments.geojson"):
        (tmp_path / name).write_bytes((BORDERS_DIR / name).read_bytes())
    return tmp_path


def test_checksum_follows_the_content(shipped: Path) -> None:
    before = borders.geometry_checksum(shipped)
    assert before == borders.geometry_checksum(BORDERS_DIR)
    assert re.fullmatch(r"[0-9a-f]{16}", before)
    (shipped / "segments.geojson").write_text("{}")
    assert borders.geometry_checksum(shipped) != before


@pytest.mark.parametrize("name", ["countries.geojson", "segments.geojson"])
@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(None, id="missing"),
        pytest.param(b"\xff\xfe", id="not text"),
        pytest.param(b'{"type":"FeatureCollection","features":[', id="cut short"),
        pytest.param(b"[]", id="no collection"),
        pytest.param(b'{"features":[]}', id="empty"),
        pytest.param(b'{"features":[{"properties":null}]}', id="no properties"),
        pytest.param(b'{"features":[{"properties":{"worldview":"all"}}]}', id="no columns"),
        pytest.param(b"[" * 100_000, id="too deep"),
    ],
)
def test_damaged_file_is_named_with_the_remedy(
    shipped: Path, name: str, damage: bytes | None
) -> None:
    (shipped / name).unlink() if damage is None else (shipped / name).write_bytes(damage)
    with pytest.raises(BordersError, match=re.escape(name)) as caught:
        borders.load("un", shipped)
    assert "python -m geo build --source" in str(caught.value)
    assert isinstance(caught.value, AtlasError)


def test_a_file_that_nothing_can_be_held_against_is_told(shipped: Path) -> None:
    for name in ("areas.csv", "names.csv", "other_names.csv", "PROVENANCE.md"):
        shutil.copy(BORDERS_DIR / name, shipped)
    assert list(integrity.faults(shipped)) == []
    path = shipped / "PROVENANCE.md"
    whole = path.read_text("utf-8")
    path.write_bytes(whole.replace("\n", "\r\n").encode())
    assert list(integrity.faults(shipped)) == []
    path.write_text(whole.replace("- segments.geojson sha256", "- segments.geojson"), "utf-8")
    (told,) = integrity.faults(shipped)
    assert told.file == "PROVENANCE.md"
    assert "no checksum of segments.geojson" in told.words


def test_damaged_geometry_is_named_with_the_remedy(shipped: Path) -> None:
    path = shipped / "countries.geojson"
    content = json.loads(path.read_bytes())
    for feature in content["features"]:
        feature["geometry"] = {"type": "Polygon", "coordinates": [[[0, 0], [1, "x"]]]}
    path.write_text(json.dumps(content), "utf-8")
    with pytest.raises(BordersError, match=r"countries\.geojson.*python -m geo build"):
        area_frame(borders.load("un", shipped))


def test_unknown_worldview_is_refused() -> None:
    with pytest.raises(BordersError, match=r"un.*de_facto"):
        borders.load("martian")  # type: ignore[arg-type]
