"""The words of the field are explained once, and where they stand."""

from geo.answers.words.glossary import BY_NAME, GLOSSARY
from geo.web.templating import render
from tests.own_data import own_atlas


def test_each_word_is_explained_once() -> None:
    assert {"bound", "covered", "flank", "signatory"} <= BY_NAME.keys()
    assert len(BY_NAME) == len(GLOSSARY)
    page = render("glossary.html")
    assert all(page.count(f'id="term-{term.name}"') == 1 for term in GLOSSARY)


def test_the_method_has_the_glossary_behind_it() -> None:
    view = own_atlas().on(own_atlas().verified_to)
    assert 'id="glossary"' in render("method.html", view=view)
