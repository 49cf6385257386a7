"""The part of all dossiers that a panel shows at a time: one state's, or the overview of the flank.

A part has the shape of the whole, so that the same script draws of either.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from geo.web.documents.dossier_shapes import DossiersDocument


def slice_of(whole: DossiersDocument, iso_a3: str = "") -> DossiersDocument:
    """Return what a document says of a state, or without one of the flank; for every day.

    Raises KeyError for a code that is no state's.
    """
    borders = whole["borders"]
    rows: dict[str, Any] = {
        **whole,
        "states": {iso_a3: whole["states"][iso_a3]} if iso_a3 else {},
        "events": [row for row in whole["events"] if iso_a3 in row["states"]],
        "facts": [row for row in whole["facts"] if row["state"] == iso_a3],
        "topics": [row for row in whole["topics"] if iso_a3 in row["known"]],
        "claims": [row for row in whole["claims"] if iso_a3 in row["states"]],
        "borders": [b for b in borders if (iso_a3 in b["states"] if iso_a3 else b["flank"])],
    }
    sources, meanings, reads = (_Places(whole[name]) for name in ("sources", "meanings", "reads"))
    part: dict[str, Any] = {name: _renumbered(each, sources) for name, each in rows.items()}
    part["borders"] = [{**row, "meaning": meanings.of(row["meaning"])} for row in part["borders"]]
    part["sources"] = [{**row, "read": reads.of(row["read"])} for row in sources.kept]
    return cast("DossiersDocument", {**part, "meanings": meanings.kept, "reads": reads.kept})


class _Places:
    """The things of a list that are still referred to, each at its new place."""

    def __init__(self, things: Sequence[Any]) -> None:
        self._things = things
        self._places: dict[int, int] = {}
        self.kept: list[Any] = []

    def of(self, place: int) -> int:
        """The new place of what was at another."""
        if place not in self._places:
            self._places[place] = len(self.kept)
            self.kept.append(self._things[place])
        return self._places[place]


def _renumbered(value: Any, sources: _Places) -> Any:
    """A value whose rows, at any depth, cite sources by their new places."""
    if isinstance(value, list):
        return [_renumbered(each, sources) for each in value]
    if isinstance(value, Mapping):
        return {
            name: [sources.of(place) for place in each]
            if name == "sources" and _are_places(each)
            else _renumbered(each, sources)
            for name, each in value.items()
        }
    return value


def _are_places(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(place, int) for place in value)
