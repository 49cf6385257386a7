"""Whatever a command lets one choose works; a new choice is tried as soon as the grammar has it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from geo.answers.country.data import country_answer
from geo.answers.words.tongue import Tongue
from geo.answers.words.usage import EXPECTED
from geo.atlas import Atlas, load_tables
from geo.basics.choices import LANGUAGES, WORLDVIEWS, Worldview
from geo.cli import main, parser
from geo.cli.speaking import text
from geo.web import standalone
from tests.answers.depositary.pages import page_of

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("one_atlas")]

DAY = "2026-02-20"
DEAR = ("snapshot", "film", "standalone")
"""Commands that draw: each choice is tried once, in as few runs as that takes; of a page alone,
which carries all, each worldview.
"""

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command line in this process: exit code and what was said on standard error."""

    def run_(*words: str) -> tuple[int, str]:
        try:
            code = main.main(words)
        except SystemExit as end:
            code = int(end.code or 0)
        return code, capsys.readouterr().err

    return run_


def grammars() -> dict[str, argparse.ArgumentParser]:
    """Every command's own grammar."""
    (found,) = [
        action.choices
        for action in parser.build_parser()._actions
        if isinstance(action, argparse._SubParsersAction)
    ]
    return dict(found)


def choices(grammar: argparse.ArgumentParser) -> dict[str, list[str]]:
    """The options of a command that offer choices, and those."""
    return {
        action.option_strings[0]: [str(choice) for choice in action.choices]
        for action in grammar._actions
        if action.choices
    }


def chosen() -> Iterator[tuple[str, ...]]:
    for name, grammar in grammars().items():
        offered = choices(grammar)
        pairs = [[(option, one) for one in some] for option, some in offered.items()]
        runs = len(WORLDVIEWS) if name == "standalone" else max(map(len, pairs), default=0)
        once = ([some[n % len(some)] for some in pairs] for n in range(runs))
        together = once if name in DEAR else product(*pairs)
        for words in together if pairs else ():
            yield name, *(word for pair in words for word in pair)


def needed(name: str, folder: Path, atlas: Atlas) -> list[str]:
    """What a command cannot be asked without, and what makes it quick."""
    if name == "compare":
        return ["--from", "1999-03-01", "--to", DAY]
    if name in ("curve", "lenses"):
        return []
    if name == "lens":
        return ["nato-east", "--date", DAY]
    if name == "country":
        return ["UKR", "--date", DAY]
    if name == "snapshot":
        return ["--date", DAY, "--out", str(folder / "map.svg")]
    if name == "film":
        span = ["--from", "2026-02-01", "--to", DAY, "--frames", "2"]
        return [*span, "--out", str(folder / "film.webp")]
    if name == "standalone":
        return ["--out", str(folder / "atlas.html")]
    if name == "changes":
        return ["--since", DAY]
    if name == "follow":
        return ["--base-url", "https://example.org/", "--out", str(folder / "feed.atom")]
    if name == "export":
        return ["--date", DAY, "--out", str(folder)]
    if name == "verify":
        page = folder / "page.html"
        page.write_text(page_of(atlas, atlas.verified_to), encoding="utf-8")
        return [str(page)]
    return ["--date", DAY]


@pytest.mark.parametrize("name", sorted({words[0] for words in chosen()}))
def test_every_choice_of_every_command_is_answered(
    run: Run, tmp_path: Path, atlas: Atlas, name: str
) -> None:
    given, wrong = needed(name, tmp_path, atlas), []
    for _, *options in (words for words in chosen() if words[0] == name):
        code, said = run(name, *given, *options)
        if code == main.NONSENSE:  # two choices that do not go together: which, and what would
            wanted = "expected" if name == "export" else text(EXPECTED, value="", expected="")
            answered = " --" in said and wanted in said  # in its language, where answers have one
        else:
            answered = code == main.OK and "error" not in said
        if not answered:
            wrong.append((" ".join(options), code, said))
    assert wrong == []


def test_a_page_alone_is_made_in_the_worldview_and_the_language_that_are_chosen(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What such a page says in each language is asked where it is made, in tests/web."""

    def page(_: Atlas, worldview: Worldview, *, tongue: Tongue) -> bytes:
        return f"{worldview} {tongue.language}".encode()

    monkeypatch.setattr(standalone, "page", page)
    out = tmp_path / "atlas.html"
    chosen = list(product(WORLDVIEWS, LANGUAGES))
    made = []
    for worldview, language in chosen:
        asked = ("--worldview", worldview, "--lang", language)
        assert run("standalone", *asked, "--out", str(out))[0] == main.OK
        made.append(tuple(out.read_text(encoding="utf-8").split()))
    assert made == chosen


def test_every_command_that_offers_a_choice_is_walked() -> None:
    offering = {name for name, grammar in grammars().items() if choices(grammar)}
    assert {words[0] for words in chosen()} == offering
    assert {"status", "borders", "country", "claims", "export", "film", "standalone"} <= offering


@pytest.mark.parametrize("worldview", WORLDVIEWS)
def test_every_state_has_a_dossier_in_every_worldview(worldview: Worldview) -> None:
    asked_for_one = load_tables()
    view = asked_for_one.on(date.fromisoformat(DAY), worldview)
    for iso_a3 in view.states:
        assert country_answer(asked_for_one, view, iso_a3)["worldview"] == worldview
