"""Pictures of the chosen day: a preview, the choices, one button."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast
from urllib.parse import urlencode

import streamlit as st

from geo import permalink, snapshot
from geo.exports import File
from geo.exports.rows import data_version
from geo.page import made
from geo.page.render import render

if TYPE_CHECKING:
    from geo.atlas import Atlas
    from geo.permalink import Place
    from geo.snapshot import Extent, Format, Scale, Theme

Shape = tuple["Format", "Scale"]

SHAPES: dict[str, Shape] = {
    "PNG 1×": ("png", 1),
    "PNG 2×": ("png", 2),
    "PNG 4×": ("png", 4),
    "SVG": ("svg", 1),
    "PDF": ("pdf", 1),
}
MEDIA_TYPES: dict[Format, str] = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
}
SHAPE_WORDS: dict[Format, str] = {
    "png": "{} × {} pixels",
    "svg": "vector drawing, text as text",
    "pdf": "vector, one A4 page, landscape",
}
PIXELS = (1200, 900)
THEMES: dict[Theme, str] = {"light": "Light", "dark": "Dark"}
VIEWS: dict[Extent, str] = {"flank": "Flank", "europe": "Europe", "world": "World"}


def section(atlas: Atlas, place: Place) -> None:
    """Choose a picture, see it small, take it."""
    preview = st.container(key="export_preview")
    shape = st.segmented_control(
        "Format", list(SHAPES), default="PNG 2×", key="export_shape", required=True
    )
    with st.container(horizontal=True):
        # A key for each view of the map: whoever moves the map is offered what it then shows.
        extent = st.segmented_control(
            "View",
            list(VIEWS),
            format_func=VIEWS.__getitem__,
            default=cast("Extent", place.view),
            key=f"export_view_{place.view}",
            required=True,
        )
        theme = st.segmented_control(
            "Ground",
            list(THEMES),
            format_func=THEMES.__getitem__,
            default="light",
            key="export_theme",
            required=True,
        )
    view = atlas.on(place.date, place.worldview)
    fmt, scale = SHAPES[shape]
    preview.html(
        render(
            "export_preview.html",
            address=preview_address(atlas, place, extent, theme),
            width=PIXELS[0],
            height=PIXELS[1],
            alt=snapshot.alt_text(view, extent),
        )
    )
    key = picture_key(atlas, place, extent, fmt, scale, theme)
    outlined = f"{view.states[place.country].name} outlined." if place.country else ""
    about = SHAPE_WORDS[fmt].format(*(scale * side for side in PIXELS))
    weight = made.size(key)
    st.caption(f"{shape}: {about}{f', {weight}' if weight else ''}. {outlined}")
    st.download_button(
        "Download picture",
        data=made.later(key, partial(picture, atlas, place, extent, fmt, scale, theme)),
        file_name=file_name(atlas, place, extent, fmt, scale, theme),
        mime=MEDIA_TYPES[fmt],
        key="export_picture",
        icon=":material/image:",
        on_click="ignore",
        width="stretch",
    )
    with st.expander("Words for those who do not see it"):
        st.code(snapshot.alt_text(view, extent), language=None, wrap_lines=True)


def preview_address(atlas: Atlas, place: Place, extent: Extent, theme: Theme) -> str:
    """Where the picture stands at scale 1. With the data version in it the browser may keep it."""
    shown = permalink.encode(place) | {"view": extent, "theme": theme, "scale": "1"}
    shown.pop("tab", None)
    return f"/api/v1/snapshot.png?{urlencode(shown | {'v': data_version(atlas)})}"


def picture_key(
    atlas: Atlas, place: Place, extent: Extent, fmt: Format, scale: Scale, theme: Theme
) -> tuple[object, ...]:
    """Everything a picture depends on."""
    shown = (place.date, place.country, place.worldview)
    return ("picture", data_version(atlas), shown, extent, fmt, scale, theme)


def picture(
    atlas: Atlas, place: Place, extent: Extent, fmt: Format, scale: Scale, theme: Theme
) -> File:
    """The picture of a place."""
    content = snapshot.render(
        atlas,
        atlas.on(place.date, place.worldview),
        extent=extent,
        fmt=fmt,
        scale=scale,
        theme=theme,
        highlight=place.country or None,
    )
    return File(file_name(atlas, place, extent, fmt, scale, theme), MEDIA_TYPES[fmt], content)


def file_name(
    atlas: Atlas, place: Place, extent: Extent, fmt: Format, scale: Scale, theme: Theme
) -> str:
    """As ottawa-atlas-flank-2026-02-20.png; what differs from the usual picture is named in it."""
    usual = snapshot.filename(atlas.on(place.date, place.worldview), extent, fmt)
    stem, _, suffix = usual.rpartition(".")
    country = f"-{place.country}" if place.country else ""
    size = f"-{scale}x" if fmt == "png" and scale != 2 else ""
    ground = "-dark" if theme == "dark" else ""
    return f"{stem}{country}{size}{ground}.{suffix}"
