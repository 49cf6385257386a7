"""`python -m geo borders` and `claims`, in every shape."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest

from geo.borders import Worldview
from geo.cli import main
from tests.cli.commands import CARRIED, DAY, NOTES, NOTES_OF_A_DAY, Run

pytestmark = pytest.mark.slow

BORDER_KEYS = [
    "date",
    "iso_a3",
    "name",
    "neighbour_iso_a3",
    "neighbour_name",
    "part",
    "computed_km",
    "computed_source",
    "leading_km",
    "published_min_km",
    "published_max_km",
    "leading_counts",
    "leading_worked_out",
    "leading_meaning",
    "bound",
    "neighbour_bound",
    "sides",
    "bound_iso_a3",
    "flank",
    "covered",
    "source_ids",
]

CLAIM_KEYS = [
    "claim_id",
    "article",
    "paraphrase",
    "verdict",
    "decided_by",
    "figures",
    "conflicts_with",
    "source_ids",
]


@pytest.mark.parametrize("worldview", get_args(Worldview))
def test_borders_as_json(run: Run, worldview: str) -> None:
    command = ["borders", "--date", DAY, "--worldview", worldview, "--format", "json"]
    code, out, err = run(*command)
    assert (code, err) == (0, "")
    answer = json.loads(out)
    assert set(answer) == {*NOTES_OF_A_DAY, "flank", "sums", "borders"}
    assert answer["worldview"] == worldview
    assert list(answer["flank"]) == ["length_km", "covered_km", "covered_min_km", "covered_max_km"]
    keys = set()
    for border in answer["borders"]:
        assert list(border) == BORDER_KEYS
        assert (border["leading_km"] is None) or border["source_ids"]
        keys.add((frozenset((border["iso_a3"], border["neighbour_iso_a3"])), border["part"]))
    assert len(keys) == len(answer["borders"])
    flank = [border for border in answer["borders"] if border["flank"]]
    assert sum(b["leading_km"] for b in flank) == pytest.approx(
        answer["flank"]["length_km"], abs=0.1
    )
    covered = sum(b["leading_km"] for b in flank if b["bound"])
    assert covered == pytest.approx(answer["flank"]["covered_km"], abs=0.1)


def test_a_state_on_paper_goes_into_a_file(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "TON.pdf"
    asked = ["country", "ton", "--date", DAY, "--base-url", "https://atlas.example"]
    assert run(*asked, "--out", str(out)) == (0, f"{out}\n", "")
    written = out.read_bytes()
    assert written.startswith(b"%PDF-")
    assert b"https://atlas.example/?date=2026-02-20&country=TON" in written
    code, _, said = run(*asked, "--format", "pdf")
    assert code == main.NONSENSE
    assert "argument --format: 'pdf'; expected a file in --out" in said
    code, _, said = run(*asked, "--format", "json", "--out", str(out))
    assert code == main.NONSENSE
    assert "argument --format: 'json'; expected pdf, for --out" in said


def test_borders_of_one_country(run: Run) -> None:
    command = ["borders", "--date", DAY, "--country", "NOR", "--format", "csv"]
    rows = list(csv.DictReader(io.StringIO(run(*command)[1])))
    assert list(rows[0]) == [*BORDER_KEYS, "source_urls", "worldview", *CARRIED]
    assert {frozenset((r["iso_a3"], r["neighbour_iso_a3"])) for r in rows} == {
        frozenset(pair) for pair in (("NOR", "RUS"), ("NOR", "FIN"), ("NOR", "SWE"))
    }
    (russia,) = [row for row in rows if row["flank"] == "true"]
    assert (russia["bound"], russia["neighbour_bound"]) == ("true", "false")
    assert float(russia["leading_km"]) > float(russia["computed_km"])


def test_borders_as_a_table_run_along_the_flank_first(run: Run) -> None:
    _, out, _ = run("borders", "--date", DAY)
    rows = out.split("-\n", 1)[1].splitlines()
    assert [row[:3] for row in rows[:9]] == [
        "NOR", "FIN", "EST", "LVA", "LVA", "LTU", "LTU", "POL", "POL",
    ]  # fmt: skip
    assert sum("covered" in row for row in rows) == 9


def test_claims_as_json(run: Run) -> None:
    code, out, _ = run("claims", "--format", "json")
    assert code == 0
    answer = json.loads(out)
    assert set(answer) == {*NOTES, "date", "claims"}
    claims = answer["claims"]
    assert len({claim["claim_id"] for claim in claims}) == len(claims) > 100
    for claim in claims:
        assert list(claim) == CLAIM_KEYS
        assert claim["decided_by"] in ("code", "record")
        assert claim["source_ids"]
    assert any(claim["figures"] for claim in claims)


def test_claims_can_be_asked_on_another_day(run: Run) -> None:
    def verdict(*arguments: str) -> Any:
        claims = json.loads(run("claims", "--format", "json", *arguments)[1])["claims"]
        return next(claim["verdict"] for claim in claims if claim["claim_id"] == "C0-01")

    # Poland's exit became official on 20 February 2026.
    assert verdict() == "confirmed"
    assert verdict("--date", "2026-02-19") == "not_yet"


def test_claims_as_csv_and_table(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("claims", "--format", "csv")[1])))
    assert list(rows[0]) == ["date", *CLAIM_KEYS, "source_urls", *CARRIED]
    assert any(re.search(r"bound.*: \d+ states(;|$)", row["figures"]) for row in rows)
    lines = run("claims")[1].splitlines()
    assert len(lines) == len(rows) + 2
    told = run("claims", "--lang", "fi")[1].splitlines()[2:]
    for line, row in zip(told, rows, strict=True):
        words = " ".join(line.removesuffix(row["paraphrase"]).split())
        assert re.fullmatch(
            f"{row['claim_id']} (Vahvistettu|Osittain|Kumottu|Ei todennettavissa|Ei tiedossa)"
            " (Ohjelmalla, toimista ja rajoista|Aineistosta, sen lähteistä)",
            words,
        ), words
