"""What the tests of answers share: claims by their names, a day on which sources are cited."""

from __future__ import annotations

import pytest

from geo.atlas import Atlas, View
from geo.records.rows import Claim
from tests.answers.cited_sources import DAY


@pytest.fixture(scope="session")
def by_id(atlas: Atlas) -> dict[str, Claim]:
    return {claim.claim_id: claim for claim in atlas.record.claims}


@pytest.fixture(scope="module")
def view(atlas: Atlas) -> View:
    return atlas.on(DAY)
