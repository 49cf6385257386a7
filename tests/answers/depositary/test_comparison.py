"""The depositary's page: read into rows, held against the record, and told from what it is not."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from geo.answers.depositary.comparison import Finding
from geo.answers.depositary.faults import CHAPTER
from geo.atlas import Atlas
from geo.basics.errors import PageError
from geo.cli import main, verify_answers
from geo.records import Verification
from tests.answers.depositary.holding import AS_AT, held, told
from tests.answers.depositary.pages import Row, page, page_of, rows_of, written


def test_the_record_says_what_a_page_made_of_it_says(atlas: Atlas, whole: str) -> None:
    found = held(atlas, whole)
    assert found.differences == ()
    assert found.sound
    assert Counter(one.what for one in found.findings) == {
        "signature": 133,
        "instrument": 166,
        "notice": 5,
        "notification": 5,
        "effect": 5,
        "signatories": 1,
        "parties": 1,
    }
    assert (found.page.signatories, found.page.parties) == (132, 162) == found.own_counts


@pytest.mark.parametrize("day", [date(1999, 3, 1), date(2025, 6, 27), date(2026, 2, 20)])
def test_nothing_later_than_the_page_counts(atlas: Atlas, day: date) -> None:
    assert held(atlas, page_of(atlas, day)).differences == ()


def change(html: str, before: str, after: str) -> str:
    assert html.count(before) == 1
    return html.replace(before, after)


def row_with(html: str, name: str) -> str:
    (line,) = [line for line in html.splitlines() if line.startswith("<tr><td>") and name in line]
    return line


def moved(html: str) -> str:
    line = row_with(html, "Norway")
    return change(html, line, line.replace("1998", "1999"))


def gone(html: str) -> str:
    return change(html, row_with(html, "Norway"), "")


def other_kind(html: str) -> str:
    line = row_with(html, "Belarus")
    return change(html, line, line.replace(" a<", " A<"))


def no_bracket(html: str) -> str:
    line = row_with(html, "Lithuania")
    return change(html, line, line.replace("[", "").replace("]", ""))


SPOILED: dict[str, tuple[Callable[[str], str], dict[tuple[str, str], tuple[str, str, str]]]] = {
    "a date moved": (
        moved,
        {("NOR", "instrument"): ("differs", "1999-07-09 ratification", "1998-07-09 ratification")},
    ),
    "a state gone": (
        gone,
        {
            ("NOR", "signature"): ("only here", "", "1997-12-03 signature"),
            ("NOR", "instrument"): ("only here", "", "1998-07-09 ratification"),
        },
    ),
    "a kind changed": (
        other_kind,
        {("BLR", "instrument"): ("differs", "2003-09-03 acceptance", "2003-09-03 accession")},
    ),
    "a bracket lost": (
        no_bracket,
        {
            ("LTU", "signature"): (
                "differs",
                "1999-02-26 signature",
                "1999-02-26 signature, ended",
            ),
            ("LTU", "instrument"): (
                "differs",
                "2003-05-12 ratification",
                "2003-05-12 ratification, ended",
            ),
        },
    ),
}


@pytest.mark.parametrize("name", SPOILED)
def test_what_differs_is_found_and_nothing_else(atlas: Atlas, whole: str, name: str) -> None:
    spoil, expected = SPOILED[name]
    found = held(atlas, spoil(whole))
    assert told(found) == expected
    assert not found.sound


def test_a_page_that_miscounts_itself_is_told_so(atlas: Atlas, whole: str) -> None:
    said = verify_answers.table(held(atlas, gone(whole)), CHAPTER)
    assert "The page counts 132 signatories and 162 parties, and shows 131 and 161" in said


def test_a_new_act_stands_only_there(atlas: Atlas, whole: str) -> None:
    rows = [*rows_of(atlas, AS_AT), Row("Marshall Islands")]
    rows[-1] = Row("Kingdom of Nowhere", "", f"{written(date(2026, 1, 5))} a")
    with pytest.raises(PageError, match="row 167: 'Kingdom of Nowhere'"):
        held(atlas, page(rows))
    rows[-1] = Row("Viet Nam", "", f"{written(date(2026, 1, 5))} a")
    found = held(atlas, page(rows, counts=(132, 163)))
    assert told(found) == {
        ("VNM", "instrument"): ("only there", "2026-01-05 accession", ""),
        ("", "parties"): ("differs", "163", "162"),
    }


def test_a_state_that_stands_twice_is_no_row_to_skip(atlas: Atlas) -> None:
    rows = [*rows_of(atlas, AS_AT), Row("Türkiye", "", f"{written(date(2003, 9, 25))} a")]
    with pytest.raises(PageError, match="names one state twice"):
        held(atlas, page(rows))


def test_an_act_on_an_unknown_day_differs_only_once_the_page_shows_it(atlas: Atlas) -> None:
    """Lebanon acceded between 4 February and 25 August 2026."""
    lebanon = Row("Lebanon", "", f"{written(date(2026, 5, 12))} a")
    day = date(2026, 6, 1)
    without = page_of(atlas, day)
    assert held(atlas, without).differences == ()
    rows = [*rows_of(atlas, day), lebanon]
    assert told(held(atlas, page(rows, as_at="01-06-2026", counts=(131, 162)))) == {
        ("LBN", "instrument"): (
            "differs",
            "2026-05-12 accession",
            "2026-02-04/2026-08-25 accession",
        )
    }
    late = page_of(atlas, date(2026, 9, 1))
    assert told(held(atlas, late))["LBN", "instrument"][0] == "only here"


def test_a_difference_the_record_explains_is_no_fault(atlas: Atlas, whole: str) -> None:
    why = "The page of that day had a slip, mended on the next."
    row = Verification(
        day=AS_AT,
        chapter="XXVI-5",
        source_ids=("UNTC2026",),
        sha256="0" * 64,
        states=166,
        differences=("NOR:instrument:1999-07-09 ratification",),
        explanation=why,
    )
    explaining = Atlas(replace(atlas.record, verifications=(row,)), {})
    found = held(explaining, moved(whole))
    assert [found.explanation(one) for one in found.differences] == [why]
    assert found.sound
    assert why in verify_answers.table(found, CHAPTER)
    # Explained is what the page said then: another day is another difference.
    assert not held(explaining, moved(whole).replace("\t 1999", "\t 2001")).sound


@pytest.mark.parametrize(
    ("there", "here", "outcome"),
    [("a", "a", "equal"), ("a", "b", "differs"), ("a", "", "only there"), ("", "b", "only here")],
)
def test_how_two_sides_stand(there: str, here: str, outcome: str) -> None:
    assert Finding("NOR", "Norway", "notice", there, here).outcome == outcome


@pytest.fixture
def run(one_atlas: None, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def run_(*arguments: str) -> tuple[int, str, str]:
        code = main.main(["verify", *arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return run_


Run = Callable[..., tuple[int, str, str]]


def test_the_exit_code_tells_equal_from_different_from_no_page(
    run: Run, whole: str, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    file.write_text(whole, encoding="utf-8")
    code, out, err = run(str(file))
    assert (code, err) == (0, "")
    assert "316 things held: 316 equal, 0 differs, 0 only there, 0 only here." in out
    file.write_text(moved(whole), encoding="utf-8")
    code, out, _ = run(str(file))
    assert code == 1
    assert "1999-07-09 ratification" in out
    file.write_text("", encoding="utf-8")
    code, out, err = run(str(file))
    assert (code, out) == (2, "")
    assert "an empty file" in err
    assert run(str(tmp_path / "none.html"))[0] == 2


def test_json_and_csv_hold_everything(run: Run, whole: str, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(gone(whole), encoding="utf-8")
    code, out, _ = run(str(file), "--format", "json")
    said = json.loads(out)
    assert code == 1
    assert (said["as_at"], said["chapter"], said["states"]) == ("2026-02-03", "XXVI-5", 165)
    assert said["counts"] == {"equal": 314, "differs": 0, "only there": 0, "only here": 2}
    assert len(said["findings"]) == 316
    assert [w["iso_a3"] for w in said["withdrawals"] if w["conditional"]] == ["POL"]
    rows = list(csv.DictReader(io.StringIO(run(str(file), "--format", "csv")[1])))
    assert len(rows) == 316
    keys = [row["key"] for row in rows if row["outcome"] != "equal"]
    assert keys == ["NOR:signature:", "NOR:instrument:"]


@pytest.mark.parametrize(
    "arguments",
    [[], ["a.html", "--fetch"], ["a.html", "--keep", "b.html"]],
    ids=["nothing", "both", "keep-what-is-kept"],
)
def test_a_page_comes_from_one_place(run: Run, arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "--fetch" in err
