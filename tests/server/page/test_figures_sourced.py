"""Every figure that leaves the atlas leads to a source that a reader can open.

What is walked: every tab, and the dossier as JSON and Markdown, of the flank
states, those they face, Ukraine and the United States; then the whole record, row by row.

One of the sources of each has a publisher, a title, a date and an address, without exception.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

import pytest

from geo.answers.claims import assess_all
from geo.answers.country.data import CountryAnswer, country_answer
from geo.answers.country.markdown import markdown
from geo.answers.data.writing import as_json
from geo.answers.permalink import Place
from geo.atlas import FACING, FLANK, Atlas
from geo.records.source_tiers import TIER_WORDS
from geo.server.page.tabs import claims as claims_tab
from geo.server.page.tabs import disagreements as disagreements_tab
from geo.server.page.tabs import events as events_tab
from geo.server.page.tabs import tabs

STATES = (*FLANK, *FACING, "UKR", "USA")
DAYS = ("1999-03-01", "2025-12-26", "2026-02-20", "2026-03-03")
CASES = [(iso_a3, day) for iso_a3 in STATES for day in DAYS]

WITHOUT_ADDRESS = {"glance_2025": "One of the five articles; its publisher gives no address."}
"""Sources a reader cannot open; nothing rests on them alone."""


UNSOURCED = ("- Declared practice", "- Next declared practice", "- The record", "| Border")
"""Lines of a dossier whose sources stand with its ground."""


@cache
def _answer(atlas: Atlas, iso_a3: str, day: str) -> CountryAnswer:
    return country_answer(atlas, atlas.on(date.fromisoformat(day)), iso_a3)


def assert_opens(atlas: Atlas, source_ids: tuple[str, ...] | list[str], what: str) -> None:
    """Sources that say who publishes them and where; one of them with a date and to be opened."""
    assert source_ids, f"{what} has no source"
    sources = [atlas.record.sources[source_id] for source_id in source_ids]
    for source in sources:
        assert source.publisher, what
        assert source.title, what
        assert source.tier in TIER_WORDS, what
        assert source.url.startswith(("https://", "http://")) or source.source_id in WITHOUT_ADDRESS
    assert any(source.url and source.date for source in sources), f"{what} leads to no dated page"


# The record, row by row


def test_every_row_of_the_record_leads_to_a_source(atlas: Atlas) -> None:
    record = atlas.record
    for state in record.states.values():
        assert_opens(atlas, state.source_ids, state.iso_a3)
    for event in record.events:
        assert_opens(atlas, event.source_ids, event.event_id)
    for length in record.lengths:
        assert_opens(atlas, length.source_ids, length.length_id)
    for fact in record.facts:
        assert_opens(atlas, fact.source_ids, fact.fact_id)
    for topic in record.disagreements:
        for version in topic.versions:
            assert_opens(atlas, version.source_ids, f"{topic.topic_id}: {version.version}")


@pytest.mark.parametrize("day", [None, *DAYS])
def test_every_claim_and_every_figure_behind_it_leads_to_a_source(
    atlas: Atlas, day: str | None
) -> None:
    found = assess_all(atlas, date.fromisoformat(day) if day else None)
    assert len(found) == 113
    assert len({each.claim.article_id for each in found}) == 15
    by_code = [each for each in found if each.decided_by == "code"]
    assert len(by_code) == 48
    assert all(each.figures for each in by_code)
    for each in found:
        assert_opens(atlas, each.claim.source_ids, each.claim.claim_id)
        for figure in each.figures:
            assert_opens(atlas, figure.source_ids, f"{each.claim.claim_id}: {figure.label}")


def test_only_an_article_is_without_its_address(atlas: Atlas) -> None:
    without = {s.source_id for s in atlas.record.sources.values() if not s.url}
    assert without == set(WITHOUT_ADDRESS)
    assert without <= {claim.article_id for claim in atlas.record.claims}


@pytest.mark.parametrize(("iso_a3", "day"), CASES)
def test_every_length_of_a_day_that_a_source_gives_names_it(
    atlas: Atlas, iso_a3: str, day: str
) -> None:
    for border in atlas.on(date.fromisoformat(day)).borders_of(iso_a3):
        if border.leading_km is not None or border.published_min_km is not None:
            what = f"{border.iso_a3}-{border.neighbour_iso_a3}"
            assert_opens(atlas, border.length_source_ids, what)


# What is shown


def test_every_claim_on_the_tab_names_its_sources(atlas: Atlas) -> None:
    for day in (None, date(2026, 3, 1)):
        _, *articles = claims_tab.pieces(atlas, claims_tab.Choice(), day)
        assert len(articles) == 15
        shown = re.findall(r'<article class="claim".*?</article>', "".join(articles), re.DOTALL)
        assert len(shown) == 113
        assert [claim for claim in shown if 'class="tier' not in claim] == []
        rows = re.findall(r"<tr><th scope=\"row\">.*?</tr>", "".join(articles), re.DOTALL)
        assert len(rows) > 100
        assert [row for row in rows if 'class="tier' not in row] == []


def test_every_version_and_every_event_on_its_tab_names_its_sources(atlas: Atlas) -> None:
    html = disagreements_tab.topics_html(atlas, "")
    versions = re.findall(r'<li class="version.*?</ul></li>', html, re.DOTALL)
    assert len(versions) == sum(len(t.versions) for t in atlas.record.disagreements)
    assert [version for version in versions if 'class="tier' not in version] == []
    for event in atlas.record.events:
        # The date, in one line by the sheet's rule for what stands before a tier.
        assert '</span> <span class="tier' in events_tab.row_html(atlas, event.event_id, "past")


def test_every_length_on_its_tab_names_its_source(atlas: Atlas) -> None:
    html = tabs.part_html(atlas, Place(), "lengths")
    rows = [r for r in re.findall(r"<tr.*?</tr>", html, re.DOTALL) if 'class="num">' in r]
    given = [row for row in rows if "<td" in row and "computed" not in row]
    assert len(given) > 30
    assert [row for row in given if 'class="tier' not in row] == []


# What is taken away


def figures_of(answer: Any, path: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every object of an answer that names its sources."""
    if isinstance(answer, dict):
        if "source_ids" in answer:
            yield path, answer
        for key, value in answer.items():
            yield from figures_of(value, f"{path}/{key}")
    elif isinstance(answer, list):
        for place, value in enumerate(answer):
            yield from figures_of(value, f"{path}/{place}")


