"""Connections that keep the server waiting are closed, and no others."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from geo.server import slow_clients
from geo.server.slow_clients import BODY_SECONDS, HEADER_SECONDS, READING_SECONDS, Watch

LARGE = bytes(50_000_000)
LONGEST = max(HEADER_SECONDS, BODY_SECONDS, READING_SECONDS)

Look = Callable[[float], None]


async def _small(_: Request) -> Response:
    return Response(b"small")


async def _large(_: Request) -> Response:
    return Response(LARGE)


async def _takes(request: Request) -> Response:
    return Response(await request.body())


ROUTES = [
    Route("/small", _small),
    Route("/large", _large),
    Route("/takes", _takes, methods=["POST"]),
]


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[tuple[str, int], uvicorn.Server]]:
    """A server over real connections, and where it is."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        running = uvicorn.Server(uvicorn.Config(Starlette(routes=ROUTES), log_level="error"))
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        yield listening.getsockname(), running
        running.should_exit = True
        running.force_exit = True
        thread.join(30)


@pytest.fixture
def line(server: tuple[tuple[str, int], uvicorn.Server]) -> Iterator[socket.socket]:
    with socket.create_connection(server[0], timeout=30) as found:
        yield found


@pytest.fixture
def look(server: tuple[tuple[str, int], uvicorn.Server], line: socket.socket) -> Look:
    """Looks at the connections at a time, in the server's own thread."""
    connections = server[1].server_state.connections
    watch = Watch(connections)

    def at(now: float) -> None:
        async def looking() -> None:
            watch.look(now)

        loop = next(iter(connections)).loop
        asyncio.run_coroutine_threadsafe(looking(), loop).result(30)

    line.sendall(b"GET /small HTTP/1.1\r\nHost: a\r\n\r\n")  # so that the server knows of the line
    read_until(line, b"small")
    return at


def read_until(line: socket.socket, end: bytes) -> bytes:
    found = b""
    while not found.endswith(end) and (more := line.recv(65_536)):
        found += more
    return found


def is_closed(line: socket.socket) -> bool:
    try:
        while line.recv(1_000_000):
            pass
    except ConnectionResetError:
        pass
    return True


def test_a_header_that_does_not_end_is_answered_408(line: socket.socket, look: Look) -> None:
    line.sendall(b"GET /small HTTP/1.1\r\nHost: a\r\nX-Slow: ")
    look(0.0)
    look(HEADER_SECONDS - 1)
    line.sendall(b"a")
    look(HEADER_SECONDS + 1)
    assert read_until(line, b"\r\n\r\n").startswith(b"HTTP/1.1 408 ")
    assert is_closed(line)


def test_a_body_that_does_not_come_is_answered_408(line: socket.socket, look: Look) -> None:
    line.sendall(
        b"POST /takes HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n"
    )
    assert b" 100 " in read_until(line, b"\r\n\r\n")
    look(0.0)
    line.sendall(b"a")
    look(BODY_SECONDS + 1)
    assert read_until(line, b"\r\n\r\n").startswith(b"HTTP/1.1 408 ")
    assert is_closed(line)


def test_an_answer_that_nobody_reads_is_given_up(line: socket.socket, look: Look) -> None:
    line.sendall(b"GET /large HTTP/1.1\r\nHost: a\r\n\r\n")
    line.recv(20)
    look(0.0)
    look(READING_SECONDS / 2)
    look(LONGEST * 2)
    assert is_closed(line)


def test_who_asks_again_and_again_stays(line: socket.socket, look: Look) -> None:
    for step in range(1, 5):
        line.sendall(b"GET /small HTTP/1.1\r\nHost: a\r\n\r\n")
        assert read_until(line, b"small").startswith(b"HTTP/1.1 200 ")
        look(step * (HEADER_SECONDS - 1))


def test_many_may_be_connected() -> None:
    resource = pytest.importorskip("resource")
    slow_clients.open_to_many()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    assert soft in (hard, resource.RLIM_INFINITY) or soft >= slow_clients.OPEN_FILES
