"""Two days on the page and the course of a line, as a reader takes them: by pointer and by key."""

import re

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.browser import reader
from tests.browser.conftest import PATIENCE_MS, OpenPage, Size
from tests.browser.reader import map_frame
from tests.browser.server import DashboardServer

TOGETHER = """() => {
  const paths = [...document.querySelectorAll("path[data-area=POL]")];
  const [one, other] = paths.map((path) => path.getBoundingClientRect());
  const alike = (side) => Math.abs(one[side] - other[side]) < 2;
  return window.__atlas.framing.ownMove && alike("x") && alike("width");
}"""

CLEAR = """() => {
  const { right } = document.querySelector(".leaflet-control-zoom").getBoundingClientRect();
  return [...document.querySelectorAll(".of-day")].map((day) => {
    const box = day.getBoundingClientRect();
    return getComputedStyle(day).visibility === "visible" && box.left > right
      && box.right <= innerWidth;
  });
}"""


def test_the_map_is_parted_by_a_handle_and_the_chart_is_read(open_page: OpenPage) -> None:
    page = open_page("/?date=2026-02-20&compare=2025-01-01&tab=coverage")
    frame = map_frame(page)
    other = frame.locator(".two-days .other-map")
    poland = other.locator("[data-area=POL]")
    expect(poland).to_have_class(re.compile(r"\bparty\b"))
    expect(frame.locator(".of-day")).to_have_text(["1 January 2025", "20 February 2026"])
    handle = frame.get_by_role("slider", name="Where the map is parted")
    handle.focus()
    page.keyboard.press("End")
    expect(handle).to_have_value("100")
    expect(frame.locator(".two-days")).to_have_css("--cut", "100%")
    expect(frame.locator(".of-day.first")).to_be_visible()
    expect(frame.locator(".of-day.last")).to_be_hidden()
    frame.locator(".leaflet-control-zoom-in").click()
    reader.until(frame, TOGETHER)

    chart = page.locator(".course-chart")
    said = chart.locator(".read")
    expect(said).to_contain_text("20 February 2026: 161 states bound.")
    slider = chart.get_by_role("slider")
    slider.focus()
    page.keyboard.press("Home")
    expect(said).to_contain_text("1 January 1997: 0 states bound.")
    expect(slider).to_have_attribute("aria-valuetext", re.compile("^1 January 1997: 0 states"))
    page.keyboard.press("ArrowRight")
    expect(said).to_contain_text("1 March 1999: 45 states bound.")
    chart.locator("svg").last.hover()
    expect(said).to_contain_text("2011: 157 states bound. Flank border, covered by the Convention")

    page.get_by_role("button", name="Show one day again").click()
    expect(frame.locator(".two-days")).to_have_count(0)


def test_the_two_days_are_told_in_the_language_that_comes_last(
    open_page: OpenPage,
) -> None:
    page = open_page("/?date=2026-02-20&compare=2025-01-01&lang=fi", fresh=True)
    days = map_frame(page).locator(".of-day")
    expect(days).to_have_text(["1. tammikuuta 2025", "20. helmikuuta 2026"])
    page.get_by_role("combobox", name="Kieli").select_option("en")
    expect(days).to_have_text(["1 January 2025", "20 February 2026"])
    for width in (390, 320):  # on a phone, too, beside the buttons of the map and within it
        page.set_viewport_size({"width": width, "height": 640})
        reader.expect_told(map_frame(page), CLEAR, [True, True])


def test_a_frame_that_changes_its_size_is_no_move_of_the_readers(open_page: OpenPage) -> None:
    page = open_page("/?date=2026-02-20&compare=2025-06-01")
    frame = map_frame(page)
    other = frame.locator(".two-days .other-map")
    expect(other.locator("[data-area=LTU]")).to_have_class(re.compile(r"\bparty\b"))
    size = "() => document.querySelector('.other-map .leaflet-overlay-pane svg').clientWidth"
    for width in (1301, 1204, 1117):
        before = frame.evaluate(size)
        page.set_viewport_size({"width": width, "height": 900})
        reader.until(frame, f"before => ({size})() !== before", before)
        assert frame.evaluate("!window.__atlas.framing.ownMove"), width
    assert "bounds" not in page.url


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_either_day_is_moved_and_map_sentence_and_address_go_with_it(
    open_page: OpenPage, size: Size
) -> None:
    page = open_page("/?date=2026-02-20&compare=2025-06-01&tab=coverage", size)
    frame = map_frame(page)
    changes = page.locator("[data-live=changes]")
    expect(changes).to_contain_text("Lithuania")
    lithuania = frame.locator(".two-days .other-map [data-area=LTU]")
    expect(lithuania).to_have_class(re.compile(r"\bwithdrawal_notified\b|\bparty\b"))
    other = page.get_by_role("slider", name="The other day")
    told = page.locator(".compared")
    box = other.bounding_box()
    assert box
    y = box["y"] + box["height"] / 2
    at = float(page.locator(".other-day").evaluate("b => b.style.getPropertyValue('--other')"))
    page.mouse.move(box["x"] + 9 + at * (box["width"] - 18), y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, y, steps=4)
    page.mouse.move(box["x"] + box["width"], y, steps=8)
    # Nothing has been let go of yet, and the server knows nothing of it.
    days = frame.locator(".of-day")
    expect(days.first).to_have_text("20 February 2026")
    last = other.get_attribute("aria-valuetext") or ""
    expect(days.last).to_have_text(last)
    expect(told).to_have_text(re.compile(rf"between 20 February 2026 and {last}, no state joined"))
    expect(lithuania).to_have_class(re.compile(r"\bwithdrawn\b"))
    expect(changes).not_to_contain_text("Lithuania")
    expect(changes).to_contain_text("States bound: 161 before, ")
    reader.expect_served(page, "[data-address*='2025-06-01']")
    page.mouse.up()
    expect(page).not_to_have_url(re.compile("compare=2025-06-01"))

    other.focus()
    page.keyboard.press("Home")
    expect(page).to_have_url(re.compile("compare=2025-01-01"))
    for key in ("PageUp", "ArrowRight"):
        page.keyboard.press(key)
    expect(other).to_have_attribute("aria-valuetext", "2 February 2025")
    expect(page).to_have_url(re.compile("compare=2025-02-02"))
    expect(told).to_contain_text("Between 2 February 2025 and 20 February 2026, two states joined")
    page.locator(".st-key-date input[type=range]").press("Home")
    expect(told).to_contain_text("Between 1 January 2025 and 2 February 2025, no state joined")
    expect(page).to_have_url(re.compile("date=2025-01-01"))


def test_two_days_are_told_from_the_first_move_where_the_slider_comes_last(
    server: DashboardServer, browser: Browser
) -> None:
    context = browser.new_context()
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    held: list[Route] = []
    page.route("**/static/js/Slider.*.js", lambda route: held.append(route))
    page.goto(f"{server.url}/?date=2026-02-20&compare=2025-06-01", wait_until="commit")
    other = page.locator(".other-day input")
    expect(other).to_be_attached()
    reader.expect_served(page, "[data-day='2026-02-20']")
    expect(map_frame(page).locator(".of-day")).to_have_count(2)
    assert held
    for route in held:
        route.continue_()
    expect(other).to_be_visible()
    # Of a thumb that is held the server hears nothing.
    other.dispatch_event("pointerdown")
    other.evaluate("input => { input.value = input.min; }")
    other.dispatch_event("input")
    expect(page.locator(".compared")).to_contain_text("Between 1 January 2025 and 20 February 2026")
    reader.expect_served(page, "[data-address*='2025-06-01']")
    context.close()
