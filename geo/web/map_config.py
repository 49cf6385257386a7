"""A View's map, made with Folium: an empty Leaflet map and the script that draws the atlas on it.

The map is the same for every date, so streamlit-folium never tears it down; what changes with the
date travels in the timeline file. Data reaches the script as JSON and is written as text.
"""

from __future__ import annotations

from typing import Any

import folium
from jinja2 import Template

from geo.answers.words import legend
from geo.answers.words.status_words import FIGURES
from geo.borders import Worldview
from geo.treaty import Practice

EXTENTS: dict[str, tuple[tuple[float, float], tuple[float, float]]] = {
    "flank": ((48.2, 3.0), (71.4, 46.0)),
    "europe": ((35.0, -12.0), (71.5, 46.0)),
    "world": ((-56.0, -170.0), (76.0, 178.0)),
}
"""What each view frames: (south, west) and (north, east), degrees."""

HEIGHT_PX = 570


class AtlasLayer(folium.MacroElement):
    """Calls the map script of the page with everything it needs, as JSON."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        OttawaAtlas.start({{ this._parent.get_name() }}, {{ this.config|tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, config: dict[str, Any]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca has no types
        self._name = "AtlasLayer"
        self.config = config


def atlas_map(
    files: dict[Worldview, dict[str, str]], *, scripts: list[str], styles: list[str]
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
        zoom_snap=0.25,
        zoom_delta=0.5,
        wheel_px_per_zoom_level=120,
        world_copy_jump=False,
        attributionControl=True,
    )
    the_map.default_js = [(address, address) for address in scripts]
    the_map.default_css = [(address, address) for address in styles]
    the_map.add_child(AtlasLayer(config(files)))
    return the_map


def config(files: dict[Worldview, dict[str, str]]) -> dict[str, Any]:
    """What the map script is told: addresses of its files, extents (degrees), legend and words."""
    return {
        "files": files,
        "extents": EXTENTS,
        "legend": [
            {"status": status.value, "words": legend.STATUS_KEYS[status].words}
            for status in FIGURES
        ]
        + [{"status": legend.UNKNOWN, "words": legend.UNKNOWN_WORDS}],
        "words": {
            "practice": legend.PRACTICE_KEYS[Practice.SUSPENSION_DECLARED],
            "covered": legend.COVERED_WORDS,
            "not_covered": legend.NOT_COVERED_WORDS,
            "cover_unknown": legend.COVER_UNKNOWN_WORDS,
            "unknown_mark": legend.UNKNOWN_MARK,
            "flank": legend.FLANK_WORDS,
            "programmes": legend.PROGRAMMES_WORDS,
            "programme": legend.PROGRAMME_WORDS,
            "not_in_list": legend.NOT_IN_LIST_WORDS,
            "two_fingers": "Two fingers move the map",
            "disclaimer": legend.NOT_A_MINEFIELD_MAP,
        },
    }
