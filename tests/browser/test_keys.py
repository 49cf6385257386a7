"""How many keys the commonest tasks take from the top of the page, as docs/accessibility.md has it.

One walk, without a mouse; each task begins at the top and is seen to its end.
"""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser import reader
from tests.browser.conftest import OpenPage

TOP = """() => {
  document.activeElement.blur();
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
}"""
# What has the keyboard, in the map's frame and in the player's own tree too.
AT = """(selector) => {
  let at = document.activeElement, inner = at;
  while (inner) {
    at = inner;
    inner = (at.contentDocument ?? at.shadowRoot)?.activeElement;
  }
  return at.matches(selector);
}"""
FURTHEST = 40


class Keys:
    """A keyboard that counts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taken: dict[str, int] = {}
        self.task = ""

    def begin(self, task: str) -> None:
        self.page.keyboard.press("Escape")
        self.page.evaluate(TOP)
        self.task = task
        self.taken[task] = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.taken[self.task] += 1

    def to(self, selector: str, key: str = "Tab") -> None:
        """Goes on with one key until an element has the keyboard."""
        for _ in range(FURTHEST):
            if self.page.evaluate(AT, selector):
                return
            self.press(key)
        raise AssertionError(f"{self.task}: {selector} is more than {FURTHEST} keys away")

    def skip(self, part: str, goal: str) -> None:
        """Takes a link past what lies between."""
        self.to(f".skip[href='#{part}']")
        self.press("Enter")
        reader.until(self.page, AT, arg=goal)


def test_the_commonest_tasks_take_no_more_keys_than_is_written(
    open_page: OpenPage, root: Path
) -> None:
    written = (root / "docs" / "accessibility.md").read_text(encoding="utf-8")
    most = dict(re.findall(r"^\| (\w[^|]+?) \| [^|]+ \| (\d+) \|$", written, re.MULTILINE))
    page = open_page("/?date=2026-01-10")
    frame, heading = reader.map_frame(page), reader.panel(page).locator("h2")
    keys = Keys(page)

    keys.begin("step to the next change")
    keys.skip("date", "#date")
    keys.to(".st-key-next button", "Shift+Tab")
    # Until the steps have come the button goes to whatever event is next.
    expect(page.locator(".st-key-next button")).to_have_attribute("title", re.compile("20 Feb"))
    keys.press("Enter")
    reader.expect_day(page, "2026-02-20")

    keys.begin("play, and stop")
    keys.skip("date", "#date")
    keys.to(".play", "Shift+Tab")
    keys.press("Enter")
    reader.until(frame, "() => window.__atlas.painted.day !== '2026-02-20'")
    keys.press("Enter")
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_focused()
    reader.expect_served(page, ":not([data-day='2026-02-20'])")
    reader.expect_day(page, str(reader.day_of_server(page).get_attribute("data-day")))

    keys.begin("go to a date")
    keys.skip("date", "#date")
    keys.press(*"01102026", "Enter")
    reader.expect_day(page, "2026-01-10")

    keys.begin("choose a state by name, and hear its sentence")
    keys.skip("country", "#country")
    keys.press(*"pol")
    expect(page.locator("#country-list [aria-selected=true]")).to_contain_text("Poland")
    keys.press("Enter")
    expect(heading).to_have_text("Poland")
    expect(page.locator("#said-state")).to_contain_text("On 10 January 2026, Poland")

    keys.begin("copy the sentence with its source")
    keys.skip("country", "#country")
    keys.to(".copy button")
    keys.press("Enter")
    expect(page.locator(".copy")).to_contain_text("Copied")

    keys.begin("choose a state on the map")
    keys.skip("map", ".leaflet-container")
    keys.press("ArrowDown", "Enter")
    expect(heading).not_to_have_text("Poland")

    keys.begin("look at the whole world")
    keys.skip("country", "#country")
    keys.to(".st-key-view button", "Shift+Tab")
    keys.press("ArrowRight", "ArrowRight", "Enter")
    expect(page).to_have_url(re.compile("view=world"))

    keys.begin("open the claims, and keep those of a verdict")
    keys.skip("borders", "[role=tab]")
    keys.press(*["ArrowRight"] * 4)
    expect(page).to_have_url(re.compile("tab=claims"))
    expect(page.get_by_role("combobox", name="Verdict")).to_be_visible()
    keys.to("[aria-label*=Verdict]")
    keys.press(*"part", "Enter")
    expect(page).to_have_url(re.compile("claims_verdict=partly"))

    keys.begin("sort the table of all states")
    keys.skip("borders", "[role=tab]")
    for tab in ("events", "coverage", "states"):
        keys.press("ArrowLeft")
        expect(page).to_have_url(re.compile(f"tab={tab}"))
    expect(page.locator(".all-states tbody tr")).to_have_count(197)
    keys.to(".all-states th:nth-child(3) button")
    keys.press("Enter")
    expect(page.locator(".all-states th").nth(2)).to_have_attribute("aria-sort", "ascending")

    keys.begin("take the picture home")
    keys.to(".st-key-export button")
    keys.press("Enter")
    expect(page.get_by_role("button", name="Download picture")).to_be_focused()
    with page.expect_download():
        keys.press("Enter")

    assert keys.taken.keys() == most.keys()
    assert {task for task, count in keys.taken.items() if count > int(most[task])} == set(), (
        keys.taken
    )
