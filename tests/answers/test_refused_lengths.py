"""Lengths that the check refuses: another meaning, a wrong sum, a faulty part."""

import csv
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import records
from geo.basics.problems import Problem
from geo.records import RecordError
from geo.records.rules.lengths import parts_add_up_to_their_whole
from geo.records.unchecked import Row, UncheckedRecord

LENGTHS = "border_lengths.csv"


# What the check refuses


@pytest.fixture
def data(tmp_path: Path) -> Path:
    target = tmp_path / "data"
    shutil.copytree(records.DATA_DIR, target, ignore=shutil.ignore_patterns("borders"))
    return target


def refused(data: Path, length_id: str, **cells: str) -> list[Problem]:
    """What is wrong in a row once these cells are in it."""
    path = data / LENGTHS
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    (line,) = [n for n, row in enumerate(rows, 2) if row["length_id"] == length_id]
    rows[line - 2] |= cells
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    with pytest.raises(RecordError) as caught:
        records.load(data)
    return [p for p in caught.value.problems if (p.file, p.line) == (LENGTHS, line)]


FINLAND, POLAND = "fin-rus-raja-20220829", "pol-rus-kaliningrad-sg"
WITH_SEA = "fin-rus-liga-20250521"
DRY, GULF = "fin-rus-dry-land-raja-20220829", "fin-rus-gulf-of-finland-raja-20220829"


@pytest.mark.parametrize(
    ("length_id", "cells", "column", "expected", "advice"),
    [
        pytest.param(
            "nor-rus-norwaytoday-1977",
            {"counts": "dry;river;lake;sea"},
            "counts",
            "dry;river;lake, the land line, on the row that leads",
            "Lead with a figure without the sea",
            id="the-sea-leads",
        ),
        pytest.param(
            "nor-rus-norwaytoday-1977",
            {"counts": "dry;river;lake;lagoon;sea"},
            "counts",
            "the land line",
            "without the lagoon and the sea",
            id="lagoon-and-sea-lead",
        ),
        pytest.param(
            "nor-rus-norwaytoday-1977",
            {"counts": "not_said"},
            "counts",
            "the land line",
            "whose source says what it counts",
            id="nobody-knows-what-leads",
        ),
        pytest.param(
            "nor-rus-norwaytoday-1977",
            {"counts": "dry"},
            "counts",
            "the land line",
            "add the others up in sum_of",
            id="a-part-leads",
        ),
        pytest.param(
            FINLAND,
            {"length_km": "1294", "worked_out": ""},
            "length_km",
            "1290 (1080 + 84 + 126), give or take 2 for rounding",
            "Compare it with its parts in lines ",
            id="parts-do-not-add-up",
        ),
        pytest.param(
            "est-rus-siseministeerium-2021",
            {"length_km": "338.9"},
            "length_km",
            "338.6 (135.6 + 126.3 + 76.7), give or take 0.2 for rounding",
            "Compare",
            id="decimals-leave-less-room",
        ),
        pytest.param(
            FINLAND,
            {"worked_out": "1080 + 84 - 126"},
            "worked_out",
            "a sum that gives 1290 km; this one gives 1038",
            "Correct the sum or the length",
            id="a-sum-that-is-wrong",
        ),
        pytest.param(
            FINLAND,
            {"worked_out": "1080+84+126"},
            "worked_out",
            "the form ^",
            "Sum by which the atlas came",
            id="a-sum-that-is-none",
        ),
        pytest.param(
            WITH_SEA,
            {"counts": "dry;river;lake;lagoon;sea"},
            "counts",
            "dry;river;lake;sea, as its parts in sum_of count",
            "Add the part that is missing",
            id="counts-more-than-its-parts",
        ),
        pytest.param(
            WITH_SEA,
            {"sum_of": f"{FINLAND};no-such-row"},
            "sum_of",
            "ids of this file",
            "Add the row",
            id="a-part-that-is-not-there",
        ),
        pytest.param(
            WITH_SEA,
            {"sum_of": f"{FINLAND};nor-rus-factbook"},
            "sum_of",
            "a row of the same border, FIN-RUS",
            "is of another",
            id="a-part-of-another-border",
        ),
        pytest.param(
            WITH_SEA,
            {"sum_of": f"{GULF};{GULF}"},
            "sum_of",
            "two rows or more, each once",
            "A sum needs two parts",
            id="a-part-twice",
        ),
        pytest.param(
            WITH_SEA,
            {"sum_of": f"{WITH_SEA};{GULF}"},
            "sum_of",
            "other rows than this one",
            "Take it out",
            id="a-part-of-itself",
        ),
        pytest.param(
            "nor-rus-factbook",
            {"counts": "lake;dry;dry"},
            "counts",
            "dry;lake, each part once and in this order",
            "Or write not_said",
            id="out-of-order",
        ),
        pytest.param(
            "nor-rus-factbook",
            {"counts": "not_said;dry"},
            "counts",
            "the form ^",
            "What the figure counts",
            id="said-and-not-said",
        ),
        *(
            pytest.param(
                "nor-rus-factbook",
                {"length_km": figure},
                "length_km",
                "a number of at least 0.1 and at most 10000, in digits without signs, exponents",
                "Length as the source gives it",
                id=f"figure-{figure}",
            )
            for figure in (
                *("INF", "-inf", "nan", "1e3", "1e400", "0x1F", "1_000", "1 000", "1,000", "191."),
                *(
                    "+191",
                    "-191",
                    "0191",
                    ".5",
                    "99999999",
                    "0",
                    "191 km",
                    "١٩١",
                    "\uff11\uff19\uff11",
                    "१९१",
                ),
                *("191\u2009", "1²"),
            )
        ),
    ],
)
def test_a_figure_of_another_meaning_or_a_wrong_sum_is_refused(
    data: Path, length_id: str, cells: dict[str, str], column: str, expected: str, advice: str
) -> None:
    found = [p for p in refused(data, length_id, **cells) if p.column == column]
    assert [p for p in found if expected in p.expected and advice in p.advice], found
    assert all(p.value in cells[column].split(";") or p.value == cells[column] for p in found)


