"""The filters of the tabs: one choice out of several, or none, which means every one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from geo.answers.filters import choices
from geo.answers.words import tabs
from geo.atlas import Atlas
from geo.server.page import controls


def pick(
    label: str,
    options: Mapping[str, Sequence[str]],
    words: Callable[[str], str],
    name: str,
    on_change: Callable[[], None] | None = None,
) -> str:
    """A list that can be cleared, of what a filter can be; empty where nothing is chosen."""
    tongue = controls.tongue()
    chosen = st.selectbox(
        tongue.text(label),
        options[name],
        index=None,
        format_func=words,
        key=name,
        placeholder=tongue.text(tabs.ALL),
        on_change=on_change,
        width=220,
    )
    return chosen or ""


def pick_state(
    label: str, atlas: Atlas, name: str, on_change: Callable[[], None] | None = None
) -> str:
    """A list of the states that a filter can be, in the order of their names."""
    tongue, states = controls.tongue(), atlas.record.states
    called = {iso_a3: tongue.state(iso_a3, states[iso_a3].name) for iso_a3 in choices(atlas)[name]}
    by_name = sorted(called, key=lambda iso_a3: tongue.order(called[iso_a3]))
    return pick(label, {name: by_name}, called.__getitem__, name, on_change)
