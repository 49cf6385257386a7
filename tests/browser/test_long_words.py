"""Words that no line has room for are broken: none makes a page wider. Tables scroll."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from geo.atlas import Atlas
from geo.basics.choices import WORLDVIEWS
from geo.web import site_pages, standalone
from tests.browser.conftest import PATIENCE_MS, VIEWPORTS, Size
from tests.own_data import own_atlas

WORD = "A" + "b" * 1999
DAY = date(2026, 2, 20)
WIDER = """width => [...document.querySelectorAll("h1, h2, h3, p, li, dd, dt, figcaption, a, b")]
    .filter((node) => !node.closest("table") && node.getBoundingClientRect().right > width + 1)
    .map((node) => node.outerHTML.slice(0, 80))"""
NOTICE = "pol-2025-withdrawal-notice"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A page of a state, and the whole atlas as one, of a record with a long word everywhere."""
    own = own_atlas()
    record = own.record
    states = {**record.states, "POL": replace(record.states["POL"], name=WORD)}
    sources = {
        name: replace(source, title=WORD, publisher=WORD) if name == "DZU1514" else source
        for name, source in record.sources.items()
    }
    events = tuple(
        replace(event, title=WORD, detail=WORD) if event.event_id == NOTICE else event
        for event in record.events
    )
    facts = tuple(
        replace(fact, summary=WORD, programme=WORD)
        if fact.fact_id == "pol-shield-length-700"
        else fact
        for fact in record.facts
    )
    claims = tuple(
        replace(claim, paraphrase=WORD, reason=WORD) if claim.claim_id == "C0-01" else claim
        for claim in record.claims
    )
    long = replace(
        record, states=states, sources=sources, events=events, facts=facts, claims=claims
    )
    atlas = Atlas(long, {worldview: own.borders(worldview) for worldview in WORLDVIEWS})
    folder = tmp_path_factory.mktemp("long")
    found = {"state": folder / "states" / "POL.html", "standalone": folder / "atlas.html"}
    found["state"].parent.mkdir()
    for name, content in site_pages.shared(atlas).items():
        (folder / name).write_bytes(content)
    found["state"].write_text(site_pages.state_page(atlas, atlas.on(DAY), "POL"), encoding="utf-8")
    # Heavier than ours, which is no reason to refuse it: a record may grow.
    found["standalone"].write_bytes(page := standalone.page(atlas))
    assert len(page) > len(standalone.page(own))
    return found


@pytest.mark.parametrize("size", ["desktop", "phone"])
@pytest.mark.parametrize("kind", ["state", "standalone"])
def test_a_word_of_two_thousand_letters_makes_no_page_wider(
    browser: Browser, pages: dict[str, Path], kind: str, size: Size
) -> None:
    context = browser.new_context(viewport=VIEWPORTS[size])
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    page.goto(f"{pages[kind].as_uri()}?country=POL&date={DAY}")
    page.locator("h2", has_text=WORD[:20]).first.wait_for()
    width = VIEWPORTS[size]["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    wider = page.evaluate(WIDER, width)
    assert wider == []
    context.close()
