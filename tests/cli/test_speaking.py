"""The command line in the reader's own language: its answers, and what it says of itself."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

from geo.answers.words.translating import TRANSLATED
from geo.answers.words.usage import OF_ARGPARSE
from geo.basics.choices import LANGUAGES
from geo.cli import speaking
from tests.cli.commands import DAY, Run
from tests.every import every

pytestmark = pytest.mark.slow

ANSWERS = {
    "status": ["status", "--date", DAY, "--country", "POL"],
    "borders": ["borders", "--date", DAY, "--lens", "nato-east"],
    "lens": ["lens", "nato-east", "--date", DAY],
    "compare": ["compare", "--from", "2025-01-01", "--to", DAY],
    "claims": ["claims"],
}
"""Answers in a table, by the command."""
SAME = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*|[A-Z]{3}(?:-[A-Z]{3})?|C\d-\d\d|km|–|-+")


def test_each_answer_has_heads_and_sentences_of_its_own_in_every_language(run: Run) -> None:
    def holds(words: list[str]) -> None:
        told = {language: run(*words, "--lang", language)[1] for language in LANGUAGES}
        assert told["en"] == run(*words)[1]
        lines = {language: len(text.splitlines()) for language, text in told.items()}
        assert len({*lines.values()}) == 1, lines
        for language in TRANSLATED:
            for mine, english in zip(
                told[language].splitlines(), told["en"].splitlines(), strict=True
            ):
                cells = [*filter(None, re.split(r"\s{2,}", english))]
                same = not cells or all(SAME.fullmatch(cell) for cell in cells)
                assert same or words == ANSWERS["claims"] or mine != english, (language, mine)
        heads = {text.splitlines()[0] for text in told.values()}
        assert len(heads) == len(LANGUAGES)

    every(ANSWERS.items(), holds)


@pytest.mark.parametrize(
    ("environment", "words", "said"),
    [
        ({"LANG": "pl_PL.UTF-8"}, ["stats"], "błąd"),
        ({"LANG": "pl_PL.UTF-8", "LC_MESSAGES": "fi_FI"}, ["stats"], "virhe"),
        ({"LANG": "pl_PL", "LC_ALL": "nn_NO.UTF-8"}, ["status", "--date", "x"], "feil"),
        ({"LANG": "pl_PL.UTF-8"}, ["status", "--lang", "uk", "--date", "x"], "помилка"),
        ({"LANG": "pl_PL.UTF-8"}, ["status", "--lang=en", "--date", "x"], "error"),
        ({"LANG": "ru_RU.UTF-8"}, ["stats"], "error"),
        ({"LANG": "C.UTF-8"}, ["stats"], "error"),
        ({}, ["stats"], "error"),
    ],
)
def test_what_is_said_of_the_words_goes_by_lang_else_by_the_environment(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    words: list[str],
    said: str,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert f": {said}: " in err


REFUSED = {
    "no folder": ["snapshot", "--date", DAY, "--out", "{out}/none/day.png"],
    "no folder of a film": ["film", "--from", "2025-01-01", "--out", "{out}/none/flank.gif"],
    "a file": ["site", "--out", "{out}/file"],
    "not our folder": ["site", "--out", "{out}"],
    "a format": ["export", "--what", "curve", "--format", "bib"],
    "a state": ["export", "--what", "events", "--country", "NOR"],
    "a line": ["export", "--what", "events", "--lens", "nato-east"],
    "acts": ["export", "--what", "events", "--what-if", "NOR:withdrawal_notice:2026-12-01"],
}
"""What is asked for and cannot be had, by why not; `{out}` is a folder that holds a file."""


def test_why_a_file_is_not_written_is_said_in_every_language(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()

    def holds(asked: list[str]) -> None:
        words = [word.format(out=tmp_path) for word in asked]
        told = set()
        for language in LANGUAGES:
            monkeypatch.setenv("LANG", language)
            code, out, err = run(*words)
            assert code, language
            assert not out, language
            told.add(err)
        assert len(told) == len(LANGUAGES), told

    every(REFUSED.items(), holds)


def test_an_answer_does_not_hang_on_where_it_is_asked(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ["status", "--date", DAY, "--country", "POL"]
    english = run(*asked)
    monkeypatch.setenv("LANG", "pl_PL.UTF-8")
    assert run(*asked)[1] == english[1]


def test_all_that_argparse_says_of_itself_is_said_in_every_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: set[str] = set()
    translate = vars(argparse)["_"]

    def ask(english: str) -> str:
        asked.add(english)
        return english

    monkeypatch.setitem(vars(argparse), "_", ask)
    parser = argparse.ArgumentParser(prog="p", exit_on_error=False)
    parser.add_argument("place", nargs="+", choices=("a",))
    parser.format_help()
    with pytest.raises(argparse.ArgumentError) as caught:
        parser.parse_args(["b"])
    str(caught.value)
    with pytest.raises(SystemExit):
        parser.error("x")
    assert asked <= speaking.OF_ARGPARSE_BY_ITS_OWN.keys()
    for language in TRANSLATED:
        speaking.speak(["--lang", language], {})
        for english in OF_ARGPARSE.values():
            assert speaking.text(english) != english, english
    speaking.speak([], {})
    assert all(translate(each) == each for each in asked)
