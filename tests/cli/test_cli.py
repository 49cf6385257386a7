"""`python -m geo`: every command, its shapes, its exit codes, and what it says to nonsense."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import borders, records
from geo.atlas import FIRST_DAY
from geo.basics.choices import LAST_DAY
from geo.basics.dates import today
from geo.basics.safe_csv import Cell, safe_cell, to_csv
from geo.borders import Worldview, integrity
from geo.cli import main, parser
from geo.web.served import Served

pytestmark = pytest.mark.slow

DAY = "2026-02-20"
NOTES = {"verified_to", "held", "data_version", "licence", "attribution", "sources"}
NOTES_OF_A_DAY = NOTES | {"date", "worldview", "beyond_record", "units"}
STATE_KEYS = [
    "date",
    "iso_a3",
    "name",
    "legal_status",
    "bound",
    "practice",
    "since",
    "entry_into_force",
    "withdrawal_notified",
    "withdrawal_effective",
    "possible_statuses",
    "source_ids",
]
STATUS_KEYS = {
    *NOTES_OF_A_DAY,
    "headline",
    "bound",
    "bound_min",
    "bound_max",
    "counts",
    "counts_max",
    "not_known",
    "countries",
}
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
SOURCE_KEYS = ["source_id", "publisher", "title", "date", "url", "tier", "note", "accessed"]
SOURCE_KEYS += ["archived_url", "licence", "kind"]
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
CARRIED = ["verified_to", "held", "held_age_days", "data_version", "licence"]
"""The last columns of a table, of whatever rows."""

Run = Callable[..., tuple[int, str, str]]


_read_record, _read_borders = records.load, borders.load
_RECORD, _BORDERS = cache(_read_record), cache(_read_borders)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command line in this process: exit code, standard output, standard error."""

    def run_(*arguments: str) -> tuple[int, str, str]:
        try:
            code = main.main(arguments)
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return code, out, err

    return run_


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped files are read once for all tests of this module."""
    monkeypatch.setattr(records, "load", _RECORD)
    monkeypatch.setattr(borders, "load", _BORDERS)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of data/ that the commands read in its place."""
    copy = tmp_path / "data"
    shutil.copytree(records.DATA_DIR, copy)
    monkeypatch.setattr(records, "load", partial(_read_record, copy))
    monkeypatch.setattr(borders, "load", partial(_read_borders, directory=copy / "borders"))
    monkeypatch.setattr(integrity, "faults", partial(integrity.faults, copy / "borders"))
    return copy


def alter(file: Path, key: str, **cells: str) -> None:
    """Change cells of the row whose first cell is `key`."""
    with file.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    (row,) = [row for row in rows if row[0] == key]
    for column, value in cells.items():
        row[rows[0].index(column)] = value
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)


# status


def test_status_as_json(run: Run) -> None:
    code, out, err = run("status", "--date", DAY, "--format", "json")
    assert (code, err) == (0, "")
    answer = json.loads(out)
    assert set(answer) == STATUS_KEYS
    assert all(list(source) == SOURCE_KEYS for source in answer["sources"])
    assert answer["date"] == DAY
    assert answer["counts"] == {
        "party": 161,
        "withdrawal_notified": 0,
        "withdrawn": 5,
        "signatory": 0,
        "consented": 0,
        "not_party": 30,
    }
    assert answer["counts_max"] == answer["counts"] | {"not_party": 31, "consented": 1}
    assert answer["not_known"] == 1  # Lebanon, from 4 February on
    assert list(answer["counts"])[:3] == ["party", "withdrawal_notified", "withdrawn"]
    assert answer["bound"] == 161
    assert len(answer["countries"]) == 197
    for state in answer["countries"]:
        assert list(state) == STATE_KEYS
        assert state["source_ids"]
        assert state["practice"] in ("none", "suspension_declared")


