"""The rows of the record as typed values: what `data/*.csv` holds, one class a file.

Codes are ISO 3166-1 alpha-3, lengths kilometres, dates `PartialDate` unless a day is required.
Empty cells of optional text are empty strings. `docs/data-dictionary.md` says what each column
means, `geo.records.cells` how a cell is read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields

from geo.records.cells import (
    Count,
    Dated,
    DatedIfKnown,
    DatedOrBetween,
    Day,
    DayIfKnown,
    Listed,
    Marked,
    Number,
)
from geo.records.line_rows import Lens, Membership, MissingBorder

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


NEVER_SIGNED = "Never signed"
"""What the note of a state says that has done nothing under the Convention."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where something is said. `tier` says what kind of source it is, not whether it is right.

    `date` is None and `note` says so where the page is undated; `url` is empty only for an article
    (tier "article") whose address was not found. `accessed` is when the page was last read, or when
    its row entered the record where no earlier day was noted; None where nobody opened it.
    `archived_url` leads to a fixed copy and `licence` names the terms the source stands under; both
    are empty where none were found. `kind` is what kind of work it is (treaty, legislation, bill,
    report), empty where `tier` tells.
    """

    source_id: str
    publisher: str
    title: str
    date: DatedIfKnown
    url: str
    tier: str
    note: str
    accessed: DatedIfKnown
    archived_url: str
    licence: str
    kind: str


@dataclass(frozen=True, slots=True)
class State:
    """A state that could join. `iso_n3` keeps its leading zeros.

    `aliases` are other names by which the depositary calls it, or once did.
    """

    iso_a3: str
    iso_n3: str
    name: str
    aliases: Listed
    un_status: str
    source_ids: Listed
    note: str


@dataclass(frozen=True, slots=True)
class Event:
    """A dated event: an act of a state, a published date to check the rules by, or something else.

    `date` is an interval where the day is only known to lie within it. `iso_a3` is empty for the
    Convention itself. `effective` belongs to successions: the day from which the Convention counts
    for the successor. `line` is that of its file, 0 where it was read from none.
    """

    event_id: str
    date: DatedOrBetween
    iso_a3: Listed
    treaty: str
    kind: str
    title: str
    detail: str
    effective: DayIfKnown
    source_ids: Listed
    check_note: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Verification:
    """That the record was held against the depositary's page of `day`, and what came of it.

    `sha256` is that of the page as served, in hex; `states` how many it shows. `differences` are
    the keys of `geo.answers.depositary.comparison.Finding`, `explanation` says what they come from.
    """

    day: Day
    chapter: str
    source_ids: Listed
    sha256: str
    states: Count
    differences: Listed
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
    km: "1080 + 84 + 126". `leading` marks the figure the atlas shows first. `check_note` says why a
    figure is right that is out of line with the others. `line` is that of its file, 0 where it was
    read from none.
    """

    length_id: str
    iso_a3: str
    neighbour_iso_a3: str
    part: str
    section: str
    length_km: Number
    counts: Listed
    sum_of: Listed
    worked_out: str
    leading: Marked
    leading_reason: str
    source_ids: Listed
    note: str
    check_note: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Metric:
    """What a fact may measure, and the units its values may have."""

    metric: str
    units: Listed


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
    as_of: Dated
    summary: str
    source_ids: Listed
    topic_id: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement of an article and the verdict on it.

    `predicate` and `arguments` say what to compute where `decided_by` is "code"; the verdict is
    then what the computation must arrive at. Both are kept as written: `geo.answers.claims` knows
    their language. `line` is that of its file, 0 where it was read from none.
    """

    claim_id: str
    article_id: str
    article_date: DatedIfKnown
    paraphrase: str
    subject_iso_a3: Listed
    topic: str
    decided_by: str
    predicate: str
    arguments: str
    verdict: str
    reason: str
    source_ids: Listed
    conflicts_with: Listed
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class DisagreementVersion:
    """One version of a matter in dispute; `ref` is "fact:ID", "length:ID", "event:ID" or empty."""

    topic_id: str
    version: str
    ref: str
    source_ids: Listed


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A matter on which sources disagree, which version leads, and why.

    `versions` are of another file; a matter of the record has two or more.
    """

    topic_id: str
    question: str
    leading_ref: str
    reason: str
    note: str
    versions: tuple[DisagreementVersion, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """The whole record, checked. Mappings keep the order of the files, events that of their dates.

    `checksum` is the SHA-256, in hex, over every data file; `verified_to` the day to which the
    record was compiled. `verifications`, at least one, are in the order of the pages' days. `files`
    are its tables and their descriptor by name, as they were on disk.
    """

    states: Mapping[str, State]
    events: tuple[Event, ...]
    lengths: tuple[BorderLength, ...]
    missing_borders: tuple[MissingBorder, ...]
    groups: tuple[Membership, ...]
    lenses: tuple[Lens, ...]
    facts: tuple[Fact, ...]
    claims: tuple[Claim, ...]
    disagreements: tuple[Disagreement, ...]
    verifications: tuple[Verification, ...]
    sources: Mapping[str, Source]
    checksum: str
    verified_to: dt.date
    files: Mapping[str, bytes] = field(repr=False)

    @property
    def held(self) -> Held:
        """Against which page the record was last held."""
        return Held(self.verifications[-1], self.verified_to)


def columns_of(kind: type) -> tuple[str, ...]:
    """The columns a row of a class is read from: what it holds beside them has a default."""
    return tuple(each.name for each in fields(kind) if each.default is MISSING)
