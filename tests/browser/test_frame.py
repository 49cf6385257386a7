"""A frame on another page: it fits ten sizes, says how high it is, and is read without scripts."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import Browser, Page, expect

from geo.answers import share_texts
from geo.answers.permalink import Place
from geo.answers.words.headline import headline
from tests.browser import reader
from tests.browser.conftest import PATIENCE_MS
from tests.browser.host_page import host_page
from tests.browser.server import DashboardServer
from tests.own_data import own_atlas

PLACE = Place(date(2026, 1, 10), "POL")
SIZES = (
    *((320, 300), (320, 480), (360, 640), (390, 844), (480, 400)),
    *((600, 400), (640, 640), (768, 600), (984, 640), (1280, 900)),
)

# What does not fit.
FITS = """height => {
  const box = (selector) => document.querySelector(selector).getBoundingClientRect();
  const map = box("#map"), key = box(".key"), title = box("#panel h2");
  return Object.entries({
    window: innerHeight === height,
    width: document.documentElement.scrollWidth <= innerWidth,
    map: map.height >= 100,
    legend: key.top >= map.top && key.bottom <= map.bottom && key.right <= map.right,
    panel: height < 640 || title.bottom <= height,
  }).filter(([, fits]) => !fits).map(([part]) => part);
}"""


@pytest.fixture
def page(browser: Browser, server: DashboardServer) -> Page:
    context = browser.new_context(viewport={"width": 320, "height": 300})
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    address = share_texts.embed_address(f"{server.url}/", PLACE, frozen=False)
    page.request.get(address)  # made before a frame waits for it
    return page


def test_a_frame_fits_ten_sizes_and_its_legend_stays_on_the_map(
    page: Page, server: DashboardServer
) -> None:
    page.goto(share_texts.embed_address(f"{server.url}/", PLACE, frozen=False))
    page.locator("#panel h2").wait_for(state="attached")
    expect(page.locator(".caption")).to_be_hidden()  # or nothing of the map would be seen
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        for opened in (False, True):
            page.evaluate("open => { document.querySelector('.key').open = open; }", opened)
            reader.expect_told(page, FITS, [], height)


def test_the_height_of_a_frame_follows_what_it_shows(page: Page, server: DashboardServer) -> None:
    page.set_viewport_size({"width": 380, "height": 700})
    snippet = share_texts.embed_snippet(f"{server.url}/", PLACE, frozen=False, height=300)
    with host_page(snippet) as address:
        page.goto(address)
        _follows(page)


def _follows(page: Page) -> None:
    inside = page.frames[-1]
    inside.locator("#panel h2").wait_for(state="attached")
    whole = "() => document.documentElement.scrollHeight === innerHeight"
    reader.until(page, "document.querySelector('iframe').clientHeight > 1000")
    reader.until(inside, whole)
    inside.locator("#country").fill("norway")
    inside.locator("#country").press("Enter")
    expect(inside.locator("#panel h2")).to_have_text("Norway")
    reader.until(inside, whole)
    page.set_viewport_size({"width": 1000, "height": 700})
    reader.until(page, "document.querySelector('iframe').clientHeight < 1000")
    reader.until(inside, whole)
    # Whoever is no frame of ours is not listened to, and no frame grows without bounds.
    page.evaluate(
        """() => {
          const frame = document.querySelector('iframe');
          window.heights = new Set(); // the frame says its own height again at once
          new ResizeObserver(() => window.heights.add(frame.clientHeight)).observe(frame);
        }"""
    )
    page.evaluate("window.postMessage({ ottawaAtlas: 3000 }, '*')")
    inside.evaluate("window.parent.postMessage({ ottawaAtlas: 1e9 }, '*')")
    reader.until(page, "window.heights.has(4000)")
    assert not page.evaluate("window.heights.has(3000)")


def test_without_scripts_a_frame_shows_the_day_it_is_asked_for(
    page: Page, server: DashboardServer
) -> None:
    address = share_texts.embed_address(f"{server.url}/", PLACE, frozen=False)
    attributes = f'src="{html.escape(address)}" width="900" height="640" sandbox=""'
    with host_page(f"<iframe {attributes}></iframe>") as around:
        page.goto(around)
        inside = page.frame_locator("iframe")
        expect(inside.locator(".headline")).to_have_text(headline(own_atlas().on(PLACE.date)))
        expect(inside.locator(".controls")).to_be_hidden()
        picture = inside.locator(".picture img")
        expect(picture).to_be_visible()
        expect(picture).to_have_js_property("naturalWidth", 1200)


def test_a_frame_speaks_the_language_of_its_address_and_keeps_it(
    page: Page, server: DashboardServer
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    place = replace(PLACE, lang="pl")
    page.goto(share_texts.embed_address(f"{server.url}/", place, frozen=False))
    expect(page.locator("html")).to_have_attribute("lang", "pl")
    expect(page.locator(".headline")).to_contain_text("10 stycznia 2026 r.")
    expect(page.locator("#panel h2")).to_have_text("Polska")
    expect(page.locator("#panel [lang=en]").first).to_be_attached()  # what sources say
    page.locator("#country").fill("norwegia")
    page.locator("#country").press("Enter")
    expect(page.locator("#panel h2")).to_have_text("Norwegia")
    expect(page).to_have_url(re.compile("lang=pl&date=2026-01-10&country=NOR$"))
    expect(page.locator("#complaints")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
