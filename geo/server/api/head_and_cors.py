"""Two things every address shares: HEAD is GET without a body, and any page may read an answer."""

from __future__ import annotations

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from geo.server.api.replies import EXPOSED
from geo.server.http.layers import Layer


class HeadAsGet(Layer):
    """ASGI middleware: answers HEAD as GET would be, with the same headers and nothing after."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and only the headers of a HEAD's answer back."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def bodiless(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        # Ranges are defined for GET alone (RFC 9110, 14.2): the headers told are the whole's.
        kept = [pair for pair in scope["headers"] if pair[0] != b"range"]
        await self.app({**scope, "method": "GET", "headers": kept}, receive, bodiless)


class ReadableByAll(CORSMiddleware):
    """Lets a browser ask first (a preflight) whether a page may ask with headers of its own.

    It may with any: nothing here can be written, and no answer depends on who asks.
    """

    def __init__(self, app: ASGIApp) -> None:
        super().__init__(
            app,
            allow_origins=["*"],
            allow_methods=["GET", "HEAD"],
            allow_headers=["*"],
            expose_headers=EXPOSED,
            max_age=86400,
        )
