"""Who is bound on either side of a border: both, one, neither, or land without a status."""

from __future__ import annotations

from enum import StrEnum


class Sides(StrEnum):
    """How the two sides of a border stand on a day.

    Land outside the depositary's list of states (Kosovo, Western Sahara) has no status of its own:
    to call it not bound would say of it what nobody can say.
    """

    BOTH = "both"
    ONE = "one"
    NONE = "none"
    NO_STATUS = "no_status"
    NOT_KNOWN = "not_known"


def sides(bound: bool | None, neighbour_bound: bool | None) -> Sides:
    """Return how two states stand of which it is known, or not known, whether they are bound."""
    if bound is None or neighbour_bound is None:
        return Sides.NOT_KNOWN
    return (Sides.NONE, Sides.ONE, Sides.BOTH)[bound + neighbour_bound]
