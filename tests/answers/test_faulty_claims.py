"""A claim that cannot be read or is decided otherwise is named with its line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo import records
from geo.answers import claims
from geo.atlas import Atlas
from geo.records.rows import Claim


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
