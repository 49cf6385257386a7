"""What tests of answers share: claims by name, a day on which sources are cited, the API."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from geo.atlas import Atlas, View
from geo.records.rows import Claim
from tests.answers.cited_sources import DAY


@pytest.fixture(scope="session")
def by_id(atlas: Atlas) -> dict[str, Claim]:
    return {claim.claim_id: claim for claim in atlas.record.claims}


@pytest.fixture(scope="module")
def view(atlas: Atlas) -> View:
    return atlas.on(DAY)


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    # Imported here: most of these tests ask no server.
    from starlette.applications import Starlette

    from geo.server import api

    with TestClient(Starlette(routes=api.ROUTES)) as found:
        yield found
