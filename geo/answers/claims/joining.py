"""Predicates on signing, consenting and entry into force (Articles 15 to 17)."""

from __future__ import annotations

from datetime import date

from geo.answers.claims.finding import (
    CONSENT_KINDS,
    Figure,
    Finding,
    Group,
    States,
    World,
    Year,
    act_figure,
    count_figure,
    day_figure,
    each_between,
    pick,
    share,
)
from geo.answers.words import figures as words
from geo.answers.words.said import Retold, said


def never_joined(world: World, states: States) -> Finding:
    """None of the states has ever consented to be bound."""
    joined = [s for s in states if world.consents(s)]
    return share(
        [s for s in states if s not in joined],
        states,
        Figure(words.EVER_CONSENTED, world.names(joined), "", world.sources(states)),
    )


def never_signed(world: World, states: States) -> Finding:
    """None of the states has ever signed; an accession is no signature (Article 16)."""
    signed = [s for s in states if world.signed(s)]
    return share(
        [s for s in states if s not in signed],
        states,
        Figure(words.EVER_SIGNED, world.names(signed), "", world.sources(states)),
    )


def signed_between(world: World, states: States, first: date, last: date) -> Finding:
    """Each of the states signed on a day from first to last, both included."""
    days = {s: world.signed(s) for s in states}
    return each_between(world, days, first, last, words.SIGNED, {"signature"})


def consented_between(world: World, states: States, first: date, last: date) -> Finding:
    """Each of the states deposited its instrument on a day from first to last, both included."""
    days = {s: pick(world.consents(s), first, last) for s in states}
    return each_between(world, days, first, last, words.CONSENTED, CONSENT_KINDS)


def signatures_span_years(
    world: World, states: States, first_year: Year, last_year: Year
) -> Finding:
    """The group's signatures run from the first year to the last; partly: one end is right."""
    days = {s: day for s in states if (day := world.signed(s))}
    unsigned = [s for s in states if s not in days]
    sources = world.sources(states, {"signature"})
    first, last = min(days.values(), default=None), max(days.values(), default=None)
    right = [
        first is not None and first.year == first_year,
        last is not None and last.year == last_year,
    ]
    return Finding(
        holds=all(right),
        partly=any(right) and not all(right),
        figures=(
            day_figure(words.FIRST_SIGNATURE, first, sources),
            day_figure(words.LAST_SIGNATURE, last, sources),
            Figure(words.NEVER_SIGNED, world.names(unsigned), "", sources),
        ),
    )


def signatories_above(world: World, count: int) -> Finding:
    """More states than `count` have signed."""
    signed = [s for s in world.states if world.signed(s)]
    figure = count_figure(world, words.STATES_SIGNED, signed, {"signature"})
    return Finding(len(signed) > count, figures=(figure,))


def consents_above(world: World, count: int) -> Finding:
    """More states than `count` have consented to be bound, in force for them or not yet."""
    consented = [s for s in world.states if world.consents(s)]
    bound = sum(world.bound(s) for s in world.states)
    sources = world.sources(consented, CONSENT_KINDS)
    return Finding(
        len(consented) > count,
        figures=(
            Figure(words.STATES_CONSENTED, len(consented), "states", sources),
            Figure(words.BOUND_ON_DAY, bound, "states", sources),
        ),
    )


def states_signed(world: World, count: int) -> Finding:
    """Exactly `count` states have signed.

    Partly: so many have signed or consented, or are bound, which some call signing too.
    """
    signed = [s for s in world.states if world.signed(s)]
    either = [s for s in world.states if world.signed(s) or world.consents(s)]
    bound = sum(world.bound(s) for s in world.states)
    sources = world.sources(signed, {"signature"})
    return Finding(
        len(signed) == count,
        partly=len(signed) != count and count in (len(either), bound),
        figures=(
            Figure(words.STATES_SIGNED, len(signed), "states", sources),
            Figure(words.SIGNED_OR_ACCEDED, len(either), "states", sources),
            Figure(words.BOUND_ON_DAY, bound, "states", sources),
        ),
    )


