"""A dossier as Markdown: every value escaped, sources as links with their tier.

What a cell of the record holds is written as text: no heading, link, emphasis or HTML can come of
it. Only web addresses become links.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from geo.answers.country.data import CountryAnswer
from geo.answers.words.legend import DECLARATION_WORDS, STATUS_KEYS
from geo.answers.words.length_meaning import COMPUTED_WORDS
from geo.answers.words.panel import DOSSIER, FLANK
from geo.answers.words.programmes import STAGES
from geo.answers.words.wordings import counted, filled
from geo.basics import dates
from geo.basics.formats import long_date
from geo.basics.markdown_text import escaped
from geo.records import Record
from geo.records.source_tiers import Citation, citation
from geo.treaty import LegalStatus

_SAFE_IN_ADDRESS = ":/?#@!$&'*+,;=%~"


def markdown(answer: CountryAnswer, record: Record) -> str:
    """A dossier as CommonMark text; the record says of each source it names how it is cited."""
    template = _environment.get_template("dossier.md.j2")
    return template.render(d=answer, cited=partial(_cited, record))


def _finish(value: object) -> Markup:
    """Every expression of the template is escaped once; what is markup already stays."""
    return value if isinstance(value, Markup) else Markup(escaped(value))


def _cited(record: Record, source_ids: Iterable[str]) -> list[Citation]:
    return [citation(record.sources[source_id], long=True) for source_id in source_ids]


def _link(address: str, words: str) -> Markup:
    """Words as a link, where there is an address."""
    text = escaped(words)
    return Markup(f"[{text}]({quote(address, safe=_SAFE_IN_ADDRESS)})" if address else text)


def _words(iso: str) -> str:
    """An ISO date, as exact as it is, in words."""
    return dates.parse(iso, may_never_come=True).words(long=True)


def _figure(value: str | float, unit: str) -> str:
    if unit == "date":
        return _words(str(value))
    return f"{value:,} {unit}" if isinstance(value, int | float) else f"{value} {unit}".rstrip()


def _km(length_km: float | None) -> str:
    return "–" if length_km is None else f"{length_km:,.0f}"


_environment = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    finalize=_finish,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
_environment.filters |= {"link": _link, "words": _words, "km": _km, "filled": filled}
_environment.globals |= {
    "stage_words": STAGES,
    "status_words": {status.value: STATUS_KEYS[status].words for status in LegalStatus},
    "declaration_words": {key.value: words for key, words in DECLARATION_WORDS.items()},
    "figure": _figure,
    "computed_words": COMPUTED_WORDS,
    "long_date": long_date,
    "words": DOSSIER,
    "flank_words": FLANK,
    "counted": counted,
}
