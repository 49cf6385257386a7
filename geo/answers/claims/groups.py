"""Predicates on groups of states: which of their members on the day the Convention binds."""

from __future__ import annotations

from collections.abc import Iterable

from geo.answers.claims.finding import Figure, Finding, Group, States, World, act_figure
from geo.answers.words import figures as words


def members_not_bound(
    world: World,
    group: Group,
    expected: States = (),
    beside: States = (),
    once: States = (),
) -> Finding:
    """Of the members, and the states beside them, exactly the expected are not bound.

    `once` are taken for bound: "once they are, all are".
    """
    members = world.members(group)
    asked = {*(member.iso_a3 for member in members), *beside}
    unbound = {s for s in asked if not world.bound(s)}
    return Finding(
        unbound - set(once) == set(expected),
        figures=(_size(world, group), _named(world, words.NOT_BOUND, unbound)),
    )


def members_not_joined(world: World, group: Group, expected: States = ()) -> Finding:
    """Of the members exactly the expected have not consented to be bound.

    Partly: exactly the expected have not even signed.
    """
    members = {member.iso_a3 for member in world.members(group)}
    outside = {s for s in members if not world.joined(s)}
    unsigned = {s for s in outside if not world.signed(s)}
    holds = outside == set(expected)
    return Finding(
        holds,
        partly=not holds and unsigned == set(expected),
        figures=(
            _size(world, group),
            _named(world, words.NOT_CONSENTED, outside),
            _named(world, words.OF_THESE_SIGNED, outside - unsigned),
        ),
    )


def place_among_leavers(world: World, group: Group, state: str, place: int) -> Finding:
    """By the days on which notices take effect, the state leaves as that one of the members."""
    members = {member.iso_a3 for member in world.members(group)}
    ends = {s: day for s in members if (day := world.leaving(s))}
    own = ends.get(state)
    before = {s for s, day in ends.items() if own and day < own}
    notice = frozenset({"withdrawal_notice"})
    cited = world.sources(sorted(before), notice)
    return Finding(
        own is not None and len(before) == place - 1,
        figures=(
            act_figure(world, words.LEAVES, state, own, notice),
            Figure(words.LEAVE_BEFORE, world.names(before), "", cited),
        ),
    )


def _size(world: World, group: Group) -> Figure:
    members = world.members(group)
    cited = tuple(dict.fromkeys(s for member in members for s in member.source_ids))
    return Figure(words.MEMBERS, len(members), "states", cited)


def _named(world: World, label: str, states: Iterable[str]) -> Figure:
    found = sorted(states)
    return Figure(label, world.names(found), "", world.sources(found))
