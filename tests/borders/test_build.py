"""The build, on a small invented world that has every peculiarity of the real one.

Westland and Eastland share the line lon 10. Eastland's Exclave lies on Westland's northern side;
the Claim, a piece of Eastland, is Westland's in the "un" view; the Strip is cut from Eastland;
Speck is a state the source has lost; Ferry crosses the antimeridian.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Polygon, box

from geo import borders
from geo.borders import coverage
from geo.borders.build.build import BuildReport, build
from tests.borders.frames import area_frame, segments_of
from tests.borders.worlds import (
    EAST,
    FERRY,
    SHIPPED,
    world_frame,
    write_geojson,
    write_geopackage,
    write_shapefile,
    write_topojson,
    write_zip,
)

pytestmark = pytest.mark.slow

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
    assert report.facts.sha256 == hashlib.sha256(source.read_bytes()).hexdigest()
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
    assert report.facts.features == 4
    assert report.facts.states == 4
    assert report.files == {name: (out / name).stat().st_size for name in SHIPPED}
    for view in ("un", "de_facto"):
        assert report.facts.segments[view] == len(borders.load(view, out).segments)


def test_provenance_names_release_source_and_checksums(tmp_path: Path, table: Path) -> None:
    source = write_zip(tmp_path)
    report = build(source, tmp_path / "out", table)
    text = (tmp_path / "out" / "PROVENANCE.md").read_text("utf-8")
    assert report.facts.version == "Natural Earth 5.1.2"
    for told in (report.facts.version, report.facts.sha256, source.name, "public domain", "Speck"):
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
    assert segments_of(view, "FER") == ()
    frame = area_frame(view)
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
        shapes = area_frame(borders.load(worldview, tmp_path / "out")).geometry
        assert shapes.is_valid.all()
        assert shapely.coverage_is_valid(np.array(shapes, dtype=object))


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
