"""The page in other hands: a phone, a dark room, a file to take home, and its headers."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from geo.server.security_headers import HEADERS
from tests.browser import reader
from tests.browser.conftest import OpenPage


def test_a_phone_shows_it_in_one_column_without_scrolling_sideways(phone: Page) -> None:
    reader.map_frame(phone)
    too_wide = """() => [...document.querySelectorAll('html, [data-testid=stMain]')]
      .filter((node) => node.scrollWidth > node.clientWidth).map((node) => node.className)"""
    reader.expect_told(phone, too_wide, [])
    shape = phone.locator(".st-key-map iframe").bounding_box()
    assert shape is not None
    assert shape["x"] >= 0
    assert shape["x"] + shape["width"] <= 390


TOO_WIDE = """selector => {
  const node = document.querySelector(selector);
  return node.scrollWidth > node.clientWidth;
}"""


@pytest.mark.parametrize(("tab", "table"), [("coverage", "coverage"), ("borders", "flank-borders")])
def test_a_phone_shows_the_whole_of_a_table(open_page: OpenPage, tab: str, table: str) -> None:
    page = open_page(f"/?date=2025-08-30&tab={tab}", "phone")
    shown = page.locator(f".tab:has(table.{table})")
    expect(shown).to_contain_text("30 Aug 2025")
    reader.expect_told(page, TOO_WIDE, False, f".tab:has(table.{table})")


def test_a_finger_moves_the_date(phone: Page) -> None:
    reader.expect_status(phone, "POL", "withdrawn")
    reader.slider(phone).locator("xpath=../..").scroll_into_view_if_needed()
    x, y = reader.thumb(phone)
    phone.touchscreen.tap(x - 110, y)
    reader.expect_status(phone, "POL", "party")
    reader.expect_served(phone, ":not([data-day='2026-02-20'])")


def test_a_finger_on_the_map_chooses_a_country(phone: Page) -> None:
    frame, spot = phone.locator(".st-key-map iframe"), reader.spot_of(phone, "FIN")
    frame.scroll_into_view_if_needed()
    box = frame.bounding_box()
    assert box is not None
    phone.touchscreen.tap(box["x"] + spot["x"], box["y"] + spot["y"])
    expect(reader.panel(phone).locator("h2")).to_have_text("Finland")


ABOVE_ITS_SENTENCE = """(id) => {
  const frame = document.querySelector(".st-key-map iframe");
  const { bottom } = frame.contentDocument.querySelector(`path[data-area=${id}]`)
    .getBoundingClientRect();
  const { top } = document.querySelector(".caption").getBoundingClientRect();
  return Math.round(frame.getBoundingClientRect().top + bottom - top) <= 1;
}"""


def test_a_tap_on_a_country_partly_in_sight_chooses_it_and_scrolls_nothing(phone: Page) -> None:
    frame, spot = phone.locator(".st-key-map iframe"), reader.spot_of(phone, "NOR")
    before = frame.bounding_box()
    frame.tap(position=spot)
    expect(reader.panel(phone).locator("h2")).to_have_text("Norway")
    assert frame.bounding_box() == before
    expect(reader.inside(phone).locator(".leaflet-tooltip")).to_have_count(0)
    # The sentence at the foot of the window covers no state of the flank: each can be tapped.
    caption = phone.locator(".caption")
    expect(caption).to_contain_text("Norway")
    expect(phone.locator(":root[data-foot]")).to_have_count(1)
    spot, told = reader.spot_of(phone, "UKR"), caption.bounding_box()
    assert before is not None
    assert told is not None
    assert before["y"] + spot["y"] < told["y"] < before["y"] + before["height"]
    frame.tap(position=spot)
    expect(caption).to_contain_text("Ukraine")
    # What stands at the foot of the map goes down as the map is scrolled from under the sentence.
    drawn = reader.inside(phone).locator(".leaflet-container")
    scrolled = phone.get_by_test_id("stMain")
    for top, lifted in ((300, "0px"), (0, r"[1-9].*px")):
        scrolled.evaluate("(main, top) => main.scrollTo(0, top)", top)
        expect(drawn).to_have_attribute("style", re.compile(f"--map-foot: {lifted}"))
    # Chosen by name further down, a state stands above its sentence for whoever comes back up.
    reader.panel(phone).evaluate("(panel) => panel.scrollIntoView({ block: 'end' })")
    expect(caption).to_be_hidden()
    for name in ("Norway", "Ukraine"):  # with the first the map has its foot again
        reader.look_for(phone, name)
        expect(phone.locator(":root[data-foot='0']")).to_have_count(1)
        expect(reader.panel(phone).locator("h2")).to_have_text(name)
    scrolled.evaluate("(main) => main.scrollTo(0, 0)")
    expect(caption).to_be_visible()
    reader.until(phone, ABOVE_ITS_SENTENCE, "UKR")


# A place of the map's frame where a finger meets the line of a border, once it stays there.
ON_LINE = """(border) => {
  const path = document.querySelector(`path[data-border="${border}"]`);
  const spots = Array.from({ length: 200 }, (_, at) => {
    const { x, y } = path.getPointAtLength(path.getTotalLength() * at / 200);
    const place = new DOMPoint(x, y).matrixTransform(path.getScreenCTM());
    return { x: place.x, y: place.y };
  });
  const found = spots.find(({ x, y }) => document.elementFromPoint(x, y) === path);
  const before = window.__line;
  window.__line = JSON.stringify(found);
  return found && window.__line === before && found;
}"""


def test_what_a_finger_was_told_says_what_holds_and_goes_when_another_is_chosen(
    phone: Page,
) -> None:
    spot = reader.until(reader.map_frame(phone), ON_LINE, arg="POL-BLR").json_value()
    phone.locator(".st-key-map iframe").tap(position=spot)
    expect(reader.panel(phone).locator("h2")).to_have_text("Poland")
    tip = reader.inside(phone).locator(".leaflet-tooltip")
    expect(tip).to_contain_text("Poland–Belarus")
    expect(tip).to_contain_text("not covered by the Convention")
    reader.slider(phone).press("ArrowLeft")
    expect(tip).not_to_contain_text("not covered")
    reader.expect_day(phone, "2026-02-19")
    reader.look_for(phone, "Norway")
    expect(reader.panel(phone).locator("h2")).to_have_text("Norway")
    expect(tip).to_have_count(0)


# Leaflet marks its map so for as long as a zoom is being drawn.
ZOOMING = """(on) => window.__atlas.map.getPane("mapPane")
  .classList.toggle("leaflet-zoom-anim", on)"""


def test_a_click_on_a_map_partly_in_sight_scrolls_nothing(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 560})
    frame, spot = page.locator(".st-key-map iframe"), reader.spot_of(page, "NOR")
    before = frame.bounding_box()
    frame.click(position=spot)
    expect(reader.panel(page).locator("h2")).to_have_text("Norway")
    assert frame.bounding_box() == before
    # What a zoom moves from under the pointer while it presses is chosen as it was pressed.
    drawn, spot = reader.map_frame(page), reader.spot_of(page, "FIN")
    assert before is not None
    page.mouse.move(before["x"] + spot["x"], before["y"] + spot["y"])
    drawn.evaluate(ZOOMING, True)
    page.mouse.down()
    drawn.evaluate("() => window.__atlas.map.panBy([300, 0], { animate: false })")
    page.mouse.up()
    drawn.evaluate(ZOOMING, False)
    expect(reader.panel(page).locator("h2")).to_have_text("Finland")


def test_the_map_is_dark_where_the_page_is(open_page: OpenPage) -> None:
    page = open_page(scheme="dark")
    reader.map_frame(page)
    root = reader.inside(page).locator(":root")
    expect(root).to_have_attribute("data-theme", "dark")
    sea = (
        reader.inside(page)
        .locator(".leaflet-container")
        .evaluate("node => getComputedStyle(node).backgroundColor.match(/\\d+/g).map(Number)")
    )
    assert max(sea) < 80


def test_the_map_is_light_where_the_page_is(page: Page) -> None:
    reader.map_frame(page)
    expect(reader.inside(page).locator(":root")).to_have_attribute("data-theme", "light")


def test_every_answer_carries_the_security_headers(page: Page) -> None:
    for address in (page.url, page.url.split("?")[0] + "_stcore/health"):
        headers = page.request.get(address).headers
        for name, value in HEADERS.items():
            assert headers[name.lower()] == value, address


def test_a_picture_of_the_day_is_taken_home(open_page: OpenPage) -> None:
    page = open_page("/?date=2026-01-10")
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download picture").click()
    assert "2026-01-10" in download.value.suggested_filename
    assert download.value.suggested_filename.endswith(".png")
    picture = Image.open(io.BytesIO(download.value.path().read_bytes()))
    picture.load()
    assert picture.format == "PNG"
    assert min(picture.size) > 800
    assert len(picture.convert("RGB").getcolors(maxcolors=2**24) or []) > 20


def test_a_finger_drags_the_date_and_the_map_follows_before_it_is_lifted(phone: Page) -> None:
    reader.expect_status(phone, "POL", "withdrawn")
    reader.slider(phone).locator("xpath=../..").scroll_into_view_if_needed()
    x, y = reader.thumb(phone)
    finger = phone.context.new_cdp_session(phone)
    finger.send(
        "Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]}
    )
    for step in range(1, 6):
        point = {"x": x - 8 * step, "y": y}
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    reader.expect_status(phone, "POL", "withdrawal_notified")
    reader.expect_served(phone, "[data-day='2026-02-20']")
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    reader.expect_served(phone, ":not([data-day='2026-02-20'])")
    reader.expect_status(phone, "POL", "withdrawal_notified")


def test_a_finger_on_the_map_scrolls_the_page_and_two_move_the_map(phone: Page) -> None:
    frame = reader.map_frame(phone)
    assert not frame.evaluate("window.__atlas.map.dragging.enabled()")
    assert frame.evaluate("window.__atlas.map.touchZoom.enabled()")
    box = reader.inside(phone).locator(".leaflet-container")
    assert "pan-y" in box.evaluate("node => getComputedStyle(node).touchAction")
