"""The dossier that leaves by the command line: stable JSON keys, and Markdown that stays text."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.answers.country.data import CountryAnswer, country_answer
from geo.answers.country.markdown import markdown
from geo.atlas import Atlas
from geo.basics.markdown_text import escaped
from geo.cli import main

Run = Callable[..., tuple[int, str, str]]
DAY = "2026-02-20"


@pytest.fixture
def run(one_atlas: None, capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*arguments: str) -> tuple[int, str, str]:
        code = main.main(["country", *arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return command


def test_the_dossier_as_json_has_the_documented_keys(run: Run) -> None:
    code, out, err = run("pol", "--date", DAY, "--format", "json")
    assert (code, err) == (0, "")
    answer = json.loads(out)
    never = {"what_if", "hypothetical", "language"}  # of an answer in English on what is on record
    assert set(answer) == set(CountryAnswer.__annotations__) - never
    assert list(answer)[-1] == "sources"
    assert answer["state"]["legal_status"] == "withdrawn"
    assert answer["last_change"] == {"date": DAY, "legal_status": "withdrawn"}
    (programme,) = [p for p in answer["programmes"] if p["programme"] == "East Shield"]
    assert {"announced", "built"} <= {fact["stage"] for fact in programme["facts"]}
    assert {claim["decided_by"] for claim in answer["claims"]} == {"code", "record"}
    future = [event for event in answer["events"] if event["future"]]
    assert future
    assert all(event["date"] > DAY for event in future)
    assert not any(event["day_unknown"] for event in answer["events"])


def test_a_declared_practice_stands_beside_the_changes_in_law(run: Run) -> None:
    answer = json.loads(run("UKR", "--date", DAY, "--format", "json")[1])
    declared = {"date": "2025-07-18", "practice": "suspension_declared", "future": False}
    assert answer["declared_practice"] == declared
    out = run("UKR", "--date", DAY)[1]
    assert "- Last change in law: 1 June 2006, Bound\n- Declared practice: 18 July 2025, " in out
    before = run("UKR", "--date", "2025-07-17")[1]
    assert "- Next declared practice: 18 July 2025, declares a suspension\n" in before


def test_an_event_of_unknown_day_is_not_said_to_come_later(run: Run) -> None:
    answer = json.loads(run("LBN", "--date", DAY, "--format", "json")[1])
    (unknown,) = [event for event in answer["events"] if event["day_unknown"]]
    assert (unknown["date"], unknown["future"]) == ("2026-02-04/2026-08-25", False)
    out = run("LBN", "--date", DAY)[1]
    assert "- between 4 February and 25 August 2026 (day not known): **" in out
    assert "- Next change in law: between 4 February and 25 August 2026, Consent deposited" in out
    assert "after this day" not in out


def test_the_dossier_as_markdown_is_the_usual_answer(run: Run) -> None:
    code, out, _ = run("POL", "--date", DAY)
    assert code == 0
    assert out.startswith("# Poland and the Mine Ban Convention, 20 February 2026\n")
    for heading in (
        "Acts and events",
        "Programmes",
        "Borders",
        "Where sources disagree",
        "Sources",
    ):
        assert f"\n## {heading}\n" in out
    assert "(after this day)" in out
    assert "](https://www.infor.pl/" in out
    assert "(official)" in out
    assert run("POL", "--date", DAY, "--format", "markdown")[1] == out


def test_a_date_that_ends_in_a_stop_ends_its_sentence(run: Run) -> None:
    out = run("POL", "--date", DAY, "--lang", "be")[1]
    assert re.search(r"\n    - .* 20 \w+ 2026 \w\. \[United Nations", out)
    assert ".. [" not in out


def test_what_only_state_media_tell_is_marked(run: Run) -> None:
    assert "*state media only*" in run("BLR", "--date", DAY)[1]


def test_a_code_that_is_no_states_is_nonsense(run: Run) -> None:
    code, out, err = run("Latvai")
    assert (code, out) == (2, "")
    assert "argument STATE" in err
    assert "LVA (Latvia)" in err


def test_a_day_beyond_the_record_is_said_to_be(run: Run) -> None:
    code, out, err = run("POL", "--date", "2030-01-01")
    assert code == 0
    assert "later acts may be missing" in err
    assert "As far as the record goes" in out


# Markdown: what a record holds stays text


HOSTILE = (
    "# x\n\n[a](javascript:alert(1)) <script>alert(2)</script> **b** `c` | d ![e](f) &lt; ~~g~~"
)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("plain words, 20 Feb 2026.", "plain words, 20 Feb 2026."),
        ("# heading", "\\# heading"),
        ("- item", "\\- item"),
        ("1. item", "1\\. item"),
        ("a | b", "a \\| b"),
        ("[a](b)", "\\[a\\](b)"),
        ("<b>&amp;", "\\<b\\>\\&amp;"),
        ("two\nlines", "two lines"),
        ("see https://example.org", "see https:\\//example.org"),
        ("see www.example.org", "see www\\.example.org"),
    ],
)
def test_markup_is_escaped(text: str, safe: str) -> None:
    assert escaped(text) == safe


@given(st.text())
def test_any_text_comes_back_whole_when_the_escapes_are_read(text: str) -> None:
    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", escaped(text)) == " ".join(text.split())


@given(st.text())
def test_no_special_character_is_left_bare(text: str) -> None:
    bare = re.sub(r"\\.", "", escaped(text))
    assert not re.search(r"[\\`*_\[\]<>&|~#$\n]|://", bare)
    assert not re.match(r"[-+=]|\d+[.)]", escaped(text))


def test_hostile_text_is_text_in_the_whole_dossier(atlas: Atlas) -> None:
    record = atlas.record
    spoilt = replace(
        record,
        states={i: replace(s, name=HOSTILE) for i, s in record.states.items()},
        events=tuple(replace(e, title=HOSTILE, detail=HOSTILE) for e in record.events),
        facts=tuple(replace(f, summary=HOSTILE, programme=HOSTILE) for f in record.facts),
        claims=tuple(replace(c, paraphrase=HOSTILE) for c in record.claims),
        sources={
            i: replace(s, publisher=HOSTILE, title=HOSTILE, url='https://x.org/a)b <c>"d')
            for i, s in record.sources.items()
        },
    )
    other = Atlas(spoilt, {"un": atlas.borders()})
    view = other.on(date.fromisoformat(DAY))
    text = markdown(country_answer(other, view, "POL"), spoilt)
    bare = re.sub(r"\\.", "", text)
    assert "<" not in bare
    assert not re.search(r"(?<!\\)\]\(javascript:", text)
    assert "](https://x.org/a%29b%20%3Cc%3E%22d)" in text
    assert "`" not in bare
    assert "**b**" not in bare
    assert html.unescape(bare) == bare
