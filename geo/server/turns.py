"""Readers of the page take turns: few runs of its script at a time, and those inside go first.

Streamlit starts a thread for every run. Of five hundred at once each gets a five-hundredth of the
time, and so does the thread that answers everybody else. A run takes some 30 ms: one after the
other, all are served as soon, and nobody else waits. While a reader waits the page says so
(`templates/arriving.html`). A run that waits for something else, as a film being made, gives its
turn away.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

ARRIVING, INSIDE = 4, 4
"""Runs at once for readers who open the page, and for those who have it open."""

LONGEST_SECONDS = 1.0
"""How long a turn lasts at most; the run goes on beside the next."""

_LARGEST_END_BYTES = 200
_LARGEST_SAID_BYTES = 1_000_000
"""What a page says is some kilobytes."""

_SENSELESS = 1008
"""The code of a connection that is closed because what comes over it is no page's."""

_MOST_HEARD = 20


class Turns:
    """ASGI middleware: lets readers in one by one, and their runs begin when it is their turn."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._door = asyncio.Lock()
        self._arriving, self._inside = asyncio.Semaphore(ARRIVING), asyncio.Semaphore(INSIDE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a page's connection on through a `_Visit`, all else as it is."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        async with self._door:
            visit = _Visit(receive, send, self._arriving, self._inside)
            inside = asyncio.ensure_future(self.app(scope, visit.receive, visit.send))
            # Making a session takes milliseconds of the loop: others are answered in between.
            await asyncio.wait(
                (inside, asyncio.ensure_future(visit.is_in.wait())),
                return_when=asyncio.FIRST_COMPLETED,
            )
        try:
            await inside
        finally:
            visit.end()


class _Visit:
    """One reader's connection: what is asked waits for its turn, what is sent may end it."""

    def __init__(
        self, receive: Receive, send: Send, arriving: asyncio.Semaphore, inside: asyncio.Semaphore
    ) -> None:
        self.is_in = asyncio.Event()
        self._receive, self._send, self._inside = receive, send, inside
        self._queue = arriving
        self._heard: deque[Message] = deque()
        self._coming: asyncio.Future[Message] | None = None
        self._turn: asyncio.Semaphore | None = None
        self._over: asyncio.TimerHandle | None = None
        self._accepted = False

    async def receive(self) -> Message:
        """Return what the reader's browser says next; what asks for a run, once it is its turn."""
        if self._accepted:
            self.is_in.set()
        message = self._heard.popleft() if self._heard else await self._next()
        if self._turn is None and _asks_for_run(message):
            return await self._in_turn(message)
        return message

    async def send(self, message: Message) -> None:
        """Pass on what the server says; the end of a run is the end of the turn."""
        self._accepted = self._accepted or message["type"] == "websocket.accept"
        await self._send(message)
        if self._turn is not None and _ends_run(message):
            self.give_away()

    def give_away(self) -> None:
        """Let the next begin."""
        if self._turn is not None:
            self._turn.release()
            self._turn = None
        if self._over is not None:
            self._over.cancel()

    def end(self) -> None:
        """The reader has left."""
        self.is_in.set()
        self.give_away()
        if self._coming is not None:
            self._coming.cancel()

    async def _next(self) -> Message:
        coming = self._coming or asyncio.ensure_future(self._hear())
        self._coming = None
        return await coming

    async def _hear(self) -> Message:
        """What is said next; who says what no page would say is shown out.

        Streamlit would log it each time, with a traceback, as long as somebody goes on.
        """
        message = await self._receive()
        if message["type"] != "websocket.receive" or _said(message) is not None:
            return message
        await self._send({"type": "websocket.close", "code": _SENSELESS})
        return {"type": "websocket.disconnect", "code": _SENSELESS}

    async def _in_turn(self, asks: Message) -> Message:
        """What asks for a run when its turn has come, or that the reader has left before."""
        turn = asyncio.ensure_future(self._queue.acquire())
        try:
            while not turn.done():
                if self._coming is None and len(self._heard) < _MOST_HEARD:
                    self._coming = asyncio.ensure_future(self._hear())
                waiting: set[asyncio.Future[Any]] = {turn}
                if self._coming is not None:
                    waiting.add(self._coming)
                await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
                if self._coming is not None and self._coming.done():
                    heard, self._coming = self._coming.result(), None
                    if heard["type"] == "websocket.disconnect":
                        return heard
                    self._heard.append(heard)
        finally:
            if turn.done() and not turn.cancelled():
                self._turn, self._queue = self._queue, self._inside
                loop = asyncio.get_running_loop()
                self._over = loop.call_later(LONGEST_SECONDS, self.give_away)
            else:
                turn.cancel()
        return asks


def _asks_for_run(message: Message) -> bool:
    return message["type"] == "websocket.receive" and _said(message) == "rerun_script"


def _said(message: Message) -> str | None:
    """The kind of what a page says; None for what is none of its messages."""
    said = message.get("bytes")
    if said is None or len(said) > _LARGEST_SAID_BYTES:
        return None
    try:
        kind: str | None = BackMsg.FromString(said).WhichOneof("type")
    except Exception:  # in whichever way it is no message
        return None
    return kind


def _ends_run(message: Message) -> bool:
    said = message.get("bytes")
    if not said or len(said) > _LARGEST_END_BYTES:
        return False
    told = ForwardMsg.FromString(said)
    # One cut short by a newer one goes on as that.
    early = told.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN
    return bool(told.WhichOneof("type") == "script_finished" and not early)
