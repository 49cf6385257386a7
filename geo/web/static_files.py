"""The app's own files: Leaflet, scripts, styles, map data. No other host is ever asked.

Each address holds the hash of its content, so a browser may keep it for ever
(`Cache-Control: immutable`); a new version has a new address.
"""

from __future__ import annotations

import gc
import gzip
import hashlib
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from starlette.responses import Response
from starlette.routing import Route
from xstatic.pkg import leaflet

from geo.basics.errors import AtlasError
from geo.server import current_data
from geo.web import colours

if TYPE_CHECKING:
    from starlette.requests import Request

    from geo.borders import Worldview

ROOT = "/atlas"
MAP_STYLES = ("leaflet.css", "colours.css", "map.css")
"""What the map's frame loads, in this order."""

BUNDLES = {
    "map.js": (
        "leaflet.js",
        "days.js",
        "fetch.js",
        "headline.js",
        "hosts/streamlit_place.js",
        "map/legend.js",
        "map/touch.js",
        "map/map.js",
        "hosts/streamlit_map.js",
    ),
    "live.js": (
        "days.js",
        "fetch.js",
        "hosts/streamlit_place.js",
        "elements.js",
        "panel/dossier.js",
        "panel/flank.js",
        "panel/rows_of_day.js",
        "hosts/streamlit_panel.js",
    ),
}
"""Scripts that travel as one file: those of the map's frame, those of the page around it."""

SCRIPTS = Path(__file__).parent / "scripts"
STYLES = Path(__file__).parent / "styles"
ICON = Path(__file__).with_name("icon.svg")
_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it is sent, plain and gzipped; its address changes with its content."""

    name: str
    address: str
    body: bytes
    packed: bytes


@lru_cache(maxsize=64)
def _asset(name: str, body: bytes) -> Asset:
    digest = hashlib.sha256(body).hexdigest()[:16]
    return Asset(
        name, f"{ROOT}/{digest}/{PurePosixPath(name).name}", body, gzip.compress(body, 9, mtime=0)
    )


@lru_cache(maxsize=1)
def fixed() -> dict[str, Asset]:
    """Scripts and styles by their place in `scripts/` and `styles/`; they change only with the
    code.
    """
    leaflet_dir = Path(leaflet.BASE_DIR)
    scripts = {path.relative_to(SCRIPTS).as_posix(): path for path in SCRIPTS.rglob("*.js")}
    styles = {path.name: path for path in STYLES.glob("*.css")}
    files = {name: path.read_bytes() for name, path in sorted((scripts | styles).items())}
    files |= {name: (leaflet_dir / name).read_bytes() for name in ("leaflet.js", "leaflet.css")}
    files["colours.css"] = colours.stylesheet().encode()
    files |= {name: b"\n".join(files[part] for part in parts) for name, parts in BUNDLES.items()}
    return {name: _asset(name, body) for name, body in files.items()}


def map_data() -> dict[Worldview, dict[str, Asset]]:
    """Map data by worldview and role."""
    return _data(current_data.map_files())


def dossier_data() -> dict[Worldview, dict[str, Asset]]:
    """What the panel is drawn of, by worldview and role."""
    return _data(current_data.dossier_files())


def _data(files: dict[Worldview, dict[str, bytes]]) -> dict[Worldview, dict[str, Asset]]:
    return {
        worldview: {role: _asset(f"{role}-{worldview}.json", body) for role, body in roles.items()}
        for worldview, roles in files.items()
    }


def warm() -> None:
    """Make and pack everything a first visitor needs, before there is one.

    Damaged data is left to the page, which says what is wrong with it.
    """
    with suppress(AtlasError):
        map_data()
    fixed()
    with suppress(AtlasError):
        dossier_data()
    # Streamlit collects garbage after every run of the page. What all visitors share stays for
    # good; walking through it each time would cost more than the page itself.
    gc.collect()
    gc.freeze()


async def _serve(request: Request) -> Response:
    assets = list(fixed().values())
    if request.path_params["name"] not in {PurePosixPath(name).name for name in fixed()}:
        data = (*map_data().values(), *dossier_data().values())
        assets = [asset for roles in data for asset in roles.values()]
    for asset in assets:
        if asset.address == request.url.path:
            return _response(asset, packed="gzip" in request.headers.get("accept-encoding", ""))
    return Response("No such file in this version of the atlas. Reload the page.", 404)


def _response(asset: Asset, *, packed: bool) -> Response:
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}
    if packed:
        headers["Content-Encoding"] = "gzip"
    media_type = _TYPES[Path(asset.name).suffix]
    return Response(asset.packed if packed else asset.body, headers=headers, media_type=media_type)


async def _icon(_request: Request) -> Response:
    """The icon of what names none, such as a picture opened by itself."""
    return Response(ICON.read_bytes(), media_type="image/svg+xml")


ROUTES = [
    Route(f"{ROOT}/{{digest}}/{{name}}", _serve, methods=["GET", "HEAD"]),
    Route("/favicon.ico", _icon, methods=["GET", "HEAD"]),
]
