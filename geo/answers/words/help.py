"""What the command line says of its commands and options to who asks for help."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

DESCRIPTION: Final = "Who is bound by the 1997 Mine Ban Convention, on any day, and where."
EXIT_CODES: Final = (
    "Exit codes: 0 done, 1 damaged data, cannot be done or differs, 2 nonsense asked."
)
COMMANDS: Final = "commands"

OF_COMMANDS: Final[Mapping[str, str]] = {
    "status": "Who is bound on a day.",
    "borders": "Border segments, their lengths, and who is bound on each side.",
    "lenses": "Border lines to ask about, and groups of states.",
    "lens": "A border line on a day: its sides, its borders, who is bound.",
    "curve": "Border with a bound state on both sides, one, none, on every day since 1997.",
    "compare": "Two days side by side, and what changed between.",
    "country": "One state on a day: status, acts, borders, facts, claims, sources.",
    "claims": "What articles say, and how it stands.",
    "changes": "What is later than a day: acts, events, statuses that change.",
    "snapshot": "Draw the map of a day.",
    "film": "Draw the days that change the map, one after the other, into a film.",
    "export": (
        "Take a day's countries, borders or sources away, a table of the record, or all of it."
    ),
    "follow": "Write the dated acts and effects as a feed or a calendar.",
    "standalone": "Write the atlas as one HTML file that needs no network.",
    "site": "Write the atlas as a folder of static files for any web server.",
    "check": "Check all data: its form, the treaty, published dates, claims.",
    "verify": (
        "Hold the record against the depositary's status page: 0 equal or explained, 1 differences,"
        " 2 not such a page."
    ),
    "mcp": "Answer a language model over the Model Context Protocol (stdio).",
    "warm": "Make what a server makes at its start, and keep it for the next.",
    "build": "Make the shipped borders again from Natural Earth.",
}

DEFAULT: Final = "default: {value}"
TODAY: Final = "today"
DAY_OF_EACH: Final = "the day of each article"
A_DAY: Final = "a day from {first} to {last}, or {latest}, which is today by UTC"
A_DAY_OR: Final = "{day} (default: {value})"
BEYOND: Final = (
    "{day}; beyond the day to which the record is compiled, the answer is as far as the record goes"
    " and says so"
)
COUNTRY: Final = "one state, by its name or its ISO 3166-1 code"
NAME: Final = "its name, in any language, or ISO 3166-1 code"
LENS: Final = (
    "a border line: an id that `lenses` lists, as nato-east, or the ISO 3166-1 alpha-3 code of a"
    " state for all its land borders"
)
LENS_ID: Final = "its id, or the code of a state"
WHAT_IF: Final = "acts to suppose, may be given several times: {acts}"
WORLDVIEW: Final = "whose borders: {worldviews}"
OUT: Final = "the file to write, {endings}; {streams}"
STREAMS: Final = "- for standard output, a device or a FIFO"
STREAM_FORMAT: Final = "where --out has no name to tell it (default: {value})"
FORMAT_OR_OUT: Final = "default: {value}, or with --out {format}"
SHEET_ADDRESS: Final = "where the atlas stands, for the address on the sheet"
BOUNDS: Final = "a box in place of a view, in degrees of WGS 84, as 19.5,53.8,28.3,59.7"
COMPARE: Final = "another day, drawn beside it, the earlier of the two first"
LAST_OF_FILM: Final = (
    "default: the day to which the record is compiled, or on which what is supposed has taken"
    " effect"
)
WIDTH: Final = "in pixels (default: {value})"
FRAMES: Final = "at most so many days, {first} to {last} (default: {value})"
OF_A_DOSSIER: Final = (
    "for sources as bib or json: those of one state's dossier, by its name or its ISO 3166-1 code"
)
EXPORT_FORMAT: Final = (
    "default: what the name in --out ends in, else csv, bib for sources, zip for the record"
)
EXPORT_OUT: Final = (
    "a file, a folder for a file named after what it holds (default: this folder); {streams}"
)
FOLLOWED: Final = "where the page stands that its links lead to"
SITE_OUT: Final = "replaced whole if it is such a site"
SITE_ADDRESS: Final = (
    "where the site will stand; without it there is no sitemap.xml, feed or calendar"
)
SITE_LANGUAGES: Final = "languages beside English, which is at the root, as pl,uk (default: all)"
STATUS_PAGE: Final = "the page of chapter XXVI-5 in English, saved as HTML"
FETCH: Final = (
    "in place of PAGE, ask the UN Treaty Collection for it: no other command asks a host, and this"
    " one no other host"
)
KEEP: Final = "with --fetch, keep the page as served"
PROPOSE: Final = "print the rows that would bring the record in line, for its tables"
ASSISTANT_ADDRESS: Final = (
    "where a server of the atlas stands that the addresses of answers lead to"
)
BUILT_FROM: Final = "the file that data/borders/PROVENANCE.md names"
