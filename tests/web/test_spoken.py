"""The browser's documents in other languages: whole, with the figures of the English, none of its
words but those of sources, and with days as the server writes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

from geo.answers.course_chart import course_chart
from geo.answers.key_dates import moment_days
from geo.answers.words import headline, held
from geo.answers.words.tongue import ENGLISH, Tongue, tongue
from geo.answers.words.translating import TRANSLATED
from geo.answers.words.wordings import Counted
from geo.atlas import FIRST_DAY
from geo.basics.choices import FLANK_LENS, LANGUAGES, WORLDVIEWS
from geo.web import map_config
from geo.web.documents.course_chart import chart_document
from geo.web.documents.dossiers import dossiers
from geo.web.documents.names import names
from geo.web.documents.speech import speech
from geo.web.documents.step_rows import step_rows
from geo.web.documents.timeline import timeline
from geo.web.templating import render
from tests.own_data import own_atlas
from tests.pseudo import PSEUDO

OF_SOURCES = {
    *("title", "detail", "question", "reason", "publisher", "article", "note", "programme"),
    *("facts/says", "claims/says", "versions/says", "names", "others", "rows/says", "rows/name"),
}
"""Where what sources say stands, and names."""
CODES = {
    *("from", "to", "status", "practice", "possible", "remaining", "id", "state", "states", "area"),
    *("codes", "url", "archived", "tier", "stage", "verdict", "day", "against", "verified_to"),
    *("lines", "statuses", "term", "term_of", "known", "first", "last", "kind", "files", "views"),
    *("boxes", "language", "listed"),
}
"""Where no reader reads."""


def readable(document: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Every text of a document that a reader may read as the atlas's own, and where it stands."""
    if isinstance(document, str):
        yield "/".join(path), document
    elif isinstance(document, dict):
        for name, each in document.items():
            two = "/".join([*path[-1:], name])
            in_words = path[-1:] == ("words",) and name != "term_of"
            if in_words or not {name, two} & (OF_SOURCES | CODES):
                yield from readable(each, (*path, name))
    elif isinstance(document, list | tuple):
        for each in document:
            yield from readable(each, path)


@cache
def documents(said: Tongue) -> dict[str, Any]:
    """All that the page is drawn of in a language."""
    atlas = own_atlas()
    chart = course_chart(atlas, "un", None, FLANK_LENS, said)
    return {
        "timeline": timeline(atlas, "un", said),
        "dossiers": dossiers(atlas, "un", said),
        "names": names(atlas, said),
        "steps": step_rows(atlas, said),
        "chart": chart_document(chart, FIRST_DAY, atlas.verified_to, said),
        "map": map_config.spoken(said),
    }


def test_no_text_of_the_atlas_stands_in_a_document_in_english_alone() -> None:
    found = {
        f"{where}: {text}"
        for where, text in readable(documents(PSEUDO))
        if re.search(r"[A-Za-z]{2,}", re.sub(r"\{\w+\}", "", text))
        and not where.endswith(("speech/on", "speech/alone", "speech/short"))
    }
    titles = {event.title for event in own_atlas().record.events}
    left = {each for each in found if not any(title in each for title in titles)}
    assert not left, sorted(left)[:20]


def figures(text: str) -> set[str]:
    return {*re.findall(r"\d+", re.sub(r"(?<=\d)[,\u00a0\u202f](?=\d{3})", "", text))}


def test_the_sentences_under_the_thumb_have_the_figures_of_the_english_in_every_language() -> None:
    wrong = []
    for worldview in WORLDVIEWS:
        views = [own_atlas().on(day, worldview) for day in moment_days(own_atlas())]
        for view in views:
            english = headline.template(view)
            for language in TRANSLATED:
                said = headline.template(view, tongue(language))
                whole = re.findall(r"\{\w*\}", said) == [headline.DAY]
                if not whole or figures(said) != figures(english) or said == english:
                    wrong.append((view.day, language, said))
    assert not wrong, wrong[:5]


def test_a_browser_writes_every_day_as_the_server_does() -> None:
    days = [date(2025, 12, 25) + timedelta(days) for days in range(0, 400, 3)]
    assert speech(ENGLISH) is None
    for language in TRANSLATED:
        said, there = tongue(language), speech(tongue(language))
        assert there
        for day in days:
            parts = {"year": day.year, "day": day.day, "day2": f"{day.day:02}"}
            assert there["on"][day.month - 1].format(**parts) == said.on(day)
            assert there["alone"][day.month - 1].format(**parts) == said.alone(day)
            assert there["short"][day.month - 1].format(**parts) == said.short(day)
        assert said.number(1234567) == f"1{there['group']}234{there['group']}567"


def test_every_form_of_a_count_is_there_for_whoever_counts_later() -> None:
    words: Counted = {"one": "{count} state", "other": "{count} states"}
    for language in LANGUAGES:
        said = tongue(language)
        forms = said.all(words)
        texts = {said.counted(words, count, count="{count}") for count in range(200)}
        assert {*forms.values()} == texts, language


def test_a_date_that_ends_in_a_point_ends_no_sentence_twice() -> None:
    record = own_atlas().record
    for language in LANGUAGES:
        for today in (date(2026, 2, 10), date(2026, 11, 1)):
            told = held.told(record.held, today, tongue(language))
            assert ".." not in render("held.html", told=told), language
