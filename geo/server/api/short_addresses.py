"""Addresses of a length that somebody means: what is longer is refused before anyone reads it."""

from __future__ import annotations

from functools import partial

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from geo.answers.words.problems import TOO_MUCH_ASKED
from geo.answers.words.tongue import Tongue
from geo.server.api.problems import problem
from geo.server.http.layers import Layer

LONGEST_QUERY = 4_000
"""Bytes of parameters; the longest that the atlas itself writes has some 200, others add theirs."""


def _too_long(length: int, spoken: Tongue) -> str:
    most, found = map(spoken.number, (LONGEST_QUERY, length))
    return spoken.text(TOO_MUCH_ASKED, most=most, found=found)


class ShortAddresses(Layer):
    """ASGI middleware: answers 414 to an address with more than `LONGEST_QUERY` of parameters.

    Thousands of parameters would keep the one thread busy that answers everybody.
    """

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] == "http" and (length := len(scope["query_string"])) > LONGEST_QUERY:
            detail = partial(_too_long, length)
            await problem(Request(scope), 414, detail)(scope, receive, send)
            return
        await self.app(scope, receive, send)
