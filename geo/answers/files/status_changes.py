"""Every change of a state's status or declared practice, in order of date, with its sources."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from geo.answers.data.credits import ATTRIBUTION, LICENCE, data_version
from geo.answers.words import held
from geo.answers.words.legal_basis import ground_sources
from geo.atlas import Atlas
from geo.basics.dates import earliest, latest
from geo.records.source_tiers import web_address
from geo.treaty import Day, LegalStatus, Practice


def changes(atlas: Atlas) -> dict[str, Any]:
    """The document: notes, `changes` (ISO days, ISO 3166-1 alpha-3 codes), and `sources` by id.

    A change on a day that is not known has the days it lies between, `2026-08-01/2027-02-01`.
    """
    rows = sorted(_rows(atlas), key=lambda row: (row["date"], row["iso_a3"]))
    cited = {source_id for row in rows for source_id in row["source_ids"]}
    return {
        "title": "Changes of status under the 1997 Mine Ban Convention",
        "verified_to": atlas.verified_to.isoformat(),
        "held": held.answer(atlas.record.held, None),
        "data_version": data_version(atlas),
        "licence": LICENCE,
        "attribution": ATTRIBUTION,
        "changes": rows,
        "sources": {
            source_id: {
                "publisher": source.publisher,
                "title": source.title,
                "date": str(source.date) if source.date else None,
                "url": web_address(source.url) or None,
                "tier": source.tier,
            }
            for source_id, source in atlas.record.sources.items()
            if source_id in cited
        },
    }


def _rows(atlas: Atlas) -> Iterator[dict[str, Any]]:
    for iso_a3 in atlas.record.states:
        past = atlas.history(iso_a3)
        before = LegalStatus.NOT_PARTY
        for when, status in past.changes:
            row = _row(atlas, iso_a3, when, "legal_status", before.value, status.value)
            yield row | {"bound": status.bound}
            before = status
        if past.suspension_notice:
            declared, after = past.suspension_notice, past.practice_on(past.suspension_notice)
            yield _row(atlas, iso_a3, declared, "practice", Practice.NONE.value, after.value)


def _row(
    atlas: Atlas, iso_a3: str, when: Day, layer: str, before: str, after: str
) -> dict[str, Any]:
    day = earliest(when) if latest(when) == date.max else latest(when)
    state = atlas.on(day).states[iso_a3]
    return {
        "date": str(when),
        "iso_a3": iso_a3,
        "name": state.name,
        "layer": layer,
        "from": before,
        "to": after,
        "bound": state.bound,
        "source_ids": ground_sources(atlas.record, atlas.events_of(iso_a3), state, day),
    }
