"""Pages that are printed: two sheets at most, the map on them, light whatever the theme."""

from __future__ import annotations

import html
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import numpy as np
import pypdfium2
from playwright.sync_api import Browser, Page

from geo.answers.data.credits import data_version
from geo.answers.words.headline import state_sentence
from geo.answers.words.legend import BOUND_BLUE
from geo.web import site_pages, standalone
from tests.browser.conftest import PATIENCE_MS, OpenPage
from tests.browser.host_page import host_page
from tests.browser.server import DashboardServer
from tests.own_data import own_atlas
from tests.pictures.pdf_engines import pdfium

CASE = "date=2026-01-10&country=POL"


def printed(page: Page) -> tuple[bytes, list[str]]:
    """What paper shows, and the words of each sheet, their lines run together."""
    pdf = page.pdf(format="A4")
    with pypdfium2.PdfDocument(pdf) as document:
        sheets = [sheet.get_textpage().get_text_range() for sheet in document]
    return pdf, [" ".join(sheet.split()) for sheet in sheets]


def has_a_map_on_white(pdf: bytes) -> bool:
    pixels = np.asarray(pdfium(pdf, 900), dtype=np.int_)
    blue = [int(BOUND_BLUE[n : n + 2], 16) for n in (1, 3, 5)]
    mapped = (np.abs(pixels - blue).sum(axis=2) < 12).mean()
    return bool(mapped > 0.01 and (pixels[:, :3] > 250).all() and (pixels > 200).mean() > 0.5)


def test_a_chosen_state_prints_on_two_sheets_and_leads_to_its_pdf(open_page: OpenPage) -> None:
    page = open_page(f"/?{CASE}", scheme="dark")
    page.locator(".st-key-panel .drawn h2").wait_for()
    page.frame_locator(".st-key-map iframe").locator("path.area").first.wait_for(state="attached")
    pdf, sheets = printed(page)
    assert len(sheets) <= 2
    assert has_a_map_on_white(pdf)
    words = " ".join(sheets)
    atlas = own_atlas()
    assert state_sentence(atlas.on(date(2026, 1, 10)), "POL") in words
    for said in ("Legend", "Borders", "East Shield", "Acts and events", data_version(atlas)):
        assert said in words
    assert f"/?{CASE}" in words
    page.context.route("**/*.pdf?*", lambda route: route.fulfill(body="a sheet"))
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Print (PDF)").click()
    opened.value.wait_for_url("**/*.pdf?*")
    path = "/api/v1/countries/POL.pdf?date=2026-01-10&worldview=un"
    assert opened.value.url.endswith(path)


def test_what_is_supposed_is_on_paper_too(open_page: OpenPage) -> None:
    supposed = "NOR:withdrawal_notice:2026-12-01"
    for place, path, more in (
        ("country=NOR&lang=lt", "countries/NOR.pdf", {"lang": ["lt"]}),
        ("lens=nato-east&lang=fi", "snapshot.pdf", {"lens": ["nato-east"], "lang": ["fi"]}),
    ):
        page = open_page(f"/?date=2027-06-01&what_if={supposed}&{place}", fresh=True)
        page.context.route("**/*.pdf?*", lambda route: route.fulfill(body="a sheet"))
        with page.expect_popup() as opened:
            page.locator("[data-paper]").click()
        opened.value.wait_for_url("**/*.pdf?*")
        found = urlsplit(opened.value.url)
        assert found.path.endswith(path)
        asked = parse_qs(found.query)
        assert asked["what_if"] == [supposed]
        assert more.items() <= asked.items()


def test_a_frame_prints_its_map_alone_and_on_the_page_around_it_and_so_does_the_file(
    browser: Browser, server: DashboardServer, tmp_path: Path
) -> None:
    address = f"{server.url}/embed?{CASE}"
    attributes = f'src="{html.escape(address)}" width="100%" height="640" sandbox="allow-scripts"'
    alone = tmp_path / "alone.html"
    alone.write_bytes(standalone.page(own_atlas()))
    with host_page(f"<iframe {attributes}></iframe>") as around:
        for url in (address, around, f"{alone.as_uri()}?{CASE}"):
            context = browser.new_context(
                viewport={"width": 1280, "height": 900}, color_scheme="dark"
            )
            page = context.new_page()
            page.set_default_timeout(PATIENCE_MS)
            page.goto(url)
            inside = page.frames[-1]
            inside.locator("path.area").first.wait_for(state="attached")
            inside.locator("#panel h2").wait_for(state="attached")
            pdf, sheets = printed(page)
            assert len(sheets) <= 2
            assert has_a_map_on_white(pdf)
            assert "Poland" in sheets[0]
            assert "Compare the day with" not in sheets[0], url
            context.close()


def test_the_words_of_a_site_are_on_paper(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "glossary.html").write_text(site_pages.glossary_page(), encoding="utf-8")
    (tmp_path / site_pages.STYLESHEET).write_bytes(
        site_pages.shared(own_atlas())[site_pages.STYLESHEET]
    )
    context = browser.new_context()
    page = context.new_page()
    page.goto((tmp_path / "glossary.html").as_uri())
    words = " ".join(printed(page)[1])
    told = page.locator(".glossary dt").all_inner_texts()
    context.close()
    assert told
    assert [term for term in told if term not in words] == []
