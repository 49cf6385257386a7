"""Fixtures for tests in a real browser.

`server` is the dashboard, started once; `open_page` opens a window on it at a size and colour
scheme; `page` and `phone` are the two usual windows. Whatever a test is about, it also fails when
its pages asked any outside host, when a script of theirs failed, when the content security policy
stopped something, when two elements of what it has left bear one id, or when the server logged a
traceback meanwhile.
"""

import re
from collections.abc import Callable, Generator, Iterator
from typing import Literal, Protocol
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize, expect, sync_playwright

from geo.answers import permalink
from geo.answers.arrival import place_at
from tests.browser import chromium, reader
from tests.browser.server import DashboardServer
from tests.own_data import own_atlas

Size = Literal["desktop", "phone"]
Scheme = Literal["light", "dark"]

VIEWPORTS: dict[Size, ViewportSize] = {
    "desktop": {"width": 1440, "height": 900},
    "phone": {"width": 390, "height": 844},
}
PATIENCE_MS = 120_000
"""How long a page may keep a test waiting. A busy machine is no fault; budgets are the bench's."""

FAILED = pytest.StashKey[bool]()

expect.set_options(timeout=PATIENCE_MS / 2)

OWN_HOSTS = {"127.0.0.1", "localhost"}
LOCAL_SCHEMES = {"about", "blob", "data"}


class OpenPage(Protocol):
    """Goes to `path` of the dashboard in a window and waits until its script has run.

    A window whose test has passed is used again: the next reader goes to his address in it as in
    the history. A page costs four seconds of a core to load; only what is about arriving does so.
    `prepare` is given an empty window first, to listen, to block or to change what it meets;
    a window that was prepared, of a reader with a `locale` of his own, or asked for as `fresh`, is
    used once.
    """

    def __call__(
        self,
        path: str = "/",
        size: Size = "desktop",
        scheme: Scheme = "light",
        prepare: Callable[[Page], None] | None = None,
        *,
        fresh: bool = False,
        locale: str | None = None,
    ) -> Page: ...


def settle(page: Page) -> None:
    """Waits until the page is shown, its script has run and nothing of it is a grey bar."""
    page.wait_for_selector(
        "[data-testid='stApp'][data-test-script-state='notRunning']", state="attached"
    )
    page.locator("[data-testid='stSkeleton']").first.wait_for(state="detached")
    page.locator(".first-view").wait_for(state="detached")


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


# Puts the page at an address of its own, from where back in the history is the asked one.
LEAVE_ASIDE = """
  document.activeElement?.blur();
  document.querySelector("[data-testid=stMain]").scrollTo(0, 0);
  history.replaceState(null, "", address);
  history.pushState(null, "", "?of=another");
"""

# Chooses again what a list offers at first: how it is played is in no address.
AS_AT_FIRST = """(lists) => lists.forEach((list) => {
  list.selectedIndex = Math.max(0, [...list.options].findIndex((each) => each.defaultSelected));
  list.dispatchEvent(new Event("change"));
})"""


def whole_query(address: str) -> str:
    """The query of the place that an address names, as the page itself writes it."""
    asked = parse_qs(urlsplit(address).query)
    place, complaints = place_at(own_atlas(), asked)
    assert not complaints, "nonsense is for a window of its own: fresh=True"
    return permalink.query(place)


IDS_BORNE_TWICE = """() => {
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}"""


class Window:
    """A window of a size and colour scheme, and what it must not have seen."""

    def __init__(
        self, browser: Browser, size: Size, scheme: Scheme, locale: str | None = None
    ) -> None:
        self.size: Size = size
        self.scheme: Scheme = scheme
        self.faults: list[str] = []
        self.context = browser.new_context(
            viewport=VIEWPORTS[size],
            has_touch=size == "phone",
            is_mobile=size == "phone",
            color_scheme=scheme,
            accept_downloads=True,
            locale=locale,
        )
        self.context.set_default_timeout(PATIENCE_MS)
        self.context.on("request", lambda request: self._note(request.url))
        self.page = self.context.new_page()
        self.page.on("websocket", lambda socket: self._note(socket.url))
        self.page.on("pageerror", lambda error: self.faults.append(f"a script failed: {error}"))
        self.page.on("console", self._hear)

    def _note(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in LOCAL_SCHEMES and parts.hostname not in OWN_HOSTS:
            self.faults.append(f"an outside host was asked: {url}")

    def _hear(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.faults.append(message.text)

    def ids_borne_twice(self) -> list[list[str]]:
        """The ids that no element has to itself, of the page and each of its frames. WebKit paints
        nothing that refers to one once either element has gone.
        """
        return [frame.evaluate(IDS_BORNE_TWICE) for frame in self.page.frames]

    def go(self, address: str) -> None:
        """Goes to another address of the same page, as a reader who goes back in the history."""
        page, whole = self.page, whole_query(address)
        page.keyboard.press("Escape")
        page.set_viewport_size(VIEWPORTS[self.size])
        page.emulate_media(color_scheme=self.scheme, reduced_motion="no-preference")
        page.mouse.move(0, 0)
        page.locator(".mode, .speed").evaluate_all(AS_AT_FIRST)
        page.evaluate(f"address => {{ {LEAVE_ASIDE} }}", f"?{whole}")
        page.go_back()
        reader.expect_served(page, f"[data-address='{whole}']")
        page.wait_for_url(re.compile(rf"\?{re.escape(whole)}$"), wait_until="commit")
        for frame in page.frames[1:]:  # the map may have been moved
            frame.evaluate("() => window.__atlas?.framing.frame(window.__atlas.framing.view)")


@pytest.fixture(scope="package")
def free_windows() -> Iterator[list[Window]]:
    """The windows whose tests have passed and that may be used again."""
    windows: list[Window] = []
    yield windows
    for window in windows:
        window.context.close()


@pytest.fixture
def open_page(
    request: pytest.FixtureRequest,
    server: DashboardServer,
    browser: Browser,
    free_windows: list[Window],
) -> Iterator[OpenPage]:
    used: list[tuple[Window, bool]] = []

    def open_(
        path: str = "/",
        size: Size = "desktop",
        scheme: Scheme = "light",
        prepare: Callable[[Page], None] | None = None,
        *,
        fresh: bool = False,
        locale: str | None = None,
    ) -> Page:
        once = fresh or prepare is not None or locale is not None
        again = next((w for w in free_windows if (w.size, w.scheme) == (size, scheme)), None)
        if again is None or once:
            window = Window(browser, size, scheme, locale)
            used.append((window, once))
            if prepare:
                prepare(window.page)
            window.page.goto(server.url + path)
        else:
            free_windows.remove(again)
            window = again
            used.append((window, once))
            window.go(server.url + path)
        settle(window.page)
        return window.page

    yield open_
    faults = [fault for window, _ in used for fault in window.faults]
    passed = not request.node.stash.get(FAILED, False) and not faults
    for window, once in used:
        if passed and not once and window.page.url.startswith(server.url):
            free_windows.append(window)
            faults += [f"ids borne twice: {ids}" for ids in window.ids_borne_twice() if ids]
        else:
            window.context.close()
    assert not faults
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
    if report.failed:
        item.stash[FAILED] = True
    running = getattr(item, "funcargs", {}).get("server")
    if report.failed and isinstance(running, DashboardServer):
        report.sections.append(("Dashboard log", "\n".join(running.log[-200:])))
    return report
