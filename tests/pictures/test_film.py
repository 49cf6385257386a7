"""The film a newsroom takes: the right days, crisp frames, whole files, a word when it fails."""

import errno
import io
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageColor, ImageStat
from PIL.ExifTags import Base

from geo import pictures as snapshot
from geo.answers.words.legend import BOUND_BLUE, GROUNDS, WITHDRAWN_VERMILLION
from geo.atlas import FACING, FLANK, Atlas
from geo.basics.choices import FILM_WIDTHS, Extent, FilmFormat, Theme
from geo.basics.errors import AtlasError
from geo.cli import main, parser, telling
from geo.pictures import film as films
from geo.pictures import projected
from geo.pictures.film import animated_image, mp4
from geo.pictures.film import days as day_choice

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
FIRST, LAST = date(2026, 2, 1), date(2026, 3, 3)
SHOWN = (FIRST, date(2026, 2, 20), LAST)
SECONDS = (1000, 1000, 4000)
WIDTH = 400
WARSAW = (110, 250)  # in a picture 400 pixels wide
SHORT: dict[str, Any] = {"first": FIRST, "last": LAST, "width": WIDTH}


@pytest.fixture(scope="module")
def short(atlas: Atlas) -> dict[str, bytes]:
    return {fmt: films.film(atlas, **SHORT, fmt=fmt) for fmt in ("webp", "gif")}


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go, so that a test sees what is left of them."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def frames_of(content: bytes) -> list[tuple[Image.Image, int]]:
    """Every frame as the reader sees it, and how long, in ms."""
    found = []
    with Image.open(io.BytesIO(content)) as image:
        for n in range(cast(Any, image).n_frames):
            image.seek(n)
            image.load()
            found.append((image.convert("RGB"), int(image.info["duration"])))
    return found


def colour(image: Image.Image, place: tuple[int, int]) -> str:
    red, green, blue = image.getpixel(place)  # type: ignore[misc]
    return f"#{red:02X}{green:02X}{blue:02X}"


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """A program named ffmpeg, the only one on PATH, that does as the script says."""
    folder.mkdir()
    program = folder / "ffmpeg"
    program.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


# Which days


def test_the_flank_since_2025_stops_where_the_flank_or_ukraine_changed(atlas: Atlas) -> None:
    assert films.film_days(atlas, "flank", date(2025, 1, 1), atlas.verified_to, most=40) == (
        date(2025, 1, 1),
        date(2025, 6, 27),
        date(2025, 7, 10),
        date(2025, 7, 18),  # Ukraine declares a suspension
        date(2025, 8, 20),
        date(2025, 12, 27),
        date(2026, 1, 10),
        date(2026, 2, 20),
        atlas.verified_to,
    )


@pytest.mark.parametrize("extent", ["flank", "europe", "world"])
def test_no_change_of_the_flank_is_left_out_of_forty_frames(atlas: Atlas, extent: Extent) -> None:
    first, last = date(1997, 1, 1), atlas.verified_to
    days = films.film_days(atlas, extent, first, last, most=films.FRAMES)
    assert (days[0], days[-1]) == (first, last)
    assert len(days) <= films.FRAMES
    assert list(days) == sorted(set(days))
    for before, day in pairwise(days):
        was, at, now = (atlas.on(d) for d in (before, day - timedelta(days=1), day))
        for iso_a3 in (*FLANK, *FACING, "UKR"):
            # Between two frames nothing of the flank happens that neither shows.
            kept = {was.states[iso_a3].legal_status, now.states[iso_a3].legal_status}
            assert at.states[iso_a3].legal_status in kept


def test_a_wider_map_stops_for_states_only_it_shows(atlas: Atlas) -> None:
    sweden = date(1999, 5, 1)  # in force for it; for nobody on the flank
    span = (date(1999, 4, 30), date(1999, 5, 2))
    fiji = date(1998, 6, 10)  # its ratification; no map of Europe shows it
    assert sweden in films.film_days(atlas, "europe", *span, most=40)
    assert sweden not in films.film_days(atlas, "flank", *span, most=40)
    around = (fiji - timedelta(days=1), fiji + timedelta(days=1))
    assert fiji in films.film_days(atlas, "world", *around, most=40)
    assert fiji not in films.film_days(atlas, "europe", *around, most=40)


