"""The words around a dossier and around the tables of the flank and of all states."""

from __future__ import annotations

from typing import Annotated

from typing_extensions import TypedDict

from geo.answers.words.wordings import Counted, texts_of


class CopiedWords(TypedDict):
    """A quote as it is copied, the button that does it, and what is said then."""

    button: Annotated[str, "Copy with source and address"]
    text: Annotated[str, "“{sentence}” Ottawa Atlas, {address}. Sources: {sources}."]
    told: Annotated[str, "Copied."]


class DossierWords(TypedDict):
    """What stands around the rows of a dossier: in the panel, on a state's page, in Markdown."""

    title: Annotated[str, "{state} and the Mine Ban Convention"]
    quote: Annotated[str, "To quote"]
    copied: Annotated[CopiedWords, texts_of(CopiedWords)]
    read_on: Annotated[str, "Read the dossier"]
    close: Annotated[str, "Close"]
    more_sources: Annotated[str, "and {count} more in the list below"]
    last_change: Annotated[str, "Last change in law"]
    no_last_change: Annotated[str, "none"]
    next_change: Annotated[str, "Next change in law"]
    no_next_change: Annotated[str, "none on record"]
    declared: Annotated[str, "Declared practice"]
    declared_next: Annotated[str, "Next declared practice"]
    borders: Annotated[str, "Borders"]
    neighbour: Annotated[str, "Neighbour"]
    leading_km: Annotated[str, LEADING_KM]
    leading_counts: Annotated[str, "What the leading figure counts, and sources"]
    range: Annotated[str, "Range"]
    computed: Annotated[str, "Computed"]
    neighbour_status: Annotated[str, "Neighbour’s status"]
    other_borders: Annotated[
        Counted, {"one": "{count} other border", "other": "{count} other borders"}
    ]
    bound: Annotated[str, "bound"]
    not_bound: Annotated[str, "not bound"]
    bound_unknown: Annotated[str, "bound or not, not known"]
    declares_suspension: Annotated[str, "declares suspension"]
    not_in_list: Annotated[str, "not in the list"]
    programmes: Annotated[str, "Programmes"]
    programmes_note: Annotated[
        str,
        "What sources say as of the chosen day, the furthest stage first. Not a map of minefields.",
    ]
    more_facts: Annotated[Counted, {"one": "{count} more fact", "other": "{count} more facts"}]
    positions: Annotated[str, "Positions and records"]
    later_facts: Annotated[
        Counted,
        {
            "one": "{count} later fact is on record for days after the chosen one.",
            "other": "{count} later facts are on record for days after the chosen one.",
        },
    ]
    events: Annotated[str, "Acts and events"]
    no_events: Annotated[str, "No act or event of this state is on record."]
    after_this_day: Annotated[str, "after this day"]
    day_unknown: Annotated[str, "day not known"]
    more_after: Annotated[str, "{count} more after this day"]
    disagreements: Annotated[str, "Where sources disagree"]
    leads: Annotated[str, "leads"]
    why_leads: Annotated[str, "Why it leads"]
    none_leads: Annotated[str, "None leads"]
    claims: Annotated[str, "What the articles claim"]
    read_claims: Annotated[str, "Read these claims in full"]
    decided_by_code: Annotated[str, "decided by code"]
    decided_by_record: Annotated[str, "decided by the record"]
    verdicts: Annotated[
        dict[str, str],
        {
            "confirmed": "Confirmed",
            "partly": "Partly",
            "contradicted": "Contradicted",
            "unverifiable": "Unverifiable",
            "not_yet": "Not yet",
            "not_known": "Not known",
        },
    ]
    verdict_marks: Annotated[
        dict[str, str],
        {
            "confirmed": "✓",
            "partly": "◐",
            "contradicted": "✗",
            "unverifiable": "?",
            "not_yet": "○",
            "not_known": "?",
        },
    ]
    paper: Annotated[str, "Print (PDF)"]
    sources: Annotated[str, "Sources"]
    fixed_copy: Annotated[str, "copy"]
    more: Annotated[str, "{count} more"]
    earlier: Annotated[str, "{count} earlier"]


class FlankWords(TypedDict):
    """What stands around the tables of the flank: its states, its borders."""

    overview: Annotated[str, "The flank on {day}"]
    state: Annotated[str, "State"]
    status: Annotated[str, "Legal status"]
    border_km: Annotated[str, "Border with Russia and Belarus, km"]
    choose: Annotated[str, "Choose a country from the list or click the map for its dossier."]
    borders: Annotated[str, "The flank border on {day}"]
    border: Annotated[str, "Border"]
    flank_state: Annotated[str, "Flank state"]
    leading_km: Annotated[str, LEADING_KM]
    range: Annotated[str, RANGE]
    computed_km: Annotated[str, "Computed, km"]
    covered: Annotated[str, DOSSIER["bound"]]
    not_covered: Annotated[str, DOSSIER["not_bound"]]
    cover_unknown: Annotated[str, "not known"]
    total: Annotated[str, "Total"]
    total_covered: Annotated[str, "{km} km covered by the Convention"]
    rounding: Annotated[
        str, "Rows are rounded to whole kilometres; totals are summed before rounding."
    ]
    covered_means: Annotated[
        str,
        "“Covered” means that the flank state is bound by the Convention on that day, not that"
        " there are mines.",
    ]


class StatesWords(TypedDict):
    """What stands around the table of all states."""

    title: Annotated[str, "All states on {day}"]
    fold: Annotated[str, "All states on the chosen day"]
    find: Annotated[str, "Find a state in the table"]
    state: Annotated[str, FLANK["state"]]
    status: Annotated[str, FLANK["status"]]
    change: Annotated[str, DOSSIER["last_change"]]
    shown: Annotated[str, "{count} of {total} states"]


class PanelWords(TypedDict):
    """What the panel says while it has no documents to speak from, of a lost line, and on paper."""

    loading: Annotated[str, "The dossiers are being fetched."]
    unreachable: Annotated[
        str, "The dossiers could not be fetched. Check the connection and reload the page."
    ]
    asked_again: Annotated[str, "The dossiers could not be fetched yet and are asked for again."]
    names_asked_again: Annotated[str, "The names could not be fetched yet and are asked for again."]
    picture_asked_again: Annotated[
        str, "The picture could not be fetched yet and is asked for again."
    ]
    lost: Annotated[
        str,
        "The connection to Ottawa Atlas is lost and is tried again. Map and panel go on with what"
        " is here, the date when its slider is dragged; your place is kept. If it does not come"
        " back, check the network, then reload the page.",
    ]
    silent: Annotated[
        str,
        "Ottawa Atlas does not answer at the moment and is asked again. Date, map and panel go on"
        " with what is here; your place is kept, and what else you have chosen comes with the"
        " answer. If none comes, check the network, then reload the page.",
    ]
    back: Annotated[str, "The connection to Ottawa Atlas is back."]
    signed: Annotated[str, "{address} · Ottawa Atlas, CC BY 4.0 · data version {version}"]


LEADING_KM = "Leading figure, km"

RANGE = "Range of sources"

DOSSIER = texts_of(DossierWords)

FLANK = texts_of(FlankWords)

STATES = texts_of(StatesWords)

PANEL = texts_of(PanelWords)
