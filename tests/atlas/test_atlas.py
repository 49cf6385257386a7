"""The atlas against what is published: who is bound on which day, and along which borders."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import borders as border_files
from geo import records
from geo.atlas import FACING, FIRST_DAY, FLANK, Atlas, StateView
from geo.atlas.published_dates import mismatches, published
from geo.basics.dates import PartialDate, latest
from geo.borders import Worldview
from geo.records import BorderLength, Event, Record
from geo.records.acts import PUBLISHED, is_legal
from geo.records.rows import LAND_LINE, NOT_SAID
from geo.treaty import LegalStatus, Practice, TreatyError
from tests.own_data import own_atlas

ATLAS = own_atlas()
RECORD = ATLAS.record
PUBLISHED_DATES = [
    pytest.param(event, computed, id=event.event_id)
    for event, _, computed in published(ATLAS)
    if not event.check_note
]
days = st.dates(FIRST_DAY, date(2040, 12, 31))


def changed(record: Record, event_id: str, **fields: object) -> Record:
    """The record with one event altered."""
    return replace(
        record,
        events=tuple(
            replace(e, **fields) if e.event_id == event_id else e  # type: ignore[arg-type]
            for e in record.events
        ),
    )


def atlas_of(record: Record) -> Atlas:
    return Atlas(record, {"un": ATLAS.borders("un")})


def standing(day: date) -> list[StateView]:
    """Where every state stands; sources may be added without a change."""
    return [replace(state, source_ids=()) for state in ATLAS.on(day).states.values()]


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


@pytest.mark.parametrize(("event", "computed"), PUBLISHED_DATES)
def test_a_published_date_is_the_computed_one(event: Event, computed: tuple[date, ...]) -> None:
    assert event.date.exact
    assert event.date.first in computed


@pytest.mark.parametrize("iso_a3", RECORD.states)
def test_every_party_has_a_published_entry_into_force_and_no_other_state_has(iso_a3: str) -> None:
    """So that no computed date goes untested: 166 states, and 31 that were never bound."""
    past = ATLAS.history(iso_a3)
    if not past.exact:
        (spell,) = past.spells
        assert (iso_a3, str(spell.in_force)) == ("LBN", "2026-08-01/2027-02-01")
        return
    told = {
        kind: [
            e.date.first for e in ATLAS.events_of(iso_a3) if (e.kind, e.treaty) == (kind, "APMBC")
        ]
        for kind in PUBLISHED
    }
    assert told["entry_into_force"] == [spell.in_force for spell in past.spells]
    left = [spell.withdrawal_effective for spell in past.spells if spell.withdrawal_effective]
    assert told["withdrawal_effective"] == left


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


# States on a day


def test_ukraine_is_a_party_that_declares_a_suspension() -> None:
    before, after = (ATLAS.on(date(2025, 7, day)).states["UKR"] for day in (17, 18))
    assert before.practice is Practice.NONE
    assert after.practice is Practice.SUSPENSION_DECLARED
    assert before.legal_status is after.legal_status is LegalStatus.PARTY
    assert after.since == date(2006, 6, 1)
    last = ATLAS.on(ATLAS.verified_to).states["UKR"]
    assert (last.bound, last.practice) == (True, Practice.SUSPENSION_DECLARED)


@pytest.mark.parametrize("iso_a3", ["NOR", "BLR"])
def test_norway_and_belarus_remain(iso_a3: str) -> None:
    state = ATLAS.on(date(2026, 2, 20)).states[iso_a3]
    assert state.legal_status is LegalStatus.PARTY
    assert state.practice is Practice.NONE


def test_only_ukraine_declares_a_suspension() -> None:
    states = ATLAS.on(ATLAS.verified_to).states.values()
    assert [s.iso_a3 for s in states if s.practice is not Practice.NONE] == ["UKR"]


def test_nothing_is_known_of_a_state_before_its_day() -> None:
    eve = ATLAS.on(date(2025, 8, 19)).states["POL"]
    assert (eve.withdrawal_notified, eve.withdrawal_effective) == (None, None)
    noticed = ATLAS.on(date(2025, 8, 20)).states["POL"]
    assert noticed.legal_status is LegalStatus.WITHDRAWAL_NOTIFIED
    assert noticed.withdrawal_effective == date(2026, 2, 20)
    # Hungary deposited on 6 April 1998; only the fortieth instrument fixed the day.
    assert ATLAS.on(date(1998, 9, 15)).states["HUN"].entry_into_force is None
    assert ATLAS.on(date(1998, 9, 16)).states["HUN"].entry_into_force == date(1999, 3, 1)


@pytest.mark.parametrize(
    ("day", "possible", "bound"),
    [
        ("2026-02-03", "not_party", False),
        ("2026-02-04", "not_party consented", False),
        ("2026-07-31", "not_party consented", False),
        ("2026-08-01", "not_party consented party", None),
        ("2026-08-24", "not_party consented party", None),
        ("2026-08-25", "consented party", None),
        ("2027-01-31", "consented party", None),
        ("2027-02-01", "party", True),
    ],
)
def test_lebanon_may_be_what_some_day_of_its_accession_makes_it(
    day: str, possible: str, bound: bool | None
) -> None:
    state = ATLAS.on(date.fromisoformat(day)).states["LBN"]
    assert " ".join(state.statuses) == possible
    assert state.bound is bound
    assert (state.legal_status is None) == (len(state.statuses) > 1)
    in_force = state.entry_into_force
    assert str(in_force) == ("None" if day < "2026-02-04" else "2026-08-01/2027-02-01")


def test_a_successor_is_bound_from_its_own_day_and_says_so() -> None:
    montenegro = ATLAS.on(date(2006, 6, 3)).states["MNE"]
    assert montenegro.legal_status is LegalStatus.PARTY
    assert montenegro.entry_into_force == date(2006, 6, 3)
    assert ATLAS.on(date(2006, 6, 2)).states["MNE"].legal_status is LegalStatus.NOT_PARTY


@given(days)
def test_a_view_agrees_with_itself_on_any_day(day: date) -> None:
    view = ATLAS.on(day)
    assert sum(view.counts.values()) + len(view.unknown) == len(view.states)
    if not view.unknown:
        assert view.bound == sum(count for status, count in view.counts.items() if status.bound)
        assert view.counts == view.counts_max
    assert view.bound_min <= view.bound_max <= view.bound_min + len(view.unknown)
    for state in view.states.values():
        assert state.source_ids
        assert all(source_id in RECORD.sources for source_id in state.source_ids)
        assert state.since is None or latest(state.since) <= day
        if state.bound:
            assert state.entry_into_force is not None
            assert latest(state.entry_into_force) <= day
        if state.legal_status is LegalStatus.WITHDRAWN:
            assert state.withdrawal_effective is not None
            assert latest(state.withdrawal_effective) <= day
    assert view.flank.covered_km == view.flank.covered_min_km == view.flank.covered_max_km
    assert view.flank.covered_km <= view.flank.length_km


@given(days)
def test_between_the_days_of_change_nothing_changes(day: date) -> None:
    last = max((d for d in ATLAS.change_dates if d <= day), default=FIRST_DAY)
    assert standing(day) == standing(last)


def test_every_day_of_change_changes_something() -> None:
    for day in ATLAS.change_dates:
        assert standing(day) != standing(day - timedelta(days=1))


def test_the_view_of_a_day_is_made_once() -> None:
    assert ATLAS.on(date(2026, 2, 20)) is ATLAS.on(date(2026, 2, 20))


def test_a_day_beyond_the_record_says_so() -> None:
    assert not ATLAS.on(ATLAS.verified_to).beyond_record
    assert ATLAS.on(ATLAS.verified_to + timedelta(days=1)).beyond_record


# Borders


@pytest.mark.parametrize("worldview", get_args(Worldview))
def test_each_border_is_there_once(worldview: Worldview) -> None:
    borders = ATLAS.on(date(2026, 2, 20), worldview).borders
    keys = [(frozenset((b.iso_a3, b.neighbour_iso_a3)), b.part) for b in borders]
    assert len(set(keys)) == len(keys) == len(ATLAS.borders(worldview).segments)
    assert all(len(pair) == 2 for pair, _ in keys)


FLANK_BORDERS = {
    ("NOR", "RUS", ""),
    ("FIN", "RUS", ""),
    ("EST", "RUS", ""),
    ("LVA", "RUS", ""),
    ("LTU", "RUS", "Kaliningrad"),
    ("POL", "RUS", "Kaliningrad"),
    ("LVA", "BLR", ""),
    ("LTU", "BLR", ""),
    ("POL", "BLR", ""),
}


@pytest.mark.parametrize("worldview", get_args(Worldview))
def test_the_flank_is_nine_borders_with_the_flank_state_first(worldview: Worldview) -> None:
    flank = [b for b in ATLAS.on(date(2026, 2, 20), worldview).borders if b.flank]
    assert {(b.iso_a3, b.neighbour_iso_a3, b.part) for b in flank} == FLANK_BORDERS
    assert len(flank) == len(FLANK_BORDERS)
    for border in flank:
        assert border.leading_km is not None
        assert border.published_min_km is not None
        assert border.published_max_km is not None
        assert border.published_min_km <= border.leading_km <= border.published_max_km
        assert border.length_source_ids
        assert border.leading_counts == LAND_LINE
        # Generalisation cuts corners: the drawn line is shorter, though not by half. Poland's with
        # Kaliningrad is drawn through the Vistula Lagoon, which the land line leaves out.
        lagoon = border.iso_a3 == "POL" and border.part == "Kaliningrad"
        longest = border.other_meanings[0].min_km if lagoon else border.leading_km
        assert border.leading_km / 2 < border.computed_km < longest


@pytest.mark.parametrize(
    ("day", "covered_by"),
    [
        ("1999-02-28", ()),
        ("1999-03-01", ("NOR",)),
        ("2012-07-01", ("NOR", "FIN", "EST", "LVA", "LTU")),
        ("2013-06-01", FLANK),
        ("2025-12-26", FLANK),
        ("2025-12-27", ("NOR", "FIN", "POL")),
        ("2026-01-10", ("NOR", "POL")),
        ("2026-02-20", ("NOR",)),
    ],
)
def test_the_flank_is_covered_by_the_states_bound(day: str, covered_by: tuple[str, ...]) -> None:
    view = ATLAS.on(date.fromisoformat(day))
    assert view.flank.covered_by == covered_by
    leading = {
        (row.iso_a3, row.neighbour_iso_a3, row.part): row.length_km
        for row in RECORD.lengths
        if row.leading and (row.iso_a3, row.neighbour_iso_a3, row.part) in FLANK_BORDERS
    }
    assert view.flank.length_km == pytest.approx(sum(leading.values()))
    covered = sum(km for (iso_a3, _, _), km in leading.items() if iso_a3 in covered_by)
    assert view.flank.covered_km == pytest.approx(covered)
    for border in view.borders:
        assert border.covered == (border.iso_a3 in covered_by if border.flank else None)


def test_the_flank_is_that_long_and_norway_covers_that_much_of_it() -> None:
    flank = ATLAS.on(date(2026, 2, 20)).flank
    assert 3800 < flank.length_km < 4000
    assert flank.covered_km == 197.7
    assert flank.left == ("FIN", "EST", "LVA", "LTU", "POL")


def test_crimea_is_no_border_in_the_worldview_of_the_general_assembly() -> None:
    pair = {"RUS", "UKR"}
    day = date(2026, 2, 20)
    un, de_facto = (
        [b for b in ATLAS.on(day, w).borders if {b.iso_a3, b.neighbour_iso_a3} == pair]
        for w in get_args(Worldview)
    )
    assert sum(b.computed_km for b in un) < sum(b.computed_km for b in de_facto)
    assert ATLAS.on(day, "un").flank == ATLAS.on(day, "de_facto").flank


def test_a_border_is_listed_with_either_state() -> None:
    view = ATLAS.on(date(2026, 2, 20))
    for a, b in (("NOR", "RUS"), ("UKR", "BLR")):
        shared = [x for x in view.borders_of(a) if b in (x.iso_a3, x.neighbour_iso_a3)]
        assert len(shared) == 1
        assert shared[0] in view.borders_of(b)


def test_land_outside_the_list_of_states_is_not_bound() -> None:
    borders = ATLAS.on(date(2026, 2, 20)).borders_of("XKX")
    assert borders
    assert all(not (b.bound if b.iso_a3 == "XKX" else b.neighbour_bound) for b in borders)


def test_those_remaining_are_named_once_a_flank_state_has_left() -> None:
    assert ATLAS.on(date(2025, 12, 26)).remaining == ()
    assert ATLAS.on(date(2026, 2, 20)).remaining == ("NOR", "BLR")
    assert set(FACING) == {"RUS", "BLR"}


# Leading figures where sources differ


def length(
    km: float, *, leading: bool = False, counts: tuple[str, ...] = LAND_LINE, **more: str
) -> BorderLength:
    return BorderLength(
        length_id=f"nor-swe-{km}",
        iso_a3="NOR",
        neighbour_iso_a3="SWE",
        part="",
        section=more.get("section", ""),
        length_km=km,
        counts=counts,
        sum_of=(),
        worked_out="",
        leading=leading,
        leading_reason="",
        source_ids=(f"s{km:.0f}",),
        note="",
        check_note="",
    )


@pytest.mark.parametrize(
    ("rows", "figures"),
    [
        pytest.param([], (None, None, None, ()), id="none"),
        pytest.param([length(10)], (10, 10, 10, ("s10",)), id="one-leads-by-itself"),
        pytest.param([length(10), length(12)], (None, 10, 12, ("s10", "s12")), id="none-leads"),
        pytest.param(
            [length(10), length(12, leading=True)], (12, 10, 12, ("s12",)), id="one-leads"
        ),
        pytest.param(
            [
                length(10),
                length(3, section="the river"),
                length(20, counts=(*LAND_LINE, "sea")),
                length(7, counts=("dry",)),
            ],
            (10, 10, 10, ("s10",)),
            id="stretches-and-sea-are-not-compared",
        ),
        pytest.param(
            [length(10), length(12, counts=NOT_SAID)],
            (None, 10, 12, ("s10", "s12")),
            id="what-is-counted-may-not-be-said",
        ),
        pytest.param(
            [length(12, counts=NOT_SAID)],
            (None, 12, 12, ("s12",)),
            id="alone-and-of-no-stated-meaning",
        ),
    ],
)
def test_leading_figures_of_a_border(
    rows: list[BorderLength], figures: tuple[float | None, float | None, float | None, object]
) -> None:
    view = atlas_of(replace(RECORD, lengths=tuple(rows))).on(date(2026, 2, 20))
    (border,) = [b for b in view.borders_of("SWE") if "NOR" in (b.iso_a3, b.neighbour_iso_a3)]
    assert figures == (
        border.leading_km,
        border.published_min_km,
        border.published_max_km,
        border.length_source_ids,
    )


def test_the_atlas_needs_only_the_worldview_it_is_asked_for() -> None:
    view = Atlas(records.load(), {"de_facto": border_files.load("de_facto")}).on(
        date(2026, 2, 20), "de_facto"
    )
    assert view.flank == ATLAS.on(date(2026, 2, 20)).flank
