"""The record held against the depositary's page, on the day of the status the page shows.

Held are: every signature and every instrument with its kind, day and brackets; of every withdrawal
the notice, the depositary's circular and the day of effect, which here is the computed one; and the
page's own counts of signatories and parties. Nothing later than the page counts on either side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from geo.answers.depositary.faults import quoted
from geo.answers.depositary.status_page import Entry, Participant, StatusPage, in_one_form
from geo.atlas import Atlas
from geo.basics.dates import earliest, latest
from geo.basics.errors import PageError
from geo.records.rows import Event, State
from geo.treaty import Day, LegalStatus
from geo.treaty.terms import CONSENTS, ActKind

Outcome = Literal["equal", "differs", "only there", "only here"]
What = Literal[
    "signature", "instrument", "notice", "notification", "effect", "signatories", "parties"
]

NOTIFICATION = re.compile(r"C\.N\.\d+\.\d{4}\.TREATIES-XXVI-5")
"""A circular of the depositary on the Convention, as pages and the record name it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing held: what the page says (`there`) and the record (`here`), empty for nothing.

    `iso_a3` is empty for the counts.
    """

    iso_a3: str
    name: str
    what: What
    there: str
    here: str

    @property
    def outcome(self) -> Outcome:
        """How the two stand to each other."""
        if self.there == self.here:
            return "equal"
        if not self.here:
            return "only there"
        return "differs" if self.there else "only here"

    @property
    def key(self) -> str:
        """What names a difference in data/verifications.csv: `LTU:signature:1999-02-26`."""
        return f"{self.iso_a3}:{self.what}:{self.there}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A page held against the record; `explanations` has those of the record, by key."""

    page: StatusPage
    findings: tuple[Finding, ...]
    states: Mapping[str, Participant]
    explanations: Mapping[str, str]

    @property
    def differences(self) -> tuple[Finding, ...]:
        """Everything that is not equal."""
        return tuple(found for found in self.findings if found.outcome != "equal")

    def explanation(self, found: Finding) -> str:
        """Return what the record says of a difference; empty where it says nothing."""
        return self.explanations.get(found.key, "")

    @property
    def sound(self) -> bool:
        """Whether all is equal or explained."""
        return all(self.explanation(found) for found in self.differences)

    @property
    def own_counts(self) -> tuple[int, int]:
        """Signatories and parties as the page's rows without brackets make them."""
        rows = self.page.participants
        return (
            sum(row.signature is not None and not row.signature.bracketed for row in rows),
            sum(row.instrument is not None and not row.instrument.bracketed for row in rows),
        )


def hold(atlas: Atlas, page: StatusPage) -> Comparison:
    """Hold a page against the record. Raises PageError for a name that is no state's or stands
    twice: a row nobody can place is never left out.
    """
    states = _placed(page, atlas.record.states)
    findings = [
        found
        for iso_a3 in atlas.record.states
        for found in _of_state(atlas, iso_a3, states.get(iso_a3), page.as_at)
    ]
    explanations = {
        key: held.explanation for held in atlas.record.verifications for key in held.differences
    }
    return Comparison(page, (*findings, *_counts(atlas, page)), states, explanations)


def _placed(page: StatusPage, states: Mapping[str, State]) -> dict[str, Participant]:
    known = {
        in_one_form(name): iso_a3
        for iso_a3, state in states.items()
        for name in (state.name, *state.aliases)
    }
    strange = [row for row in page.participants if row.name not in known]
    if strange:
        told = "; ".join(f"row {row.row}: {quoted(row.name)}" for row in strange)
        raise PageError(
            f"the page names states the record does not know: {told}; expected names or aliases of"
            " data/states.csv. Add each to the aliases of its state."
        )
    placed: dict[str, Participant] = {}
    for row in page.participants:
        first = placed.setdefault(known[row.name], row)
        if first is not row:
            raise PageError(
                f"the page names one state twice: row {first.row}: {quoted(first.name)}, row"
                f" {row.row}: {quoted(row.name)}; expected a row for each state"
            )
    return placed


def _of_state(atlas: Atlas, iso_a3: str, row: Participant | None, as_at: date) -> Iterator[Finding]:
    name = atlas.record.states[iso_a3].name
    notice = row.notice if row else None
    there: dict[What, str] = {
        "signature": _entry(row.signature if row else None),
        "instrument": _entry(row.instrument if row else None),
        "notice": str(notice.deposited) if notice else "",
        "notification": notice.notification if notice else "",
        "effect": str(notice.effect) if notice else "",
    }
    here = _here(atlas, iso_a3, as_at)
    for what, said in there.items():
        day, known = here.get(what, (None, ""))
        # An act that may come after the page's day is no difference where the page lacks it.
        doubtful = day is not None and latest(day) > as_at
        if (said or known) and not (doubtful and not said):
            yield Finding(iso_a3, name, what, said, known)


def _here(atlas: Atlas, iso_a3: str, as_at: date) -> dict[What, tuple[Day, str]]:
    """Return what the record has of a state by a day: since when, and in the page's terms."""
    past = atlas.history(iso_a3).as_of(as_at)
    ended = past.status_on(as_at) is LegalStatus.WITHDRAWN
    found: dict[What, tuple[Day, str]] = {}
    for act in past.acts:
        if earliest(act.date) > as_at:
            continue
        if act.kind is ActKind.SIGNATURE:
            found["signature"] = act.date, _act(act.date, "signature", ended)
        elif act.kind in CONSENTS:
            found = {what: said for what, said in found.items() if what == "signature"}
            found["instrument"] = act.date, _act(act.date, act.kind.value, ended)
        elif act.kind is ActKind.WITHDRAWAL_NOTICE:
            found["notice"] = act.date, str(act.date)
            found["notification"] = act.date, _notification(atlas, iso_a3, act.date)
            left = past.spell.withdrawal_effective if past.spell else None
            found["effect"] = act.date, str(left or "")
    return found


def _notification(atlas: Atlas, iso_a3: str, day: Day) -> str:
    named = NOTIFICATION.search(" ".join(e.detail for e in notices(atlas, iso_a3, day)))
    return named[0] if named else ""


def notices(atlas: Atlas, iso_a3: str, day: Day) -> Iterator[Event]:
    """The record's rows for a state's notice of withdrawal of a day."""
    for event in atlas.events_of(iso_a3):
        if event.kind == ActKind.WITHDRAWAL_NOTICE.value and str(event.date) == str(day):
            yield event


def _entry(entry: Entry | None) -> str:
    return _act(entry.day, entry.kind, entry.bracketed) if entry else ""


def _act(day: Day, kind: str, ended: bool) -> str:
    """An act in the words both sides are compared in: `2003-05-12 ratification, ended`."""
    return f"{day} {kind}{', ended' if ended else ''}"


def _counts(atlas: Atlas, page: StatusPage) -> Iterator[Finding]:
    signed, bound = [0, 0], [0, 0]
    for iso_a3 in atlas.record.states:
        here, past = _here(atlas, iso_a3, page.as_at), atlas.history(iso_a3)
        left = LegalStatus.WITHDRAWN in past.statuses_on(page.as_at)
        for what, count in (("signature", signed), ("instrument", bound)):
            if what in here and not left:
                count[0] += latest(here[what][0]) <= page.as_at
                count[1] += 1
    counts: tuple[tuple[What, int, list[int]], ...] = (
        ("signatories", page.signatories, signed),
        ("parties", page.parties, bound),
    )
    for what, said, (low, high) in counts:
        known = said if low <= said <= high else low
        yield Finding("", what, what, str(said), str(known))
