"""What a reader sees of a length stays on one line; what a program reads is left as it is."""

import re

from geo.answers.permalink import LANDING_DAY
from geo.answers.words.headline import headline
from geo.answers.words.tongue import tongue
from geo.basics.choices import LANGUAGES
from geo.basics.formats import unbroken
from geo.web.documents.map_data import compact_json
from geo.web.documents.timeline import timeline
from tests.own_data import own_atlas


def test_no_line_ends_between_a_length_and_its_unit() -> None:
    cases = {
        "198 km, Norway’s": "198\N{NO-BREAK SPACE}km, Norway’s",
        "{km} km are": "{km}\N{NO-BREAK SPACE}km are",
        "<b>3,833</b> km": "<b>3,833</b>\N{NO-BREAK SPACE}km",
        "198 км": "198\N{NO-BREAK SPACE}км",
        "in km, 2 kmart": "in km, 2 kmart",
    }
    assert {text: unbroken(text) for text in cases} == cases


def test_the_headline_of_every_language_is_unbroken_on_the_page_and_plain_in_answers() -> None:
    atlas = own_atlas()
    view = atlas.on(LANDING_DAY)
    for language in LANGUAGES:
        said = headline(view, tongue(language))
        assert unbroken(said) != said, language
        served = compact_json(timeline(atlas, "un", tongue(language))).decode()
        assert re.search("[0-9}]\N{NO-BREAK SPACE}(km|км)", served), language
        assert not re.search("[0-9}] (km|км)", served), language
