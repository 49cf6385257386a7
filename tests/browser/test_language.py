"""The page in the reader's own language: by the address, by a choice, by the browser."""

import re

from playwright.sync_api import expect

from tests.browser import reader
from tests.browser.conftest import OpenPage


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
    page.get_by_role("combobox", name="Språk").select_option("en")
    expect(reader.headline(page)).to_contain_text("On 20 February 2026, 161 states are bound")
    expect(page).to_have_url(re.compile("date=2026-02-20&lang=en$"))
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390


def test_what_is_chosen_in_a_tab_outlives_two_changes_of_language(open_page: OpenPage) -> None:
    page = open_page("/?date=2026-01-10&tab=claims&lang=pl&claims_verdict=partly")
    shown = page.locator("article.claim .verdict")
    for language, chooser, verdict in (
        ("uk", "Język", "Частково"),
        ("fi", "Мова", "Osittain"),
    ):
        expect(shown.first).to_be_visible()
        page.get_by_role("combobox", name=chooser).select_option(language)
        expect(page).to_have_url(re.compile(f"lang={language}&claims_verdict=partly$"))
        expect(shown.first).to_contain_text(verdict)
        expect(page.locator("article.claim .verdict:not(.verdict-partly)")).to_have_count(0)
