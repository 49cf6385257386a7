"""What a worldview's borders are, in a sentence."""

from __future__ import annotations

from geo.borders import Worldview

WORLDVIEWS = {
    "un": (
        "Borders after the resolutions of the UN General Assembly: Crimea is drawn as Ukraine’s"
        " (resolution 68/262)."
    ),
    "de_facto": (
        "Borders as Natural Earth draws them, by control on the ground; no opinion on sovereignty"
        " is meant."
    ),
}


WORLDVIEW_WORDS: dict[Worldview, str] = {
    "un": "Borders follow UN General Assembly resolution 68/262: Crimea is drawn as Ukraine’s.",
    "de_facto": "Borders are as Natural Earth draws them, by control on the ground.",
}
