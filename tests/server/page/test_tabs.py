"""The tabs as a reader uses them: each opens, the rows of the coverage, where sources disagree."""

from __future__ import annotations

import re
from datetime import date

import pytest

from geo.answers import permalink
from geo.answers.country.disagreements import disputed_countries, disputes_of
from geo.answers.country.dossier import RECENT, dossier
from geo.atlas import Atlas
from geo.basics.choices import WORLDVIEWS, Worldview
from geo.server.page.tabs import disagreements as disagreements_tab
from tests.server.page.opened import html, open_tab

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("worldview", WORLDVIEWS)
@pytest.mark.parametrize("tab", permalink.TABS)
def test_every_tab_opens_in_every_worldview(tab: str, worldview: Worldview) -> None:
    page = open_tab(tab, worldview=worldview, country="UKR")
    assert page.selectbox(key="worldview").value == worldview


# Coverage


def test_a_row_of_the_coverage_says_only_what_holds_until_the_next() -> None:
    """States join and leave between two rows: how many were bound on its first day is no part."""
    markup = html(open_tab("coverage", date="2025-08-30")).partition('<table class="coverage">')[2]
    headings = re.findall(r'<th scope="col"[^>]*>(.*?)</th>', markup)
    assert headings == ["From", "What changed", "Flank border covered by the Convention, km"]
    (now,) = re.findall(r'<tr class="now".*?</tr>', markup, re.DOTALL)
    assert 'holds on <span class="when">30 Aug 2025</span>' in now
    assert re.findall(r'class="km">([^<]*)<', now) == ["3,833"]
    first = markup.partition("</tr>")[2].partition("</tr>")[0]
    assert "1 Jan 1997" in first
    assert "not yet open for signature" not in first  # it was, well before the next row


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
    assert any(programme.rest for programme in poland.programmes)
    for programme in poland.programmes:
        told = [fact for _, facts in programme.stages for fact in facts]
        assert len(told) == min(RECENT, len(programme.facts))
        assert sorted(map(id, (*told, *programme.rest))) == sorted(map(id, programme.facts))
        for stage in {fact.stage for fact in programme.facts}:
            newest = max(f.as_of for f in programme.facts if f.stage == stage)
            assert next(f for f in told if f.stage == stage).as_of == newest
