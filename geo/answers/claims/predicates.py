"""Named predicates on the state of the world on one day, by which claims are tested.

`PREDICATES` maps each name to its function: `function(world, **arguments) -> Finding`. Arguments
are typed by annotation: `str` one ISO code, `States` several, `date`, `Year`, `int`, `Group` the id
of a group, `LensName` of a lens. `LASTING` names those whose answer is the same on every day, where
no group that they ask about changes.
"""

from __future__ import annotations

from collections.abc import Callable

from geo.answers.claims import groups, joining, leaving, lines
from geo.answers.claims.finding import Figure, Finding, States, World, Year

Predicate = Callable[..., Finding]

LASTING = frozenset({"borders_on", "conflict_bars_notice", "conflict_bars_effect"})

PREDICATES: dict[str, Predicate] = {
    function.__name__: function
    for function in (
        joining.never_joined,
        joining.never_signed,
        joining.signed_between,
        joining.consented_between,
        joining.signatures_span_years,
        joining.signatories_above,
        joining.consents_above,
        joining.states_signed,
        joining.states_joined,
        joining.states_bound,
        joining.states_outside,
        joining.party_since_year,
        joining.last_to_consent,
        joining.in_force_since_year,
        joining.treaty_of_year,
        leaving.withdrew_on,
        leaving.withdrew_between,
        leaving.leaves_on,
        leaving.have_withdrawn,
        leaving.notified_between,
        leaving.gave_no_notice,
        leaving.earlier_leavers,
        leaving.notice_ran_months,
        leaving.left_within_days,
        leaving.announced_leaving,
        leaving.production_plan_recorded,
        leaving.leaving_would_free,
        leaving.suspension_without_effect,
        leaving.withdrawal_blocked_by_conflict,
        leaving.conflict_bars_notice,
        leaving.conflict_bars_effect,
        lines.borders_on,
        lines.only_bound_on,
        lines.all_on_line,
        lines.only_staying_on,
        lines.line_measures,
        lines.line_measured_on,
        lines.line_grew,
        groups.members_not_bound,
        groups.members_not_joined,
        groups.place_among_leavers,
    )
}

__all__ = ["LASTING", "PREDICATES", "Figure", "Finding", "Predicate", "States", "World", "Year"]
