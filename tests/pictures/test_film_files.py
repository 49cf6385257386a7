"""A film is written whole or not at all, by the program and by its command."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from geo.atlas import Atlas
from geo.basics.atomic_files import write_made
from geo.basics.choices import FILM_FORMATS, FilmFormat
from geo.basics.errors import AtlasError
from geo.cli import main, parser, telling
from geo.pictures import film as films
from tests.pictures.films import FIRST, LAST, ROOT, SHORT, SHOWN, frames_of, stand_in

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("fmt", FILM_FORMATS)
def test_an_interrupted_film_leaves_the_old_file_and_nothing_else(
    atlas: Atlas, tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch, fmt: FilmFormat
) -> None:
    stand_in(tmp_path / "bin", monkeypatch, "cat > /dev/null")
    folder = tmp_path / "out"
    folder.mkdir()
    target = folder / f"film.{fmt}"
    target.write_bytes(b"the old one")

    def stop(done: int, _: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_made(target, lambda: films.film(atlas, **SHORT, fmt=fmt, progress=stop))
    assert target.read_bytes() == b"the old one"
    assert list(folder.iterdir()) == [target]
    assert list(scratch.iterdir()) == []


def test_a_killed_film_leaves_nothing(
    tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    os.mkfifo(told)
    half = f'for last; do :; done; exec 9> {told}; head -c 9999 > "$last"; echo half >&9; '
    stand_in(tmp_path / "bin", monkeypatch, f"{half}cat > /dev/null")
    monkeypatch.setenv("TMPDIR", str(scratch))
    folder = tmp_path / "out"
    folder.mkdir()
    asked = ["film", "--from", FIRST.isoformat(), "--to", LAST.isoformat(), "--width", "400"]
    asked += ["--out", str(folder / "film.mp4")]
    geo = [sys.executable, "-m", "geo"]
    with subprocess.Popen([*geo, *asked], cwd=ROOT) as command, told.open("rb") as heard:
        assert heard.readline() == b"half\n"
        command.kill()
        assert command.wait() == -signal.SIGKILL
        assert heard.read() == b""  # ffmpeg too has ended
    assert list(folder.iterdir()) == []
    assert list(scratch.iterdir()) == []


def test_a_full_disk_is_said_and_leaves_nothing(
    atlas: Atlas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(AtlasError, match="No space left on device"):
        write_made(tmp_path / "film.gif", lambda: films.film(atlas, **SHORT, fmt="gif", frames=2))
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def stoppable() -> Any:
    """The command sets what SIGTERM does; after a test it does again what it did."""
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


def test_the_command_writes_a_film_and_shows_how_far_it_is(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    stoppable: None,
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    target = tmp_path / "film.webp"
    span = ["--from", FIRST.isoformat(), "--to", LAST.isoformat()]
    assert main.main(["film", *span, "--width", "400", "--out", str(target)]) == 0
    out, err = capsys.readouterr()
    assert out == f"{target}\n"
    bars = [line for line in err.removesuffix("\n").split("\r") if line]
    assert [bar.split()[-2] for bar in bars] == ["0", "25", "50", "75", "100"]
    assert bars[0].count("#") == 0
    assert bars[-1].count("#") == telling.BAR_WIDTH
    assert len(frames_of(target.read_bytes())) == len(SHOWN)


def test_a_stopped_command_leaves_nothing(
    tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch, stoppable: None
) -> None:
    stand_in(tmp_path / "bin", monkeypatch, "cat > /dev/null")
    folder = tmp_path / "out"
    folder.mkdir()
    bar = telling.bar

    def stop(done: int, of: int) -> None:
        bar(done, of)
        if done == 1:
            os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr(telling, "bar", stop)
    asked = ["film", "--from", "2026-02-01", "--width", "400", "--out", str(folder / "film.mp4")]
    assert main.main(asked) == main.INTERRUPTED
    assert list(folder.iterdir()) == []
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (["--out", "film.avi"], ".webp, .gif or .mp4"),
        ([], "--out"),
        (["--out", "film.gif", "--width", "99999"], "1200"),
        (["--out", "film.gif", "--frames", "1"], "from 2 to 60"),
        (["--out", "film.gif", "--frames", "9" * 5000], "from 2 to 60"),
        (["--out", "film.gif", "--frames", "²"], "from 2 to 60"),
        (["--out", "film.gif", "--from", "2026-02-30"], "YYYY-MM-DD"),
        (["--out", "film.gif", "--from", "2026-02-20", "--to", "2026-02-20"], "a day before"),
        (["--out", "film.gif", "--from", "2026-03-03"], "a day before 2026-03-03"),
    ],
)
def test_nonsense_on_the_command_line_ends_with_2(
    capsys: pytest.CaptureFixture[str], asked: list[str], expected: str
) -> None:
    try:
        code = main.main(["film", *asked])
    except SystemExit as end:
        code = int(end.code or 0)
    assert code == main.NONSENSE
    out, err = capsys.readouterr()
    assert out == ""
    assert expected in err


def test_the_grammar_takes_as_many_frames_as_a_film_has_by_itself() -> None:
    asked = parser.build_parser().parse_args(["film", "--out", "a.gif"])
    assert asked.frames == films.FRAMES