def test_status_of_one_country_keeps_the_counts_of_all(run: Run) -> None:
    answer = json.loads(run("status", "--date", DAY, "--country", "pol", "--format", "json")[1])
    (poland,) = answer["countries"]
    assert {key: poland[key] for key in STATE_KEYS[:-1]} == {
        "date": DAY,
        "iso_a3": "POL",
        "name": "Poland",
        "legal_status": "withdrawn",
        "bound": False,
        "practice": "none",
        "since": "2026-02-20",
        "entry_into_force": "2013-06-01",
        "withdrawal_notified": "2025-08-20",
        "withdrawal_effective": "2026-02-20",
        "possible_statuses": ["withdrawn"],
    }
    assert answer["bound"] == 161


def test_bound_counts_those_on_notice(run: Run) -> None:
    answer = json.loads(run("status", "--date", "2025-12-26", "--format", "json")[1])
    counts = answer["counts"]
    assert answer["bound"] == 166 == counts["party"] + counts["withdrawal_notified"]
    assert counts["withdrawal_notified"] == 5


def test_status_as_csv(run: Run) -> None:
    code, out, _ = run("status", "--date", DAY, "--format", "csv")
    assert code == 0
    rows = list(csv.DictReader(io.StringIO(out)))
    assert list(rows[0]) == [*STATE_KEYS, "source_urls", "worldview", *CARRIED]
    assert len(rows) == 197
    (poland,) = [row for row in rows if row["iso_a3"] == "POL"]
    assert (poland["date"], poland["bound"]) == (DAY, "false")
    assert "DZU1514" in poland["source_ids"].split(";")


def test_status_as_a_table_begins_with_the_sentence_of_the_day(run: Run) -> None:
    code, out, _ = run("status", "--date", DAY)
    assert code == 0
    assert out.startswith("On 20 February 2026, 161 states are bound by the Mine Ban Convention.")
    (ukraine,) = [line for line in out.splitlines() if line.startswith("UKR")]
    assert "Bound *" in ukraine
    assert out.rstrip().endswith("* Declares a suspension the Convention does not provide for.")


def test_status_in_another_language_says_so_in_every_format(run: Run) -> None:
    asked = ("status", "--date", DAY, "--country", "NOR", "--lang", "lv", "--format")
    code, table, _ = run(*asked[:-1])
    assert code == 0
    assert table.startswith("2026. gada 20. februārī Otavas konvencija ir saistoša 161 valstij.")
    (norway,) = [line for line in table.splitlines() if line.startswith("NOR")]
    assert "Norvēģija" in norway
    assert "Saistīta" in norway
    assert "1999. gada 1. marts" in norway
    answer = json.loads(run(*asked, "json")[1])
    assert answer["language"] == "lv"
    assert table.startswith(answer["headline"])
    (row,) = csv.DictReader(io.StringIO(run(*asked, "csv")[1]))
    assert (row["name"], row["language"]) == ("Norvēģija", "lv")
    assert run("status", "--lang", "ru")[0] == 2


def test_a_dossier_in_another_language_is_the_one_for_programs(run: Run) -> None:
    asked = ("country", "Norge", "--date", DAY, "--lang", "nb")
    answer = json.loads(run(*asked, "--format", "json")[1])
    assert answer["language"] == "nb"
    assert answer["sentence"].startswith("Den 20. februar 2026 er Norge bundet")
    code, _, err = run(*asked)
    assert (code, "argument --lang: 'nb'; expected --format json" in err) == (2, True)


def test_without_a_date_the_answer_is_todays(run: Run) -> None:
    before = today().isoformat()
    answer = json.loads(run("status", "--format", "json")[1])
    assert answer["date"] in (before, today().isoformat())


def test_a_day_beyond_the_record_is_answered_and_said_to_be(run: Run) -> None:
    code, out, err = run("status", "--date", "2030-01-01")
    assert code == 0
    assert out.startswith("As far as the record goes, on 1 January 2030")
    assert "Held against the depositary’s page of 3 February 2026: no difference" in err
    assert "later acts may be missing. See https://treaties.un.org/" in err


# borders


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
    assert "argument --format: 'pdf'; expected a file for it in --out" in said
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


# claims


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


# snapshot and build


def test_a_snapshot_is_written_and_named(run: Run, tmp_path: Path) -> None:
    out_file = tmp_path / "atlas.svg"
    code, out, _ = run("snapshot", "--date", DAY, "--view", "europe", "--out", str(out_file))
    assert (code, out) == (0, f"{out_file}\n")
    assert b"<svg" in out_file.read_bytes()[:1000]


