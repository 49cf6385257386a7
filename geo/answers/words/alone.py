"""What the pages say that need no server to be read: the frame, the file, the site."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Ottawa Atlas: who is bound by the Mine Ban Convention, on any day"
NEEDS_SCRIPTS: Final = "Map and dossiers need JavaScript. The sentence above holds for {day}."
HELD_UNTIL: Final = "After {until} later acts may be missing here: {link}."
FLANK_BORDER: Final = "The flank border"
METHOD: Final = "Method"
WHOLE: Final = "Open in Ottawa Atlas"

_OURS: Final = "Ottawa Atlas, {licence}. Borders: Natural Earth (public domain)"
CREDIT: Final = f"{_OURS}. Data version {{version}}."
CREDIT_COARSE: Final = (
    f"{_OURS}, coarser in this file than on the served map. Data version {{version}}."
)
WORKS_ALONE: Final = "This file works without a network."
"""What stands at the foot of a page."""

MORE: Final = "More of the atlas"
CHANGES: Final = "Every change of status"
AS_CALENDAR: Final = "as a calendar"

THE_ATLAS: Final = "The atlas"
THE_MAP: Final = "The map, on any day"
STATE_ON_MAP: Final = "{state} on the map, on any day"
MAP_ON: Final = "The map on {day}"
TAKE_IT: Final = "Take it: {files}."
LETTERED: Final = "The words in the picture and in its files are English."
AS_OF: Final = "As of {day}."
"""What leads from page to page of a site, and what a page of a state says around its dossier."""

REFUSED: Final = {
    "title": "Not shown",
    "heading": "The Ottawa Atlas cannot be shown here",
    "asks": "The address of this frame asks for something there is not:",
    "fault": "{parameter} is “{value}”; expected: {expected}.",
    "mend": "Whoever keeps the page around this frame can mend its address.",
    "later": "Please try again later.",
    "open": "Open the atlas on its own page",
}
"""What a reader is told in place of a frame whose address makes no sense, or that is not made."""
