"""`/frame.js`: the script by which a page of another site follows the height of its frames."""

from __future__ import annotations

from pathlib import PurePosixPath

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from geo.answers import share_texts
from geo.server.api.head_and_cors import ReadableByAll
from geo.server.api.replies import READABLE_BY_ALL
from geo.server.http.reply import FOR_AN_HOUR, Reply, send
from geo.web import static_files

PATH = f"/{share_texts.FRAME_SCRIPT}"


async def frame_script(request: Request) -> Response:
    """The script, at an address that stays: it stands on pages that nobody writes anew."""
    asset = static_files.fixed()[share_texts.FRAME_SCRIPT]
    digest = PurePosixPath(asset.address).parent.name
    made = Reply(None, asset.packed, "text/javascript; charset=utf-8", digest)
    return send(made, request, {"Cache-Control": FOR_AN_HOUR, **READABLE_BY_ALL})


ROUTES = [Route(PATH, ReadableByAll(Route(PATH, frame_script)))]
