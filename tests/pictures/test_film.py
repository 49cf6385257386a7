"""The film a newsroom takes: the right days, crisp frames, whole files, a word when it fails."""

import io
from datetime import date, timedelta
from itertools import pairwise
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
from geo.pictures import film as films
from geo.pictures import projected
from geo.pictures.film import animated_image
from geo.pictures.film import days as day_choice
from tests.pictures.films import LAST, SECONDS, SHORT, SHOWN, WARSAW, WIDTH, frames_of

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def short(atlas: Atlas) -> dict[str, bytes]:
    return {fmt: films.film(atlas, **SHORT, fmt=fmt) for fmt in ("webp", "gif")}


def colour(image: Image.Image, place: tuple[int, int]) -> str:
    red, green, blue = image.getpixel(place)  # type: ignore[misc]
    return f"#{red:02X}{green:02X}{blue:02X}"


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
