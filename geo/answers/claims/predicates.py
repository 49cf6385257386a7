"""Named predicates on the state of the world on one day, by which claims are tested.

`PREDICATES` maps each name to its function: `function(world, **arguments) -> Finding`. Arguments
are typed by annotation: `str` one ISO code, `States` several, `date`, `Year`, `int`, `Group` the id
of a group, `LensName` of a lens. `LASTING` names those whose answer is the same on every day, where
no group that they ask about changes.
"""

from __future__ import annotations

from collections.abc import Callable

from geo.answers.claims import groups, joining, leaving, lines
from geo.answers.claims.finding import Finding
from geo.basics.functions import functions_of

Predicate = Callable[..., Finding]

LASTING = frozenset({"borders_on", "conflict_bars_notice", "conflict_bars_effect"})

PREDICATES: dict[str, Predicate] = functions_of(joining, leaving, lines, groups)
"""Every public function of these modules."""