def test_a_snapshot_of_a_box_says_which(run: Run, tmp_path: Path) -> None:
    out_file = tmp_path / "baltic.svg"
    asked = ["snapshot", "--date", DAY, "--bounds=19.5,53.8,28.3,59.7", "--out", str(out_file)]
    assert run(*asked)[0] == 0
    drawn = out_file.read_text(encoding="utf-8")
    assert "19.5,53.8,28.3,59.7" in drawn
    assert "Lithuania" in drawn
    assert "Norway: " not in drawn


@pytest.mark.parametrize(
    ("written", "box"),
    [
        (("--bounds", "-10,35,0,45"), (-10, 35, 0, 45)),
        (("--bounds=-10,35,0,45",), (-10, 35, 0, 45)),
        (("--bounds", "-10, 35, 0, 45"), (-10, 35, 0, 45)),
        (("--bounds", " -10 ,35,0, 45 "), (-10, 35, 0, 45)),
        (("--bounds", "−10,−35,−0.5,45"), (-10, -35, -0.5, 45)),
        (("--bounds", "-180,-85,180,-60"), (-180, -85, 180, -60)),
    ],
)
def test_a_box_is_read_as_people_type_it(written: tuple[str, ...], box: tuple[float, ...]) -> None:
    read = parser.build_parser().parse_args(["snapshot", *written, "--out", "a.png"])
    assert (read.bounds, read.out) == (box, Path("a.png"))


def test_whatever_has_one_minus_is_the_value_of_the_option_before_it() -> None:
    read = parser.build_parser().parse_args(["export", "--country", "-x", "--out", "-x.csv"])
    assert (read.country, read.out) == ("-x", Path("-x.csv"))


def test_the_ending_of_a_name_may_be_in_capitals(run: Run, tmp_path: Path) -> None:
    assert run("snapshot", "--date", DAY, "--out", str(tmp_path / "A.SVG"))[0] == 0
    assert b"<svg" in (tmp_path / "A.SVG").read_bytes()


def test_what_cannot_be_written_or_read_is_said_in_a_sentence(run: Run, tmp_path: Path) -> None:
    code, _, err = run("snapshot", "--date", DAY, "--out", str(tmp_path / "missing" / "a.png"))
    assert code == 1
    assert "missing" in err
    code, _, err = run("build", "--source", str(tmp_path / "none.zip"), "--out", str(tmp_path))
    assert code == 1
    assert "none.zip" in err


# check


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
    record = _RECORD()
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


# Nonsense

NONSENSE = {
    "no-command": ([], "COMMAND"),
    "unknown-command": (["statsu"], "invalid choice"),
    "no-such-day": (["status", "--date", "2026-02-30"], "YYYY-MM-DD"),
    "another-form-of-date": (["status", "--date", "20260220"], "YYYY-MM-DD"),
    "week-date": (["status", "--date", "2026-W08-5"], "YYYY-MM-DD"),
    "other-digits": (["status", "--date", "\u0662\u0660\u0662\u0666-02-20"], "YYYY-MM-DD"),
    "words": (["status", "--date", "today"], "YYYY-MM-DD"),
    "before-the-range": (["status", "--date", "1996-12-31"], "1997-01-01 to 2040-12-31"),
    "after-the-range": (["status", "--date", "2041-01-01"], "1997-01-01 to 2040-12-31"),
    "unknown-worldview": (["borders", "--worldview", "moscow"], "un"),
    "unknown-format": (["status", "--format", "xml"], "json"),
    "abbreviated-option": (["status", "--form", "json"], "--form"),
    "unknown-picture": (["snapshot", "--out", "a.gif"], ".png, .svg or .pdf"),
    "no-picture": (["snapshot"], "--out"),
    "unknown-view": (["snapshot", "--out", "a.png", "--view", "mars"], "flank"),
    "no-box": (["snapshot", "--out", "a.png", "--bounds=20,50,10,60"], "WEST,SOUTH,EAST,NORTH"),
    "box-left-out": (["snapshot", "--bounds", "--out", "a.png"], "expected one argument"),
    "minus-days": (["film", "--out", "a.gif", "--frames", "-3"], "a number from 2 to 60"),
    "option-nobody-knows": (["status", "-x"], "unrecognized arguments: -x"),
    "folder-to-standard-output": (["site", "--out", "-"], "expected a folder"),
    "no-source": (["build"], "--source"),
    "unknown-country": (["status", "--country", "QQQ"], "ISO 3166-1 alpha-3"),
    "name-for-code": (["status", "--country", "Latvai"], "LVA (Latvia)"),
    "slip-of-the-pen": (["borders", "--country", "NRO"], "NOR (Norway)"),
    "empty-country": (["status", "--country", ""], "ISO 3166-1 alpha-3"),
}