@given(
    st.sets(st.dates(date(1997, 1, 1), date(2030, 1, 1)), min_size=2, max_size=90),
    st.data(),
    st.integers(2, 60),
)
def test_thinning_keeps_both_ends_and_as_many_marks_as_there_is_room_for(
    found: set[date], data: st.DataObject, most: int
) -> None:
    days = sorted(found)
    marks = data.draw(st.sets(st.sampled_from(days))) | {days[0], days[-1]}
    kept = day_choice._thinned(days, marks, most)
    assert list(kept) == sorted(set(kept))
    assert set(kept) <= found
    assert (kept[0], kept[-1]) == (days[0], days[-1])
    assert len(kept) == min(most, len(days))
    assert marks <= set(kept) if len(marks) <= most else set(kept) <= marks


# What is in it


@pytest.mark.parametrize("fmt", ["webp", "gif"])
def test_it_has_a_frame_for_each_day_and_the_last_stays_longer(
    short: dict[str, bytes], fmt: str
) -> None:
    frames = frames_of(short[fmt])
    assert tuple(duration for _, duration in frames) == SECONDS
    assert {image.size for image, _ in frames} == {(WIDTH, 300)}
    with Image.open(io.BytesIO(short[fmt])) as image:
        assert image.info["loop"] == 0  # starts again


@pytest.mark.parametrize("fmt", ["webp", "gif"])
def test_each_frame_is_the_picture_of_its_day(
    atlas: Atlas, short: dict[str, bytes], fmt: str
) -> None:
    frames = [image for image, _ in frames_of(short[fmt])]
    pictures = [snapshot.raster(atlas, atlas.on(day), width=WIDTH) for day in SHOWN]

    def differ(one: Image.Image, other: Image.Image) -> float:
        return max(ImageStat.Stat(ImageChops.difference(one, other)).mean)

    for n, frame in enumerate(frames):
        # No more than the palette costs, and nearer its own day than any other: the day is named.
        apart = [differ(frame, picture) for picture in pictures]
        assert apart[n] < 2
        assert apart.index(min(apart)) == n


@pytest.mark.parametrize("fmt", ["webp", "gif"])
def test_poland_turns_the_exact_colour_of_its_status(short: dict[str, bytes], fmt: str) -> None:
    frames = [image for image, _ in frames_of(short[fmt])]
    hatched = {colour(frames[0], (WARSAW[0] + n, WARSAW[1])) for n in range(12)}
    assert BOUND_BLUE in hatched
    assert WITHDRAWN_VERMILLION not in hatched
    for frame in frames[1:]:
        land = {colour(frame, (WARSAW[0] + n, WARSAW[1])) for n in range(12)}
        assert WITHDRAWN_VERMILLION in land  # between its own lines
        assert BOUND_BLUE not in land
    assert {colour(frame, (2, 2)) for frame in frames} == {GROUNDS["light"].page}


@pytest.mark.parametrize("theme", GROUNDS)
def test_a_shared_palette_leaves_the_colours_of_the_map_as_they_are(theme: Theme) -> None:
    own = animated_image._own_colours(theme)
    ground = GROUNDS[theme]
    large = {ground.page, ground.sea, ground.no_status, BOUND_BLUE, WITHDRAWN_VERMILLION}
    assert {ImageColor.getrgb(words) for words in large} <= set(own)
    picture = Image.merge("RGB", [Image.radial_gradient("L")] * 3)
    picture.paste(Image.effect_noise((256, 200), 90).convert("RGB"), (0, 0))
    for n, fill in enumerate(own):
        picture.paste(fill, (4 * n, 240, 4 * n + 4, 256))
        near = tuple(max(0, part - 2) for part in fill)
        picture.paste(near, (4 * n, 220, 4 * n + 4, 240))
    for fmt in ("webp", "gif"):
        content = animated_image.looping(
            lambda _: picture, [100], cast(Any, fmt), theme=theme, title="colours"
        )
        shown = Image.open(io.BytesIO(content)).convert("RGB")
        assert [shown.getpixel((4 * n + 2, 250)) for n in range(len(own))] == own


def test_it_says_what_it_is(atlas: Atlas, short: dict[str, bytes]) -> None:
    with Image.open(io.BytesIO(short["webp"])) as webp, Image.open(io.BytesIO(short["gif"])) as gif:
        said = [webp.getexif()[Base.ImageDescription], gif.info["comment"].decode()]
    for words in said:
        assert "the Baltic-Arctic flank, 2026-02-01 to 2026-03-03" in words
        assert atlas.record.checksum[:8] in words
        assert "CC BY 4.0" in words


