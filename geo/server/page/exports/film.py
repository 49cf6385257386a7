"""The moving picture: made while the reader sees how far it is, then offered with its size."""

from __future__ import annotations

from concurrent.futures import Future, wait
from datetime import date
from functools import cache, partial

import streamlit as st

from geo.answers.data.credits import data_version
from geo.answers.files.catalogue import File
from geo.answers.permalink import Place
from geo.answers.supposing import last_told
from geo.answers.words import exports, extents
from geo.answers.words.said import reason
from geo.atlas import Atlas
from geo.basics.choices import FIRST_DAY, Extent, FilmFormat, Language, Theme
from geo.basics.errors import AtlasError
from geo.basics.file_names import MEDIA_TYPES
from geo.basics.markdown_text import for_streamlit
from geo.basics.shared_cache import BusyError, SharedCache
from geo.pictures.film import filename
from geo.server.drawing import FILMS as STUDIO
from geo.server.drawing import jobs
from geo.server.page import controls
from geo.server.page.exports import downloads
from geo.server.page.exports.choices import choose, offer
from geo.server.page.exports.picture import view_and_ground

SPANS = {"1997": FIRST_DAY, "2025": date(2025, 1, 1)}
FORMATS: dict[FilmFormat, str] = {"webp": "WebP", "gif": "GIF", "mp4": "MP4"}
LOOK_SECONDS = 0.2

Film = tuple[date, "FilmFormat", "Extent", "Theme", "Language"]

# Apart from the other files: nobody waits for a picture until a stranger's film is done.
FILMS: SharedCache[File] = SharedCache(
    "films", downloads.weight, limit_bytes=32_000_000, workers=1, waiting=4, each=1
)
_drawn: dict[object, float] = {}


def section(atlas: Atlas, place: Place) -> None:
    """Choose a film, watch it being made, take it."""
    tongue = controls.tongue()
    with st.container(horizontal=True):
        span = choose(exports.DAYS, exports.SPANS, "export_span", "2025")
        fmt = choose(exports.FORMAT, formats(), "export_film_format", "webp")
    extent, theme = view_and_ground(place, "film", extents.LABELS)
    chosen = (SPANS[span], fmt, extent, theme, tongue.language)
    key = ("film", data_version(atlas), place.worldview, place.what_if, place.lens, *chosen)
    st.caption(tongue.text(exports.FRAMES_OF_A_FILM))
    # A film begun before the menu was closed is simply watched again.
    if not (downloads.is_wanted(key) or key in _drawn or FILMS.get(key)):
        downloads.make_button(
            tongue.text(exports.MAKE_FILM), key, name="export_make_film", icon=":material/movie:"
        )
        return
    slot = st.empty()
    try:
        making = FILMS.ask(key, lambda: _film(atlas, place, chosen, key), downloads.asker())
        file = _watched(slot, key, making, tongue.text(exports.DRAWING_FRAMES))
    except BusyError:
        slot.warning(tongue.text(exports.OTHER_FILMS))
        return
    except AtlasError as error:
        slot.warning(tongue.text(exports.NO_FILM, says=for_streamlit(reason(error)(tongue))))
        return
    label = tongue.text(exports.DOWNLOAD_FILM, size=downloads.size_words(len(file.content), tongue))
    with slot:
        offer(label, lambda: file.content, file.name, file.media_type, "export_film", "movie")
    st.caption(file.name)


@cache
def formats() -> dict[FilmFormat, str]:
    """Return the formats that this machine can make: MP4 only where ffmpeg is."""
    from geo.pictures.film.mp4 import find_ffmpeg

    try:
        find_ffmpeg()
    except AtlasError:
        return {name: words for name, words in FORMATS.items() if name != "mp4"}
    return FORMATS


def _film(atlas: Atlas, place: Place, chosen: Film, key: object) -> File:
    first, fmt, extent, theme, language = chosen
    last = last_told(atlas)
    job = partial(
        jobs.film,
        supposed=atlas.supposed,
        extent=extent,
        first=first,
        last=last,
        fmt=fmt,
        theme=theme,
        worldview=place.worldview,
        lens=place.lens,
        language=language,
    )
    try:
        content = STUDIO.make(atlas.real, job, partial(_drawn.__setitem__, key))
    finally:
        _drawn.pop(key, None)
    name = filename(
        first,
        last,
        extent=extent,
        fmt=fmt,
        worldview=place.worldview,
        supposed=bool(atlas.supposed),
        lens=place.lens,
        language=language,
    )
    return File(name, MEDIA_TYPES[fmt], content)


def _watched(
    slot: st.delta_generator.DeltaGenerator, key: object, making: Future[File], words: str
) -> File:
    """The film once it is made; until then the reader sees how far it is."""
    if not making.done():
        bar = slot.progress(0.0, words)
        while not wait([making], LOOK_SECONDS).done:
            bar.progress(_drawn.get(key, 0.0), words)
    return making.result()
