"""Every row of the record: a failure names each row that does not hold."""

from datetime import date

import pytest

from geo import atlas, treaty
from geo.records import BorderLength, Claim, Disagreement, Event, Fact, State
from geo.records.acts import acts_of, fortieth_of
from tests.every import every
from tests.own_data import own_record

RECORD = own_record()
ACTS = acts_of(RECORD)
FORTIETH = fortieth_of(act for past in ACTS.values() for act in past)


def the_record_knows(source_ids: tuple[str, ...]) -> bool:
    return bool(source_ids) and all(name in RECORD.sources for name in source_ids)


def test_states() -> None:
    def holds(state: State) -> None:
        assert the_record_knows(state.source_ids)
        acts = ACTS[state.iso_a3]
        assert not treaty.faults(acts, FORTIETH)
        ever_bound = any(act.kind in treaty.CONSENTS for act in acts)
        if ever_bound and not treaty.inexact(acts):
            told = [e for e in events_of(state.iso_a3) if e.kind == "entry_into_force"]
            assert len(told) == 1, "each party has one published entry into force"

    every(RECORD.states.items(), holds)


def events_of(iso_a3: str) -> list[Event]:
    return [e for e in RECORD.events if iso_a3 in e.iso_a3 and e.treaty == "APMBC"]


def test_events() -> None:
    def holds(event: Event) -> None:
        assert the_record_knows(event.source_ids)
        assert set(event.iso_a3) <= set(RECORD.states)
        assert event.date.first <= RECORD.verified_to
        # Our own habit, by which an event is found; another's record may name its rows otherwise.
        codes = {code.lower() for code in event.iso_a3}
        assert codes | {str(event.date.first.year)} <= set(event.event_id.split("-"))

    every(((event.event_id, event) for event in RECORD.events), holds)


def test_lengths() -> None:
    def holds(length: BorderLength) -> None:
        assert the_record_knows(length.source_ids)
        assert {length.iso_a3, length.neighbour_iso_a3} <= set(RECORD.states)
        assert 0 < length.length_km < 10_000
        if length.iso_a3 in atlas.FLANK and length.neighbour_iso_a3 == "RUS":
            kaliningrad = length.iso_a3 in ("LTU", "POL")
            assert (length.part == "Kaliningrad") == kaliningrad
        if length.neighbour_iso_a3 in atlas.FLANK:
            assert length.iso_a3 in atlas.FLANK, "the flank state comes first"

    every(((length.length_id, length) for length in RECORD.lengths), holds)


def test_facts() -> None:
    def holds(fact: Fact) -> None:
        assert the_record_knows(fact.source_ids)

    every(((fact.fact_id, fact) for fact in RECORD.facts), holds)


def test_claims() -> None:
    def holds(claim: Claim) -> None:
        assert the_record_knows(claim.source_ids)
        assert set(claim.subject_iso_a3) <= set(RECORD.states)

    every(((claim.claim_id, claim) for claim in RECORD.claims), holds)


def test_disagreements() -> None:
    def holds(topic: Disagreement) -> None:
        assert len({version.version for version in topic.versions}) == len(topic.versions) >= 2

    every(((topic.topic_id, topic) for topic in RECORD.disagreements), holds)


# --- what the rows must add up to: figures of the record's own verification, not of this code ---


def test_the_universe_is_the_un_members_and_four_more() -> None:
    standings = [state.un_status for state in RECORD.states.values()]
    assert {s: standings.count(s) for s in set(standings)} == {
        "UN member": 193,
        "UN observer": 2,
        "other state": 2,
    }


def test_counts_that_the_depositary_and_the_press_published() -> None:
    kinds = [event.kind for event in RECORD.events if event.treaty == "APMBC"]
    assert kinds.count("signature") == 133
    assert sum(kinds.count(kind) for kind in treaty.CONSENTS) == 166 + 1  # Lebanon, in 2026
    assert kinds.count("withdrawal_notice") == kinds.count("withdrawal_effective") == 5


def test_the_depositarys_page_leads_every_act_it_shows() -> None:
    page = RECORD.sources["UNTC2026"]
    assert page.date
    shown = {"signature", "withdrawal_notice", "withdrawal_effective", *treaty.CONSENTS}
    acts = [e for e in RECORD.events if e.treaty == "APMBC" and e.kind in shown]
    # Every act of the day of the page or before, and the one withdrawal it foretells.
    led = [e for e in acts if e.source_ids[0] == page.source_id]
    assert [e.event_id for e in acts if e not in led and e.date.last <= page.date.first] == []
    later = [e.event_id for e in led if e.date.first > page.date.first]
    assert later == ["pol-2026-withdrawal-effective"]


@pytest.mark.parametrize(
    ("state", "circulated"),
    [
        ("est", "C.N.360.2025.TREATIES-XXVI-5 of 3 July 2025"),
        ("lva", "C.N.361.2025.TREATIES-XXVI-5 of 3 July 2025"),
        ("ltu", "C.N.362.2025.TREATIES-XXVI-5 of 3 July 2025"),
        ("fin", "C.N.372.2025.TREATIES-XXVI-5 of 11 July 2025"),
        ("pol", "C.N.421.2025.TREATIES-XXVI-5 of 26 August 2025"),
    ],
)
def test_a_notice_names_its_circulation(state: str, circulated: str) -> None:
    notice = next(e for e in RECORD.events if e.event_id == f"{state}-2025-withdrawal-notice")
    assert circulated in notice.detail
    assert ("subject to the condition" in notice.detail) == (state == "pol")


def test_a_page_nobody_opened_is_not_called_official() -> None:
    unseen = [s for s in RECORD.sources.values() if s.url and s.accessed is None]
    assert unseen
    assert all(s.tier != "official" and "not opened" in s.note for s in unseen)


def test_the_fortieth_instrument_is_that_of_16_september_1998() -> None:
    assert date(1998, 9, 16) == FORTIETH


def test_every_flank_border_has_one_leading_figure() -> None:
    leading = [
        (row.iso_a3, row.neighbour_iso_a3)
        for row in RECORD.lengths
        if row.leading and row.iso_a3 in atlas.FLANK and row.neighbour_iso_a3 in atlas.FACING
    ]
    expected = {
        *(("NOR", "RUS"), ("FIN", "RUS"), ("EST", "RUS"), ("LVA", "RUS"), ("LTU", "RUS")),
        *(("POL", "RUS"), ("LVA", "BLR"), ("LTU", "BLR"), ("POL", "BLR")),
    }
    assert set(leading) == expected
    assert len(leading) == len(expected)


def test_events_are_in_the_order_of_their_dates() -> None:
    dates = [event.date for event in RECORD.events]
    assert dates == sorted(dates)
