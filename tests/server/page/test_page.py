"""The page as a reader uses it, through Streamlit's test runner: no browser, the real script."""

import re
from datetime import UTC, date, datetime

import pytest

from geo.answers.key_dates import event_days
from geo.answers.steps import law_days
from geo.answers.words import headline
from geo.atlas import FIRST_DAY, FLANK, Atlas
from geo.basics import formats
from geo.basics.dates import today
from geo.server import current_data
from geo.web import standalone
from tests import clock
from tests.server.page.opened import (
    Markup,
    choose,
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


def test_the_step_buttons_walk_the_days_on_which_the_law_changed(atlas: Atlas) -> None:
    page = open_page(date="2026-02-19")
    page.button(key="next").click().run()
    assert page.query_params["date"] == "2026-02-20"
    page.button(key="previous").click().run()
    stop = date.fromisoformat(page.query_params["date"])
    days = law_days(atlas)
    assert stop == max(day for day in days if day < date(2026, 2, 20))
    assert set(atlas.change_dates) <= set(event_days(atlas))


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


def test_what_a_control_stands_at_is_its_default_too() -> None:
    """A browser that has lost the value with its line takes the default for its reader's choice."""
    page = open_page(date="2025-08-30", worldview="de_facto", view="europe", range="1997")
    go_to(page, date(2012, 3, 1))
    (micros,) = page.slider(key="date").proto.default
    assert datetime.fromtimestamp(micros / 1e6, UTC).date() == date(2012, 3, 1)
    worldview = page.selectbox(key="worldview").proto
    assert worldview.options[worldview.default] == "As Natural Earth draws it"
    chosen = {group.key: group.proto for group in page.get("button_group")}
    stands = {
        key: [proto.options[at].content for at in proto.default] for key, proto in chosen.items()
    }
    assert stands == {"range": ["1997 to now"], "view": ["Europe"]}


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
