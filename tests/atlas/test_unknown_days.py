"""What is shown where the day of an act is not known: ranges and words, never a guess."""

from __future__ import annotations

import io
import json
from datetime import date, timedelta
from itertools import product

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.answers.data.borders import borders_answer
from geo.answers.data.status import status_answer
from geo.answers.files.catalogue import export
from geo.answers.files.status_changes import changes
from geo.answers.key_dates import coverage
from geo.answers.words import headline, legend
from geo.atlas import Atlas
from geo.basics.dates import Interval
from geo.cli import text_tables
from geo.pictures import captions
from geo.pictures.canvas import Canvas
from geo.pictures.frames import fixed_frame
from geo.pictures.layout import SCREEN_INCHES, entries
from geo.pictures.line import drawn_line
from geo.pictures.palette import PALETTES
from geo.pictures.projected import projected_map
from geo.treaty import LegalStatus
from geo.web.documents.timeline import timeline
from tests.atlas.days_not_known import (
    ATLAS,
    FINLAND,
    FLANK_DAY,
    NOTICE,
    RECORD,
    TODAY,
    atlas_of,
    dated,
)
from tests.own_data import own_dossiers

KNOWN = atlas_of(dated(RECORD, {"lbn-2026-accession": date(2026, 6, 15)}))


# Counts


@settings(max_examples=5)
@given(
    st.lists(
        st.tuples(st.dates(date(2025, 7, 1), date(2025, 8, 1)), st.integers(1, 2)),
        min_size=3,
        max_size=3,
    ),
    st.sampled_from([date(2025, 7, 2), date(2025, 12, 31), date(2026, 2, 1), date(2026, 9, 1)]),
)
def test_the_lowest_and_the_highest_count_bound_every_combination(
    spans: list[tuple[date, int]], day: date
) -> None:
    names = (NOTICE, "est-2025-withdrawal-notice", "lbn-2026-accession")
    intervals = {
        n: Interval(d, d + timedelta(days=k)) for n, (d, k) in zip(names, spans, strict=True)
    }
    choices = [[d + timedelta(days=n) for n in range(k + 1)] for d, k in spans]
    views = [
        atlas_of(dated(RECORD, dict(zip(names, chosen, strict=True)))).on(day)
        for chosen in product(*choices)
    ]
    view = atlas_of(dated(RECORD, dict(intervals))).on(day)
    bounds = {one.bound for one in views}
    assert (view.bound_min, view.bound_max) == (min(map(int, bounds)), max(map(int, bounds)))  # type: ignore[arg-type]
    covered = {one.flank.covered_km or 0.0 for one in views}
    assert view.flank.covered_min_km == pytest.approx(min(covered))
    assert view.flank.covered_max_km == pytest.approx(max(covered))
    for status in LegalStatus:
        counts = {one.counts[status] for one in views}
        assert view.counts[status] <= min(counts) <= max(counts) <= view.counts_max[status]


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(161, 161, "161"), (161, 162, "161 or 162"), (160, 163, "between 160 and 163")],
)
def test_a_count_in_words(low: int, high: int, said: str) -> None:
    assert headline.count_words(low, high) == said


def test_the_sentence_of_today_says_161_or_162() -> None:
    assert "161 or 162 states are bound by the Mine Ban Convention." in headline.headline(
        ATLAS.on(TODAY)
    )


# Where every day is known nothing is said of what is not


def test_without_intervals_nothing_new_is_in_the_timeline() -> None:
    document = timeline(KNOWN)
    spans = [span for state in document["states"].values() for span in state["spans"]]
    usual = frozenset({"from", "status", "practice", "words"})
    assert {*map(frozenset, spans)} == {usual, usual | {"label"}}
    assert not {"unknown", "covered_words"} & {key for m in document["moments"] for key in m}
    assert all(isinstance(moment["bound"], int) for moment in document["moments"])


def test_without_intervals_both_ends_of_a_range_are_the_number() -> None:
    for day in (date(1998, 10, 1), date(2026, 2, 20), TODAY):
        body = status_answer(KNOWN, KNOWN.on(day))
        assert body["bound"] == body["bound_min"] == body["bound_max"]
        assert (body["counts"], body["not_known"]) == (body["counts_max"], 0)
        assert all(s["possible_statuses"] == [s["legal_status"]] for s in body["countries"])
        flank = borders_answer(KNOWN, KNOWN.on(day))["flank"]
        assert flank["covered_km"] == flank["covered_min_km"] == flank["covered_max_km"]


# Answers and files


def test_an_answer_has_null_where_nothing_is_known_for_certain() -> None:
    body = status_answer(ATLAS, ATLAS.on(TODAY), "LBN")
    (lebanon,) = body["countries"]
    assert (body["bound"], body["bound_min"], body["bound_max"]) == (None, 161, 162)
    assert (lebanon["legal_status"], lebanon["bound"], lebanon["since"]) == (None, None, None)
    assert lebanon["possible_statuses"] == ["consented", "party"]
    assert lebanon["entry_into_force"] == "2026-08-01/2027-02-01"
    assert sum(body["counts"].values()) + body["not_known"] == 197
    (later,) = status_answer(ATLAS, ATLAS.on(date(2027, 2, 1)), "LBN")["countries"]
    assert (later["legal_status"], later["bound"]) == ("party", True)
    assert later["since"] == later["entry_into_force"] == "2026-08-01/2027-02-01"


