"""axe finds nothing in any state of page, frame, file and site, in light, dark, forced colours.

One walk through all of them, for a page costs seconds to load; it gathers what is found on the way.
"""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from geo.answers.permalink import LANDING_DAY
from geo.basics.choices import LANGUAGES
from geo.server.page.tabs.tabs import TABS
from geo.web import site_pages, standalone
from geo.web.editions import Edition
from tests.browser import reader
from tests.browser.conftest import PATIENCE_MS, VIEWPORTS, OpenPage, settle
from tests.browser.server import DashboardServer
from tests.own_data import own_atlas

RUN = """([within, only, framed]) => axe.run(within, { iframes: false, resultTypes: ["violations"],
    ...(only && { runOnly: [only] }),
    ...(framed && { rules: { "landmark-one-main": { enabled: false },
      "page-has-heading-one": { enabled: false }, region: { enabled: false } } }) })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target}: ${failureSummary}`)))"""
# Streamlit takes a moment to follow the colours of the system, and our own follow Streamlit's.
GROUND = """(dark) => {
  const grounds = [...document.querySelectorAll(".stApp, .stMain, body:not(:has(.stApp))")];
  const follows = (node) => getComputedStyle(node).backgroundColor.match(/[\\d.]+/g).slice(0, 3)
    .every((part) => (Number(part) < 128) === dark);
  return grounds.every(follows)
    && !document.getAnimations().some(({ playState }) => playState === "running");
}"""


class Judge:
    """What axe finds, by the state of the page it was found in."""

    def __init__(self, script: str) -> None:
        self.script = script
        self.found: dict[str, list[str]] = {}

    def look(self, page: Page, state: str, within: str = "html") -> None:
        """Judges a page by every rule, in forced colours and in the dark by that of contrast."""
        self.run(page, state, within)
        self.recolour(page, state, within)

    def recolour(self, page: Page, state: str, within: str = "html") -> None:
        """Judges by the rule of contrast what has been judged by every rule in usual colours."""
        page.emulate_media(forced_colors="active")
        self.run(page, f"{state}, forced colours", within, "color-contrast")
        page.emulate_media(forced_colors="none", color_scheme="dark")
        reader.until(page, GROUND, arg=True)
        self.run(page, f"{state}, dark", within, "color-contrast")
        page.emulate_media(color_scheme="light")
        reader.until(page, GROUND, arg=False)

    def run(self, page: Page, state: str, within: str = "html", only: str = "") -> None:
        """Judges a part of a page, or all of it with its frames, by one rule or by every one."""
        for frame in page.frames if within == "html" else [page.main_frame]:
            if not frame.evaluate("'axe' in window"):
                frame.evaluate(self.script)
            if found := frame.evaluate(RUN, [within, only, frame != page.main_frame]):
                self.found.setdefault(state, []).extend(found)


@pytest.fixture
def judge(root: Path) -> Judge:
    return Judge((root / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8"))


def open_tab(page: Page, label: str) -> None:
    page.get_by_role("tab", name=label).click()
    expect(page.get_by_role("tab", name=label)).to_have_attribute("aria-selected", "true")
    expect(page.get_by_role("tabpanel", name=label)).to_be_visible()
    settle(page)


def test_axe_finds_nothing_on_the_page(open_page: OpenPage, judge: Judge) -> None:
    page = open_page("/?date=2026-02-20")
    reader.map_frame(page)
    judge.look(page, "landing")
    page.locator("#country").click()
    page.locator("#country-list li").first.wait_for()
    judge.look(page, "country list open", ".st-key-country_field")
    page.keyboard.press("Escape")
    page.get_by_label("Go to date").focus()
    judge.run(page, "date field", ".st-key-controls")
    reader.look_for(page, "Poland")
    expect(reader.panel(page).locator("h2")).to_have_text("Poland")
    for label in TABS.values():
        open_tab(page, label)
        judge.run(page, f"tab {label}", ".st-key-tabs")
        page.emulate_media(forced_colors="active")
        judge.run(page, f"tab {label}, forced colours", ".st-key-tabs", "color-contrast")
        page.emulate_media(forced_colors="none")
    page.locator(".term summary").first.click()
    judge.look(page, "a word explained", ".summary")
    page.emulate_media(media="print")
    judge.run(page, "paper")
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Export").click()
    page.get_by_role("button", name="Download picture").wait_for()
    judge.run(page, "Export open", "body")
    judge.recolour(page, "the menu of Export", "[data-testid=stPopoverBody]")
    page.keyboard.press("Escape")
    assert judge.found == {}, json.dumps(judge.found, indent=1)


def test_axe_finds_nothing_in_frame_file_and_site(
    browser: Browser, server: DashboardServer, judge: Judge, tmp_path: Path
) -> None:
    atlas = own_atlas()
    view = atlas.on(LANDING_DAY)
    files = {
        "index": standalone.page(atlas, site=Edition(languages=LANGUAGES)),
        "states/state": site_pages.state_page(atlas, view, "POL").encode(),
        "states/all": site_pages.states_page(atlas, view, atlas.record.states).encode(),
        "glossary": site_pages.glossary_page().encode(),
        "missing": site_pages.missing_page([Edition(languages=LANGUAGES)]).encode(),
    }
    context = browser.new_context(viewport=VIEWPORTS["desktop"])
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    for name, content in site_pages.shared(atlas).items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "states").mkdir()  # pages of states look for what they share one folder up
    for name, content in files.items():
        (tmp_path / f"{name}.html").write_bytes(content)
        page.goto((tmp_path / f"{name}.html").as_uri())
        if name == "index":
            page.locator("#panel h2").wait_for()
            page.locator("#all-states summary").click()
            page.locator("#states tbody tr").first.wait_for()
        judge.look(page, name)
    page.goto(f"{server.url}/embed?country=POL")
    page.locator("#panel h2").wait_for()
    judge.look(page, "frame")
    page.goto(f"{server.url}/embed?date=nonsense")
    judge.look(page, "refused frame")
    context.close()
    assert judge.found == {}, json.dumps(judge.found, indent=1)
