"""A state on paper: two pages at most whatever the record holds, and all that one must know."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import numpy as np
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.answers.country.dossier import dossier
from geo.answers.data.credits import data_version
from geo.answers.words.citing import IN_ENGLISH
from geo.answers.words.headline import state_sentence
from geo.answers.words.legend import BOUND_BLUE
from geo.answers.words.panel import DOSSIER
from geo.answers.words.tongue import tongue
from geo.atlas import Atlas
from geo.basics.dates import PartialDate
from geo.pictures import render
from geo.pictures.paper import contents, file_name, state_sheet
from geo.pictures.paper.filling import Room, Section, fill
from geo.pictures.paper.items import Cell, Item
from tests.pictures.pdf_engines import pdfium
from tests.pseudo import NOT_WORDS, PSEUDO

pytestmark = pytest.mark.slow

DAY = date(2026, 2, 20)
BASE = "https://atlas.example/"


def text_of(pdf: bytes) -> list[str]:
    """What each page says, its lines run together."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = (page.get_textpage().get_text_range() for page in document)
        return [" ".join(page.split()) for page in pages]


def test_a_sheet_says_what_a_reader_must_know_to_use_it(atlas: Atlas) -> None:
    view = atlas.on(DAY)
    pdf = state_sheet(atlas, view, "POL", BASE)
    pages = text_of(pdf)
    assert len(pages) == 2
    words = " ".join(pages)
    assert state_sentence(view, "POL") in words
    for border in view.borders_of("POL"):
        if border.flank:
            assert f"{border.leading_km:,.0f}" in words
    for said in ("Borders", "Acts and events", "Programmes", "Sources", "more on the atlas’s page"):
        assert said in words
    for place, page in enumerate(pages, 1):
        assert f"{BASE}?date=2026-02-20&country=POL" in page
        assert data_version(atlas) in page
        assert f"page {place} of 2" in page
    assert "not a map of minefields" in pages[0]
    assert file_name(view, "POL") == "ottawa-atlas-POL-2026-02-20.pdf"
    assert state_sheet(atlas, view, "POL", BASE) == pdf


def test_a_sheet_is_light_and_shows_the_map(atlas: Atlas) -> None:
    pixels = np.asarray(pdfium(state_sheet(atlas, atlas.on(DAY), "NOR"), 900), dtype=np.int_)
    assert (pixels[:, :10] > 250).all()
    blue = [int(BOUND_BLUE[n : n + 2], 16) for n in (1, 3, 5)]
    assert (np.abs(pixels - blue).sum(axis=2) < 12).mean() > 0.05


@pytest.mark.parametrize("iso_a3", ["FJI", "RUS"])
def test_a_state_on_both_sides_of_the_date_line_and_one_too_wide_have_a_map(
    atlas: Atlas, iso_a3: str
) -> None:
    view = atlas.on(date(2026, 1, 10))
    pages = text_of(state_sheet(atlas, view, iso_a3))
    assert len(pages) <= 2
    assert state_sentence(view, iso_a3) in pages[0]
    assert f"?date=2026-01-10&country={iso_a3}" in pages[0]


def test_long_words_and_many_acts_stay_on_two_pages(atlas: Atlas) -> None:
    record = atlas.record
    first = next(event for event in record.events if event.iso_a3 == ("MLT",))
    many = tuple(
        replace(
            first,
            event_id=f"mlt-{n}",
            title="<b>W</b>" * 200,
            detail="word " * 2000,
            kind="statement",
            date=PartialDate.of(date(2010, 1, 1)),
        )
        for n in range(40)
    )
    malta = replace(record.states["MLT"], name="W" * 800)
    grown = replace(record, states={**record.states, "MLT": malta}, events=(*record.events, *many))
    pages = text_of(
        state_sheet(long := Atlas(grown, {"un": atlas.borders("un")}), long.on(DAY), "MLT")
    )
    assert 1 <= len(pages) <= 2
    assert all(data_version(long) in page for page in pages)
    assert "<b>W</b>" in " ".join(pages)


HEIGHTS = st.lists(st.integers(1, 60), max_size=12)


@settings(max_examples=60)
@given(st.lists(HEIGHTS, max_size=5), st.integers(0, 300))
def test_what_is_told_fits_with_the_sources_behind_it(told: list[list[int]], left: int) -> None:
    def item(name: str, lines: int) -> Item:
        return Item(((Cell("a " * lines, 0.0, 1.0, 10.0, most=lines),),), (name,))

    sections = [
        Section(item("", 1), tuple(item(f"{n}.{m}", lines) for m, lines in enumerate(heights)))
        for n, heights in enumerate(told)
    ]
    rooms = [Room(float(left), 800.0), Room(20.0, 800.0)]

    def end(ids: Iterable[str]) -> float:
        return 30.0 + 12.0 * len(list(ids))

    done = fill(sections, rooms, end)
    for page, at, each in done.put:
        assert rooms[page].top <= at
        assert at + each.height <= rooms[page].bottom
    lows = [(page, at + each.height) for page, at, each in done.put]
    assert lows == sorted(lows)
    needed = end(done.numbers)
    assert done.at + needed <= 800.0 or (done.page == 0 and 20.0 + needed <= 800.0)


def test_a_sheet_in_another_language_is_whole_and_says_what_stays_english(atlas: Atlas) -> None:
    view = atlas.on(DAY)
    words = DOSSIER
    for language in ("nb", "lt", "uk"):
        said = tongue(language)
        pages = text_of(state_sheet(atlas, view, "POL", BASE, said))
        assert len(pages) == 2
        told = " ".join(pages)
        assert " ".join(state_sentence(view, "POL", said).split()) in told
        for name in ("borders", "events", "programmes", "sources", "neighbour_status"):
            assert said.text(words[name]) in told, (language, name)
        assert said.text(IN_ENGLISH) in told
        assert f"&lang={language}" in pages[0]


def test_a_pdf_names_the_language_it_is_in(atlas: Atlas) -> None:
    view = atlas.on(DAY)
    assert b"/Lang (en)" in state_sheet(atlas, view, "FJI", BASE)
    assert b"/Lang (pl)" in state_sheet(atlas, view, "FJI", BASE, tongue("pl"))
    assert b"/Lang (uk)" in render(atlas, view, fmt="pdf", language="uk")


def test_the_words_around_the_record_on_a_sheet_are_in_its_language(atlas: Atlas) -> None:
    for iso_a3 in ("POL", "LTU", "UKR", "FJI"):
        found = dossier(atlas, iso_a3, atlas.on(DAY), PSEUDO)
        told = contents.sections(found, atlas.record.sources, 1000.0, PSEUDO)
        heads = [section.heading for section in told]
        rows = [*heads, *told[0].items]
        texts = [cell.words for item in rows for row in item.rows for cell in row]
        assert len(texts) > 8
        left = [said for said in texts if re.search(r"[A-Za-z]{2,}", NOT_WORDS.sub("", said))]
        assert not left, iso_a3
