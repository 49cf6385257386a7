"""The answers themselves: plain data, each source written out once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from geo.answers.claims import assess_all
from geo.answers.country.data import dossier_answer
from geo.answers.country.dossier import dossier
from geo.answers.data import plain_data
from geo.answers.data.rows import border_rows, country_rows, notes
from geo.answers.words import held
from geo.answers.words.headline import headline
from geo.atlas import Atlas, View
from geo.records import Event

Body = dict[str, Any]

_REFERRING = {"sources": "source_ids", "ground_sources": "ground_source_ids"}
_OF_A_DAY = ("date", "worldview", "beyond_record", "held")


def status(atlas: Atlas, view: View, iso_a3: str | None = None) -> Body:
    """Who is bound on a day: every state, or the one of a code."""
    said = {
        **notes(atlas, view),
        "headline": headline(view),
        "bound": view.bound,
        **plain_data.counted(view),
        "countries": country_rows(atlas, view, iso_a3),
    }
    return _with_sources(atlas, said)


def borders(atlas: Atlas, view: View, iso_a3: str | None = None, *, flank: bool = False) -> Body:
    """Border segments on a day: all, those of a state, those of the flank."""
    said = {
        **notes(atlas, view),
        "flank": plain_data.flank(view),
        "borders": border_rows(atlas, view, iso_a3, flank_only=flank),
    }
    return _with_sources(atlas, said)


def country(atlas: Atlas, view: View, iso_a3: str) -> Body:
    """The dossier of a state on a day."""
    said = _referring(dossier_answer(dossier(atlas, iso_a3, view), atlas.record.sources))
    (state,) = country_rows(atlas, view, iso_a3)
    said |= {**notes(atlas, view), "state": state, "borders": border_rows(atlas, view, iso_a3)}
    del said["source_ids"]  # of the whole dossier: written out anew below
    return _with_sources(atlas, said)


def events(atlas: Atlas, chosen: Iterable[Event]) -> Body:
    """Events of the record, as the record has them."""
    rows = [
        {
            "event_id": event.event_id,
            "date": str(event.date),
            "iso_a3": list(event.iso_a3),
            "treaty": event.treaty,
            "kind": event.kind,
            "title": event.title,
            "detail": event.detail,
            "effective": event.effective.isoformat() if event.effective else None,
            "source_ids": list(event.source_ids),
        }
        for event in chosen
    ]
    return _with_sources(atlas, {**_undated(atlas), "events": rows})


def claims(atlas: Atlas, day: date | None) -> Body:
    """What the articles say, all tested on a day or each on its article's own."""
    found = plain_data.claims(assess_all(atlas, day), atlas.record.sources)
    said = {**_undated(atlas), "date": day.isoformat() if day else None}
    return _with_sources(atlas, {**said, "claims": _referring(found)})


def encoded(body: Body) -> bytes:
    """A body as compact JSON, names in their own letters."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _undated(atlas: Atlas) -> Body:
    carried = notes(atlas, atlas.on(atlas.verified_to))
    said = {name: value for name, value in carried.items() if name not in _OF_A_DAY}
    return {**said, "held": held.answer(atlas.record.held, None)}


def _referring(said: Any) -> Any:
    """The same with ids in place of sources written out."""
    if isinstance(said, list):
        return [_referring(item) for item in said]
    if not isinstance(said, dict):
        return said
    return {
        _REFERRING.get(name, name): [source["source_id"] for source in value]
        if name in _REFERRING
        else _referring(value)
        for name, value in said.items()
    }


def _with_sources(atlas: Atlas, said: Body) -> Body:
    cited = dict.fromkeys(_cited(said))
    return {**said, "sources": plain_data.cited(cited, atlas.record.sources)}


def _cited(said: Any) -> Iterator[str]:
    """Every source id in an answer, in order of first use."""
    if isinstance(said, list):
        for item in said:
            yield from _cited(item)
    elif isinstance(said, dict):
        for name, value in said.items():
            yield from value if name in _REFERRING.values() else _cited(value)
