"""The tabs as a reader uses them: filters, a claim asked on another day, a row that leads there."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo.answers import permalink
from geo.answers.claims import Span, assess_all
from geo.answers.claims.predicates import Figure
from geo.answers.country.disagreements import disputed_countries, disputes_of
from geo.answers.country.dossier import RECENT, dossier
from geo.atlas import FIRST_DAY, Atlas
from geo.basics.choices import WORLDVIEWS, Worldview
from geo.basics.dates import today
from geo.server.page import controls
from geo.server.page.tabs import claims as claims_tab
from geo.server.page.tabs import disagreements as disagreements_tab
from geo.server.page.tabs import events as events_tab
from geo.server.page.tabs.claims import Choice, pieces, span_words

pytestmark = pytest.mark.slow

SCRIPT = Path(controls.__file__).with_name("main.py")


def open_tab(tab: str, **address: str) -> AppTest:
    page = AppTest.from_file(SCRIPT, default_timeout=120)
    page.query_params = {"date": "2026-02-20", "tab": tab, **address}
    page.run()
    assert not page.exception
    return page


@pytest.mark.parametrize("worldview", WORLDVIEWS)
@pytest.mark.parametrize("tab", permalink.TABS)
def test_every_tab_opens_in_every_worldview(tab: str, worldview: Worldview) -> None:
    page = open_tab(tab, worldview=worldview, country="UKR")
    assert page.selectbox(key="worldview").value == worldview


def html(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html"))


def claim_ids(markup: str) -> list[str]:
    return re.findall(r'id="claim-([^"]+)"', markup)


# Coverage


def test_a_row_of_the_coverage_says_only_what_holds_until_the_next() -> None:
    """States join and leave between two rows: how many were bound on its first day is no part."""
    markup = html(open_tab("coverage", date="2025-08-30")).partition('<table class="coverage">')[2]
    headings = re.findall(r'<th scope="col"[^>]*>(.*?)</th>', markup)
    assert headings == ["From", "What changed", "Flank border covered by the Convention, km"]
    (now,) = re.findall(r'<tr class="now".*?</tr>', markup, re.DOTALL)
    assert "holds on 30 Aug 2025" in now
    assert re.findall(r'class="km">([^<]*)<', now) == ["3,833"]
    first = markup.partition("</tr>")[2].partition("</tr>")[0]
    assert "1 Jan 1997" in first
    assert "not yet open for signature" not in first  # it was, well before the next row


# Claims


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
    assert claims_tab.figure_words(figure) == words


# Where sources disagree


def test_every_disagreement_stands_with_its_versions_side_by_side(atlas: Atlas) -> None:
    markup = html(open_tab("disagreements"))
    for topic in atlas.record.disagreements:
        block = markup.split(f'id="topic-{topic.topic_id}"')[1].split("</article>")[0]
        assert block.count('class="version') - block.count('"version-sources"') - 1 == len(
            topic.versions
        )
        assert block.count(">leads</span>") == bool(topic.leading_ref)
        assert ("Why it leads." if topic.leading_ref else "None leads.") in block


def test_disagreements_of_a_country_only() -> None:
    page = open_tab("disagreements")
    page.selectbox(key="disagreements_country").set_value("NOR").run()
    assert re.findall(r'id="topic-([^"]+)"', html(page)) == [
        "neighbours-still-bound",
        "norway-russia-length",
    ]


@pytest.mark.parametrize(
    ("iso_a3", "topic"),
    [
        ("POL", "east-shield-length"),  # by its facts
        ("LVA", "latvia-russia-length"),  # by a border length
        ("RUS", "latvia-russia-length"),  # and from the other side of it
        ("UKR", "ukraine-suspension-date"),  # by an event
        ("BLR", "belarus-stockpile"),
    ],
)
def test_a_country_has_the_disagreements_that_turn_on_it(
    atlas: Atlas, iso_a3: str, topic: str
) -> None:
    assert topic in {each.topic_id for each in disputes_of(atlas, iso_a3)}
    assert iso_a3 in disputed_countries(atlas)
    view = atlas.on(date(2026, 2, 20))
    assert topic in {each.topic_id for each in dossier(atlas, iso_a3, view).disagreements}


def test_a_disagreement_is_not_told_before_anything_was_known_of_it(atlas: Atlas) -> None:
    known = {each.topic_id for each in disputes_of(atlas, "POL", date(2020, 1, 1))}
    assert "poland-belarus-length" in known
    assert "east-shield-length" not in known


def test_a_version_only_state_media_tell_is_marked(atlas: Atlas) -> None:
    block = disagreements_tab.topics_html(atlas, "").split('id="topic-latvia-vote"')[1]
    assert "state media only" in block.split("</article>")[0]


# Events


def test_the_newest_events_come_first_and_later_ones_are_marked(atlas: Atlas) -> None:
    page = open_tab("events", date="2026-02-19")
    rows = html(page).split('class="tab event-row')[1:]
    assert len(rows) == events_tab.PAGE_LENGTH
    marked = [row for row in rows if "after the chosen day" in row]
    later = [e for e in atlas.record.events if e.date.first > date(2026, 2, 19)]
    assert len(marked) == len(later) > 0
    (unknown,) = [row for row in rows if "day not known" in row]
    assert "Lebanon" in unknown
    assert "future" not in unknown.partition(">")[0]


def test_an_act_under_another_treaty_has_no_mark_of_the_convention(atlas: Atlas) -> None:
    exits = [e for e in atlas.record.events if e.kind == "withdrawal_effective"]
    marks = {e.treaty: set[bool]() for e in exits}
    for event in exits:
        row = events_tab.row_html(atlas, event.event_id, "past")
        marks[event.treaty].add(" legal" in row.partition(">")[0])
    assert marks == {"APMBC": {True}, "CCM": {False}}


def test_a_row_moves_the_date_there() -> None:
    page = open_tab("events")
    page.selectbox(key="events_kind").set_value("withdrawal_notice").run()
    words = [page.button(key=f"event_{place}").label for place in range(5)]
    assert words[0] == "20 Aug 2025"
    page.button(key="event_0").click().run()
    assert not page.exception
    kind = {"events_kind": "withdrawal_notice"}
    assert page.query_params == {"date": "2025-08-20", "tab": "events"} | kind
    assert "On 20 August 2025, 164 states are bound" in html(page)


@pytest.mark.parametrize(
    ("key", "value", "check"),
    [
        ("events_country", "FIN", "Finland"),
        ("events_kind", "objection", "objects to"),
        ("events_tier", "state_media", "state media"),
    ],
)
def test_a_list_narrows_the_events(key: str, value: str, check: str) -> None:
    page = open_tab("events")
    page.selectbox(key=key).set_value(value).run()
    rows = html(page).split('class="tab event-row')[1:]
    assert rows
    assert all(check in row for row in rows)


def test_the_pages_reach_every_event_once(atlas: Atlas) -> None:
    page = open_tab("events")
    page.selectbox(key="events_country").set_value("POL").run()
    seen: list[str] = []
    while True:
        seen += re.findall(r"<p><strong>(.*?)</strong>", html(page))
        if not [b for b in page.button if b.key == "events_older" and not b.disabled]:
            break
        page.button(key="events_older").click().run()
    assert len(seen) == len(atlas.events_of("POL"))
    # Another choice begins at its first page again.
    page.selectbox(key="events_country").set_value(None).run()
    assert "1 to 25 of" in html(page)


def test_an_event_whose_year_is_not_over_leads_nowhere(atlas: Atlas) -> None:
    for event in atlas.record.events:
        day = events_tab.target(event, today())
        assert day is None or day == event.date.last >= FIRST_DAY


# The dossier


def test_the_status_is_sourced_by_the_act_that_made_it(atlas: Atlas) -> None:
    poland = dossier(atlas, "POL", atlas.on(date(2026, 2, 20)))
    (notice,) = [e for e in atlas.events_of("POL") if e.kind == "withdrawal_notice"]
    assert set(poland.legal_basis_source_ids) == set(notice.source_ids)
    assert atlas.record.sources[poland.legal_basis_source_ids[0]].tier == "official"
    before = dossier(atlas, "POL", atlas.on(date(2025, 1, 1)))
    (consent,) = [e for e in atlas.events_of("POL") if e.kind == "ratification"]
    assert set(before.legal_basis_source_ids) == set(consent.source_ids)


def test_a_long_list_shows_the_most_recent_and_folds_the_rest(atlas: Atlas) -> None:
    poland = dossier(atlas, "POL", atlas.on(date(2026, 2, 20)))
    for programme in poland.programmes:
        told = [fact for _, facts in programme.stages for fact in facts]
        assert len(told) == min(RECENT, len(programme.facts))
        assert sorted(map(id, (*told, *programme.rest))) == sorted(map(id, programme.facts))
        for stage in {fact.stage for fact in programme.facts}:
            newest = max(f.as_of for f in programme.facts if f.stage == stage)
            assert next(f for f in told if f.stage == stage).as_of == newest
