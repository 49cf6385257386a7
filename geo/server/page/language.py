"""The list of languages: a browser's own, in which each is called what its speakers call it.

Its script says in the one that is spoken what the framework of the page says by itself.
"""

from __future__ import annotations

from collections.abc import Callable

from geo.answers.words.tongue import Tongue
from geo.answers.words.widgets import widget_words
from geo.basics.languages import OWN_NAMES
from geo.server.page import mounted
from geo.web.templating import render

_HTML = render("language.html", languages=OWN_NAMES)


def chooser(on_language: Callable[[str], None], spoken: Tongue) -> None:
    """Draw the list; `on_language` is called with the one that a reader chooses."""
    data = mounted.data("language", words=widget_words(spoken))
    mounted.draw("language", _HTML, data, language=on_language)
