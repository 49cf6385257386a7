"""Predicates on who borders whom, and which neighbours the Convention binds."""

from __future__ import annotations

from collections.abc import Collection

from geo.answers.claims.finding import CONSENT_KINDS, Figure, Finding, States, World, share


def borders_any(world: World, states: States, neighbours: States) -> Finding:
    """Each of the states has a land border with at least one of the neighbours."""
    segments = world.atlas.on(world.day).borders
    met: dict[str, list[Figure]] = {}
    for state in states:
        for segment in segments:
            ends = {segment.iso_a3, segment.neighbour_iso_a3}
            if state not in ends or not (ends - {state}) & set(neighbours):
                continue
            pair = f"{world.names([state])} with {world.names(ends - {state})}"
            figure = Figure(
                f"{pair}, {segment.part}" if segment.part else pair,
                round(segment.length_km),
                "km",
                segment.length_source_ids,
            )
            met.setdefault(state, []).append(figure)
    return share(met, states, *(figure for figures in met.values() for figure in figures))


def only_bound_neighbours(
    world: World, of: States, expected: States, among: States = ()
) -> Finding:
    """Of the neighbours of these states (or those of them in `among`) only the expected are bound.

    Partly: the law binds others too, but each of those declares that it suspends the Convention.
    """
    borders = world.atlas.borders()
    circle = {n for state in of for n in borders.neighbours(state)}
    return _only_bound(world, circle & set(among) if among else circle, expected)


def only_bound_in_neighbourhood(world: World, of: str, expected: States) -> Finding:
    """Of a state and its neighbours only the expected are bound; partly as above."""
    circle = {of, *world.atlas.borders().neighbours(of)}
    return _only_bound(world, circle, expected)


def _only_bound(world: World, circle: Collection[str], expected: States) -> Finding:
    bound = {s for s in circle if world.bound(s)}
    observing = {s for s in bound if world.observes(s)}
    sources = world.sources(sorted(bound), CONSENT_KINDS)
    holds = bound == set(expected)
    return Finding(
        holds,
        partly=not holds and observing == set(expected),
        figures=(
            Figure("states looked at", len(circle), "states"),
            Figure("bound among them", len(bound), "states", sources),
            Figure("which they are", world.names(bound), "", sources),
            Figure(
                "of these, suspension declared",
                world.names(bound - observing),
                "",
                world.sources(sorted(bound - observing), {"suspension_notice"}),
            ),
        ),
    )
