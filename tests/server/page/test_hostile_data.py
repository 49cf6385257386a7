"""Data is hostile on its way to a screen: it stays text, wherever the page shows it."""

from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pytest

from geo.answers import through
from geo.answers.permalink import Place
from geo.answers.words import headline
from geo.atlas import Atlas
from geo.basics.choices import WORLDVIEWS
from geo.records.source_tiers import web_address
from geo.server.page.tabs import claims as claims_tab
from geo.server.page.tabs import disagreements as disagreements_tab
from geo.server.page.tabs import events as events_tab
from geo.server.page.tabs import tabs
from geo.web.templating import render
from tests.server.page.opened import Markup

pytestmark = pytest.mark.slow

HOSTILE = "<img src=x onerror=alert(1)> ${1+1} {{ 7*7 }} <script>alert(2)</script> \"'>&amp;"


def _hostile(row: Any, *names: str) -> Any:
    return replace(row, **dict.fromkeys(names, HOSTILE))


@pytest.fixture(scope="module")
def hostile(atlas: Atlas) -> Atlas:
    """The atlas with markup and script in every text that reaches the page."""
    record = atlas.record
    spoilt = replace(
        record,
        states={
            iso_a3: replace(state, name=f"{state.name} {HOSTILE}")
            for iso_a3, state in record.states.items()
        },
        events=tuple(_hostile(event, "title", "detail") for event in record.events),
        lengths=tuple(
            _hostile(row, "leading_reason", "section" if not row.leading else "note")
            for row in record.lengths
        ),
        facts=tuple(_hostile(fact, "summary", "programme", "value") for fact in record.facts),
        claims=tuple(_hostile(claim, "paraphrase", "reason") for claim in record.claims),
        disagreements=tuple(
            replace(
                _hostile(topic, "question", "reason", "note"),
                versions=tuple(_hostile(version, "version") for version in topic.versions),
            )
            for topic in record.disagreements
        ),
        sources={
            source_id: replace(_hostile(source, "publisher", "title"), url="javascript:alert(3)")
            for source_id, source in record.sources.items()
        },
    )
    return Atlas(spoilt, {w: atlas.borders(w) for w in WORLDVIEWS})


def assert_harmless(markup: str) -> None:
    parsed = Markup(markup)
    assert not {"img", "script", "iframe", "object", "style"} & parsed.elements
    assert not [name for name in parsed.attributes if name.startswith("on")]
    away = [address for address in parsed.addresses if not address.startswith("#")]
    assert all(urlsplit(address).scheme in ("http", "https") for address in away)
    assert HOSTILE in parsed.text


@pytest.mark.parametrize("part", ["coverage", "lengths", "sources"])
def test_hostile_text_is_text_in_the_tabs(hostile: Atlas, part: str) -> None:
    assert_harmless(tabs.part_html(hostile, Place(), part))


def test_hostile_text_is_text_in_claims_disagreements_and_events(hostile: Atlas) -> None:
    assert_harmless("".join(claims_tab.pieces(hostile, claims_tab.Choice(), None)))
    assert_harmless(disagreements_tab.topics_html(hostile, ""))
    for event in hostile.record.events[:50]:
        assert_harmless(events_tab.row_html(hostile, event.event_id, "future"))


def test_hostile_text_is_text_in_the_headline_and_the_complaints(hostile: Atlas) -> None:
    view = hostile.on(date(2026, 2, 20))
    sentence, line = headline.headline(view), through.line(hostile, view, Place())
    told = render("headline.html", sentence=sentence, line=line, view=view, place=Place())
    assert_harmless(told)
    assert_harmless(render("complaints.html", lines=[HOSTILE]))


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://treaties.un.org/x", "https://treaties.un.org/x"),
        ("http://example.org", "http://example.org"),
        ("javascript:alert(1)", ""),
        ("JavaScript:alert(1)", ""),
        ("data:text/html,<script>", ""),
        ("//example.org/x", ""),
        ("https:", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_become_links(url: str, shown: str) -> None:
    assert web_address(url) == shown
