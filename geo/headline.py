"""One sentence that is true on a day and can be quoted: who is bound, and how the flank stands."""

from __future__ import annotations

from datetime import date

from geo.atlas import View
from geo.dates import PartialDate
from geo.treaty import SIGNATURE_OPENS as SIGNATURE_OPENS
from geo.treaty import LegalStatus, Practice

DAY = "{day}"
"""Where `template` leaves room for the date, written by `long_date`."""


def long_date(day: date) -> str:
    """A date as a newspaper writes it: 20 February 2026."""
    return PartialDate.of(day).words(long=True)


def short_date(day: date) -> str:
    """A date for a table: 20 Feb 2026."""
    return PartialDate.of(day).words()


def kilometres(length_km: float) -> str:
    """A length without decimals and with thousands apart: 3,897 km."""
    return f"{length_km:,.0f} km"


def headline(view: View) -> str:
    """The sentence of the day, quotable as it stands."""
    return template(view).replace(DAY, long_date(view.day))


def template(view: View) -> str:
    """The same sentence with `DAY` in place of the date; it holds until something changes."""
    return f"{_opening(view)}, {_bound(view)} {_flank(view)}"


def _opening(view: View) -> str:
    return f"As far as the record goes, on {DAY}" if view.beyond_record else f"On {DAY}"


def _bound(view: View) -> str:
    signatories = view.counts[LegalStatus.SIGNATORY] + view.counts[LegalStatus.CONSENTED]
    if view.bound:
        states = "state is" if view.bound == 1 else "states are"
        return f"{view.bound} {states} bound by the Mine Ban Convention."
    if view.day < SIGNATURE_OPENS:
        return "the Mine Ban Convention is not yet open for signature, and no state is bound."
    return (
        f"no state is yet bound by the Mine Ban Convention; {signatories} have signed it"
        f" or consented to it."
    )


def _flank(view: View) -> str:
    flank = view.flank
    border = (
        f"the {kilometres(flank.length_km)} of border that the Baltic-Arctic flank shares"
        " with Russia and Belarus"
    )
    if not flank.covered_by:
        return f"None of {border} is covered."
    owners = _and([_possessive(view.states[iso_a3].name) for iso_a3 in flank.covered_by])
    if flank.covered_km == flank.length_km:
        return f"All of {border} is covered."
    remain = "remain" if flank.left else "are"
    return f"Of {border}, {kilometres(flank.covered_km)}, {owners}, {remain} covered."


def _possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _and(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def state_sentence(view: View, iso_a3: str) -> str:
    """One quotable sentence about a state on the day of the view; it names that day once."""
    state = view.states[iso_a3]
    name = f"the {state.name}" if _takes_article(state.name) else state.name
    on = f"{_opening(view).replace(DAY, long_date(view.day))}, {name}"
    convention = "the Mine Ban Convention"
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
    if state.accession_reported:
        reported = state.accession_reported.words(long=True)
        doubt = f"its accession was reported in {reported}, but the deposit is not dated"
        return f"{on} is by the record not a party to {convention}; {doubt}."
    return f"{on} is not a party to {convention}."


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
