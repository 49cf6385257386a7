"""Codings taken at their word by the framework too, which looks for the letters "gzip" alone."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import Message, Receive, Scope, Send

from geo.server.http.layers import Layer, seeing
from geo.server.http.weights import joined, taken


class CodingAsMeant(Layer):
    """ASGI middleware: rewrites Accept-Encoding, so that it holds "gzip" only where that is taken.

    Otherwise Streamlit's middleware would pack what we send unpacked, under the tag of its bytes.
    What that says twice in Vary, of answers that say it themselves, is said once.
    """

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with what its header comes to."""

        def once(message: Message) -> None:
            headers = MutableHeaders(scope=message)
            if varies := joined(headers, "vary"):
                headers["vary"] = ", ".join(dict.fromkeys(varies.split(", ")))

        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if "accept-encoding" in Headers(scope=scope):
            scope = {**scope, "headers": list(scope["headers"])}
            headers = MutableHeaders(scope=scope)
            takes = taken(headers)
            said = ["gzip"] * takes.gzip + ["identity;q=0"] * (not takes.identity)
            del headers["accept-encoding"]
            headers["accept-encoding"] = ", ".join(said) or "identity"
        await self.app(scope, receive, seeing(send, once))
