"""What a reader takes home: whole, dated, sourced, and readable by the tools of its field."""

from __future__ import annotations

import csv
import io
import json
import re
import warnings
import zipfile
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import geopandas
import pyarrow.parquet as pq
import pytest
import shapely
import yaml  # type: ignore[import-untyped]

from geo import records
from geo.answers.data import credits
from geo.answers.files import catalogue
from geo.answers.files.archive import record_zip
from geo.answers.files.catalogue import EXPORTS, Export
from geo.answers.files.days import DAYS
from geo.answers.files.map_columns import LONGEST_NAME, SHORT_NAMES
from geo.atlas import Atlas, View
from geo.basics.choices import FIRST_DAY, Exported
from geo.basics.errors import AtlasError
from geo.borders import Worldview

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("one_atlas")]

DAY = date(2026, 2, 20)
PARTIES_THAT_DAY = 161
UNKNOWN = date(2026, 11, 26)
"""A day on which a status and its dates are not known."""


@pytest.fixture(scope="module")
def view(atlas: Atlas) -> View:
    return atlas.on(DAY)


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def collection(atlas: Atlas, view: View, what: Exported) -> dict[str, Any]:
    return _collection(atlas, view.day, view.worldview, what)


@cache
def _collection(atlas: Atlas, day: date, worldview: Worldview, what: Exported) -> dict[str, Any]:
    content = catalogue.export(atlas, atlas.on(day, worldview), what, "geojson").content
    found: dict[str, Any] = json.loads(content)
    return found


def named(export: Export) -> str:
    return f"{export.what}.{export.format}"


@pytest.mark.parametrize("export", EXPORTS, ids=named)
def test_the_same_day_gives_the_same_bytes_under_a_fixed_name(
    atlas: Atlas, view: View, export: Export
) -> None:
    made = export.file(atlas, view)
    assert made == export.file(atlas, view)
    day = DAY if export.dated else atlas.verified_to
    assert made.name == f"ottawa-atlas-{export.what}-{day}.{export.format}"
    assert made.content


def test_the_other_worldview_is_in_the_name(atlas: Atlas) -> None:
    made = catalogue.export(atlas, atlas.on(DAY, "de_facto"), "borders", "csv")
    assert made.name == "ottawa-atlas-borders-2026-02-20-de-facto.csv"


def test_a_spreadsheet_counts_the_states_that_are_bound(atlas: Atlas, view: View) -> None:
    found = table(catalogue.export(atlas, view, "countries", "csv").content)
    assert sum(row["bound"] == "true" for row in found) == PARTIES_THAT_DAY
    assert len({row["iso_a3"] for row in found}) == len(found) == len(atlas.record.states)


@pytest.mark.parametrize("what", ["countries", "borders"])
def test_every_row_of_a_spreadsheet_carries_day_version_and_licence(
    atlas: Atlas, view: View, what: Exported
) -> None:
    rows = table(catalogue.export(atlas, view, what, "csv").content)
    assert rows
    for row in rows:
        assert row["date"] == "2026-02-20"
        assert row["verified_to"] == atlas.verified_to.isoformat()
        assert row["worldview"] == "un"
        assert row["data_version"] == credits.data_version(atlas)
        assert row["licence"].startswith("CC BY 4.0 https://")
        urls = [atlas.record.sources[i].url for i in row["source_ids"].split(";") if i]
        assert row["source_urls"] == " ".join(urls)


@pytest.mark.parametrize("what", ["countries", "borders"])
def test_every_row_of_a_spreadsheet_names_a_source(
    atlas: Atlas, view: View, what: Exported
) -> None:
    rows = table(catalogue.export(atlas, view, what, "csv").content)
    assert rows
    for row in rows:
        measured = row.get("computed_source", "")
        assert row["source_ids"] or "https://www.naturalearthdata.com/" in measured, row
        assert bool(measured) == (what == "borders")
        if row.get("leading_km") or row.get("published_min_km"):
            assert row["source_ids"]


def test_the_archive_describes_every_column_it_holds(atlas: Atlas) -> None:
    with zipfile.ZipFile(io.BytesIO(record_zip(atlas))) as archive:
        about = json.loads(archive.read("datapackage.json"))
        for resource in about["resources"]:
            fields = resource["schema"]["fields"]
            assert all(field["description"] for field in fields)
            header = archive.read(resource["path"]).decode().partition("\n")[0].strip()
            assert header.split(",") == [field["name"] for field in fields]


