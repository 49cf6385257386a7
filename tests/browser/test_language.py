"""The page in the reader's own language: by the address, by a choice, by the browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from geo.answers.words.tongue import tongue
from tests.browser import reader
from tests.browser.conftest import OpenPage, Size, settle


def test_the_address_chooses_and_another_choice_keeps_place_and_map(open_page: OpenPage) -> None:
    page = open_page("/?date=2026-01-10&country=POL&lang=pl", fresh=True)
    root, languages = page.locator("html"), page.get_by_role("combobox", name="Język")
    expect(root).to_have_attribute("lang", "pl")
    expect(reader.headline(page)).to_contain_text("Konwencja Ottawska")
    expect(page.get_by_role("button", name="Następne zdarzenie")).to_be_visible()
    expect(page.get_by_role("slider", name="Data")).to_have_attribute(
        "aria-valuetext", "10.01.2026"
    )
    expect(languages.locator("option[lang=uk]")).to_have_text("українська")
    reader.map_frame(page).evaluate("window.__kept = true")
    languages.select_option("nb")
    expect(root).to_have_attribute("lang", "nb")
    expect(reader.headline(page)).to_contain_text("Den 10. januar 2026")
    expect(page.get_by_role("tab", name="Grenser")).to_be_visible()
    expect(page).to_have_url(re.compile("date=2026-01-10&country=POL&lang=nb$"))
    reader.expect_status(page, "POL", "withdrawal_notified")
    assert reader.map_frame(page).evaluate("window.__kept") is True
    page.go_back()
    expect(root).to_have_attribute("lang", "pl")
    expect(page.get_by_role("combobox", name="Język")).to_have_value("pl")


def test_a_browser_chooses_where_the_address_names_no_language(open_page: OpenPage) -> None:
    page = open_page("/", size="phone", locale="nb-NO")
    expect(page.locator("html")).to_have_attribute("lang", "nb")
    expect(reader.headline(page)).to_contain_text("Den 20. februar 2026")
    expect(page.get_by_role("combobox", name="Språk")).to_have_value("nb")
    expect(page).to_have_url(re.compile("date=2026-02-20$"))
    reader.until(page, TABLE_FITS)
    page.get_by_role("combobox", name="Språk").select_option("en")
    expect(reader.headline(page)).to_contain_text("On 20 February 2026, 161 states are bound")
    expect(page).to_have_url(re.compile("date=2026-02-20&lang=en$"))
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390


def test_what_is_chosen_in_a_tab_outlives_two_changes_of_language(open_page: OpenPage) -> None:
    page = open_page("/?date=2026-01-10&tab=claims&lang=pl&claims_verdict=unverifiable")
    shown = page.locator("article.claim .verdict")
    for language, chooser, verdict in (
        ("uk", "Język", "Неможливо перевірити"),
        ("fi", "Мова", "Ei todennettavissa"),
    ):
        expect(shown.first).to_be_visible()
        page.get_by_role("combobox", name=chooser).select_option(language)
        expect(page).to_have_url(re.compile(f"lang={language}&claims_verdict=unverifiable$"))
        expect(shown.first).to_contain_text(verdict)
        expect(page.locator("article.claim .verdict:not(.verdict-unverifiable)")).to_have_count(0)
        reader.until(page, VERDICT_FITS)
        reader.expect_told(page, CUT_SHORT, [])


# What the switch of the claims says with dots in place of its end: in Finnish, its last letters.
CUT_SHORT = """() => [...document.querySelectorAll(".st-key-claims_asked *")]
  .filter((node) => getComputedStyle(node).textOverflow === "ellipsis")
  .filter((node) => node.scrollWidth > node.clientWidth).map((node) => node.textContent)"""

# Whether the borders of the flank are read on a phone without moving them sideways.
TABLE_FITS = """() => {
  const tab = document.querySelector(".tab:has(.flank-borders)");
  return tab && tab.scrollWidth <= tab.clientWidth;
}"""

# Whether no verdict runs into the statement beside it.
VERDICT_FITS = """() => [...document.querySelectorAll(".claim-side")].every(
  (side) => side.scrollWidth <= side.clientWidth)"""

# What the page says in its own language and not in that language's letters, by where it stands.
COPY = "Copy to clipboard"
LATIN = """() => {
  const names = ["aria-label", "placeholder", "aria-valuetext", "aria-description", "title"];
  const said = (node) => names.map((name) => node.getAttribute(name) ?? "");
  const end = "body > :not(#root):not(style):not(script):not(template)";
  const ours = (node) => node.closest("[lang]").lang === "be" && !node.matches("a, link");
  const words = [...document.querySelectorAll(names.map((name) => `[${name}]`).join())]
    .filter((node) => ours(node) && node.checkVisibility()).flatMap(said);
  const written = [...document.querySelectorAll(`${end}, ${end} *`)]
    .filter((node) => ours(node) && !node.childElementCount && !node.closest("[aria-hidden=true]"))
    .map((node) => node.textContent);
  const foreign = (text) => /[a-z]{3}/.test(text) && !/\\p{Script=Cyrillic}/u.test(text);
  return [...words, ...written].filter(foreign);
}"""


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_no_control_of_the_framework_speaks_english_on_a_page_in_another_language(
    open_page: OpenPage, size: Size
) -> None:
    page = open_page("/?date=2026-02-20&country=POL&lang=be", size, fresh=True)
    expect(page.locator("html")).to_have_attribute("lang", "be")

    def speaks_its_language() -> None:
        settle(page)
        reader.expect_told(page, LATIN, [])

    speaks_its_language()
    page.locator("#tab-claims").click()
    expect(page.locator("article.claim").first).to_be_visible()
    speaks_its_language()
    verdicts = page.get_by_role("combobox", name="Ацэнка")
    verdicts.press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()
    speaks_its_language()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    page.locator("#tab-coverage").click()
    expect(page.locator(".st-key-tab_coverage .day-field")).to_be_visible()
    speaks_its_language()
    page.locator(".st-key-what_if_menu button").click()
    expect(page.locator("[data-testid=stPopoverBody] .day-field")).to_be_visible()
    speaks_its_language()
    page.keyboard.press("Escape")
    expect(page.locator("[data-testid=stPopoverBody]")).to_have_count(0)
    page.locator(".st-key-export button").first.click()
    page.locator(".st-key-export_panel summary").click()
    copies = page.locator(f".st-key-export_panel [aria-label='{tongue('be').text(COPY)}']")
    expect(copies.first).to_be_attached()  # and shown under a pointer
    speaks_its_language()


def test_what_the_framework_says_goes_with_another_choice_of_language(page: Page) -> None:
    openers = page.locator(".st-key-views .stSelectbox button")
    expect(openers).to_have_attribute("aria-label", "Open")
    for chooser, language, opens in (
        ("Language", "pl", "Otwórz"),
        ("Język", "uk", "Відкрити"),
        ("Мова", "en", "Open"),
    ):
        page.get_by_role("combobox", name=chooser).select_option(language)
        expect(openers).to_have_attribute("aria-label", opens)
