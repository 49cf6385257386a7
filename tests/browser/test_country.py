"""Choosing a country: by a click on the map, or from the list without a mouse."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import reader
from tests.browser.conftest import OpenPage


@pytest.mark.parametrize(
    ("iso_a3", "name", "says"),
    [
        ("NOR", "Norway", "in force since 1 March 1999 (Article 17)"),
        ("BLR", "Belarus", "in force since 1 March 2004 (Article 17)"),
        ("UKR", "Ukraine", "The Convention has no rule on suspension"),
        ("POL", "Poland", "the withdrawal took effect on 20 February 2026 (Article 20(3))"),
    ],
)
def test_a_click_on_a_country_opens_its_panel(
    page: Page, iso_a3: str, name: str, says: str
) -> None:
    reader.click_country(page, iso_a3)
    expect(reader.panel(page).locator("h2")).to_have_text(name)
    expect(reader.panel(page)).to_contain_text(says)
    expect(page.get_by_role("combobox", name="Country")).to_have_value(name)
    expect(reader.area(page, iso_a3)).to_have_class(re.compile("selected"))
    expect(page).to_have_url(re.compile(f"country={iso_a3}"))


def test_a_state_of_which_the_status_is_not_known_is_marked_and_opens(open_page: OpenPage) -> None:
    page = open_page("/?date=2026-11-25&view=world")
    reader.expect_status(page, "LBN", "not_known from-consented to-party")
    mark = reader.inside(page).locator(".unknown-mark")
    expect(mark).to_have_text(["?"])
    expect(reader.headline(page)).to_contain_text("161 or 162 states are bound")
    expect(page.locator("[data-live=bound]")).to_have_text("161 or 162")
    row = reader.inside(page).locator(".key li", has_text="Status not known")
    expect(row.locator("b")).to_have_text("1")
    cover = reader.inside(page).locator(".key li", has_text="cover by the Convention not known")
    expect(cover).to_be_hidden()
    mark.click(position={"x": 13, "y": 13})  # off Lebanon itself, which is smaller than its mark
    expect(reader.panel(page).locator("h2")).to_have_text("Lebanon")
    expect(reader.panel(page)).to_contain_text("Consented or bound, not known")
    known = open_page("/?date=2026-01-31&view=world")
    reader.expect_status(known, "LBN", "not_party")
    expect(reader.inside(known).locator(".unknown-mark")).to_have_count(0)


def test_polands_panel_holds_borders_programmes_and_linked_sources(open_page: OpenPage) -> None:
    page = open_page("/?country=POL")
    panel = reader.panel(page)
    expect(panel.get_by_role("row", name=re.compile("^Belarus"))).to_contain_text("418")
    expect(panel).to_contain_text("East Shield")
    link = panel.locator("a[href^='https://']").first
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    expect(panel.locator(".tier").first).not_to_be_empty()


def test_a_second_click_on_the_same_country_arrives_after_the_list_chose_another(
    page: Page,
) -> None:
    heading = reader.panel(page).locator("h2")
    reader.click_country(page, "NOR")
    expect(heading).to_have_text("Norway")
    reader.look_for(page, "Finland")
    expect(heading).to_have_text("Finland")
    expect(reader.area(page, "NOR")).not_to_have_class(re.compile("selected"))
    reader.click_country(page, "NOR")
    expect(heading).to_have_text("Norway")


def test_a_country_can_be_let_go_and_clicked_again(page: Page) -> None:
    heading = reader.panel(page).locator("h2")
    reader.click_country(page, "BLR")
    expect(heading).to_have_text("Belarus")
    page.locator(".st-key-country_field").get_by_role("button", name="No country").click()
    expect(heading).to_have_text("The flank on 20 Feb 2026")
    expect(reader.area(page, "BLR")).not_to_have_class(re.compile("selected"))
    reader.click_country(page, "BLR")
    expect(heading).to_have_text("Belarus")


def test_the_list_does_the_same_by_keyboard_alone(page: Page) -> None:
    reader.look_for(page, "Norway")
    expect(reader.panel(page).locator("h2")).to_have_text("Norway")
    expect(reader.area(page, "NOR")).to_have_class(re.compile("selected"))
    expect(page).to_have_url(re.compile("country=NOR"))


def test_the_panel_follows_the_day(open_page: OpenPage) -> None:
    page = open_page("/?country=POL")
    expect(reader.panel(page)).to_contain_text("Withdrawn since 20 Feb 2026")
    reader.slider(page).focus()
    page.keyboard.press("ArrowLeft")
    expect(reader.panel(page)).to_contain_text("bound until 20 Feb 2026")


def test_crimea_changes_hands_with_the_worldview(open_page: OpenPage) -> None:
    page = open_page("/?view=europe")
    frame, simferopol = reader.map_frame(page), [45.0, 34.1]
    reader.expect_told(frame, reader.OWNER_AT, "UKR", simferopol)
    reader.choose(page, "worldview", "As Natural Earth draws it")
    reader.expect_told(frame, reader.OWNER_AT, "RUS", simferopol)
    expect(page).to_have_url(re.compile("worldview=de_facto"))
    reader.expect_status(page, "RUS", "not_party")
    reader.choose(page, "worldview", "UN General Assembly 68/262")
    reader.expect_told(frame, reader.OWNER_AT, "UKR", simferopol)
    reader.expect_status(page, "UKR", "party")
