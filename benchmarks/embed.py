"""What a frame of the atlas costs its reader over the wire, until its first paint and altogether.

`python -m benchmarks.embed` starts the dashboard, opens `/embed` in a cold Chromium and counts the
bytes it receives, compressed, headers included. It ends with 1 where a first paint costs more than
`LIMIT_BYTES`.
"""

from __future__ import annotations

import sys
import urllib.request

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import chromium
from tests.browser.server import DashboardServer

LIMIT_BYTES = 150_000
MAKING_SECONDS = 120
QUERIES = (
    *("", "?date=2026-01-10&country=POL", "?date=2026-01-10&frozen=1&view=world"),
    *("?lang=pl", "?lang=uk"),
)
PAINTED = """() => [...document.querySelectorAll("path[data-area]")]
  .some((path) => (path.getAttribute("d") || "").length > 20)"""
SETTLED = "() => window.__atlas?.areas.size > 200 && document.querySelector('#panel h2') !== null"


def main() -> int:
    """Measure and print; 1 when the limit is missed."""
    missed = False
    with DashboardServer() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=list(chromium.FLAGS)
        )
        for query in QUERIES:
            address = f"{server.url}/embed{query}"
            urllib.request.urlopen(address, timeout=MAKING_SECONDS).close()  # the server is warm
            painted, settled = measure(browser, address)
            print(f"/embed{query}: first paint {painted:,} bytes, settled {settled:,}")
            missed |= painted > LIMIT_BYTES
        browser.close()
    print(f"limit of a first paint: {LIMIT_BYTES:,} bytes")
    return 1 if missed else 0


def measure(browser: Browser, address: str) -> tuple[int, int]:
    """The bytes received until a country is on the screen, and until all is there."""
    page = browser.new_context().new_page()
    received = _counting(page)
    page.goto(address, wait_until="commit")
    page.wait_for_function(PAINTED)
    painted = received[0]
    page.wait_for_function(SETTLED)
    page.context.close()
    return painted, received[0]


def _counting(page: Page) -> list[int]:
    received = [0]
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")

    def add(event: dict[str, float]) -> None:
        received[0] += int(event["encodedDataLength"])

    session.on("Network.loadingFinished", add)
    return received


if __name__ == "__main__":
    sys.exit(main())
