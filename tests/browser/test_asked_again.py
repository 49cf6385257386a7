"""What does not come the first time is asked for again, and the reader is told so meanwhile."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Route, expect

from tests.browser import reader
from tests.browser.conftest import PATIENCE_MS, VIEWPORTS, settle
from tests.browser.server import DashboardServer


def test_what_fails_once_is_asked_for_again_and_that_is_said(
    browser: Browser, server: DashboardServer
) -> None:
    failed: set[str] = set()
    down = {"dossiers-un.json", "names-un.json", "steps-un.json", "snapshot.png"}

    def fail(route: Route) -> None:
        name = urlsplit(route.request.url).path.rpartition("/")[2]
        if name in down or name not in failed:
            failed.add(name)
            route.abort()
        else:
            route.continue_()

    # A window of its own: streamlit-folium raises what it could not load.
    context = browser.new_context(viewport=VIEWPORTS["desktop"])
    context.set_default_timeout(PATIENCE_MS)
    asked = r"/atlas/\w+/(page\.js|map\.js|map\.css|[a-z]+-un\.json)|/snapshot\.png"
    context.route(re.compile(asked), fail)
    page = context.new_page()
    page.goto(server.url)
    settle(page)
    expect(reader.panel(page)).to_contain_text("The dossiers could not be fetched yet")
    down.remove("dossiers-un.json")
    expect(reader.panel(page).locator("h2")).to_have_text("The flank on 20 Feb 2026")
    reader.expect_status(page, "POL", "withdrawn")
    reader.map_frame(page)
    expect(page.get_by_label("Go to date")).to_have_value("2026-02-20")
    # A step that cannot name itself yet leads to a change of law all the same, past other days.
    back = page.locator(".st-key-previous button")
    back.click()
    expect(page.get_by_label("Go to date")).to_have_value("2026-01-10")
    down.remove("steps-un.json")
    expect(back).to_have_attribute("title", re.compile("27 Dec 2025"))
    page.locator("#country").fill("pola")
    said = page.locator(".st-key-search .note")
    expect(said).to_have_text("The names could not be fetched yet and are asked for again.")
    down.remove("names-un.json")
    expect(said).to_have_text("1 found")
    page.get_by_role("button", name="Export").click()
    preview = page.locator(".preview")
    expect(preview).to_contain_text("The picture could not be fetched yet")
    down.clear()
    expect(preview.locator("figcaption")).to_have_count(0)
    reader.until(page, "() => document.querySelector('.preview img').naturalWidth > 0")
    assert failed >= {"page.js", "map.js", "map.css", "timeline-un.json", "world-un.json"}
    context.close()
