"""Peer b: folium's TimeSliderChoropleth, a stand-alone page, a style per day and country."""

from __future__ import annotations

from datetime import UTC, datetime

import folium
from folium.plugins import TimeSliderChoropleth

from benchmarks.material import Material


def page(material: Material) -> str:
    """The page as HTML."""
    world = folium.Map(location=[50, 20], zoom_start=3, tiles=None)
    stamps = [
        str(int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp()))
        for day in material.days
    ]
    styles = {
        iso_a3: {
            stamp: {"color": material.colour_at(iso_a3, place), "opacity": 0.8}
            for place, stamp in enumerate(stamps)
        }
        for iso_a3 in material.ids
    }
    TimeSliderChoropleth(material.countries, styledict=styles, init_timestamp=-1).add_to(world)
    return str(world.get_root().render())
