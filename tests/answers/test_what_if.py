"""Acts that are supposed: computed by the same law, marked everywhere, refused with the reason."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, timedelta

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter
from starlette.testclient import TestClient

from geo import treaty
from geo.answers import supposing
from geo.answers.country.data import country_answer
from geo.answers.country.markdown import markdown
from geo.answers.data.status import StatusAnswer, status_answer, status_table
from geo.answers.files import catalogue
from geo.answers.words.headline import with_article
from geo.answers.words.refusals import refusal
from geo.answers.words.what_if import MARK
from geo.atlas.supposed import parse
from geo.atlas.what_if import UnlawfulError, suppose
from geo.cli import main
from geo.pictures import captions, draw
from geo.pictures.paper.state_sheet import state_sheet
from geo.records.acts import acts_of
from geo.treaty import Act, ActKind
from tests.own_data import own_atlas

ATLAS = own_atlas()
ACTS = acts_of(ATLAS.record)
NORWAY = "NOR:withdrawal_notice:2026-12-01"
LEAVES = date(2027, 6, 1)


def named(iso_a3: str) -> str:
    return with_article(ATLAS.record.states[iso_a3].name)


@given(
    st.sampled_from(["NOR", "LTU", "POL", "USA", "UKR", "LBN"]),
    st.sampled_from([ActKind.WITHDRAWAL_NOTICE, ActKind.ACCESSION, ActKind.ARMED_CONFLICT_BEGINS]),
    st.dates(date(2025, 1, 1), date(2030, 1, 1)),
    st.integers(0, 900),
)
@settings(max_examples=25)
def test_what_is_supposed_is_decided_by_the_law_as_if_it_were_on_record(
    iso_a3: str, kind: ActKind, day: date, later: int
) -> None:
    acts = [*ACTS[iso_a3], Act(day, kind)]
    supposed = parse(f"{iso_a3}:{kind}:{day}")
    if treaty.faults(acts, ATLAS.fortieth):
        with pytest.raises(UnlawfulError) as caught:
            suppose(ATLAS, supposed)
        assert ATLAS.record.states[iso_a3].name in refusal(
            caught.value, named(caught.value.act.iso_a3)
        )
        return
    on = day + timedelta(days=later)
    there = suppose(ATLAS, supposed).on(on)
    expected = treaty.history(acts, ATLAS.fortieth).statuses_on(on)
    assert there.states[iso_a3].statuses == expected
    others = {code: state.statuses for code, state in there.states.items() if code != iso_a3}
    assert others == {code: ATLAS.on(on).states[code].statuses for code in others}


def test_every_answer_and_file_says_that_it_is_supposed(client: TestClient) -> None:
    asked = f"date={LEAVES}&what_if={NORWAY}"
    effect = "The withdrawal of Norway takes effect on 1 June 2027, six months on (Article 20(3))."
    act = {"iso_a3": "NOR", "kind": "withdrawal_notice", "date": "2026-12-01", "effect": effect}
    paths = ["status", "borders", "lenses/baltic-arctic", "countries/NOR", "exports/countries.json"]
    for path in paths:
        answer = client.get(f"/api/v1/{path}?{asked}").json()
        assert (answer["hypothetical"], answer["what_if"]) == (True, [act]), path
    status = client.get(f"/api/v1/status?{asked}").json()
    TypeAdapter(StatusAnswer).validate_python(status, strict=False)
    begins = "Supposing what is not on record, that Norway gives notice of withdrawal on"
    assert status["headline"].startswith(begins)
    assert "hypothetical" not in client.get(f"/api/v1/status?date={LEAVES}").json()
    file = client.get(f"/api/v1/exports/countries.csv?{asked}")
    assert "what-if" in file.headers["content-disposition"]
    (norway,) = [r for r in csv.DictReader(io.StringIO(file.text)) if r["iso_a3"] == "NOR"]
    assert (norway["hypothetical"], norway["what_if"]) == ("true", NORWAY)
    compared = client.get(f"/api/v1/compare?from=2026-02-20&to={LEAVES}&what_if={NORWAY}").json()
    assert compared["sentence"].startswith("Supposing what is not on record, that Norway")


@pytest.mark.slow
def test_of_several_wars_only_that_at_the_end_of_the_six_months_keeps_a_state_bound() -> None:
    held, ends, none = "2026-02-19", "bound to 18 March 2026", "No withdrawal of Poland waits"
    wars = {
        ("2025-09-01/2025-10-01", "2026-02-10/"): [none, none, "bound until it ends"],
        (f"{held}/2026-03-18", "2026-03-20/"): [ends, ends, none],
        (f"{held}/2026-02-20",): [none, none],
        ("2026-02-21/",): [none],
    }
    for spans, expected in wars.items():
        days = [span.split("/") for span in spans]
        kinds = ("armed_conflict_begins", "armed_conflict_ends")
        acts = [f"POL:{k}:{d}" for span in days for k, d in zip(kinds, span, strict=True) if d]
        told = supposing.told(supposing.supposing(own_atlas(), ",".join(acts)))
        for sentence, part in zip(told, expected, strict=True):
            assert part in sentence, spans


def test_a_picture_of_what_is_supposed_is_marked_across() -> None:
    there = suppose(ATLAS, parse(NORWAY))
    svg = draw.render(there, there.on(LEAVES), fmt="svg").decode()
    assert svg.count(MARK) >= 2  # across the page, and for those who do not see it
    assert MARK not in captions.alt_text(ATLAS.on(LEAVES))
    assert captions.filename(there.on(LEAVES)).endswith("-what-if.png")
    sheet = pdfium.PdfDocument(state_sheet(there, there.on(LEAVES), "NOR"))
    assert all(MARK in page.get_textpage().get_text_bounded() for page in sheet)


def test_what_is_on_record_is_not_exported_as_if_it_were_supposed(
    one_atlas: None, capsys: pytest.CaptureFixture[str]
) -> None:
    for what, fmt in (("record", "zip"), ("sources", "bib"), ("events", "csv")):
        words = ["export", "--what", what, "--format", fmt, "--what-if", NORWAY, "--out", "-"]
        assert main.main(words) == main.NONSENSE
        assert "holds what is on record" in capsys.readouterr().err


def test_nothing_of_it_is_left_behind(client: TestClient) -> None:
    before = status_answer(ATLAS, ATLAS.on(LEAVES))
    there = suppose(ATLAS, parse(NORWAY))
    told = country_answer(there, there.on(LEAVES), "NOR")
    assert "Supposed, on no record" in markdown(told, there.record)
    assert told["legal_basis"].startswith("Supposed, not on record: the depositary received")
    assert told["legal_basis_source_ids"] == []
    assert status_answer(ATLAS, ATLAS.on(LEAVES)) == before
    assert replace(there.record, events=ATLAS.record.events) == ATLAS.record
    columns = status_table(status_answer(there, there.on(LEAVES))).columns
    assert {"hypothetical", "what_if"} <= set(columns)
    assert catalogue.export(there, there.on(LEAVES), "countries", "xlsx").content
