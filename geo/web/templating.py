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
    PRACTICE_KEYS,
    STATUS_KEYS,
    UNKNOWN,
)
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
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.answers.words.wordings import counted, filled
from geo.atlas import FACING, FLANK
from geo.basics import formats
from geo.basics.dates import Interval, PartialDate
from geo.records import Source
from geo.records.source_tiers import TIER_WORDS as TIER_WORDS
from geo.records.source_tiers import UNDATED, Citation, citation, web_address
from geo.web import static_files

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


def ended(text: str) -> str:
    """A text that ends in a point, though a date at its end may bring one with it."""
    return text if text.endswith(".") else f"{text}."


def _environment() -> Environment:
    """What templates are read with, and may use, in English."""
    found = Environment(
        loader=_TEMPLATES,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters |= _FILTERS
    found.globals |= _GLOBALS
    return found


_TEMPLATES = FileSystemLoader(Path(__file__).parent / "templates")
_FILTERS: dict[str, Callable[..., Any]] = {
    "link": link,
    "citation": citation,
    "when": when,
    "number": number,
    "query": permalink.query,
    "exact": exact,
    "sentence": sentence,
    "ended": ended,
    "long_date": formats.long_date,
    "held": held.sentence,
    "filled": filled,
}
_GLOBALS: dict[str, Any] = {
    "alone": alone,
    "no_minefields": NOT_A_MINEFIELD_MAP,
    "first_words": page.FIRST_VIEW,
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
    "tab_words": tabs,
    "method": method,
    "undated": UNDATED,
    "english_counted": counted_words,
    "total_words": lenses.LENS["total"],
    "of_leading_words": lenses.LENS["of_leading_km"],
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
    "words": panel.DOSSIER,
    "missing": problems.MISSING,
    "tagline": page.TAGLINE,
    "states_bound": page.STATES_BOUND,
    "part_of_line": page.PART_OF_LINE,
    "control_words": CONTROLS,
    "other_day": comparison.OTHER_DAY,
    "comparison_words": comparison,
    "over_time": page.TABS["coverage"],
    "chart_words": course_chart,
    "skip_links": SKIP_LINKS,
    "hypothetical": what_if.HYPOTHETICAL,
    "to_the_record": what_if.TO_THE_RECORD,
    "extent_labels": extents.LABELS,
    "flank_words": panel.FLANK,
    "states_words": panel.STATES,
    "counted": counted,
    "terms": glossary.BY_NAME,
    "term_of_status": glossary.TERM_OF_STATUS,
    "term_asked": glossary.asked,
    "glossary": glossary.GLOSSARY,
    "glossary_title": glossary.TITLE,
}


_TRANSLATED = (
    "computed_words",
    "leading_words",
    "other_day",
    "tagline",
    "states_bound",
    "total_words",
    "of_leading_words",
    "worldview_labels",
    "worldview_sentences",
    "words",
    "control_words",
    "skip_links",
    "hypothetical",
    "to_the_record",
    "extent_labels",
    "flank_words",
    "states_words",
    "glossary_title",
    "first_words",
    "no_minefields",
)
"""The words among them that a language of the catalogue has all of."""


@cache
def _environment_in(tongue: Tongue) -> Environment:
    """The same in a language."""
    found = _environment()
    found.globals |= {
        **{name: tongue.all(_GLOBALS[name]) for name in _TRANSLATED},
        "tongue": tongue,
        "html_lang": "en-GB" if tongue is ENGLISH else tongue.language,
        "as_english": Markup("") if tongue is ENGLISH else Markup(' lang="en"'),
        # A source is called by its own name, in whatever language that is.
        "as_own": Markup("") if tongue is ENGLISH else Markup(' lang=""'),
        "in_english": "" if tongue is ENGLISH else f" {tongue.text(citing.IN_ENGLISH)}",
        "counted_words": partial(counted_words, tongue=tongue),
        "worked_out_words": partial(worked_out_words, tongue=tongue),
        "meaning": partial(meaning, tongue=tongue),
        "count_words": partial(headline.count_words, tongue=tongue),
        "status_words": partial(status_words, tongue=tongue),
        "term_asked": partial(glossary.asked, tongue=tongue),
        "length_range": partial(headline.length_range, tongue=tongue),
        "covered_range": partial(headline.covered_range, tongue=tongue),
        "woven": partial(woven, tongue),
        "woven_in": woven,
    }
    if tongue is not ENGLISH:
        found.filters |= {"when": partial(_when, tongue), "number": partial(_number, tongue)}
        found.filters |= {
            "long_date": tongue.on,
            "held": partial(held.sentence, tongue=tongue),
            "exact": partial(exact, tongue=tongue),
            "citation": partial(citing.cited, tongue=tongue),
        }
    return found


def _when(tongue: Tongue, day: date | PartialDate | Interval | None) -> str:
    if day is None or isinstance(day, date):
        return tongue.day(day) if day else when(day)
    return tongue.dated(day)


def _number(tongue: Tongue, value: float | None) -> str:
    return number(value) if value is None else tongue.number(value)


def woven(tongue: Tongue, text: str, **places: Markup) -> Markup:
    """A text in a language with elements in its places."""
    return Markup(escape(tongue.text(text)).format(**places))


def render(template: str, tongue: Tongue = ENGLISH, /, **values: Any) -> str:
    """The HTML of a template, in a language. Values may be hostile: they are written as text."""
    return formats.unbroken(_environment_in(tongue).get_template(template).render(**values))


def cited(
    ids: Iterable[str], sources: Mapping[str, Source], tongue: Tongue = ENGLISH
) -> list[Citation]:
    """The citations of a list of ids, in its order."""
    return [citing.cited(sources[source_id], tongue) for source_id in ids]
