"""What a reader sees and does on the stand-alone page."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser import reader

Open = Callable[..., Page]
READY = "() => window.__atlas?.areas.size > 200 && document.querySelector('#panel h2') !== null"


def wait_for_day(page: Page, condition: str) -> None:
    """Waits until the painted day satisfies a JavaScript condition on `day`."""
    reader.until(page, f"() => {{ const {{ day }} = window.__atlas.painted; return {condition}; }}")


def expect_day(page: Page, day: str) -> None:
    reader.expect_told(page, "() => window.__atlas.painted.day", day)


def expect_class(page: Page, area: str, name: str) -> None:
    expect(page.locator(f"path[data-area={area}]")).to_have_class(re.compile(rf"\b{name}\b"))


def go(page: Page, day: str) -> None:
    page.evaluate(
        """(day) => {
          const input = document.getElementById("day");
          input.value = Date.parse(day) / 864e5;
          input.dispatchEvent(new Event("input", { bubbles: true }));
          input.dispatchEvent(new Event("change", { bubbles: true }));
        }""",
        day,
    )
