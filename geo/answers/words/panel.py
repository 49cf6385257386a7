"""The words around a dossier and around the tables of the flank and of all states."""

from __future__ import annotations

from typing import TypedDict

from geo.answers.words.wordings import Counted


class CopiedWords(TypedDict):
    """A quote as it is copied, the button that does it, and what is said then."""

    button: str
    text: str
    told: str


class DossierWords(TypedDict):
    """What stands around the rows of a dossier: in the panel, on a state's page, in Markdown."""

    title: str
    quote: str
    copied: CopiedWords
    read_on: str
    close: str
    more_sources: str
    last_change: str
    no_last_change: str
    next_change: str
    no_next_change: str
    declared: str
    declared_next: str
    borders: str
    neighbour: str
    leading_km: str
    leading_counts: str
    range: str
    computed: str
    neighbour_status: str
    other_borders: Counted
    bound: str
    not_bound: str
    bound_unknown: str
    declares_suspension: str
    not_in_list: str
    programmes: str
    programmes_note: str
    more_facts: Counted
    positions: str
    later_facts: Counted
    events: str
    no_events: str
    after_this_day: str
    day_unknown: str
    more_after: str
    disagreements: str
    leads: str
    why_leads: str
    none_leads: str
    claims: str
    read_claims: str
    paper: str
    decided_by_code: str
    decided_by_record: str
    verdicts: dict[str, str]
    verdict_marks: dict[str, str]
    sources: str
    fixed_copy: str
    more: str
    earlier: str


class FlankWords(TypedDict):
    """What stands around the tables of the flank: its states, its borders."""

    overview: str
    state: str
    status: str
    border_km: str
    choose: str
    borders: str
    border: str
    flank_state: str
    leading_km: str
    range: str
    computed_km: str
    covered: str
    not_covered: str
    cover_unknown: str
    total: str
    total_covered: str
    rounding: str
    covered_means: str


class StatesWords(TypedDict):
    """What stands around the table of all states."""

    title: str
    fold: str
    find: str
    state: str
    status: str
    change: str
    shown: str


class PanelWords(TypedDict):
    """What the panel says while it has no documents to speak from, of a lost line, and on paper."""

    loading: str
    unreachable: str
    asked_again: str
    lost: str
    back: str
    signed: str


LEADING_KM = "Leading figure, km"

RANGE = "Range of sources"

DOSSIER: DossierWords = {
    "title": "{state} and the Mine Ban Convention",
    "quote": "To quote",
    "copied": {
        "button": "Copy with source and address",
        "text": "“{sentence}” Ottawa Atlas, {address}. Sources: {sources}.",
        "told": "Copied.",
    },
    "read_on": "Read the dossier",
    "close": "Close",
    "more_sources": "and {count} more in the list below",
    "last_change": "Last change in law",
    "no_last_change": "none",
    "next_change": "Next change in law",
    "no_next_change": "none on record",
    "declared": "Declared practice",
    "declared_next": "Next declared practice",
    "borders": "Borders",
    "neighbour": "Neighbour",
    "leading_km": LEADING_KM,
    "leading_counts": "What the leading figure counts, and sources",
    "range": "Range",
    "computed": "Computed",
    "neighbour_status": "Neighbour’s status",
    "other_borders": {"one": "{count} other border", "other": "{count} other borders"},
    "bound": "bound",
    "not_bound": "not bound",
    "bound_unknown": "bound or not, not known",
    "declares_suspension": "declares suspension",
    "not_in_list": "not in the list",
    "programmes": "Programmes",
    "programmes_note": (
        "What sources say as of the chosen day, the furthest stage first. Not a map of minefields."
    ),
    "more_facts": {"one": "{count} more fact", "other": "{count} more facts"},
    "positions": "Positions and records",
    "later_facts": {
        "one": "{count} later fact is on record for days after the chosen one.",
        "other": "{count} later facts are on record for days after the chosen one.",
    },
    "events": "Acts and events",
    "no_events": "No act or event of this state is on record.",
    "after_this_day": "after this day",
    "day_unknown": "day not known",
    "more_after": "{count} more after this day",
    "disagreements": "Where sources disagree",
    "leads": "leads",
    "why_leads": "Why it leads",
    "none_leads": "None leads",
    "claims": "What the articles claim",
    "read_claims": "Read these claims in full",
    "decided_by_code": "decided by code",
    "decided_by_record": "decided by the record",
    "verdicts": {
        "confirmed": "Confirmed",
        "partly": "Partly",
        "contradicted": "Contradicted",
        "unverifiable": "Unverifiable",
        "not_yet": "Not yet",
        "not_known": "Not known",
    },
    "verdict_marks": {
        "confirmed": "✓",
        "partly": "◐",
        "contradicted": "✗",
        "unverifiable": "?",
        "not_yet": "○",
        "not_known": "?",
    },
    "paper": "Print (PDF)",
    "sources": "Sources",
    "fixed_copy": "copy",
    "more": "{count} more",
    "earlier": "{count} earlier",
}

FLANK: FlankWords = {
    "overview": "The flank on {day}",
    "state": "State",
    "status": "Legal status",
    "border_km": "Border with Russia and Belarus, km",
    "choose": "Choose a country from the list or click the map for its dossier.",
    "borders": "The flank border on {day}",
    "border": "Border",
    "flank_state": "Flank state",
    "leading_km": LEADING_KM,
    "range": RANGE,
    "computed_km": "Computed, km",
    "covered": DOSSIER["bound"],
    "not_covered": DOSSIER["not_bound"],
    "cover_unknown": "not known",
    "total": "Total",
    "total_covered": "{km} km covered by the Convention",
    "rounding": "Rows are rounded to whole kilometres; totals are summed before rounding.",
    "covered_means": (
        "“Covered” means that the flank state is bound by the Convention on that day, not that"
        " there are mines."
    ),
}

STATES: StatesWords = {
    "title": "All states on {day}",
    "fold": "All states on the chosen day",
    "find": "Find a state in the table",
    "state": FLANK["state"],
    "status": FLANK["status"],
    "change": DOSSIER["last_change"],
    "shown": "{count} of {total} states",
}

PANEL: PanelWords = {
    "loading": "The dossiers are being fetched.",
    "unreachable": "The dossiers could not be fetched. Check the connection and reload the page.",
    "asked_again": "The dossiers could not be fetched yet and are asked for again.",
    "lost": (
        "The connection to Ottawa Atlas is lost and is tried again. Date, map and panel go on with"
        " what is here; your place is kept. If it does not come back, check the network, then"
        " reload the page."
    ),
    "back": "The connection to Ottawa Atlas is back.",
    "signed": "{address} · Ottawa Atlas, CC BY 4.0 · data version {version}",
}
