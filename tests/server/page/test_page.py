"""The page as a reader uses it, through Streamlit's test runner: no browser, the real script."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from geo.answers.key_dates import event_days
from geo.answers.permalink import Place, query
from geo.answers.words import headline
from geo.atlas import FIRST_DAY, FLANK, Atlas
from geo.basics import formats
from geo.basics.dates import today
from geo.server import current_data
from geo.server.page.tabs import tabs
from geo.web import standalone
from tests import clock
from tests.server.page.opened import (
    SCRIPT,
    TIMEOUT_SECONDS,
    Markup,
    go_to,
    html,
    open_page,
    place_of,
    slider_start,
    words,
)

pytestmark = pytest.mark.slow


def test_the_sentence_of_the_day_is_the_heading_under_the_title() -> None:
    """Who goes from heading to heading meets it first; the map's script finds it by its mark."""
    markup = "\n".join(element.proto.body for element in open_page().get("html"))
    headings = re.findall(r"<(h[1-6])([^>]*)>(.*?)</\1>", markup)
    (title, _, name), (level, marks, sentence) = headings[:2]
    assert (title, name, level) == ("h1", "Ottawa Atlas", "h2")
    assert 'data-live="headline"' in marks
    assert sentence.startswith("On 20 February 2026, 161 states are bound")


def test_it_opens_on_the_landing_day_with_the_flank() -> None:
    page = open_page()
    assert headline.headline(current_data.CURRENT.get().atlas.on(date(2026, 2, 20))) in words(page)
    assert place_of(page) == {
        "day": "2026-02-20",
        "country": "",
        "worldview": "un",
        "view": "flank",
        "lang": "en",
        "address": "date=2026-02-20",
        "heard": "",
        "files": "{}",
    }
    assert (
        "Held against the depositary’s page of 3 Feb 2026: no difference · compiled to 3 Mar 2026"
        in words(page)
    )
    assert page.query_params == {"date": "2026-02-20"}


@pytest.mark.parametrize(
    ("day", "old", "told"),
    [
        (date(2026, 3, 20), False, "compiled to 3 Mar 2026 · page 45 days old"),
        (date(2026, 11, 26), True, "Later acts may be missing here: that page is 296 days old"),
    ],
)
def test_it_warns_by_todays_date_once_the_depositarys_page_is_old(
    monkeypatch: pytest.MonkeyPatch, day: date, old: bool, told: str
) -> None:
    clock.set_to(monkeypatch, datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
    page = open_page()
    (line,) = re.findall(r'<p class="held.*?</p>', html(page))
    assert told in Markup(line).text
    assert ('class="held old"' in line) == old
    assert (" hidden" in re.findall(r'<span data-held="warning"[^>]*>', line)[0]) == (not old)


def choose(page: AppTest, country: str | None) -> None:
    """Chooses a country as the search does, whose field is the browser's."""
    page.session_state["country"] = country
    page.run()


@pytest.mark.parametrize("iso_a3", [*FLANK, "BLR", "UKR", "RUS", "ISL"])
def test_it_opens_on_a_country(iso_a3: str) -> None:
    page = open_page(country=iso_a3)
    assert place_of(page)["country"] == iso_a3
    assert page.session_state["country"] == iso_a3


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("1997-01-01", "no state is bound. None of the 3,833 km"),
        ("1999-03-01", "45 states are bound"),
        ("2013-06-01", "All of the 3,833 km of border"),
        ("2025-12-26", "166 states are bound"),
        ("2025-12-27", "163 states are bound"),
        ("2026-01-10", "162 states are bound"),
        ("2026-02-20", "161 states are bound"),
        ("2026-02-20", "198 km, Norway’s, remain covered by the Convention"),
    ],
)
def test_the_headline_of_a_key_day(day: str, sentence: str) -> None:
    assert sentence in words(open_page(date=day))


def test_the_first_day_and_today_are_the_ends_of_the_road() -> None:
    page = open_page(date=FIRST_DAY.isoformat())
    assert page.button(key="previous").disabled
    assert not page.button(key="next").disabled
    go_to(page, today())
    assert page.button(key="next").disabled
    assert words(page).count("As far as the record goes, on") == 1


