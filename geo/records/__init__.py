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

from geo.basics.problems import RecordError as RecordError
from geo.records.loading import DATA_DIR as DATA_DIR
from geo.records.loading import load as load
from geo.records.rows import BorderLength as BorderLength
from geo.records.rows import Claim as Claim
from geo.records.rows import Disagreement as Disagreement
from geo.records.rows import DisagreementVersion as DisagreementVersion
from geo.records.rows import Event as Event
from geo.records.rows import Fact as Fact
from geo.records.rows import Record as Record
from geo.records.rows import Source as Source
from geo.records.rows import State as State
from geo.records.rows import Verification as Verification
