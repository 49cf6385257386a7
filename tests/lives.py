"""Lives of states under the Convention, as Hypothesis makes them up: joining, declaring, giving
notice, leaving, coming back, and wars between; lawful, now and then with a day that is not known.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st

from geo import treaty
from geo.basics.dates import Interval, earliest, latest
from geo.treaty import SIGNATURE_OPENS, Act, ActKind

FORTIETH = date(1998, 9, 16)
HISTORIES = "histories"
"""The profile under which the past is tested over as many lives as an issue asks for."""

_LAST = date(2039, 1, 1)
_OF_SIGNATORIES = [ActKind.RATIFICATION, ActKind.ACCEPTANCE, ActKind.APPROVAL]
_OFTEN_NONE = [0, 0, 1, 30, 200, 900]


def examples(usual: int, *, shared_by: int = 1) -> int:
    """How many lives a test makes up: `usual`, or those of `--hypothesis-profile histories`, which
    as many tests as `shared_by` share.
    """
    if settings.get_current_profile_name() == HISTORIES:
        return settings.get_profile(HISTORIES).max_examples // shared_by
    return usual


@st.composite
def lives(draw: st.DrawFn, first: date = SIGNATURE_OPENS) -> tuple[Act, ...]:
    """The acts of one state, in order and lawful, up to three memberships from `first` on."""
    wars = _wars(draw)
    acts: list[Act] = []
    day = draw(st.dates(first, date(2024, 1, 1)))
    for _ in range(draw(st.sampled_from([0, 1, 2, 2, 3]))):
        joining = _joining(draw, day, anew=bool(acts))
        acts += joining
        in_force = treaty.history(joining, FORTIETH).spells[-1].in_force
        assert isinstance(in_force, date)
        day = max(in_force, earliest(joining[-1].date)) + _later(draw)
        for _ in range(draw(st.sampled_from([0, 0, 1, 2]))):
            acts.append(Act(day, ActKind.SUSPENSION_NOTICE))
            day += _later(draw)
        if draw(st.sampled_from([True, True, True, False])) is False:
            break
        acts.append(Act(day, ActKind.WITHDRAWAL_NOTICE))
        left = treaty.withdrawal_effective(day, treaty.conflicts_of(wars))
        if left is None:
            break
        day = left + _later(draw)
    lawful = tuple(act for act in treaty.in_order([*acts, *wars]) if earliest(act.date) < _LAST)
    return _loosened(draw, lawful)


def _later(draw: st.DrawFn) -> timedelta:
    """How long after an effect the next act comes; at times on the very day."""
    return timedelta(days=draw(st.sampled_from(_OFTEN_NONE)))


def _joining(draw: st.DrawFn, day: date, *, anew: bool) -> list[Act]:
    """A consent on a day, or later where it takes effect from that day on."""
    way = "accession" if anew else draw(st.sampled_from(["accession", "signature", "succession"]))
    if way == "signature":
        signed = draw(st.dates(SIGNATURE_OPENS, min(day, date(1999, 2, 28))))
        return [Act(signed, ActKind.SIGNATURE), Act(day, draw(st.sampled_from(_OF_SIGNATORIES)))]
    if way == "succession":
        since = max(day, date(1999, 3, 1))
        return [Act(since + _later(draw), ActKind.SUCCESSION, since)]
    return [Act(day, ActKind.ACCESSION)]


def _wars(draw: st.DrawFn) -> list[Act]:
    wars: list[Act] = []
    day = draw(st.dates(date(1998, 1, 1), date(2026, 1, 1)))
    for _ in range(draw(st.sampled_from([0, 0, 1, 2]))):
        end = day + timedelta(days=draw(st.integers(1, 1500)))
        wars.append(Act(day, ActKind.ARMED_CONFLICT_BEGINS))
        wars.append(Act(end, ActKind.ARMED_CONFLICT_ENDS))
        day = end + timedelta(days=draw(st.integers(1, 1500)))
    if draw(st.booleans()):
        wars.append(Act(day, ActKind.ARMED_CONFLICT_BEGINS))
    return wars


def _loosened(draw: st.DrawFn, acts: tuple[Act, ...]) -> tuple[Act, ...]:
    """The acts, one of them perhaps on a day that is not known, if that is lawful too."""
    if not acts or draw(st.sampled_from([True, True, False])):
        return acts
    place, span = draw(st.integers(0, len(acts) - 1)), draw(st.integers(1, 60))
    first = earliest(acts[place].date)
    between = Interval(first, first + timedelta(days=span))
    loose = (*acts[:place], replace(acts[place], date=between), *acts[place + 1 :])
    return acts if treaty.faults(loose, FORTIETH) else loose


def known_by(acts: tuple[Act, ...], day: date) -> tuple[Act, ...]:
    """Those of the acts that are not dated after a day."""
    return tuple(act for act in acts if act.begins <= day)


def days_of(acts: tuple[Act, ...]) -> st.SearchStrategy[date]:
    """A day near one on which something happens in a life, or any."""
    telling = {act.begins for act in acts} | {latest(act.date) for act in acts}
    telling |= set(treaty.history(acts, FORTIETH).telling_days)
    near = sorted({day + timedelta(days=off) for day in telling for off in (-1, 0, 1)})
    near = [day for day in near if SIGNATURE_OPENS <= day < _LAST]
    anywhere = st.dates(SIGNATURE_OPENS, _LAST)
    return st.sampled_from(near) | anywhere if near else anywhere
