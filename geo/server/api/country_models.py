"""The shape of one country's dossier as an answer; what it shares with others is in `models`."""

from __future__ import annotations

from geo.server.api.models import Border, Claim, OfADay, Shape, State
from geo.treaty import LegalStatus, Practice


class Change(Shape):
    """A day on which the legal status changes, and the status from then on."""

    date: str
    """A day, or the days between which it lies; it is the next change until the last of them."""
    legal_status: LegalStatus


class Declaration(Shape):
    """A practice that a state declares whatever the law says of it; `future`: after the day."""

    date: str
    practice: Practice
    future: bool


class Fact(Shape):
    """What a source says as of a date; `mark` says where only weak sources say it."""

    fact_id: str
    neighbour_iso_a3: str
    metric: str
    value: str
    unit: str
    stage: str
    as_of: str
    summary: str
    mark: str
    source_ids: list[str]


class Programme(Shape):
    """The facts of a programme, furthest stage first."""

    programme: str
    facts: list[Fact]


class Entry(Shape):
    """An act or event; `future`: after the day; `legal`: an act under the Convention.

    `day_unknown`: the date is not exact, and the day lies within what it leaves open.
    """

    event_id: str
    date: str
    kind: str
    title: str
    detail: str
    future: bool
    day_unknown: bool
    legal: bool
    source_ids: list[str]


class Version(Shape):
    """One answer to a question in dispute."""

    version: str
    leads: bool
    source_ids: list[str]


class Disagreement(Shape):
    """A question in dispute, its answers side by side, and why one leads or none does."""

    topic_id: str
    question: str
    versions: list[Version]
    reason: str
    note: str


class CountryAnswer(OfADay):
    """The dossier of one country on one day."""

    state: State
    status: str
    sentence: str
    """One quotable sentence."""
    ground: str
    """Why the status is what it is, with the article of the Convention that decides it."""
    ground_source_ids: list[str]
    last_change: Change | None
    """The last change in law; a declared practice changes none."""
    next_change: Change | None
    declared_practice: Declaration | None
    events: list[Entry]
    programmes: list[Programme]
    positions: list[Fact]
    later_facts: int
    """How many facts the record holds that are later than the day."""
    borders: list[Border]
    disagreements: list[Disagreement]
    claims: list[Claim]
