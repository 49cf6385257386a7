"""Moving through time on the page: the map, the sentence and the address follow."""

import re

from playwright.sync_api import Page, expect

from tests.browser import reader
from tests.browser.conftest import OpenPage

# Whether a day with its calendar has room in the field, and in a window how wide.
SHOWS_A_WHOLE_DAY = """() => [
  document.querySelector(".st-key-date_box input").clientWidth >= 110, innerWidth]"""


def test_the_landing_page_shows_the_day_the_last_of_the_five_left(page: Page) -> None:
    reader.expect_day(page, "2026-02-20")
    for iso_a3 in ("FIN", "EST", "LVA", "LTU", "POL"):
        reader.expect_status(page, iso_a3, "withdrawn")
    for iso_a3 in ("NOR", "BLR", "UKR"):
        reader.expect_status(page, iso_a3, "party")
    reader.expect_status(page, "RUS", "not_party")
    expect(reader.headline(page)).to_contain_text("161 states are bound")
    expect(reader.inside(page).locator("[data-name=NOR]")).to_contain_text("remains bound")
    expect(reader.inside(page).locator("[data-name=BLR]")).to_contain_text("remains bound")


def test_the_keyboard_takes_poland_across_the_20th_of_february(page: Page) -> None:
    reader.expect_status(page, "POL", "withdrawn")
    reader.slider(page).focus()
    page.keyboard.press("ArrowLeft")
    reader.expect_status(page, "POL", "withdrawal_notified")
    reader.expect_day(page, "2026-02-19")
    expect(reader.headline(page)).to_contain_text("On 19 February 2026, 162 states are bound")
    page.keyboard.press("ArrowRight")
    reader.expect_status(page, "POL", "withdrawn")
    reader.expect_day(page, "2026-02-20")
    expect(reader.headline(page)).to_contain_text("On 20 February 2026, 161 states are bound")


def test_the_map_repaints_under_the_thumb_and_the_server_learns_of_it_on_release(
    page: Page,
) -> None:
    reader.expect_status(page, "POL", "withdrawn")
    x, y = reader.thumb(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 40, y, steps=4)
    reader.expect_status(page, "POL", "withdrawal_notified")
    under_thumb = reader.day_at_rest(page)
    assert "2025-12-27" < under_thumb < "2026-02-20"
    expect(reader.headline(page)).not_to_contain_text("20 February 2026")
    reader.expect_served(page, "[data-day='2026-02-20']")
    expect(page).to_have_url(re.compile("date=2026-02-20"))
    page.mouse.up()
    reader.expect_day(page, under_thumb)
    reader.expect_status(page, "POL", "withdrawal_notified")


def test_quick_steps_all_count_however_busy_the_server(page: Page) -> None:
    reader.expect_status(page, "POL", "withdrawn")
    reader.slider(page).focus()
    for _ in range(8):
        page.keyboard.press("ArrowLeft", delay=40)
    reader.expect_day(page, "2026-02-12")
    reader.expect_status(page, "POL", "withdrawal_notified")


def test_borders_change_from_covered_to_not_covered(page: Page) -> None:
    border = reader.inside(page).locator("path[data-border=POL-BLR]")
    expect(border).to_have_class(re.compile(r"not-covered"))
    reader.slider(page).focus()
    page.keyboard.press("ArrowLeft")
    expect(border).to_have_class(re.compile(r"(^| )covered"))
    norway = reader.inside(page).locator("path[data-border=NOR-RUS]")
    expect(norway).to_have_class(re.compile(r"(^| )covered"))


def test_the_event_buttons_and_the_date_field_move_the_map_too(page: Page) -> None:
    page.get_by_role("button", name="Previous event").click()
    reader.expect_served(page, ":not([data-day='2026-02-20'])")
    reader.expect_status(page, "POL", "withdrawal_notified")
    page.get_by_role("button", name="Next event").click()
    reader.expect_day(page, "2026-02-20")
    reader.expect_status(page, "POL", "withdrawn")


