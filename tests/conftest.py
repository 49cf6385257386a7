"""What every test shares: where the checkout is, and how Hypothesis behaves."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from geo.atlas import Atlas
from tests.own_data import own_atlas

# No deadline: a slow machine is not a failing test. On a build machine the same examples each time.
settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout: the directory that holds dashboard.py, geo/ and data/."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """The project's own data, read once; nothing changes it."""
    return own_atlas()
