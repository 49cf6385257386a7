"""A dossier as Markdown: every value escaped, sources as links with their tier.

What a cell of the record holds is written as text: no heading, link, emphasis or HTML can come of
it. Only web addresses become links.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, partial
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from geo.answers.country.data import CountryAnswer
from geo.answers.words import citing
from geo.answers.words.figures import worth
from geo.answers.words.held import VERIFIED
from geo.answers.words.legend import DECLARATION_WORDS, STATUS_KEYS
from geo.answers.words.length_meaning import COMPUTED_WORDS
from geo.answers.words.panel import DOSSIER, FLANK
from geo.answers.words.programmes import STAGES
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.answers.words.wordings import filled
from geo.basics import dates
from geo.basics.markdown_text import escaped
from geo.records import Record
from geo.records.source_tiers import Citation
from geo.treaty import LegalStatus

_SAFE_IN_ADDRESS = ":/?#@!$&'*+,;=%~"


def markdown(answer: CountryAnswer, record: Record, tongue: Tongue = ENGLISH) -> str:
    """A dossier as CommonMark text; the record says of each source it names how it is cited.

    What the record holds stays as it was written.
    """
    template = _environment_in(tongue).get_template("dossier.md.j2")
    return template.render(d=answer, cited=partial(_cited, record, tongue))


def _finish(value: object) -> Markup:
    """Every expression of the template is escaped once; what is markup already stays."""
    return value if isinstance(value, Markup) else Markup(escaped(value))


def _cited(record: Record, tongue: Tongue, source_ids: Iterable[str]) -> list[Citation]:
    return [citing.cited(record.sources[source_id], tongue, long=True) for source_id in source_ids]


def _link(address: str, words: str) -> Markup:
    """Words as a link, where there is an address."""
    text = escaped(words)
    return Markup(f"[{text}]({quote(address, safe=_SAFE_IN_ADDRESS)})" if address else text)


def _words(tongue: Tongue, iso: str) -> str:
    """An ISO date, as exact as it is, in words."""
    return tongue.dated(dates.parse(iso, may_never_come=True), long=True)


def _km(tongue: Tongue, length_km: float | None) -> str:
    return "–" if length_km is None else tongue.number(length_km)


@cache
def _environment_in(tongue: Tongue) -> Environment:
    """Return what templates know in a language."""
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        finalize=_finish,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {
        "link": _link,
        "words": partial(_words, tongue),
        "km": partial(_km, tongue),
        "filled": filled,
        "text": tongue.text,
    }
    made.globals |= {
        "stage_words": tongue.all(STAGES),
        "status_words": {
            status.value: tongue.text(STATUS_KEYS[status].words) for status in LegalStatus
        },
        "declaration_words": {
            key.value: tongue.text(said) for key, said in DECLARATION_WORDS.items()
        },
        "figure": partial(worth, tongue=tongue, long=True),
        "computed_words": tongue.text(COMPUTED_WORDS),
        "words": tongue.all(DOSSIER),
        "flank_words": tongue.all(FLANK),
        "later_facts": partial(tongue.counted, DOSSIER["later_facts"]),
        "verified": VERIFIED,
        "in_english": "" if tongue is ENGLISH else tongue.text(citing.IN_ENGLISH),
        "tongue": tongue,
    }
    return made
