"""What the sections of the menu have in common: a row of choices, and a file that is offered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeVar

import streamlit as st

from geo.server.page import controls

V = TypeVar("V")


def choose(label: str, words: Mapping[V, str], key: str, default: V | None, **more: Any) -> V:
    """Ask for one of several, each said by its `words` in the reader's language; one is chosen.

    Without a `default` the choice is that which stands under its key.
    """
    tongue = controls.tongue()
    if default is not None:
        more["default"] = default
    chosen: V = st.segmented_control(
        tongue.text(label),
        list(words),
        format_func=lambda each: tongue.text(words[each]),
        key=key,
        required=True,
        **more,
    )
    return chosen


def offer(
    label: str,
    content: Callable[[], bytes],
    name: str,
    mime: str,
    key: str,
    icon: str,
    width: Literal["stretch", "content"] = "stretch",
) -> None:
    """Offer a file under a name to be kept; its content is asked for when it is taken."""
    st.download_button(
        label,
        data=content,
        file_name=name,
        mime=mime,
        key=key,
        icon=f":material/{icon}:",
        on_click="ignore",
        width=width,
    )
