"""`/mcp`: the tools of an assistant over streamable HTTP, by the protocol's official package.

Nothing is remembered between two requests and nothing can be written: each is answered whole from
the record served now, so that a server behind any number of others will do.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.routing import Route

from geo.answers.assistant import protocol
from geo.answers.words.problems import NO_ASSISTANT
from geo.answers.words.said import said
from geo.basics.errors import AtlasError, NotInstalledError
from geo.basics.shared_cache import BusyError, ShareError
from geo.server import current_data
from geo.server.api.problems import problem, refusal
from geo.server.api.serving import asker
from geo.server.clients import HERE
from geo.server.drawing import ASKED, jobs
from geo.server.public_address import base_address

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer
    from starlette.types import Message, Receive, Scope, Send

    from geo.atlas import Atlas, View
    from geo.web.served import Served

PATH = "/mcp"
_MOST_BYTES = 64 * 2**10
"""Of a request: a question is some hundred bytes."""

_QUESTION_SECONDS = 0.02
"""What a question costs the process that serves everybody; one asker had 54 answers a second."""

_EACH, _ALL = 4, 24
"""So many questions of one client, and of all, are answered or wait at a time."""

_begun: Counter[str] = Counter()


@lru_cache(maxsize=4)
def _server(atlas: Atlas, base: str) -> MCPServer:
    return protocol.server(atlas, base, _draw)


def _draw(atlas: Atlas, view: View, how: dict[str, Any]) -> bytes:
    return ASKED.make(atlas.real, partial(jobs.picture, shown=jobs.Shown.of(view), **how))


class _Assistant:
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        receive = await _heard(receive)
        try:
            with _share_of(who := asker(request)):
                await asyncio.sleep(HERE.wait(who, time.monotonic()))
                await self._answer(await current_data.CURRENT.served(), request, receive, send)
        except NotInstalledError:
            refused = problem(request, 501, said(NO_ASSISTANT))
            await refused(scope, receive, send)
        except (AtlasError, BusyError) as error:
            refused = await refusal(request, error)
            await refused(scope, receive, send)

    async def _answer(self, here: Served, request: Request, receive: Receive, send: Send) -> None:
        tools = _server(here.atlas, base_address(request))
        # Imported here: only an assistant waits for it.
        from mcp.server.transport_security import TransportSecuritySettings

        # Who asks under which name is no secret here: there is nothing but what all may read.
        anybody = TransportSecuritySettings(enable_dns_rebinding_protection=False)
        app = tools.streamable_http_app(
            streamable_http_path=PATH,
            json_response=True,
            stateless_http=True,
            max_request_body_size=_MOST_BYTES,
            transport_security=anybody,
        )
        async with app.router.lifespan_context(app):
            await app({**request.scope, "path": PATH}, receive, send)


async def _heard(receive: Receive) -> Receive:
    """A request that has come as a whole: until then it takes no place, however slow it is."""
    messages = [await receive()]
    size = 0
    while messages[-1].get("more_body"):
        size += len(messages[-1]["body"])
        if size > _MOST_BYTES:  # it will be refused; nothing more of it is kept
            break
        messages.append(await receive())
    coming = iter(messages)

    async def again() -> Message:
        return next(coming, None) or await receive()

    return again


@contextmanager
def _share_of(who: str) -> Iterator[None]:
    """A client's question among those under way; one that is broken off is counted as well.

    Raises ShareError, and BusyError.
    """
    if _begun[who] >= _EACH:
        raise ShareError
    if _begun.total() >= _ALL:
        raise BusyError
    _begun[who] += 1
    try:
        yield
    finally:
        HERE.add(who, _QUESTION_SECONDS, time.monotonic())
        _begun[who] -= 1
        if not _begun[who]:
            del _begun[who]


ROUTES = [Route(PATH, _Assistant(), methods=["POST"])]
