"""The shapes of the answers, for the description: tests hold every answer to them.

Days are ISO 8601, lengths kilometres, codes ISO 3166-1 alpha-3. A source is written out once, under
`sources`; everywhere else it goes by its id.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from geo.borders import Worldview
from geo.treaty import LegalStatus, Practice

Standing = Literal["confirmed", "partly", "contradicted", "unverifiable", "not_yet", "not_known"]


class Shape(BaseModel):
    """Closed: an answer with a key that is not described here is a fault."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)


class Licence(Shape):
    """Under which terms the answer may be used."""

    name: str
    title: str
    url: str


class Source(Shape):
    """Where something is said."""

    source_id: str
    publisher: str
    title: str
    date: str | None
    """As exact as the source: a day, a month, a year; null for an undated page."""
    url: str
    tier: str
    """Kind of source: official, reference, ngo, press, analysis, article, state_media or weak."""
    note: str
    """What a reader of the source should know; may be empty."""
    accessed: str | None
    """When the page was read, at the latest; null where it was not opened, as the note says."""
    archived_url: str
    """A fixed copy of the page; empty where none is known or `url` is one."""
    licence: str
    """The terms the source stands under; empty where none were found."""


class Held(Shape):
    """Against which page of the depositary the record was last held, and with what outcome."""

    words: str
    """The same in a sentence."""
    against: str
    """The day the page was the status of; today less this day is its age."""
    chapter: str
    url: str
    """Where the depositary shows the status as it is now."""
    source_ids: list[str]
    sha256: str
    """Of the page as served."""
    states: int
    """How many states the page shows, each of them compared."""
    differences: list[str]
    """What differs and is explained; empty where nothing does."""
    explanation: str
    compiled_to: str
    """As `verified_to`."""
    fresh_to: str
    """After this day acts later than the page may well be missing."""
    age_days: int | None
    """How many days after the page the day of the answer lies; null for an earlier day or none."""
    later_acts_may_be_missing: bool
    """Whether the day of the answer is later than `fresh_to`."""


class Carried(Shape):
    """What every answer carries."""

    verified_to: str
    """The day to which the record is compiled; `held` says what was verified, and when."""
    held: Held
    data_version: str
    """16 hex digits; as `v` in an address it makes the answer one that never changes."""
    licence: Licence
    attribution: str
    sources: list[Source]


class OfADay(Carried):
    """What every answer about a day carries."""

    date: str
    worldview: Worldview
    beyond_record: bool
    """Whether the day is later than `verified_to`: then the answer says what is known so far."""


class State(Shape):
    """One state on the day."""

    date: str
    iso_a3: str
    name: str
    legal_status: LegalStatus | None
    """Null where the day of an act is not known and several are possible."""
    bound: bool | None
    """Null where it is not known."""
    practice: Practice
    """What the state declares to do, apart from its legal status."""
    since: str | None
    """Since when it has had its legal status; null where that is not known.

    This and the dates below are days, or where the day is not known the days between which it lies:
    `2026-08-01/2027-02-01`, an interval of EDTF, both ends included.
    """
    entry_into_force: str | None
    withdrawal_notified: str | None
    withdrawal_effective: str | None
    possible_statuses: list[LegalStatus]
    """Every legal status that is possible on the day: one where it is known."""
    source_ids: list[str]


class StatusAnswer(OfADay):
    """Who is bound on a day. Counts are of all states, also where one was asked for."""

    headline: str
    """One quotable sentence."""
    bound: int | None
    """How many states are bound; null where it is not known of every state, see the next two."""
    bound_min: int
    """How many are known to be bound."""
    bound_max: int
    """How many are bound if all those are of which it is not known."""
    counts: dict[LegalStatus, int]
    """How many states are known to have each legal status."""
    counts_max: dict[LegalStatus, int]
    """How many may have it: the same, with each state of several possible statuses in all those."""
    not_known: int
    """How many states have several possible statuses; with `counts` they make up all states."""
    countries: list[State]


class Border(Shape):
    """One border segment; the first state of a flank border is the flank state."""

    date: str
    iso_a3: str
    name: str
    neighbour_iso_a3: str
    neighbour_name: str
    part: str
    """A piece that lies apart, as Kaliningrad; else empty."""
    computed_km: float
    """Geodesic length on WGS 84 of a 1:10m line, which runs short where a border winds."""
    computed_source: str
    """Whose line was measured for the computed length."""
    leading_km: float | None
    """The leading published figure of a named source, whose tier need not be `official`."""
    published_min_km: float | None
    """The smallest figure for the whole land line, or of no stated meaning, of any source."""
    published_max_km: float | None
    """The largest figure for the whole land line, or of no stated meaning, of any source."""
    leading_counts: list[str]
    """What the leading figure counts: `dry`, `river`, `lake`; empty where none leads."""
    leading_worked_out: str
    """The sum, km, by which the atlas came to the leading figure; else empty."""
    leading_meaning: str
    """The same in words, with what figures give that count a lagoon or the sea as well."""
    bound: bool | None
    """Whether the first state is bound; null where that is not known."""
    neighbour_bound: bool | None
    flank: bool
    covered: bool | None
    """Whether the flank state is bound; null where not known, and where `flank` is false."""
    source_ids: list[str]
    """Sources of the published figures; empty where none is on record."""


class Flank(Shape):
    """The flank border: sums of the leading figures, which count dry land, rivers and lakes."""

    length_km: float
    covered_km: float | None
    """How much of it is covered; null where a flank state is bound or not, and it is not known."""
    covered_min_km: float
    covered_max_km: float


class BordersAnswer(OfADay):
    """Border segments on a day; `flank` is whole, also where one country was asked for."""

    flank: Flank
    borders: list[Border]


class CountriesFile(OfADay):
    """The states on a day, to keep."""

    units: str
    countries: list[State]


class BordersFile(OfADay):
    """The border segments on a day, to keep."""

    units: str
    borders: list[Border]


class Figure(Shape):
    """A figure behind a verdict; `unit`: states, km, days, date or empty (words)."""

    label: str
    value: int | float | str
    unit: str
    source_ids: list[str]


class Claim(Shape):
    """A statement of an article, paraphrased, and the verdict on it."""

    claim_id: str
    article: str
    paraphrase: str
    verdict: Standing
    """`not_yet`: asked before the day or year it names is over; never on its article's own day.
    `not_known`: it hangs on a day that is not known, and holds on some of the days it can be."""
    decided_by: Literal["code", "record"]
    figures: list[Figure]
    conflicts_with: list[str]
    source_ids: list[str]


class ClaimsAnswer(Carried):
    """What five articles say; `date` is null where each is tested on its article's own day."""

    date: str | None
    claims: list[Claim]


class Event(Shape):
    """A dated event of the record, its date as exact as the sources are: a day, a month, a year,
    or an interval of two days, `2026-02-04/2026-08-25`, within which the day is not known.
    """

    event_id: str
    date: str
    iso_a3: list[str]
    """Empty for the Convention itself."""
    treaty: str
    kind: str
    title: str
    detail: str
    effective: str | None
    source_ids: list[str]


class EventsAnswer(Carried):
    """Events, oldest first."""

    events: list[Event]


class Fault(Shape):
    """A parameter that makes no sense."""

    parameter: str
    value: str
    expected: str


class Problem(BaseModel):
    """Why there is no answer (RFC 9457)."""

    model_config = ConfigDict(title="Problem")

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: list[Fault] | None = None
