"""The files folium pages ask of content networks, answered from installed packages.

The machine that measures may have no way out, and a CDN's distance is not what is compared. Scripts
that draw are the real ones; files that draw nothing here (Bootstrap, icon fonts, markers) are
answered empty, which favours the peers. Answers count as they would travel: gzip.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Route

LOCAL_HOSTS = {"127.0.0.1", "localhost"}
TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}

# End of the address asked for -> package and file that answers.
PACKAGED = {
    "leaflet.js": ("XStatic-Leaflet", "xstatic/pkg/leaflet/data/leaflet.js"),
    "leaflet.css": ("XStatic-Leaflet", "xstatic/pkg/leaflet/data/leaflet.css"),
    "jquery-3.7.1.min.js": ("XStatic-jQuery", "xstatic/pkg/jquery/data/jquery.min.js"),
    "d3.v4.min.js": ("mpld3", "mpld3/js/d3.v5.min.js"),
    "moment.min.js": ("XStatic-moment", "xstatic/pkg/moment/data/moment.min.js"),
}

# Plotly draws nothing before it has a base map, even a hidden one: it gets one without a line.
BASE_MAP = "world_110m.json"
BASE_MAP_LAYERS = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")


class MissingPackageError(Exception):
    """A package of requirements-bench.in is not installed; the message names it."""


@dataclass
class OutsideRequests:
    """Answers a context's requests to other hosts, and counts them.

    Attributes:
        asked: addresses asked for, in order, repeats included.
        sizes: bytes each answered address would take on the wire, gzip-compressed.
    """

    asked: list[str] = field(default_factory=list)
    sizes: dict[str, int] = field(default_factory=dict)

    def install(self, context: BrowserContext) -> None:
        """From now on no request of `context` leaves this machine."""
        context.route(lambda url: urlsplit(url).hostname not in LOCAL_HOSTS, self._answer)

    @property
    def hosts(self) -> list[str]:
        """The outside hosts asked, each once."""
        return sorted({urlsplit(url).hostname or "" for url in self.asked})

    def _answer(self, route: Route) -> None:
        url = route.request.url
        path = urlsplit(url).path
        body = packaged(path.rsplit("/", 1)[-1])
        self.asked.append(url)
        self.sizes[url] = len(gzip.compress(body)) if body else 0
        kind = TYPES.get(Path(path).suffix, "application/octet-stream")
        headers = {"Access-Control-Allow-Origin": "*", "Content-Type": kind}
        route.fulfill(status=200, body=body, headers=headers)


def check() -> None:
    """Raises MissingPackageError when a package that answers is not installed."""
    for name in PACKAGED:
        packaged(name)


@cache
def packaged(name: str) -> bytes:
    """The file that answers `name`; empty where the peer can do without.

    Raises:
        MissingPackageError: when the package that carries it is not installed.
    """
    if name == BASE_MAP:
        empty: dict[str, object] = {"type": "GeometryCollection", "geometries": []}
        layers = dict.fromkeys(BASE_MAP_LAYERS, empty)
        return json.dumps({"type": "Topology", "arcs": [], "objects": layers}).encode()
    if name not in PACKAGED:
        return b""
    package, file = PACKAGED[name]
    try:
        return Path(str(distribution(package).locate_file(file))).read_bytes()
    except (PackageNotFoundError, FileNotFoundError) as error:
        raise MissingPackageError(
            f"{package} is needed to measure the peers: install requirements-bench.txt"
        ) from error