@pytest.mark.parametrize(("iso_a3", "day"), CASES)
def test_every_figure_of_the_dossier_as_json_has_its_sources(
    atlas: Atlas, iso_a3: str, day: str
) -> None:
    answer = json.loads(as_json(_answer(atlas, iso_a3, day)))
    assert_opens(atlas, answer["legal_basis_source_ids"], "the legal basis")
    written_out = {source["source_id"]: source for source in answer["sources"]}
    walked = 0
    for path, each in figures_of(answer):
        cited = [written_out[source_id] for source_id in each["source_ids"]]
        if "leading_km" in each and each["published_min_km"] is None:
            continue  # a border of which the record has only the computed length
        assert cited, path
        assert_opens(atlas, [s["source_id"] for s in cited], each.get("claim_id", path))
        assert any(s["date"] and s["url"] for s in cited), path
        walked += 1
    assert walked > 5


@pytest.mark.parametrize(("iso_a3", "day"), CASES)
def test_every_statement_of_the_dossier_as_markdown_has_a_source_with_its_tier(
    atlas: Atlas, iso_a3: str, day: str
) -> None:
    text = markdown(_answer(atlas, iso_a3, day), atlas.record)
    tiers = "|".join(TIER_WORDS.values())
    statements = [
        line
        for line in text.splitlines()
        if line.lstrip().startswith(("- ", "| "))
        and not line.startswith(("- Last change", "- Next change", *UNSOURCED))
    ]
    assert statements
    for line in statements:
        if not re.search(rf"\((?:{tiers})\)", line):
            assert re.match(r"\| .* \| – \| – \| [\d,]+ \| – \|$", line), line
