"""`python -m geo export`: a file or a folder of them, written whole or not at all."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from geo.answers.files import catalogue
from geo.answers.files.catalogue import EXPORTS
from geo.atlas import Atlas, View
from geo.basics.choices import EXPORT_FORMATS, EXPORTED
from geo.cli import main

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("one_atlas")]

DAY = date(2026, 2, 20)


@pytest.fixture(scope="module")
def view(atlas: Atlas) -> View:
    return atlas.on(DAY)


def test_the_command_line_offers_what_there_is() -> None:
    assert set(EXPORTED) == {export.what for export in EXPORTS}
    assert set(EXPORT_FORMATS) == {export.format for export in EXPORTS}


def run(*arguments: str) -> int:
    try:
        return main.main(["export", *arguments])
    except SystemExit as end:
        return int(end.code or 0)


def test_a_folder_gets_a_file_named_after_what_it_holds(
    tmp_path: Path, atlas: Atlas, view: View, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("--what", "borders", "--format", "json", "--date", "2026-02-20")
    assert run(*asked, "--out", str(tmp_path)) == 0
    written = tmp_path / "ottawa-atlas-borders-2026-02-20.json"
    assert capsys.readouterr().out == f"{written}\n"
    assert written.read_bytes() == catalogue.export(atlas, view, "borders", "json").content


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("--what", "record", "--format", "csv"), 2, "argument --format: 'csv'; expected zip"),
        (("--format", "ods"), 2, "invalid choice"),
        (("--what", "events", "--country", "POL"), 2, "expected --what sources --format bib"),
        (("--out", "nowhere/at/all.csv"), 1, "does not exist"),
        (("--out", "nowhere/"), 2, "expected a folder that exists"),
        (("--out", "a.geojson", "--format", "csv"), 2, "expected geojson, for --out"),
        (("--out", "a.shp"), 2, "expected a name ending in .csv, .excel.csv"),
        (("--what", "events", "--out", "a.json"), 2, "ending in .csv, .excel.csv or .xlsx"),
        (("--what", "events", "--date", "2026-02-20"), 2, "events as csv is the same on every day"),
    ],
)
def test_nonsense_is_refused_and_nothing_written(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    code: int,
    says: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(*arguments) == code
    assert says in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_name_of_a_file_says_its_format(tmp_path: Path) -> None:
    begins = {
        ("a.geojson", "borders"): b'{"type":"FeatureCollection"',
        ("a.JSON", "countries"): b'{\n  "date"',
        ("a.excel.csv", "countries"): b"\xef\xbb\xbfdate;",
        ("a.csv", "events"): b"event_id,",
        ("today", "countries"): b"date,",
        ("a.zip", "record"): b"PK",
    }
    for (name, what), start in begins.items():
        assert run("--what", what, "--out", str(tmp_path / name)) == 0
        found = (tmp_path / name).read_bytes()
        assert found.startswith(start), (name, found[:40])
    for name in ("for-excel.csv", "as.txt"):
        assert run("--format", "excel.csv", "--out", str(tmp_path / name)) == 0


def test_a_full_disk_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "kept.csv"
    target.write_text("the old one", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.fsync", full)
    assert run("--out", str(target)) == 1
    assert "No space left on device" in capsys.readouterr().err
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["the old one"]


def test_an_interrupted_write_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupted)
    assert run("--out", str(tmp_path)) == main.INTERRUPTED
    assert list(tmp_path.iterdir()) == []


def test_a_table_needs_no_geometry_library_and_geojson_nothing_that_writes_map_files(
    root: Path, tmp_path: Path
) -> None:
    code = (
        "import sys; from geo.cli.main import main\n"
        f"asked = ['export', '--date', '2026-02-20', '--out', {str(tmp_path)!r}]\n"
        "heavy = {'geopandas', 'matplotlib', 'pandas', 'pyarrow', 'pyogrio'}\n"
        "main(asked); print((heavy | {'shapely'}) & set(sys.modules))\n"
        "main([*asked, '--what', 'borders', '--format', 'geojson'])\n"
        "print(heavy & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines()[1::2] == ["set()", "set()"], done.stdout + done.stderr
