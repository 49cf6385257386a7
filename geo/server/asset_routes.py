"""What sends the browser's files: scripts, styles and data, each at the address of its content."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from geo.basics.errors import AtlasError
from geo.server import current_data, memory, streamlit_files
from geo.server.http.reply import IMMUTABLE, Reply, send
from geo.web.static_files import ROOT, Asset, fixed

_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
}


def warm() -> None:
    """Make and pack everything a first visitor needs, before there is one.

    Damaged data is left to the page, which says what is wrong with it.
    """
    with suppress(AtlasError):
        current_data.CURRENT.get().map_data()
    fixed()
    streamlit_files.pack_first()
    with suppress(AtlasError):
        current_data.CURRENT.get().make_all()
    memory.settle()


async def _serve(request: Request) -> Response:
    found = _find(request) or await asyncio.to_thread(_find, request, make=True)
    if found is None:
        return Response("No such file in this version of the atlas. Reload the page.", 404)
    kind, digest = _TYPES[Path(found.name).suffix], Path(found.address).parent.name
    return send(Reply(None, found.packed, kind, digest), request, {"Cache-Control": IMMUTABLE})


def _find(request: Request, *, make: bool = False) -> Asset | None:
    """The file at an address; where it is told to `make`, those of the data first of all.

    Raises DamagedError while there are no sound data.
    """
    if make:
        here = current_data.CURRENT.get()
        here.map_data()
        here.dossier_data()
    kept = [roles for assets in current_data.CURRENT.kept() for roles in assets.values()]
    assets = [*fixed().values(), *(asset for roles in kept for asset in roles.values())]
    return next((asset for asset in assets if asset.address == request.url.path), None)


ROUTES = [Route(f"{ROOT}/{{digest}}/{{name}}", _serve)]