def test_no_cell_of_a_spreadsheet_is_a_formula(atlas: Atlas, view: View) -> None:
    hostile = '=HYPERLINK("http://example.org")'
    states = {i: replace(state, name=hostile) for i, state in view.states.items()}
    made = catalogue.export(atlas, replace(view, states=states), "countries", "csv")
    assert all(row["name"].startswith("'=") for row in table(made.content))


@pytest.mark.parametrize("what", ["countries", "borders"])
def test_json_writes_every_source_out_once(atlas: Atlas, view: View, what: Exported) -> None:
    found = json.loads(catalogue.export(atlas, view, what, "json").content)
    rows = [*found[what], *found.get("sums", {}).get("missing", ())]
    cited = [source_id for row in rows for source_id in row["source_ids"]]
    assert [source["source_id"] for source in found["sources"]] == list(
        dict.fromkeys([*cited, *found["held"]["source_ids"]])
    )
    assert found["licence"]["name"] == "CC BY 4.0"
    assert "kilometres" in found["units"]


def test_the_lengths_are_those_of_the_day(atlas: Atlas, view: View) -> None:
    found = json.loads(catalogue.export(atlas, view, "borders", "json").content)
    covered = [row for row in found["borders"] if row["covered"]]
    assert sum(row["leading_km"] for row in covered) == pytest.approx(view.flank.covered_km)
    assert {row["iso_a3"] for row in covered} == set(view.flank.covered_by)


@pytest.mark.parametrize("what", ["countries", "borders"])
def test_geojson_keeps_to_rfc_7946(atlas: Atlas, view: View, what: Exported) -> None:
    found = collection(atlas, view, what)
    assert found["type"] == "FeatureCollection"
    assert "crs" not in found
    assert found["date"] == "2026-02-20"
    assert found["sources"]
    for feature in found["features"]:
        shape = shapely.geometry.shape(feature["geometry"])
        west, south, east, north = shape.bounds
        assert -180 <= west <= east <= 180
        assert -90 <= south <= north <= 90
        for part in shapely.get_parts(shape):
            if isinstance(part, shapely.Polygon):
                assert part.exterior.is_ccw, feature["properties"]["area_id"]
                assert not any(ring.is_ccw for ring in part.interiors)


@pytest.mark.parametrize("what", ["countries", "borders"])
def test_geojson_is_taken_by_formats_that_know_no_list_and_no_long_name(
    atlas: Atlas, tmp_path: Path, what: Exported
) -> None:
    content = catalogue.export(atlas, atlas.on(UNKNOWN), what, "geojson").content
    features = json.loads(content)["features"]
    ids = [feature["id"] for feature in features]
    assert len(set(ids)) == len(ids)
    assert ("POL" if what == "countries" else "POL-RUS-Kaliningrad") in ids
    for feature in features:
        assert not [v for v in feature["properties"].values() if isinstance(v, list | dict)]
    frame = geopandas.read_file(io.BytesIO(content))
    columns = ["id", *features[0]["properties"], "geometry"]
    assert list(frame.columns) == columns
    for name in ("areas.fgb", "areas.gpkg", "areas.shp"):
        with warnings.catch_warnings(action="ignore"):  # a Shapefile has no date with a time
            frame.to_file(tmp_path / name)
        kept = geopandas.read_file(tmp_path / name)
        assert list(kept.columns) == columns, name
        told = dict(zip(kept["id"], kept["source_ids"].fillna(""), strict=True))
        assert told == {f["id"]: f["properties"]["source_ids"] for f in features}


def test_geojson_names_features_and_columns_alike_on_every_day(atlas: Atlas) -> None:
    first, last = (
        {f["id"]: list(f["properties"]) for f in found["features"]}
        for found in (collection(atlas, atlas.on(day), "borders") for day in (FIRST_DAY, UNKNOWN))
    )
    assert first == last


def test_the_document_tells_the_short_names(root: Path) -> None:
    told = re.findall(r"^\| `(\w+)` \| `(\w+)` \|$", (root / "docs/api.md").read_text(), re.M)
    assert dict(told) == SHORT_NAMES
    assert max(map(len, SHORT_NAMES.values())) <= LONGEST_NAME


