"""What an argument or a parameter takes, in words: the same for programs and for assistants."""

from __future__ import annotations

from typing import Final

from geo.answers.words import worldviews
from geo.answers.words.said import Said, said
from geo.atlas import supposed
from geo.basics import boxes, languages
from geo.basics.choices import EXTENTS, FIRST_DAY, LATEST, RANGE_STARTS, THEMES, last_day

_A_DAY = "a day as YYYY-MM-DD, from {first} to {last}, or {latest}, which is today (UTC)"
_A_STATE = (
    "a state in the depositary's list, by its ISO 3166-1 alpha-3 code, as NOR, or what people call"
    " it, as Norway"
)
_CHOICES = "{choices}"

WORDS: Final = {
    "date": _A_DAY,
    "from": _A_DAY,
    "to": _A_DAY,
    "since": f"{_A_DAY}: what is later than that day is told",
    "country": _A_STATE,
    "iso3": _A_STATE,
    "worldview": worldviews.CHOICE,
    "lens": (
        "the id of a lens that /api/v1/lenses lists, as nato-east, or the ISO 3166-1 alpha-3 code"
        " of a state for all its land borders"
    ),
    "treaty": "APMBC (the Mine Ban Convention) or CCM (the Convention on Cluster Munitions)",
    "kind": "a kind of event as docs/data-dictionary.md lists them, as withdrawal_notice",
    "view": _CHOICES,
    "range": "the first year of the slider's range: {choices}",
    "bounds": f"a box in place of `view`: {boxes.EXPECTED}",
    "theme": _CHOICES,
    "what_if": supposed.EXPECTED,
    "compare": f"{_A_DAY}: drawn beside the other, the earlier of the two first",
    "frozen": "1 for a day that cannot be moved, or 0",
    "scale": "1, 2 or 4: a picture of 1200, 2400 or 4800 pixels",
    "lang": languages.CHOICE,
    "v": "the data version of an earlier answer: 16 hex digits",
    "url": "the address of a view of the atlas, or of its frame",
    "maxwidth": "a width in pixels, from 1",
    "maxheight": "a height in pixels, from 1",
}
"""What each parameter takes: said in the description, and in the problem when it is not met."""

NO_PARAMETER: Final = "no parameter of this name"
NO_PARAMETER_HERE: Final = "no parameter of this name here; see {address}"
NONE_BUT: Final = "only {names}"
ONCE: Final = "one value; this parameter is given twice or more"
NOT_AFTER: Final = "a day not after {day}, which `to` names"
ONE_OF: Final = "one of {names}"
A_DAY_TO: Final = "a day as YYYY-MM-DD, from {first} to {last}"
"""The same where only the answer knows it."""

_CHOSEN = {"view": EXTENTS, "range": tuple(str(day.year) for day in RANGE_STARTS), "theme": THEMES}


def expected(parameter: str) -> Said:
    """Return what a parameter takes, or that there is none of this name."""
    match parameter:
        case "worldview":
            return said(WORDS[parameter], **worldviews.CHOICES)
        case "lang":
            return said(WORDS[parameter], **languages.CHOICES)
        case "view" | "range" | "theme":
            return said(WORDS[parameter], choices=_CHOSEN[parameter])
        case "date" | "from" | "to" | "since" | "compare":
            return said(WORDS[parameter], first=FIRST_DAY, last=last_day(), latest=LATEST)
    return said(WORDS.get(parameter, NO_PARAMETER))


A_DAY = str(expected("date"))
A_LENS = str(expected("lens"))
