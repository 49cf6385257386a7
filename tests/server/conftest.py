"""What every test of the server shares: the tests are one client, and ask for much."""

from __future__ import annotations

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