def test_longitude_comes_first(atlas: Atlas, view: View) -> None:
    found = collection(atlas, view, "countries")
    (poland,) = (f for f in found["features"] if f["properties"]["area_id"] == "POL")
    assert shapely.geometry.shape(poland["geometry"]).contains(shapely.Point(21.0, 52.2))


def test_a_map_colours_a_territory_like_its_state_and_tells_it_apart(
    atlas: Atlas, view: View
) -> None:
    areas = [feature["properties"] for feature in collection(atlas, view, "countries")["features"]]
    states = [area for area in areas if area["standing"] == "state"]
    assert sum(area["bound"] for area in states) == PARTIES_THAT_DAY
    greenland = next(area for area in areas if area["area_id"] == "GRL")
    assert (greenland["standing"], greenland["iso_a3"]) == ("territory", "DNK")
    assert greenland["status"] == "party"
    kosovo = next(area for area in areas if area["area_id"] == "XKX")
    assert (kosovo["standing"], kosovo["status"]) == ("not_in_list", None)


@pytest.mark.parametrize(("worldview", "owner"), [("un", "Ukraine"), ("de_facto", "Russia")])
def test_crimea_is_where_the_worldview_draws_it(
    atlas: Atlas, worldview: Worldview, owner: str
) -> None:
    found = collection(atlas, atlas.on(DAY, worldview), "countries")
    simferopol = shapely.Point(34.1, 45.0)
    holds = [
        feature["properties"]["name"]
        for feature in found["features"]
        if shapely.geometry.shape(feature["geometry"]).contains(simferopol)
    ]
    assert [owner in str(name) for name in holds] == [True]
    assert found["worldview"] == worldview


@pytest.mark.parametrize("day", [DAY, date(1997, 1, 1)], ids=str)
@pytest.mark.parametrize("what", ["countries", "borders"])
def test_geopandas_reads_geoparquet_with_types_that_never_change(
    atlas: Atlas, day: date, what: Exported
) -> None:
    content = catalogue.export(atlas, atlas.on(day), what, "parquet").content
    frame = geopandas.read_parquet(io.BytesIO(content))
    assert frame.crs == "EPSG:4326"
    assert frame.geometry.is_valid.all()
    assert len(frame) == len(collection(atlas, atlas.on(day), what)["features"])
    schema = pq.read_schema(io.BytesIO(content))
    days = {name for name in DAYS if name in schema.names}
    assert {str(schema.field(name).type) for name in days} == {"date32[day]"}
    carried = json.loads(schema.metadata[b"ottawa_atlas"])
    assert carried["date"] == day.isoformat()
    assert carried["licence"]["name"] == "CC BY 4.0"
    assert carried["sources"]


def test_the_archive_holds_the_record_as_it_is(atlas: Atlas, root: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(record_zip(atlas))) as archive:
        assert archive.testzip() is None
        held = {name: archive.read(name) for name in archive.namelist()}
        assert {info.date_time[:3] for info in archive.infolist()} == {
            (atlas.verified_to.year, atlas.verified_to.month, atlas.verified_to.day)
        }
    tables = {path.name for path in (root / "data").glob("*.csv")}
    assert set(held) == {*tables, "datapackage.json", "CITATION.cff", "README.txt"}
    for name in (*tables, "datapackage.json"):
        assert held[name] == (root / "data" / name).read_bytes()
    described = {row["path"] for row in json.loads(held["datapackage.json"])["resources"]}
    assert described == tables
    citation = yaml.safe_load(held["CITATION.cff"])
    assert citation["cff-version"] == "1.2.0"
    assert citation["date-released"] == atlas.verified_to
    assert citation["license"] == "CC-BY-4.0"
    assert atlas.record.checksum in held["README.txt"].decode()


def test_the_archive_opens_as_a_record(atlas: Atlas, tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(record_zip(atlas))) as archive:
        archive.extractall(tmp_path)
    assert records.load(tmp_path) == atlas.record


def test_an_export_that_is_none_says_what_there_is() -> None:
    with pytest.raises(AtlasError, match=r"countries as csv, excel.csv, xlsx, json, geojson, gpkg"):
        catalogue.find("countries", "zip")
    with pytest.raises(AtlasError, match="expected countries, borders, curve, events"):
        catalogue.find("../data", "csv")
