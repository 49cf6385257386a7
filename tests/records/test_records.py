"""What the reader of a broken record is told: the place, the value, what was expected."""

from pathlib import Path

import pytest

from geo import records
from geo.basics.errors import AtlasError
from geo.basics.problems import Problem
from tests.own_data import own_record
from tests.records.own_rows import CLAIMS, EVENTS, FACTS, LENGTHS, NOTICE, SOURCES, STATES, TOPICS
from tests.records.spoiled import Copy, copied


def test_the_record_as_it_stands_loads(copy: Copy) -> None:
    here, there = records.load(), records.load(copy.directory)
    assert here == there
    assert len(here.checksum) == 64
    assert list(here.states) == sorted(here.states)


def test_the_checksum_follows_any_file(copy: Copy) -> None:
    before = records.load(copy.directory).checksum
    copy.set("states.csv", "FRA", note="Another note.")
    assert records.load(copy.directory).checksum != before


METRICS = "metrics.csv"
MISSING = "missing_borders.csv"
GROUPS, LENSES = "groups.csv", "lenses.csv"
FACTBOOK = "github.com/factbook/factbook.json"
"""The page of a source of that name."""
INFOR = own_record().sources["DZU1514"].url.removeprefix("https://")
"""The page of the row of sources.csv that is broken below."""

WrongCell = tuple[str, str, str, str, str]
"""File, id, column, value, and what of the expectation is told."""

SHAPES: list[WrongCell] = [
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

CELLS: list[WrongCell] = [
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
    (CLAIMS, "C0-02", "conflicts_with", "C0-02", "other claims"),
    (LENSES, "nato-east", "side_a", "XXX", "codes of states.csv"),
    (LENSES, "nato-east", "side_a", "nato;mars", "ids of groups.csv"),
    (LENSES, "nato-east", "side_b", "neighbours;RUS", "neighbours, or codes and groups"),
    (LENSES, "nato-east", "side_b", "RUS;RUS", "each name once"),
    (LENSES, "nato-east", "side_a", "b9", "a group with members since 1997-01-01 or before"),
    (LENSES, "nato-east", "title", "x" * 91, "90 letters at most"),
    (LENSES, "nato-east", "lens_id", "prk", "a name that is no state's code"),
    (GROUPS, "asean", "member_from", "2000", "YYYY-MM-DD from 1997 on"),
    (GROUPS, "asean", "member_from", "2039-01-01", "not after its newest source"),
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
    (EVENTS, "nor-1998-ratification", "date", "2027-07-09", "not after its newest source"),
    (EVENTS, "nor-1998-ratification", "source_ids", "UNTC2026;UNTC2026", "each name once"),
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


def test_a_missing_border_has_one_row_whichever_side_it_is_told_from(copy: Copy) -> None:
    line = copy.set(MISSING, "can-dnk", iso_a3="ZMB", neighbour_iso_a3="BWA")
    (told,) = (p for p in copy.problems() if (p.file, p.line) == (MISSING, line))
    assert told.expected == "a border that no other row has"
    assert told.advice.startswith("Line 2 ")


def test_every_wrong_cell_is_named(tmp_path: Path) -> None:
    """As many at once as there are rows for them; what hides in such company is told alone."""
    rounds: list[dict[tuple[str, str], WrongCell]] = []
    for cell in CELLS:
        row = cell[:2]
        taken = next((others for others in rounds if row not in others), None)
        if taken is None:
            rounds.append(taken := {})
        taken[row] = cell
    assert sum(map(len, rounds)) == len(CELLS)
    faults: dict[WrongCell, list[str]] = {}
    for number, together in enumerate(rounds):
        hidden = unnamed(copied(tmp_path / str(number)), list(together.values()))
        for at, cell in enumerate(hidden):
            faults |= unnamed(copied(tmp_path / f"{number}-{at}"), [cell])
    assert faults == {}


def unnamed(copy: Copy, cells: list[WrongCell]) -> dict[WrongCell, list[str]]:
    """Those of some wrong cells that nothing names as it should, and what is said of their rows."""
    lines = [copy.line(file, key) for file, key, *_ in cells]
    for line, (file, _, column, value, _) in zip(lines, cells, strict=True):
        copy.put(file, line, **{column: value})
    problems = copy.problems()
    found = {}
    for line, cell in zip(lines, cells, strict=True):
        here = [p for p in problems if (p.file, p.line) == (cell[0], line)]
        if not any(names(told, copy, cell) for told in here):
            found[cell] = [str(p) for p in here]
    return found


def names(told: Problem, copy: Copy, cell: WrongCell) -> bool:
    file, *_, expected = cell
    return (
        expected in told.expected
        # The value is the cell, or that one of several ids in it that is wrong.
        and told.value in copy.cell(file, told.line, told.column)
        and str(told).startswith(f"{file}:{told.line}, column {told.column}: found ")
        and told.advice != ""
    )


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
