"""What every test of the server shares: the tests are one client, and ask for much."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from geo.server import current_data
from geo.server.clients import HERE
from geo.web import disk_cache


@pytest.fixture(scope="session", autouse=True)
def nobody_waits_for_a_share() -> None:
    """Let no test wait because of what another has asked for."""
    HERE.rest = 0.0


@pytest.fixture(scope="session", autouse=True)
def files_are_kept() -> None:
    """Let what a browser gets be made once, and not by every process that runs tests.

    They are found by what they are made from: a program that was changed makes its own.
    """
    current_data.CURRENT.keeps_in = disk_cache.folder()


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """A program that asks the whole application, which is not imported where nobody asks."""
    from tests.server.application import the_application

    with TestClient(
        the_application(),
        base_url="https://atlas.example",
        headers={"Accept-Encoding": "identity"},
        follow_redirects=False,
    ) as found:
        yield found


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the application answers over a real connection."""
    import uvicorn

    from tests.server.application import the_application

    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(the_application(), log_level="error"))
        running = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        running.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        running.join(30)
