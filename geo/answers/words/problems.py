"""Why there is no answer: what the API says to what it cannot answer, and a page to its reader."""

from __future__ import annotations

from typing import Final

from geo.answers.words.wordings import Counted

TITLES: Final = {
    400: "Bad Request",
    404: "Not Found",
    405: "Method Not Allowed",
    406: "Not Acceptable",
    412: "Precondition Failed",
    414: "Request-URI Too Long",
    416: "Range Not Satisfiable",
    422: "Unprocessable Entity",
    429: "Too Many Requests",
    500: "Internal Server Error",
    501: "Not Implemented",
    503: "Service Unavailable",
}
"""What HTTP calls the statuses whose details are translated; of the others both are English."""

SENSELESS: Final = "This makes no sense: {parameters}."
SENSELESS_AND: Final[Counted] = {
    "one": "This makes no sense: {parameters} and {count} more.",
    "other": "This makes no sense: {parameters} and {count} more.",
}
NOT_KEPT: Final = "The data version served here is {here}; {asked} is not kept."
NO_LENS: Final = "No lens is called {lens}."
NO_KIND: Final = "No event is of this kind."
BACKWARDS: Final = "The period ends before it begins."
NO_BOX: Final = "These numbers make no box that can be drawn."
YET_TO_COME: Final = "The day is yet to come."
NO_VIEW: Final = "This is no address of a view of the atlas on this server."
JSON_OR_XML: Final = "It is said as JSON or XML."
TOO_MUCH_ASKED: Final = "At most {most} bytes of parameters are read, not {found}."
"""What is asked and cannot be."""

NOTHING_HERE: Final = "Nothing is here; see {address}."
METHODS: Final = "This address is asked with {methods}."
NO_ENCODING: Final = (
    "This answer is sent as it is or, mostly, gzipped; Accept-Encoding refuses both."
)
CONDITION: Final = "What is here is not, or no longer, what the condition names."
BEYOND: Final = "There are {size} bytes here, and none of those asked for."
NO_ASSISTANT: Final = "The tools for language models are not installed on this server."
BUSY: Final = "Too much is being drawn at this moment."
SHARE_TAKEN: Final = (
    "As much as one client's share is being made for you already; wait for some of it."
)
DAMAGED: Final = "The data on this server are damaged; its keeper is told."
DAMAGED_FILES: Final = "The data on this server are damaged ({files}); its keeper is told."
"""What is not there, or not now."""

NOT_DRAWN: Final = "This was not drawn: {reason}."
TOO_LARGE: Final = "it takes more memory than a drawing is given"
TOO_LONG: Final = "it takes longer than a drawing is given"
ENDED_EARLY: Final = "the process that drew it ended early"
"""Why a drawing was given up."""

MISSING: Final = {
    "title": "No such page",
    "heading": "There is no page at this address",
    "perhaps": (
        "Perhaps it was mistyped, or the page has moved. {atlas} has every day and every state."
    ),
    "programs": "What programs can ask for stands in {api}.",
    "api": "the description of the API",
}
"""What a reader finds at an address where nothing is."""
