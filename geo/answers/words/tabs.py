"""What the tabs below the map say around what the record and its sources say."""

from __future__ import annotations

from typing import Final

from geo.answers.words.controls import STEPS
from geo.answers.words.wordings import Counted

ALL: Final = "All"
"""What a list says in which nothing is chosen."""
SOURCE: Final = "Source"
KM: Final = "km"
HOLDS_ON: Final = "holds on {day}"
"""The row of a table that holds on the chosen day."""

ARTICLE: Final = "Article"
VERDICT: Final = "Verdict"
DECIDED: Final = "Decided"
DECIDED_BY: Final = {
    "code": "By code, from acts and borders",
    "record": "By the record, from its sources",
}
SPEAKS_OF: Final = "State it speaks of"
ASK: Final = "Ask on the chosen day"
ASK_HELP: Final = "Tests what the code decides on the day of the slider, not on the article’s own."
CLAIMS_TITLE: Final = "What articles say, and how it stands"
CLAIMS_SHOWN: Final = (
    "{count} of {total} statements, in our words; {by_code} decided by code from acts and borders,"
    " the rest from the sources named."
)
TALLY: Final = "{verdict}: {count}"
ASKED_ON: Final = (
    "Asked on {day}: what the code decides is tested on that day, what the record decides stays as"
    " it is."
)
DIFFERING: Final[Counted] = {
    "one": "{count} verdict differs from the article’s own day.",
    "other": "{count} verdicts differ from the article’s own day.",
}
NONE_DIFFERS: Final = "No verdict differs from the article’s own day."
EACH_ON_ITS_OWN: Final = "Each statement is tested on the day of its own article."
NO_STATEMENT: Final = "No statement fits this choice; clear one of the lists above."
NO_ADDRESS: Final = "no address was found"
STATEMENTS: Final[Counted] = {"one": "{count} statement", "other": "{count} statements"}
ON_ITS_OWN_DAY: Final = "{verdict} on the article’s own day:"
TRUE_ALWAYS: Final = "True on every day of the record."
TRUE: Final = "True {spans}."
SPANS: Final = {
    "whole": "from {first} to {last}",
    "open": "from {first} to {last}, the end of the record",
}
BEGUN: Final = {"whole": "up to {last}", "open": "up to {last}, the end of the record"}
"""When a claim is true: between two days, or on all before one; `open` where the record ends."""
AT_ODDS: Final = "At odds with {others}"
FIGURES: Final[Counted] = {
    "one": "{count} figure behind the verdict",
    "other": "{count} figures behind the verdict",
}
UNITS: Final[dict[str, Counted]] = {
    "states": STEPS["states"],
    "days": {"one": "{count} day", "other": "{count} days"},
}
"""What a figure counts, where that is no length and no date."""
LOOKED_AT: Final = "What was looked at"
FOUND: Final = "Found"

KIND: Final = "Kind"
EVENT_KINDS: Final = (
    "Acceptance",
    "Accession",
    "Adoption",
    "Announcement",
    "Approval",
    "Armed conflict begins",
    "Armed conflict ends",
    "Deadline missed",
    "Decree",
    "Denunciation act",
    "Depositary circulation",
    "Deployment",
    "Domestic decision",
    "Entry into force",
    "Fortieth instrument",
    "Government bill",
    "Msp decision",
    "Objection",
    "Opened for signature",
    "Parliament vote",
    "Policy",
    "Production plan",
    "Promulgation",
    "Ratification",
    "Signature",
    "Statement",
    "Stockpile destroyed",
    "Stockpile partial",
    "Succession",
    "Suspension notice",
    "Withdrawal effective",
    "Withdrawal notice",
)
"""The kinds of acts and events, as `kind_words` makes them of the record's."""
EVENTS_SHOWN: Final = "{first} to {last} of {count}, newest first. Choose a date to go there."
EVENTS_OF_MORE: Final = (
    "{first} to {last} of {count} (of {total} on record), newest first. Choose a date to go there."
)
NO_EVENT: Final = "No event fits this choice; clear one of the lists above."
LATER: Final = "after the chosen day"
PAGES: Final = {"newer": "Newer", "older": "Older"}

COVERAGE_TITLE: Final = (
    "How much of the flank border the Convention has covered, and when that changed"
)
UNTIL_NEXT: Final = "The kilometres of a row hold until the next row."
CHANGED: Final = "What changed"
COVERED_KM: Final = "Flank border covered by the Convention, km"
RECORD_BEGINS: Final = "the record begins; no flank state is bound yet"
WHOLE_FLANK: Final = "The whole flank border measures {km} km."
KM_OF: Final = "{words}, km"
"""A class of borders, to head a column of kilometres."""

LENGTHS_TITLE: Final = "Every figure, and what its source counts"
LEADING_ADDS_UP: Final = "The leading figure is the one the headline adds up."
COUNTED: Final = "What is counted"
COMPUTED_FROM: Final = "computed from Natural Earth 1:10m"
GEODESIC: Final = "geodesic, WGS 84"

QUESTIONS: Final = (
    "{count} of {total} questions. The versions stand side by side; the one the atlas uses is"
    " marked, with the reason. Where none leads, none is preferred."
)

SOURCES_COUNTED: Final = "Sources ({count})"
