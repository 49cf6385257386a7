"""The page in a language nobody speaks: what stands there in plain letters was never translated."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from geo.answers import permalink
from geo.answers.words.citing import published
from geo.answers.words.tabs import EVENT_KINDS
from geo.server.page import controls
from geo.server.page.exports.menu import KINDS
from geo.server.page.tabs.events import kind_words
from tests.own_data import own_atlas
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


def test_no_tab_leaves_a_word_of_ours_in_english() -> None:
    at = {"date": "2026-02-19", "country": "POL"}
    shown: dict[str, AppTest] = {tab: opened({**at, "tab": tab}) for tab in permalink.TABS}
    shown["claims asked"] = opened({**at, "tab": "claims", "claims_asked": "1"})
    shown["no claim"] = opened(
        {**at, "tab": "claims", "claims_country": "CAN", "claims_verdict": "contradicted"}
    )
    shown["some events"] = opened({**at, "tab": "events", "events_country": "POL"})
    shown["no event"] = opened(
        {**at, "tab": "events", "events_country": "POL", "events_kind": "succession"}
    )
    sources = own_atlas().record.sources.values()
    publishers = {published(source.publisher, PSEUDO) for source in sources}
    left = {name: [*{*english(page)} - publishers] for name, page in shown.items()}
    assert left == {name: [] for name in shown}


def test_every_kind_of_event_on_record_has_a_word_to_translate() -> None:
    kinds = {kind_words(event.kind) for event in own_atlas().record.events}
    assert kinds <= {*EVENT_KINDS}