@pytest.mark.parametrize("fmt", ["webp", "gif"])
def test_the_same_days_give_the_same_bytes(
    atlas: Atlas, short: dict[str, bytes], fmt: FilmFormat
) -> None:
    projected.named.cache_clear()
    assert films.film(atlas, **SHORT, fmt=fmt) == short[fmt]


def test_theme_and_view_are_those_asked_for(atlas: Atlas) -> None:
    dark = films.film(atlas, **SHORT, frames=2, theme="dark", extent="europe")
    frames = [image for image, _ in frames_of(dark)]
    assert len(frames) == 2
    assert colour(frames[-1], (2, 2)) == GROUNDS["dark"].page
    picture = snapshot.raster(atlas, atlas.on(LAST), width=WIDTH, theme="dark", extent="europe")
    assert max(ImageStat.Stat(ImageChops.difference(frames[-1], picture)).mean) < 2


def test_it_tells_how_far_it_is_and_never_goes_back(atlas: Atlas) -> None:
    told: list[tuple[int, int]] = []
    films.film(atlas, **SHORT, progress=lambda done, of: told.append((done, of)))
    assert told == [(n, len(SHOWN) + 1) for n in range(len(SHOWN) + 2)]


@pytest.mark.parametrize("width", FILM_WIDTHS)
def test_frames_are_as_wide_as_asked_for(atlas: Atlas, width: int) -> None:
    assert snapshot.raster(atlas, atlas.on(LAST), width=width).size == (width, width * 3 // 4)


# What is refused


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"fmt": "avi"}, "expected webp, gif, mp4"),
        ({"fmt": "mp4; rm -rf ~"}, "expected webp, gif, mp4"),
        ({"width": 0}, "expected 400, 800, 1200, 1600"),
        ({"width": -400}, "expected 400"),
        ({"width": 10**9}, "expected 400"),
        ({"width": "400"}, "expected 400"),
        ({"frames": 1}, "expected 2 to 60"),
        ({"frames": True}, "expected 2 to 60"),
        ({"frames": 10**6}, "expected 2 to 60"),
        ({"extent": "mars"}, "expected flank, europe, world"),
        ({"extent": "../../etc"}, "expected flank, europe, world"),
        ({"theme": "sepia"}, "expected light, dark"),
        ({"first": LAST}, "a first day before the last"),
        ({"first": date(2026, 4, 1)}, "a first day before the last"),
        ({"first": date(1996, 12, 31)}, "none before 1997-01-01"),
    ],
    ids=str,
)
def test_nonsense_is_refused_before_anything_is_drawn(
    atlas: Atlas, asked: dict[str, Any], expected: str
) -> None:
    told: list[int] = []
    with pytest.raises(AtlasError, match=expected):
        films.film(atlas, **{**SHORT, **asked}, progress=lambda done, _: told.append(done))
    assert told == []


def test_file_names_follow_one_pattern() -> None:
    span = (date(1997, 1, 1), date(2026, 3, 3))
    assert films.filename(*span) == "ottawa-atlas-flank-1997-01-01-to-2026-03-03.webp"
    other = films.filename(*span, extent="world", fmt="mp4", worldview="de_facto")
    assert other == "ottawa-atlas-world-1997-01-01-to-2026-03-03-de-facto.mp4"
    for hostile in ({"extent": "../x"}, {"fmt": "exe"}):
        with pytest.raises(AtlasError):
            films.filename(*span, **cast(Any, hostile))


# MP4


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
        films.write_film(atlas, target, **SHORT)
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
    target = films.write_film(atlas, tmp_path / "film.mp4", **SHORT)
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


# Whole files


@pytest.mark.parametrize("name", ["film.webp", "film.gif", "film.mp4"])
def test_an_interrupted_film_leaves_the_old_file_and_nothing_else(
    atlas: Atlas, tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    stand_in(tmp_path / "bin", monkeypatch, "cat > /dev/null")
    folder = tmp_path / "out"
    folder.mkdir()
    target = folder / name
    target.write_bytes(b"the old one")

    def stop(done: int, _: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        films.write_film(atlas, target, **SHORT, progress=stop)
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
        films.write_film(atlas, tmp_path / "film.gif", **SHORT, frames=2)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["film", "film.png", "film.webp.exe", "nowhere/film.webp"])
def test_a_name_that_cannot_be_is_refused(atlas: Atlas, tmp_path: Path, name: str) -> None:
    with pytest.raises(AtlasError, match=r"expected a name that ends in|does not exist"):
        films.write_film(atlas, tmp_path / name, **SHORT)
    assert list(tmp_path.iterdir()) == []


# The command


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
