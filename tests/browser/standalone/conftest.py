"""The stand-alone page, opened from disk with the network off."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from geo.web import standalone
from tests.browser import reader
from tests.browser.conftest import PATIENCE_MS, VIEWPORTS, Scheme, Size
from tests.browser.standalone.alone import READY, Open
from tests.own_data import own_atlas


@pytest.fixture(scope="session")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("standalone") / "atlas.html"
    path.write_bytes(standalone.page(own_atlas()))
    return path


@pytest.fixture
def open_file(browser: Browser, file: Path) -> Iterator[Open]:
    contexts = []
    asked: list[str] = []
    failed: list[str] = []

    def open_(query: str = "", size: Size = "desktop", scheme: Scheme = "light") -> Page:
        context = browser.new_context(
            viewport=VIEWPORTS[size],
            has_touch=size == "phone",
            is_mobile=size == "phone",
            color_scheme=scheme,
            timezone_id="Europe/Oslo",
        )
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        context.set_offline(True)
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        page.on("pageerror", lambda error: failed.append(str(error)))
        page.on("console", lambda m: failed.append(m.text) if m.type == "error" else None)
        page.goto(file.as_uri() + query)
        reader.until(page, READY)
        return page

    yield open_
    for context in contexts:
        context.close()
    outside = [url for url in asked if url.split("?")[0].split("#")[0] != file.as_uri()]
    assert not outside, f"the file asked for {outside}"
    assert not failed, f"the file's scripts failed: {failed}"
