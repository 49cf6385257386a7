"""Peer a: Streamlit and folium as tutorials join them, the map built anew for every date."""

from datetime import date

import folium
import streamlit as st
from streamlit_folium import st_folium

from benchmarks.material import Material


@st.cache_data
def read_material() -> Material:
    """The geometry and the record, read once: even tutorials cache their input."""
    return Material.read()


st.set_page_config(page_title="Mine Ban Convention", layout="wide")
st.title("Mine Ban Convention")
material = read_material()
first, last = date.fromisoformat(material.days[0]), date.fromisoformat(material.days[-1])
day = st.slider("Date", first, last, last, key="date")
place = material.place(day.isoformat())
st.subheader(f"On {day.isoformat()}, {material.bound(place)} states are bound")

world = folium.Map(location=[50, 20], zoom_start=3, tiles=None)
folium.GeoJson(
    material.countries,
    style_function=lambda feature: {
        "fillColor": material.colour_at(feature["id"], place),
        "fillOpacity": 0.8,
        "color": "white",
        "weight": 1,
    },
    tooltip=folium.GeoJsonTooltip(fields=["name"]),
).add_to(world)
st_folium(world, width=1200, height=560)
