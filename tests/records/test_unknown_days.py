"""Acts on a day that is known only to lie between two, verifications and names."""

import pytest

from geo import records
from geo.atlas import Atlas
from tests.records.own_rows import EVENTS, NOTICE, STATES
from tests.records.spoiled import Copy, found

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


def test_a_name_is_one_states_however_it_is_spelled(copy: Copy) -> None:
    for cells in (
        {"aliases": "Viet Nam"},
        {"aliases": "VIET-NAM"},
        {"aliases": "vnm"},
        {"aliases": "", "name": "Viét nam"},
    ):
        line = copy.set(STATES, "NOR", **cells)
        (told,) = copy.problems()
        assert told.line in {line, copy.line(STATES, "VNM")}, cells
        assert told.expected == "names that stand once in the file", cells
