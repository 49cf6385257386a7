"""The record: every table of `data/`, read, checked and typed.

In come `data/*.csv` and the `descriptor` that says what their columns may hold. `tables` reads
each file as text, `schema` its cells and keys, `rules/` check what spans rows and files; `rows`
says what a row is, `cells` how a cell is read, `acts` which events are acts of the Convention,
`source_tiers` how weighty a source is and how it is cited. Out comes one immutable `Record`
(`load`), or one `RecordError` with every problem in every file at once, each with its line and
column (`problems`).

It knows `basics` and `treaty`: a rule may ask the law whether an act can stand. The names below are
its face.
"""

from geo.records.line_rows import MissingBorder
from geo.records.loading import (
    DATA_DIR,
    BorderLength,
    Claim,
    Disagreement,
    DisagreementVersion,
    Event,
    Fact,
    Problem,
    Record,
    RecordError,
    Source,
    State,
    Verification,
    load,
)

__all__ = [
    "DATA_DIR",
    "BorderLength",
    "Claim",
    "Disagreement",
    "DisagreementVersion",
    "Event",
    "Fact",
    "MissingBorder",
    "Problem",
    "Record",
    "RecordError",
    "Source",
    "State",
    "Verification",
    "load",
]
