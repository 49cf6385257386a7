"""Data that change on disk while the server runs: taken up when sound, and said when not."""

from __future__ import annotations

import asyncio
import logging
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from geo import records
from geo.atlas import Atlas
from geo.server import current_data
from geo.server.current_data import CurrentData
from geo.web import served
from tests.server.application import the_application

pytestmark = pytest.mark.slow


def make_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


WAYS: dict[str, tuple[str, Callable[[Path], object]]] = {
    "emptied": ("events.csv", lambda path: path.write_bytes(b"")),
    "gone": ("states.csv", lambda path: path.unlink()),
    "cut within a row": ("facts.csv", lambda path: path.write_bytes(path.read_bytes()[:-40])),
    "in another encoding": (
        "sources.csv",
        lambda path: path.write_bytes(path.read_text("utf-8").encode("utf-16")),
    ),
    "a folder": ("claims.csv", make_a_folder),
    "without Poland": (
        "states.csv",
        lambda path: path.write_text(path.read_text("utf-8").replace("POL,", "PXL,", 1), "utf-8"),
    ),
    "no descriptor": ("datapackage.json", lambda path: path.write_text("[]", "utf-8")),
    "cut within a line": (
        "borders/countries.geojson",
        lambda path: path.write_bytes(path.read_bytes()[: 10**6]),
    ),
    "moved by a degree": (
        "borders/segments.geojson",
        lambda path: path.write_bytes(path.read_bytes().replace(b"[2", b"[3", 1)),
    ),
    "no table of areas": ("borders/areas.csv", lambda path: path.unlink()),
    "no folder of borders": ("borders", shutil.rmtree),
}
"""A damage: the file it is done to, and how."""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("served") / "data"
    shutil.copytree(records.DATA_DIR, directory)
    return directory


@pytest.fixture(scope="module")
def current(copy: Path) -> CurrentData:
    found = CurrentData(copy)
    found.look()
    return found


@pytest.fixture
def restored(copy: Path, current: CurrentData) -> Iterator[None]:
    yield
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(records.DATA_DIR, copy)


@pytest.mark.parametrize("way", WAYS)
def test_damage_of_any_kind_is_named_and_leaves_what_was_read(
    copy: Path, current: CurrentData, restored: None, way: str
) -> None:
    name, damage = WAYS[way]
    before = current.get()
    damage(copy / name)
    current.look()
    assert current.get() is before
    assert current.damage is not None
    files = current.damage.files
    assert (Path(name).name in files) or (way == "no folder of borders" and "areas.csv" in files)
    assert all(str(copy) not in fault.words for fault in current.damage.faults)


def test_damage_is_logged_once_and_again_when_it_changes_or_is_put_right(
    copy: Path, current: CurrentData, restored: None, caplog: pytest.LogCaptureFixture
) -> None:
    path = copy / "events.csv"
    sound = path.read_bytes()
    said = []
    for content in (b"", b"", b"\n", b"\n", sound, sound):
        path.write_bytes(content)
        current.look()
        said.append([(record.levelno, record.getMessage()[:33]) for record in caplog.records])
        caplog.clear()
    damaged = [(logging.ERROR, "The data on disk are damaged, tho")]
    healed = [(logging.WARNING, "The data on disk are sound again,")]
    assert said == [damaged, [], damaged, [], healed, []]
    assert current.damage is None


def test_everybody_is_told_of_damage_and_served_what_was_sound(
    copy: Path, current: CurrentData, restored: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    current.look()  # another test may have left it at damage
    monkeypatch.setattr(current_data, "CURRENT", current)
    client = TestClient(the_application())
    assert client.get("/healthz").json()["status"] == "ok"
    addresses = ("/api/v1/status", "/api/v1/exports/facts.xlsx", "/api/v1/exports/record.zip")
    before = {address: client.get(address) for address in addresses}
    shutil.rmtree(copy)
    current.look()
    for address, sound in before.items():
        answer = client.get(address)
        assert (answer.status_code, answer.content) == (200, sound.content)
        assert "data-degraded" not in sound.headers
        assert "datapackage.json" in answer.headers["data-degraded"]
    page = client.get("/")
    assert page.status_code == 200
    assert "161 states are bound" in page.text
    assert "datapackage.json" in page.text
    said = client.get("/healthz")
    assert (said.status_code, said.json()["status"]) == (200, "degraded")
    assert "datapackage.json" in said.json()["files"]


def names(atlas: Atlas) -> bytes:
    return ";".join(state.name for state in atlas.record.states.values()).encode()


def test_a_correction_is_taken_up_by_itself_once_it_is_written(
    copy: Path, current: CurrentData, restored: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(current_data, "LOOK_AGAIN_SECONDS", 0.01)
    monkeypatch.setattr(served, "dossiers", lambda *_: [])
    monkeypatch.setattr(served, "web_files", lambda atlas, _: {"timeline": names(atlas)})
    before = current.get()
    old = before.map_data()["un"]["timeline"]
    path = copy / "states.csv"
    path.write_text(path.read_text("utf-8").replace("Poland", "Polska"), "utf-8")

    async def watched() -> None:
        watching = asyncio.create_task(current.watch())
        while current.now is before:
            await asyncio.sleep(0.01)
        watching.cancel()

    asyncio.run(watched())
    assert b"Polska" in current.get().map_data()["un"]["timeline"].body
    assert current.get().version != before.version
    # Who opened the page just before still finds its files.
    assert old in [roles for kept in current.kept() for roles in kept["un"].values()]


def test_a_server_that_has_nothing_to_serve_is_not_healthy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(current_data, "CURRENT", CurrentData(tmp_path))
    client = TestClient(the_application())
    assert (client.get("/healthz").status_code, client.get("/").status_code) == (503, 200)
    assert client.get("/api/v1/status").status_code == 500
    said = client.get("/healthz")
    assert (said.status_code, said.json()["status"]) == (503, "damaged")
    assert any("datapackage.json: found 'No such file" in each for each in said.json()["faults"])
