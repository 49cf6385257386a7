"""The stand-alone page goes through time by thumb, keys, marks and clock."""

import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from geo.answers.permalink import Place
from geo.answers.words import held
from geo.basics.dates import PartialDate
from geo.web import standalone
from tests.browser import reader
from tests.browser.conftest import PATIENCE_MS, VIEWPORTS
from tests.browser.standalone.alone import READY, Open, expect_class, expect_day, wait_for_day
from tests.own_data import own_atlas

HELD = "Held against the depositary’s page of 3 Feb 2026: no difference · compiled to 3 Mar 2026"


def test_the_thumb_takes_poland_out_on_its_day(open_file: Open) -> None:
    page = open_file()
    slider = page.locator("#day")
    slider.focus()
    slider.press("ArrowLeft")
    expect_day(page, "2026-02-19")
    expect_class(page, "POL", "withdrawal_notified")
    expect(page.locator("[data-live=headline]")).to_contain_text("On 19 February 2026, 162 states")
    expect(page.locator("path[data-border=POL-BLR]").first).to_have_class(re.compile(r"\bcovered"))
    slider.press("ArrowRight")
    expect_class(page, "POL", "withdrawn")
    expect(page.locator("[data-live=headline]")).to_contain_text("161 states")
    expect(page.locator("path[data-border=POL-BLR]").first).to_have_class(re.compile("not-covered"))
    expect(page.locator("#borders")).to_contain_text("198 km covered by the Convention")


def test_dragging_repaints_on_the_way(open_file: Open) -> None:
    page = open_file()
    page.get_by_label("1997 to now").check()
    box = page.locator("#day").bounding_box()
    assert box is not None
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] - 12, y)
    page.mouse.down()
    for step in range(1, 21):
        before = page.evaluate("window.__atlas.painted.day")
        page.mouse.move(box["x"] + (box["width"] - 24) * (1 - step / 20) + 12, y)
        wait_for_day(page, f"day < '{before}'")
    wait_for_day(page, "day < '1997-12-31'")
    page.mouse.up()
    expect(page.locator("#panel h2")).to_contain_text("1997")
    expect(page.locator("#panel")).not_to_contain_text("Bound since")


def test_the_keys_of_the_slider(open_file: Open) -> None:
    page = open_file("?date=2025-03-31")
    slider = page.locator("#day")
    slider.focus()
    for key, day in (
        ("PageDown", "2025-02-28"),
        ("PageUp", "2025-03-28"),
        ("ArrowRight", "2025-03-29"),
        ("ArrowUp", "2025-03-30"),
        ("ArrowDown", "2025-03-29"),
        ("Home", "2025-01-01"),
    ):
        slider.press(key)
        expect_day(page, day)
        said = PartialDate.parse(day).words(long=True)
        expect(slider).to_have_attribute("aria-valuetext", said)
    slider.press("End")
    wait_for_day(page, "day >= '2026-03-03'")
    expect(page.locator("#next")).to_be_disabled()


def test_the_event_buttons_stop_at_events(open_file: Open) -> None:
    page = open_file("?date=2026-02-19")
    page.get_by_role("button", name="Next event").click()
    expect_day(page, "2026-02-20")
    page.get_by_role("button", name="Previous event").click()
    wait_for_day(page, "day < '2026-02-20'")


def test_marks_name_themselves_and_lead_to_their_day(open_file: Open) -> None:
    page = open_file("?date=2026-02-20&range=2025")
    mark = page.get_by_role("button", name="20 Aug 2025: Poland: bound, withdrawal notified")
    mark.press("Enter")
    expect_day(page, "2025-08-20")
    overlap = """() => {
      const buttons = [...document.querySelectorAll(".tick-buttons button")];
      const boxes = buttons.map((button) => button.getBoundingClientRect());
      return boxes.some((box, at) => at && box.left < boxes[at - 1].right - 0.5);
    }"""
    reader.expect_told(page, overlap, False)
    page.get_by_label("1997 to now").check()
    page.set_viewport_size(VIEWPORTS["phone"])
    expect(page.locator(".tick-buttons button").last).to_have_attribute(
        "aria-label", "20 Feb 2026: Poland: withdrawn"
    )
    reader.expect_told(page, overlap, False)


def test_play_goes_from_event_to_event_and_stops_when_told(open_file: Open) -> None:
    page = open_file("?date=2025-01-01")
    page.get_by_role("button", name="Play").click()
    wait_for_day(page, "day > '2025-03-01'")
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("button", name="Play")).to_be_visible()


@pytest.mark.parametrize("embed", [False, True], ids=["file", "frame"])
def test_it_warns_by_its_readers_clock_once_the_depositarys_page_is_old(
    browser: Browser, tmp_path: Path, embed: bool
) -> None:
    path = tmp_path / "atlas.html"
    frame = standalone.Framed(Place(), "picture.png", "the map") if embed else None
    path.write_bytes(standalone.page(own_atlas(), embed=frame))
    for today, age, old in (
        ("2026-02-04", "1 day old", False),
        ("2026-04-04", "60 days old", False),
        ("2026-11-26", "296 days old", True),
    ):
        context = browser.new_context(timezone_id="UTC")
        context.set_default_timeout(PATIENCE_MS)
        context.clock.set_fixed_time(f"{today}T12:00:00Z")
        page = context.new_page()
        page.goto(path.as_uri())
        reader.until(page, READY)
        warning = page.locator("[data-held=warning]")
        if old:
            expect(warning).to_be_in_viewport()
            expect(warning).to_contain_text(f"Later acts may be missing here: that page is {age}")
            expect(warning.get_by_role("link")).to_have_attribute("href", held.DEPOSITARY_PAGE)
        else:
            expect(warning).to_be_hidden()
            shown = [] if embed else [f"{HELD} · page {age}"]
            expect(page.locator(".held:visible")).to_have_text(shown, use_inner_text=True)
        context.close()


def test_a_day_beyond_the_record_says_how_far_it_lies_from_the_page(open_file: Open) -> None:
    page = open_file("?date=2026-11-26")
    expect(page.locator("#panel")).to_contain_text(
        "The day shown lies 296 days after that page: later acts may be missing."
    )


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles"])
def test_the_slider_ends_with_today_by_utc(browser: Browser, file: Path, zone: str) -> None:
    last = (date(2026, 11, 26) - date(1970, 1, 1)).days
    for moment in ("2026-11-26T02:00:00Z", "2026-11-26T23:00:00Z"):
        context = browser.new_context(timezone_id=zone)
        context.set_default_timeout(PATIENCE_MS)
        context.clock.set_fixed_time(moment)
        page = context.new_page()
        page.goto(file.as_uri())
        reader.until(page, READY)
        expect(page.locator("#day")).to_have_attribute("max", str(last))
        context.close()
