"""Streamlit's scripts and sheets, packed: as it sends them they are two thirds of a first visit.

It leaves its files out of its own packing, which would pack each anew for every reader. Here one is
packed when it is first asked for, and what that makes stays: at most 7 MB, were all asked for.
"""

from __future__ import annotations

import asyncio
import gzip
import hashlib
from functools import cache

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import Message, Receive, Scope, Send

from geo.server.early_hints import COMPONENT_ROOT
from geo.server.http.layers import Layer, seeing
from geo.server.http.reply import IMMUTABLE, Reply, send
from geo.server.http.weights import taken
from geo.server.streamlit_modules import STATIC

_TYPES = {"js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8"}


class PackedFiles(Layer):
    """ASGI middleware: sends such a file packed to who takes it so; all else is left to Streamlit.

    Below `/static/` it suffers no route but its own.
    """

    async def __call__(self, scope: Scope, receive: Receive, send_on: Send) -> None:
        """Answer a request to read a whole file that is there."""

        def one_of_two_forms(message: Message) -> None:
            MutableHeaders(scope=message).add_vary_header("Accept-Encoding")

        _, _, name = scope.get("path", "").rpartition("/")
        kind = name.rpartition(".")[2]
        if scope["type"] != "http" or kind not in _TYPES or scope["path"] not in _paths(kind):
            await self.app(scope, receive, send_on)
            return
        request = Request(scope)
        whole = request.method in {"GET", "HEAD"} and "range" not in request.headers
        if not whole or not taken(request.headers).gzip:
            await self.app(scope, receive, seeing(send_on, one_of_two_forms))
            return
        made = await asyncio.to_thread(_packed, kind, name)
        answer = send(made, request, {"Cache-Control": IMMUTABLE})  # Streamlit names it by content
        await answer(scope, receive, send_on)


class LastingComponent(Layer):
    """ASGI middleware: lets a browser keep the map component's files, named by their content."""

    async def __call__(self, scope: Scope, receive: Receive, send_on: Send) -> None:
        """Pass the request on; what is there may be kept."""

        def kept(message: Message) -> None:
            if message["status"] == 200:
                MutableHeaders(scope=message)["cache-control"] = IMMUTABLE

        lasts = scope["type"] == "http" and scope["path"].startswith(f"{COMPONENT_ROOT}/static/")
        await self.app(scope, receive, seeing(send_on, kept) if lasts else send_on)


def pack_first() -> None:
    """Pack what Streamlit's index names, which every reader asks for."""
    index = (STATIC / "index.html").read_text(encoding="utf-8")
    for kind in _TYPES:
        for name in (path.rpartition("/")[2] for path in _paths(kind)):
            if f"/{name}" in index:
                _packed(kind, name)


@cache
def _paths(kind: str) -> frozenset[str]:
    names = (path.name for path in (STATIC / "static" / kind).glob(f"*.{kind}"))
    return frozenset(f"/static/{kind}/{name}" for name in names)


@cache
def _packed(kind: str, name: str) -> Reply:
    """A file for who takes it packed."""
    content = (STATIC / "static" / kind / name).read_bytes()
    packed = gzip.compress(content, 9, mtime=0)
    return Reply(None, packed, _TYPES[kind], hashlib.sha256(content).hexdigest()[:32])
