"""`python -m geo check`: what is wrong in the data is found, named and placed."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from geo import borders, records
from tests.cli.commands import DAY, Run, alter
from tests.own_data import own_record

pytestmark = pytest.mark.slow


def test_check_finds_nothing_wrong_with_the_shipped_data(run: Run) -> None:
    code, out, err = run("check")
    assert (code, err) == (0, "")
    assert " 197 states" in out
    assert "published dates held against the rules" in out
    assert re.search(r"\d{6} bytes of the stand-alone page\n", out)
    assert "Nothing wrong was found." in out


def test_check_finds_a_published_date_the_rules_do_not_give(run: Run, data: Path) -> None:
    alter(data / "events.csv", "pol-2026-withdrawal-effective", date="2026-02-16")
    alter(data / "events.csv", "fin-2026-withdrawal-effective", date="2026-01-11")
    code, _, err = run("check")
    assert code == 1
    assert "pol-2026-withdrawal-effective" in err
    assert "fin-2026-withdrawal-effective" in err
    assert "column date: found '2026-02-16'; expected 2026-02-20, as the rules give it" in err


def test_check_prints_why_a_published_date_differs(run: Run, data: Path) -> None:
    why = "One register counts from the signature."
    alter(data / "events.csv", "pol-2026-withdrawal-effective", date="2026-02-16", check_note=why)
    code, out, err = run("check")
    assert (code, err) == (0, "")
    assert f"{why}" in out


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("INF", "a number of at least 0.1 and at most 10000, in digits"),
        ("99999999", "a number of at least 0.1 and at most 10000, in digits"),
        ("2_53.7", "a number of at least 0.1 and at most 10000, in digits"),
        ("2537", "a length in line with the other figures for it, 261 to 297.12 km"),
    ],
)
def test_check_doubts_a_leading_length(run: Run, data: Path, figure: str, expected: str) -> None:
    leading = "ltu-rus-kaliningrad-rusreality-ltu"
    alter(data / "border_lengths.csv", leading, length_km=figure)
    code, _, err = run("check")
    assert code == 1
    line = line_of(data / "border_lengths.csv", leading)
    place = f"border_lengths.csv:{line}, column length_km: found '{figure}'; expected {expected}"
    assert place in err


def test_check_holds_a_length_that_stands_alone_against_the_computed_one(
    run: Run, data: Path
) -> None:
    file, why = data / "border_lengths.csv", "It follows the river, bend by bend."
    alter(file, "est-lva-factbook", length_km="3330")
    alter(file, "hun-svn-factbook", length_km="940", check_note=why)
    alter(file, "rus-chn-eastern-stretch-factbook", length_km="9133")
    code, out, err = run("check")
    assert code == 1
    place = f"border_lengths.csv:{line_of(file, 'est-lva-factbook')}, column length_km"
    assert f"{place}: found '3330'; expected a length in line with the computed one" in err
    assert "a part of the border, which is computed at 3549.7 km" in err
    assert "940" not in err
    assert f"found '940'; expected a length in line with the computed one, 68.0 km. {why}" in out


def test_check_names_a_length_of_states_that_have_no_border(run: Run, data: Path) -> None:
    alter(data / "border_lengths.csv", "rus-prk-factbook", neighbour_iso_a3="PRT")
    code, _, err = run("check")
    assert code == 1
    assert "column neighbour_iso_a3: found 'PRT'; expected a state that borders RUS" in err
    assert "Correct the code or the part" in err


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('"length_km":84.6', '"length_km":NaN', "segments.geojson:2, column features.0.properties"),
        ('"length_km":84.6', '"length_km":8.46', "segments.geojson: found 'sha256 "),
        ('"part":"",', '"part":"","part":"",', "segments.geojson:2, column features.0.properties"),
    ],
)
def test_check_names_borders_that_are_not_as_they_were_built(
    run: Run, data: Path, old: str, new: str, place: str
) -> None:
    path = data / "borders" / borders.SEGMENTS_FILE
    text = path.read_text("utf-8")
    path.write_text(text.replace(old, new, 1), "utf-8")
    code, _, err = run("check")
    assert code == 1
    assert place in err
    assert "python -m geo build" in err


def test_check_finds_faults_of_every_kind_at_once(run: Run, data: Path) -> None:
    alter(data / "events.csv", "pol-2026-withdrawal-effective", date="2026-02-16")
    alter(data / "claims.csv", "C0-02", predicate="has_left")
    alter(data / "border_lengths.csv", "est-lva-factbook", length_km="3330")
    path = data / "borders" / "areas.csv"
    path.write_text(path.read_text("utf-8").replace("AFG,004", "AFG,4", 1), "utf-8")
    code, _, err = run("check")
    assert code == 1
    for expected in ("2026-02-16", "has_left", "3330", "areas.csv:2, column iso_n3"):
        assert expected in err


def test_check_misses_a_state_every_page_speaks_of(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = own_record()
    states = {iso_a3: state for iso_a3, state in record.states.items() if iso_a3 != "RUS"}
    monkeypatch.setattr(records, "load", lambda: replace(record, states=states))
    code, _, err = run("check")
    assert code == 1
    assert "states.csv, column iso_a3: found 'no RUS'; expected a row for each state of the" in err


def test_check_reports_damage_to_record_and_borders_together(run: Run, data: Path) -> None:
    alter(data / "events.csv", "pol-2025-withdrawal-notice", date="2025-02-30")
    alter(data / "states.csv", "NOR", iso_n3="Norway")
    (data / "borders" / borders.SEGMENTS_FILE).write_text("{", encoding="utf-8")
    code, _, err = run("check")
    assert code == 1
    for expected in ("2025-02-30", "events.csv:", "states.csv:", borders.SEGMENTS_FILE):
        assert expected in err


def line_of(file: Path, key: str) -> int:
    rows = file.read_text(encoding="utf-8").splitlines()
    return next(number for number, row in enumerate(rows, 1) if row.startswith(f"{key},"))


def test_check_finds_a_claim_the_code_decides_otherwise(run: Run, data: Path) -> None:
    alter(data / "claims.csv", "C0-01", verdict="contradicted")
    code, _, err = run("check")
    assert code == 1
    line = line_of(data / "claims.csv", "C0-01")
    assert f"claims.csv:{line}, column verdict: found 'contradicted'; expected confirmed" in err


def test_check_names_a_predicate_nobody_knows_and_a_unit_its_metric_has_not(
    run: Run, data: Path
) -> None:
    alter(data / "claims.csv", "C0-01", predicate="has_left")
    code, _, err = run("check")
    assert code == 1
    line = line_of(data / "claims.csv", "C0-01")
    expected = "column predicate: found 'has_left'; expected a predicate of"
    assert f"claims.csv:{line}, {expected}" in err
    alter(data / "facts.csv", "pol-shield-length-800", unit="miles")
    code, _, err = run("check")
    assert code == 1
    assert "facts.csv:" in err
    assert "column unit: found 'miles'; expected a unit of length: km." in err


@pytest.mark.parametrize("command", ["status", "borders", "claims"])
def test_damaged_data_stops_a_command_with_its_place(run: Run, data: Path, command: str) -> None:
    alter(data / "events.csv", "pol-2025-withdrawal-notice", kind="withdrawl")
    code, out, err = run(command, "--date", DAY)
    assert (code, out) == (1, "")
    assert "events.csv:" in err
    assert "withdrawl" in err


def test_acts_the_treaty_does_not_allow_stop_a_command(run: Run, data: Path) -> None:
    alter(data / "events.csv", "pol-2025-withdrawal-notice", date="2013-05-31")
    code, _, err = run("status", "--date", DAY)
    assert code == 1
    assert "2013-05-31" in err
