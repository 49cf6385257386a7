"""The sentences and labels of `geo.answers.words.wordings`, in English."""

from __future__ import annotations

from geo.answers.words import legend
from geo.answers.words.status_words import REMAINS_BOUND
from geo.answers.words.wordings import (
    AddressWords,
    ControlWords,
    DossierWords,
    FirstViewWords,
    FlankWords,
    FollowingWords,
    LensWords,
    MapWords,
    PanelWords,
    PaperWords,
    SearchWords,
    StatesWords,
    StepWords,
)
from geo.treaty import Practice

GLOSSARY_TITLE = "The words of the atlas"
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

LENS: LensWords = {
    "sums": "Who is bound on either side, on {day}",
    "borders": "Its borders on {day}",
    "border": FLANK["border"],
    "bound": "Who is bound",
    "length_km": "Border, km",
    "of_leading_km": "of it leading figures, km",
    "computed_km": FLANK["computed_km"],
    "leading_km": LEADING_KM,
    "total": FLANK["total"],
    "one": "Of what has one bound side: {states}.",
    "one_side": "{state} {km} km",
    "in_sum": "{km} km in sum",
    "tip": "{km} km; {words}.",
    "outside": "not in this line on this day",
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

MAP: MapWords = {
    "legend": "Legend",
    "practice": legend.PRACTICE_KEYS[Practice.SUSPENSION_DECLARED],
    "covered": legend.COVERED_WORDS,
    "not_covered": legend.NOT_COVERED_WORDS,
    "cover_unknown": legend.COVER_UNKNOWN_WORDS,
    "unknown_mark": legend.UNKNOWN_MARK,
    "flank": legend.FLANK_WORDS,
    "programmes": legend.PROGRAMMES_WORDS,
    "programme": legend.PROGRAMME_WORDS,
    "not_in_list": legend.NOT_IN_LIST_WORDS,
    "remains_bound": REMAINS_BOUND,
    "border_km": "{km} km.",
    "two_fingers": "Two fingers move the map",
    "wheel": "Click the map, or hold Ctrl, to zoom with the wheel",
    "keys": "Arrow keys move the map, Enter chooses the state in the ring",
    "full_screen": "Full screen",
    "zoom_in": "Zoom in",
    "zoom_out": "Zoom out",
    "disclaimer": legend.NOT_A_MINEFIELD_MAP,
    "borders_from": "Borders: Natural Earth (public domain)",
    "frame": "Map",
    "region": "Map of treaty status. The country list gives the same without a mouse.",
    "other_day": "Map of treaty status on {day}",
    "split": "Where the map is parted: {first} at its left, {last} at its right",
    "unreachable": "The map data could not be fetched. Check the connection and reload the page.",
    "asked_again": "The map data could not be fetched yet and are asked for again.",
}

CONTROLS: ControlWords = {
    "date": "Date",
    "date_keys": "Arrow keys: a day. Page keys: a month. Home and End: first and last day.",
    "course": "Over time: states bound (line), flank border covered by the Convention (area)",
    "course_of_lens": "Over time: states bound (line), border with a bound state on a side (area)",
    "marked_days": "Marked days",
    "previous": "Previous event",
    "next": "Next event",
    "play_group": "Play through time",
    "play": "Play",
    "pause": "Pause",
    "how_to_play": "How to step and play",
    "by_law": "changes of law",
    "by_event": "all dated events",
    "evenly": "evenly",
    "speed": "Speed",
    "go_to_date": "Go to date",
    "more": "More controls",
    "range": "Range",
    "range_of_slider": "Range of the slider",
    "country": "Country",
    "choose_country": "Choose a country, or click the map",
    "clear_country": "No country",
    "no_country": "The flank",
    "language": "Language",
    "view": "View",
    "view_of_lens": "The line",
    "worldview": "Worldview: whose borders the map draws",
    "print": "Print",
}

FIRST_VIEW: FirstViewWords = {
    "needs_scripts": "The map that moves with the date needs JavaScript. This is the chosen day.",
    "go": "Show this day",
    "more": "More of this day",
    "picture": "The map as a picture (PNG)",
    "state_on_paper": "{state} on two pages (PDF)",
    "state_as_data": "{state}: acts, borders, programmes, claims and sources (JSON)",
    "statuses": "Every state and its status (CSV)",
    "borders": "The borders of the flank (CSV)",
    "record": "The whole record with its sources (zip)",
}

ADDRESS: AddressWords = {
    "not_a_day": "The date “{value}” in the address is not a day written YYYY-MM-DD.",
    "outside": "The atlas covers {first} to {last}; {value} in the address lies outside.",
    "not_known": "The {name} “{value}” in the address is not one the atlas knows.",
    "no_state": "The country in the address is not shown as asked. {says}",
    "not_a_box": "The bounds “{value}” in the address are no WEST,SOUTH,EAST,NORTH in degrees.",
    "not_supposed": "What the address supposes is left out. {says}",
    "supposed_elsewhere": "What the address supposes is computed on the atlas’s own page alone.",
    "lens_elsewhere": "The border line in the address is drawn on the atlas’s own page alone.",
    "twice": "The address gives the {name} more than once: “{value}”.",
    "no_such_name": "The address asks for “{value}”, which is none of: {known}. It is left out.",
    "instead": "Shown instead: {shown}.",
    "no_country": "no country",
    "more": {
        "one": "{count} more thing in the address is not understood.",
        "other": "{count} more things in the address are not understood.",
    },
}

PAPER: PaperWords = {
    "more": {
        "one": "{count} more on the atlas’s page.",
        "other": "{count} more on the atlas’s page.",
    },
    "page": "page {page} of {pages}",
    "address": "Address: {address}",
}

SEARCH: SearchWords = {
    "no_status": "{name}: no status of its own under the Mine Ban Convention.",
    "part": "Part of {state}.",
    "see": "See {state}.",
    "several": "“{value}” may be {names}.",
    "unknown": "“{value}” is no state that the atlas knows.",
    "near": "Did you mean {names}?",
    "found": {"one": "{count} found", "other": "{count} found"},
}

STEPS: StepWords = {
    "does": {
        "signatory": {"one": "{states} signs", "other": "{states} sign"},
        "consented": {
            "one": "{states} consents to be bound",
            "other": "{states} consent to be bound",
        },
        "party": {"one": "{states} is bound", "other": "{states} are bound"},
        "withdrawal_notified": {
            "one": "{states} notifies withdrawal",
            "other": "{states} notify withdrawal",
        },
        "withdrawn": {"one": "{states} leaves", "other": "{states} leave"},
        "suspension_declared": {
            "one": "{states} declares a suspension",
            "other": "{states} declare a suspension",
        },
    },
    "states": {"one": "{count} state", "other": "{count} states"},
    "more": {"one": "{count} more", "other": "{count} more"},
}

FOLLOWING: FollowingWords = {
    "title": "Ottawa Atlas: acts and effects under the Mine Ban Convention",
    "title_of": "Ottawa Atlas: {state} and the Mine Ban Convention",
    "sources": "Sources: {sources}.",
}

EFFECTS = {
    "entry_into_force": "The Convention enters into force for {state}",
    "withdrawal_effective": "{states} withdrawal takes effect",
}
"""The title of an effect that no event of the record tells, by the kind of event it would be."""

KEPT = (
    "Since {since} UTC the data on this server cannot be read ({files}). What is shown is of the"
    " last sound record."
)
"""What a page tells a reader while it shows what was read before."""

ARRIVING = (
    "The atlas is still on its way: the connection is slow, or many readers are arriving at once."
    " It opens by itself."
)
"""What the page tells who waits for it to open."""

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
