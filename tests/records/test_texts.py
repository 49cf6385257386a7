"""How what a reader reads is written: a slip in a text is named with its file, line and column."""

import pytest

from geo import records
from tests.records.spoiled import Copy, found

EVENTS, STATES, SOURCES, LENGTHS = "events.csv", "states.csv", "sources.csv", "border_lengths.csv"
FACTS, CLAIMS, TOPICS = "facts.csv", "claims.csv", "disagreements.csv"
NOTICE, SHIELD = "pol-2025-withdrawal-notice", "pol-shield-length-700"
LINE = "nor-rus-norwaytoday-1977"

SPOILED: list[tuple[str, str, str, str, str]] = [
    # file, id, column, value, expectation
    (EVENTS, NOTICE, "title", "P" + 89 * "o" + "land", "90 letters at most, these are 94"),
    (EVENTS, NOTICE, "title", "Poland leaves.", "a title without its full stop"),
    (EVENTS, NOTICE, "title", "poland leaves", "begins with a capital letter or a figure"),
    (EVENTS, NOTICE, "title", " Poland leaves", "text without spaces around it"),
    (EVENTS, NOTICE, "title", "Poland leaves\u00a0", "text without spaces around it"),
    (EVENTS, NOTICE, "title", "Poland  leaves", "one between its words"),
    (EVENTS, NOTICE, "detail", "Circulated in August", "ends with a full stop"),
    (EVENTS, NOTICE, "detail", "circulated in August.", "begins with a capital letter"),
    (EVENTS, NOTICE, "check_note", "counted otherwise", "ends with a full stop"),
    (FACTS, SHIELD, "summary", "About 700 km", "ends with a full stop"),
    (FACTS, SHIELD, "programme", "East  Shield", "one between its words"),
    (CLAIMS, "C0-02", "reason", "As the page shows", "ends with a full stop"),
    (CLAIMS, "C0-02", "paraphrase", "they left.", "begins with a capital letter"),
    (STATES, "FRA", "note", "a note.", "begins with a capital letter"),
    (SOURCES, "DZU1514", "note", "A note", "ends with a full stop"),
    (SOURCES, "DZU1514", "title", "Act of 4 November ", "text without spaces around it"),
    (LENGTHS, LINE, "leading_reason", "It is measured", "ends with a full stop"),
    (LENGTHS, LINE, "note", "It is measured", "ends with a full stop"),
    (TOPICS, "latvia-vote", "question", "How many voted", "ends with a question mark"),
    (TOPICS, "latvia-vote", "reason", "Counted", "ends with a full stop"),
    # what the text says and what the row says
    (FACTS, SHIELD, "summary", "Someone said in May 2020.", "a date in May 2020"),
    (SOURCES, "DZU1514", "publisher", "Dziennik Ustaw", "via or copy in it"),
    (SOURCES, "DZU1514", "publisher", "Ragex (relaying Reuters)", "'B via A'"),
    (SOURCES, "DZU1514", "publisher", "Reuters, via Ragex", "'B via A'"),
    (SOURCES, "DZU1514", "publisher", "Sejm, copy of 2024 (Ragex)", "'B, copy at A'"),
    (SOURCES, "DZU1514", "publisher", "Ragex, quoting Reuters", "'A (citing B)'"),
    (SOURCES, "DZU1514", "publisher", "Ragex summary of Reuters", "'A (summary of B)'"),
    (SOURCES, "DZU1514", "publisher", "Ragex (citing Reuters relay)", "'B via A'"),
    (SOURCES, "DZU1514", "publisher", "Reuters, reposted", "'B (as reposted)'"),
    (STATES, "FRA", "note", "Never signed.", "a note without Never signed"),
    (STATES, "USA", "note", "", "a note that says Never signed"),
]


@pytest.mark.parametrize(
    ("file", "key", "column", "value", "expected"),
    SPOILED,
    ids=[f"{file}-{column}-{value or 'empty'}" for file, _, column, value, _ in SPOILED],
)
def test_a_text_that_is_written_otherwise_is_named(
    copy: Copy, file: str, key: str, column: str, value: str, expected: str
) -> None:
    line = copy.set(file, key, **{column: value})
    here = [p for p in copy.problems() if (p.file, p.line) == (file, line)]
    told = next((p for p in here if expected in p.expected), None)
    assert told, [str(p) for p in here]
    assert told.value == copy.cell(file, line, told.column)
    assert told.advice


def test_a_title_of_ninety_letters_is_read(copy: Copy) -> None:
    copy.set("events.csv", NOTICE, title="Poland " * 12 + "leaves")
    assert records.load(copy.directory)


def test_a_copy_says_by_whom_it_is_kept(copy: Copy) -> None:
    copy.set(
        SOURCES,
        "DZU1514",
        publisher="Dziennik Ustaw, copy at example.org",
        url="https://example.org/dzu1514",
    )
    assert records.load(copy.directory)


def test_a_state_one_of_whose_acts_is_faulty_is_not_asked_for_a_note(copy: Copy) -> None:
    line = copy.set(EVENTS, "lbn-2026-accession", title="")
    assert {(p.file, p.line) for p in copy.problems()} == {(EVENTS, line)}
    assert found(copy.problems(), EVENTS, line, "title").expected == "a value"
