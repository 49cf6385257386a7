"""Parts of the page that its own script runs in the browser, in Streamlit's components."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from geo.answers.words.tongue import Tongue
from geo.server.base_path import at
from geo.web import static_files
from geo.web.templating import render

_MOUNT = Path(__file__).with_name("mount.js").read_text(encoding="utf-8")
"""What Streamlit sends with each of them; it fetches the script, which a browser keeps."""


def data(part: str, **more: object) -> dict[str, object]:
    """Return what the script is told: the part to run, one of hosts/streamlit_page.js, and more."""
    return {"part": part, "script": at(static_files.fixed()["page.js"].address), **more}


def draw(
    key: str,
    html: str,
    told: Mapping[str, object],
    *,
    name: str = "",
    css: str | None = None,
    **on: Callable[[str], None],
) -> None:
    """Draw a part in its `html`, told what `data` gives; `on` hear what a browser says by a name.

    `name` is another than the key where several parts, or only those in a language, have the HTML.
    """

    def hear(word: str, use: Callable[[str], None]) -> None:
        if value := st.session_state[key].get(word):
            use(value)

    heard: dict[str, Any] = {
        f"on_{word}_change": partial(hear, word, use) for word, use in on.items()
    }
    _component(name or key, html, css)(key=key, data=told, **heard)


@cache
def html(template: str, spoken: Tongue) -> str:
    """Set the HTML of a part in a language, once."""
    return render(template, spoken)


@cache
def _component(name: str, html: str, css: str | None) -> ComponentRenderer:
    return st.components.v2.component(
        f"ottawa_atlas_{name}", html=html, css=css, js=_MOUNT, isolate_styles=css is not None
    )
