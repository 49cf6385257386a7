"""`python -m geo snapshot`: a picture in a file, and boxes as people type them."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.cli import parser
from tests.cli.commands import DAY, Run

pytestmark = pytest.mark.slow


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
