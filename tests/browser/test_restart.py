"""The server is stopped and started anew under an open page; the reader keeps the place."""

import re
from contextlib import ExitStack

from playwright.sync_api import Browser, Page, expect

from tests.browser import reader
from tests.browser.conftest import PATIENCE_MS, VIEWPORTS, settle
from tests.browser.server import DashboardServer

# Set once a run of the page has begun and ended.
LOOK_FOR_A_RUN = """() => {
  const app = document.querySelector("[data-testid=stApp]");
  let began = false;
  window.__ran = false;
  new MutationObserver(() => {
    if (app.dataset.testScriptState === "running") began = true;
    else if (began && app.dataset.testScriptState === "notRunning") window.__ran = true;
  }).observe(app, { attributeFilter: ["data-test-script-state"] });
}"""


class Visit:
    """A page on a server of its own, which can be stopped and started under it."""

    def __init__(self, browser: Browser, closing: ExitStack) -> None:
        self._server = DashboardServer()
        self._running = closing.enter_context(ExitStack())
        self.start()
        context = browser.new_context(viewport=VIEWPORTS["desktop"])
        context.set_default_timeout(PATIENCE_MS)
        closing.callback(context.close)
        self.page = context.new_page()
        self.page.goto(f"{self._server.url}/?country=POL")
        settle(self.page)
        reader.expect_status(self.page, "POL", "withdrawn")

    def start(self) -> None:
        self._running.enter_context(self._server)

    def stop(self) -> None:
        """Stop the server and wait until the page knows."""
        self._running.close()
        expect(reader.slider(self.page)).to_be_disabled()

    def restart(self) -> None:
        """Start it again and wait until the page has been run by the new one."""
        self.page.evaluate(LOOK_FOR_A_RUN)
        self.start()
        expect(reader.slider(self.page)).to_be_enabled(timeout=PATIENCE_MS)
        reader.until(self.page, "() => window.__ran")


def drag(page: Page, by: int) -> str:
    """Drag the thumb sideways and give the day that the map then shows."""
    before = reader.day_at_rest(page)
    x, y = reader.thumb(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + by, y, steps=5)
    page.mouse.up()
    return reader.day_at_rest(page, f"day !== '{before}'")


def test_a_date_dragged_while_there_is_no_server_is_kept_and_the_new_one_hears_all(
    browser: Browser,
) -> None:
    with ExitStack() as closing:
        visit = Visit(browser, closing)
        page = visit.page
        visit.stop()
        page.keyboard.press("Escape")  # Streamlit's own word about it
        sentence = reader.headline(page).inner_text()
        day = drag(page, -150)
        assert day < "2026-02-20"
        expect(reader.headline(page)).not_to_have_text(sentence)
        visit.restart()
        reader.expect_day(page, day)
        expect(reader.panel(page).locator("h2")).to_have_text("Poland")
        reader.click_country(page, "SWE")
        expect(reader.panel(page).locator("h2")).to_have_text("Sweden")
        later = drag(page, 60)
        assert later > day
        reader.expect_day(page, later)
        expect(page).to_have_url(re.compile("country=SWE"))
