"""The map of the page, made with Folium: an empty Leaflet map and the script that draws on it.

The map is the same for every date, so streamlit-folium never tears it down; what changes with the
date travels in the timeline file. Data reaches the script as JSON and is written as text.
"""

from __future__ import annotations

import folium
from jinja2 import Template

from geo.answers.words.tongue import ENGLISH, Tongue
from geo.borders import Worldview
from geo.web.documents.map_shapes import MapConfig
from geo.web.map_config import ZOOM_SNAP, config

HEIGHT_PX = 570


class AtlasLayer(folium.MacroElement):
    """Tells the map script of the map and everything else it needs, as JSON."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        document.dispatchEvent(new CustomEvent("atlas-map", {
          detail: { map: {{ this._parent.get_name() }}, config: {{ this.config|tojson }} },
        }));
        {% endmacro %}
        """
    )

    def __init__(self, config: MapConfig) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca has no types
        self._name = "AtlasLayer"
        self.config = config


def atlas_map(
    files: dict[Worldview, dict[str, str]],
    *,
    scripts: list[str],
    styles: list[str],
    tongue: Tongue = ENGLISH,
) -> folium.Map:
    """A Folium map that asks no outside host.

    `files` gives, per worldview, the addresses of the files of
    `geo.web.documents.map_data.web_files` by role; `scripts` and `styles` are the addresses under
    which the app serves Leaflet and the atlas's own.
    """
    the_map = folium.Map(
        location=(60.0, 24.0),
        zoom_start=4,
        tiles=None,
        min_zoom=1,
        max_zoom=8,
        zoom_snap=ZOOM_SNAP,
        zoom_delta=0.5,
        wheel_px_per_zoom_level=120,
        world_copy_jump=False,
        attributionControl=True,
    )
    the_map.default_js = [(address, address) for address in scripts]
    the_map.default_css = [(address, address) for address in styles]
    the_map.add_child(AtlasLayer(config(files, tongue)))
    return the_map
