"""The shapes of the document that the panel is drawn from.

`scripts/documents.d.ts` says the same to the scripts. Days are ISO dates, lengths kilometres,
coordinates degrees on WGS 84. What many rows share
stands once beside them, and a row has its place in that list: so are `sources` of any row places in
the document's `sources`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from geo.answers.words.panel import DossierWords, FlankWords, StatesWords


class DossierSource(TypedDict):
    """A source as it is cited; `read` is a place in `reads`."""

    publisher: str
    title: str
    when: str
    url: str
    tier: str
    read: int
    archived: NotRequired[str]


class Listed(TypedDict):
    """A state of the overview; `flank_km` is the length of its flank border, 0 for others."""

    id: str
    flank: bool
    flank_km: float


Saying = TypedDict("Saying", {"from": str, "says": str})
"""What is said from a day on."""

LegalBasis = TypedDict("LegalBasis", {"from": str, "says": str, "sources": list[int]})
"""Why a status is what it is, from a day on."""


class StateDossier(TypedDict):
    """What is said of a state; all are ascending; `declared` are practices, and in `sentences`
    `{day}` is the day asked for.
    """

    sentences: list[Saying]
    legal_bases: list[LegalBasis]
    changes: list[Saying]
    declared: list[Saying]


DossierEvent = TypedDict(
    "DossierEvent",
    {
        "from": str,
        "to": str,
        "when": str,
        "states": list[str],
        "legal": bool,
        "title": str,
        "detail": NotRequired[str],
        "sources": list[int],
    },
)
"""An act or event, between the first and the last day it can have been on."""

DossierFact = TypedDict(
    "DossierFact",
    {
        "state": str,
        "from": str,
        "when": str,
        "programme": str,
        "stage": str,
        "says": str,
        "ours": NotRequired[str],
        "weak": NotRequired[str],
        "sources": list[int],
    },
)
"""A fact known from a day on; `ours` marks what the atlas has translated, and `weak` what no strong
source carries.
"""


class DossierVersion(TypedDict):
    """One answer to a question in dispute."""

    says: str
    leads: bool
    sources: list[int]


class Topic(TypedDict):
    """A question in dispute; `known` has the day from which it is one of each country's."""

    known: dict[str, str]
    led: bool
    question: str
    reason: str
    versions: list[DossierVersion]


class DossierClaim(TypedDict):
    """A claim of an article about states."""

    states: list[str]
    id: str
    verdict: str
    says: str
    article: str
    when: str
    sources: list[int]


class DossierBorder(TypedDict):
    """A border without its day; figures that no source gives are left out.

    `meaning` is a place in `meanings`.
    """

    states: list[str]
    part: NotRequired[str]
    flank: bool
    leading: NotRequired[float]
    low: NotRequired[float]
    high: NotRequired[float]
    computed: float
    meaning: int
    sources: list[int]


class TermWords(TypedDict):
    """A word that explains itself: what a reader asks, and the answer."""

    asked: str
    meaning: str


class DossiersWords(TypedDict):
    """What is said around the rows; `term_of` names the term by which a status is explained."""

    dossier: DossierWords
    flank: FlankWords
    states: StatesWords
    terms: dict[str, TermWords]
    term_of: dict[str, str]


class DossiersDocument(TypedDict):
    """Every state's dossier for every day; `lines` are the programmes that come first.

    `statuses` are in the order in which they are shown; `in_english` is what another language says
    of texts that it leaves in English.
    """

    recent: int
    inline_sources: int
    listed: list[Listed]
    statuses: list[str]
    states: dict[str, StateDossier]
    events: list[DossierEvent]
    facts: list[DossierFact]
    topics: list[Topic]
    claims: list[DossierClaim]
    borders: list[DossierBorder]
    words: DossiersWords
    meanings: list[str]
    leading_words: str
    computed_words: str
    stages: dict[str, str]
    lines: list[str]
    sources: list[DossierSource]
    reads: list[str]
    tiers: dict[str, str]
    in_english: NotRequired[str]
