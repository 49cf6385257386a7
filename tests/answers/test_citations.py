"""A source is cited in one form on every surface, and read back whole by programs that cite."""

from __future__ import annotations

import re
from dataclasses import asdict, replace
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from geo.answers.country.dossier import dossier
from geo.answers.data.notes import written_out
from geo.answers.files import catalogue, citations
from geo.answers.words.citing import published
from geo.answers.words.tongue import tongue
from geo.atlas import Atlas, View
from geo.basics.choices import LANGUAGES
from geo.cli import main
from geo.records import source_tiers
from geo.records.source_tiers import NOT_OPENED, citation, in_one_line
from geo.server import api
from tests.answers.cited_sources import DAY, PAGE, ids

# --- the one form ------------------------------------------------------------------------------


def test_a_citation_names_what_who_when_where_and_when_it_was_read() -> None:
    assert in_one_line(citation(PAGE, long=True)) == (
        "A Ministry. A title. 3 February 2026. https://example.org/page"
        " (read 1 March 2026; copy: https://archive.example.org/page)."
    )


def test_what_is_not_known_is_said_or_left_out() -> None:
    undated = replace(PAGE, date=None, accessed=None, archived_url="")
    assert in_one_line(citation(undated)) == (
        "A Ministry. A title. Undated. https://example.org/page (not opened)."
    )
    assert in_one_line(citation(replace(undated, url=""))) == "A Ministry. A title. Undated."


def test_by_whom_a_source_is_cited_or_kept_is_said_in_the_readers_language(atlas: Atlas) -> None:
    called = {source.publisher for source in atlas.record.sources.values()}
    assert {name: published(name) for name in called} == {name: name for name in called}
    ours = re.compile(r"\b(?:via|citing|quoting|relay|relaying|copy|mirror|reposted|not stated)\b")
    left = [
        (language, name)
        for language in sorted({*LANGUAGES} - {"en", "nb"})  # "via" is Norwegian, too
        for name in sorted(called)
        if ours.search(published(name, tongue(language)))
    ]
    assert not left
    assert published("Reuters via The Star (Malaysia)", tongue("fi")) == (
        "Reuters, välittänyt The Star (Malaysia)"
    )
    assert published("Wikipedia (Polish), copy at cydlabs.com", tongue("pl")) == (
        "Wikipedia (polska), kopia: cydlabs.com"
    )


def test_no_other_scheme_becomes_an_address() -> None:
    told = citation(replace(PAGE, url="javascript:alert(1)", archived_url="data:text/html,x"))
    assert (told.url, told.archived, told.read) == ("", "", "")


def test_an_answer_writes_a_source_out_whole(atlas: Atlas) -> None:
    sources = atlas.record.sources
    for answer in written_out(atlas, sources):
        told = {name: "" if value is None else value for name, value in answer.items()}
        source = sources[answer["source_id"]]
        assert told == {name: str(value or "") for name, value in asdict(source).items()} | {
            "date": str(source.date or ""),
            "accessed": str(source.accessed or ""),
        }


def test_every_source_was_read_or_says_that_it_was_not(atlas: Atlas) -> None:
    for source in atlas.record.sources.values():
        read = citation(source).read
        assert read or not source.url
        assert (read == NOT_OPENED) == ("not opened" in source.note.lower())


def test_a_country_rests_on_what_its_dossier_lists_and_the_flank(atlas: Atlas, view: View) -> None:
    flank = {s for border in view.borders if border.flank for s in border.length_source_ids}
    found = ids(atlas, view, "POL")
    assert set(found) == {*dossier(atlas, "POL", view).source_ids, *flank}
    assert len(found) == len(set(found))


def test_without_a_country_every_status_is_accounted_for(atlas: Atlas, view: View) -> None:
    assert set(ids(atlas, view)) >= {s for x in view.states.values() for s in x.source_ids}


def test_the_weightiest_come_first(atlas: Atlas, view: View) -> None:
    order = list(source_tiers.TIER_WORDS)
    tiers = [order.index(s.tier) for s in citations.resting_on(atlas, view, "POL")]
    assert tiers == sorted(tiers)
    assert ids(atlas, view, "POL")[0] == "UNTC2026"


# --- where they are taken from -----------------------------------------------------------------


def test_a_file_of_a_country_is_named_after_it(atlas: Atlas, view: View) -> None:
    chosen = catalogue.find("sources", "bib")
    assert chosen.file(atlas, view, "POL").name == "ottawa-atlas-sources-2026-02-20-POL.bib"
    table = catalogue.find("countries", "csv")
    assert table.file(atlas, view, "POL") == table.file(atlas, view)


def test_the_command_line_takes_a_country_for_sources_alone(
    one_atlas: None, atlas: Atlas, view: View, tmp_path: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["export", "--date", DAY.isoformat(), "--country", "pol", "--out", str(tmp_path)]
    assert main.main([*asked, "--what", "sources"]) == main.OK
    written = tmp_path / "ottawa-atlas-sources-2026-02-20-POL.bib"
    assert written.read_bytes() == citations.bibtex(atlas, view, "POL")
    assert main.main([*asked, "--what", "borders"]) == main.NONSENSE
    assert "expected --what sources" in capsys.readouterr().err


@pytest.mark.slow
def test_the_api_takes_a_country_for_sources_alone(atlas: Atlas, view: View) -> None:
    with TestClient(Starlette(routes=api.ROUTES)) as client:
        asked = f"date={DAY}&country=POL"
        answer = client.get(f"/api/v1/exports/sources.json?{asked}")
        assert answer.content == citations.csl_json(atlas, view, "POL")
        assert client.get(f"/api/v1/exports/borders.json?{asked}").status_code == 422
        assert client.get("/api/v1/exports/sources.bib?country=XXX").status_code == 422
