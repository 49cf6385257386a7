"""What is said around the rows of panel and tables, and the words that explain themselves."""

from __future__ import annotations

from geo.answers.words.glossary import GLOSSARY, TERM_OF_STATUS, asked
from geo.answers.words.panel import DOSSIER, FLANK, STATES
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.web.documents.dossier_shapes import DossiersWords


def panel_words(tongue: Tongue = ENGLISH) -> DossiersWords:
    """All of it in a language."""
    return {
        "dossier": tongue.all(DOSSIER),
        "flank": tongue.all(FLANK),
        "states": tongue.all(STATES),
        "terms": {
            term.name: {"asked": asked(term, tongue), "meaning": tongue.text(term.meaning)}
            for term in GLOSSARY
            if term.name in (*TERM_OF_STATUS.values(), "flank")
        },
        "term_of": {status.value: name for status, name in TERM_OF_STATUS.items()},
    }
