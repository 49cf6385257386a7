"""Predicates on withdrawal and suspension (Article 20), and on what states announce."""

from __future__ import annotations

from datetime import date

from geo.answers.claims.finding import (
    ANNOUNCED,
    CONSENT_KINDS,
    Figure,
    Finding,
    States,
    World,
    act_figure,
    day_figure,
    each_between,
    pick,
    share,
)
from geo.answers.words import figures as words
from geo.treaty import (
    MONTHS_TO_EFFECT,
    Act,
    ActKind,
    TreatyError,
    add_months,
    conflicts_of,
    history,
    withdrawal_effective,
)

_NOTICE = frozenset({"withdrawal_notice"})
_EXIT = frozenset({"withdrawal_notice", "withdrawal_effective"})


def withdrew_on(world: World, states: States, day: date) -> Finding:
    """The withdrawal of each of the states took effect on that very day."""
    return withdrew_between(world, states, day, day)


def withdrew_between(world: World, states: States, first: date, last: date) -> Finding:
    """The withdrawal of each of the states took effect on a day from first to last."""
    days = {s: pick(world.exits(s), first, last) for s in states}
    return each_between(world, days, first, last, words.OUT, _EXIT)


def leaves_on(world: World, states: States, day: date) -> Finding:
    """Each of the states has given notice, which takes effect on that very day, come or not."""
    days = {s: world.leaving(s) for s in states}
    return each_between(world, days, day, day, words.NOTICE_EFFECT, _NOTICE)


def have_withdrawn(world: World, states: States) -> Finding:
    """None of the states is bound any longer, by its own withdrawal."""
    left = [s for s in states if world.has_left(s)]
    days = ((s, max(world.exits(s), default=None)) for s in states)
    figures = (act_figure(world, words.OUT, s, day, _EXIT) for s, day in days)
    return share(left, states, *figures)


def notified_between(world: World, states: States, first: date, last: date) -> Finding:
    """The depositary received the notice of each of the states on a day from first to last."""
    days = {s: pick((notice for notice, _ in world.withdrawals(s)), first, last) for s in states}
    return each_between(world, days, first, last, words.NOTICE, _NOTICE)


def gave_no_notice(world: World, states: States) -> Finding:
    """None of the states has given notice of withdrawal."""
    gave = [s for s in states if world.withdrawals(s)]
    return share(
        [s for s in states if s not in gave],
        states,
        Figure(words.GAVE_NOTICE, world.names(gave), "", world.sources(states, _NOTICE)),
    )


def earlier_leavers(world: World, state: str, count: int) -> Finding:
    """Exactly `count` other states were out before this one's withdrawal took effect."""
    left = max(world.exits(state), default=None)
    earlier = [
        s for s in world.states if left and s != state and any(d < left for d in world.exits(s))
    ]
    sources = world.sources(earlier, _EXIT)
    return Finding(
        left is not None and len(earlier) == count,
        figures=(
            act_figure(world, words.OUT, state, left, _EXIT),
            Figure(words.OUT_BEFORE, len(earlier), "states", sources),
            Figure(words.WHICH, world.names(earlier), "", sources),
        ),
    )


def notice_ran_months(world: World, state: str, months: int) -> Finding:
    """That many months lay between the notice and the day it took effect."""
    given = world.withdrawals(state)
    ran = [(notice, left) for notice, left in given if left == add_months(notice, months)]
    notice, left = ([(None, None), *given, *ran])[-1]
    return Finding(
        bool(ran),
        figures=(
            day_figure(words.RECEIVED, notice, world.sources([state], _NOTICE)),
            day_figure(words.EFFECTIVE, left, world.sources([state], _EXIT)),
        ),
    )


def left_within_days(world: World, states: States, days: int) -> Finding:
    """All the states left, the last at most `days` days after the first of them announced it."""
    announced = min(
        (e.date.first for s in states for e in world.events(ANNOUNCED, s)), default=None
    )
    gone = {s: min(exits) for s in states if (exits := world.exits(s))}
    last = max(gone.values(), default=None)
    took = (last - announced).days if announced and last else None
    return Finding(
        holds=len(gone) == len(states) and took is not None and took <= days,
        partly=0 < len(gone) < len(states),
        figures=(
            day_figure(words.FIRST_ANNOUNCED, announced, world.sources(states, ANNOUNCED)),
            day_figure(words.LAST_EFFECTIVE, last, world.sources(states, _EXIT)),
            *([Figure(words.BETWEEN, took, "days")] if took is not None else []),
        ),
    )


