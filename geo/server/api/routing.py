"""Routes beside the API's application that answer as it does: refusals, headers and limits."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from geo.server.api.head_and_cors import ReadableByAll
from geo.server.api.problems import REFUSALS, refusal
from geo.server.api.short_addresses import ShortAddresses
from geo.server.api.tracking import Untracked


def route(path: str, answer: Callable[[Request], Awaitable[Response]]) -> Route:
    """A route to an answer; what the answer raises becomes a problem."""

    async def answered(request: Request) -> Response:
        try:
            return await answer(request)
        except REFUSALS as error:
            return await refusal(request, error)

    return Route(path, ShortAddresses(ReadableByAll(Untracked(Route(path, answered)))))
