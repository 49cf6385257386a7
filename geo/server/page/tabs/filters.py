"""The filters of the tabs: one choice out of several, or none, which means every one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from geo.answers.words import tabs
from geo.server.page import controls


def pick(
    label: str,
    options: Mapping[str, Sequence[str]],
    words: Callable[[str], str],
    name: str,
    on_change: Callable[[], None] | None = None,
    *,
    by_name: bool = False,
) -> str:
    """A list that can be cleared, of what a filter can be; empty where nothing is chosen."""
    tongue, listed = controls.tongue(), options[name]
    chosen = st.selectbox(
        tongue.text(label),
        sorted(listed, key=lambda one: tongue.order(words(one))) if by_name else listed,
        index=None,
        format_func=words,
        key=name,
        placeholder=tongue.text(tabs.ALL),
        on_change=on_change,
        width=220,
    )
    return chosen or ""