def test_the_slider_marks_the_days_that_the_stand_alone_page_marks(atlas: Atlas) -> None:
    shown = html(open_page(date="1997-01-01"))
    (ticks,) = re.findall(r'class="ticks".*?</div>', shown, re.DOTALL)
    marked = standalone.config(atlas, "un")["marked_days"]
    expected = [formats.short_date(date.fromisoformat(day)) for day in marked]
    assert re.findall(r'title="([^":]+):', ticks) == expected


def test_the_slider_moves_the_day_the_sentence_and_the_address() -> None:
    page = open_page()
    before = words(page)
    page.slider(key="date").set_value(date(2026, 2, 19)).run()
    assert not page.exception
    assert "On 19 February 2026, 162 states are bound" in words(page)
    assert words(page) != before
    assert page.query_params == {"date": "2026-02-19"}


def test_a_day_before_the_short_range_widens_it() -> None:
    page = open_page(tab="events")
    assert slider_start(page) == date(2025, 1, 1)
    page.session_state["events_page"] = 999  # the oldest
    page.run().button(key="event_0").click().run()
    assert slider_start(page) == FIRST_DAY
    assert place_of(page)["day"] < "2000-01-01"
    assert "On 20 February 2026" not in words(page)


def test_the_address_names_the_range_the_filters_of_tabs_and_what_the_map_shows() -> None:
    asked = {"range": "1997", "tab": "events", "claims_verdict": "partly", "bounds": "1,2,3"}
    page = open_page(date="2026-01-10", **asked)
    assert slider_start(page) == FIRST_DAY
    assert "The bounds “1,2,3” in the address are no WEST,SOUTH,EAST,NORTH" in words(page)
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


def test_the_short_range_keeps_the_day_inside() -> None:
    page = open_page(date="1999-03-01")
    page.button_group(key="range").set_value("2025 to now").run()
    assert not page.exception
    assert page.slider(key="date").value == date(2025, 1, 1)
    assert page.query_params["date"] == "2025-01-01"


def test_after_a_lost_line_the_range_and_view_that_were_shown_stay() -> None:
    page = open_page(date="2026-02-19", range="1997", view="europe")
    page.button_group(key="range").set_value(None)
    page.button_group(key="view").set_value(None).run()
    assert not page.exception
    shown = {name: page.query_params[name] for name in ("date", "range", "view")}
    assert shown == {"date": "2026-02-19", "range": "1997", "view": "europe"}
    page.button_group(key="range").set_value(None)
    page.button(key="previous").click().run()
    assert not page.exception
    assert page.query_params["range"] == "1997"


def test_the_event_buttons_walk_the_days_on_which_something_happened(atlas: Atlas) -> None:
    page = open_page(date="2026-02-19")
    page.button(key="next").click().run()
    assert page.query_params["date"] == "2026-02-20"
    page.button(key="previous").click().run()
    stop = date.fromisoformat(page.query_params["date"])
    days = event_days(atlas)
    assert stop == max(day for day in days if day < date(2026, 2, 20))
    assert set(atlas.change_dates) <= set(days)


def test_choosing_a_country_and_letting_it_go() -> None:
    page = open_page()
    choose(page, "NOR")
    assert not page.exception
    assert place_of(page)["country"] == page.query_params["country"] == "NOR"
    choose(page, None)
    assert place_of(page)["country"] == ""
    assert "country" not in page.query_params


def test_the_worldview_and_the_view_go_into_the_address_and_to_the_map() -> None:
    page = open_page()
    page.selectbox(key="worldview").set_value("de_facto").run()
    page.button_group(key="view").set_value("europe").run()
    assert not page.exception
    assert page.query_params == {
        "date": "2026-02-20",
        "worldview": "de_facto",
        "view": "europe",
    }
    assert (place_of(page)["worldview"], place_of(page)["view"]) == ("de_facto", "europe")


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


def test_an_open_page_learns_of_midnight_at_its_next_word_from_the_server(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock.set_to(monkeypatch, datetime(2026, 11, 26, 23, 59, tzinfo=UTC))
    page = open_page(date="2026-11-26")
    clock.set_to(monkeypatch, datetime(2026, 11, 27, 0, 1, tzinfo=UTC))
    choose(page, "NOR")
    assert place_of(page)["day"] == "2026-11-26"
    go_to(page, date(2026, 11, 27))
    assert place_of(page)["day"] == "2026-11-27"
    assert page.button(key="next").disabled


def test_a_sound_address_is_met_without_complaint() -> None:
    assert "complaints" not in html(open_page(date="2026-01-10", country="NOR"))
