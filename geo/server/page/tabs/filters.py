"""A filter of a tab: one choice out of several, or none, which means every one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st


def pick(
    label: str,
    options: Sequence[str],
    words: Callable[[str], str],
    key: str,
    on_change: Callable[[], None] | None = None,
) -> str:
    """A list that can be cleared; empty where nothing is chosen."""
    chosen = st.selectbox(
        label,
        options,
        index=None,
        format_func=words,
        key=key,
        placeholder="All",
        on_change=on_change,
        width=220,
    )
    return chosen or ""
