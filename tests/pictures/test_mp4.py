"""A film as MP4: what ffmpeg is asked, and what is said where it fails or never ends."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import cast

import pytest
from PIL import Image, ImageChops, ImageColor, ImageStat

from geo import pictures as snapshot
from geo.answers.words.legend import WITHDRAWN_VERMILLION
from geo.atlas import Atlas
from geo.basics.atomic_files import write_made
from geo.basics.errors import AtlasError
from geo.pictures import film as films
from geo.pictures.film import mp4
from tests.pictures.films import FIRST, LAST, SECONDS, SHORT, WARSAW, WIDTH, stand_in

pytestmark = pytest.mark.slow


def test_without_ffmpeg_it_says_so_and_draws_nothing(
    atlas: Atlas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    told: list[int] = []
    with pytest.raises(AtlasError, match="ffmpeg, which is not on this machine's PATH") as refused:
        films.film(atlas, **SHORT, fmt="mp4", progress=lambda done, _: told.append(done))
    assert "WebP or GIF" in str(refused.value)
    assert told == []


def test_ffmpeg_gets_a_fixed_list_of_words_and_every_frame_as_often_as_it_is_seen(
    atlas: Atlas, tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = f'printf "%s\\n" "$@" > {tmp_path}/words; wc -c > {tmp_path}/count; '
    script += 'for last; do :; done; printf film > "$last"'
    stand_in(tmp_path / "bin", monkeypatch, script)
    assert films.film(atlas, **SHORT, fmt="mp4") == b"film"
    given = (tmp_path / "words").read_text(encoding="utf-8").splitlines()
    title = next(word for word in given if word.startswith("title="))
    expected = mp4.arguments("", (WIDTH, 300), title.removeprefix("title="), Path(given[-1]))
    assert given == expected[1:]
    for option, value in {"-video_size": "400x300", "-c:v": "libx264", "-i": "pipe:0"}.items():
        assert given[given.index(option) + 1] == value
    seen = sum(SECONDS) // 1000 * mp4.FRAMES_A_SECOND
    assert int((tmp_path / "count").read_text(encoding="utf-8")) == seen * WIDTH * 300 * 3
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("cat > /dev/null; echo first >&2; echo Unknown encoder >&2; exit 1", "Unknown encoder"),
        ("echo gone early >&2; exit 3", "gone early"),
        ("exit 7", "exit code 7"),
        ("cat > /dev/null", "exit code 0"),  # and no file
        ("kill -9 $$", "exit code -9"),
    ],
)
def test_an_ffmpeg_that_fails_is_quoted_and_leaves_nothing(
    atlas: Atlas,
    tmp_path: Path,
    scratch: Path,
    monkeypatch: pytest.MonkeyPatch,
    script: str,
    expected: str,
) -> None:
    stand_in(tmp_path / "bin", monkeypatch, script)
    target = tmp_path / "film.mp4"
    with pytest.raises(AtlasError, match=expected):
        write_made(target, lambda: films.film(atlas, **SHORT, fmt="mp4"))
    assert not target.exists()
    assert list(scratch.iterdir()) == []


def test_an_ffmpeg_that_never_ends_is_ended(
    atlas: Atlas, tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = f"cat > /dev/null; echo $$ > {tmp_path}/id; exec tail -f /dev/null"
    stand_in(tmp_path / "bin", monkeypatch, script)
    monkeypatch.setattr(mp4, "PATIENCE_SECONDS", 0.5)
    with pytest.raises(AtlasError, match="did not finish"):
        films.film(atlas, **SHORT, fmt="mp4")
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "id").read_text(encoding="utf-8")), 0)
    assert list(scratch.iterdir()) == []


def test_a_program_that_is_none_is_named(
    atlas: Atlas, tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path / "bin", monkeypatch, "")
    (tmp_path / "bin/ffmpeg").write_bytes(b"\x00\x01")
    with pytest.raises(AtlasError, match="cannot be started"):
        films.film(atlas, **SHORT, fmt="mp4")
    assert list(scratch.iterdir()) == []


def test_a_film_of_this_machine_is_read_back_or_refused(atlas: Atlas, tmp_path: Path) -> None:
    program = shutil.which("ffmpeg")
    if program is None:
        with pytest.raises(AtlasError, match="ffmpeg"):
            films.film(atlas, **SHORT, fmt="mp4")
        return
    target = tmp_path / "film.mp4"
    write_made(target, lambda: films.film(atlas, **SHORT, fmt="mp4"))
    assert films.film(atlas, **SHORT, fmt="mp4") == target.read_bytes()
    read = [program, "-loglevel", "error", "-i", str(target), "-f", "rawvideo"]
    raw = subprocess.run(
        [*read, "-pix_fmt", "rgb24", "-"], stdin=subprocess.DEVNULL, capture_output=True, check=True
    ).stdout
    size = WIDTH * 300 * 3
    assert len(raw) == sum(SECONDS) // 1000 * mp4.FRAMES_A_SECOND * size
    first, last = (Image.frombytes("RGB", (WIDTH, 300), part) for part in (raw[:size], raw[-size:]))
    pictures = [snapshot.raster(atlas, atlas.on(day), width=WIDTH) for day in (FIRST, LAST)]
    for shown, picture in zip((first, last), pictures, strict=True):
        assert max(ImageStat.Stat(ImageChops.difference(shown, picture)).mean) < 6
    meant = ImageColor.getrgb(WITHDRAWN_VERMILLION)
    land = [cast(tuple[int, ...], last.getpixel((WARSAW[0] + n, WARSAW[1]))) for n in range(12)]
    off = [max(abs(a - b) for a, b in zip(there, meant, strict=True)) for there in land]
    assert min(off) <= 6  # between the lines of its hatch
