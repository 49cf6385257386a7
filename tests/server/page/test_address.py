"""The address opens the page, follows the reader, and is told where it cannot be understood."""

from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from geo.answers.permalink import Place, query
from geo.atlas import FIRST_DAY
from geo.basics.dates import today
from geo.server.page.tabs import tabs
from tests.server.page.opened import (
    SCRIPT,
    TIMEOUT_SECONDS,
    choose,
    html,
    open_page,
    place_of,
    slider_start,
    words,
)

pytestmark = pytest.mark.slow


def test_the_address_names_the_range_the_filters_of_tabs_and_what_the_map_shows() -> None:
    asked = {"range": "1997", "tab": "events", "claims_verdict": "partly", "bounds": "1,2,3"}
    page = open_page(date="2026-01-10", **asked)
    assert slider_start(page) == FIRST_DAY
    assert "The bounds “1,2,3” in the address are no WEST,SOUTH,EAST,NORTH" in words(page)
    assert "bounds" not in page.query_params
    page.session_state["tab"] = "claims"
    page.run()
    assert page.selectbox(key="claims_verdict").value == "partly"
    page.session_state["tab"] = "borders"
    page.run()
    address = "date=2026-01-10&range=1997&claims_verdict=partly"
    assert place_of(page)["address"] == address
    page.session_state["tab"] = "claims"
    page.run().selectbox(key="claims_verdict").set_value(None).run()
    assert place_of(page)["address"] == "date=2026-01-10&range=1997&tab=claims"


def test_the_address_of_one_reader_opens_the_same_page_for_another() -> None:
    first = open_page(date="2026-01-10", country="FIN", view="world", tab="sources")
    second = open_page(**{name: str(value) for name, value in first.query_params.items()})
    assert words(second) == words(first)
    assert "How the atlas reckons" in words(second)


# That of all states is drawn in the browser alone: tests/browser/test_states.py.
@pytest.mark.parametrize("tab", [name for name in tabs.TABS if name != "states"])
def test_a_tab_opens_from_the_address(tab: str) -> None:
    page = open_page(tab=tab)
    heading = {
        "borders": "Every figure, and what its source counts",
        "coverage": "How much of the flank border the Convention has covered",
        "events": "Poland",
        "claims": "What articles say",
        "disagreements": "How long is the border that East Shield",
        "sources": "How the atlas reckons",
    }[tab]
    assert heading in words(page)
    assert page.query_params.get("tab", "borders") == tab


def test_an_address_that_lags_behind_the_reader_takes_nothing_back() -> None:
    page = open_page(country="POL")
    page.button_group(key="view").set_value("europe").run()
    page.query_params = {"date": "2026-02-20", "country": "POL"}
    choose(page, "NOR")
    page.query_params = {"date": "2026-02-20", "country": "POL"}
    page.run()
    assert not page.exception
    assert place_of(page)["address"] == "date=2026-02-20&country=NOR&view=europe"


@pytest.mark.parametrize("tab", ["events", "claims", "borders"])
def test_the_mark_of_the_place_names_the_open_tab(tab: str) -> None:
    told = place_of(open_page(tab=tab))["address"]
    assert told == query(Place(tab=tab))


def test_nonsense_in_the_address_falls_back_and_says_so() -> None:
    page = open_page(
        date="2026-02-31", country="<b>X</b>", worldview="mars", view="moon", tab="../x"
    )
    shown = words(page)
    for nonsense in ("2026-02-31", "<b>X</b>", "mars", "moon", "../x"):
        assert f"“{nonsense}”" in shown
    assert "161 states are bound" in shown
    assert page.query_params == {"date": "2026-02-20"}


def test_what_the_address_gives_twice_or_under_another_name_is_said() -> None:
    page = AppTest.from_file(SCRIPT, default_timeout=TIMEOUT_SECONDS)
    page.query_params = {
        "date": ["2026-02-20", "2025-01-01"],
        "DATE": ["2020-01-01"],
        "country": ["Polland"],
        "utm_source": ["letter"],
    }
    page.run()
    assert not page.exception
    said = words(page)
    assert "gives the date more than once: “2026-02-20, 2025-01-01”" in said
    assert "Shown instead: 20 February 2026." in said
    assert "asks for “DATE”" in said
    assert "“Polland” is no state that the atlas knows." in said
    assert "utm_source" not in said
    assert page.query_params == {"date": "2026-02-20"}


def test_a_day_beyond_today_becomes_today_and_says_so() -> None:
    beyond = today() + timedelta(days=400)
    page = open_page(date=beyond.isoformat())
    assert page.slider(key="date").value == today()
    assert f"{beyond.isoformat()} in the address lies outside" in words(page)


def test_a_sound_address_is_met_without_complaint() -> None:
    assert "complaints" not in html(open_page(date="2026-01-10", country="NOR"))
