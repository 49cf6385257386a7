"""What the tests of the API share: a program that asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from geo.atlas import Atlas
from geo.server import api, current_data
from tests.drawn_here import draw_instead
from tests.server.api.asked import ON, PNG, SVG


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=api.ROUTES), headers={"Accept-Encoding": "identity"}) as found:
        yield found


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return current_data.CURRENT.get().atlas


@pytest.fixture(scope="module")
def version(client: TestClient) -> str:
    found: str = client.get(f"/api/v1/status?{ON}").json()["data_version"]
    return found


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    def picture(*_: Any, fmt: str, **__: Any) -> bytes:
        return PNG if fmt == "png" else SVG

    draw_instead(monkeypatch, picture)
