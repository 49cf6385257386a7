"""The browser's files on disk from one start to the next: found again, made anew, never wrong."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import pytest

from geo.atlas import Atlas
from geo.basics.choices import EXTENTS, WORLDVIEWS
from geo.borders import Worldview
from geo.records import DATA_DIR
from geo.web import disk_cache, served
from geo.web.disk_cache import SETS, Files, keeper, kept, made_from
from geo.web.served import Served
from geo.web.static_files import asset_of
from tests.own_data import own_atlas


class Maker:
    """Makes two files and counts how often."""

    made = 0

    def __call__(self) -> Files:
        self.made += 1
        return {name: asset_of(name, name.encode() * 99) for name in ("a-un.json", "b-un.json")}


def test_what_is_kept_is_what_was_made_and_is_not_made_again(tmp_path: Path) -> None:
    make = Maker()
    first = kept("map", "0" * 32, make, tmp_path / "cache")
    assert kept("map", "0" * 32, make, tmp_path / "cache") == first == Maker()()
    assert make.made == 1
    assert kept("map", "1" * 32, make, tmp_path / "cache") == first
    assert make.made == 2


@pytest.mark.parametrize("name", ["a-un.json.gz", "files.txt"])
@pytest.mark.parametrize("damage", [b"", b"no gzip", b"\xff", "cut", "gone"])
def test_what_is_damaged_is_made_anew_and_kept(
    tmp_path: Path, name: str, damage: bytes | str
) -> None:
    make = Maker()
    whole = kept("map", "0" * 32, make, tmp_path)
    (hurt,) = tmp_path.rglob(name)
    if damage == "gone":
        hurt.unlink()
    else:
        hurt.write_bytes(damage if isinstance(damage, bytes) else hurt.read_bytes()[:-9])
    assert kept("map", "0" * 32, make, tmp_path) == whole
    assert kept("map", "0" * 32, make, tmp_path) == whole
    assert make.made == 2


def test_without_a_folder_or_with_one_that_cannot_be_written_all_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for where in (None, tmp_path / "file"):
        assert kept("map", "0" * 32, Maker(), where) == Maker()()


def test_old_sets_go(tmp_path: Path) -> None:
    for number in range(SETS + 3):
        kept("map", f"{number:032}", Maker(), tmp_path)
    assert len(list(tmp_path.iterdir())) == SETS


def test_the_name_of_a_set_changes_with_the_data_and_with_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "borders").mkdir()
    table = tmp_path / "borders" / "areas.csv"
    table.write_text("a")
    names = {made_from(tmp_path)}
    table.write_text("b")
    names.add(made_from(tmp_path))
    table.rename(tmp_path / "areas.csv")
    names.add(made_from(tmp_path))
    monkeypatch.setattr(disk_cache, "_program", lambda: "another")
    names.add(made_from(tmp_path))
    assert len(names) == 4


def test_the_folder_is_what_its_keeper_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(disk_cache.FOLDER, str(tmp_path))
    assert disk_cache.folder() == tmp_path
    monkeypatch.setenv(disk_cache.FOLDER, "")
    assert disk_cache.folder() is None
    monkeypatch.delenv(disk_cache.FOLDER)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert disk_cache.folder() == tmp_path / "ottawa-atlas"


SQUARE = [[20, 55], [30, 55], [30, 60], [20, 60], [20, 55]]
AREA = {
    "geometry": {"type": "Polygon", "coordinates": [SQUARE]},
    "properties": {"id": "EST", "owner": "EST"},
}
FILES = {
    "flank": {
        "areas": [AREA],
        "borders": [
            {
                "geometry": {"type": "LineString", "coordinates": SQUARE[:3]},
                "properties": {"owner": "EST"},
            }
        ],
        "programmes": [],
        "labels": [{"id": "EST", "lon": 25, "lat": 58}],
    },
    "world": {"areas": []},
    "lines": {"lines": [], "per_degree": 1000},
    "timeline": {},
}


def test_a_second_start_finds_all_that_the_first_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []

    def files(atlas: Atlas, worldview: Worldview) -> dict[str, bytes]:
        made.append(worldview)
        return {role: json.dumps(document).encode() for role, document in FILES.items()}

    monkeypatch.setattr(served, "web_files", files)
    for name in ("dossiers", "names", "step_rows"):
        monkeypatch.setattr(served, name, lambda *_: {})
    first, second, third = (
        Served(own_atlas(), datetime.now(UTC), keeper(DATA_DIR, tmp_path)) for _start in range(3)
    )
    first.read_kept()
    assert not first.map_is_made  # to make it, the first visitor would have to wait
    first.make_all()
    third.read_kept()
    assert third.map_is_made
    assert sorted(made) == sorted(WORLDVIEWS)
    monkeypatch.setattr(served, "first_shapes", None)  # nothing is drawn again
    second.make_all()
    assert sorted(made) == sorted(WORLDVIEWS)
    assert second.made == first.made
    for view in EXTENTS:
        found = second.first_shapes("un", view)
        assert asdict(found) == asdict(first.first_shapes("un", view))
        assert found.flank == {"EST"}
    assert len(list(tmp_path.iterdir())) * 2 <= SETS
