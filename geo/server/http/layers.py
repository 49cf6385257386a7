"""Middleware by ASGI: what stands around an application and sees what goes in and comes out."""

from __future__ import annotations

from collections.abc import Callable

from starlette.types import ASGIApp, Message, Send


class Layer:
    """Stands around an application; what it does to a request is said by `__call__`."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app


def seeing(send: Send, begun: Callable[[Message], None]) -> Send:
    """Returns `send` so that the beginning of every answer goes through `begun` before."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            begun(message)
        await send(message)

    return sent
