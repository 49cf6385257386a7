"""The rows of the record as typed values: what `data/*.csv` holds, one class a file.

Codes are ISO 3166-1 alpha-3, lengths kilometres, dates `PartialDate` unless a day is required.
Empty cells of optional text are empty strings. `docs/data-dictionary.md` says what each column
means.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from geo.basics.dates import Interval, PartialDate

CONVENTION = "APMBC"
"""How the tables name the treaty the atlas is about, among those they tell of."""

STAGES = ("announced", "funded", "contracted", "under_construction", "built", "laid")
"""How far a programme has come, from word to deed; positions and records stand apart."""

LENGTH_PARTS = ("dry", "river", "lake", "lagoon", "sea")
"""What a length of a border may count, in this order."""

LAND_LINE = ("dry", "river", "lake")
"""What a length counts that leads: one meaning for every border, so that lengths can be added."""

NOT_SAID = ("not_said",)
"""What a length counts whose source does not say it."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where something is said. `tier` says what kind of source it is, not whether it is right.

    `date` is None and `note` says so where the page is undated; `url` is empty only for an article
    (tier "article") whose address was not found. `accessed` is when the page was last read, or when
    its row entered the record where no earlier day was noted; None where nobody opened it.
    `archived_url` leads to a fixed copy and `licence` names the terms the source stands under; both
    are empty where none were found.
    """

    source_id: str
    publisher: str
    title: str
    date: PartialDate | None
    url: str
    tier: str
    note: str
    accessed: PartialDate | None
    archived_url: str
    licence: str


@dataclass(frozen=True, slots=True)
class State:
    """A state that could join. `iso_n3` keeps its leading zeros.

    `aliases` are other names by which the depositary calls it, or once did.
    """

    iso_a3: str
    iso_n3: str
    name: str
    aliases: tuple[str, ...]
    un_status: str
    source_ids: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Event:
    """A dated event: an act of a state, a published date to check the rules by, or something else.

    `date` is an interval where the day is only known to lie within it. `iso_a3` is empty for the
    Convention itself. `effective` belongs to successions: the day from which the Convention counts
    for the successor.
    """

    event_id: str
    date: PartialDate | Interval
    iso_a3: tuple[str, ...]
    treaty: str
    kind: str
    title: str
    detail: str
    effective: dt.date | None
    source_ids: tuple[str, ...]
    check_note: str


@dataclass(frozen=True, slots=True)
class Verification:
    """That the record was held against the depositary's page of `day`, and what came of it.

    `sha256` is that of the page as served, in hex; `states` how many it shows. `differences` are
    the keys of `geo.answers.depositary.comparison.Finding`, `explanation` says what they come from.
    """

    day: dt.date
    chapter: str
    source_ids: tuple[str, ...]
    sha256: str
    states: int
    differences: tuple[str, ...]
    explanation: str


@dataclass(frozen=True, slots=True)
class Held:
    """What "verified" means: the newest verification, and the day the record is compiled to."""

    page: Verification
    compiled_to: dt.date


@dataclass(frozen=True, slots=True)
class BorderLength:
    """What a source says a border measures, in kilometres, and what is in it (`counts`).

    `section` is empty for the whole border, `part` is "Kaliningrad" or empty. `counts` are of
    `LENGTH_PARTS`, as far as the border has them, or `NOT_SAID`. `sum_of` names the rows that add
    up to this one. `worked_out` is the sum by which the atlas came to a figure no source prints,
    km: "1080 + 84 + 126". `leading` marks the figure the atlas shows first.
    """

    length_id: str
    iso_a3: str
    neighbour_iso_a3: str
    part: str
    section: str
    length_km: float
    counts: tuple[str, ...]
    sum_of: tuple[str, ...]
    worked_out: str
    leading: bool
    leading_reason: str
    source_ids: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Metric:
    """What a fact may measure, and the units its values may have."""

    metric: str
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a source says of a programme, a plan or a position, as of a date.

    `iso_a3` is empty where the fact is not about one state; `topic_id` names the disagreement the
    fact is a version of, or is empty. `value` is text: sources give ranges and words as well as
    numbers.
    """

    fact_id: str
    iso_a3: str
    neighbour_iso_a3: str
    programme: str
    metric: str
    value: str
    unit: str
    stage: str
    as_of: PartialDate
    summary: str
    source_ids: tuple[str, ...]
    topic_id: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement of an article and the verdict on it.

    `predicate` and `arguments` say what to compute where `decided_by` is "code"; the verdict is
    then what the computation must arrive at. Both are kept as written: `geo.answers.claims` knows
    their language.
    """

    claim_id: str
    article_id: str
    article_date: PartialDate | None
    paraphrase: str
    subject_iso_a3: tuple[str, ...]
    topic: str
    decided_by: str
    predicate: str
    arguments: str
    verdict: str
    reason: str
    source_ids: tuple[str, ...]
    conflicts_with: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DisagreementVersion:
    """One version of a matter in dispute; `ref` is "fact:ID", "length:ID", "event:ID" or empty."""

    version: str
    ref: str
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A matter on which sources disagree, which version leads, and why."""

    topic_id: str
    question: str
    leading_ref: str
    reason: str
    note: str
    versions: tuple[DisagreementVersion, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """The whole record, checked. Mappings keep the order of the files, events that of their dates.

    `checksum` is the SHA-256, in hex, over every data file; `verified_to` the day to which the
    record was compiled. `verifications`, at least one, are in the order of the pages' days.
    """

    states: Mapping[str, State]
    events: tuple[Event, ...]
    lengths: tuple[BorderLength, ...]
    facts: tuple[Fact, ...]
    claims: tuple[Claim, ...]
    disagreements: tuple[Disagreement, ...]
    verifications: tuple[Verification, ...]
    sources: Mapping[str, Source]
    checksum: str
    verified_to: dt.date

    @property
    def held(self) -> Held:
        """Against which page the record was last held."""
        return Held(self.verifications[-1], self.verified_to)
