"""When something is missing, hostile or not as we know it: the map says so, and nothing breaks."""

import json
import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import ConsoleMessage, Page, Route, expect

from tests.browser import reader
from tests.browser.conftest import OpenPage

HOSTILE = "<img src=x onerror='top.__run=1'> ${top.__run=1} {{ 7*7 }}"
CANNOT_READ = "the slider could not be read"


def warnings_of(page: Page) -> list[str]:
    """A list that fills with what the map warns of in the console."""
    heard: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "warning" and "Ottawa Atlas" in message.text:
            heard.append(message.text)

    page.on("console", hear)
    return heard


def test_a_tooltip_says_the_status_in_words(page: Page) -> None:
    page.locator(".st-key-map iframe").hover(position=reader.spot_of(page, "POL"))
    tip = reader.inside(page).locator(".leaflet-tooltip.tip")
    expect(tip).to_contain_text("Poland")
    expect(tip).to_contain_text("Withdrawn since 20 Feb 2026")


def spoilt(value: Any, keys: set[str]) -> Any:
    """A document with hostile text in every place of these names."""
    if isinstance(value, list):
        return [spoilt(each, keys) for each in value]
    if isinstance(value, dict):
        return {
            key: HOSTILE if key in keys and isinstance(each, str) else spoilt(each, keys)
            for key, each in value.items()
        }
    return value


TEXTS = {"title", "detail", "publisher", "question", "reason", "part", "programme", "ground"}
SPOILT = {
    "dossiers": TEXTS | {"says", "when", "url", "words"},
    "timeline": {"name", "words", "label"},
    "flank": {"name"},
}


def test_hostile_text_in_the_documents_is_text_on_map_and_panel(open_page: OpenPage) -> None:
    def spoil(keys: set[str]) -> Callable[[Route], None]:
        def answer(route: Route) -> None:
            fetched = route.fetch()
            route.fulfill(response=fetched, body=json.dumps(spoilt(fetched.json(), keys)))

        return answer

    def prepare(page: Page) -> None:
        for document, keys in SPOILT.items():
            page.route(f"**/{document}-un.json", spoil(keys))

    page = open_page(prepare=prepare)
    panel, drawn = reader.panel(page), page.locator(".drawn")
    expect(panel).to_contain_text(HOSTILE)
    page.locator(".st-key-map iframe").hover(position=reader.spot_of(page, "POL"))
    expect(reader.inside(page).locator(".leaflet-tooltip.tip")).to_contain_text(HOSTILE)
    expect(reader.inside(page).locator("[data-name=FIN]")).to_contain_text(HOSTILE)
    for iso_a3 in ("", "POL", "UKR"):
        if iso_a3:
            reader.click_country(page, iso_a3)
            expect(reader.area(page, iso_a3)).to_have_class(re.compile("selected"))
            expect(page).to_have_url(re.compile(f"country={iso_a3}"))
        expect(panel.locator("h2")).to_contain_text(HOSTILE if iso_a3 else "The flank on")
        expect(panel).to_contain_text(HOSTILE)
        expect(drawn.locator("img, script, iframe")).to_have_count(0)
        away = drawn.locator("a").evaluate_all("nodes => nodes.map(node => node.protocol)")
        assert set(away) <= {"http:", "https:"}
    expect(reader.inside(page).locator("img")).to_have_count(0)
    assert page.evaluate("window.__run === undefined")


def test_nonsense_in_the_address_is_named_and_changes_nothing(open_page: OpenPage) -> None:
    heard: list[list[str]] = []
    page = open_page(
        "/?date=2026-02-31&country=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
        prepare=lambda page: heard.append(warnings_of(page)),
    )
    note = page.locator(".complaints")
    expect(note).to_contain_text("“2026-02-31”")
    expect(note).to_contain_text("<img src=x onerror=alert(1)>")
    reader.expect_day(page, "2026-02-20")
    reader.expect_status(page, "POL", "withdrawn")
    reader.slider(page).focus()
    page.keyboard.press("ArrowLeft")
    reader.expect_day(page, "2026-02-19")
    assert heard == [[]], "the slider as it is needs no warning"


def test_map_data_that_does_not_come_is_said_on_the_map(open_page: OpenPage) -> None:
    page = open_page(prepare=reader.blocked("**/atlas/*/{flank,world,timeline,dossiers}*.json"))
    alert = reader.inside(page).get_by_role("alert")
    expect(alert).to_contain_text("The map data could not be fetched")
    expect(reader.headline(page)).to_contain_text("161 states are bound")
    expect(reader.panel(page).get_by_role("alert")).to_contain_text("could not be fetched")
    reader.look_for(page, "Norway")
    expect(page).to_have_url(re.compile("country=NOR"))


def test_without_the_rest_of_the_world_and_the_dossiers_the_flank_is_there(
    open_page: OpenPage,
) -> None:
    page = open_page(prepare=reader.blocked("**/atlas/*/{world,dossiers}-*.json"))
    expect(reader.inside(page).get_by_role("alert")).to_be_visible()
    expect(reader.panel(page).get_by_role("alert")).to_contain_text("could not be fetched")
    expect(reader.headline(page)).to_contain_text("161 states are bound")
    reader.expect_status(page, "POL", "withdrawn")


UNKNOWN_SLIDER = """if (window === window.top) new MutationObserver(() => {
  for (const node of document.querySelectorAll('input[type=range][aria-valuetext]'))
    node.removeAttribute('aria-valuetext');
}).observe(document, { subtree: true, childList: true, attributes: true,
  attributeFilter: ['aria-valuetext'] });"""


def test_a_slider_of_unknown_markup_is_followed_on_release_with_one_warning(
    open_page: OpenPage,
) -> None:
    heard: list[list[str]] = []

    def prepare(page: Page) -> None:
        heard.append(warnings_of(page))
        page.add_init_script(UNKNOWN_SLIDER)

    page = open_page(prepare=prepare)
    reader.expect_status(page, "POL", "withdrawn")
    reader.slider(page).focus()
    page.keyboard.press("ArrowLeft")
    reader.expect_status(page, "POL", "withdrawal_notified")
    page.keyboard.press("ArrowRight")
    reader.expect_day(page, "2026-02-20")
    reader.expect_status(page, "POL", "withdrawn")
    assert len(heard[0]) == 1
    assert CANNOT_READ in heard[0][0]


def test_a_style_sheet_that_comes_late_leaves_the_flank_in_view(open_page: OpenPage) -> None:
    held: list[Route] = []

    def hold(page: Page) -> None:
        page.route("**/live_map.css", lambda route: held.append(route))

    page = open_page(prepare=hold)
    frame = reader.map_frame(page)
    assert held
    for route in held:
        route.continue_()
    reader.until(
        frame,
        """() => {
          const map = window.__atlas.map, legend = document.querySelector('.key');
          return legend.offsetWidth < map.getSize().x / 2 && map.getZoom() > 3
            && map.getBounds().contains([[54, 20], [69, 28]]);
        }""",
    )
