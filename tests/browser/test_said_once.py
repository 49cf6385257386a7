"""Whoever listens hears each day and each state once, by whichever road it was come to."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser import reader
from tests.browser.agreement import agreed
from tests.browser.conftest import OpenPage

# All that the two places say from which days and states are told.
LISTEN = """() => {
  window.__heard = [];
  for (const id of ["said-day", "said-state"]) {
    const node = document.getElementById(id);
    new MutationObserver(() => {
      if (node.textContent) window.__heard.push(node.textContent);
    }).observe(node, { childList: true, characterData: true, subtree: true });
  }
}"""


def test_each_day_and_each_state_is_said_once_by_every_road(open_page: OpenPage) -> None:
    page = open_page(fresh=True)
    agreed(page)
    reader.until(page, "() => document.getElementById('said-state')")
    page.evaluate(LISTEN)
    finland = page.locator(".drawn.tab [data-choose=FIN]")

    def key() -> None:
        reader.slider(page).focus()
        page.keyboard.press("ArrowLeft")

    def table() -> None:
        page.get_by_role("tab", name="All states").click()
        finland.click()

    roads: dict[str, tuple[Callable[[], object], str]] = {
        "key": (key, "On 19 February 2026, 162 states"),
        "step": (page.locator(".st-key-previous button").click, "On 10 January 2026, 162 states"),
        "back": (page.go_back, "On 19 February 2026, 162 states"),
        "search": (lambda: reader.look_for(page, "pola"), "On 19 February 2026, Poland"),
        "map": (lambda: reader.click_country(page, "SWE"), "On 19 February 2026, Sweden"),
        "table": (table, "On 19 February 2026, Finland"),
        "back to a state": (page.go_back, ""),
        "and on": (page.go_forward, ""),
    }
    for road, (go, sentence) in roads.items():
        page.evaluate("window.__heard = []")
        go()
        if sentence:
            reader.until(
                page, "start => window.__heard.some((each) => each.startsWith(start))", sentence
            )
        agreed(page)
        said = page.evaluate("window.__heard")
        assert len(said) == len(set(said)) <= 1, (road, said)
    expect(reader.panel(page).locator("h2")).to_have_text("Finland")
