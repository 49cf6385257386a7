"""The list of languages: a browser's own, in which each is called what its speakers call it."""

from __future__ import annotations

from collections.abc import Callable

from geo.basics.languages import OWN_NAMES
from geo.server.page import mounted
from geo.web.templating import render

_HTML = render("language.html", languages=OWN_NAMES)


def chooser(on_language: Callable[[str], None]) -> None:
    """Draw the list; `on_language` is called with the one that a reader chooses."""
    mounted.draw("language", _HTML, mounted.data("language"), language=on_language)