def test_a_faulty_part_is_reported_where_it_stands_alone(data: Path) -> None:
    assert [p.column for p in refused(data, DRY, length_km="long")] == ["length_km"]
    with pytest.raises(RecordError) as caught:
        records.load(data)
    assert len(caught.value.problems) == 1


@given(st.integers(-3, 3), st.integers(0, 3))
def test_a_whole_is_accepted_within_what_was_rounded_away(off: int, decimals: int) -> None:
    """Parts and whole rounded each for itself differ by half a last unit of each at the most."""
    unit = Decimal(1).scaleb(-decimals)
    parts = [Decimal(10), Decimal(20)]
    whole = sum(parts) + off * unit
    accepted = abs(off) <= 1  # three figures, half a unit each: one and a half
    assert sums_up(parts, whole, decimals) == accepted


def sums_up(parts: list[Decimal], whole: Decimal, decimals: int) -> bool:
    def row(
        name: str, km: Decimal, counts: tuple[str, ...], sum_of: tuple[str, ...]
    ) -> Row[records.BorderLength]:
        value = records.BorderLength(
            name, "NOR", "RUS", "", "", float(km), counts, sum_of, "", False, "", ("s",), "", ""
        )
        return Row(LENGTHS, 2, {"length_km": f"{km:.{decimals}f}"}, value)

    rows = (
        row("a", parts[0], ("dry",), ()),
        row("b", parts[1], ("river",), ()),
        row("c", whole, ("dry", "river"), ("a", "b")),
    )
    known = {"border-lengths": frozenset("abc")}
    unchecked = UncheckedRecord((), (), (), (), rows, (), (), (), (), (), (), (), (), known)
    return not list(parts_add_up_to_their_whole(unchecked))
