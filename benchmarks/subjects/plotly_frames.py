"""Peer c: a Plotly choropleth, one animation frame a day and a slider over them, as one page."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from benchmarks.assets import MissingPackageError
from benchmarks.material import Material
from geo.answers.words.legend import STATUS_KEYS
from geo.treaty import LegalStatus

STATUSES = list(LegalStatus)


def page(material: Material) -> str:
    """The page as HTML, plotly.js inside.

    Raises:
        MissingPackageError: when Plotly is not installed.
    """
    try:
        graphs: Any = import_module("plotly.graph_objects")
    except ImportError as error:
        raise MissingPackageError(
            "plotly is needed to measure this peer: install requirements-bench.txt"
        ) from error
    last = len(material.days) - 1
    shape = {
        "geojson": material.countries,
        "locations": material.ids,
        "z": _values(material, last),
        "zmin": 0,
        "zmax": len(STATUSES) - 1,
        "colorscale": _scale(),
        "showscale": False,
    }
    frames = [
        graphs.Frame(name=day, data=[graphs.Choropleth(z=_values(material, place))])
        for place, day in enumerate(material.days)
    ]
    at_once = {"mode": "immediate", "frame": {"duration": 0}, "transition": {"duration": 0}}
    steps = [{"label": d, "method": "animate", "args": [[d], at_once]} for d in material.days]
    layout = {
        "geo": {"visible": False, "projection": {"type": "natural earth"}},
        "sliders": [{"active": last, "steps": steps}],
        "height": 760,
        "margin": {"l": 10, "r": 10, "t": 10, "b": 10},
    }
    figure = graphs.Figure(data=[graphs.Choropleth(**shape)], frames=frames, layout=layout)
    return str(figure.to_html(include_plotlyjs=True, auto_play=False))


def _values(material: Material, place: int) -> list[int]:
    order = {status.value: number for number, status in enumerate(STATUSES)}
    return [order[material.status_at(iso_a3, place)] for iso_a3 in material.ids]


def _scale() -> list[list[float | str]]:
    top = len(STATUSES) - 1
    return [[number / top, STATUS_KEYS[status].colour] for number, status in enumerate(STATUSES)]
