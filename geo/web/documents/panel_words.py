"""What is said around the rows of panel and tables, and the words that explain themselves."""

from __future__ import annotations

from geo.answers.words import english
from geo.answers.words.glossary import GLOSSARY, TERM_OF_STATUS, asked
from geo.web.documents.dossier_shapes import DossiersWords

PANEL_WORDS: DossiersWords = {
    "dossier": english.DOSSIER,
    "flank": english.FLANK,
    "states": english.STATES,
    "terms": {
        term.name: {"asked": asked(term), "meaning": term.meaning}
        for term in GLOSSARY
        if term.name in (*TERM_OF_STATUS.values(), "flank")
    },
    "term_of": {status.value: name for status, name in TERM_OF_STATUS.items()},
}
