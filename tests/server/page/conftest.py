"""What every test of the page shares: a page is run in a moment."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import pytest
from streamlit.components.v2 import manifest_scanner

from geo.atlas import Atlas
from geo.server import current_data
from geo.server.page import map_panel


@pytest.fixture(scope="session", autouse=True)
def nobody_waits_for_a_browser() -> Iterator[None]:
    """Give no map a head start, and look through all installed packages once, not for each page."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(map_panel, "HEAD_START_SECONDS", 0.0)
        name = "scan_component_manifests"
        patch.setattr(manifest_scanner, name, functools.cache(getattr(manifest_scanner, name)))
        yield


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    """The data that the page itself is made of."""
    return current_data.CURRENT.get().atlas
