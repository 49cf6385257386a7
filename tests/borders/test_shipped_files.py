"""The shipped files of borders: as their provenance says, small, and told by name where damaged."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from geo import borders
from geo.basics.errors import AtlasError, BordersError
from geo.borders import BORDERS_DIR, integrity
from tests.borders.frames import area_frame


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
