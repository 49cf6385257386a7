"""Two replicas behind real nginx, as `deploy/` puts them: a reader stays, and loses nothing."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Iterator
from contextlib import ExitStack

import httpx2
import pytest
from playwright.sync_api import Browser, Page, expect

from geo.web import static_files
from tests.browser import reader
from tests.browser.conftest import PATIENCE_MS, VIEWPORTS, settle
from tests.browser.nginx import Nginx
from tests.browser.server import DashboardServer, free_port
from tests.browser.test_restart import LOOK_FOR_A_RUN

BASE = "/atlas"
DAY = "2025-06-27"
COOKIE = "atlas_replica"
OPEN_PAGES = re.compile(r"^ottawa_atlas_open_pages (\d+)\.0$", re.MULTILINE)


def two_ports() -> int:
    """The first of two free ports in a row."""
    while True:
        first = free_port()
        try:
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", first + 1))
        except OSError:
            continue
        return first


class Replicas:
    """Two dashboards below a path, which can be ended and started, and nginx before them."""

    def __init__(self, closing: ExitStack) -> None:
        first = two_ports()
        trusting = {"FORWARDED_ALLOW_IPS": "127.0.0.1"}
        self.both = [
            DashboardServer(base_path=BASE, port=port, environment=trusting)
            for port in (first, first + 1)
        ]
        for one in self.both:
            closing.enter_context(one)
        self.nginx = closing.enter_context(Nginx(first, 2))
        self.url = f"{self.nginx.url}{BASE}"

    def holding(self) -> DashboardServer:
        """The one that has the only open page."""
        (found,) = (one for one in self.both if open_pages(one) == 1)
        return found

    def serving(self) -> list[str]:
        """Which replica each request so far has been answered by."""
        return [json.loads(line)["replica"] for line in self.nginx.log]


def open_pages(replica: DashboardServer) -> int:
    told = OPEN_PAGES.search(httpx2.get(f"{replica.url}/metrics").text)
    assert told
    return int(told[1])


@pytest.fixture(scope="module")
def replicas() -> Iterator[Replicas]:
    with ExitStack() as closing:
        made = Replicas(closing)
        yield made
        assert not [trace for one in made.both if (trace := one.new_tracebacks())]


@pytest.fixture(scope="module")
def in_front(server: DashboardServer) -> Iterator[Nginx]:
    """nginx before a replica at the root of the host and one that is not there."""
    port = int(server.url.rpartition(":")[2])
    with Nginx(port, 2) as running:
        yield running


def answers(url: str, host: str) -> dict[str, int]:
    """The status of every kind of address below `url`."""
    with httpx2.Client(timeout=60) as client:
        below = ("/", "/embed", "/api/v1/status", "/metrics")
        found = {path: client.get(f"{url}{path}").status_code for path in below}
        found["/healthz"] = client.get(f"{host}/healthz").status_code
        script = static_files.fixed()["map.js"].address
        found["a script"] = client.get(f"{url}{script}").status_code
        return found


EXPECTED = {
    "/": 200,
    "/embed": 200,
    "/api/v1/status": 200,
    "/metrics": 404,
    "/healthz": 200,
    "a script": 200,
}


def test_all_is_there_below_a_path_and_readers_are_shared_out(replicas: Replicas) -> None:
    assert answers(replicas.url, replicas.nginx.url) == EXPECTED
    page = httpx2.get(f"{replicas.url}/?country=POL", headers={"X-Forwarded-Proto": "https"}).text
    assert f'<link rel="canonical" href="{replicas.url.replace("http:", "https:")}/?' in page
    assert all(open_pages(one) == 0 for one in replicas.both)  # to this machine they tell it
    before = len(replicas.serving())
    words = [f"{number:02x}" for number in range(0, 256, 16)]
    for word in words:
        for _request in range(2):
            httpx2.get(f"{replicas.url}/healthz", headers={"Cookie": f"{COOKIE}={word}"})
    served = replicas.serving()[before:]
    assert served[0::2] == served[1::2]
    assert len({*served}) == 2


def test_all_is_there_at_the_root_where_a_replica_is_gone(in_front: Nginx) -> None:
    assert answers(in_front.url, in_front.url) == EXPECTED


def is_run_again(page: Page) -> None:
    """Wait until the page has been run by the replica it has turned to."""
    expect(reader.slider(page)).to_be_enabled(timeout=PATIENCE_MS)
    reader.until(page, "() => window.__ran")


def test_a_reader_outlives_a_killed_replica_and_loses_no_click_to_a_rolling_restart(
    replicas: Replicas, browser: Browser
) -> None:
    context = browser.new_context(viewport=VIEWPORTS["desktop"])
    context.set_default_timeout(PATIENCE_MS)
    try:
        page = context.new_page()
        page.goto(f"{replicas.url}/?country=POL&date={DAY}")
        settle(page)
        (cookie,) = [found for found in context.cookies() if found.get("name") == COOKIE]
        assert re.fullmatch(r"[0-9a-f]{2}", cookie.get("value", ""))

        first = replicas.holding()
        page.evaluate(LOOK_FOR_A_RUN)
        first.kill()
        is_run_again(page)
        reader.expect_day(page, DAY)
        expect(reader.panel(page).locator("h2")).to_have_text("Poland")
        second = next(one for one in replicas.both if one is not first)
        assert open_pages(second) == 1

        first.start_again()
        page.evaluate(LOOK_FOR_A_RUN)
        second.stop()
        reader.click_country(page, "SWE")
        is_run_again(page)
        expect(reader.panel(page).locator("h2")).to_have_text("Sweden")
        reader.expect_served(page, "[data-address*='country=SWE']")
        reader.expect_day(page, DAY)
        assert open_pages(first) == 1
    finally:
        context.close()
    told = [json.loads(line) for line in replicas.nginx.log]
    assert all(line["path"].startswith("/") and "?" not in line["path"] for line in told)
    assert {*told[0]} == {"time", "method", "path", "status", "bytes", "seconds", "replica"}
