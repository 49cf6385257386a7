"""The border programmes on the map: whose they are, which borders they follow, since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from geo.answers.words.programmes import BEGAN
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import FACING
from geo.basics.dates import PartialDate
from geo.records import Fact, Record

STATES_OF: dict[str, tuple[str, ...]] = {
    "East Shield": ("POL",),
    "Baltic Defence Line": ("EST", "LVA", "LTU"),
}
"""Programmes along whole borders, and the states whose borders with `FACING` they follow."""


@dataclass(frozen=True, slots=True)
class BorderProgramme:
    """A programme along the borders of `states` with Russia and Belarus, public since `start`."""

    name: str
    states: tuple[str, ...]
    start: date
    start_fact: Fact

    def words(self, tongue: Tongue = ENGLISH) -> str:
        """When and how it began: `announced on 18 May 2024`."""
        return tongue.text(BEGAN[self.start_fact.metric], day=tongue.short(self.start))

    def runs_along(self, iso_a3: str, neighbour_iso_a3: str) -> bool:
        """Whether the programme follows the border of these two."""
        return iso_a3 in self.states and neighbour_iso_a3 in FACING


def border_programmes(record: Record) -> tuple[BorderProgramme, ...]:
    """The programmes whose beginning the record dates to the day; no other is drawn."""
    found = []
    for name, states in STATES_OF.items():
        starts = [
            (date.fromisoformat(fact.value), fact)
            for fact in record.facts
            if fact.programme == name and fact.metric in BEGAN and PartialDate.parse(fact.value).day
        ]
        if starts:
            start, fact = min(starts, key=lambda pair: pair[0])
            found.append(BorderProgramme(name, states, start, fact))
    return tuple(found)
