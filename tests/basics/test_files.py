"""Files and folders appear whole or not at all: on a full disk, without rights, killed half way."""

import errno
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from geo.basics import atomic_files, atomic_folders
from geo.basics.atomic_files import write_whole
from geo.basics.atomic_folders import write_folder
from geo.basics.errors import AtlasError

ROOT = Path(__file__).resolve().parents[2]
OLD, NEW = b"the old one", b"x" * 3_000_000
TEMPORARY = ".site.ottawa-atlas-temporary"

KILLED = """
import sys, shutil, os
from pathlib import Path
from geo.basics.atomic_files import write_whole
from geo.basics.atomic_folders import write_folder
target = Path(sys.argv[1])

def stop_instead_of(place, name, calls):
    works, made = getattr(place, name), []
    def stopping(*given, **named):
        made.append(1)
        if len(made) < calls:
            return works(*given, **named)
        print("here", flush=True)
        sys.stdin.read()  # until killed
    setattr(place, name, stopping)

"""


def kill_in_the_middle(work: str, target: Path) -> None:
    """Runs `work` in a process of its own and kills it when it says that it is half way."""
    with subprocess.Popen(
        [sys.executable, "-c", KILLED + work, str(target)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"here\n"
        child.kill()
        assert child.wait() == -9


def full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def the_system_s_own(_: pytest.MonkeyPatch) -> None:
    """Nothing is taken away."""


def a_system_without_unnamed_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic_files, "_UNNAMED", None)


def a_disk_without_unnamed_files(monkeypatch: pytest.MonkeyPatch) -> None:
    opens = os.open

    def refuses(path: str, flags: int, *given: int, **named: int) -> int:
        if path == ".":
            raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))
        return opens(path, flags, *given, **named)

    monkeypatch.setattr("os.open", refuses)


Change = Callable[[pytest.MonkeyPatch], None]
SYSTEMS = [the_system_s_own, a_system_without_unnamed_files, a_disk_without_unnamed_files]


# --- files ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_file_is_written_and_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: Change
) -> None:
    system(monkeypatch)
    target = tmp_path / "map.png"
    for content in (OLD, NEW, b""):
        write_whole(target, content)
        assert target.read_bytes() == content
    assert list(tmp_path.iterdir()) == [target]
    (tmp_path / "plain").touch()
    assert stat.S_IMODE(target.stat().st_mode) == stat.S_IMODE((tmp_path / "plain").stat().st_mode)


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("failing", ["os.write", "os.fsync"])
def test_a_full_disk_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: Change, failing: str
) -> None:
    target = tmp_path / "map.png"
    target.write_bytes(OLD)
    system(monkeypatch)
    monkeypatch.setattr(failing, full)
    with pytest.raises(AtlasError, match=r"map\.png: cannot be written \(No space left on device"):
        write_whole(target, NEW)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [OLD]


@pytest.mark.parametrize("system", SYSTEMS)
def test_what_cannot_be_replaced_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: Change
) -> None:
    system(monkeypatch)
    target = tmp_path / "map.png"
    target.mkdir()
    with pytest.raises(AtlasError, match="Is a directory"):
        write_whole(target, NEW)
    assert list(tmp_path.iterdir()) == [target]
    with pytest.raises(AtlasError, match="does not exist"):
        write_whole(tmp_path / "no" / "map.png", NEW)


def test_a_killed_writer_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "map.png"
    work = "stop_instead_of(os, 'fsync', 1); write_whole(target, b'x' * 3_000_000)"
    kill_in_the_middle(work, target)
    assert list(tmp_path.iterdir()) == []
    target.write_bytes(OLD)
    kill_in_the_middle(work, target)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [OLD]


def test_what_is_left_between_two_names_is_whole_and_goes_with_the_next_writing(
    tmp_path: Path,
) -> None:
    target, temporary = tmp_path / "map.png", tmp_path / ".map.png.temporary"
    target.write_bytes(OLD)
    kill_in_the_middle("stop_instead_of(os, 'replace', 1); write_whole(target, b'whole')", target)
    assert target.read_bytes() == OLD
    assert temporary.read_bytes() == b"whole"
    write_whole(target, NEW)
    assert target.read_bytes() == NEW
    assert list(tmp_path.iterdir()) == [target]


def test_many_writers_of_one_file_leave_one_whole_file(tmp_path: Path) -> None:
    target = tmp_path / "map.png"
    failed: list[BaseException] = []

    def write(number: int) -> None:
        try:
            for _ in range(20):
                write_whole(target, bytes([number]) * 50_000)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    assert list(tmp_path.iterdir()) == [target]
    content = target.read_bytes()
    assert len(content) == 50_000
    assert len(set(content)) == 1


@pytest.mark.parametrize("system", [the_system_s_own, a_system_without_unnamed_files])
def test_what_another_program_writes_is_read_and_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: Change
) -> None:
    system(monkeypatch)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with atomic_files.scratch("film.mp4") as (path, handed):
        subprocess.run(
            ["/bin/sh", "-c", 'printf film > "$0"', str(path)], pass_fds=handed, check=True
        )
        assert path.read_bytes() == b"film"
    assert list(tmp_path.iterdir()) == []


# --- folders -------------------------------------------------------------------------------------

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
