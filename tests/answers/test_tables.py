"""Tables as Excel, GDAL and pandas read them: the same rows as the plain CSV in every form."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import geopandas
import openpyxl
import pandas as pd
import pyogrio
import pytest

from geo.answers.data import record_tables
from geo.answers.data.writing import Table
from geo.answers.files import catalogue
from geo.answers.files.map_columns import SHORT_NAMES
from geo.answers.files.workbook import LONGEST_TEXT, workbook
from geo.atlas import Atlas, View
from geo.basics.choices import FIRST_DAY, Exported, ExportFormat
from geo.basics.errors import AtlasError
from geo.records import DATA_DIR

pytestmark = pytest.mark.slow

DAY = date(2026, 11, 26)
"""A day on which a status and its dates are not known."""

TABLES = [export.what for export in catalogue.EXPORTS if export.format == "xlsx"]
MAPS: list[ExportFormat] = ["gpkg", "fgb"]


@pytest.fixture(scope="module")
def view(atlas: Atlas) -> View:
    return atlas.on(DAY)


def made(atlas: Atlas, view: View, what: Exported, fmt: ExportFormat) -> bytes:
    return catalogue.export(atlas, view, what, fmt).content


def plain(atlas: Atlas, view: View, what: Exported) -> list[list[str]]:
    text = made(atlas, view, what, "csv").decode()
    return list(csv.reader(io.StringIO(text, newline="")))


def as_text(cell: Any) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime):
        assert cell.time() == datetime.min.time()
        return cell.date().isoformat()
    return "" if cell is None else str(cell).removesuffix(".0")


def test_what_a_program_follows_is_there_as_a_table() -> None:
    assert {"events", "claims", "facts", "sources", "disagreements"} < set(TABLES)


@pytest.mark.parametrize("what", TABLES)
def test_csv_for_excel_has_the_same_cells(atlas: Atlas, view: View, what: Exported) -> None:
    content = made(atlas, view, what, "excel.csv")
    text = content.decode("utf-8-sig")
    assert content.startswith(b"\xef\xbb\xbf")
    assert not text.startswith("\ufeff")
    assert text.count("\r\n") == text.count("\r")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    told = plain(atlas, view, what)
    figures = {at for at, name in enumerate(told[0]) if name.endswith("_km")}
    assert rows == [
        [cell.replace(".", ",") if at in figures and line else cell for at, cell in enumerate(row)]
        for line, row in enumerate(told)
    ]


def test_pandas_reads_figures_of_csv_for_excel(atlas: Atlas, view: View) -> None:
    content = made(atlas, view, "borders", "excel.csv")
    frame = pd.read_csv(io.BytesIO(content), sep=";", decimal=",")
    assert frame["computed_km"].sum() == pytest.approx(
        sum(round(border.computed_km, 1) for border in view.borders)
    )


@pytest.mark.parametrize("what", TABLES)
def test_a_workbook_has_the_table_its_sources_and_what_its_columns_mean(
    atlas: Atlas, view: View, what: Exported
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made(atlas, view, what, "xlsx")))
    told = plain(atlas, view, what)
    first = book.worksheets[0]
    assert [[as_text(cell) for cell in row] for row in first.values] == [
        # In a workbook a text is a text: no apostrophe has to keep it from being run.
        [cell.removeprefix("'").removesuffix(".0") for cell in row]
        for row in told
    ]
    assert book.sheetnames == list(dict.fromkeys([what.capitalize(), "Sources", "Columns"]))
    for sheet in book.worksheets:
        kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
        assert kinds <= {"s", "n", "d", "b"}  # never "f", a formula
        assert not sheet._hyperlinks
    sourced = [at for at, name in enumerate(told[0]) if name == "source_ids"]
    cited = {name for row in told[1:] for at in sourced for name in row[at].split(";")}
    assert cited - {""} <= {str(row[0].value) for row in book["Sources"].iter_rows(min_row=2)}
    (_, *meanings) = book["Columns"].values
    assert [row[1] for row in meanings if row[0] == what.capitalize()] == told[0]
    assert all(row[2] for row in meanings)


def test_days_of_a_workbook_are_days_and_what_is_not_known_is_text(
    atlas: Atlas, view: View
) -> None:
    content = made(atlas, view, "countries", "xlsx")
    frame = pd.read_excel(io.BytesIO(content)).set_index("iso_a3")
    assert frame.loc["POL", "withdrawal_effective"] == datetime(2026, 2, 20)
    assert frame.loc["LBN", "entry_into_force"] == "2026-08-01/2027-02-01"
    facts = pd.read_excel(io.BytesIO(made(atlas, view, "facts", "xlsx")), dtype=object)
    assert {type(value) for value in facts["value"].dropna()} == {str}  # also 700, and a day


def test_text_of_a_workbook_stays_what_it_is(atlas: Atlas, view: View) -> None:
    texts = ["=1+1", "+49", "-1", "@x", "007", "1-2", "https://example.org/", "_x0041_", " a\nb "]
    texts += ["ж" * LONGEST_TEXT]
    answer, table = record_tables.facts(atlas)
    rows = tuple((text, *table.rows[0][1:]) for text in texts)
    made = workbook("facts", answer, replace(table, rows=rows), atlas.record)
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert [cell.value for cell in book["Facts"]["A"]][1:] == texts
    too_long = Table(table.columns, ((f"{texts[-1]}!", *table.rows[0][1:]),))
    with pytest.raises(AtlasError, match=r"row 2, column 1.*at most 32767"):
        workbook("facts", answer, too_long, atlas.record)


@pytest.mark.parametrize(
    ("what", "name"),
    [
        ("events", "events"),
        ("claims", "claims"),
        ("facts", "facts"),
        ("sources", "sources"),
        ("disagreements", "disagreement_versions"),
    ],
)
def test_a_table_of_the_record_has_all_its_rows(
    atlas: Atlas, view: View, what: Exported, name: str
) -> None:
    with (DATA_DIR / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        recorded = list(csv.DictReader(file))
    told = plain(atlas, view, what)
    assert len(told) - 1 == len(recorded)
    keys = (column for column in recorded[0] if column in told[0])
    key = next(keys) if what != "disagreements" else "version"
    assert sorted(row[told[0].index(key)].lstrip("'") for row in told[1:]) == sorted(
        row[key] for row in recorded
    )
    assert len(set(told[0])) == len(told[0])


@pytest.mark.parametrize("fmt", MAPS)
@pytest.mark.parametrize("what", ["countries", "borders"])
def test_a_map_file_has_the_features_of_geojson(
    atlas: Atlas, view: View, tmp_path: Path, what: Exported, fmt: ExportFormat
) -> None:
    path = tmp_path / f"areas.{fmt}"
    path.write_bytes(made(atlas, view, what, fmt))
    frame = geopandas.read_file(path).set_index("id")
    features = json.loads(made(atlas, view, what, "geojson"))["features"]
    assert frame.crs == "EPSG:4326"
    assert frame.geometry.is_valid.all()
    assert len(frame) == len(features)
    for feature in features:
        row = frame.loc[feature["id"]]
        for name, value in feature["properties"].items():
            if name in ("since", "in_force") and value and "/" in value:
                assert pd.isna(row[name])
                assert f"{name} {value}" in row["not_known"].split(";")
            elif value in (None, ""):
                assert pd.isna(row[name]) or row[name] == ""
            elif isinstance(row[name], pd.Timestamp):
                assert row[name].date().isoformat() == value
            else:
                assert row[name] == value, (feature["id"], name)


@pytest.mark.parametrize("fmt", MAPS)
@pytest.mark.parametrize("what", ["countries", "borders"])
def test_the_types_of_a_map_file_never_change_and_it_names_its_sources(
    atlas: Atlas, view: View, tmp_path: Path, what: Exported, fmt: ExportFormat
) -> None:
    told = []
    for seen in (view, atlas.on(FIRST_DAY)):
        path = tmp_path / f"{seen.day}.{fmt}"
        path.write_bytes(made(atlas, seen, what, fmt))
        told.append(pyogrio.read_info(path, layer=what))
    for one, other in pairwise(told):
        assert list(one["fields"]) == list(other["fields"])
        assert list(one["dtypes"]) == list(other["dtypes"])
    assert not set(SHORT_NAMES) & set(told[0]["fields"])
    carried = json.loads(told[0]["layer_metadata"]["ottawa_atlas"])
    assert carried["date"] == DAY.isoformat()
    assert carried["sources"]
