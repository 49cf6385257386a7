"""The past does not change with what comes later: every answer of a day, over made-up lives.

`--hypothesis-profile histories` makes up 2,000 of them.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.answers.country.data import country_answer
from geo.answers.data.borders import borders_answer
from geo.answers.data.claims import claims_answer
from geo.answers.data.status import status_answer, status_table
from geo.answers.depositary import status_page
from geo.answers.depositary.comparison import hold
from geo.answers.files.status_changes import changes
from geo.answers.key_dates import turning_points
from geo.atlas import Atlas
from geo.basics.choices import FLANK_LENS
from geo.basics.dates import Interval, PartialDate
from geo.cli import text_tables
from geo.records import Event, Record
from geo.records.acts import is_legal
from geo.records.rows import CONVENTION
from geo.treaty import Act, ActKind
from geo.web.documents.dossiers import dossiers
from geo.web.documents.timeline import timeline
from tests.answers.depositary import pages
from tests.lives import days_of, examples, known_by, lives
from tests.own_data import own_atlas

ATLAS = own_atlas()
RECORD = replace(ATLAS.record, verified_to=date(2040, 12, 31))
LIVING = ("POL", "LTU", "UKR", "RUS")
"""States of the flank, one at war, one across the border; none of the first forty."""

AFTER_THE_FORTIETH = date(1998, 10, 1)

Lives = Mapping[str, tuple[Act, ...]]


def atlas_of(record: Record) -> Atlas:
    return Atlas(record, {"un": ATLAS.borders("un")})


def event_of(iso_a3: str, act: Act) -> Event:
    day = act.date if isinstance(act.date, Interval) else PartialDate.of(act.date)
    name = f"{iso_a3.lower()}-{act.date}-{act.kind}"
    title = f"{act.kind} of {iso_a3}"
    sources = ("UNTC2026",) if act.kind in (ActKind.ACCESSION, ActKind.SIGNATURE) else ("DZU1514",)
    return Event(
        name, day, (iso_a3,), CONVENTION, act.kind.value, title, "", act.effective, sources, ""
    )


def living(record: Record, made_up: Lives) -> Atlas:
    """The record with other lives of some states."""
    kept = [
        event
        for event in record.events
        if not (
            is_legal(event) and event.kind != ActKind.OBJECTION and {*event.iso_a3} & {*made_up}
        )
    ]
    acts = [event_of(iso_a3, act) for iso_a3, life in made_up.items() for act in life]
    return atlas_of(replace(record, events=tuple(sorted([*kept, *acts], key=lambda e: e.date))))


def later(record: Record, acts: Mapping[str, list[Act]]) -> Atlas:
    """The record with acts added to it."""
    added = [event_of(iso_a3, act) for iso_a3, found in acts.items() for act in found]
    return atlas_of(replace(record, events=(*record.events, *added)))


def answers(atlas: Atlas, day: date, states: Collection[str]) -> Iterator[object]:
    """Whatever is told of a day, without what is told of later days."""
    view = atlas.on(day)
    status = status_answer(atlas, view)
    yield from (status, status_table(status).csv(), text_tables.status(view))
    yield from (borders_answer(atlas, view, lens=FLANK_LENS), claims_answer(atlas, day))
    for iso_a3 in states:
        yield told(country_answer(atlas, view, iso_a3), atlas.record, day)
    yield {when: words for when, words in turning_points(atlas).items() if when <= day}


def told(answer: Any, record: Record, day: date) -> object:
    """A dossier without what it tells of later days, and without the sources of that."""
    tested = {c.claim_id: c.article_date.last for c in record.claims if c.article_date}
    declared = answer["declared_practice"]
    kept = {
        **answer,
        "next_change": None,
        "declared_practice": None if declared and declared["future"] else declared,
        "events": [event for event in answer["events"] if not event["future"]],
        "claims": [
            claim
            for claim in answer["claims"]
            if tested.get(claim["claim_id"], record.verified_to) <= day
        ],
        "sources": [],
    }
    text = json.dumps(kept)
    sources = [one for one in answer["sources"] if f'"{one["source_id"]}"' in text]
    return {**kept, "sources": sorted(sources, key=lambda one: one["source_id"])}


@pytest.mark.parametrize("iso_a3", LIVING)
@settings(max_examples=examples(3, shared_by=len(LIVING)))
@given(st.data())
def test_every_answer_of_a_day_rests_on_acts_up_to_it(iso_a3: str, data: st.DataObject) -> None:
    others = st.sampled_from([other for other in LIVING if other != iso_a3])
    states = (iso_a3, data.draw(others))
    made_up = {each: data.draw(lives(first=AFTER_THE_FORTIETH)) for each in states}
    day = data.draw(days_of(made_up[iso_a3]))
    whole = living(RECORD, made_up)
    known = living(RECORD, {each: known_by(life, day) for each, life in made_up.items()})
    assert [*answers(whole, day, states)] == [*answers(known, day, states)]


AS_IT_IS = atlas_of(RECORD)


def act(day: str, kind: str) -> Act:
    return Act(date.fromisoformat(day), ActKind(kind))


RETURN = act("2026-06-15", "accession")
COMING: dict[str, Mapping[str, list[Act]]] = {
    "return": {"POL": [RETURN]},
    "return-and-second-notice": {"POL": [RETURN, act("2027-03-01", "withdrawal_notice")]},
    "another-war": {"POL": [RETURN, act("2027-01-01", "armed_conflict_begins")]},
    "declaration-after-return": {
        "FIN": [RETURN, act("2027-05-05", "suspension_notice")],
        "UKR": [act("2027-01-01", "suspension_notice")],
    },
    "day-not-known": {
        "LTU": [Act(Interval(date(2026, 7, 1), date(2026, 8, 1)), ActKind.ACCESSION)]
    },
}
EVE = date(2026, 6, 14)


@pytest.mark.parametrize("coming", COMING.values(), ids=COMING)
def test_what_comes_after_changes_no_answer_of_the_record(coming: Mapping[str, list[Act]]) -> None:
    after, now, states = later(RECORD, coming), AS_IT_IS, tuple(coming)
    for day in ("2025-10-01", "2026-02-20", str(EVE)):
        asked = date.fromisoformat(day)
        assert [*answers(after, asked, states)] == [*answers(now, asked, states)]
    assert all(each.begins > EVE for acts in coming.values() for each in acts)


@pytest.mark.slow
def test_what_comes_after_changes_nothing_that_a_browser_shows_of_a_day() -> None:
    after, now = later(RECORD, COMING["return-and-second-notice"]), AS_IT_IS

    def shown(atlas: Atlas) -> object:
        told, moments = dossiers(atlas, "un"), timeline(atlas)
        until = EVE.isoformat()
        state = told["states"]["POL"]
        spans = [s for s in moments["states"]["POL"]["spans"] if s["from"] <= until]
        headlines = [m for m in moments["moments"] if m["from"] <= until]
        verdicts = {claim["id"]: claim["verdict"] for claim in told["claims"]}
        cited = told["sources"]
        grounds = [
            (g["from"], g["says"], [cited[place]["title"] for place in g["sources"]])
            for g in state["legal_bases"]
            if g["from"] <= until
        ]
        sentences = [s for s in state["sentences"] if s["from"] <= until]
        changes = [c for c in state["changes"] if c["from"] <= until]
        return spans, headlines, verdicts, grounds, sentences, changes, state["declared"]

    assert shown(after) == shown(now)


def test_a_page_of_the_depositary_is_held_against_its_own_day() -> None:
    after, day = later(RECORD, COMING["return-and-second-notice"]), date(2026, 3, 1)
    held = hold(after, status_page.read(pages.page_of(ATLAS, day).encode()))
    assert held.differences == ()


def test_the_list_of_changes_goes_on_where_it_ended() -> None:
    after, now = (changes(atlas)["changes"] for atlas in (later(RECORD, COMING["return"]), ATLAS))
    assert [row for row in after if row["date"] <= str(EVE)] == [
        row for row in now if row["date"] <= str(EVE)
    ]


def test_claims_of_february_stand_after_a_return() -> None:
    after, now = later(RECORD, COMING["return"]), AS_IT_IS
    assert claims_answer(after)["claims"] == claims_answer(now)["claims"]
