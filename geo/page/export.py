"""What a reader takes home: the picture of the day, drawn when it is asked for."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING, cast

import streamlit as st

from geo import permalink, snapshot

if TYPE_CHECKING:
    from geo.atlas import Atlas
    from geo.permalink import Place
    from geo.snapshot import Extent, Format, Theme

FORMATS: dict[Format, tuple[str, str]] = {
    "png": ("PNG picture", "image/png"),
    "svg": ("SVG drawing", "image/svg+xml"),
    "pdf": ("PDF, A4", "application/pdf"),
}
THEMES: dict[Theme, str] = {"light": "Light", "dark": "Dark"}


def export_menu(atlas: Atlas, place: Place) -> None:
    """A menu with the pictures of the chosen day and the address of what is on the screen."""
    with st.popover("Export", key="export", icon=":material/download:", on_change="rerun") as menu:
        if not menu.open:
            return
        st.markdown("**Picture of the chosen day**")
        theme = st.segmented_control(
            "Ground",
            list(THEMES),
            format_func=THEMES.__getitem__,
            default="light",
            key="export_theme",
            required=True,
        )
        view = atlas.on(place.date, place.worldview)
        extent = cast("Extent", place.view)
        with st.container(horizontal=True):
            for fmt, (words, media_type) in FORMATS.items():
                st.download_button(
                    words,
                    data=partial(picture, atlas, place, fmt, theme),
                    file_name=snapshot.filename(view, extent, fmt),
                    mime=media_type,
                    key=f"export_{fmt}",
                    on_click="ignore",
                )
        st.caption("Equal-area projection; headline, legend, sources and licence in the picture.")
        st.markdown("**Words for those who cannot see it**")
        st.code(snapshot.alt_text(view, extent), language=None, wrap_lines=True)
        st.markdown("**Address of this view**")
        st.code(f"?{permalink.query(place)}", language=None)


@lru_cache(maxsize=32)
def picture(atlas: Atlas, place: Place, fmt: Format, theme: Theme) -> bytes:
    """The picture of a place; kept, a bounded number of them."""
    return snapshot.render(
        atlas,
        atlas.on(place.date, place.worldview),
        extent=cast("Extent", place.view),
        fmt=fmt,
        theme=theme,
        highlight=place.country or None,
    )
