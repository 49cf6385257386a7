"""Connections held without use are closed: who sends no request, not all of it, or reads nothing.

uvicorn closes a connection that is idle after an answer, and no other: one that sends its header a
letter a minute stays for good, and takes its place and an open file.
"""

from __future__ import annotations

import asyncio
import gc
import sys
from dataclasses import dataclass
from typing import Any

import uvicorn

HEADER_SECONDS = 15.0
"""How long a request may take to arrive, and how long a connection may wait with its first."""

BODY_SECONDS = 30.0
READING_SECONDS = 20.0
"""How long a reader may take nothing of an answer that is there."""

LOOK_SECONDS = 1.0
OPEN_FILES = 65_536

_TOO_LATE = b"HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a connection was waiting for when it was last another, and when that was."""

    waits_for: tuple[str, int]
    since: float


class Watch:
    """Looks at the connections of a server now and then; `connections` is uvicorn's own set."""

    def __init__(self, connections: set[Any]) -> None:
        self._connections = connections
        self._seen: dict[Any, _Seen] = {}

    def look(self, now: float) -> None:
        """Close those that have kept the server waiting for too long; `now` in seconds."""
        seen: dict[Any, _Seen] = {}
        for connection in list(self._connections):
            state = _waits_for(connection)
            if state is None:
                continue
            what, limit, mark = state
            before = self._seen.get(connection)
            if before is None or before.waits_for != (what, mark):
                before = _Seen((what, mark), now)
            seen[connection] = before
            if now - before.since > limit:
                _close(connection, what)
        self._seen = seen


async def watch() -> None:
    """Look at the connections of this process's server for as long as it runs."""
    servers = [found for found in gc.get_objects() if type(found) is uvicorn.Server]
    watches = [Watch(server.server_state.connections) for server in servers]
    loop = asyncio.get_running_loop()
    while True:
        await asyncio.sleep(LOOK_SECONDS)
        for one in watches:
            one.look(loop.time())


def open_to_many() -> None:
    """Let this process have as many connections and files open as the system allows."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN_FILES if hard == resource.RLIM_INFINITY else min(hard, OPEN_FILES)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _waits_for(connection: Any) -> tuple[str, float, int] | None:
    """What a connection keeps us waiting for, for how long it may, and by what it would move on.

    None where we are the ones to move, and for a page's websocket, which uvicorn pings.
    """
    if not hasattr(connection, "cycle"):
        return None
    cycle = connection.cycle
    if unread := connection.transport.get_write_buffer_size():
        return "reading", READING_SECONDS, unread
    if cycle is None or cycle.response_complete:
        return "header", HEADER_SECONDS, id(cycle)
    return ("body", BODY_SECONDS, id(cycle)) if cycle.more_body else None


def _close(connection: Any, what: str) -> None:
    if what == "reading":
        connection.transport.abort()
        return
    connection.transport.write(_TOO_LATE)
    connection.transport.close()
