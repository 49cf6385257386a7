"""Templates to HTML: values from data are escaped, links checked, dates and lengths in words."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from geo.answers import permalink
from geo.answers.country.dossier import INLINE_SOURCES, RECENT
from geo.answers.words import (
    comparison,
    english,
    extents,
    glossary,
    headline,
    held,
    lenses,
    programmes,
    what_if,
    worldviews,
)
from geo.answers.words.legend import DECLARATION_WORDS, PRACTICE_KEYS, STATUS_KEYS, UNKNOWN
from geo.answers.words.length_meaning import (
    COMPUTED_WORDS,
    LEADING_WORDS,
    counted_words,
    exact,
    meaning,
    worked_out_words,
)
from geo.answers.words.skip_links import SKIP_LINKS
from geo.answers.words.status_words import status_words
from geo.answers.words.wordings import counted, filled
from geo.atlas import FACING, FLANK
from geo.basics import formats
from geo.basics.dates import Interval, PartialDate
from geo.records.source_tiers import TIER_WORDS as TIER_WORDS
from geo.records.source_tiers import Citation, citation, web_address
from geo.web import static_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geo.records import Source

link = web_address


def when(day: date | PartialDate | Interval | None) -> str:
    """A date for a table, as exact as it is known; a dash where there is none."""
    if day is None:
        return "–"
    return day.words() if isinstance(day, PartialDate | Interval) else formats.short_date(day)


def number(value: float | None) -> str:
    """A whole number with thousands apart; a dash where there is none."""
    return "–" if value is None else f"{value:,.0f}"


def span(low: float | None, high: float | None) -> str:
    """The range of several figures, or a dash where there is none or only one."""
    if low is None or high is None or round(low) == round(high):
        return "–"
    return f"{low:,.0f}–{high:,.0f}"


def sentence(text: str) -> str:
    """A text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


_environment = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_environment.filters |= {
    "link": link,
    "citation": citation,
    "when": when,
    "number": number,
    "query": permalink.query,
    "exact": exact,
    "sentence": sentence,
    "long_date": formats.long_date,
    "held": held.sentence,
    "filled": filled,
}
_environment.globals |= {
    # In the page itself: browsers ask for one, and the policies of these pages allow no other.
    "icon": f"data:image/svg+xml,{quote(static_files.ICON.read_text(encoding='utf-8').strip())}",
    "span": span,
    "status_keys": STATUS_KEYS,
    "practice_keys": PRACTICE_KEYS,
    "declaration_words": DECLARATION_WORDS,
    "status_words": status_words,
    "unknown": UNKNOWN,
    "count_words": headline.count_words,
    "covered_range": headline.covered_range,
    "length_range": headline.length_range,
    "lens_words": lenses,
    "total_words": english.LENS["total"],
    "stage_words": programmes.STAGES,
    "worldview_labels": worldviews.LABELS,
    "worldview_sentences": worldviews.SENTENCES,
    "tier_words": TIER_WORDS,
    "computed_words": COMPUTED_WORDS,
    "leading_words": LEADING_WORDS,
    "meaning": meaning,
    "counted_words": counted_words,
    "worked_out_words": worked_out_words,
    "flank_states": FLANK,
    "facing": FACING,
    "recent": RECENT,
    "inline_sources": INLINE_SOURCES,
    "words": english.DOSSIER,
    "control_words": english.CONTROLS,
    "other_day": comparison.OTHER_DAY,
    "skip_links": SKIP_LINKS,
    "hypothetical": what_if.HYPOTHETICAL,
    "to_the_record": what_if.TO_THE_RECORD,
    "extent_labels": extents.LABELS,
    "flank_words": english.FLANK,
    "states_words": english.STATES,
    "counted": counted,
    "terms": glossary.BY_NAME,
    "term_of_status": glossary.TERM_OF_STATUS,
    "term_asked": glossary.asked,
    "glossary": glossary.GLOSSARY,
    "glossary_title": english.GLOSSARY_TITLE,
}


def render(template: str, **values: Any) -> str:
    """The HTML of a template. Values may be hostile: they are written as text."""
    return _environment.get_template(template).render(**values)


def cited(ids: Iterable[str], sources: Mapping[str, Source]) -> list[Citation]:
    """The citations of a list of ids, in its order."""
    return [citation(sources[source_id]) for source_id in ids]
