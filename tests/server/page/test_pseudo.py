"""The page in a language nobody speaks: what stands there in plain letters was never translated."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from geo.server.page import controls
from geo.server.page.exports.menu import KINDS
from tests.pseudo import PSEUDO, english
from tests.server.page.opened import SCRIPT, TIMEOUT_SECONDS

pytestmark = pytest.mark.slow


def opened(address: dict[str, str], **chosen: object) -> AppTest:
    page = AppTest.from_file(SCRIPT, default_timeout=TIMEOUT_SECONDS)
    page.query_params = address
    for name, value in chosen.items():
        page.session_state[name] = value
    page.run()
    assert not page.exception
    return page


@pytest.fixture(autouse=True)
def nobody_speaks_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(controls, "speaking", lambda _: PSEUDO)


def test_no_part_of_the_menu_of_exports_is_left_in_english() -> None:
    at = {"date": "2026-01-10", "country": "POL", "tab": "states", "compare": "2025-01-10"}
    left = {kind: english(opened(at, export=True, export_kind=kind)) for kind in KINDS}
    assert left == {kind: [] for kind in KINDS}
