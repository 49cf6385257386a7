"""How the server is, for those who keep it: `/healthz`, and a header while data are damaged."""

from __future__ import annotations

from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import Message, Receive, Scope, Send

from geo.server import current_data
from geo.server.api.replies import DATA_DEGRADED
from geo.server.http.layers import Layer, seeing

_FAULTS_TOLD = 20


async def _health(_request: Request) -> JSONResponse:
    """What is served and what is wrong: 503 while there is nothing to serve."""
    here, damage = current_data.CURRENT.now, current_data.CURRENT.damage
    said: dict[str, Any] = {"status": "ok" if here else "starting"}
    if damage:
        said = {
            "status": "degraded" if here else "damaged",
            "since": damage.since.isoformat(timespec="seconds"),
            "files": damage.files,
            "faults": [fault.words for fault in damage.faults[:_FAULTS_TOLD]],
        }
    if here:
        said["data_version"] = here.version
        said["verified_to"] = here.atlas.verified_to.isoformat()
    return JSONResponse(said, 200 if here else 503, {"Cache-Control": "no-store"})


class Degraded(Layer):
    """ASGI middleware: says on every answer which files cannot be read, while that is so."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and complete the headers of what comes back."""

        def told(message: Message) -> None:
            if damage := current_data.CURRENT.damage:
                files = ", ".join(damage.files) or "data"
                headers = MutableHeaders(scope=message)
                headers[DATA_DEGRADED] = files.encode("ascii", "backslashreplace").decode()

        await self.app(scope, receive, seeing(send, told))


ROUTES = [Route("/healthz", _health)]
