"""The articles' statements: each row is sound, and each computed verdict follows from the acts."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import records
from geo.answers import claims
from geo.answers.claims.predicates import PREDICATES, Finding, World
from geo.atlas import FIRST_DAY, Atlas
from geo.records.rows import Claim
from tests.every import every

CLAIMS_CSV = Path(__file__).parents[2] / "data" / "claims.csv"
ROWS = list(csv.DictReader(CLAIMS_CSV.read_text(encoding="utf-8").splitlines()))
BY_CODE = [row["claim_id"] for row in ROWS if row["decided_by"] == "code"]
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


@pytest.fixture(scope="session")
def by_id(atlas: Atlas) -> dict[str, Claim]:
    return {claim.claim_id: claim for claim in atlas.record.claims}


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


# On other days


@pytest.mark.parametrize(
    ("day", "bound"),
    [
        (date(1999, 2, 28), []),
        (date(1999, 3, 1), ["NOR"]),
        (date(2012, 1, 1), ["BLR", "EST", "LTU", "LVA", "NOR", "UKR"]),
        (date(2013, 6, 1), ["BLR", "EST", "FIN", "LTU", "LVA", "NOR", "POL", "UKR"]),
        (date(2026, 2, 19), ["BLR", "NOR", "POL", "UKR"]),
        (date(2026, 2, 20), ["BLR", "NOR", "UKR"]),
    ],
)
def test_bound_neighbours_of_russia_and_belarus(day: date, bound: list[str], atlas: Atlas) -> None:
    find = PREDICATES["only_bound_on"]
    assert find(World(atlas, day), lens="russia-belarus", expected=tuple(bound)).holds
    assert not find(World(atlas, day), lens="russia-belarus", expected=(*bound, "KAZ")).holds


def test_observance_is_told_apart_from_law(atlas: Atlas) -> None:
    found = PREDICATES["only_bound_on"](
        World(atlas, date(2026, 2, 22)), lens="russia-belarus", expected=("BLR", "NOR")
    )
    assert (found.holds, found.partly) == (False, True)


def test_length_of_a_border_stands_among_the_figures(atlas: Atlas, by_id: dict[str, Claim]) -> None:
    (figure,) = claims.assess(by_id["C4-11"], atlas).figures
    assert figure.unit == "km"
    assert isinstance(figure.value, int)
    assert 1200 < figure.value < 1400
    assert figure.source_ids


def test_state_without_the_border_does_not_pass(atlas: Atlas) -> None:
    found = PREDICATES["borders_on"](
        World(atlas, date(2026, 1, 1)), lens="russia-belarus", states=("FIN", "SWE")
    )
    assert (found.holds, found.partly) == (False, True)


def test_partial_date_is_tested_on_its_last_day(atlas: Atlas, by_id: dict[str, Claim]) -> None:
    assert claims.assess(by_id["C1-01"], atlas).on == date(2025, 12, 31)
    assert claims.assess(by_id["C2-01"], atlas).on == date(2025, 3, 31)


@pytest.mark.parametrize(
    ("claim_id", "day", "verdict"),
    [
        ("C1-01", date(2025, 6, 30), "contradicted"),
        ("C1-01", date(2025, 12, 27), "partly"),
        ("C1-01", date(2026, 2, 19), "partly"),
        ("C1-01", date(2026, 2, 20), "confirmed"),
        ("C3-17", date(1998, 6, 1), "not_yet"),
        ("C3-17", date(1999, 2, 28), "not_yet"),
        ("C3-17", date(1999, 3, 1), "confirmed"),
        ("C0-01", date(2026, 2, 19), "not_yet"),
        ("C3-03", date(2025, 12, 26), "not_yet"),
        ("C3-03", date(2025, 12, 27), "confirmed"),
        ("C3-04", date(2026, 1, 9), "not_yet"),
        # Part of it has come: the notice of August, with the exit of February ahead.
        ("C3-05", date(2025, 8, 19), "not_yet"),
        ("C3-05", date(2025, 8, 20), "partly"),
        # The year it names has passed, or it names none.
        ("C2-06", date(1998, 1, 1), "contradicted"),
        ("C0-02", date(2026, 2, 19), "contradicted"),
        ("C4-03", date(2010, 1, 1), "contradicted"),
        ("C4-09", date(2025, 3, 21), "partly"),
        ("C4-09", date(2026, 2, 20), "confirmed"),
        # A group has the members of the day, and a line the borders.
        ("C5-05", date(2013, 5, 31), "contradicted"),
        ("C5-05", date(2013, 6, 1), "confirmed"),
        ("C5-05", date(2025, 12, 27), "contradicted"),
        ("C5-07", date(2023, 4, 2), "not_yet"),
        ("C5-07", date(2023, 4, 3), "partly"),
        ("C5-08", date(2023, 4, 3), "contradicted"),
        ("C5-09", date(2025, 6, 1), "partly"),
        ("C5-10", date(2025, 8, 19), "not_yet"),
    ],
)
def test_claim_on_another_day(
    claim_id: str, day: date, verdict: str, atlas: Atlas, by_id: dict[str, Claim]
) -> None:
    assert claims.assess(by_id[claim_id], atlas, day).verdict == verdict


@pytest.mark.parametrize(
    ("claim_id", "spans"),
    [
        ("C0-01", [claims.Span(date(2026, 2, 20), None)]),
        ("C1-01", [claims.Span(date(2026, 2, 20), None)]),
        ("C3-02", [claims.Span(date(1999, 3, 1), date(2003, 10, 31))]),
        ("C2-06", []),
        ("C3-04", [claims.Span(date(2026, 1, 10), None)]),
        ("C1-08", [claims.Span(FIRST_DAY, None)]),
        ("C3-17", [claims.Span(date(1999, 3, 1), None)]),
        ("C1-03", []),
        ("C5-04", [claims.Span(date(2012, 7, 1), date(2025, 12, 26))]),
        ("C5-05", [claims.Span(date(2013, 6, 1), date(2025, 12, 26))]),
    ],
)
def test_days_on_which_a_claim_is_true(
    claim_id: str, spans: list[claims.Span], atlas: Atlas, by_id: dict[str, Claim]
) -> None:
    assert list(claims.spans(by_id[claim_id], atlas)) == spans


@given(data=st.data())
def test_spans_agree_with_asking_on_any_day(
    data: st.DataObject, atlas: Atlas, by_id: dict[str, Claim]
) -> None:
    claim = by_id[data.draw(st.sampled_from(BY_CODE))]
    day = data.draw(st.dates(FIRST_DAY, atlas.verified_to))
    if any(not part.lasts(atlas) for part in claims.parts_of(claim)):
        spans = claims.spans(claim, atlas)
        inside = any(s.first <= day and (s.last is None or day <= s.last) for s in spans)
        assert inside == (claims.assess(claim, atlas, day).verdict == "confirmed")


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


# Bad data


@pytest.mark.parametrize(
    ("predicate", "arguments", "column", "value"),
    [
        ("has_left", "states=POL", "predicate", "has_left"),
        ("withdrew_on", "states=POL", "arguments", "states=POL"),
        ("withdrew_on", "states=POL;day=20 Feb 2026", "arguments", "day=20 Feb 2026"),
        ("withdrew_on", "states=Poland;day=2026-02-20", "arguments", "states=Poland"),
        ("have_withdrawn", "states=POL,EST", "arguments", "states=POL,EST"),
        ("have_withdrawn", "states=POL QQQ", "arguments", "QQQ"),
        ("have_withdrawn", "states=POL;states=EST", "arguments", "states=EST"),
        ("have_withdrawn", "states=POL;since=2026", "arguments", "since=2026"),
        ("signatories_above", "count=many", "arguments", "count=many"),
        ("in_force_since_year", "year=99", "arguments", "year=99"),
        ("never_signed|signatories_above", "states=USA", "arguments", "states=USA"),
        ("never_joined", "states=", "arguments", "states="),
        ("members_not_bound", "group=mars", "arguments", "mars"),
        ("members_not_bound", "group=EU", "arguments", "group=EU"),
        ("borders_on", "lens=mars;states=FIN", "arguments", "mars"),
        ("", "", "predicate", ""),
    ],
)
def test_unreadable_predicate_is_named(
    predicate: str, arguments: str, column: str, value: str, atlas: Atlas, by_id: dict[str, Claim]
) -> None:
    bad = replace(by_id["C0-01"], predicate=predicate, arguments=arguments)
    problems = claims.check_claims([bad], atlas.record)
    (problem,) = problems
    assert (problem.file, problem.line) == ("claims.csv", bad.line)
    assert (problem.column, problem.value) == (column, value)
    with pytest.raises(claims.ClaimError, match="C0-01"):
        claims.assess(bad, atlas)


def test_every_fault_is_reported_at_once(atlas: Atlas, by_id: dict[str, Claim]) -> None:
    bad = [
        replace(by_id["C0-01"], predicate="nonsense|withdrew_on", arguments="|states=POL;day=soon"),
        replace(by_id["C2-09"], predicate="never_joined"),
    ]
    problems = claims.check_claims(bad, atlas.record)
    assert [(problem.line, problem.column) for problem in problems] == [
        (bad[0].line, "predicate"),
        (bad[0].line, "arguments"),
        (bad[1].line, "predicate"),
    ]
    assert bad[0].line < bad[1].line
    assert "C0-01" in problems[0].advice


def test_wrong_verdict_in_the_record_is_found(atlas: Atlas) -> None:
    changed = tuple(
        replace(claim, verdict="confirmed") if claim.claim_id == "C0-02" else claim
        for claim in atlas.record.claims
    )
    other = Atlas(replace(atlas.record, claims=changed), {"un": atlas.borders()})
    (problem,) = claims.check_verdicts(other)
    rows = (records.DATA_DIR / "claims.csv").read_text("utf-8").splitlines()
    assert rows[problem.line - 1].startswith("C0-02,")
    assert (problem.column, problem.value) == ("verdict", "confirmed")
    assert "contradicted" in problem.expected


def test_day_after_the_last_of_a_span_is_false(atlas: Atlas, by_id: dict[str, Claim]) -> None:
    # 35 states outside was true for a while only.
    outside = replace(by_id["C3-13"], predicate="states_outside", arguments="count=35")
    (span,) = claims.spans(outside, atlas)
    assert span.last is not None
    assert claims.assess(outside, atlas, span.last).verdict == "confirmed"
    assert claims.assess(outside, atlas, span.last + timedelta(days=1)).verdict == "contradicted"
