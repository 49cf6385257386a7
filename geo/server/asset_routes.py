"""What sends the browser's files: scripts, styles and data, each at the address of its content."""

from __future__ import annotations

import gc
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from starlette.responses import Response
from starlette.routing import Route

from geo.basics.errors import AtlasError
from geo.server import current_data
from geo.web.static_files import ICON, ROOT, Asset, asset_of, fixed

if TYPE_CHECKING:
    from starlette.requests import Request

    from geo.borders import Worldview


_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
}


def map_data() -> dict[Worldview, dict[str, Asset]]:
    """Map data by worldview and role."""
    return _data(current_data.map_files())


def dossier_data() -> dict[Worldview, dict[str, Asset]]:
    """What the panel is drawn of, by worldview and role."""
    return _data(current_data.dossier_files())


def _data(files: dict[Worldview, dict[str, bytes]]) -> dict[Worldview, dict[str, Asset]]:
    return {
        worldview: {
            role: asset_of(f"{role}-{worldview}.json", body) for role, body in roles.items()
        }
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