@pytest.mark.parametrize("name", NONSENSE)
def test_nonsense_ends_with_2_and_what_was_expected(run: Run, name: str) -> None:
    arguments, expected = NONSENSE[name]
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert expected in err


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_a_day_is_taken_exactly_when_it_is_in_range(day: date) -> None:
    parse = partial(parser.build_parser().parse_args, ["status", "--date", day.isoformat()])
    if FIRST_DAY <= day <= LAST_DAY:
        assert parse().date == day
    else:
        with pytest.raises(SystemExit) as end:
            parse()
        assert end.value.code == 2


# The process


def test_status_starts_without_the_libraries_that_draw() -> None:
    heavy = ("geopandas", "shapely", "pandas", "matplotlib", "folium", "streamlit", "babel")
    script = (
        "import sys; from geo.cli.main import main;"
        " code = main(['status', '--date', '2026-02-20']);"
        f"print([m for m in {heavy} if m in sys.modules], file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "[]\n")


def test_the_module_runs_and_a_reader_may_stop_reading() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "geo", "status", "--date", DAY, "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"{\n"
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


# Cells


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\n=1"),
        *(
            (f"{sign}1+1", f"'{sign}1+1")
            for sign in "\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212"
        ),
        *(
            (f"{start}=1", f"'{start}=1")
            for start in (" ", "\u00a0", "\u3000", "\ufeff", "\u200b\u2009")
        ),
        ("\ufeff \uff1d1", "'\ufeff \uff1d1"),
        ("\n=1", "'\n=1"),
        ("– to – =", "– to – ="),
        ("two\r\nlines", "two\nlines"),
        ("plain - text", "plain - text"),
        (-1.5, -1.5),
        (7, 7),
        (True, "true"),
        (False, "false"),
        (None, ""),
    ],
)
def test_a_cell_is_safe_in_a_spreadsheet(value: Cell, cell: object) -> None:
    assert safe_cell(value) == cell


@given(
    st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2))
)
def test_no_text_becomes_a_formula_and_none_is_lost(rows: list[list[str]]) -> None:
    text = to_csv(["a", "b"], rows)
    read = list(csv.reader(io.StringIO(text, newline="")))[1:]
    assert len(read) == len(rows)
    for row, written in zip(rows, read, strict=True):
        for value, cell in zip(row, written, strict=True):
            seen = unicodedata.normalize("NFKC", cell.strip().lstrip("\ufeff\u200b").strip())
            assert not cell.startswith(("\t", "\r", "\n"))
            assert not seen.startswith(("=", "+", "-", "@", "\u2212"))
            told = value.replace("\r\n", "\n").replace("\r", "\n")
            assert cell in (told, f"'{told}")


def test_what_a_server_makes_at_its_start_is_kept_where_its_keeper_says(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Served] = []
    monkeypatch.setattr(Served, "make_all", lambda served: made.append(served))
    monkeypatch.setenv("OTTAWA_ATLAS_CACHE", str(tmp_path))
    assert run("warm") == (0, f"{tmp_path}\n", "")
    assert len(made) == 1
    monkeypatch.setenv("OTTAWA_ATLAS_CACHE", "")
    code, out, err = run("warm")
    assert (code, out, len(made)) == (1, "", 1)
    assert "OTTAWA_ATLAS_CACHE is empty" in err
