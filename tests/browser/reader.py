"""What a reader sees and does on the page, for the browser tests: the map, the day, the panel."""

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import (
    Frame,
    FrameLocator,
    JSHandle,
    Locator,
    Page,
    Position,
    TimeoutError,
    expect,
)

LOOK_MS = 50
"""How often a condition is looked at; by default at every frame, which keeps a core busy."""

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

STAYS = f"""iso => {{
  const found = ({SPOT})(iso), before = window.__spot;
  window.__spot = JSON.stringify([iso, found]);
  return window.__spot === before && found;
}}"""

# The day that is painted, once that which a condition asks for has stayed for a while.
AT_REST = """() => {
  const { day } = window.__atlas.painted;
  if (window.__day !== day) { window.__day = day; window.__since = performance.now(); }
  return (CONDITION) && performance.now() - window.__since > 300 && day;
}"""

OWNER_AT = """([lat, lon]) => {
  const { x, y } = window.__atlas.map.latLngToContainerPoint([lat, lon]);
  const path = document.elementsFromPoint(x, y).find((node) => node.dataset.area);
  return path ? window.__atlas.areas.get(path.dataset.area).owner : null;
}"""


CUT = """(box) => [...document.querySelectorAll(box)].flatMap((map) => {
  const edge = map.getBoundingClientRect();
  return [...map.querySelectorAll(".name")].filter((node) => {
    const { left, right, top, bottom } = node.getBoundingClientRect();
    const away = right <= edge.left || left >= edge.right
      || bottom <= edge.top || top >= edge.bottom;
    const within = left > edge.left && right < edge.right && top > edge.top && bottom < edge.bottom;
    return getComputedStyle(node).visibility === "visible" && right > left && !away && !within;
  }).map((node) => `${node.textContent} / edge`);
})"""
"""The names in a map that its edge touches or cuts."""

# Pairs of names, marks, buttons and the attribution of which one lies over the other, by what
# they say.
OVERLAPS = """(box) => {
  const SAYING = ":is(.name, .unknown-mark, .leaflet-bar, .leaflet-control-attribution)";
  const nodes = [...document.querySelectorAll(`${box} ${SAYING}`)]
    .filter((node) => node.offsetWidth > 0 && getComputedStyle(node).visibility === "visible");
  const over = (one, other) => one.left < other.right && other.left < one.right
    && one.top < other.bottom && other.top < one.bottom;
  const overNodes = (...both) => over(...both.map((node) => node.getBoundingClientRect()));
  return nodes.flatMap((node, at) => nodes.slice(at + 1).filter((other) => overNodes(node, other))
    .map((other) => `${node.textContent} / ${other.textContent}`));
}"""


def until(where: Page | Frame, condition: str, arg: object = None) -> JSHandle:
    """What a function of the page gives, once that counts as true."""
    return where.wait_for_function(condition, arg=arg, polling=LOOK_MS)


def map_frame(page: Page) -> Frame:
    """The frame of the map, once the whole world is painted in it."""
    frame = page.locator(".st-key-map iframe").element_handle().content_frame()
    assert frame is not None
    until(frame, READY)
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


def expect_served(page: Page, fits: str) -> None:
    """Waits until that word fits a selector of CSS, of its day or its address.

    Without `expect`: as long as it finds that an unseen thing is not so yet, the driver writes down
    the whole page at each look, a tenth of a second of a core.
    """
    try:
        page.locator(f"#atlas-state{fits}").wait_for(state="attached")
    except TimeoutError as error:
        word = day_of_server(page).evaluate("(node) => ({ ...node.dataset })")
        raise AssertionError(f"the server's word is {word}, not {fits}") from error


def expect_day(page: Page, day: str) -> None:
    """Waits until server, map and address agree on the day."""
    expect_served(page, f"[data-day='{day}']")
    page.wait_for_url(re.compile(rf"[?&]date={day}(&|$)"), wait_until="commit")
    until(map_frame(page), "day => window.__atlas.painted.day === day", day)


def day_at_rest(page: Page, condition: str = "true") -> str:
    """The day that the map has come to rest on; `condition` is JavaScript on `day`.

    A hand that moves, or a player that is stopped, may have more days on the way than the first.
    """
    script = AT_REST.replace("CONDITION", condition)
    return str(until(map_frame(page), script).json_value())


def expect_told(where: Page | Frame, script: str, told: object, asked: object = None) -> None:
    """Waits until a function of the page gives a value; when it never does, shows what it gives."""
    same = f"([asked, told]) => JSON.stringify(({script})(asked)) === JSON.stringify(told)"
    try:
        until(where, same, [asked, told])
    except TimeoutError as error:
        given = where.evaluate(script, asked)
        raise AssertionError(f"{given!r} is told, not {told!r}") from error


def headline(page: Page) -> Locator:
    return page.locator("[data-live=headline]")


def panel(page: Page) -> Locator:
    return page.locator(".st-key-panel")


def slider(page: Page) -> Locator:
    return page.locator(".st-key-date input[type=range]")


def spot_of(page: Page, iso_a3: str) -> Position:
    """A place in the map's frame, in pixels, where only the country itself is under the pointer.

    Looked for until it stays where it is: a map that is still moving carries it away.
    """
    found = until(map_frame(page), STAYS, iso_a3).json_value()
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
