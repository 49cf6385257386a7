"""The palette of geo/answers/words/legend.py as style-sheet variables, light and dark."""

from __future__ import annotations

from geo.answers.words.legend import GROUNDS, PROGRAMME_COLOURS, STATUS_KEYS
from geo.basics.choices import Theme
from geo.treaty import LegalStatus

_SHARED = {
    "bound": STATUS_KEYS[LegalStatus.PARTY].colour,
    "withdrawn": STATUS_KEYS[LegalStatus.WITHDRAWN].colour,
    "pending": STATUS_KEYS[LegalStatus.SIGNATORY].colour,
}

_OF_THEME: dict[Theme, dict[str, str]] = {
    "light": {
        "programme": PROGRAMME_COLOURS["light"],
        "outline": "#16202A",
        "practice": "rgb(12 18 24 / .62)",
        "label": "#10161C",
        "label-halo": "rgb(255 255 255 / .92)",
        "panel": "#FFFFFF",
        "rule": "#C9D1D9",
        "focus": "#005A9C",
        "link": "#005A9C",
    },
    "dark": {
        "programme": PROGRAMME_COLOURS["dark"],
        "outline": "#F2F5F8",
        "practice": "rgb(255 255 255 / .6)",
        "label": "#F5F8FA",
        "label-halo": "rgb(8 12 16 / .9)",
        "panel": "#171C22",
        "rule": "#3B444D",
        "focus": "#7CC0FF",
        "link": "#7CC0FF",
    },
}


def variables(theme: Theme) -> str:
    """Declarations of every colour of a theme, for a style-sheet rule."""
    ground = GROUNDS[theme]
    grounds = {
        "sea": ground.sea,
        "no-status": ground.no_status,
        "never": ground.never,
        "covered": ground.covered,
        "withdrawn-line": ground.not_covered,
        "ink": ground.ink,
        "muted": ground.muted,
        "halo": ground.halo,
        "page": ground.page,
    }
    return "".join(
        f"--{name}:{value};" for name, value in (_SHARED | grounds | _OF_THEME[theme]).items()
    )


def stylesheet() -> str:
    """`colours.css`: the system's choice of theme until the document names one; paper is light."""
    light, dark = variables("light"), variables("dark")
    by_system = f":root:not([data-theme=light]){{{dark}}}"
    return (
        f":root{{{light}}}\n"
        f"@media screen and (prefers-color-scheme: dark){{{by_system}}}\n"
        f"@media screen{{:root[data-theme=dark]{{{dark}}}}}\n"
    )
