"""The words of the field are explained once, and where they stand."""

import re
from datetime import date

import pytest

from geo.answers import through
from geo.answers.permalink import Place
from geo.answers.words.glossary import BY_NAME, GLOSSARY, TERM_OF_STATUS
from geo.answers.words.headline import headline
from geo.answers.words.map_words import MAP
from geo.answers.words.panel import FLANK
from geo.pictures import alt_text
from geo.pictures import render as render_picture
from geo.treaty import LegalStatus
from geo.web.templating import render
from tests.own_data import own_atlas


def test_each_word_is_explained_once() -> None:
    assert {"bound", "covered", "flank", "signatory"} <= BY_NAME.keys()
    assert len(BY_NAME) == len(GLOSSARY)
    page = render("glossary.html")
    assert all(page.count(f'id="term-{term.name}"') == 1 for term in GLOSSARY)


def test_every_status_but_that_of_no_party_is_explained() -> None:
    assert {*LegalStatus} - {*TERM_OF_STATUS} == {LegalStatus.NOT_PARTY}
    assert {*TERM_OF_STATUS.values()} <= BY_NAME.keys()


@pytest.mark.slow
def test_no_sentence_calls_a_border_covered_without_saying_by_what() -> None:
    """Nobody may read that kilometres are covered by mines."""
    atlas = own_atlas()
    view = atlas.on(date(2026, 2, 20))
    pages = {
        "sentence": headline(view),
        "panel": "\n".join(v for v in FLANK.values() if isinstance(v, str)),
        "map": "\n".join(v for v in MAP.values() if isinstance(v, str)),
        "alt": alt_text(view),
        "picture": render_picture(atlas, view, fmt="svg").decode(),
        "page": render(
            "headline.html",
            sentence="",
            view=view,
            place=Place(view.day),
            line=through.line(atlas, view, Place(view.day)),
        ),
    }
    bare = re.compile(r"(?<!“)\bcovered\b(?! by the Convention)(?!”)", re.IGNORECASE)
    meaning = BY_NAME["covered"].meaning
    for name, text in pages.items():
        said = " ".join(re.sub(r"<[^>]*>", " ", text).split()).replace(meaning, "")
        assert not bare.findall(said), name


def test_the_method_has_the_glossary_behind_it() -> None:
    view = own_atlas().on(own_atlas().verified_to)
    assert 'id="glossary"' in render("method.html", view=view)
