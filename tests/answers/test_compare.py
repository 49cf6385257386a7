"""Two days side by side: what is told to have changed is what differs between the days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.answers import through
from geo.answers.data.compare import CompareAnswer, compare_answer
from geo.answers.permalink import Place
from geo.answers.words.tongue import tongue
from geo.atlas.sides import Sides
from geo.basics.choices import LANGUAGES, Language
from tests.own_data import own_atlas

ATLAS = own_atlas()
DAYS = st.sampled_from(ATLAS.change_dates) | st.dates(date(1997, 1, 1), date(2030, 1, 1))


def compared(first: str, last: str, iso_a3: str | None = None) -> CompareAnswer:
    before, after = (ATLAS.on(date.fromisoformat(day)) for day in (first, last))
    return compare_answer(ATLAS, before, after, iso_a3)


@given(DAYS, DAYS)
@settings(max_examples=15)
def test_the_earlier_day_and_what_changed_make_the_later_day(one: date, other: date) -> None:
    first, last = sorted((one, other))
    before, after = ATLAS.on(first), ATLAS.on(last)
    told = compare_answer(ATLAS, before, after)
    bound = {code: state.bound for code, state in before.states.items()}
    for row in told["states"]:
        assert bound[row["iso_a3"]] is row["bound_before"]
        bound[row["iso_a3"]] = row["bound_after"]
    assert bound == {code: state.bound for code, state in after.states.items()}
    km = {sides: total["length_km"] for sides, total in told["before"]["by_sides"].items()}
    for border in told["borders"]:
        km[border["sides_before"]] -= border["length_km"]
        km[border["sides_after"]] += border["length_km"]
    later = {sides: total["length_km"] for sides, total in told["after"]["by_sides"].items()}
    assert km == pytest.approx(later, abs=6)  # each border is rounded to a tenth, the sum once
    counted = {kind: [r["change"] for r in told["states"]].count(kind) for kind in ("in", "out")}
    if before.bound is not None and after.bound is not None:
        assert before.bound + counted["in"] - counted["out"] == after.bound


SENTENCES = [
    (
        "2025-01-01",
        "2026-02-20",
        "Between 1 January 2025 and 20 February 2026, two states joined and five states left the"
        " Mine Ban Convention; of the 3,833 km of border that the Baltic-Arctic flank shares with"
        " Russia and Belarus, 3,635 km are no longer covered by the Convention.",
    ),
    (
        "2025-08-19",
        "2025-08-20",
        "Between 19 August 2025 and 20 August 2025, one state gave notice of withdrawal from the"
        " Mine Ban Convention; of the 3,833 km of border that the Baltic-Arctic flank shares with"
        " Russia and Belarus, as much is covered by the Convention as before.",
    ),
    (
        "2026-02-20",
        "2026-11-26",
        "As far as the record goes, between 20 February 2026 and 26 November 2026, no state joined"
        " or left the Mine Ban Convention, and of one state it is not known; of the 3,833 km of"
        " border that the Baltic-Arctic flank shares with Russia and Belarus, as much is covered by"
        " the Convention as before.",
    ),
]


@pytest.mark.parametrize(("first", "last", "told"), SENTENCES, ids=[each[1] for each in SENTENCES])
def test_the_sentence_can_be_quoted(first: str, last: str, told: str) -> None:
    assert compared(first, last)["sentence"] == told


def test_a_state_that_is_bound_as_before_is_told_of_by_its_act_and_its_day() -> None:
    told = compared("2025-01-01", "2026-02-20")["states"]
    found = {row["iso_a3"]: (row["change"], row["since"]) for row in told}
    assert found["UKR"] == ("declared", "2025-07-18")
    assert found["LBN"] == ("perhaps_consented", None)
    assert found["POL"] == ("out", "2026-02-20")


def test_a_state_is_compared_with_its_neighbours_and_its_own_borders() -> None:
    told = compared("2025-01-01", "2026-02-20", "EST")
    assert [row["iso_a3"] for row in told["states"]] == ["EST", "LVA"]
    assert {(b["iso_a3"], b["neighbour_iso_a3"]) for b in told["borders"]} == {
        ("EST", "LVA"),
        ("EST", "RUS"),
    }
    assert told["after"]["by_sides"][Sides.BOTH]["segments"] == 0
    assert told["sentence"].endswith(
        "on 672 km of the land borders of Estonia other states are bound than before."
    )


def test_what_changed_is_told_whole_in_every_language() -> None:
    place = Place(date(2026, 2, 20))
    wrong, said = [], {}
    for language in LANGUAGES:
        for other in (date(1997, 1, 1), date(2025, 6, 1), date(2026, 2, 19)):
            told = through.compared(own_atlas(), place, other, tongue(language))["sentence"]
            said[language, other] = told
            english = said["en", other]
            if "{" in told or "2026" not in told or (language != "en" and told == english):
                wrong.append((language, told))
    assert not wrong
    pl = said["pl", date(2025, 6, 1)]
    assert "zostały 2 państwa i z Konwencji Ottawskiej wystąpiło 5 państw" in pl


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Estonia", "Finland", "Latvia", "Lithuania", "Poland"]),
        ("uk", ["Естонія", "Латвія", "Литва", "Польща", "Фінляндія"]),
    ],
)
def test_what_changed_stands_in_the_order_of_names(language: Language, names: list[str]) -> None:
    before, after = (ATLAS.on(date.fromisoformat(day)) for day in ("2025-12-01", "2026-02-20"))
    told = compare_answer(ATLAS, before, after, tongue=tongue(language))
    assert [state["name"] for state in told["states"] if state["name"] in names] == names
