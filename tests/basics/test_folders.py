"""Folders appear whole or not at all: on a full disk, killed half way, side by side."""

import threading
from pathlib import Path

import pytest

from geo.basics import atomic_folders
from geo.basics.atomic_folders import write_folder
from geo.basics.errors import AtlasError
from tests.basics.interrupted import OLD, Change, full, kill_in_the_middle, the_system_s_own

TEMPORARY = ".site.ottawa-atlas-temporary"


SITE = {"index.html": b"new", "states/POL.html": b"new", "site.json": b"{}"}


def an_old_site(tmp_path: Path) -> Path:
    out = tmp_path / "site"
    out.mkdir()
    (out / "index.html").write_bytes(OLD)
    return out


def content(out: Path) -> dict[str, bytes]:
    found = (path for path in out.rglob("*") if path.is_file())
    return {str(path.relative_to(out)): path.read_bytes() for path in found}


def without_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic_folders, "_exchanged", lambda *_: False)


SWAPS = [the_system_s_own, without_exchange]


@pytest.mark.parametrize("system", SWAPS)
def test_a_folder_is_replaced_as_a_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: Change
) -> None:
    system(monkeypatch)
    out = an_old_site(tmp_path)
    (out / "gone.html").write_bytes(OLD)
    for _ in range(2):
        write_folder(out, SITE)
        assert content(out) == SITE
        assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("system", SWAPS)
@pytest.mark.parametrize(("name", "call"), [("write_bytes", 2), ("rename", 1), ("rename", 2)])
def test_a_failure_half_way_leaves_the_old_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: Change, name: str, call: int
) -> None:
    out = an_old_site(tmp_path)
    works, calls = getattr(Path, name), []

    def fails(path: Path, *given: object) -> object:
        calls.append(path)
        if len(calls) == call:
            full()
        return works(path, *given)

    system(monkeypatch)
    monkeypatch.setattr(Path, name, fails)
    if system is the_system_s_own and name == "rename":
        monkeypatch.setattr(atomic_folders, "_exchanged", full)
    with pytest.raises(AtlasError, match=r"site: cannot be written \(No space left on device"):
        write_folder(out, SITE)
    monkeypatch.undo()
    assert content(out) == {"index.html": OLD}
    assert list(tmp_path.iterdir()) == [out]


WRITING = """
stop_instead_of({place}, {name!r}, {call})
write_folder(target, {{"index.html": b"new", "states/POL.html": b"new", "site.json": b"{{}}"}})
"""


@pytest.mark.parametrize(
    ("place", "name", "call", "then"),
    [
        ("Path", "write_bytes", 2, {"index.html": OLD}),  # while the new folder is written
        ("shutil", "rmtree", 3, SITE),  # when the new folder is there, the old one not yet gone
    ],
)
def test_a_killed_run_leaves_a_whole_folder_and_the_next_run_tidies(
    tmp_path: Path, place: str, name: str, call: int, then: dict[str, bytes]
) -> None:
    out = an_old_site(tmp_path)
    kill_in_the_middle(WRITING.format(place=place, name=name, call=call), out)
    assert content(out) == then
    assert {path.name for path in tmp_path.iterdir()} <= {"site", TEMPORARY}
    write_folder(out, SITE)
    assert content(out) == SITE
    assert list(tmp_path.iterdir()) == [out]


def test_where_folders_cannot_be_exchanged_the_next_run_puts_the_old_one_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = an_old_site(tmp_path)
    work = "from geo.basics import atomic_folders as a; a._exchanged = lambda *_: False"
    kill_in_the_middle(work + WRITING.format(place="Path", name="rename", call=2), out)
    assert not out.exists()
    monkeypatch.setattr(atomic_folders, "_fill", full)
    with pytest.raises(AtlasError, match="No space left"):
        write_folder(out, SITE)
    assert content(out) == {"index.html": OLD}
    assert list(tmp_path.iterdir()) == [out]


def test_two_runs_do_not_meet_in_one_temporary_folder(tmp_path: Path) -> None:
    out = an_old_site(tmp_path)
    failed: list[BaseException] = []

    def write(number: int) -> None:
        try:
            for _ in range(5):
                write_folder(out, {f"{name}.html": b"%d" % number for name in range(20)})
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    assert list(tmp_path.iterdir()) == [out]
    assert len(set(content(out).values())) == 1
