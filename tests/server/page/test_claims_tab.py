"""The tab of claims: filters, a claim asked on another day, verdicts in words."""

from __future__ import annotations

import re
from datetime import date

import pytest

from geo.answers.claims import Span, assess_all
from geo.answers.claims.finding import Figure
from geo.answers.words.figures import worth
from geo.atlas import FIRST_DAY, Atlas
from geo.server.page.tabs.claims import Choice, pieces, span_words
from tests.server.page.opened import html, open_tab

pytestmark = pytest.mark.slow


def claim_ids(markup: str) -> list[str]:
    return re.findall(r'id="claim-([^"]+)"', markup)


def test_the_claims_tab_shows_every_claim_by_article() -> None:
    page = open_tab("claims")
    assert len(claim_ids(html(page))) == 113
    assert html(page).count('class="tab article"') == 15
    assert "48 decided by code" in html(page)


@pytest.mark.parametrize(
    ("key", "value", "count"),
    [
        ("claims_article", "dw_2025", 14),
        ("claims_verdict", "contradicted", 5),
        ("claims_decided", "code", 48),
        ("claims_country", "UKR", 12),
    ],
)
def test_a_list_narrows_the_claims(key: str, value: str, count: int) -> None:
    page = open_tab("claims")
    page.selectbox(key=key).set_value(value).run()
    assert not page.exception
    assert len(claim_ids(html(page))) == count
    page.selectbox(key=key).set_value(None).run()
    assert len(claim_ids(html(page))) == 113


def test_lists_narrow_together_and_may_leave_nothing() -> None:
    page = open_tab("claims")
    page.selectbox(key="claims_verdict").set_value("contradicted").run()
    page.selectbox(key="claims_decided").set_value("record").run()
    few = claim_ids(html(page))
    assert 0 < len(few) < 5
    page.selectbox(key="claims_country").set_value("CAN").run()
    assert claim_ids(html(page)) == []
    assert "No statement fits this choice" in html(page)


def test_what_is_chosen_in_a_tab_stays_chosen_while_another_is_open() -> None:
    page = open_tab("claims")
    page.selectbox(key="claims_verdict").set_value("contradicted").run()
    for tab in ("events", "borders", "claims"):
        page.session_state["tab"] = tab
        page.run()
        if tab == "events":
            page.selectbox(key="events_country").set_value("POL").run()
        assert not page.exception
    assert page.selectbox(key="claims_verdict").value == "contradicted"
    assert len(claim_ids(html(page))) == 5
    page.session_state["tab"] = "events"
    page.run()
    assert page.selectbox(key="events_country").value == "POL"


def test_a_claim_can_be_asked_on_the_day_of_the_slider() -> None:
    page = open_tab("claims", date="2026-02-19")
    assert chip(html(page), "C0-01") == "Confirmed"
    page.toggle(key="claims_asked").set_value(True).run()
    assert chip(html(page), "C0-01") == "Not yet"
    assert '<span aria-hidden="true">○</span> Not yet' in html(page)
    assert re.search(r"Not yet: \d+", html(page).partition("Asked on")[0])
    assert "Confirmed on the article’s own day:" in html(page)
    assert "Asked on 19 February 2026" in html(page)
    page.slider(key="date").set_value(date(2026, 2, 20)).run()
    assert chip(html(page), "C0-01") == "Confirmed"


def chip(markup: str, claim_id: str) -> str:
    """The word of a claim's verdict."""
    (found,) = re.findall(
        rf'id="claim-{claim_id}">.*?class="verdict verdict-\w+">.*?</span> ([\w ]+)</span>',
        markup,
        re.DOTALL,
    )
    return str(found)


def test_a_verdict_is_a_word_and_not_only_a_colour(atlas: Atlas) -> None:
    found = {a.claim.claim_id: a.verdict for a in assess_all(atlas)}
    markup = "".join(pieces(atlas, Choice(), None))
    assert {
        claim_id: chip(markup, claim_id).lower().replace(" ", "_") for claim_id in found
    } == found


def test_claims_at_odds_lead_to_one_another(atlas: Atlas) -> None:
    markup = "".join(pieces(atlas, Choice(), None))
    links = set(re.findall(r'href="#claim-([^"]+)"', markup))
    assert links == {c for claim in atlas.record.claims for c in claim.conflicts_with}
    assert links <= set(claim_ids(markup))
    # One that the choice leaves out is named, but leads nowhere.
    alone = "".join(pieces(atlas, Choice(verdict="contradicted"), None))
    assert set(re.findall(r'href="#claim-([^"]+)"', alone)) <= set(claim_ids(alone))


def test_a_step_that_changes_no_verdict_sends_the_same_articles(atlas: Atlas) -> None:
    _, *before = pieces(atlas, Choice(), date(2026, 2, 21))
    _, *after = pieces(atlas, Choice(), date(2026, 2, 22))
    assert sum(a == b for a, b in zip(before, after, strict=True)) >= 3
    assert pieces(atlas, Choice(), None) == pieces(atlas, Choice(), None)


@pytest.mark.parametrize(
    ("spans", "words"),
    [
        ([Span(date(2026, 2, 20), None)], "from 20 Feb 2026 to 3 Mar 2026, the end of the record"),
        ([Span(date(1999, 3, 1), date(2003, 10, 31))], "from 1 Mar 1999 to 31 Oct 2003"),
        ([Span(FIRST_DAY, date(1999, 2, 28))], "up to 28 Feb 1999"),
        ([Span(FIRST_DAY, None)], "on every day of the record"),
        (
            [Span(FIRST_DAY, date(1999, 2, 28)), Span(date(2026, 1, 1), None)],
            "up to 28 Feb 1999; from 1 Jan 2026 to 3 Mar 2026, the end of the record",
        ),
    ],
)
def test_the_days_of_a_true_claim_in_words(spans: list[Span], words: str) -> None:
    assert span_words(spans, date(2026, 3, 3)) == f"True {words}."


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure("left", "2026-02-20", "date"), "20 Feb 2026"),
        (Figure("left", "not by then", ""), "not by then"),
        (Figure("border", 1344, "km"), "1,344 km"),
        (Figure("never signed", "Russia", ""), "Russia"),
    ],
)
def test_a_figure_in_words(figure: Figure, words: str) -> None:
    assert worth(figure.value, figure.unit) == words
