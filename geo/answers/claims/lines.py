"""Predicates on the borders of a lens: whose they are, whom the Convention binds, their length."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial

from geo.answers.claims.finding import (
    ANNOUNCED,
    CONSENT_KINDS,
    Figure,
    Finding,
    LensName,
    States,
    World,
    share,
)
from geo.answers.words import figures as words
from geo.answers.words.said import Retold, retold, said
from geo.answers.words.tongue import Tongue
from geo.atlas import BorderView
from geo.atlas.totals import total

CLOSE = 0.01
"""By how much of itself a length may differ from that of a statement and be the same, rounded."""


def borders_on(world: World, lens: LensName, states: States) -> Finding:
    """Each of the states has a border on the line."""
    met: dict[str, list[Figure]] = {}
    for border in world.line(lens):
        for state in _ends(border) & set(states):
            pair = words.PAIR_PART if border.part else words.PAIR
            other = world.names(_ends(border) - {state})
            named = said(pair, state=world.names([state]), other=other, part=said(border.part))
            figure = Figure(
                Retold.of(named),
                round(border.length_km),
                "km",
                border.length_source_ids,
            )
            met.setdefault(state, []).append(figure)
    return share(met, states, *(figure for state in states for figure in met.get(state, ())))


def only_bound_on(world: World, lens: LensName, expected: States, beyond: States = ()) -> Finding:
    """Of the states on the line, without those beyond it, only the expected are bound.

    Partly: the law binds others too, but each of those declares that it suspends the Convention.
    """
    circle = _on(world, lens, beyond)
    bound = {s for s in circle if world.bound(s)}
    observing = {s for s in bound if world.observes(s)}
    sources = world.sources(sorted(bound), CONSENT_KINDS)
    holds = bound == set(expected)
    return Finding(
        holds,
        partly=not holds and observing == set(expected),
        figures=(
            Figure(words.LOOKED_AT, len(circle), "states"),
            Figure(words.BOUND_AMONG, len(bound), "states", sources),
            Figure(words.WHICH, world.names(bound), "", sources),
            Figure(
                words.OF_THESE_SUSPENDED,
                world.names(bound - observing),
                "",
                world.sources(sorted(bound - observing), {"suspension_notice"}),
            ),
        ),
    )


def all_on_line(world: World, lens: LensName, expected: States, beyond: States = ()) -> Finding:
    """The states on the line, without those beyond it, are exactly the expected."""
    found = _on(world, lens, beyond)
    figure = Figure(words.ON_LINE, world.names(found), "", _membership(world, lens))
    return Finding(found == set(expected), figures=(figure,))


def only_staying_on(world: World, lens: LensName, expected: States, beyond: States = ()) -> Finding:
    """Of the states on the line, without those beyond it, only the expected mean to stay.

    Whoever has announced that it means to leave, or has given notice, does not.
    """
    found = _on(world, lens, beyond)
    leaving = {s for s in found if any(world.events(ANNOUNCED, s))}
    label = words.ANNOUNCED
    sources = world.sources(sorted(leaving), ANNOUNCED)
    return Finding(
        found - leaving == set(expected),
        figures=(
            Figure(label, world.names(leaving), "", sources),
            Figure(words.DID_NOT, world.names(found - leaving), ""),
        ),
    )


def line_measures(world: World, lens: LensName, km: int, states: States = ()) -> Finding:
    """The line, or what the states have of it, is that long, rounded.

    Partly: it lies between what the lowest published figures add up to, and the highest.
    """
    borders = _of(world, lens, states)
    length = total(borders).length_km
    lowest, below = _published(world, [(b, b.published_min_km) for b in borders])
    highest, above = _published(world, [(b, b.published_max_km) for b in borders])
    holds = abs(km - length) <= CLOSE * length
    return Finding(
        holds,
        partly=not holds and lowest <= km <= highest,
        figures=(
            Figure(words.SUM, round(length), "km", _lengths(borders)),
            Figure(words.LOWEST, round(lowest), "km", below),
            Figure(words.HIGHEST, round(highest), "km", above),
        ),
    )


def line_measured_on(
    world: World, lens: LensName, km: int, day: date, states: States = ()
) -> Finding:
    """The length of a line on a day that has come, with the line as it was."""
    if world.day < day:
        return Finding(False)
    found = line_measures(world.on(day), lens, km, states)

    def dated(label: str, tongue: Tongue) -> str:
        return f"{retold(label, tongue)}, {tongue.short(day)}"

    then = (replace(each, label=Retold.of(partial(dated, each.label))) for each in found.figures)
    return replace(found, figures=tuple(then))


def line_grew(
    world: World, lens: LensName, times: int, since: date, states: States = ()
) -> Finding:
    """The line, or what the states have of it, is more than that many times what it was."""
    if world.day < since:
        return Finding(False)
    was, now = (_of(each, lens, states) for each in (world.on(since), world))
    before, length = total(was).length_km, total(now).length_km
    return Finding(
        length > times * before,
        figures=(
            Figure(words.SUM_BEFORE, round(before), "km", _lengths(was)),
            Figure(words.SUM_ON_DAY, round(length), "km", _lengths(now)),
        ),
    )


def _ends(border: BorderView) -> frozenset[str]:
    return frozenset((border.iso_a3, border.neighbour_iso_a3))


def _on(world: World, lens: LensName, beyond: States) -> frozenset[str]:
    return frozenset().union(*map(_ends, world.line(lens))) - set(beyond)


def _of(world: World, lens: LensName, states: States) -> tuple[BorderView, ...]:
    line = world.line(lens)
    return tuple(b for b in line if _ends(b) & set(states)) if states else line


def _published(
    world: World, figures: Iterable[tuple[BorderView, float | None]]
) -> tuple[float, tuple[str, ...]]:
    """Add up published figures of borders, with their sources; the length where there is none."""
    length, cited = 0.0, list[str]()
    for border, km in figures:
        length += border.length_km if km is None else km
        cited += [
            source_id
            for row in world.atlas.record.lengths
            if (row.part, row.section, row.length_km) == (border.part, "", km)
            and {row.iso_a3, row.neighbour_iso_a3} == _ends(border)
            for source_id in row.source_ids
        ]
    return length, tuple(dict.fromkeys(cited))


def _lengths(borders: tuple[BorderView, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s for border in borders for s in border.length_source_ids))


def _membership(world: World, lens: LensName) -> tuple[str, ...]:
    """Sources of the memberships by which states are on the line."""
    return tuple(dict.fromkeys(s for member in world.memberships(lens) for s in member.source_ids))
