"""One sentence that is true on a day and can be quoted: who is bound, and how the flank stands."""

from __future__ import annotations

from collections.abc import Mapping

from geo.answers.words import sentences, what_if
from geo.answers.words.sentences import Ends, Opening, Standing
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import Atlas, StateView, View
from geo.atlas.supposed import Supposed
from geo.atlas.view import FlankView
from geo.treaty import SIGNATURE_OPENS as SIGNATURE_OPENS
from geo.treaty import Day, LegalStatus, Practice

DAY = "{day}"
"""Where `template` leaves room for the date, written by `Tongue.on`."""


def count_words(low: int, high: int, tongue: Tongue = ENGLISH) -> str:
    """A count that is known only to lie in a range: 161 or 162, between 160 and 163."""
    if low == high:
        return str(low)
    words = sentences.ONE_OF_TWO if high == low + 1 else sentences.BETWEEN
    return tongue.text(words, low=low, high=high)


def covered_words(flank: FlankView, tongue: Tongue = ENGLISH) -> str:
    """Tell how much of the flank border is covered, km: a length, or a range if not known."""
    low, high = map(tongue.kilometres, (flank.covered_min_km, flank.covered_max_km))
    if low == high:
        return low
    return tongue.text(sentences.BETWEEN, sentences.LENGTH, low=low, high=high)


def covered_range(flank: FlankView, tongue: Tongue = ENGLISH) -> str:
    """The kilometres covered for a table, without the unit: 816–2,106."""
    return length_range(flank.covered_min_km, flank.covered_max_km, tongue)


def length_range(least_km: float, most_km: float, tongue: Tongue = ENGLISH) -> str:
    """A length that is known only to lie in a range, without its unit: 816–2,106."""
    low, high = tongue.number(least_km), tongue.number(most_km)
    return low if low == high else f"{low}–{high}"


def headline(view: View, tongue: Tongue = ENGLISH) -> str:
    """The sentence of the day, quotable as it stands."""
    return template(view, tongue).replace(DAY, tongue.on(view.day))


def template(view: View, tongue: Tongue = ENGLISH) -> str:
    """The headline with `DAY` in place of the date; it holds until something changes."""
    return f"{_bound(view, tongue)} {_flank(view, tongue)}"


def opening_of(supposed: tuple[Supposed, ...], beyond_record: bool) -> Opening:
    """Return how a sentence begins, by what it rests on."""
    return "supposed" if supposed else "beyond" if beyond_record else "plain"


def acts_of(view: View, tongue: Tongue) -> str:
    """Return what is supposed, inside a sentence."""
    names = {act.iso_a3: view.states[act.iso_a3].name for act in view.supposed}
    return _clauses(view.supposed, names, tongue)


def acts_in(atlas: Atlas, tongue: Tongue) -> str:
    """The same of an atlas, of which no View is made for it."""
    names = {act.iso_a3: atlas.record.states[act.iso_a3].name for act in atlas.supposed}
    return _clauses(atlas.supposed, names, tongue)


def _clauses(supposed: tuple[Supposed, ...], names: Mapping[str, str], tongue: Tongue) -> str:
    told = {iso_a3: tongue.state(iso_a3, with_article(name)) for iso_a3, name in names.items()}
    return what_if.clauses(supposed, told, tongue)


def _bound(view: View, tongue: Tongue) -> str:
    opening = opening_of(view.supposed, view.beyond_record)
    places = {"day": DAY, "acts": acts_of(view, tongue)}
    if view.bound_max:
        low, high = view.bound_min, view.bound_max
        told = count_words(low, high, tongue)
        return tongue.counted(sentences.BOUND[opening], _many(low, high), count=told, **places)
    if view.day < SIGNATURE_OPENS:
        return tongue.text(sentences.NOT_OPEN[opening], **places)
    willing = {LegalStatus.SIGNATORY, LegalStatus.CONSENTED}
    statuses = [state.statuses for state in view.states.values()]
    low = sum(willing.issuperset(each) for each in statuses)
    high = sum(not willing.isdisjoint(each) for each in statuses)
    told = count_words(low, high, tongue)
    return tongue.counted(sentences.NONE_BOUND[opening], _many(low, high), count=told, **places)


