"""Whose borders the atlas draws: a worldview as a choice and in a sentence."""

from __future__ import annotations

from geo.answers.words.said import said
from geo.basics.choices import WORLDVIEWS, Worldview

LABELS: dict[Worldview, str] = {
    "un": "UN General Assembly 68/262",
    "de_facto": "As Natural Earth draws it",
}

SENTENCES: dict[Worldview, str] = {
    "un": (
        "Borders after the resolutions of the UN General Assembly: Crimea is drawn as Ukraine’s"
        " (resolution 68/262)."
    ),
    "de_facto": (
        "Borders as Natural Earth draws them, by control on the ground; no opinion on sovereignty"
        " is meant."
    ),
}

USUAL = WORLDVIEWS[0]

CHOICE = "{un} (“{un_label}”, the default) or {de_facto} (“{de_facto_label}”)"
CHOICES = {name: name for name in WORLDVIEWS} | {f"{n}_label": said(LABELS[n]) for n in WORLDVIEWS}
EXPECTED = str(said(CHOICE, **CHOICES))
"""The worldviews that can be asked for, as command line and API list them."""
