"""Many who ask at once share what is made, and one asker takes no more than a share."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.testclient import TestClient

from geo import pictures as snapshot
from geo.basics.dates import today
from geo.basics.errors import AtlasError
from geo.basics.shared_cache import BusyError, SharedCache, ShareError
from geo.basics.shares import Shares
from geo.server import api
from geo.server.api import file_routes, problems, routes
from geo.server.api.caches import Caches
from geo.server.tcp_nodelay import send_at_once
from tests.drawn_here import draw_instead
from tests.server.api.asked import PNG

pytestmark = pytest.mark.slow


def shelf_of(limit_bytes: int = 100, waiting: int = 10) -> SharedCache[bytes]:
    return SharedCache("test", len, limit_bytes=limit_bytes, workers=4, waiting=waiting)


def test_fifty_who_ask_at_once_share_one_drawing(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    asking, drawn = threading.Barrier(50), []
    draw: Callable[..., bytes] = snapshot.render

    def counted(*arguments: Any, **options: Any) -> bytes:
        drawn.append(options["extent"])
        return draw(*arguments, **options)

    def ask(_: int) -> bytes:
        asking.wait()
        return client.get("/api/v1/snapshot.png?date=2011-11-11&scale=1&view=europe").content

    draw_instead(monkeypatch, counted)
    with ThreadPoolExecutor(50) as readers:
        pictures = set(readers.map(ask, range(50)))
    assert drawn == ["europe"]
    assert len(pictures) == 1
    assert pictures.pop().startswith(PNG)


def test_what_cannot_be_made_is_told_to_all_and_tried_again() -> None:
    there, begun, go, tries = shelf_of(), threading.Event(), threading.Event(), []

    def fail() -> bytes:
        tries.append(1)
        begun.set()
        go.wait(60)
        raise AtlasError("not today")

    futures = [there.ask("key", fail), there.ask("key", fail)]
    assert begun.wait(60)
    go.set()
    for future in futures:
        with pytest.raises(AtlasError, match="not today"):
            future.result(60)
    assert tries == [1]
    assert there.ask("key", lambda: b"made").result(60) == b"made"


def test_the_shelf_never_holds_more_than_its_limit() -> None:
    there = shelf_of(limit_bytes=100)
    for number in range(10):
        there.ask(number, lambda: b"x" * 30).result(60)
        there.get(0)  # asked for again and again, so it stays
    assert there.bytes == 90
    assert there.get(0) is not None
    assert there.get(1) is None
    assert len(there.ask("large", lambda: b"x" * 101).result(60)) == 101
    assert there.get("large") is None
    assert there.bytes == 90


def test_a_crowd_of_different_pictures_is_turned_away() -> None:
    there, go = shelf_of(waiting=2), threading.Event()

    def slow() -> bytes:
        go.wait(60)
        return b""

    waiting = [there.ask(number, slow) for number in range(2)]
    with pytest.raises(BusyError):
        there.ask(2, slow)
    there.ask(1, slow)  # who asks for what is being made still may
    go.set()
    assert [future.result(60) for future in waiting] == [b"", b""]


def test_one_asker_has_a_share_and_no_more() -> None:
    go = threading.Event()
    there = SharedCache("test", len, limit_bytes=100, workers=1, waiting=10, each=2)

    def slow() -> bytes:
        go.wait(60)
        return b""

    waiting = [there.ask(("greedy", number), slow, "greedy") for number in range(2)]
    with pytest.raises(ShareError):
        there.ask(("greedy", 2), slow, "greedy")
    waiting.append(there.ask(("greedy", 1), slow, "greedy"))  # begun already
    waiting.append(there.ask("other's", slow, "other"))
    go.set()
    assert [future.result(60) for future in waiting] == [b""] * 4
    assert there.ask(("greedy", 2), lambda: b"later", "greedy").result(60) == b"later"


def test_who_has_to_wait_is_passed_over_and_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    waits = {"greedy": 600.0, "other": 0.0}
    shares = Shares(rest=0.0, free_seconds=0.0)
    monkeypatch.setattr(shares, "wait", lambda asker, _now: waits[asker])
    there = SharedCache("test", len, limit_bytes=100, workers=1, waiting=10, shares=shares)
    passed_over = there.ask("first", lambda: b"late", "greedy")
    assert there.ask("second", lambda: b"made", "other").result(60) == b"made"
    assert not passed_over.done()
    waits["greedy"] = 0.0
    assert there.ask("third", lambda: b"made", "other").result(60) == b"made"
    assert passed_over.result(60) == b"late"


def test_what_one_asks_takes_no_room_from_what_is_the_same_for_all(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cache() -> SharedCache[Any]:
        return SharedCache("test", lambda made: made.size, limit_bytes=2**23, workers=1, waiting=9)

    caches = Caches(cache(), cache())
    for module in (routes, file_routes):
        monkeypatch.setattr(module, "ANSWERS", caches)
    for asked in ("status", "status?date=latest", f"status?date={today()}", "exports/events.csv"):
        assert client.get(f"/api/v1/{asked}").status_code == 200
    common = caches.common.bytes
    assert common > 0
    assert caches.asked.bytes == 0
    for asked in ("status?date=2001-02-03", "status?country=POL", "countries/POL"):
        assert client.get(f"/api/v1/{asked}").status_code == 200
    assert caches.asked.bytes > 0
    assert caches.common.bytes == common


def test_the_greedy_are_told_when_to_come_again(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(*_: object) -> None:
        raise ShareError

    monkeypatch.setattr(problems, "PAUSE_SECONDS", 0.0)
    monkeypatch.setattr(SharedCache, "ask", taken)
    answer = client.get("/api/v1/status?date=2001-02-04")
    assert (answer.status_code, answer.json()["title"]) == (429, "Too Many Requests")
    assert int(answer.headers["retry-after"]) > 0


def test_the_turned_away_are_told_when_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    full: SharedCache[Any] = SharedCache("full", len, limit_bytes=0, workers=1, waiting=0)
    monkeypatch.setattr(file_routes, "WORKS", Caches(full, full))
    answer = TestClient(api.app).get("/api/v1/snapshot.png?date=2000-01-01")
    assert (answer.status_code, answer.json()["title"]) == (503, "Service Unavailable")
    assert int(answer.headers["retry-after"]) > 0


def test_a_reader_who_leaves_does_not_stop_the_drawing() -> None:
    there, go = shelf_of(), threading.Event()

    def slow() -> bytes:
        go.wait(60)
        return b"drawn"

    async def leave() -> bytes:
        leaving = asyncio.create_task(there.wait("key", slow))
        staying = asyncio.create_task(there.wait("key", slow))
        await asyncio.sleep(0)
        leaving.cancel()
        go.set()
        return await staying

    assert asyncio.run(leave()) == b"drawn"


def test_connections_send_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        assert send_at_once() >= 1
        with socket.create_connection(server.getsockname()):
            accepted, _ = server.accept()
            with accepted:
                assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
