"""What is copied: the address, a frame for another page, a citation."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from geo.answers import share_texts
from geo.answers.data.credits import data_version
from geo.answers.permalink import Place
from geo.answers.words import exports
from geo.atlas import Atlas
from geo.basics.dates import today
from geo.server.page import controls, map_panel
from geo.server.page.exports.choices import choose


def section(atlas: Atlas, place: Place) -> None:
    """Texts, each with a button to copy it."""
    base, tongue = base_address(), controls.tongue()
    place = replace(place, bounds=map_panel.shown())
    _copy(tongue.text(exports.LINK), share_texts.address(base, place))
    with st.container(key="export_frame", horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{tongue.text(exports.FRAME)}**")
        key = "export_embed"
        kind = choose(
            exports.KIND_OF_FRAME, exports.FRAMES, key, "live", label_visibility="collapsed"
        )
    frozen = kind == "frozen"
    snippet = share_texts.embed_snippet(base, place, frozen=frozen, tongue=tongue)
    st.code(snippet, language=None, wrap_lines=True)
    st.caption(tongue.text(exports.FRAME_SHOWS[kind]))
    _copy(
        tongue.text(exports.CITATION),
        share_texts.citation(
            base,
            place,
            version=data_version(atlas),
            held=atlas.record.held,
            today=today(),
            tongue=tongue,
        ),
    )


def _copy(title: str, text: str) -> None:
    st.markdown(f"**{title}**")
    st.code(text, language=None, wrap_lines=True)


def base_address() -> str:
    """The page's own address as the reader's browser has it, ending in a slash."""
    return f"{(st.context.url or '').rstrip('/')}/"
