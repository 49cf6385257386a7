"""What is seen before any script has come: the live page takes its place, and nothing jumps."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser import reader
from tests.browser.conftest import PATIENCE_MS, VIEWPORTS, OpenPage, Size
from tests.browser.server import DashboardServer

ADDRESS = "/?date=2026-01-10&country=POL&tab=events"
WHOLE_SHIFT = 0.05

WATCH = """() => {
  window.__shifted = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) window.__shifted += value;
  }).observe({ type: "layout-shift", buffered: true });
}"""
PLACES = """([page, map]) => [".headline", ".held", map].map((part) => {
  const { x, y, width, height } = document.querySelector(`${page} ${part}`).getBoundingClientRect();
  return [x, y, width, height].map(Math.round);
})"""
FRAMED = """() => {
  const picture = document.querySelector(".first-map"), style = getComputedStyle(picture);
  const { zoom, corner } = JSON.parse(picture.dataset.frame);
  const scale = Number(style.getPropertyValue("--scale"));
  const places = ["--left", "--top"].map((name) => Number(style.getPropertyValue(name)));
  const [x, y] = places.map((at, axis) => Math.round((at + corner[axis]) * scale));
  return [zoom + Math.log2(scale), x, y];
}"""
LIVE_FRAMED = """() => {
  const { map } = window.__atlas, { x, y } = map.getPixelBounds().min;
  return [map.getZoom(), x, y];
}"""
CLEAR = """() => {
  const frame = document.querySelector(".st-key-map iframe");
  const { map, areas } = frame.contentWindow.__atlas;
  const { bottom } = areas.get("POL").path.getBoundingClientRect();
  const { top } = document.querySelector(".caption").getBoundingClientRect();
  const off = frame.getBoundingClientRect().top + bottom - top;
  return [map.getZoom(), map.getPixelBounds().min.x, Math.abs(off) < 2];
}"""
LEGEND = """() => [...document.querySelectorAll(".key li")].filter((row) => !row.hidden)
  .map((row) => row.textContent)"""
HATCHES = """(within) => [...document.querySelectorAll(`${within} pattern`)].map((pattern) => [
  pattern.id, pattern.getAttribute("width"), pattern.getAttribute("patternTransform"),
  [...pattern.children].map((part) => ["width", "height", "r"].map((of) => part.getAttribute(of))),
])"""


def headlines(page: Page) -> Locator:
    return page.get_by_role("heading", name=re.compile("^On 10 January 2026"))


@pytest.mark.parametrize("size", VIEWPORTS)
def test_the_live_page_stands_where_its_first_view_stood(
    open_page: OpenPage, server: DashboardServer, size: Size
) -> None:
    first: dict[str, Any] = {}

    def look(page: Page) -> None:
        page.add_init_script(f"({WATCH})()")
        page.request.get(f"{server.url}/atlas/0/none")  # answers once the files of the map are made

        def begin(route: Route) -> None:  # what Streamlit begins with is asked for after a frame
            first["places"] = page.evaluate(PLACES, [".first-view", ".first-map"])
            first["framed"] = page.evaluate(FRAMED)
            first["legend"] = page.evaluate(LEGEND)
            first["hatches"] = page.evaluate(HATCHES, ".hatches")
            first["headlines"] = headlines(page).count()
            first["overlaps"] = page.evaluate(reader.OVERLAPS, ".first-map")
            route.continue_()

        page.route("**/static/js/index.*.js", begin)

    page = open_page(ADDRESS, size, prepare=look)
    frame = reader.map_frame(page)
    reader.until(frame, "() => window.__atlas.areas.has('USA')")
    reader.expect_told(page, PLACES, first["places"], ["#root", ".st-key-map iframe"])
    if size == "desktop":
        reader.expect_told(frame, LIVE_FRAMED, first["framed"])
    else:  # it moves by as much as the sentence on Poland would cover of it
        reader.expect_told(page, CLEAR, [*first["framed"][:2], True])
    reader.expect_told(frame, LEGEND, first["legend"])
    reader.expect_told(frame, HATCHES, first["hatches"], ".hatches")
    assert first["headlines"] == 1
    expect(headlines(page)).to_have_count(1)
    assert first["overlaps"] == []
    reader.expect_told(frame, reader.OVERLAPS, [], ".leaflet-container")
    assert page.evaluate("() => window.__shifted") < WHOLE_SHIFT


def test_without_scripts_the_picture_and_the_answer_are_there(
    browser: Browser, server: DashboardServer
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=VIEWPORTS["phone"])
    context.set_default_timeout(PATIENCE_MS)
    try:
        page = context.new_page()
        page.goto(f"{server.url}{ADDRESS}")
        expect(page.get_by_role("img", name=re.compile("^Map of the Baltic"))).to_be_visible()
        expect(headlines(page)).to_have_count(1)
        expect(page.get_by_role("button", name="Show this day")).to_be_visible()
        expect(page.get_by_role("link", name="Norway")).to_be_visible()
        expect(page.get_by_role("heading", name="Poland", exact=True)).to_be_visible()
    finally:
        context.close()
