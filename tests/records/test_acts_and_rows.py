"""Rows against each other: acts in the order of the law, pairs, stages, sources, the descriptor."""

import json
from datetime import date

import pytest

from geo import records
from geo.atlas import Atlas
from geo.basics.problems import Problem
from geo.treaty import LegalStatus
from tests.records.own_rows import EVENTS, FACTS, LENGTHS, NOTICE, SOURCES, STATES, TOPICS
from tests.records.spoiled import Copy, found


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
    back = {"event_id": f"{state}-2026-back", "iso_a3": iso_a3, "source_ids": "dorzeczy_20260304"}
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
