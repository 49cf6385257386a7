"""What a name leads to is written into or replaced, and never broken: links, pipes, devices."""

import errno
import os
import pty
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from geo.basics import atomic_files, outputs
from geo.basics.atomic_files import write_whole
from geo.basics.atomic_folders import write_folder
from geo.basics.errors import AtlasError

OLD, NEW = b"the old one", b"x" * 300_000
Change = Callable[[pytest.MonkeyPatch], None]


def with_unnamed_files(_: pytest.MonkeyPatch) -> None:
    """As Linux has them."""


def without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic_files, "_UNNAMED", None)


SYSTEMS = pytest.mark.parametrize("system", [with_unnamed_files, without])


def test_a_fifo_is_written_into(tmp_path: Path) -> None:
    fifo, read = tmp_path / "map.csv", tmp_path / "read"
    os.mkfifo(fifo)
    with read.open("wb") as kept, subprocess.Popen(["cat", str(fifo)], stdout=kept):
        write_whole(fifo, NEW)
    assert read.read_bytes() == NEW
    assert fifo.is_fifo()


def test_a_device_is_written_into_also_through_a_link(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    try:
        link = tmp_path / "terminal"
        link.symlink_to(os.ttyname(theirs))
        for name in (link, Path(os.ttyname(theirs))):
            write_whole(name, b"words")
            assert os.read(ours, 100) == b"words"
        assert link.is_symlink()
        assert stat.S_ISCHR(link.stat().st_mode)
    finally:
        os.close(ours)
        os.close(theirs)


def test_an_open_descriptor_is_written_on_from_where_it_stands(tmp_path: Path) -> None:
    with (tmp_path / "kept.txt").open("w+b", buffering=0) as stream:
        stream.write(b"before, ")
        name = Path(f"/dev/fd/{stream.fileno()}")
        (tmp_path / "link").symlink_to(name)
        write_whole(name, b"one, ")
        write_whole(tmp_path / "link", b"two")
        stream.seek(0)
        assert stream.read() == b"before, one, two"


def test_a_pipe_that_nobody_reads_is_no_fault_of_the_file(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        with pytest.raises(BrokenPipeError):
            write_whole(Path(f"/dev/fd/{write}"), NEW)
    finally:
        os.close(write)


@SYSTEMS
def test_a_link_stays_and_its_target_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: Change
) -> None:
    system(monkeypatch)
    (tmp_path / "far").mkdir()
    target, link, chain = tmp_path / "far" / "map.csv", tmp_path / "a", tmp_path / "far" / "b"
    link.symlink_to("far/b")
    chain.symlink_to("map.csv")
    for content in (OLD, NEW):  # the target is missing, then there
        write_whole(link, content)
        assert target.read_bytes() == content
    assert link.is_symlink()
    assert chain.is_symlink()
    assert sorted(p.name for p in (tmp_path / "far").iterdir()) == ["b", "map.csv"]


def test_links_that_lead_nowhere_are_named(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.symlink_to(other)
    other.symlink_to(one)
    with pytest.raises(AtlasError, match="one: cannot be written"):
        write_whole(one, NEW)
    lost = tmp_path / "lost"
    lost.symlink_to("no/such/map.csv")
    with pytest.raises(AtlasError, match=r"lost: the folder .*no/such does not exist"):
        write_whole(lost, NEW)


@SYSTEMS
def test_a_file_keeps_its_mode(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: Change
) -> None:
    system(monkeypatch)
    target = tmp_path / "map.csv"
    target.write_bytes(OLD)
    for mode in (0o600, 0o755):
        target.chmod(mode)
        write_whole(target, NEW)
        assert stat.S_IMODE(target.stat().st_mode) == mode
    assert target.read_bytes() == NEW


def test_a_file_of_two_names_stays_one(tmp_path: Path) -> None:
    target, other = tmp_path / "map.csv", tmp_path / "other.csv"
    target.write_bytes(OLD)
    other.hardlink_to(target)
    for content in (NEW, b"short"):
        write_whole(target, content)
        assert other.read_bytes() == content
    assert target.samefile(other)
    assert len(list(tmp_path.iterdir())) == 2


def test_a_full_disk_leaves_a_file_of_two_names_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, other = tmp_path / "map.csv", tmp_path / "other.csv"
    target.write_bytes(OLD)
    other.hardlink_to(target)
    writes, calls = os.write, []

    def full_once(handle: int, content: bytes) -> int:
        calls.append(handle)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return writes(handle, content[:5])

    monkeypatch.setattr("os.write", full_once)
    with pytest.raises(AtlasError, match="No space left"):
        write_whole(target, b"y" * 4000)
    monkeypatch.undo()
    assert [target.read_bytes(), other.read_bytes()] == [OLD, OLD]


def test_a_protected_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "map.csv"
    target.write_bytes(OLD)
    target.chmod(0o444)
    monkeypatch.setattr("os.access", lambda *_: False)  # as for anyone but root
    with pytest.raises(AtlasError, match="Permission denied"):
        write_whole(target, NEW)
    assert target.read_bytes() == OLD


def test_a_folder_behind_a_link_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "site"
    real.mkdir()
    real.chmod(0o750)
    link.symlink_to("real")
    for content in (OLD, NEW):
        write_folder(link, {"index.html": content})
        assert (real / "index.html").read_bytes() == content
    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o750
    assert sorted(path.name for path in tmp_path.iterdir()) == ["real", "site"]


def test_a_dash_is_standard_output_and_a_file_may_be_called_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(tmp_path)
    write_whole(outputs.named("-"), NEW)
    assert capfdbinary.readouterr().out == NEW
    assert list(tmp_path.iterdir()) == []
    write_whole(outputs.named("./-"), NEW)
    assert (tmp_path / "-").read_bytes() == NEW
