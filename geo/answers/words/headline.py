"""One sentence that is true on a day and can be quoted: who is bound, and how the flank stands."""

from __future__ import annotations

from collections.abc import Callable

from geo.answers.words import what_if
from geo.atlas import StateView, View
from geo.atlas.view import FlankView
from geo.basics.dates import Interval
from geo.basics.formats import kilometres, long_date, short_date
from geo.treaty import SIGNATURE_OPENS as SIGNATURE_OPENS
from geo.treaty import Day, LegalStatus, Practice

DAY = "{day}"
"""Where `template` leaves room for the date, written by `long_date`."""

COVERED = "covered by the Convention"
"""What a border is where the flank state on it is bound: never "covered" alone, as if by mines."""

FLANK_BORDER = "the {km} of border that the Baltic-Arctic flank shares with Russia and Belarus"


def day_words(day: Day) -> str:
    """A day where it stands by itself: "20 Feb 2026", "between 4 Feb and 25 Aug 2026"."""
    return day.words() if isinstance(day, Interval) else short_date(day)


def count_words(low: int, high: int) -> str:
    """A count that is known only to lie in a range: 161 or 162, between 160 and 163."""
    if low == high:
        return str(low)
    return f"{low} or {high}" if high == low + 1 else f"between {low} and {high}"


def covered_words(flank: FlankView) -> str:
    """How much of the flank border is covered, km: a length, or a range where it is not known."""
    low, high = kilometres(flank.covered_min_km), kilometres(flank.covered_max_km)
    return low if low == high else f"between {low} and {high}"


def covered_range(flank: FlankView) -> str:
    """The same for a table, without its unit: 816–2,106."""
    low, high = f"{flank.covered_min_km:,.0f}", f"{flank.covered_max_km:,.0f}"
    return low if low == high else f"{low}–{high}"


def headline(view: View) -> str:
    """The sentence of the day, quotable as it stands."""
    return template(view).replace(DAY, long_date(view.day))


def template(view: View) -> str:
    """The same sentence with `DAY` in place of the date; it holds until something changes."""
    return f"{_opening(view)}, {_bound(view)} {_flank(view)}"


def _opening(view: View) -> str:
    """How a sentence about the day begins, with `DAY` in place of the date."""
    if told := supposing(view):
        return f"{told}on {DAY}"
    return f"As far as the record goes, on {DAY}" if view.beyond_record else f"On {DAY}"


def supposing(view: View) -> str:
    """How a sentence about a view begins that rests on supposed acts; empty where none does."""
    names = {act.iso_a3: with_article(view.states[act.iso_a3].name) for act in view.supposed}
    return what_if.supposing(view.supposed, names)


def opening(view: View) -> str:
    """How a sentence about the day of the view begins: "On 20 February 2026"."""
    return _opening(view).replace(DAY, long_date(view.day))


def _bound(view: View) -> str:
    if view.bound_max:
        states = "state is" if view.bound == 1 else "states are"
        bound = count_words(view.bound_min, view.bound_max)
        return f"{bound} {states} bound by the Mine Ban Convention."
    if view.day < SIGNATURE_OPENS:
        return "the Mine Ban Convention is not yet open for signature, and no state is bound."
    willing = {LegalStatus.SIGNATORY, LegalStatus.CONSENTED}
    statuses = [state.statuses for state in view.states.values()]
    signatories = count_words(
        sum(willing.issuperset(each) for each in statuses),
        sum(not willing.isdisjoint(each) for each in statuses),
    )
    return (
        f"no state is yet bound by the Mine Ban Convention; {signatories} have signed it"
        f" or consented to it."
    )


def _flank(view: View) -> str:
    flank = view.flank
    border = FLANK_BORDER.format(km=kilometres(flank.length_km))
    if not flank.covered_max_km:
        return f"None of {border} is {COVERED}."
    if flank.covered_min_km == flank.length_km:
        return f"All of {border} is {COVERED}."
    owners = [possessive(view.states[iso_a3].name) for iso_a3 in flank.covered_by]
    owners += [f"perhaps {possessive(view.states[iso_a3].name)}" for iso_a3 in flank.unknown]
    remain = "remain" if flank.left else "are"
    return f"Of {border}, {covered_words(flank)}, {_and(owners)}, {remain} {COVERED}."


