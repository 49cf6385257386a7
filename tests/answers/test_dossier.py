"""One country on one day: what was known then, why it holds, and where each word comes from."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.answers.country.disagreements import by_topic
from geo.answers.country.dossier import STAGES, Dossier, dossier
from geo.atlas import FIRST_DAY, FLANK
from geo.basics.dates import latest
from geo.treaty import LegalStatus, Practice
from tests.every import every
from tests.own_data import own_atlas

ATLAS = own_atlas()
COUNTRIES = st.sampled_from(sorted(ATLAS.record.states))


def of(iso_a3: str, day: str = "2026-02-20") -> Dossier:
    return dossier(ATLAS, iso_a3, ATLAS.on(date.fromisoformat(day)))


ACCESSION = "lbn-2026-accession"
"""An act of which only two days are known that it lies between."""

GROUNDS = {
    (
        "NOR",
        "1997-12-02",
    ): "By this day it has neither signed nor deposited an instrument of consent"
    " (Articles 15 and 16).",
    (
        "NOR",
        "1998-01-01",
    ): "Signed on 3 December 1997; a signature alone does not bind (Article 16).",
    ("NOR", "1998-07-09"): "Instrument of ratification deposited on 9 July 1998; the Convention is"
    " not yet in force for the state (Article 17).",
    ("NOR", "1999-03-01"): "Instrument of ratification deposited on 9 July 1998; in force since"
    " 1 March 1999 (Article 17).",
    ("POL", "2025-08-20"): "The depositary received its notice of withdrawal on 20 August 2025. The"
    " withdrawal takes effect on 20 February 2026 (Article 20(3)); until then the state remains"
    " bound.",
    ("POL", "2026-02-20"): "The depositary received its notice of withdrawal on 20 August 2025; the"
    " withdrawal took effect on 20 February 2026 (Article 20(3)).",
    (
        "LBN",
        "2025-12-31",
    ): "By this day it has neither signed nor deposited an instrument of consent"
    " (Articles 15 and 16).",
    (
        "LBN",
        "2026-02-20",
    ): "Instrument of accession deposited on a day between 4 February and 25 August 2026; in force"
    " from a day between 1 August 2026 and 1 February 2027 (Article 17). On this day: not a party"
    " or consented, not known.",
    ("LBN", "2027-02-01"): "Instrument of accession deposited on a day between 4 February and"
    " 25 August 2026; in force since a day between 1 August 2026 and 1 February 2027 (Article 17).",
    ("BLR", "2026-02-20"): "Instrument of accession deposited on 3 September 2003; in force since"
    " 1 March 2004 (Article 17).",
}


@pytest.mark.parametrize(("iso_a3", "day"), GROUNDS)
def test_the_ground_of_a_status_names_act_day_and_article(iso_a3: str, day: str) -> None:
    assert of(iso_a3, day).legal_basis == GROUNDS[iso_a3, day]


def test_ukraines_declared_suspension_stands_beside_the_law_and_not_in_its_place() -> None:
    before, after = of("UKR", "2025-07-17"), of("UKR")
    assert "suspends" not in before.legal_basis
    assert "On 18 July 2025 it informed the United Nations that it suspends" in after.legal_basis
    assert "in law the state remains bound" in after.legal_basis
    assert after.state.legal_status is LegalStatus.PARTY


def test_poland_knows_its_last_and_its_next_change() -> None:
    before, after = of("POL", "2026-02-19"), of("POL", "2026-02-20")
    assert before.last_change == (date(2025, 8, 20), LegalStatus.WITHDRAWAL_NOTIFIED)
    assert before.next_change == (date(2026, 2, 20), LegalStatus.WITHDRAWN)
    assert after.last_change == (date(2026, 2, 20), LegalStatus.WITHDRAWN)
    assert after.next_change is None


def test_a_change_on_a_day_not_known_is_the_next_until_it_must_have_come() -> None:
    told = {
        day: tuple(str(change and change[0]) for change in (d.last_change, d.next_change))
        for day in ("2026-06-01", "2026-11-25", "2027-02-01")
        if (d := of("LBN", day))
    }
    deposit, in_force = "2026-02-04/2026-08-25", "2026-08-01/2027-02-01"
    assert told == {
        "2026-06-01": ("None", deposit),
        "2026-11-25": (deposit, in_force),
        "2027-02-01": (in_force, "None"),
    }


def test_a_declared_suspension_is_no_change_in_law_and_is_told_beside_it() -> None:
    before, after = of("UKR", "2025-07-17"), of("UKR")
    declared = (date(2025, 7, 18), Practice.SUSPENSION_DECLARED)
    assert before.declared_practice == after.declared_practice == declared
    assert after.last_change == (date(2006, 6, 1), LegalStatus.PARTY)
    assert before.next_change is after.next_change is None
    assert of("POL").declared_practice is None


def test_what_is_not_known_names_the_act_it_comes_from() -> None:
    before, after = of("LBN", "2025-12-31"), of("LBN")
    assert {"NHRCLB", "UNTC_LATER2026", "TWB0825"} <= set(after.legal_basis_source_ids)
    assert "UNTC2014" in after.legal_basis_source_ids
    assert after.legal_basis_source_ids[:2] == ("UNTC2026", "NHRCLB")
    assert before.legal_basis_source_ids[0] == "UNTC2014"


def test_an_event_whose_span_holds_the_day_is_neither_past_nor_future() -> None:
    seen = {
        day: next(e for e in of("LBN", day).entries if e.event.event_id == ACCESSION).seen
        for day in ("2026-02-03", "2026-02-04", "2026-02-20", "2026-08-24", "2026-08-25")
    }
    assert list(seen.values()) == ["future", "open", "open", "open", "past"]
    assert ACCESSION in [entry.event.event_id for entry in of("LBN").past]
    (month,) = [e for e in of("SWE", "2026-01-15").entries if str(e.date) == "2026-01"]
    assert month.seen == "open"


def test_the_flank_borders_come_first_and_kaliningrad_is_a_part_of_its_own() -> None:
    first = [(line.neighbour_name, line.border.part) for line in of("POL").borders][:2]
    assert first == [("Belarus", ""), ("Russia", "Kaliningrad")]
    assert of("POL").borders[0].border.leading_km == 418.24


def test_norways_border_with_russia_is_the_same_from_either_side() -> None:
    (from_norway,) = [ln for ln in of("NOR").borders if ln.neighbour_iso_a3 == "RUS"]
    (from_russia,) = [ln for ln in of("RUS").borders if ln.neighbour_iso_a3 == "NOR"]
    assert from_norway.border == from_russia.border
    assert from_norway.border.leading_km == 197.7
    assert from_norway.neighbour is not None
    assert not from_norway.neighbour.bound


def test_an_island_has_no_borders_and_still_a_dossier() -> None:
    iceland = of("ISL")
    assert iceland.borders == ()
    assert iceland.legal_basis.startswith("Instrument of")


def test_east_shield_is_polands_first_programme() -> None:
    east_shield = of("POL").programmes[0]
    assert east_shield.name == "East Shield"
    assert {"announced", "built"} <= {fact.stage for fact in east_shield.facts}


def test_facts_of_later_days_are_counted_and_not_told() -> None:
    early, late = of("POL", "2024-01-01"), of("POL", "2026-03-03")
    told = sum(len(p.facts) for p in early.programmes) + len(early.positions)
    total = sum(fact.iso_a3 == "POL" for fact in ATLAS.record.facts)
    assert told + early.later_facts == total
    assert early.later_facts > late.later_facts
    assert "East Shield" not in [p.name for p in early.programmes]


@given(COUNTRIES, st.dates(FIRST_DAY, date(2030, 1, 1)))
def test_a_dossier_of_any_day_tells_nothing_that_was_not_yet_known(iso_a3: str, day: date) -> None:
    d = dossier(ATLAS, iso_a3, ATLAS.on(day))
    facts = [*d.positions, *(f for p in d.programmes for f in p.facts)]
    assert all(fact.as_of.first <= day for fact in facts)
    assert all(entry.future == (entry.date.first > day) for entry in d.entries)
    assert d.next_change is None or latest(d.next_change[0]) > day
    assert d.last_change is None or latest(d.last_change[0]) <= day


@given(COUNTRIES, st.dates(FIRST_DAY, date(2030, 1, 1)))
def test_every_source_a_dossier_names_exists(iso_a3: str, day: date) -> None:
    d = dossier(ATLAS, iso_a3, ATLAS.on(day))
    assert set(d.source_ids) <= set(ATLAS.record.sources)
    assert len(d.source_ids) == len(set(d.source_ids))


@pytest.mark.parametrize("iso_a3", [*FLANK, "BLR", "UKR", "RUS"])
def test_programmes_go_from_deed_to_word_and_positions_apart(iso_a3: str) -> None:
    d = of(iso_a3)
    for programme in d.programmes:
        ranks = [STAGES.index(fact.stage) for fact in programme.facts]
        assert ranks == sorted(ranks, reverse=True)
    assert all(fact.stage not in STAGES for fact in d.positions)


def test_every_state_has_a_status_a_ground_and_a_source() -> None:
    def holds(iso_a3: str) -> None:
        d = of(iso_a3)
        assert d.status
        assert d.legal_basis.endswith((".", ")."))
        assert d.source_ids or d.state.legal_status is LegalStatus.NOT_PARTY

    every(((iso_a3, iso_a3) for iso_a3 in ATLAS.record.states), holds)


def test_a_code_that_is_no_states_is_refused() -> None:
    with pytest.raises(KeyError):
        of("XKX")


def test_a_disagreement_names_its_countries_in_one_order() -> None:
    several = [list(known) for _, known in by_topic(ATLAS) if len(known) > 3]
    assert several
    for countries in several:
        assert countries == sorted(countries), "documents would have other bytes in each process"
