"""The list of languages: a browser's own, in which each is called what its speakers call it."""

from __future__ import annotations

from collections.abc import Callable

from geo.basics.languages import OWN_NAMES
from geo.server.page import mounted
from geo.web.templating import render


def chooser(on_language: Callable[[str], None]) -> None:
    """Draw the list; `on_language` is called with the one that a reader chooses."""
    html = render("language.html", languages=OWN_NAMES)
    mounted.draw("language", html, mounted.data("language"), language=on_language)
