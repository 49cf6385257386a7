"""A page on damaged data says what is wrong, and shows the last sound record to who was there."""

import csv
import io
import shutil
from pathlib import Path

import pytest

from geo import records
from geo.server import current_data
from geo.web import disk_cache
from tests.server.page.opened import Markup, html, open_page, words

pytestmark = pytest.mark.slow


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of data/ that a server, just started, reads in place of the project's own."""
    directory = tmp_path / "data"
    shutil.copytree(records.DATA_DIR, directory)
    started = current_data.CurrentData(directory)
    started.keeps_in = disk_cache.folder()
    monkeypatch.setattr(current_data, "CURRENT", started)
    return directory


def spoil(file: Path, line: int, **cells: str) -> None:
    rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8"))))
    for column, value in cells.items():
        rows[line - 1][rows[0].index(column)] = value
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows(rows)


def test_a_server_started_on_damaged_data_lists_all_of_it_and_opens_when_it_is_put_right(
    copy: Path,
) -> None:
    sound = {path: path.read_bytes() for path in copy.rglob("*.*") if path.is_file()}
    spoil(copy / "events.csv", 5, date="2025-02-30")
    spoil(copy / "facts.csv", 3, iso_a3="XYZ")
    spoil(copy / "sources.csv", 2, title="<img src=x onerror=alert(1)>\u200b")
    (copy / "states.csv").unlink()
    (copy / "metrics.csv").write_bytes(b"\xff\xfe")
    (copy / "borders" / "segments.geojson").write_text("{", encoding="utf-8")
    page = open_page()
    shown = words(page)
    assert "The atlas cannot open: its data is damaged" in shown
    for named in (
        "events.csv:5, column date: found '2025-02-30'",
        "sources.csv:2, column title: found '<img src=x onerror=alert(1)>",
        "states.csv: found 'No such file or directory'; expected a readable file",
        "metrics.csv:1: found 'UTF-16 text'",
        "segments.geojson:1",
    ):
        assert named in shown
    assert "Traceback" not in shown
    assert str(copy) not in shown
    assert "img" not in Markup(html(page)).elements
    assert not page.slider
    for path, content in sound.items():
        path.write_bytes(content)
    page.run()
    assert not page.exception
    assert "161 states are bound" in words(page)


def test_a_new_reader_of_data_damaged_later_is_shown_the_last_sound_record(copy: Path) -> None:
    current_data.CURRENT.look()
    shutil.rmtree(copy)
    current_data.CURRENT.look()
    page = open_page()
    assert not page.exception
    assert "161 states are bound" in words(page)
    assert "cannot be read (PROVENANCE.md, areas.csv, countries.geojson, " in words(page)
