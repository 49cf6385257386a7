"""The articles' statements: each row is sound, and each computed verdict follows from the acts."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from geo.answers import claims
from geo.answers.claims import assess_all
from geo.answers.claims.finding import Figure, Finding
from geo.answers.claims.predicates import PREDICATES
from geo.answers.words.said import retold
from geo.atlas import Atlas
from geo.records.rows import Claim
from tests.answers.own_claims import BY_CODE, ROWS
from tests.every import every
from tests.own_data import own_atlas
from tests.pseudo import PSEUDO

ARTICLES = {
    "minsk_dialogue_2026": "2026-02-20",
    "glance_2025": "2025",
    "takeaways_2025": "2025-03",
    "tomorrows_affairs_2026": "2026-02-22",
    "dw_2025": "2025-03-21",
    # statements about groups of states, one of each
    "factsheet_2000": "2000-11-29",
    "aca_20101123": "2010-11-23",
    "isu_20120701": "2012-07-01",
    "afp_20121203": "2012-12-03",
    "SLG2012": "2012-12-29",
    "eu_geneva_20130603": "2013-06-03",
    "insider_20230404": "2023-04-04",
    "telegraph_20250624": "2025-06-24",
    "dw_20250629": "2025-06-29",
    "caliber_20260116": "2026-01-16",
}


def without(atlas: Atlas, *dropped: tuple[str, str]) -> Atlas:
    """The same atlas without the events of these (state, kind) pairs."""
    events = tuple(
        e
        for e in atlas.record.events
        if not any(state in e.iso_a3 and e.kind == kind for state, kind in dropped)
    )
    assert len(events) < len(atlas.record.events)
    return Atlas(replace(atlas.record, events=events), {"un": atlas.borders()})


# Every row


def test_every_article_is_retold() -> None:
    assert len(ROWS) == 113
    assert {row["article_id"]: row["article_date"] for row in ROWS} == ARTICLES


def test_every_row_is_sound(atlas: Atlas) -> None:
    record = atlas.record
    verdicts = ("confirmed", "partly", "contradicted", "unverifiable", "not_known")
    against = {row["claim_id"]: row["conflicts_with"].split(";") for row in ROWS}

    def holds(row: dict[str, str]) -> None:
        cited = row["source_ids"].split(";")
        assert all(source in record.sources for source in cited)
        assert row["article_id"] in record.sources
        assert all(s in record.states for s in filter(None, row["subject_iso_a3"].split(";")))
        assert row["verdict"] in verdicts
        assert row["paraphrase"].endswith(".")
        assert row["reason"].endswith(".")
        if row["source_ids"] == row["article_id"]:
            assert row["verdict"] == "unverifiable", "it rests on its own article alone"
        for other in filter(None, row["conflicts_with"].split(";")):
            assert row["claim_id"] in against[other], "a contradiction is mutual"

    every(((row["claim_id"], row) for row in ROWS), holds)


def test_predicates_and_arguments_can_be_read(atlas: Atlas) -> None:
    assert claims.check_claims(atlas.record.claims, atlas.record) == []


def test_no_predicate_is_left_without_a_claim() -> None:
    assert {name for row in ROWS for name in row["predicate"].split("|") if name} == set(PREDICATES)


def test_every_computed_verdict_is_the_recorded_one(atlas: Atlas, by_id: dict[str, Claim]) -> None:
    def holds(claim: Claim) -> None:
        assessment = claims.assess(claim, atlas)
        assert assessment.verdict == claim.verdict, assessment.figures
        assert assessment.figures
        assert all(s in atlas.record.sources for f in assessment.figures for s in f.source_ids)

    every(((claim_id, by_id[claim_id]) for claim_id in BY_CODE), holds)


def test_verdicts_are_checked_as_a_whole(atlas: Atlas) -> None:
    assert len(BY_CODE) == 48
    assert claims.check_verdicts(atlas) == []


def test_not_yet_is_no_verdict_of_an_articles_own_day(atlas: Atlas) -> None:
    assert claims.NOT_YET not in {found.verdict for found in claims.assess_all(atlas)}


def test_claim_decided_by_the_record_keeps_its_verdict(
    atlas: Atlas, by_id: dict[str, Claim]
) -> None:
    assessment = claims.assess(by_id["C2-09"], atlas)
    assert (assessment.verdict, assessment.decided_by) == ("contradicted", "record")
    assert assessment.figures == ()


# The verdict follows from the acts: take an act away and it changes


@pytest.mark.parametrize(
    ("claim_id", "dropped", "verdict"),
    [
        ("C0-01", [("POL", "withdrawal_notice")], "contradicted"),
        ("C3-03", [("LVA", "withdrawal_notice")], "partly"),
        ("C0-03", [("UKR", "suspension_notice")], "contradicted"),
        ("C0-16", [("UKR", "armed_conflict_begins")], "partly"),
        ("C3-06", [("FIN", "accession"), ("FIN", "withdrawal_notice")], "partly"),
        ("C3-19", [("FIN", "withdrawal_notice"), ("FIN", "production_plan")], "partly"),
        (
            "C2-05",
            [
                *((s, "ratification") for s in ("LTU", "POL")),
                *((s, "accession") for s in ("EST", "LVA")),
                *((s, "withdrawal_notice") for s in ("EST", "LTU", "LVA", "POL")),
            ],
            "contradicted",
        ),
    ],
)
def test_verdict_depends_on_the_acts(
    claim_id: str,
    dropped: list[tuple[str, str]],
    verdict: str,
    atlas: Atlas,
    by_id: dict[str, Claim],
) -> None:
    assert claims.assess(by_id[claim_id], without(atlas, *dropped)).verdict == verdict


def test_verdict_depends_on_who_was_a_member(atlas: Atlas, by_id: dict[str, Claim]) -> None:
    groups = tuple(m for m in atlas.record.groups if (m.group_id, m.iso_a3) != ("eu", "POL"))
    other = Atlas(replace(atlas.record, groups=groups), {"un": atlas.borders()})
    assert claims.assess(by_id["C5-05"], other).verdict == "confirmed"
    assert claims.assess(by_id["C5-03"], other).verdict == "partly"


# How parts make a verdict


@pytest.mark.parametrize(
    ("parts", "verdict"),
    [
        ([Finding(True), Finding(True)], "confirmed"),
        ([Finding(True), Finding(False)], "partly"),
        ([Finding(False), Finding(False, partly=True)], "partly"),
        ([Finding(False), Finding(False)], "contradicted"),
    ],
)
def test_verdict_of_several_parts(parts: list[Finding], verdict: str) -> None:
    assert claims.verdict(parts) == verdict


def test_what_was_looked_at_for_a_verdict_is_told_in_the_readers_language() -> None:
    def holds(figure: Figure) -> None:
        told = [retold(figure.label, PSEUDO)]
        if isinstance(figure.value, str) and figure.unit != "date":
            told.append(retold(figure.value, PSEUDO))
        for text in told:
            assert not re.search(r"[A-Za-z]{2,}", text), text

    days = (None, date(2026, 2, 20))
    rows = (
        (f"{found.claim.claim_id} {day}: {figure.label}", figure)
        for day in days
        for found in assess_all(own_atlas(), day)
        for figure in found.figures
    )
    every(rows, holds)
