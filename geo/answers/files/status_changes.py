"""Every change of a state's status or declared practice, in order of date, with its sources."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from typing_extensions import TypedDict

from geo.answers.data.notes import Notes, SourceAnswer, notes, written_out
from geo.answers.words.legal_basis import legal_basis_sources
from geo.atlas import Atlas
from geo.basics.dates import earliest, latest
from geo.basics.shapes import closed
from geo.treaty import Day, LegalStatus, Practice


@closed
class StatusChange(TypedDict):
    """What a state was in law, or declared to do, before a day and from then on.

    A change on a day that is not known has the days it lies between, `2026-08-01/2027-02-01`.
    """

    date: str
    iso_a3: str
    name: str
    layer: Literal["legal_status", "practice"]
    before: LegalStatus | Practice
    after: LegalStatus | Practice
    bound: bool | None
    source_ids: list[str]


@closed
class ChangesAnswer(Notes):
    """Every change on record, oldest first."""

    title: str
    changes: list[StatusChange]
    sources: list[SourceAnswer]


def changes(atlas: Atlas) -> ChangesAnswer:
    """Every change of every state."""
    rows = sorted(_rows(atlas), key=lambda row: (row["date"], row["iso_a3"]))
    return {
        "title": "Changes of status under the 1997 Mine Ban Convention",
        **notes(atlas),
        "changes": rows,
        "sources": written_out(atlas, *(row["source_ids"] for row in rows)),
    }


def _rows(atlas: Atlas) -> Iterator[StatusChange]:
    for iso_a3 in atlas.record.states:
        past = atlas.history(iso_a3)
        before = LegalStatus.NOT_PARTY
        for when, status in past.changes:
            yield {**_row(atlas, iso_a3, when, before, status), "bound": status.bound}
            before = status
        for spell in past.spells:
            for declared in spell.suspensions[:1]:  # what is declared again changes nothing
                after = past.practice_on(declared)
                yield _row(atlas, iso_a3, declared, Practice.NONE, after)


def _row(
    atlas: Atlas,
    iso_a3: str,
    when: Day,
    before: LegalStatus | Practice,
    after: LegalStatus | Practice,
) -> StatusChange:
    day = earliest(when) if latest(when) == date.max else latest(when)
    state = atlas.on(day).states[iso_a3]
    return {
        "date": str(when),
        "iso_a3": iso_a3,
        "name": state.name,
        "layer": "practice" if isinstance(after, Practice) else "legal_status",
        "before": before,
        "after": after,
        "bound": state.bound,
        "source_ids": list(legal_basis_sources(atlas.record, atlas.events_of(iso_a3), state, day)),
    }
