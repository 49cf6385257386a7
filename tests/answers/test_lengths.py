"""One meaning of a kilometre: what leads, what adds up, and what a reader is told of a figure."""

import csv
import re
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import records
from geo.answers.country.data import country_answer
from geo.answers.country.markdown import markdown
from geo.answers.data.borders import borders_answer, borders_table
from geo.answers.data.notes import UNITS
from geo.answers.permalink import Place
from geo.answers.words.length_meaning import (
    LAND_LINE_WORDS,
    counted_words,
    exact,
    meaning,
    worked_out_words,
)
from geo.atlas import FLANK, BorderView
from geo.basics.problems import Problem
from geo.cli import text_tables
from geo.pictures import captions
from geo.records import RecordError
from geo.records.rows import LAND_LINE, LENGTH_PARTS, NOT_SAID
from geo.records.rules.lengths import parts_add_up_to_their_whole
from geo.records.unchecked import Row, UncheckedRecord
from geo.server.page.tabs import tabs
from geo.web.documents.dossiers import dossiers
from tests.own_data import own_atlas

ATLAS = own_atlas()
DAY = date(2026, 2, 20)
LENGTHS = "border_lengths.csv"

LEADING = {
    ("NOR", "RUS"): 197.7,
    ("FIN", "RUS"): 1290,
    ("EST", "RUS"): 338.6,
    ("LVA", "RUS"): 283.6,
    ("LVA", "BLR"): 172.9,
    ("LTU", "BLR"): 678.82,
    ("LTU", "RUS"): 253.7,
    ("POL", "RUS"): 199.62,
    ("POL", "BLR"): 418.24,
}


def border(iso_a3: str, neighbour: str) -> BorderView:
    (found,) = [
        b for b in ATLAS.on(DAY).borders if (b.iso_a3, b.neighbour_iso_a3) == (iso_a3, neighbour)
    ]
    return found


# What leads


def test_the_flank_measures_its_land_lines() -> None:
    flank = ATLAS.on(DAY).flank
    assert {
        (b.iso_a3, b.neighbour_iso_a3): b.leading_km for b in ATLAS.on(DAY).borders if b.flank
    } == LEADING
    assert flank.length_km == pytest.approx(3833.18)
    assert flank.covered_km == 197.7


def test_every_leading_figure_counts_the_same() -> None:
    assert {row.counts for row in ATLAS.record.lengths if row.leading} == {LAND_LINE}
    assert {b.leading_counts for b in ATLAS.on(DAY).borders if b.leading_km} == {LAND_LINE}


def test_a_leading_figure_of_the_flank_rests_on_a_public_body_but_where_the_record_says_so() -> (
    None
):
    sources = ATLAS.record.sources
    without = [
        b.iso_a3
        for b in ATLAS.on(DAY).borders
        if b.flank and not any(sources[s].tier == "official" for s in b.length_source_ids)
    ]
    assert without == []


def test_the_sum_told_beside_the_newspapers_is_that_of_the_borders() -> None:
    (topic,) = [t for t in ATLAS.record.disagreements if t.topic_id == "five-leavers-border"]
    five = sum(km for (iso_a3, _), km in LEADING.items() if iso_a3 != "NOR")
    assert f"add up to {five:,.0f} km" in topic.note


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
    draft = UncheckedRecord((), (), (), (), rows, (), (), (), (), (), (), (), (), known)
    return not list(parts_add_up_to_their_whole(draft))


# What a reader is told


def test_the_words_say_what_is_counted_worked_out_and_beside_it() -> None:
    assert meaning(border("FIN", "RUS")) == (
        "Counts dry land, rivers and lakes; worked out by the atlas: 1,080 + 84 + 126 km."
        " With the sea 1,340–1,344 km."
    )
    assert meaning(border("POL", "RUS")).endswith(
        "198.769 + 0.85 km. With the lagoon 210 km; with lagoon and sea 232 km."
    )
    assert meaning(border("LTU", "RUS")) == (
        "Counts dry land, rivers and lakes. With the lagoon 275 km; with lagoon and sea 294–297 km."
    )
    assert meaning(border("NOR", "RUS")) == "Counts dry land, rivers and lakes."
    assert meaning(border("NOR", "SWE")) == ""  # none leads


def test_everything_a_row_may_count_has_its_words() -> None:
    assert counted_words(NOT_SAID) == "source does not say what it counts"
    assert counted_words(("dry",)) == "dry land"
    assert counted_words(("river", "lake")) == "rivers and lakes"
    assert counted_words((*LAND_LINE, "sea")) == "with the sea"
    for row in ATLAS.record.lengths:
        assert counted_words(row.counts)
    for part in LENGTH_PARTS:
        assert counted_words((part,))


def test_figures_keep_their_decimals_and_a_difference_its_sign() -> None:
    assert [exact(km) for km in (1290.0, 198.769, 0.85, 10000.5)] == [
        "1,290",
        "198.769",
        "0.85",
        "10,000.5",
    ]
    assert worked_out_words("467.57 - 296.26") == "worked out by the atlas: 467.57 − 296.26 km"
    assert worked_out_words("") == ""


@pytest.mark.parametrize("iso_a3", FLANK)
def test_every_surface_says_what_a_figure_counts(iso_a3: str) -> None:
    view = ATLAS.on(DAY)
    said = [meaning(b) for b in view.borders_of(iso_a3) if b.flank]
    assert all(text.startswith("Counts dry land, rivers and lakes") for text in said)
    dossier_text = markdown(country_answer(ATLAS, view, iso_a3), ATLAS.record)
    text = re.sub(r"\\", "", dossier_text)
    document = dossiers(ATLAS, "un")
    drawn = {
        document["meanings"][b["meaning"]]
        for b in document["borders"]
        if b["flank"] and iso_a3 in b["states"]
    }
    answer = borders_answer(ATLAS, view, iso_a3)
    spreadsheet = borders_table(answer).csv()
    rows = [row["leading_meaning"] for row in answer["borders"]]
    for words_of_it in said:
        assert words_of_it in text
        assert words_of_it in drawn
        assert words_of_it in spreadsheet
        assert words_of_it in rows


def test_what_adds_lengths_up_says_what_they_count() -> None:
    view = ATLAS.on(DAY)
    place = Place(date=DAY)
    assert LAND_LINE_WORDS in text_tables.borders(view)
    assert LAND_LINE_WORDS in captions.SOURCES
    assert LAND_LINE_WORDS in UNITS
    assert LAND_LINE_WORDS in dossiers(ATLAS, "un")["leading_words"]
    for tab in ("coverage", "lengths"):
        assert LAND_LINE_WORDS in tabs.part_html(ATLAS, place, tab)


def test_the_tab_shows_every_row_of_the_flank_as_its_source_has_it() -> None:
    html = tabs.part_html(ATLAS, Place(date=DAY), "lengths")
    for row in ATLAS.record.lengths:
        if row.iso_a3 in FLANK and row.neighbour_iso_a3 in ("RUS", "BLR"):
            assert f'<td class="num">{exact(row.length_km)}</td>' in html
    assert "Worked out by the atlas: 246.93 + 467.57 − 296.26 km" in html
    assert "the Vistula Lagoon (209.83 km): our inference" in html
