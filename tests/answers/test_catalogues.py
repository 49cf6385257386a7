"""The catalogue of a language says everything, and a fault in it is told by its line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel import Locale

from geo.answers.words import sentences
from geo.answers.words.catalogue import files, read
from geo.answers.words.messages import CATALOGUED, Message
from geo.answers.words.tongue import tongue
from geo.answers.words.translating import TRANSLATED, path_of, problems, renewed
from geo.answers.words.wordings import Counted
from geo.basics.choices import Language
from geo.basics.errors import AtlasError


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("name", CATALOGUED)
def test_a_catalogue_says_everything_in_every_plural_form(name: str, language: Language) -> None:
    messages = CATALOGUED[name]()
    assert not [*map(str, problems(path_of(name, language), language, messages))]
    assert renewed(path_of(name, language), language, messages) == path_of(
        name, language
    ).read_text(encoding="utf-8"), "run make words"


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_form_for_a_number_is_the_one_of_cldr(language: Language) -> None:
    rule = Locale.parse(language).plural_form
    words = sentences.BOUND["plain"]
    forms: dict[str, set[str]] = {}
    for count in range(210):
        text = tongue(language).counted(words, count, count="7", day="D", acts="A")
        forms.setdefault(rule(count), set()).add(text)
    assert all(len(each) == 1 for each in forms.values()), forms


def spoilt(
    path: Path, tmp_path: Path, old: str, new: str, language: Language = "pl"
) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    assert old in text
    copy = tmp_path / path.name
    copy.write_text(text.replace(old, new, 1), encoding="utf-8")
    return (str(each) for each in problems(copy, language, CATALOGUED[path.stem]()))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('msgstr "być może {owner}"', 'msgstr ""', "a translation"),
        ('msgstr "być może {owner}"', 'msgstr "być może {state}"', "with {owner}"),
        ('msgstr "być może {owner}"', 'msgstr "быць можа {owner}"', "no Cyrillic letter"),
        ('msgid "perhaps {owner}"', 'msgid "maybe {owner}"', "this text"),
        ('msgid "perhaps {owner}"', 'msgid "maybe {owner}"', "a text of the atlas"),
        ("? 0 : 3);", "? 3 : 0);", "nplurals=4"),
        ('msgid "perhaps', '#, fuzzy\nmsgid "perhaps', "a text that is sure"),
        ('msgstr "Norwegii"', f'msgstr "{"Norwegii " * 20}"', "at most"),
    ],
)
def test_a_faulty_catalogue_is_told_by_its_line(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    told = [*spoilt(path_of("sentences", "pl"), tmp_path, old, new)]
    assert any(expected in each and "sentences.po:" in each for each in told), told


@pytest.mark.parametrize(
    ("language", "old", "new", "expected"),
    [
        ("be", 'msgstr "Карта"', 'msgstr "Карти"', "none of и"),
        ("uk", 'msgstr "Карта"', 'msgstr "Карты"', "none of ы"),
        ("pl", 'msgstr "Mapa"', 'msgstr "<b>Mapa</b>"', "no markup"),
        ("lt", 'msgstr "Žemėlapis"', "msgstr \"'Žemėlapis'\"", "no markup"),
    ],
)
def test_a_label_in_letters_of_another_language_or_in_markup_is_told(
    tmp_path: Path, language: Language, old: str, new: str, expected: str
) -> None:
    told = [*spoilt(path_of("atlas", language), tmp_path, old, new, language)]
    assert any(expected in each and "atlas.po:" in each for each in told), told


def test_a_file_that_is_no_catalogue_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match=r"sentences\.po:\d+: found no gettext catalogue"):
        [*spoilt(path_of("sentences", "pl"), tmp_path, "nplurals=4;", "nplurals=3;")]


def test_a_text_that_no_catalogue_has_is_said_in_english() -> None:
    text = "No translator has seen this of {state}."
    assert tongue("lt").text(text, state="X") == "No translator has seen this of X."
    words: Counted = {"one": "{count} such", "other": "{count} suches"}
    assert (tongue("uk").counted(words, 1), tongue("uk").counted(words, 5)) == (
        "1 such",
        "5 suches",
    )
    missing = Message(text)
    found = problems(path_of("sentences", "lt"), "lt", [*CATALOGUED["sentences"](), missing])
    assert [each.value for each in found] == [text]


def test_catalogues_of_a_language_agree_on_what_both_have() -> None:
    for language in TRANSLATED:
        assert {path.stem for path in files(language)} == {*CATALOGUED}, language
        said: dict[tuple[str, str], str] = {}
        for path in files(language):
            for entry in read(path, language):
                key = (str(entry.id), entry.context or "")
                if entry.id:
                    assert said.setdefault(key, str(entry.string)) == str(entry.string), key
