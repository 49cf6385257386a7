"""A file of a border line: its segments alone, named by it inside and out, in every form."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import geopandas
import openpyxl
import pyogrio
import pytest

from geo.answers.files import catalogue
from geo.answers.files.catalogue import EXPORTS, Export
from geo.atlas import Atlas, View
from geo.cli import main

pytestmark = pytest.mark.slow

DAY = date(2026, 2, 20)
TITLE = "NATO’s border with Russia and Belarus"
OF_A_LENS = [each for each in EXPORTS if each.of_a_lens]
MAPS = ("geojson", "gpkg", "fgb", "parquet")


@pytest.fixture(scope="module")
def view(atlas: Atlas) -> View:
    return atlas.on(DAY)


def named(export: Export) -> str:
    return f"{export.what}.{export.format}"


def opened(content: bytes, fmt: str, folder: Path) -> geopandas.GeoDataFrame:
    path = folder / f"of_a_lens.{fmt}"
    path.write_bytes(content)
    return geopandas.read_parquet(path) if fmt == "parquet" else geopandas.read_file(path)


@pytest.mark.parametrize("export", OF_A_LENS, ids=named)
def test_it_is_named_by_the_lens_and_names_it(atlas: Atlas, view: View, export: Export) -> None:
    made = export.file(atlas, view, lens="nato-east")
    day = DAY if export.dated else atlas.verified_to
    assert made.name == f"ottawa-atlas-{export.what}-nato-east-{day}.{export.format}"
    assert made.content != export.file(atlas, view).content
    if export.format == "xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO(made.content)).worksheets[0]
        head, first = list(sheet.values)[:2]
        assert dict(zip(head, first, strict=True))["lens_title"] == TITLE
    elif named(export) == "sources.bib":
        assert f"of {TITLE}" in made.content.decode()
    elif named(export) != "sources.json":  # CSL-JSON is a list of works and has no head
        assert TITLE.encode() in made.content


def test_it_has_the_segments_of_the_lens_and_who_is_bound_on_either_side(
    atlas: Atlas, view: View, tmp_path: Path
) -> None:
    content = catalogue.find("borders", "csv").file(atlas, view, lens="nato-east").content
    rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    told = {f"{row['iso_a3']}-{row['neighbour_iso_a3']}": row for row in rows}
    flank = "NOR-RUS FIN-RUS EST-RUS LVA-RUS LVA-BLR LTU-RUS LTU-BLR POL-RUS POL-BLR"
    assert set(told) == set(flank.split())
    assert (told["NOR-RUS"]["sides"], told["NOR-RUS"]["bound_iso_a3"]) == ("one", "NOR")
    assert (told["POL-BLR"]["sides"], told["POL-BLR"]["bound_iso_a3"]) == ("one", "BLR")
    assert told["FIN-RUS"]["sides"] == "none"
    assert {row["lens"] for row in rows} == {"nato-east"}
    for fmt in MAPS:
        made = catalogue.find("borders", fmt).file(atlas, view, lens="nato-east")
        assert len(opened(made.content, fmt, tmp_path)) == len(rows)


@pytest.mark.parametrize("fmt", MAPS)
def test_an_island_has_a_file_without_rows(
    atlas: Atlas, view: View, tmp_path: Path, fmt: str
) -> None:
    export = catalogue.find("borders", fmt)
    content = export.file(atlas, view, lens="ISL").content
    if fmt == "geojson":
        assert json.loads(content)["features"] == []
        return
    empty = opened(content, fmt, tmp_path)
    assert len(empty) == 0
    assert list(empty.columns) == list(opened(export.file(atlas, view).content, fmt, tmp_path))
    if fmt != "parquet":
        path = tmp_path / f"empty.{fmt}"
        path.write_bytes(content)
        carried = json.loads(pyogrio.read_info(path)["layer_metadata"]["ottawa_atlas"])
        assert carried["lens"]["lens_id"] == "ISL"


def test_what_is_of_no_line_refuses_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["export", "--what", "countries", "--lens", "nato-east"]) == main.NONSENSE
    assert "as --what borders; countries as csv is the same for all" in capsys.readouterr().err


def test_a_file_of_the_flank_is_not_called_as_that_of_the_world(atlas: Atlas, view: View) -> None:
    export = catalogue.find("borders", "json")
    flank, world = (export.file(atlas, view, lens=lens) for lens in ("baltic-arctic", ""))
    assert flank.name != world.name
    assert len(json.loads(flank.content)["borders"]) < len(json.loads(world.content)["borders"])
