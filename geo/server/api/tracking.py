"""Requests without what others add to an address to follow who opens it (`geo.basics.tracking`)."""

from __future__ import annotations

from urllib.parse import unquote_plus

from starlette.types import Receive, Scope, Send

from geo.basics.tracking import is_tracking
from geo.server.http.layers import Layer


class Untracked(Layer):
    """ASGI middleware: takes tracking parameters out of an address before anyone reads it."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on without them."""
        if scope["type"] == "http" and scope["query_string"]:
            scope = {**scope, "query_string": _without(scope["query_string"])}
        await self.app(scope, receive, send)


def _without(query: bytes) -> bytes:
    pairs = query.split(b"&")
    return b"&".join(pair for pair in pairs if not is_tracking(_name(pair)))


def _name(pair: bytes) -> str:
    return unquote_plus(pair.partition(b"=")[0].decode("latin-1"))
