"""Files appear whole or not at all: on a full disk, without rights, killed half way."""

import errno
import os
import stat
import subprocess
import threading
from pathlib import Path

import pytest

from geo.basics import atomic_files
from geo.basics.atomic_files import write_whole
from geo.basics.errors import AtlasError
from tests.basics.interrupted import NEW, OLD, Change, full, kill_in_the_middle, the_system_s_own


def a_system_without_unnamed_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic_files, "_UNNAMED", None)


def a_disk_without_unnamed_files(monkeypatch: pytest.MonkeyPatch) -> None:
    opens = os.open

    def refuses(path: str, flags: int, *given: int, **named: int) -> int:
        if path == ".":
            raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))
        return opens(path, flags, *given, **named)

    monkeypatch.setattr("os.open", refuses)


SYSTEMS = [the_system_s_own, a_system_without_unnamed_files, a_disk_without_unnamed_files]


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
