"""The path below which all of it stands, where `server.baseUrlPath` names one: `/atlas`.

One piece of middleware takes it off every request, for our routes and Streamlit's alike, and what
is written into an answer gets it by `at`. Streamlit would put its own routes below it and leave
ours at the root; so it is not told of it while it makes them (`unknown_to_streamlit`).
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote, unquote

from starlette.responses import RedirectResponse
from starlette.types import Receive, Scope, Send
from streamlit import config

from geo.server.http.layers import Layer

_OPTION = "server.baseUrlPath"
_ASKED = "ottawa_atlas.asked_path"
_NOWHERE = "/not-below-the-base-path"

OF_THE_HOST = ("/robots.txt", "/favicon.ico", "/.well-known/security.txt", "/healthz", "/metrics")
"""What is looked for at the root of a host; it is answered there too."""


def base() -> str:
    """The path without a last slash, as it stands in an address; empty where there is none.

    >>> base()
    ''
    """
    named = (config.get_option(_OPTION) or "").strip("/")
    return f"/{quote(unquote(named), safe='/')}" if named else ""


def at(path: str) -> str:
    """The path under which what we call `path`, beginning with a slash, is found."""
    return f"{base()}{path}"


def asked(scope: Scope) -> str:
    """The whole path that a request asks for."""
    return str(scope.get(_ASKED, scope["path"]))


def nowhere(scope: Scope) -> Scope:
    """Return a request for a path at which nothing is; `asked` tells the one it was for."""
    return {**scope, _ASKED: asked(scope), "path": _NOWHERE}


def unknown_to_streamlit() -> Callable[[], None]:
    """Hide the path from Streamlit, which makes its routes now; returns what shows it again."""
    named = config.get_option(_OPTION)
    config.set_option(_OPTION, "")
    return lambda: config.set_option(_OPTION, named)


class BasePath(Layer):
    """ASGI middleware: takes the base path off; what is not below it is not there."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what stands below the base path, and what belongs to the host."""
        below = unquote(base())
        if not below or scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        scope = {**scope, _ASKED: path}
        if path.startswith(f"{below}/"):
            await self.app({**scope, "path": path.removeprefix(below)}, receive, send)
        elif path in OF_THE_HOST:
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1000})
        elif path == below:
            query = scope["query_string"].decode("latin-1")
            there = f"{base()}/{f'?{query}' if query else ''}"
            await RedirectResponse(there)(scope, receive, send)
        else:
            await self.app(nowhere(scope), receive, send)
