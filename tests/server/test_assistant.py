"""`/mcp`: the tools over streamable HTTP, asked by the protocol's own client."""

from __future__ import annotations

import asyncio
import socket
import sys
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Send

from geo.server import assistant, current_data
from geo.web.served import Served

pytestmark = pytest.mark.slow
PATIENCE_SECONDS = 30


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    app = Starlette(routes=assistant.ROUTES)
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="warning"))
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    until = time.monotonic() + PATIENCE_SECONDS
    while not server.started and time.monotonic() < until:
        running.join(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    running.join(PATIENCE_SECONDS)


def test_an_assistant_asks_the_server_and_is_led_back_to_it(address: str) -> None:
    from mcp import Client  # whoever reads this module and asks nothing need not import it

    async def ask() -> None:
        async with Client(f"{address}/mcp") as client:
            assert len((await client.list_tools()).tools) > 10
            asked = [client.call_tool("status", {"date": f"2026-02-{day}"}) for day in (19, 20)]
            before, after = await asyncio.gather(*asked)
            assert not before.is_error
            told = after.structured_content
            assert told
            assert told["answer"]["bound"] == 161
            assert told["address"].startswith(f"{address}/api/v1/status?")
            refused = await client.call_tool("status", {"date": "2026-02-30"})
            assert refused.is_error
            assert "expected a day as YYYY-MM-DD" in str(refused.content)

    asyncio.run(ask())


ASKED = b'{"jsonrpc": "2.0", "id": 1, "method": "tools/list"}'
HEADERS = {"content-type": "application/json", "accept": "application/json, text/event-stream"}


async def ask(host: str, receive: Receive, send: Send) -> None:
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/mcp",
        "query_string": b"",
        "headers": [(name.encode(), value.encode()) for name, value in HEADERS.items()],
        "client": (host, 1),
        "server": ("here", 80),
        "scheme": "http",
    }
    await assistant.ROUTES[0].app(scope, receive, send)


async def ask_whole(host: str) -> int:
    """The status of the answer to a question that comes at once."""
    said: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": ASKED}

    async def send(message: Message) -> None:
        said.append(message)

    await ask(host, receive, send)
    return int(said[0]["status"])


def test_one_who_asks_much_at_once_leaves_room_for_others(monkeypatch: pytest.MonkeyPatch) -> None:
    served = current_data.CURRENT.served

    async def flood() -> None:
        free = asyncio.Event()

        async def held() -> Served:
            await free.wait()
            return await served()

        monkeypatch.setattr(current_data.CURRENT, "served", held)

        waiting = {asyncio.create_task(ask_whole("192.0.2.1")) for _ in range(assistant._EACH + 2)}
        refused: set[asyncio.Task[int]] = set()
        while len(refused) < 2:
            done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            refused |= done
        other = asyncio.create_task(ask_whole("192.0.2.2"))
        free.set()
        assert [task.result() for task in refused] == [429, 429]
        assert await asyncio.gather(*waiting, other) == [200] * (assistant._EACH + 1)
        assert not assistant._begun

    asyncio.run(flood())


def test_a_server_without_the_tools_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assistant._server.cache_clear()
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)
    answer = TestClient(Starlette(routes=assistant.ROUTES)).post(
        "/mcp?lang=pl", content=ASKED, headers=HEADERS
    )
    assert answer.status_code == 501
    assert "nie zainstalowano" in answer.json()["detail"]
    assert not assistant._begun


def test_who_sends_slowly_takes_no_place() -> None:
    async def crowd() -> None:
        async def never() -> Message:
            if sent:
                await asyncio.Event().wait()
            sent.append(b"{")
            return {"type": "http.request", "body": b"{", "more_body": True}

        async def nowhere(_: Message) -> None:
            raise AssertionError("nothing is answered before it has been asked")

        sent: list[bytes] = []
        hosts = [f"192.0.2.{number}" for number in range(assistant._ALL)] * 2
        slow = [asyncio.create_task(ask(host, never, nowhere)) for host in hosts]
        assert await ask_whole(hosts[0]) == 200
        for task in slow:
            task.cancel()

    asyncio.run(crowd())


def test_nothing_is_kept_open_and_nothing_long_is_read() -> None:
    with TestClient(Starlette(routes=assistant.ROUTES)) as client:
        assert client.get("/mcp").status_code == 405
        long = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {"x": "y" * 2**17}}
        accept = {"Accept": "application/json, text/event-stream"}
        assert client.post("/mcp", json=long, headers=accept).status_code == 413
