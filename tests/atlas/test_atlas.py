"""The atlas against what is published: who is bound on which day, and along which borders."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from geo.atlas import load_tables
from geo.atlas.published_dates import mismatches, published
from geo.atlas.supposed import parse
from geo.atlas.what_if import suppose
from geo.basics.dates import Interval, PartialDate
from geo.records import Event, Record
from geo.records.acts import PUBLISHED, is_legal
from geo.treaty import TreatyError
from tests.atlas.changed_records import ATLAS, RECORD, atlas_of
from tests.every import every


def changed(record: Record, event_id: str, **fields: object) -> Record:
    """The record with one event altered."""
    return replace(
        record,
        events=tuple(
            replace(e, **fields) if e.event_id == event_id else e  # type: ignore[arg-type]
            for e in record.events
        ),
    )


# Who is bound


@pytest.mark.parametrize(
    ("day", "bound"),
    [
        ("1997-01-01", 0),
        ("1999-02-28", 0),
        ("1999-03-01", 45),
        ("2025-12-26", 166),
        ("2025-12-27", 163),
        ("2026-01-09", 163),
        ("2026-01-10", 162),
        ("2026-02-19", 162),
        ("2026-02-20", 161),
        ("2026-07-31", 161),
        ("2027-02-01", 162),
        ("2040-12-31", 162),
    ],
)
def test_the_number_of_states_bound(day: str, bound: int) -> None:
    view = ATLAS.on(date.fromisoformat(day))
    assert view.bound == view.bound_min == view.bound_max == bound


@pytest.mark.parametrize("day", ["2026-08-01", "2026-08-25", "2026-11-25", "2027-01-31"])
def test_while_lebanon_is_bound_or_not_161_or_162_states_are(day: str) -> None:
    view = ATLAS.on(date.fromisoformat(day))
    assert view.bound is None
    assert (view.bound_min, view.bound_max) == (161, 162)
    assert [state.iso_a3 for state in view.unknown] == ["LBN"]
    assert sum(view.counts.values()) == len(view.states) - 1


def test_the_convention_entered_into_force_on_1_march_1999() -> None:
    assert ATLAS.convention_in_force == date(1999, 3, 1)


def test_the_record_knows_the_197_states_that_could_join() -> None:
    assert len(RECORD.states) == 197
    assert set(ATLAS.on(date(2026, 2, 20)).states) == set(RECORD.states)


def test_every_published_date_is_the_computed_one() -> None:
    def holds(row: tuple[Event, tuple[date | Interval, ...]]) -> None:
        event, computed = row
        assert event.date.exact
        assert event.date.first in computed

    rows = ((event, computed) for event, _, computed in published(ATLAS) if not event.check_note)
    every(((row[0].event_id, row) for row in rows), holds)


def test_every_party_has_a_published_entry_into_force_and_no_other_state_has() -> None:
    """So that no computed date goes untested: 166 states, and 31 that were never bound."""

    def holds(iso_a3: str) -> None:
        past, own = ATLAS.history(iso_a3), ATLAS.events_of(iso_a3)
        if not past.exact:
            (spell,) = past.spells
            assert (iso_a3, str(spell.in_force)) == ("LBN", "2026-08-01/2027-02-01")
            return
        told = {
            kind: [e.date.first for e in own if (e.kind, e.treaty) == (kind, "APMBC")]
            for kind in PUBLISHED
        }
        assert told["entry_into_force"] == [spell.in_force for spell in past.spells]
        left = [spell.withdrawal_effective for spell in past.spells if spell.withdrawal_effective]
        assert told["withdrawal_effective"] == left

    every(((iso_a3, iso_a3) for iso_a3 in RECORD.states), holds)


def test_a_published_date_that_differs_is_found_unless_the_row_says_why() -> None:
    assert mismatches(ATLAS) == ()
    moved = changed(RECORD, "pol-2026-withdrawal-effective", date=PartialDate(2026, 2, 16))
    (mismatch,) = mismatches(atlas_of(moved))
    assert not mismatch.explained
    line = str(mismatch)
    for expected in ("events.csv", "pol-2026-withdrawal-effective", "2026-02-16", "2026-02-20"):
        assert expected in line
    noted = changed(
        moved, "pol-2026-withdrawal-effective", check_note="Counted from the signature."
    )
    (mismatch,) = mismatches(atlas_of(noted))
    assert mismatch.explained
    assert str(mismatch).endswith("Counted from the signature.")


def test_acts_the_treaty_does_not_allow_are_refused_by_their_events() -> None:
    record = changed(RECORD, "pol-2025-withdrawal-notice", date=PartialDate(2013, 5, 31))
    with pytest.raises(TreatyError, match="2013-05-31 withdrawal_notice") as caught:
        atlas_of(record)
    (fault,) = caught.value.faults
    assert fault.act.event_id == "pol-2025-withdrawal-notice"


def test_an_act_under_another_treaty_is_no_act_of_the_convention() -> None:
    left = next(e for e in RECORD.events if e.event_id == "ltu-2025-ccm-withdrawal-effective")
    assert left.kind in PUBLISHED
    assert not is_legal(left)
    assert all(is_legal(replace(left, treaty="APMBC", kind=kind)) for kind in PUBLISHED)
    assert not is_legal(replace(left, treaty="APMBC", kind="statement"))


def test_an_objection_is_no_act_of_the_objecting_state() -> None:
    assert any(event.kind == "objection" for event in ATLAS.events_of("NOR"))
    assert all(act.kind != "objection" for act in ATLAS.history("NOR").acts)


def test_an_atlas_that_reads_its_borders_when_asked_supposes_too() -> None:
    there = suppose(load_tables(), parse("NOR:withdrawal_notice:2026-12-01"))
    view = there.on(date(2027, 8, 1))
    assert view.flank.covered_by == ()
    assert view.flank.length_km > 3_000
    assert there.borders().areas