def test_the_same_in_every_file() -> None:
    view = ATLAS.on(TODAY)
    csv = export(ATLAS, view, "countries", "csv").content.decode()
    (row,) = [line for line in csv.splitlines() if ",LBN," in line]
    assert row.startswith("2026-11-25,LBN,Lebanon,,,none,,2026-08-01/2027-02-01,,,consented;party,")
    geojson = json.loads(export(ATLAS, view, "countries", "geojson").content)
    (area,) = [f["properties"] for f in geojson["features"] if f["properties"]["iso_a3"] == "LBN"]
    assert (area["bound"], area["possible"]) == (None, "consented;party")
    table = pq.read_table(io.BytesIO(export(ATLAS, view, "countries", "parquet").content))
    (kept,) = [row for row in table.to_pylist() if row["area_id"] == "LBN"]
    assert kept["entry_into_force"] is None
    assert kept["days_not_known"] == ["entry_into_force 2026-08-01/2027-02-01"]
    assert str(table.schema.field("entry_into_force").type) == "date32[day]"


def test_a_flank_state_that_may_be_bound_makes_a_range_of_the_kilometres() -> None:
    view = FINLAND.on(FLANK_DAY)
    flank = borders_answer(FINLAND, view)["flank"]
    assert flank["covered_km"] is None
    assert (flank["covered_min_km"], flank["covered_max_km"]) == (815.6, 2105.6)
    (border,) = [
        b for b in borders_answer(FINLAND, view)["borders"] if b["iso_a3"] == "FIN" and b["flank"]
    ]
    assert (border["bound"], border["covered"]) == (None, None)
    assert "between 816 km and 2,106 km, Norway’s, Poland’s and perhaps Finland’s, remain" in (
        headline.headline(view)
    )
    assert "covered by the Convention: between 816 km and 2,106 km" in text_tables.borders(view)
    assert "not known" in next(
        line for line in text_tables.borders(view).splitlines() if "FIN-RUS" in line
    )
    steps = {step.day.isoformat(): step.flank.unknown for step, _ in coverage(FINLAND)}
    assert steps["2025-12-20"] == ("FIN",)
    assert steps["2026-03-10"] == ()


def test_the_table_of_a_terminal_counts_in_ranges() -> None:
    text = text_tables.status(ATLAS.on(TODAY))
    assert "Bound: 161 or 162" in text
    assert "Consented or bound, not known" in text
    assert "between 1 Aug 2026 and 1 Feb 2027" in text


def test_a_change_on_a_day_not_known_is_listed_with_the_days_between() -> None:
    rows = [row for row in changes(ATLAS)["changes"] if row["iso_a3"] == "LBN"]
    assert [(row["date"], row["after"], row["bound"]) for row in rows] == [
        ("2026-02-04/2026-08-25", "consented", False),
        ("2026-08-01/2027-02-01", "party", True),
    ]


def test_the_browser_is_told_what_may_be_and_only_there() -> None:
    document = timeline(ATLAS)
    told = {
        iso: [s for s in state["spans"] if "possible" in s]
        for iso, state in document["states"].items()
    }
    assert {iso for iso, spans in told.items() if spans} == {"LBN"}
    last = told["LBN"][-1]
    assert (last["status"], last["possible"]) == (legend.UNKNOWN, ["consented", "party"])
    assert last["words"] == (
        "Consented or bound, not known; in force from a day between 1 Aug 2026 and 1 Feb 2027"
    )
    told_of = own_dossiers()["states"]["LBN"]
    assert [change["from"] for change in told_of["changes"]] == ["2026-08-25", "2027-02-01"]


# Pictures


def legend_of(atlas: Atlas, day: date, extent: str) -> dict[str, tuple[str | None, bool]]:
    pen = Canvas(SCREEN_INCHES, PALETTES["light"])
    frame, view = fixed_frame(extent), atlas.on(day)
    return {
        e.words: (e.hatch, e.mark)
        for e in entries(pen, view, drawn_line(atlas, view), projected_map(atlas.borders(), frame))
    }


def test_a_picture_has_a_mark_of_its_own_for_what_is_not_known() -> None:
    world = legend_of(ATLAS, TODAY, "world")
    assert world["Consented or bound, not known: 1"] == ("...", True)
    assert world["Bound: 161"] == (None, False)
    flank = legend_of(FINLAND, FLANK_DAY, "flank")
    assert flank["Bound on notice or withdrawn, not known"] == ("...", True)
    assert "Flank border, covered by the Convention: 816 km" in flank
    assert "Flank border, cover by the Convention not known: 1,290 km" in flank
    assert "Flank border, not covered by the Convention: 1,728 km" in flank
    assert "Consented or bound, not known: Lebanon." in captions.alt_text(ATLAS.on(TODAY), "world")
