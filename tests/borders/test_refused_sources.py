"""What the build of the borders refuses, each in a sentence."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import geopandas
import pytest
import shapely
from shapely.geometry import MultiPolygon, box

from geo import borders
from geo.basics.errors import BordersError, SourceError
from geo.borders import area_table
from geo.borders.build.build import build
from tests.borders.worlds import EAST, WORLD, topology, world_frame

pytestmark = pytest.mark.slow


def refuse(source: Path, table: Path, out: Path) -> str:
    with pytest.raises(SourceError) as caught:
        build(source, out, table)
    assert not out.exists(), "a refused source leaves nothing behind"
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("gone.json", None, "no such file"),
        ("countries.xlsx", b"PK", "expected one of .json"),
        ("countries.json", b"\xff\xfe\x00", "not JSON"),
        ("countries.json", b"{", "not JSON"),
        ("countries.json", b"[]", "expected a TopoJSON"),
        ("countries.json", b'{"type":"Topology"}', "object 'countries'"),
        ("countries.json", b'{"type":"FeatureCollection","features":[]}', "NAME and ISO_N3"),
        ("countries.gpkg", b"SQLite format 3\0", "cannot be read"),
        ("countries.zip", b"PK\3\4", "cannot be read"),
        ("countries.shp", b"", "cannot be read"),
    ],
)
def test_file_that_is_no_source_is_refused_in_a_sentence(
    tmp_path: Path, table: Path, name: str, content: bytes | None, expected: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    message = refuse(tmp_path / name, table, tmp_path / "out")
    assert name in message
    assert expected in message


@pytest.mark.parametrize(
    "name",
    [
        "ne_50m_admin_0_countries.shp",
        "ne_110m_admin_0_countries.geojson",
        "NE_50M_ADMIN_0_COUNTRIES.geojson",
        "countries-50m.json",
        "natural_earth_vector.gpkg",
    ],
)
def test_another_scale_is_refused_by_its_name(tmp_path: Path, table: Path, name: str) -> None:
    source = tmp_path / name
    if name.endswith("50m.json"):
        source.write_text(json.dumps(topology(WORLD)), "utf-8")
    elif name.endswith(".gpkg"):
        world_frame().to_file(source, layer="ne_50m_admin_0_countries")
    else:
        world_frame().to_file(source)
    message = refuse(source, table, tmp_path / "out")
    assert re.search("is drawn at 1:(50|110)m by its name; expected .* at 1:10m", message)


def test_another_scale_is_refused_by_its_vertices(tmp_path: Path, table: Path) -> None:
    islands = {
        f"Isle {n}": (str(n), shapely.Point(n % 60, n // 60).buffer(0.2, quad_segs=99))
        for n in range(240)
    }
    source = tmp_path / "ne_10m_admin_0_countries.shp"  # a name is soon changed
    geopandas.GeoDataFrame(
        {"NAME": list(islands), "ISO_N3": [number for number, _ in islands.values()]},
        geometry=[shape for _, shape in islands.values()],
        crs="EPSG:4326",
    ).to_file(source)
    message = refuse(source, table, tmp_path / "out")
    assert "95,280 vertices for 240 countries are too few for 1:10m" in message


def test_torn_arc_is_refused(tmp_path: Path, table: Path) -> None:
    torn = topology(WORLD)
    torn["objects"]["countries"]["geometries"][0]["arcs"] = [[[999]]]
    (tmp_path / "torn.json").write_text(json.dumps(torn), "utf-8")
    assert "IndexError" in refuse(tmp_path / "torn.json", table, tmp_path / "out")


def test_stranger_is_named(tmp_path: Path, table: Path) -> None:
    world = WORLD | {"Utopia": ("999", box(50, 50, 60, 60))}
    (tmp_path / "utopia.json").write_text(json.dumps(topology(world)), "utf-8")
    assert "Utopia (999)" in refuse(tmp_path / "utopia.json", table, tmp_path / "out")


def test_missing_state_is_named(tmp_path: Path, table: Path) -> None:
    world = {name: entry for name, entry in WORLD.items() if name != "Ferry"}
    (tmp_path / "coarse.json").write_text(json.dumps(topology(world)), "utf-8")
    assert "Ferry" in refuse(tmp_path / "coarse.json", table, tmp_path / "out")


def test_source_that_does_not_part_the_claim_is_refused(tmp_path: Path, table: Path) -> None:
    world = WORLD | {"Eastland": ("902", MultiPolygon(list(EAST.geoms)[:2]))}
    (tmp_path / "pov.json").write_text(json.dumps(topology(world)), "utf-8")
    assert "Claim" in refuse(tmp_path / "pov.json", table, tmp_path / "out")


def test_projected_coordinates_are_refused(tmp_path: Path, table: Path) -> None:
    path = tmp_path / "projected.gpkg"
    world_frame().iloc[:2].to_crs("EPSG:3857").to_file(path)
    assert "WGS 84" in refuse(path, table, tmp_path / "out")


def test_wrong_layers_are_listed(tmp_path: Path, table: Path) -> None:
    path = tmp_path / "layers.gpkg"
    for layer in ("lakes", "rivers"):
        world_frame().to_file(path, layer=layer)
    assert "found lakes, rivers" in refuse(path, table, tmp_path / "out")


def test_faults_of_the_table_are_told_all_at_once(tmp_path: Path) -> None:
    path = tmp_path / "areas.csv"
    rows = [
        "WES,91,Westland,feature,,,,Westland,WES,state,,,",
        "WES,902,Eastland,whole,,,,Eastland,EAS,kingdom,,,",
        "XEX,,Eastland,polygons,1 9 0 13,NIX,,Exclave,,state,,,",
        "XYZ,,Eastland",
        "XZY" + 13 * ",",
    ]
    path.write_text("\n".join([",".join(area_table.COLUMNS), *rows]), "utf-8")
    with pytest.raises(BordersError) as caught:
        area_table.read(path)
    faults = str(caught.value)
    for place in (
        "areas.csv:2, column iso_n3: found '91'; expected three digits or nothing.",
        "areas.csv:3, column area_id: found 'WES'; expected an id that no row above has.",
        "areas.csv:3, column standing: found 'kingdom'; expected one of state, territory,",
        "areas.csv:3, column how: found 'whole'; expected one of feature, polygons,",
        "areas.csv:4, column drawn_with_un: found 'NIX'; expected an area_id of this table.",
        "areas.csv:4, column extent: found '1 9 0 13'; expected 'lon_min lat_min lon_max lat_max'.",
        "areas.csv:5: found '3 cells'; expected 13 cells.",
        "areas.csv:6: found '14 cells'; expected 13 cells.",
    ):
        assert place in faults


@pytest.mark.parametrize("content", [None, b"", b"\xff", b"area_id,name\nWES,Westland\n"])
def test_table_that_is_none_is_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "areas.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BordersError, match=r"areas\.csv"):
        area_table.read(path)


def test_committed_table_gives_every_row_a_basis() -> None:
    with (borders.BORDERS_DIR / "areas.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert len(area_table.read(borders.BORDERS_DIR / "areas.csv")) == len(rows)
    assert [row["area_id"] for row in rows if not row["basis"]] == []
    numbers = [row["iso_n3"] for row in rows if row["iso_n3"]]
    assert len(numbers) == len(set(numbers))
