"""Peer d, the floor: what Streamlit itself costs with one date slider and one sentence."""

from datetime import date

import streamlit as st

from benchmarks.material import Material


@st.cache_data
def read_days() -> list[str]:
    """The days of change: only the first and the last are used."""
    return Material.read().days


days = read_days()
first, last = date.fromisoformat(days[0]), date.fromisoformat(days[-1])
day = st.slider("Date", first, last, last, key="date")
st.write(f"On {day.isoformat()}")
