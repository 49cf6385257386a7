"""What the command line says to nonsense."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.atlas import FIRST_DAY
from geo.basics.choices import LAST_DAY
from geo.cli import parser
from tests.cli.commands import Run

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


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_a_day_is_taken_exactly_when_it_is_in_range(day: date) -> None:
    parse = partial(parser.build_parser().parse_args, ["status", "--date", day.isoformat()])
    if FIRST_DAY <= day <= LAST_DAY:
        assert parse().date == day
    else:
        with pytest.raises(SystemExit) as end:
            parse()
        assert end.value.code == 2
