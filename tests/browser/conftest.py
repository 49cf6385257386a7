"""Fixtures for tests in a real browser.

`server` is the dashboard, started once; `open_page` opens a window on it at a size and colour
scheme; `page` and `phone` are the two usual windows. Whatever a test is about, it also fails when
its pages asked any outside host, when a script of theirs failed, when the content security policy
stopped something, or when the server logged a traceback meanwhile.
"""

from collections.abc import Callable, Generator, Iterator
from typing import Literal, Protocol
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize, expect, sync_playwright

from tests.browser import chromium
from tests.browser.server import DashboardServer

Size = Literal["desktop", "phone"]
Scheme = Literal["light", "dark"]

VIEWPORTS: dict[Size, ViewportSize] = {
    "desktop": {"width": 1440, "height": 900},
    "phone": {"width": 390, "height": 844},
}
PATIENCE_MS = 60_000
"""How long a page may keep a test waiting. A busy machine is no fault; budgets are the bench's."""

expect.set_options(timeout=PATIENCE_MS / 2)

OWN_HOSTS = {"127.0.0.1", "localhost"}
LOCAL_SCHEMES = {"about", "blob", "data"}


class OpenPage(Protocol):
    """Opens `path` of the dashboard in a fresh window and waits until its script has run.

    `prepare` is given the empty window first, to listen, to block or to change what it meets.
    """

    def __call__(
        self,
        path: str = "/",
        size: Size = "desktop",
        scheme: Scheme = "light",
        prepare: Callable[[Page], None] = ...,
    ) -> Page: ...


def settle(page: Page) -> None:
    """Waits until the page's script has run and nothing of it is a grey bar any more."""
    page.wait_for_selector(
        "[data-testid='stApp'][data-test-script-state='notRunning']", state="attached"
    )
    page.locator("[data-testid='stSkeleton']").first.wait_for(state="detached")


@pytest.fixture(scope="package")
def server() -> Iterator[DashboardServer]:
    with DashboardServer() as running:
        yield running
    if trace := running.new_tracebacks():
        pytest.fail(f"the dashboard logged a traceback:\n{trace}", pytrace=False)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    executable = chromium.find_light()
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable, args=chromium.FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def open_page(server: DashboardServer, browser: Browser) -> Iterator[OpenPage]:
    contexts = []
    outside: list[str] = []
    script_errors: list[str] = []
    stopped: list[str] = []

    def note(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in LOCAL_SCHEMES and parts.hostname not in OWN_HOSTS:
            outside.append(url)

    def hear(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            stopped.append(message.text)

    def open_(
        path: str = "/",
        size: Size = "desktop",
        scheme: Scheme = "light",
        prepare: Callable[[Page], None] = lambda _page: None,
    ) -> Page:
        context = browser.new_context(
            viewport=VIEWPORTS[size],
            has_touch=size == "phone",
            is_mobile=size == "phone",
            color_scheme=scheme,
            accept_downloads=True,
        )
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        context.on("request", lambda request: note(request.url))
        page = context.new_page()
        page.on("websocket", lambda socket: note(socket.url))
        page.on("pageerror", lambda error: script_errors.append(str(error)))
        page.on("console", hear)
        prepare(page)
        page.goto(server.url + path)
        settle(page)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not outside, f"the page asked outside hosts: {outside}"
    assert not script_errors, f"scripts of the page failed: {script_errors}"
    assert not stopped, f"the content security policy stopped something: {stopped}"
    if trace := server.new_tracebacks():
        pytest.fail(f"the dashboard logged a traceback:\n{trace}", pytrace=False)


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """The dashboard at 1440 x 900, light."""
    return open_page()


@pytest.fixture
def phone(open_page: OpenPage) -> Page:
    """The dashboard at 390 x 844 with touch, light."""
    return open_page(size="phone")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Shows the dashboard's log beside a failure."""
    report = yield
    running = getattr(item, "funcargs", {}).get("server")
    if report.failed and isinstance(running, DashboardServer):
        report.sections.append(("Dashboard log", "\n".join(running.log[-200:])))
    return report
