"""A country is found by any of its names, and what has no status of its own says why."""

import re

from playwright.sync_api import Page, Route, expect

from tests.browser import reader
from tests.browser.conftest import OpenPage

SEES = """([lat, lon]) => window.__atlas.map.getBounds().contains([lat, lon])"""


def test_a_country_is_found_by_any_name_and_brought_into_sight(page: Page) -> None:
    field, heading = page.locator("#country"), reader.panel(page).locator("h2")
    frame = reader.map_frame(page)
    reader.expect_told(frame, SEES, False, [39, 35])
    reader.look_for(page, "turkey")
    expect(heading).to_have_text("Türkiye")
    expect(page).to_have_url(re.compile("country=TUR"))
    expect(field).to_be_focused()
    expect(field).to_have_value("Türkiye")
    reader.until(frame, SEES, arg=[39, 35])

    said = page.locator(".st-key-search .note")
    reader.look_for(page, "Kalaallit Nunaat")
    expect(heading).to_have_text("Denmark")
    expect(said).to_contain_text("Greenland: no status of its own")
    reader.until(frame, SEES, arg=[72, -40])
    reader.look_for(page, "kosovo")
    expect(said).to_contain_text("Not in the depositary's list of states")
    expect(heading).to_have_text("The flank on 20 Feb 2026")

    field.fill("suom")
    expect(page.locator("#country-list").get_by_role("option")).to_have_text(["FinlandSuomi"])
    field.press("Escape")
    expect(page.locator("#country-list")).to_be_hidden()
    expect(heading).to_have_text("The flank on 20 Feb 2026")
    field.fill("qqq")
    expect(said).to_have_text("“qqq” is no state that the atlas knows.")


def test_a_misspelled_name_is_answered_with_what_may_be_meant(page: Page) -> None:
    field, said = page.locator("#country"), page.locator(".st-key-search .note")
    listed = page.locator("#country-list").get_by_role("option")
    expect(field).to_be_enabled()
    for typed, meant in {"Polnad": "Poland", "Ukrane": "Ukraine", "Swedne": "Sweden"}.items():
        field.fill(typed)
        expect(listed).to_have_text([meant])
        expect(said).to_have_text(
            f"“{typed}” is no state that the atlas knows. Did you mean {meant}?"
        )
        above, below = said.bounding_box(), listed.bounding_box()
        assert above is not None
        assert below is not None
        assert above["y"] + above["height"] <= below["y"], "both are seen"
    field.press("Enter")
    expect(reader.panel(page).locator("h2")).to_have_text("Sweden")
    expect(said).to_be_empty()


def test_what_is_typed_is_not_written_over_by_what_was_chosen_before(open_page: OpenPage) -> None:
    page = open_page("/?date=2026-02-20", fresh=True)
    held: list[Route] = []
    page.route(re.compile(r"/names[^/]*\.json"), lambda route: held.append(route))
    reader.map_frame(page)
    page.frame_locator(".st-key-map iframe").locator("body").evaluate(
        "() => window.__atlas.choose('NOR')"
    )
    field = page.locator("#country")
    expect(reader.panel(page).locator("h2")).to_have_text("Norway")
    field.press_sequentially("finl")
    for request in held:
        request.continue_()
    expect(page.locator("#country-list").get_by_role("option")).to_have_text(["Finland"])
    expect(field).to_have_value("finl")
    page.get_by_role("heading", level=1).click()
    expect(field).to_have_value("Norway")
