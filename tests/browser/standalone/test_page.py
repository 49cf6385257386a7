"""The stand-alone page as it opens: on a screen, a phone and paper, from any address."""

import re

import pypdfium2
import pytest
from playwright.sync_api import expect

from geo.answers.permalink import LANDING_DAY
from geo.answers.words import headline
from tests.browser import reader
from tests.browser.conftest import VIEWPORTS, Scheme
from tests.browser.standalone.alone import Open, expect_day, go
from tests.own_data import own_atlas


def test_it_opens_on_the_landing_day_with_the_map_drawn(open_file: Open) -> None:
    page = open_file()
    expect_day(page, "2026-02-20")
    view = own_atlas().on(LANDING_DAY)
    expect(page.locator("[data-live=headline]")).to_have_text(headline.headline(view))
    expect(page.locator("[data-live=bound]")).to_have_text(str(view.bound))
    box = page.locator("path[data-area=FIN]").bounding_box()
    assert box is not None
    assert box["width"] > 50
    assert box["height"] > 100
    expect(page.locator("#panel .overview tbody tr")).to_have_count(9)


def test_the_address_is_kept_and_nonsense_in_it_is_not(open_file: Open) -> None:
    page = open_file("?date=2025-12-26&country=EST&view=europe")
    expect(page.get_by_label("Europe")).to_be_checked()
    go(page, "2025-12-27")
    expect(page).to_have_url(re.compile(r"\?date=2025-12-27&country=EST&view=europe$"))
    odd = open_file("?date=2025-02-30&country=<b>&view=constructor")
    expect_day(odd, "2026-02-20")
    expect(odd.locator("#panel h2")).to_contain_text("The flank on")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_takes_the_colours_of_the_system(open_file: Open, scheme: Scheme) -> None:
    page = open_file(scheme=scheme)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    brightness = sum(int(n) for n in re.findall(r"\d+", ground)[:3]) / 3
    assert (brightness > 128) == (scheme == "light")


def test_paper_has_no_controls_and_two_sheets_at_most(open_file: Open) -> None:
    page = open_file("?country=POL")
    page.emulate_media(media="print")
    for selector in (".controls", ".views", "#country", "#print", ".leaflet-control-zoom"):
        expect(page.locator(selector).first).to_be_hidden()
    expect(page.locator(".headline")).to_be_visible()
    expect(page.locator("#map")).to_be_visible()
    expect(page.locator("#borders table")).to_be_hidden()  # of a state, only what is told of it
    with pypdfium2.PdfDocument(page.pdf(format="A4")) as document:
        assert len(document) <= 2


@pytest.mark.parametrize("query", ["", "?country=POL", "?country=NOR&view=world"])
def test_a_phone_scrolls_one_way_only(open_file: Open, query: str) -> None:
    page = open_file(query, size="phone")
    reader.until(
        page,
        "width => document.documentElement.scrollWidth <= width",
        arg=VIEWPORTS["phone"]["width"],
    )
    buttons = page.locator(".controls button").all()
    assert buttons
    for button in buttons:
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24


def test_the_names_step_back_where_they_would_pile_up(open_file: Open) -> None:
    page = open_file("?view=world")
    expect(page.get_by_label("World")).to_be_checked()
    expect(page.locator("[data-name=LTU]")).to_be_hidden()
    page.get_by_role("radio", name="Flank").check()
    expect(page.locator("[data-name=LTU]")).to_be_visible()


def test_what_an_address_asks_for_in_vain_is_said_until_the_reader_moves(open_file: Open) -> None:
    page = open_file("#date=20260110&country=Norwegia&DATE=2020-01-01&utm_source=letter")
    told = page.get_by_role("status").and_(page.locator("#complaints")).locator("p")
    expect(told).to_have_text(
        [
            "The date “20260110” in the address is not a day written YYYY-MM-DD."
            " Shown instead: 20 February 2026.",
            "The country in the address is not shown as asked. “Norwegia” is no state that the"
            " atlas knows. Shown instead: no country.",
            "The address asks for “DATE”, which is none of: date, country, worldview, view,"
            " range, bounds, what_if, lens, compare. It is left out.",
        ]
    )
    reader.look_for(page, "Poland")
    expect(page.locator("#complaints")).to_be_hidden()
    expect(page).to_have_url(re.compile("#utm_source=letter&date=2026-02-20&country=POL$"))