def possessive(name: str) -> str:
    """A name as an owner's: "Poland’s", "the Netherlands’"."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _and(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def state_sentence(view: View, iso_a3: str) -> str:
    """One quotable sentence about a state on the day of the view; it names that day once."""
    state = view.states[iso_a3]
    name = with_article(state.name)
    on = f"{opening(view)}, {name}"
    convention = "the Mine Ban Convention"
    if len(state.statuses) > 1:
        return f"{on} {_either(state, convention)}."
    match state.legal_status:
        case LegalStatus.PARTY:
            since = state.entry_into_force
            tail = f", in force for it since {long_date(since)}" if since else ""
            if since == view.day:
                tail = ", in force for it from this day"
            if state.practice is not Practice.NONE:
                tail += "; it has declared a suspension for which the Convention does not provide"
            return f"{on} is bound by {convention}{tail}."
        case LegalStatus.WITHDRAWAL_NOTIFIED:
            ends = state.withdrawal_effective
            when = (
                f"takes effect on {long_date(ends)}"
                if ends
                else "waits for its armed conflict to end"
            )
            return f"{on} is still bound by {convention}; its withdrawal {when}."
        case LegalStatus.WITHDRAWN:
            left = state.withdrawal_effective
            if left == view.day:
                return f"{on} leaves {convention} and is no longer bound by it."
            tail = f", which it left on {long_date(left)}" if left else ""
            return f"{on} is no longer bound by {convention}{tail}."
        case LegalStatus.CONSENTED:
            date_known = state.entry_into_force
            tail = f"; it enters into force for it on {long_date(date_known)}" if date_known else ""
            return f"{on} has consented to {convention} but is not yet bound by it{tail}."
        case LegalStatus.SIGNATORY:
            return f"{on} has signed {convention} but is not bound by it."
    return f"{on} is not a party to {convention}."


_MAY_BE = {
    LegalStatus.NOT_PARTY: "is not a party to {}",
    LegalStatus.SIGNATORY: "has only signed {}",
    LegalStatus.CONSENTED: "has only consented to {}",
    LegalStatus.PARTY: "is bound by {}",
    LegalStatus.WITHDRAWAL_NOTIFIED: "is bound by {} on notice of withdrawal",
    LegalStatus.WITHDRAWN: "is no longer bound by {}",
}


def _either(state: StateView, convention: str) -> str:
    """What a state may be, and between which days it changes."""
    first, *rest = (_MAY_BE[status] for status in state.statuses)
    *others, last = [first.format(convention), *(words.format("it") for words in rest)]
    words = f"either {', '.join(others)} or {last}; which of these is not known"
    if state.bound is not None:
        words += ", but it is bound" if state.bound else ", but it is not bound"
    if ends := effect_words(state, long_date):
        words += f" ({ends})"
    return words


def effect_words(state: StateView, write: Callable[[Day], str]) -> str:
    """When that which is not known takes effect, with dates as `write` writes them; or empty."""
    if LegalStatus.WITHDRAWAL_NOTIFIED in state.statuses and state.withdrawal_effective:
        return f"withdrawal effective on {write(state.withdrawal_effective)}"
    if LegalStatus.CONSENTED in state.statuses and state.entry_into_force:
        return f"in force from {write(state.entry_into_force)}"
    return ""


def with_article(name: str) -> str:
    """A state's name inside a sentence: "the Marshall Islands", "Tonga"."""
    return f"the {name}" if _takes_article(name) else name


def _takes_article(name: str) -> bool:
    """Whether English puts "the" before a state's name."""
    first, last = name.split()[0], name.split()[-1]
    return first in (
        "United",
        "Holy",
        "Dominican",
        "Central",
        "Democratic",
        "State",
        "Russian",
        "Congo",
    ) or last in (
        "Islands",
        "Netherlands",
        "Philippines",
        "Maldives",
        "Bahamas",
        "Gambia",
        "Comoros",
    )
