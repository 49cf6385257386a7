"""Pages that need no server in another language: no word of theirs is left in English, unmarked."""

from __future__ import annotations

import re
from typing import Any

import pytest

from geo.answers.permalink import LANDING_DAY, Place
from geo.answers.words import problems
from geo.answers.words.expected import expected
from geo.answers.words.tongue import Tongue, tongue
from geo.basics.choices import LANGUAGES
from geo.web import site_pages, standalone
from geo.web.editions import Edition, editions
from geo.web.templating import render
from tests.own_data import own_atlas
from tests.pseudo import PSEUDO, Read
from tests.web.test_spoken import readable

pytestmark = pytest.mark.slow

NAMES = re.compile(
    r"Ottawa Atlas|CC BY 4\.0|\b(?:JSON|Atom|iCalendar|PNG|PDF|SVG|CSV)\b|[0-9a-f]{12,}|\{\w+\}"
)
"""What is called the same in every language, and places that a script fills."""


def left(texts: list[str]) -> list[str]:
    """The texts that have a word in our letters."""
    return [text for text in texts if re.search(r"[A-Za-z]{2,}", NAMES.sub("", text))]


FRAMED = standalone.Framed(Place(country="POL"), "picture.png", "1", {"world": "", "dossiers": ""})


def test_a_frame_has_no_word_of_its_own_left_in_english() -> None:
    said = Read(standalone.page(own_atlas(), embed=FRAMED, tongue=PSEUDO).decode())
    assert said.root == "pl"
    assert len(said.texts) > 80
    assert not left(said.texts)
    assert said.documents.keys() == {"config", "timeline", "flank"}
    assert not left_in({name: said.documents[name] for name in ("config", "timeline")})


UNREAD = re.compile(r"speech/(on|alone|short)$|config/(tracking|lens|worldview|\w+_days?|what_if)")


def left_in(documents: dict[str, Any]) -> list[str]:
    """The texts of documents that a reader reads as ours, in our letters."""
    found = {
        f"{where}: {text}"
        for where, text in readable(documents)
        if re.search(r"[A-Za-z]{2,}", NAMES.sub("", text)) and not UNREAD.search(where)
    }
    return sorted(found)


def test_a_refused_frame_has_no_word_of_its_own_left_in_english() -> None:
    day, busy = expected("date")(PSEUDO), PSEUDO.text(problems.BUSY)
    fault = {"parameter": "1", "value": "1", "expected": day}
    for faults in ([fault], []):
        told = render("embed_refused.html", PSEUDO, detail=busy, faults=faults)
        plain = [
            text for text in left(Read(told).texts) if "latest" not in text
        ]  # a word of addresses
        assert not plain
        assert (day in told, busy in told) == (bool(faults), not faults)


def test_a_page_that_is_not_there_has_no_word_of_its_own_left_in_english() -> None:
    told = Read(render("missing.html", PSEUDO, page="/", api="/openapi.json"))
    assert len(told.texts) > 4
    assert not left(told.texts)


def test_the_page_of_a_site_that_is_not_there_says_so_in_each_of_its_languages() -> None:
    told = site_pages.missing_page(editions(LANGUAGES, "https://atlas.example/"))
    assert told.count("<h2>") == len(LANGUAGES)
    for language in LANGUAGES[1:]:
        heading = tongue(language).text(problems.MISSING["heading"])
        assert f'<section lang="{language}">\n<h2>{heading}</h2>' in told
        assert f'<a href="https://atlas.example/{language}/">' in told


def test_the_file_has_no_word_of_its_own_left_in_english() -> None:
    said = Read(standalone.page(own_atlas(), tongue=PSEUDO).decode())
    assert len(said.texts) > 100
    assert not left(said.texts)
    drawn = {name: said.documents.pop(name) for name in ("lenses", "flank", "world")}
    assert all(drawn.values())
    titles = {event.title for event in own_atlas().record.events}
    plain = [each for each in left_in(said.documents) if not any(title in each for title in titles)]
    assert not [each for each in plain if not re.search(r": [A-Z]{3}$", each)]  # codes of states


OF_EACH_KIND = ("POL", "UKR", "LBN", "USA", "VAT")
"""States with many facts and claims, a declaration, a doubt, no consent, no events."""


class Wide(Edition):
    """An edition in the pseudo-language."""

    @property
    def tongue(self) -> Tongue:
        return PSEUDO


def test_the_pages_of_a_site_have_no_word_of_their_own_left_in_english() -> None:
    atlas, edition = own_atlas(), Wide("pl", languages=("en", "pl"))
    view = atlas.on(LANDING_DAY)
    pages = (
        standalone.page(atlas, site=edition, tongue=PSEUDO).decode(),
        site_pages.glossary_page(edition),
        site_pages.states_page(atlas, view, ("POL", "NOR"), edition),
        *(site_pages.state_page(atlas, view, iso_a3, edition, ("POL",)) for iso_a3 in OF_EACH_KIND),
    )
    for page in pages:
        said = Read(page)
        assert said.root == "pl"
        assert len(said.texts) > 10
        assert not left(said.texts)