def test_zoom_centre_and_the_map_itself_survive_a_date_change_and_a_click(page: Page) -> None:
    frame = reader.map_frame(page)
    frame.evaluate(
        """() => { window.__atlas.map.__probe = 1;
        window.__atlas.map.setView([62, 20], 4.5, { animate: false }); }"""
    )
    before = reader.map_view(page)
    assert before[0] == 1
    reader.slider(page).focus()
    page.keyboard.press("ArrowLeft")
    reader.expect_day(page, "2026-02-19")
    assert reader.map_view(page) == before
    reader.click_country(page, "NOR")
    expect(reader.panel(page).locator("h2")).to_have_text("Norway")
    assert reader.map_view(page) == before
    page.get_by_role("button", name="Next event").click()
    reader.expect_day(page, "2026-02-20")
    assert reader.map_view(page) == before


def test_an_address_opens_on_its_day_country_and_worldview(open_page: OpenPage) -> None:
    page = open_page("/?date=1999-03-01&country=NOR&view=world&tab=sources")
    reader.expect_day(page, "1999-03-01")
    expect(reader.headline(page)).to_contain_text("45 states are bound")
    expect(reader.panel(page).locator("h2")).to_have_text("Norway")
    expect(reader.area(page, "NOR")).to_have_class(re.compile("selected"))
    expect(page.get_by_role("tab", name="Sources and method")).to_have_attribute(
        "aria-selected", "true"
    )
    reader.expect_status(page, "POL", "signatory")


def test_back_and_forward_go_through_what_was_looked_at(page: Page) -> None:
    reader.slider(page).focus()
    page.keyboard.press("ArrowLeft")
    reader.expect_day(page, "2026-02-19")
    page.go_back()
    reader.expect_day(page, "2026-02-20")
    reader.expect_status(page, "POL", "withdrawn")


def test_a_committed_day_is_said_to_those_who_listen(page: Page) -> None:
    reader.expect_day(page, "2026-02-20")
    reader.slider(page).focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#said-day")).to_have_text(re.compile("^On 19 February 2026, 162 states"))


def test_the_date_field_shows_the_day_and_takes_another_when_it_is_whole(page: Page) -> None:
    field = page.get_by_label("Go to date")
    expect(field).to_have_value("2026-02-20")
    reader.slider(page).focus()
    page.keyboard.press("ArrowLeft")
    expect(field).to_have_value("2026-02-19")
    field.focus()
    page.keyboard.type("12272025")  # as this browser writes a date: month, day, year
    expect(field).to_have_value("2025-12-27")
    expect(page).to_have_url(re.compile("date=2026-02-19"))
    page.keyboard.press("Enter")
    reader.expect_day(page, "2025-12-27")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Escape")
    expect(field).to_have_value("2025-12-27")
    reader.slider(page).focus()
    field.focus()
    page.keyboard.type("03011999")
    reader.slider(page).focus()  # leaves the field
    reader.expect_day(page, "1999-03-01")
    expect(page.get_by_role("radio", name="1997 to now")).to_be_checked()
    field.fill("1990-01-01")  # as from its calendar, which keeps to the days of the atlas
    reader.expect_day(page, "1997-01-01")
    for width in (390, 344, 320):
        page.set_viewport_size({"width": width, "height": 640})
        reader.expect_told(page, SHOWS_A_WHOLE_DAY, [True, width])


def test_the_view_that_is_chosen_already_frames_the_map_again(page: Page) -> None:
    frame = reader.map_frame(page)
    before = reader.map_view(page)
    frame.evaluate("() => { window.__atlas.map.setView([40, 65], 5, { animate: false }); }")
    page.get_by_role("radio", name="Flank").click()
    reader.until(
        frame,
        """([, zoom, lat, lng]) => {
          const { map } = window.__atlas, centre = map.getCenter();
          return map.getZoom() === zoom && Math.abs(centre.lat - lat) < 0.1
            && Math.abs(centre.lng - lng) < 0.1;
        }""",
        arg=before,
    )


def test_the_map_is_a_few_stops_for_the_tab_key_and_not_one_a_country(page: Page) -> None:
    frame = reader.map_frame(page)
    stops = frame.evaluate(
        """() => [...document.querySelectorAll('a[href], summary, [tabindex], path')]
          .filter((node) => node.tabIndex >= 0 && node.checkVisibility()).length"""
    )
    assert 0 < stops <= 12  # words of the legend that explain themselves are some of them
    page.get_by_role("radio", name="2025 to now").focus()
    for _ in range(12):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") != "IFRAME"