def _many(low: int, high: int) -> int:
    """The number by which a word goes with a count; 0 or 1 are not one, but several that may be."""
    return high if low == high else max(high, 2)


def _flank(view: View, tongue: Tongue) -> str:
    flank = view.flank
    km = tongue.kilometres(flank.length_km)
    if not flank.covered_max_km:
        return tongue.text(sentences.FLANK_NONE, km=km)
    if flank.covered_min_km == flank.length_km:
        return tongue.text(sentences.FLANK_ALL, km=km)
    owners = [_owner(view, iso_a3, tongue) for iso_a3 in flank.covered_by]
    owners += [
        tongue.text(sentences.PERHAPS, owner=_owner(view, iso_a3, tongue))
        for iso_a3 in flank.unknown
    ]
    return tongue.text(
        sentences.FLANK_PART["remain" if flank.left else "are"],
        km=km,
        covered=covered_words(flank, tongue),
        owners=tongue.listed(owners),
    )


def _owner(view: View, iso_a3: str, tongue: Tongue) -> str:
    return tongue.text(possessive(view.states[iso_a3].name), sentences.OWNER)


def possessive(name: str) -> str:
    """A name as an owner's: "Poland’s", "the Netherlands’"."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def state_sentence(view: View, iso_a3: str, tongue: Tongue = ENGLISH) -> str:
    """One quotable sentence about a state on the day of the view; it names that day once."""
    return state_template(view, iso_a3, tongue).replace(DAY, tongue.on(view.day))


def state_template(view: View, iso_a3: str, tongue: Tongue = ENGLISH) -> str:
    """The sentence of a state with `DAY` in place of the date."""
    state = view.states[iso_a3]
    opening = opening_of(view.supposed, view.beyond_record)
    places = {
        "state": tongue.state(iso_a3, with_article(state.name)),
        "day": DAY,
        "acts": acts_of(view, tongue),
    }
    if len(state.statuses) > 1:
        ends, when = ends_of(state)
        first, *others = state.statuses
        statuses = [sentences.MAY_BE[first], *(sentences.OR_MAY_BE[each] for each in others)]
        return tongue.text(
            sentences.EITHER[state.bound, ends][opening],
            statuses=tongue.either([tongue.text(each) for each in statuses]),
            ends=tongue.on(when) if when else "",
            **places,
        )
    standing, when = _standing(view, state)
    told = tongue.on(when) if when else ""
    return tongue.text(sentences.STANDING[standing][opening], since=told, until=told, **places)


def _standing(view: View, state: StateView) -> tuple[Standing, Day | None]:
    """Return how a state stands, and the day its sentence tells besides the day of the view."""
    match state.legal_status:
        case LegalStatus.PARTY:
            since = state.entry_into_force
            suspended = state.practice is not Practice.NONE
            if since is None:
                return "party_suspended" if suspended else "party", None
            if since == view.day:
                return "party_today_suspended" if suspended else "party_today", None
            return "party_since_suspended" if suspended else "party_since", since
        case LegalStatus.WITHDRAWAL_NOTIFIED:
            until = state.withdrawal_effective
            return "notified_until" if until else "notified_in_conflict", until
        case LegalStatus.WITHDRAWN:
            left = state.withdrawal_effective
            if left == view.day:
                return "left_today", None
            return "left_on" if left else "left", left
        case LegalStatus.CONSENTED:
            known = state.entry_into_force
            return "consented_from" if known else "consented", known
        case LegalStatus.SIGNATORY:
            return "signatory", None
    return "not_party", None


def ends_of(state: StateView) -> tuple[Ends, Day | None]:
    """Return what is to take effect of that which is not known, and when."""
    if LegalStatus.WITHDRAWAL_NOTIFIED in state.statuses and state.withdrawal_effective:
        return "withdrawal", state.withdrawal_effective
    if LegalStatus.CONSENTED in state.statuses and state.entry_into_force:
        return "in_force", state.entry_into_force
    return "never", None


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