def announced_leaving(world: World, states: States) -> Finding:
    """Each of the states has announced that it means to leave, or has given notice."""
    met = [s for s in states if any(world.events(ANNOUNCED, s))]
    label = words.ANNOUNCED
    return share(met, states, Figure(label, world.names(met), "", world.sources(met, ANNOUNCED)))


def production_plan_recorded(world: World, states: States) -> Finding:
    """For each of the states the record holds a plan to produce anti-personnel mines."""
    met = [s for s in states if any(world.events({"production_plan"}, s))]
    return share(
        met,
        states,
        Figure(words.PLANS, world.names(met), "", world.sources(met, {"production_plan"})),
        Figure(words.NO_PLANS, world.names(s for s in states if s not in met), ""),
    )


def leaving_would_free(world: World, states: States) -> Finding:
    """A notice given on the day by each of the states would free it after six months.

    A conditional: whether the states are still bound on the day stands among the figures.
    """
    expiry = add_months(world.day, MONTHS_TO_EFFECT)
    free = [
        s
        for s in states
        if world.has_left(s)
        or (
            world.bound(s)
            and withdrawal_effective(world.day, conflicts_of(world.acts(s))) == expiry
        )
    ]
    bound = [s for s in states if world.bound(s)]
    return share(
        free,
        states,
        Figure(words.STILL_BOUND, world.names(bound), "", world.sources(bound, CONSENT_KINDS)),
        day_figure(words.EARLIEST, expiry),
    )


def suspension_without_effect(world: World, state: str) -> Finding:
    """A suspension was declared, the state stays bound, the parties found it not allowed."""
    spell = world.history(state).spell
    declared = min(spell.suspensions, default=None) if spell else None
    decisions = [e for e in world.events({"msp_decision"}) if declared and e.date.first >= declared]
    consent = world.sources([state], CONSENT_KINDS)
    holds = bool(declared and world.bound(state) and decisions)
    return Finding(
        holds,
        figures=(
            day_figure(words.SUSPENDED, declared, world.sources([state], {"suspension_notice"})),
            *(day_figure(words.DECIDED, e.date.last, e.source_ids) for e in decisions),
            Figure(words.BOUND_IN_LAW, words.YES if world.bound(state) else words.NO, "", consent),
        ),
    )


def withdrawal_blocked_by_conflict(world: World, state: str) -> Finding:
    """A notice whose six months end on the day has no effect: the state is in an armed conflict."""
    conflicts = conflicts_of(world.acts(state))
    effect = withdrawal_effective(add_months(world.day, -MONTHS_TO_EFFECT), conflicts)
    begun = [c.begin for c in conflicts if c.engaged_on(world.day)]
    cited = world.sources([state], {"armed_conflict_begins"})
    return Finding(
        world.bound(state) and (effect is None or effect > world.day),
        figures=tuple(day_figure(words.IN_CONFLICT, day, cited) for day in begun),
    )


# A state that becomes a party in peace and gives notice at war: the treaty's rules asked directly.
_FORTIETH = date(1998, 9, 16)
_NOTICE_AT_WAR = date(2020, 7, 1)
_AT_WAR = (
    Act(date(2000, 1, 1), ActKind.ACCESSION),
    Act(date(2020, 1, 1), ActKind.ARMED_CONFLICT_BEGINS),
)


def conflict_bars_notice(_world: World) -> Finding:
    """A state at war may not give notice of withdrawal at all."""
    try:
        history((*_AT_WAR, Act(_NOTICE_AT_WAR, ActKind.WITHDRAWAL_NOTICE)), _FORTIETH)
    except TreatyError:
        barred = True
    else:
        barred = False
    return Finding(
        barred,
        figures=(Figure(words.ADMITTED, words.NO if barred else words.YES, ""),),
    )


def conflict_bars_effect(_world: World) -> Finding:
    """A notice given at war takes no effect while the war lasts."""
    past = history((*_AT_WAR, Act(_NOTICE_AT_WAR, ActKind.WITHDRAWAL_NOTICE)), _FORTIETH)
    expiry = add_months(_NOTICE_AT_WAR, MONTHS_TO_EFFECT)
    bound = all(status.bound for status in past.statuses_on(expiry))
    label = words.BOUND_SIX_MONTHS
    return Finding(bound, figures=(Figure(label, words.YES if bound else words.NO, ""),))