def states_joined(world: World, count: int) -> Finding:
    """Exactly `count` states have consented to be bound, in force or not yet, and have not left."""
    joined = [s for s in world.states if world.joined(s)]
    figure = count_figure(world, words.JOINED_NOT_LEFT, joined, CONSENT_KINDS)
    return Finding(len(joined) == count, figures=(figure,))


def states_bound(world: World, count: int) -> Finding:
    """Exactly `count` states are bound."""
    bound = [s for s in world.states if world.bound(s)]
    figure = count_figure(world, words.BOUND_ON_DAY, bound, CONSENT_KINDS)
    return Finding(len(bound) == count, figures=(figure,))


def states_outside(world: World, count: int) -> Finding:
    """Exactly `count` states have neither signed nor consented."""
    unsigned = [s for s in world.states if not world.signed(s)]
    outside = [s for s in unsigned if not world.consents(s)]
    sources = world.sources(outside)
    return Finding(
        len(outside) == count,
        figures=(
            Figure(words.NEITHER, len(outside), "states", sources),
            Figure(words.NEVER_SIGNED_AT_ALL, len(unsigned), "states", sources),
        ),
    )


def party_since_year(world: World, state: str, year: Year) -> Finding:
    """The Convention entered into force for the state in that year; partly: it consented then."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    consented = pick(world.consents(state), first, last)
    in_force = pick(world.entries(state), first, last)
    holds = in_force is not None and in_force.year == year
    return Finding(
        holds,
        partly=not holds and consented is not None and consented.year == year,
        figures=(
            day_figure(words.DEPOSITED, consented, world.sources([state], CONSENT_KINDS)),
            day_figure(
                words.IN_FORCE_FOR_IT,
                in_force,
                world.sources([state], CONSENT_KINDS | {"entry_into_force"}),
            ),
        ),
    )


def last_to_consent(world: World, state: str, group: Group) -> Finding:
    """All members of the group have consented, and this one on the latest day."""
    among = [member.iso_a3 for member in world.members(group)]
    days = {s: min(consents) for s in among if (consents := world.consents(s))}
    others = {s: day for s, day in days.items() if s != state}
    before = max(others, key=lambda s: others[s], default=None)
    holds = (
        len(days) == len(among)
        and state in days
        and all(day < days[state] for day in others.values())
    )
    return Finding(
        holds,
        figures=(
            act_figure(world, words.CONSENTED, state, days.get(state), CONSENT_KINDS),
            day_figure(
                Retold.of(
                    said(words.LAST_OF_OTHERS, state=world.names([before] if before else []))
                ),
                others[before] if before else None,
                world.sources([before], CONSENT_KINDS) if before else (),
            ),
        ),
    )


def in_force_since_year(world: World, year: Year) -> Finding:
    """The Convention itself entered into force in that year (Article 17(1))."""
    in_force = world.in_force()
    return Finding(
        in_force is not None and in_force.year == year,
        figures=(day_figure(words.IN_FORCE, in_force, world.convention_sources()),),
    )


def treaty_of_year(world: World, year: Year) -> Finding:
    """The Convention was adopted or opened in that year; partly: it entered into force then."""
    concluded = list(world.events({"adoption", "opened_for_signature"}))
    in_force = world.in_force()
    holds = any(event.date.first.year == year for event in concluded)
    labels = {"adoption": words.ADOPTED, "opened_for_signature": words.OPENED}
    return Finding(
        holds,
        partly=not holds and in_force is not None and in_force.year == year,
        figures=(
            *(day_figure(labels[e.kind], e.date.first, e.source_ids) for e in concluded),
            day_figure(words.IN_FORCE, in_force, world.convention_sources()),
        ),
    )
