"""What a browser is told of every state, day by day, is what the dossier of the day says."""

import json
from datetime import date
from typing import Any

import pytest

from geo.answers.country import dossier
from geo.answers.key_dates import moment_days
from geo.answers.words import headline
from geo.atlas import FIRST_DAY, FLANK, Atlas
from geo.basics import formats
from geo.web.documents.dossiers import dossiers
from geo.web.documents.slices import slice_of
from tests.atlas.days_not_known import FINLAND
from tests.own_data import own_atlas, own_dossiers

pytestmark = pytest.mark.slow

DAYS = (
    *(date(1998, 1, 1), date(1999, 3, 1), date(1999, 3, 2), date(2008, 6, 30), date(2025, 11, 1)),
    *(date(2026, 2, 20), date(2026, 2, 21), date(2026, 9, 1)),
)


@pytest.fixture(scope="module")
def document(atlas: Atlas) -> Any:
    return own_dossiers()


def current(rows: list[dict[str, Any]], day: date) -> dict[str, Any]:
    return [row for row in rows if row["from"] <= day.isoformat()][-1]


def last(rows: Any, day: str) -> str:
    """What the last row says that begins by a day."""
    return str(next(row["says"] for row in reversed(rows) if row["from"] <= day))


@pytest.mark.parametrize(
    ("known", "since"),
    [(own_atlas(), FIRST_DAY), (FINLAND, date(2025, 6, 1))],
    ids=["record", "a day not known"],
)
def test_the_sentence_and_ground_of_every_state_are_those_of_every_day_of_change(
    known: Atlas, since: date
) -> None:
    states, wrong = dossiers(known, "un")["states"], []
    for day in sorted({*DAYS, *(day for day in moment_days(known) if day >= since)}):
        view, written = known.on(day), day.isoformat()
        for iso_a3, state in view.states.items():
            said = last(states[iso_a3]["sentences"], written)
            told = said.replace(headline.DAY, formats.long_date(day))
            if told != headline.state_sentence(view, iso_a3):
                wrong.append((iso_a3, day, told))
            ground = last(states[iso_a3]["legal_bases"], written)
            if ground != dossier.legal_basis_of(known.history(iso_a3), state, day):
                wrong.append((iso_a3, day, ground))
    assert wrong == []


def lies(event: dict[str, str], day: date) -> str:
    """How the script takes an event to lie to a day."""
    if event["from"] > day.isoformat():
        return "future"
    return "open" if event["to"] > day.isoformat() else "past"


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("iso_a3", [*FLANK, "UKR", "FRA", "LBN"])
def test_the_rows_of_a_day_are_those_of_the_dossier(
    atlas: Atlas, document: dict[str, Any], iso_a3: str, day: date
) -> None:
    said = dossier.dossier(atlas, iso_a3, atlas.on(day))
    known = [
        fact
        for fact in document["facts"]
        if fact["state"] == iso_a3 and fact["from"] <= day.isoformat()
    ]
    programmes = [fact.summary for each in said.programmes for fact in each.facts]
    assert sorted(f["says"] for f in known if f["programme"]) == sorted(programmes)
    assert [f["says"] for f in known if not f["programme"]] == [f.summary for f in said.positions]
    events = [event for event in document["events"] if iso_a3 in event["states"]][::-1]
    assert [(e["title"], lies(e, day)) for e in events] == [
        (entry.event.title, entry.seen) for entry in said.entries
    ]
    topics = [
        t["question"]
        for t in document["topics"]
        if t["known"].get(iso_a3, "9999") <= day.isoformat()
    ]
    assert topics == [topic.question for topic in said.disagreements]
    borders = [border for border in document["borders"] if iso_a3 in border["states"]]
    assert len(borders) == len(said.borders)


@pytest.mark.parametrize("day", [FIRST_DAY, *DAYS], ids=str)
@pytest.mark.parametrize("iso_a3", [*FLANK, "UKR", "USA", "LBN"])
def test_a_status_cites_what_the_dossier_cites(
    atlas: Atlas, document: dict[str, Any], iso_a3: str, day: date
) -> None:
    span = current(document["states"][iso_a3]["legal_bases"], day)
    sources = [document["sources"][place]["title"] for place in span["sources"]]
    cited = dossier.dossier(atlas, iso_a3, atlas.on(day)).legal_basis_source_ids
    assert sources == [atlas.record.sources[source_id].title for source_id in cited]


def cited_in(document: Any, row: dict[str, Any]) -> list[tuple[str, str]]:
    """The sources of a row, written out."""
    sources = [document["sources"][place] for place in row["sources"]]
    return [(source["url"], document["reads"][source["read"]]) for source in sources]


@pytest.mark.parametrize("iso_a3", ["POL", "NOR", "LBN", ""])
def test_a_part_of_the_dossiers_says_of_its_state_what_the_whole_says(
    document: Any, iso_a3: str
) -> None:
    part: Any = slice_of(document, iso_a3)
    assert part.keys() == document.keys()
    rows = ("events", "facts", "claims", "borders")
    for name in rows:
        of_it = [
            row
            for row in document[name]
            if (iso_a3 in row.get("states", [row.get("state")]) if iso_a3 else row.get("flank"))
        ]
        assert len(of_it) == len(part[name])
        for row, kept in zip(of_it, part[name], strict=True):
            assert cited_in(part, kept) == cited_in(document, row)
            other = {"sources", "meaning"}
            assert {k: v for k, v in kept.items() if k not in other} == {
                k: v for k, v in row.items() if k not in other
            }
            if name == "borders":
                assert part["meanings"][kept["meaning"]] == document["meanings"][row["meaning"]]
    assert set(part["states"]) == {iso_a3} - {""}
    assert len(json.dumps(part)) < len(json.dumps(document)) / 5
