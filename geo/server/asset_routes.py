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
from geo.server.http.reply import IMMUTABLE, Reply, send
from geo.web.static_files import ROOT, Asset, asset_of, fixed

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
            return _response(asset, request)
    return Response("No such file in this version of the atlas. Reload the page.", 404)


def _response(asset: Asset, request: Request) -> Response:
    media_type = _TYPES[Path(asset.name).suffix]
    made = Reply(asset.body, asset.packed, media_type, Path(asset.address).parent.name)
    return send(made, request, {"Cache-Control": IMMUTABLE})


ROUTES = [Route(f"{ROOT}/{{digest}}/{{name}}", _serve)]
