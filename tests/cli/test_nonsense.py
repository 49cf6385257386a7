"""What the command line says to nonsense."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.atlas import FIRST_DAY
from geo.basics.choices import LAST_DAY
from geo.cli import parser
from tests.cli.commands import Run
from tests.every import every

pytestmark = pytest.mark.slow

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
    "picture-without-suffix": (["snapshot", "--out", "map"], ".png, .svg or .pdf"),
    "picture-of-two-suffixes": (["snapshot", "--out", "map.png.txt"], ".png, .svg or .pdf"),
    "film-without-suffix": (["film", "--out", "film"], ".webp, .gif or .mp4"),
    "film-of-no-film": (["film", "--out", "film.png"], ".webp, .gif or .mp4"),
    "film-of-two-suffixes": (["film", "--out", "film.webp.exe"], ".webp, .gif or .mp4"),
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


BESIDE_FOLLOW = ["follow", "--out", "a.ics", "--base-url"]
NAMED = (
    (["export", "--out", ""], "--out: ''; expected a name"),
    (["export", "--out", " \t"], r"--out: ' \t'; expected a name"),
    (["export", "--out", "a\0.csv"], r"--out: 'a\x00.csv'; expected a name"),
    (["snapshot", "--out", ""], "--out: ''; expected a name"),
    (["snapshot", "--out", "maps/"], "--out: 'maps/'; expected"),
    (["snapshot", "--out", "./map"], "--out: './map'; expected a name ending in .png"),
    (["site", "--out", ""], "--out: ''; expected a name"),
    (["build", "--source", ""], "--source: ''; expected a name"),
    (["build", "--source", "a", "--out", ""], "--out: ''; expected a name"),
    (["verify", ""], "PAGE: ''; expected a name"),
    (["verify", "--fetch", "--keep", ""], "--keep: ''; expected a name"),
    (["film", "--out", "a.gif", "--frames", "\u0663"], "a number from 2 to 60"),
    (["film", "--out", "a.gif", "--width", ""], "400, 800, 1200 or 1600"),
    (["film", "--out", "a.gif", "--width", " 400"], "400, 800, 1200 or 1600"),
    (["film", "--out", "a.gif", "--width", "8_00"], "400, 800, 1200 or 1600"),
    ([*BESIDE_FOLLOW, ""], "a whole address"),
    ([*BESIDE_FOLLOW, "https://[::1"], "a whole address"),
    ([*BESIDE_FOLLOW, "https://:80"], "a whole address"),
    ([*BESIDE_FOLLOW, "https://a.example:99999"], "a whole address"),
    ([*BESIDE_FOLLOW, "https://a.example?"], "a whole address"),
    ([*BESIDE_FOLLOW, "https://a.example/\u202e"], "a whole address"),
    (["status", "--date", "2026-02-20", "--date=2025-01-01"], "--date: '2026-02-20, 2025-01-01'"),
    (["status", "--country", "NOR", "--country", "NOR"], "given twice"),
    (["borders", "--worldview=un", "--worldview=de_facto"], "given twice"),
    (["snapshot", "--out", "a.png", "--bounds", "-9,35,0,45", "--bounds=-8,35,0,45"], "twice"),
)


def test_an_error_names_what_was_given_and_what_was_expected(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    def holds(row: tuple[list[str], str]) -> None:
        arguments, told = row
        code, out, err = run(*arguments)
        assert (code, out) == (2, "")
        assert told in err
        assert not [*tmp_path.iterdir()]

    every(((" ".join(row[0]), row) for row in NAMED), holds)


def test_what_can_be_given_often_can_and_a_flag_twice_is_a_flag() -> None:
    read = parser.build_parser().parse_args
    often = read(["status", "--what-if", "a", "--what-if", "b", "--date", "2026-02-20"])
    assert often.what_if == ["a", "b"]
    assert read(["verify", "--fetch", "--fetch"]).fetch
    assert read(["country", "--", "--date", "--date"]).country == ["--date", "--date"]


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_a_day_is_taken_exactly_when_it_is_in_range(day: date) -> None:
    parse = partial(parser.build_parser().parse_args, ["status", "--date", day.isoformat()])
    if FIRST_DAY <= day <= LAST_DAY:
        assert parse().date == day
    else:
        with pytest.raises(SystemExit) as end:
            parse()
        assert end.value.code == 2
