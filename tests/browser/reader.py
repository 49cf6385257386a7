"""What a reader sees and does on the page, for the browser tests: the map, the day, the panel."""

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Frame, FrameLocator, Locator, Page, Position, expect

READY = """() => window.__atlas && window.__atlas.painted.count > 0
  && document.querySelector('path[data-area=USA].party, path[data-area=USA].not_party')"""

# A spot where a country, and nothing drawn over it, lies under the pointer with room on every side.
SPOT = """iso => {
  const bare = (x, y) => document.elementFromPoint(x, y)?.dataset.area === iso;
  for (const room of [24, 12, 6, 3]) {
    for (let y = room; y < innerHeight - room; y += room) {
      for (let x = room; x < innerWidth - room; x += room) {
        if ([[0, 0], [-room, 0], [room, 0], [0, -room], [0, room]]
          .every(([dx, dy]) => bare(x + dx, y + dy))) return { x, y };
      }
    }
  }
  return null;
}"""

# Each style sheet that was asked for, in order, when the last of them was there, and when the page
# was first painted with content: in milliseconds since its address was left for.
STYLING = """(() => {
  const sheets = performance.getEntriesByType("resource")
    .filter((entry) => new URL(entry.name).pathname.endsWith(".css"));
  const [first] = performance.getEntriesByName("first-contentful-paint");
  return {
    asked: sheets.map((entry) => entry.name),
    there: Math.max(...sheets.map((entry) => entry.responseEnd)),
    painted: first.startTime,
  };
})()"""

OWNER_AT = """([lat, lon]) => {
  const { x, y } = window.__atlas.map.latLngToContainerPoint([lat, lon]);
  const path = document.elementsFromPoint(x, y).find((node) => node.dataset.area);
  return path ? window.__atlas.areas.get(path.dataset.area).owner : null;
}"""


def map_frame(page: Page) -> Frame:
    """The frame of the map, once the whole world is painted in it."""
    frame = page.locator(".st-key-map iframe").element_handle().content_frame()
    assert frame is not None
    frame.wait_for_function(READY)
    return frame


def inside(page: Page) -> FrameLocator:
    return page.frame_locator(".st-key-map iframe")


def area(page: Page, area_id: str) -> Locator:
    """The shape of a country on the map."""
    return inside(page).locator(f"path[data-area={area_id}]")


def expect_status(page: Page, area_id: str, status: str) -> None:
    """Waits until the map paints a country in a status, and in no other."""
    expect(area(page, area_id)).to_have_class(re.compile(rf"(^| ){status}( |$)"))


def day_of_server(page: Page) -> Locator:
    """The page's own word for what the server last rendered."""
    return page.locator("#atlas-state")


def expect_day(page: Page, day: str) -> None:
    """Waits until server, map and address agree on the day."""
    expect(day_of_server(page)).to_have_attribute("data-day", day)
    expect(page).to_have_url(re.compile(rf"[?&]date={day}(&|$)"))
    map_frame(page).wait_for_function("day => window.__atlas.painted.day === day", arg=day)


def headline(page: Page) -> Locator:
    return page.locator("[data-live=headline]")


def panel(page: Page) -> Locator:
    return page.locator(".st-key-panel")


def slider(page: Page) -> Locator:
    return page.locator(".st-key-date input[type=range]")


def spot_of(page: Page, iso_a3: str) -> Position:
    """A place in the map's frame, in pixels, where only the country itself is under the pointer."""
    found = map_frame(page).evaluate(SPOT, iso_a3)
    assert found, f"no bare spot of {iso_a3} is in sight"
    return Position(x=found["x"], y=found["y"])


def click_country(page: Page, iso_a3: str) -> None:
    """A mouse click on a country of the map."""
    page.locator(".st-key-map iframe").click(position=spot_of(page, iso_a3))


def look_for(page: Page | FrameLocator, name: str) -> None:
    """Chooses a country by one of its names, in the field where it is looked for."""
    field = page.locator("#country")
    expect(field).to_be_enabled()
    field.fill(name)
    page.locator("#country-list li[aria-selected=true]").wait_for()
    field.press("Enter")


def choose(page: Page, key: str, words: str) -> None:
    """Chooses from a list of the page by keyboard alone."""
    page.locator(f".st-key-{key} input").focus()
    page.keyboard.type(words)
    expect(page.get_by_role("option").first).to_have_text(words)
    page.keyboard.press("Enter")


def thumb(page: Page) -> tuple[float, float]:
    """Where the thumb of the date slider is, in the window."""
    box = slider(page).locator("xpath=../..").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def blocked(pattern: str) -> Callable[[Page], None]:
    """A preparation of a window in which what fits the pattern never comes."""

    def block(page: Page) -> None:
        page.route(pattern, lambda route: route.abort())

    return block


def map_view(page: Page) -> Any:
    """Zoom, centre and a mark left on the map object: what a torn-down map would lose."""
    return map_frame(page).evaluate(
        """() => { const map = window.__atlas.map; const { lat, lng } = map.getCenter();
        return [map.__probe, map.getZoom(), lat.toFixed(6), lng.toFixed(6)]; }"""
    )
