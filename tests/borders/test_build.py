"""The build, on a small invented world that has every peculiarity of the real one.

Westland and Eastland share the line lon 10. Eastland's Exclave lies on Westland's northern side;
the Claim, a piece of Eastland, is Westland's in the "un" view; the Strip is cut from Eastland;
Speck is a state the source has lost; Ferry crosses the antimeridian.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Polygon, box

from geo import borders
from geo.basics.errors import BordersError, SourceError
from geo.borders import area_table, coverage
from geo.borders.build.build import BuildReport, build

pytestmark = pytest.mark.slow

SHIPPED = ("countries.geojson", "segments.geojson", "PROVENANCE.md")

WEST = box(0, 0, 10, 10)
EAST = MultiPolygon([box(10, 0, 20, 10), box(2, 10, 4, 12), box(10, 20, 12, 22)])
CLAIM_HOST = box(8, 20, 10, 22)  # an island of Westland that touches the Claim
FERRY = MultiPolygon([box(178, 50, 180, 52), box(-180, 50, -179, 52)])
WORLD: dict[str, tuple[str, Any]] = {
    "Westland": ("901", MultiPolygon([WEST, CLAIM_HOST])),
    "Eastland": ("902", EAST),
    "Ferry": ("903", FERRY),
}
ROWS = [
    "WES,901,Westland,feature,,,,Westland,WES,state,,,invented",
    "EAS,902,Eastland;East,feature,,,,Eastland,EAS,state,,,invented",
    "FER,903,Ferry,feature,,,,Ferry,FER,state,,,invented",
    "SPE,904,Speck,stand_in,4 4 4.5 4.5,,,Speck,SPE,state,,Drawn as a square.,invented",
    "XEX,,Eastland,polygons,1 9 5 13,EAS,EAS,Exclave,,state,Exclave,,invented",
    "XCL,,Eastland,polygons,9 19 13 23,WES,EAS,Claim,,disputed,Claim,Claimed by both.,invented",
    "XST,,Eastland,cut,5 -5 25 2,XST,EAS,Strip,,not_in_list,,Nobody's.,invented",
    "XXX,,Atlantis,feature,,,,Atlantis,,disputed,,In no source.,invented",
]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "areas.csv"
    path.write_text("\n".join([",".join(area_table.COLUMNS), *ROWS, ""]), "utf-8")
    return path


def world_frame() -> geopandas.GeoDataFrame:
    # Official columns; -99 is what Natural Earth writes where it sees no code.
    return geopandas.GeoDataFrame(
        {
            "ADMIN": list(WORLD),
            "NAME": ["W. Land", "East", "Ferry"],
            "ISO_A3": ["-99", "EAS", "-99"],
            "ISO_N3": [number for number, _ in WORLD.values()],
        },
        geometry=[shape for _, shape in WORLD.values()],
        crs="EPSG:4326",
    )


def topology(world: dict[str, tuple[str, Any]]) -> dict[str, Any]:
    """A quantised TopoJSON as world-atlas writes it, each ring an arc, the seam stitched away."""
    scale = 0.5
    arcs: list[Any] = []
    members: list[dict[str, Any]] = []
    for name, (number, shape) in world.items():
        polygons = []
        for polygon in shapely.get_parts(shape):
            if name == "Ferry" and polygon.bounds[0] < 0:
                continue
            ring = np.array(polygon.exterior.coords)
            if name == "Ferry":
                ring = np.array([[178, 50], [-179, 50], [-179, 52], [178, 52], [178, 50]])
            steps = np.round(np.add(ring, (180, 90)) / scale).astype(int)
            arcs.append([steps[0].tolist(), *np.diff(steps, axis=0).tolist()])
            polygons.append([[len(arcs) - 1]])
        members.append(
            {"type": "MultiPolygon", "id": number, "properties": {"name": name}, "arcs": polygons}
        )
    # Speck, swallowed by the grid: there and back.
    arcs.append([[368, 188], [1, 0], [-1, 0]])
    members.append(
        {"type": "Polygon", "id": "904", "properties": {"name": "Speck"}, "arcs": [[len(arcs) - 1]]}
    )
    return {
        "type": "Topology",
        "transform": {"scale": [scale, scale], "translate": [-180, -90]},
        "objects": {"countries": {"type": "GeometryCollection", "geometries": members}},
        "arcs": arcs,
    }


def write_topojson(directory: Path) -> Path:
    path = directory / "countries-10m.json"
    path.write_text(json.dumps(topology(WORLD)), "utf-8")
    return path


def write_geopackage(directory: Path) -> Path:
    path = directory / "natural_earth_vector.gpkg"
    lakes = geopandas.GeoDataFrame({"x": [1]}, geometry=[box(0, 0, 1, 1)], crs="EPSG:4326")
    lakes.to_file(path, layer="ne_10m_lakes")
    world_frame().iloc[:1].to_file(path, layer="ne_110m_admin_0_countries")
    world_frame().to_file(path, layer="ne_10m_admin_0_countries")
    return path


def write_shapefile(directory: Path) -> Path:
    path = directory / "ne_10m_admin_0_countries.shp"
    world_frame().to_file(path)
    return path


def write_zip(directory: Path) -> Path:
    inner = directory / "inner"
    inner.mkdir()
    write_shapefile(inner)
    path = directory / "ne_10m_admin_0_countries.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for part in sorted(inner.iterdir()):
            archive.write(part, part.name)
        archive.writestr("ne_10m_admin_0_countries.VERSION.txt", "5.1.2\n")
    return path


def write_geojson(directory: Path) -> Path:
    path = directory / "countries.geojson"
    world_frame().to_file(path)
    return path


WRITERS = [write_topojson, write_geopackage, write_shapefile, write_zip, write_geojson]


@pytest.fixture
def built(tmp_path: Path, table: Path) -> tuple[BuildReport, Path]:
    return build(write_topojson(tmp_path), tmp_path / "out", table), tmp_path / "out"


@pytest.mark.parametrize("write", WRITERS)
def test_every_format_gives_the_same_borders(
    tmp_path: Path, table: Path, built: tuple[BuildReport, Path], write: Callable[[Path], Path]
) -> None:
    (tmp_path / "other").mkdir()
    source = write(tmp_path / "other")
    report = build(source, tmp_path / "again", table)
    assert report.sha256 == hashlib.sha256(source.read_bytes()).hexdigest()
    for name in SHIPPED[:2]:
        assert (tmp_path / "again" / name).read_bytes() == (built[1] / name).read_bytes()


def test_two_builds_give_the_same_bytes(tmp_path: Path, table: Path) -> None:
    source = write_topojson(tmp_path)
    for out in ("one", "two"):
        build(source, tmp_path / out, table)
    for name in SHIPPED:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_report_counts_what_was_written(built: tuple[BuildReport, Path]) -> None:
    report, out = built
    assert report.features == 4
    assert report.states == 4
    assert report.files == {name: (out / name).stat().st_size for name in SHIPPED}
    for view in ("un", "de_facto"):
        assert report.segments[view] == len(borders.load(view, out).segments)


def test_provenance_names_release_source_and_checksums(tmp_path: Path, table: Path) -> None:
    source = write_zip(tmp_path)
    report = build(source, tmp_path / "out", table)
    text = (tmp_path / "out" / "PROVENANCE.md").read_text("utf-8")
    assert report.version == "Natural Earth 5.1.2"
    for told in (report.version, report.sha256, source.name, "public domain", "Speck"):
        assert told in text
    for name in SHIPPED[:2]:
        assert hashlib.sha256((tmp_path / "out" / name).read_bytes()).hexdigest() in text
    assert str(tmp_path) not in text


def test_worldviews_differ_where_the_table_says(built: tuple[BuildReport, Path]) -> None:
    un, de_facto = (borders.load(view, built[1]) for view in ("un", "de_facto"))

    def told(view: borders.Borders) -> set[tuple[str, str, str]]:
        return {(s.iso_a3, s.neighbour_iso_a3, s.part) for s in view.segments}

    both = {("EAS", "WES", ""), ("EAS", "WES", "Exclave"), ("SPE", "WES", "")}
    assert told(un) == both | {("EAS", "XST", ""), ("WES", "XST", "")}
    assert told(de_facto) == both | {("EAS", "WES", "Claim")}
    assert {a.area_id: a.owner for a in un.areas}["XST"] is None
    assert "XST" not in {a.area_id for a in de_facto.areas}
    notes = {a.area_id: a.note for a in un.areas}
    assert notes["WES"] == "Claimed by both."
    assert notes["EAS"] == ""


def test_lengths_are_geodesic_kilometres_on_wgs84(built: tuple[BuildReport, Path]) -> None:
    de_facto = borders.load("de_facto", built[1])
    lengths = {s.part: s.length_km for s in de_facto.between("EAS", "WES")}
    assert lengths[""] == pytest.approx(1105.9, abs=0.1)  # 10 degrees of meridian from the equator
    assert lengths["Exclave"] == pytest.approx(219.3, abs=0.1)  # 2 degrees of the tenth parallel


def test_antimeridian_is_no_border_and_spans_no_world(built: tuple[BuildReport, Path]) -> None:
    view = borders.load("un", built[1])
    assert view.of("FER") == ()
    frame = view.area_frame()
    (ferry,) = frame[frame.area_id == "FER"].geometry
    assert ferry.equals(FERRY)


def test_overlap_goes_to_the_smaller_and_broken_rings_are_healed(
    tmp_path: Path, table: Path
) -> None:
    frame = world_frame()
    bow_tie = Polygon([(9, 0), (20, 10), (20, 0), (10, 10), (9, 0)])
    frame.loc[1, "geometry"] = MultiPolygon([bow_tie, *list(EAST.geoms)[1:]])
    source = tmp_path / "broken.gpkg"
    frame.to_file(source)
    build(source, tmp_path / "out", table)
    for worldview in ("un", "de_facto"):
        shapes = borders.load(worldview, tmp_path / "out").area_frame().geometry
        assert shapes.is_valid.all()
        assert shapely.coverage_is_valid(np.array(shapes, dtype=object))


# --- what the build refuses ----------------------------------------------------------------------


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


# --- coverages of any shape ----------------------------------------------------------------------


@given(
    owners=st.lists(st.integers(0, 3), min_size=9, max_size=25),
    tolerance=st.floats(0.01, 3.0),
)
def test_shared_lines_stay_shared_when_simplified(owners: list[int], tolerance: float) -> None:
    side = 5
    cells = [box(i % side, i // side, i % side + 1, i // side + 1) for i in range(len(owners))]
    areas = np.array(
        [
            coverage.dissolve([c for c, o in zip(cells, owners, strict=True) if o == owner])
            for owner in sorted(set(owners))
        ],
        dtype=object,
    )
    boundaries = [
        1
        for i, owner in enumerate(owners)
        for j in ([i + 1] if i % side < side - 1 else []) + [i + side]
        if j < len(owners) and owners[j] != owner
    ]
    shared = coverage.shared_edges(areas)
    assert np.hypot(*(shared.end - shared.start).T).sum() == pytest.approx(len(boundaries))
    assert (shared.first < shared.second).all()

    simpler = coverage.simplify(areas, tolerance)
    assert shapely.coverage_is_valid(simpler)
    before = set(map(tuple, shapely.get_coordinates(areas).tolist()))
    assert set(map(tuple, shapely.get_coordinates(simpler).tolist())) <= before
