"""The stand-alone page tells of a state, a word, a border line and two days."""

import base64
import csv
import gzip
import json
import re
from datetime import date
from xml.etree import ElementTree

from playwright.sync_api import expect

from geo.answers import through
from geo.answers.data.credits import ATTRIBUTION
from geo.answers.permalink import LANDING_DAY, Place
from tests.browser import reader
from tests.browser.standalone.alone import Open, expect_class, go
from tests.own_data import own_atlas


def test_words_of_the_field_explain_themselves(open_file: Open) -> None:
    page = open_file("?date=1998-03-01")
    for asked, told in (
        ("What “The flank” means", "The Baltic-Arctic flank of NATO: Norway"),
        ("Signatory", "has signed the Convention and not yet consented"),
        ("Flank border, not covered by the Convention", "It says nothing of mines in the ground"),
        ("States bound", "A notice of withdrawal alone frees no state."),
    ):
        word = page.locator("summary", has_text=asked).first
        word.focus()
        page.keyboard.press("Enter")
        expect(word.locator("xpath=../p")).to_contain_text(told)
        expect(word.locator("xpath=../p")).to_be_visible()
        page.keyboard.press("Enter")
    reader.look_for(page, "Poland")
    expect(page.locator("#panel .term summary")).to_have_text("What “Signatory” means")


def test_a_click_on_norway_opens_its_sourced_dossier(open_file: Open) -> None:
    page = open_file()
    place = page.evaluate(
        """() => {
          const point = window.__atlas.map.latLngToContainerPoint([61.2, 8.8]);
          const box = window.__atlas.map.getContainer().getBoundingClientRect();
          return [box.x + point.x, box.y + point.y];
        }"""
    )
    page.mouse.click(*place)
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Norway")
    expect(panel.locator(".quote")).to_contain_text("in force for it since 1 March 1999")
    expect(page.locator("#country")).to_have_value("Norway")
    hrefs = panel.locator("a").evaluate_all("(nodes) => nodes.map((node) => node.href)")
    assert len(hrefs) > 10
    assert all(href.startswith("http") for href in hrefs)


def test_the_dossier_follows_the_day(open_file: Open) -> None:
    page = open_file("?country=POL&date=2024-05-17")
    panel = page.locator("#panel")
    expect(panel).not_to_contain_text("East Shield programme public")
    go(page, "2024-05-18")
    expect(panel).to_contain_text("East Shield programme public")
    expect(panel.locator(".quote")).to_contain_text("On 18 May 2024, Poland is bound")


def test_what_the_reader_unfolds_stays_unfolded(open_file: Open) -> None:
    page = open_file("?country=POL&date=2026-02-19")
    fold = page.locator("#panel details[data-key=claims]")
    fold.locator("summary").first.click()
    go(page, "2026-02-20")
    expect(page.locator("#panel .status")).to_contain_text("Withdrawn")
    expect(page.locator("#panel details[data-key=claims]")).to_have_attribute("open", "")


def test_the_country_list_needs_no_mouse(open_file: Open) -> None:
    page = open_file()
    reader.look_for(page, "suomi")
    expect(page.locator("#panel h2")).to_have_text("Finland")
    expect_class(page, "FIN", "selected")
    page.get_by_role("button", name="No country").click()
    expect(page.locator("#panel h2")).to_contain_text("The flank on")


def test_every_source_is_listed_once_it_is_asked_for(open_file: Open) -> None:
    page = open_file()
    page.locator("#all-sources summary").click()
    packed = base64.b64decode(page.locator("#data-dossiers").text_content() or "")
    count = len(json.loads(gzip.decompress(packed))["sources"])
    expect(page.locator("#all-sources li")).to_have_count(count)


def test_a_border_line_and_two_days_are_chosen_in_the_file(open_file: Open) -> None:
    page = open_file("?date=2026-02-20", "phone")
    width = "() => document.documentElement.scrollWidth <= 390"
    assert page.evaluate(width)
    other = page.get_by_role("slider", name="The other day")
    expect(other).to_be_hidden()
    page.get_by_label("Compare the day with").fill("2025-06-01")
    page.get_by_label("Compare the day with").blur()
    told = page.locator(".compared")
    expect(told).to_contain_text("3,635 km are no longer covered by the Convention.")
    expect(page.locator(".other-map path[data-area=POL]")).to_have_class(re.compile(r"\bparty\b"))
    other.press("PageUp")
    expect(told).to_contain_text("Between 1 July 2025 and 20 February 2026")
    expect(page).to_have_url(re.compile("compare=2025-07-01"))
    expect(page.locator(".of-day")).to_have_text(["1 July 2025", "20 February 2026"])
    finland = page.locator("#changes tr", has_text="Finland")
    expect(finland).to_have_text("FinlandLeft: no longer bound10 Jan 20262,509")

    page.get_by_label("Border…").select_option(label="All land borders of Belarus")
    view = own_atlas().on(LANDING_DAY)
    place = Place(LANDING_DAY, lens="belarus")
    expect(page.locator("[data-live=headline]")).to_have_text(
        through.sentence(own_atlas(), view, place)
    )
    expect(told).to_have_text(through.compared(own_atlas(), place, date(2025, 7, 1))["sentence"])
    expect(page.locator("#panel h2")).to_have_text("All land borders of Belarus")
    expect(page.locator(".flank-figure dt")).to_have_text("Border with a bound state on a side")
    expect(page).to_have_url(re.compile("lens=belarus"))
    page.locator("#over-time summary").click()
    said = page.locator(".course-chart .read")
    expect(said).to_contain_text("20 February 2026: 161 states bound.")
    with page.expect_download() as table:
        page.locator("#chart-files [data-save=csv]").click()
    assert table.value.suggested_filename.startswith("ottawa-atlas-curve-belarus-")
    first, *rows = csv.reader(table.value.path().read_text(encoding="utf-8").splitlines())
    assert first[:5] == ["date", "bound_min", "bound_max", "both_km", "one_km"]
    assert dict(zip(first, rows[1], strict=True))["date"] == "1999-03-01"
    with page.expect_download() as drawing:
        page.locator("#chart-files [data-save=svg]").click()
    drawn = ElementTree.fromstring(drawing.value.path().read_bytes())
    texts = [each.text for each in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert {"All land borders of Belarus", "Both sides bound", ATTRIBUTION} <= set(texts)
    go(page, "2025-06-01")
    expect(said).to_contain_text("1 June 2025: 164 states bound. Both sides bound:")
    assert page.evaluate(width)
    page.get_by_role("button", name="Show one day again").click()
    expect(page.locator(".two-days")).to_have_count(0)
    expect(page.locator("#changes")).to_be_hidden()
    page.reload()
    expect(page.locator("#panel h2")).to_have_text("All land borders of Belarus")
    page.get_by_label("Border…").select_option(label="The flank")
    expect(page.locator("[data-live=headline]")).to_contain_text("Baltic-Arctic flank")
    expect(page).not_to_have_url(re.compile("lens="))
