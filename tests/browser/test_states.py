"""The table of all states follows the day, is sorted and looked through, and leads to a state."""

from playwright.sync_api import Page, expect

from tests.browser import reader
from tests.browser.conftest import OpenPage

ROWS = """() => [...document.querySelectorAll('.all-states tbody tr:not([hidden])')]
  .map((row) => [...row.cells].map((cell) => cell.innerText.trim()).join(" | "))
  .map((row) => row.replaceAll("\\u00a0", " "))"""

FIRST = f"""words => {{
  const [row] = ({ROWS})();
  return row.includes(words) || row;
}}"""


def expect_first(page: Page, words: str) -> None:
    """Waits until the first row of the table says something."""
    reader.expect_told(page, FIRST, True, words)


def test_all_states_stand_in_a_table_to_sort_and_look_through(open_page: OpenPage) -> None:
    page = open_page("/?date=2026-02-20&tab=states", fresh=True)  # no test has sorted it before
    heads = page.locator(".all-states thead th")
    expect(page.locator(".all-states tbody tr")).to_have_count(197)
    expect_first(page, "Afghanistan AFG | Bound since 1 Mar 2003 | 1 Mar 2003: bound")
    expect(heads.first).to_have_attribute("aria-sort", "ascending")

    change = heads.nth(2).get_by_role("button")
    change.focus()
    page.keyboard.press("Enter")
    expect(heads.nth(2)).to_have_attribute("aria-sort", "ascending")
    expect_first(page, "| none")
    page.keyboard.press("Space")
    expect(heads.nth(2)).to_have_attribute("aria-sort", "descending")
    expect(page.locator(".all-states [aria-sort]")).to_have_count(1)
    expect_first(page, "Poland POL | Withdrawn since 20 Feb 2026")
    expect(change).to_be_focused()

    reader.slider(page).focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".tab h3").last).to_have_text("All states on 19 Feb 2026")
    expect_first(page, "Finland FIN | Withdrawn since 10 Jan 2026")

    page.get_by_label("Find a state in the table").fill("holland")
    expect(page.locator(".tab [role=status]")).to_have_text("1 of 197 states")
    reader.expect_told(page, ROWS, ["Netherlands NLD | Bound since 1 Oct 1999 | 1 Oct 1999: bound"])
    page.get_by_label("Find a state in the table").fill("kosovo")
    expect(page.locator(".tab [role=status]")).to_contain_text("Kosovo: no status of its own")
    page.get_by_label("Find a state in the table").fill("poland")
    page.locator(".all-states").get_by_role("button", name="Poland").press("Enter")
    expect(reader.panel(page).locator("h2")).to_have_text("Poland")
    expect(page.locator(".all-states [aria-current] button")).to_have_text("Poland")
    expect(page.locator(".caption")).to_contain_text("On 19 February 2026, Poland")
