"""Templates to HTML: values from data are escaped, links checked, dates and lengths in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from geo.answers import permalink
from geo.answers.country.dossier import INLINE_SOURCES, RECENT
from geo.answers.words import (
    alone,
    citing,
    comparison,
    course_chart,
    extents,
    glossary,
    headline,
    held,
    lenses,
    method,
    most_read,
    page,
    panel,
    problems,
    programmes,
    tabs,
    what_if,
    worldviews,
)
from geo.answers.words.controls import CONTROLS
from geo.answers.words.legend import (
    DECLARATION_WORDS,
    NOT_A_MINEFIELD_MAP,
    STATUS_KEYS,
    UNKNOWN,
)
from geo.answers.words.length_meaning import (
    COMPUTED_WORDS,
    LEADING_WORDS,
    STRETCH,
    counted_words,
    exact,
    meaning,
    worked_out_words,
)
from geo.answers.words.skip_links import SKIP_LINKS
from geo.answers.words.status_words import chip_words
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.answers.words.wordings import Lacking, filled
from geo.basics import formats
from geo.basics.dates import Interval, PartialDate
from geo.basics.formats import capital
from geo.records import Source
from geo.records.source_tiers import TIER_WORDS as TIER_WORDS
from geo.records.source_tiers import UNDATED, Citation, web_address
from geo.web import static_files


def _when(tongue: Tongue, day: date | PartialDate | Interval | None) -> str:
    """A date for a table, as exact as it is known; a dash where there is none."""
    if day is None:
        return "–"
    return tongue.day(day) if isinstance(day, date) else tongue.dated(day)


def _number(tongue: Tongue, value: float | None) -> str:
    """A whole number with thousands apart; a dash where there is none."""
    return "–" if value is None else tongue.number(value)


def span(low: float | None, high: float | None, tongue: Tongue = ENGLISH) -> str:
    """The range of several figures, or a dash where there is none or only one."""
    if low is None or high is None or round(low) == round(high):
        return "–"
    return f"{tongue.number(low)}–{tongue.number(high)}"


def ended(text: str) -> str:
    """A text that ends in a point, though a date at its end may bring one with it."""
    return text if text.endswith(".") else f"{text}."


_TEMPLATES = FileSystemLoader(Path(__file__).parent / "templates")
_FILTERS: dict[str, Callable[..., Any]] = {
    "link": web_address,
    "query": permalink.query,
    "sentence": capital,
    "ended": ended,
    "filled": filled,
}
_GLOBALS: dict[str, Any] = {
    "alone": alone,
    # In the page itself: browsers ask for one, and the policies of these pages allow no other.
    "icon": f"data:image/svg+xml,{quote(static_files.ICON.read_text(encoding='utf-8').strip())}",
    "status_keys": STATUS_KEYS,
    "declaration_words": DECLARATION_WORDS,
    "unknown": UNKNOWN,
    "lens_words": lenses,
    "tab_words": tabs,
    "method": method,
    "undated": UNDATED,
    "english_counted": counted_words,
    "stretch": STRETCH,
    "stage_words": programmes.STAGES,
    "tier_words": TIER_WORDS,
    "recent": RECENT,
    "inline_sources": INLINE_SOURCES,
    "missing": problems.MISSING,
    "part_of_line": page.PART_OF_LINE,
    "comparison_words": comparison,
    "over_time": page.TABS["coverage"],
    "chart_words": course_chart,
    "dossier_words": panel.DOSSIER,
    "paged": (),
    "embed": None,
    "listed_below": False,
    "away": Markup(' target="_blank" rel="noopener noreferrer"'),
    "terms": glossary.BY_NAME,
    "term_of_status": glossary.TERM_OF_STATUS,
    "glossary": glossary.GLOSSARY,
}
_WORDS: dict[str, Any] = {
    "no_minefields": NOT_A_MINEFIELD_MAP,
    "first_words": page.FIRST_VIEW,
    "total_words": lenses.LENS["total"],
    "of_leading_words": lenses.LENS["of_leading_km"],
    "worldview_labels": worldviews.LABELS,
    "worldview_sentences": worldviews.SENTENCES,
    "computed_words": COMPUTED_WORDS,
    "leading_words": LEADING_WORDS,
    "words": panel.DOSSIER,
    "tagline": page.TAGLINE,
    "states_bound": page.STATES_BOUND,
    "control_words": CONTROLS,
    "other_day": comparison.OTHER_DAY,
    "skip_links": SKIP_LINKS,
    "hypothetical": what_if.HYPOTHETICAL,
    "to_the_record": what_if.TO_THE_RECORD,
    "extent_labels": extents.LABELS,
    "flank_words": panel.FLANK,
    "states_words": panel.STATES,
    "glossary_title": glossary.TITLE,
}
"""The words among them that a language of the catalogue has all of."""


@cache
def _environment(tongue: Tongue) -> Environment:
    """What templates are read with, and may use, in a language."""
    found = Environment(
        loader=_TEMPLATES,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters |= _FILTERS | {
        "when": partial(_when, tongue),
        "number": partial(_number, tongue),
        "long_date": tongue.on,
        "held": partial(held.sentence, tongue=tongue),
        "exact": partial(exact, tongue=tongue),
        "citation": partial(citing.cited, tongue=tongue),
        "published": partial(citing.published, tongue=tongue),
    }
    said: dict[str, Callable[..., Any]] = {
        "counted_words": counted_words,
        "worked_out_words": worked_out_words,
        "meaning": meaning,
        "count_words": headline.count_words,
        "chip_words": chip_words,
        "term_asked": glossary.asked,
        "length_range": headline.length_range,
        "covered_range": headline.covered_range,
        "span": span,
        "told_as": most_read.told,
    }
    found.globals |= {
        **_GLOBALS,
        **{name: tongue.all(words) for name, words in _WORDS.items()},
        **{name: partial(words, tongue=tongue) for name, words in said.items()},
        "tongue": tongue,
        "html_lang": "en-GB" if tongue is ENGLISH else tongue.language,
        "as_english": Markup("") if tongue is ENGLISH else Markup(' lang="en"'),
        # A source is called by its own name, in whatever language that is.
        "as_own": Markup("") if tongue is ENGLISH else Markup(' lang=""'),
        "in_english": "" if tongue is ENGLISH else f" {tongue.text(citing.IN_ENGLISH)}",
        "ours": partial(ours, tongue),
        "woven": partial(woven, tongue),
        "woven_in": woven,
    }
    return found


def ours(tongue: Tongue, text: str, context: str = "") -> Markup:
    """A word of the record in a language, marked as English where nobody has translated it."""
    told = tongue.text(text, context)
    english = isinstance(told, Lacking)
    return Markup('<span lang="en">{}</span>').format(told) if english else escape(told)


def woven(tongue: Tongue, text: str, **places: Markup) -> Markup:
    """A text in a language with elements in its places."""
    return Markup(escape(tongue.text(text)).format(**places))


def render(template: str, tongue: Tongue = ENGLISH, /, **values: Any) -> str:
    """The HTML of a template, in a language. Values may be hostile: they are written as text."""
    return formats.unbroken(_environment(tongue).get_template(template).render(**values))


def cited(
    ids: Iterable[str], sources: Mapping[str, Source], tongue: Tongue = ENGLISH
) -> list[Citation]:
    """The citations of a list of ids, in its order."""
    return [citing.cited(sources[source_id], tongue) for source_id in ids]
