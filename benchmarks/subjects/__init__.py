"""Who is measured, and where on each page the slider and the map are."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from benchmarks import as_installed
from benchmarks.material import Material
from benchmarks.static_server import StaticServer
from benchmarks.subjects import first_view, plotly_frames, time_slider
from geo import atlas
from geo.web import standalone
from tests.browser.server import ROOT, DashboardServer


class Running(Protocol):
    """A server that is up: where it answers, and its process (None for a static page)."""

    @property
    def url(self) -> str:
        """Where it answers, without a final slash."""

    @property
    def pid(self) -> int | None:
        """The process of its own, if it has one."""


# Each gives {x, y, left, right} in page pixels: where the thumb is, and how far it may go.
STREAMLIT_SLIDER = """() => {
  const input = document.querySelector('.st-key-date input[type=range]');
  if (!input) return null;
  const track = input.closest('[data-orientation]').getBoundingClientRect();
  const thumb = input.parentElement.getBoundingClientRect();
  return {x: thumb.x, y: track.y + track.height / 2, left: track.left + 2, right: track.right - 2};
}"""
RANGE_SLIDER = """() => {
  const input = document.querySelector('input[type=range]');
  if (!input) return null;
  const box = input.getBoundingClientRect(), half = 8;
  const part = (input.value - input.min) / (input.max - input.min);
  const left = box.left + half, right = box.right - half;
  return {x: left + part * (right - left), y: box.y + box.height / 2, left, right};
}"""
PLOTLY_SLIDER = """() => {
  const grip = document.querySelector('.slider-grip-rect');
  const rail = document.querySelector('.slider-rail-touch-rect');
  if (!grip || !rail) return null;
  const thumb = grip.getBoundingClientRect(), track = rail.getBoundingClientRect();
  return {x: thumb.x + thumb.width / 2, y: thumb.y + thumb.height / 2,
          left: track.left + 4, right: track.right - 4};
}"""


@dataclass(frozen=True)
class Subject:
    """One thing measured.

    Attributes:
        letter: how --subjects names it.
        name: how the table names it.
        paths: CSS selector of a drawn country; None where there is no map.
        slider: a script that says where the slider's thumb is; empty where there is none.
        start: starts its server.
        opens: the address that is opened, below the server's own.
        picture: CSS selector of a country in any picture of the day, where one may come before the
            map that `paths` speaks of.
    """

    letter: str
    name: str
    paths: str | None
    slider: str
    start: Callable[[Material], AbstractContextManager[Running]]
    opens: str = ""
    picture: str | None = None


def _streamlit(page: Path) -> Callable[[Material], AbstractContextManager[Running]]:
    return lambda _material: DashboardServer(page, ROOT, python=as_installed.python())


def _static(
    page: Callable[[Material], str],
) -> Callable[[Material], AbstractContextManager[Running]]:
    return lambda material: StaticServer(page(material))


HERE = Path(__file__).resolve().parent
LEAFLET_PATHS = "path.leaflet-interactive"
FIRST_VIEW_PATHS = ".first-view .land .area"
OUR_DAY = "/?date=2012-07-01"
"""So that the slider spans the years that the peers' span."""

OURS = "e"
FLOOR = "d"
DASHBOARD = ROOT / "dashboard.py"

SUBJECTS = (
    Subject(
        "a",
        "Streamlit + folium, rebuilt per date",
        LEAFLET_PATHS,
        STREAMLIT_SLIDER,
        _streamlit(HERE / "naive_folium.py"),
    ),
    Subject(
        "b",
        "folium TimeSliderChoropleth",
        LEAFLET_PATHS,
        RANGE_SLIDER,
        _static(time_slider.page),
    ),
    Subject(
        "c",
        "Plotly choropleth with frames",
        ".choroplethlayer path",
        PLOTLY_SLIDER,
        _static(plotly_frames.page),
    ),
    Subject(
        FLOOR,
        "Streamlit, one slider, no map (floor)",
        None,
        STREAMLIT_SLIDER,
        _streamlit(HERE / "empty_page.py"),
    ),
    Subject(
        OURS,
        "Ottawa Atlas",
        LEAFLET_PATHS,
        STREAMLIT_SLIDER,
        _streamlit(DASHBOARD),
        opens=OUR_DAY,
        picture=f"{LEAFLET_PATHS}, {FIRST_VIEW_PATHS}",
    ),
    Subject(
        "f",
        "Ottawa Atlas, its first view without scripts",
        FIRST_VIEW_PATHS,
        "",
        _static(lambda _material: first_view.page(OUR_DAY)),
    ),
    Subject(
        "g",
        "Ottawa Atlas, the stand-alone page",
        "path[data-area]",
        RANGE_SLIDER,
        _static(lambda _material: standalone.page(atlas.load()).decode()),
    ),
)
