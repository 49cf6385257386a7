"""What is copied: the address, a frame for another page, a citation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from geo.answers import share_texts
from geo.answers.data.credits import data_version
from geo.basics.dates import today
from geo.server.page import map_panel

if TYPE_CHECKING:
    from geo.answers.permalink import Place
    from geo.atlas import Atlas

FRAMES = {"live": "Live", "frozen": "Frozen"}


def section(atlas: Atlas, place: Place) -> None:
    """Texts, each with a button to copy it."""
    base = base_address()
    place = replace(place, bounds=map_panel.shown())
    _copy("Link to this view", share_texts.address(base, place))
    with st.container(key="export_frame", horizontal=True, vertical_alignment="center"):
        st.markdown("**Frame for your page**")
        kind = st.segmented_control(
            "Kind of frame",
            list(FRAMES),
            format_func=FRAMES.__getitem__,
            default="live",
            key="export_embed",
            required=True,
            label_visibility="collapsed",
        )
    frozen = kind == "frozen"
    st.code(share_texts.embed_snippet(base, place, frozen=frozen), language=None, wrap_lines=True)
    st.caption(
        "Fixed to this day; the country can still be changed."
        if frozen
        else "Opens on this day; its readers can move the date."
    )
    _copy(
        "Citation",
        share_texts.citation(
            base,
            place,
            version=data_version(atlas),
            held=atlas.record.held,
            today=today(),
        ),
    )


def _copy(title: str, text: str) -> None:
    st.markdown(f"**{title}**")
    st.code(text, language=None, wrap_lines=True)


def base_address() -> str:
    """The page's own address as the reader's browser has it, ending in a slash."""
    return f"{(st.context.url or '').rstrip('/')}/"
