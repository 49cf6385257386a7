"""The filters of the tabs: one choice out of several, or none, which means every one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

KEPT = (
    "claims_article",
    "claims_verdict",
    "claims_decided",
    "claims_country",
    "claims_asked",
    "disagreements_country",
    "events_country",
    "events_kind",
    "events_tier",
)
"""The keys of what a reader chooses in a tab."""


def keep() -> None:
    """Let the choices of the tabs that are not drawn outlast this run.

    Streamlit forgets a control that a run leaves out, save what the run itself has set.
    """
    for key in KEPT:
        if key in st.session_state:
            st.session_state[key] = st.session_state[key]


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
