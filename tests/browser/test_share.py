"""What is shared: the address of the view, and its frame on another site."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import reader
from tests.browser.conftest import PATIENCE_MS, OpenPage
from tests.browser.export_menu import choose, open_menu
from tests.browser.server import DashboardServer


def test_what_is_copied_is_the_address_of_the_view(open_page: OpenPage) -> None:
    page = open_page("/?date=2026-01-10&country=POL")
    open_menu(page, "Share")
    texts = page.locator(".st-key-export_panel [data-testid=stCode]")
    expect(texts).to_have_count(3)
    expect(texts.nth(0)).to_have_text(page.url)
    expect(texts.nth(1)).to_contain_text("<iframe src=")
    choose(page, "Frozen")
    expect(texts.nth(1)).to_contain_text("frozen=1")
    expect(texts.nth(2)).to_contain_text("10 January 2026")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Nothing to say."""


@pytest.fixture
def other_site(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder, and the address of a server of its own that shows it."""
    handler = functools.partial(_Quiet, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        yield tmp_path, f"http://localhost:{site.server_port}"
        site.shutdown()


@pytest.mark.parametrize("kind", ["Live", "Frozen"])
def test_the_snippet_works_on_another_site(
    open_page: OpenPage,
    browser: Browser,
    server: DashboardServer,
    other_site: tuple[Path, str],
    kind: str,
) -> None:
    page = open_page("/?date=2026-01-10&country=POL")
    open_menu(page, "Share")
    choose(page, kind)
    shown = page.locator(".st-key-export_panel [data-testid=stCode]").nth(1)
    expect(shown).to_contain_text("frozen=1" if kind == "Frozen" else 'country=POL"')
    folder, address = other_site
    snippet = shown.inner_text().strip()
    (folder / "article.html").write_text(
        f'<!doctype html><link rel="icon" href="data:,"><p>Words</p>{snippet}', encoding="utf-8"
    )
    context = browser.new_context()
    context.set_default_timeout(PATIENCE_MS)
    asked: list[str] = []
    failed: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    article = context.new_page()
    article.on("pageerror", lambda error: failed.append(str(error)))
    article.on("console", lambda m: failed.append(m.text) if m.type == "error" else None)
    article.goto(f"{address}/article.html")
    frame = article.frame_locator("iframe")
    expect(frame.locator("#panel h2")).to_have_text("Poland")
    expect(frame.locator("[data-live=headline]")).to_contain_text("On 10 January 2026")
    if kind == "Frozen":
        expect(frame.locator("#day")).to_be_hidden()
        expect(frame.locator("#play")).to_be_hidden()
    else:
        frame.locator("#next").click()
        expect(frame.locator("[data-live=headline]")).to_contain_text("On 20 February 2026")
    reader.look_for(frame, "Norway")
    expect(frame.locator("#panel h2")).to_have_text("Norway")
    with context.expect_page() as opened:
        frame.locator("#whole").click()
    opened.value.wait_for_url(lambda url: "country=NOR" in url and "frozen" not in url)
    assert opened.value.url.startswith(f"{server.url}/?")
    elsewhere = [url for url in asked if not url.startswith((server.url, "data:", "blob:"))]
    assert elsewhere == [f"{address}/article.html"]
    assert not failed
    context.close()
