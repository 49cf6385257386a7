"""Pictures of the chosen day: a preview, the choices, one button."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TypeVar, cast
from urllib.parse import urlencode

import streamlit as st

from geo import pictures
from geo.answers import permalink, through
from geo.answers.data.credits import data_version
from geo.answers.files.catalogue import File
from geo.answers.permalink import Place
from geo.answers.words import comparison, exports, extents
from geo.answers.words.controls import CONTROLS
from geo.answers.words.tongue import Tongue
from geo.atlas import Atlas
from geo.basics import boxes
from geo.basics.choices import Extent, PictureFormat, Scale, Theme
from geo.basics.file_names import MEDIA_TYPES
from geo.basics.languages import USUAL
from geo.basics.markdown_text import for_streamlit
from geo.server.drawing import ASKED, jobs
from geo.server.page import controls, map_panel
from geo.server.page.exports import downloads
from geo.server.page.exports.choices import choose, offer
from geo.web.templating import render

V = TypeVar("V", bound=str)

FORMATS: dict[PictureFormat, str] = {"png": "PNG", "svg": "SVG", "pdf": "PDF"}
SCALES: dict[Scale, str] = {1: "1×", 2: "2×", 4: "4×"}
PIXELS = (1200, 900)
AS_SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it has been chosen; `scale` counts for PNG only.

    With a `box` it shows that in place of the place's view.
    """

    place: Place
    fmt: PictureFormat
    scale: Scale
    theme: Theme
    box: boxes.Box | None = None

    @property
    def extent(self) -> Extent:
        """The named view it frames, or that of the map whose box it frames."""
        return self.place.view

    @property
    def region(self) -> str:
        """Return what it frames, in the words of descriptions."""
        return pictures.region_of(self.extent, self.place.lens, self.box)

    def file_name(self, atlas: Atlas) -> str:
        """As ottawa-atlas-flank-2026-02-20.png; what is not as usual is named in it."""
        view = atlas.on(self.place.date, self.place.worldview)
        size = f"{self.scale}x" if self.fmt == "png" and self.scale != 2 else ""
        ground = self.theme if self.theme == "dark" else ""
        region = extents.DETAIL if self.box else self.extent
        unusual = (self.place.country, size, ground)
        return pictures.filename(
            view,
            region,
            self.fmt,
            *unusual,
            lens=self.place.lens,
            compare=self.place.compare,
            language=self.place.lang or USUAL,
        )

    def file(self, atlas: Atlas) -> File:
        """Draw it. Raises DrawingError."""
        job = partial(
            jobs.picture,
            shown=jobs.Shown.of(atlas.on(self.place.date, self.place.worldview)),
            extent=self.extent,
            extent_bounds=self.box,
            fmt=self.fmt,
            scale=self.scale,
            theme=self.theme,
            highlight=self.place.country or None,
            lens=self.place.lens,
            compare=self.place.compare,
            language=self.place.lang or USUAL,
        )
        return File(self.file_name(atlas), MEDIA_TYPES[self.fmt], ASKED.make(atlas.real, job))

    def preview_address(self, version: str) -> str:
        """Return where the same stands as a small PNG, below the page.

        With the data version the browser may keep it.
        """
        shown = permalink.encode(self.place) | {"theme": self.theme, "scale": "1", "v": version}
        if self.box:
            shown["bounds"] = boxes.written(self.box)
        return f"api/v1/snapshot.png?{urlencode(shown, safe=',:')}"


def section(atlas: Atlas, place: Place) -> None:
    """Choose a picture, see it small, take it."""
    preview = st.container(key="export_preview")
    picture = _chosen(place)
    view = atlas.on(place.date, place.worldview)
    version = data_version(atlas)
    words = _described(atlas, picture)
    preview.html(
        render(
            "export_preview.html",
            address=picture.preview_address(version),
            width=PIXELS[0],
            height=PIXELS[1],
            alt=words,
        )
    )
    key = ("picture", version, picture)
    tongue = controls.tongue()
    outlined = tongue.state(place.country, view.states[place.country].name) if place.country else ""
    st.caption(_about(picture, downloads.size(key, tongue), outlined, tongue))
    label, name = tongue.text(exports.DOWNLOAD_PICTURE), picture.file_name(atlas)
    later = downloads.later(key, partial(picture.file, atlas))
    offer(label, later, name, MEDIA_TYPES[picture.fmt], "export_picture", "image")
    with st.expander(tongue.text(exports.IN_WORDS)):
        st.code(words, language=None, wrap_lines=True)


def _chosen(place: Place) -> Picture:
    tongue = controls.tongue()
    with st.container(horizontal=True):
        fmt = choose(exports.FORMAT, FORMATS, "export_picture_format", "png")
        scale: Scale = 1
        if fmt == "png":
            scale = choose(exports.SIZE, SCALES, "export_scale", 2)
    chosen, theme = view_and_ground(
        place, "picture", {**extents.LABELS, AS_SHOWN: exports.AS_SHOWN}
    )
    view, box = (place.view, map_panel.shown()) if chosen == AS_SHOWN else (chosen, None)
    drawn = Place(
        place.date,
        place.country,
        place.worldview,
        view,
        what_if=place.what_if,
        compare=place.compare if _both(place) else None,
        lens=place.lens,
        lang="" if tongue.language == USUAL else tongue.language,
    )
    return Picture(drawn, fmt, scale, theme, box)


def _both(place: Place) -> bool:
    """Whether both days are drawn, where two are compared and a reader does not want one."""
    if place.compare in (None, place.date):
        return False
    return st.checkbox(
        controls.tongue().text(comparison.BOTH_DAYS), value=True, key="export_both_days"
    )


def _described(atlas: Atlas, picture: Picture) -> str:
    """A picture in words, for those who do not see it."""
    place, tongue = picture.place, controls.tongue()
    view = atlas.on(place.date, place.worldview)
    if place.compare is None:
        said = through.sentence(atlas, view, place, tongue)
        return pictures.alt_text(view, picture.region, said, tongue)
    first, last = (atlas.on(day, place.worldview) for day in sorted((place.date, place.compare)))
    told = through.compared(atlas, place, place.compare, tongue)["sentence"]
    return pictures.alt_text_of_two(first, last, picture.region, told, tongue)


def view_and_ground(place: Place, kind: str, views: dict[V, str]) -> tuple[V, Theme]:
    """The choices that pictures and films share; the view is first the one of the map."""
    with st.container(horizontal=True):
        # A key for each view of the map: whoever changes it is offered what the map then shows.
        key = f"export_{kind}_{place.view}"
        view = choose(CONTROLS["view"], views, key, cast("V", place.view))
        theme = choose(exports.GROUND, exports.THEMES, f"export_{kind}_theme", "light")
    return view, theme


def _about(picture: Picture, size: str, outlined: str, tongue: Tongue) -> str:
    width, height = (picture.scale * side for side in PIXELS)
    file = tongue.text(exports.PICTURES[picture.fmt], width=width, height=height)
    told = [f"{file}, {size}." if size else f"{file}."]
    if outlined:
        told.append(tongue.text(exports.OUTLINED, state=for_streamlit(outlined)))
    return " ".join(told)
