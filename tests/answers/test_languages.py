"""The sentence of a day in nine languages: whole, with the same figures, in no other language."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from babel import Locale

from geo.answers import through
from geo.answers.permalink import Place
from geo.answers.supposing import supposed, supposing
from geo.answers.words import headline, sentences, what_if
from geo.answers.words.legal_basis import legal_basis_of
from geo.answers.words.status_words import status_words
from geo.answers.words.tongue import ENGLISH, Tongue, tongue
from geo.answers.words.translating import TRANSLATED
from geo.atlas import FIRST_DAY, FLANK, Atlas, View
from geo.atlas.supposed import KINDS
from geo.basics.choices import FLANK_LENS, LANGUAGES, Language
from geo.basics.dates import MONTHS, PartialDate
from geo.basics.languages import OWN_NAMES, chosen
from tests.own_data import own_atlas

CYRILLIC = ("be", "uk")
SHARED = {"for", "status"}
"""What are English words and Norwegian ones."""
SUPPOSED = (
    "NOR:withdrawal_notice:2026-12-01,ARE:accession:2026-12-02",
    "FIN:accession:2027-01-01",
    "NOR:armed_conflict_begins:2026-12-01,NOR:withdrawal_notice:2027-01-03",
    "NOR:armed_conflict_begins:2026-12-01,NOR:suspension_notice:2026-12-02",
    "NOR:armed_conflict_begins:2026-12-01,NOR:withdrawal_notice:2027-01-03,"
    "NOR:armed_conflict_ends:2028-01-05",
)


@cache
def views() -> dict[str, View]:
    """A view for each sentence of the day that there is, by its English template."""
    atlas = own_atlas()
    beyond = atlas.verified_to.replace(year=atlas.verified_to.year + 1)
    days = {FIRST_DAY, headline.SIGNATURE_OPENS, beyond, *atlas.change_dates}
    found = {headline.template(view): view for view in map(atlas.on, sorted(days))}
    for acts in SUPPOSED:
        there = supposing(atlas, acts)
        for day in there.change_dates:
            if day >= there.supposed[0].day:
                found.setdefault(headline.template(there.on(day)), there.on(day))
    return found


def figures(text: str) -> list[str]:
    """The numbers of a sentence, in whatever way a language parts their thousands."""
    return sorted(re.findall(r"\d+", re.sub(r"(?<=\d)[,\u00a0\u202f](?=\d{3})", "", text)))


def words(text: str) -> set[str]:
    """The words of a sentence that are longer than two letters."""
    return set(re.findall(r"[^\W\d_]{3,}", text.replace(headline.DAY, "")))


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_sentence_of_a_day_has_the_figures_of_the_english_and_none_of_its_words(
    language: Language,
) -> None:
    said = tongue(language)
    names = {
        word
        for state in own_atlas().record.states.values()
        for word in re.findall(r"\w+", said.state(state.iso_a3, state.name))
    }
    assert len(views()) > 20
    for english, view in views().items():
        text = headline.template(view, said)
        assert text.replace(headline.DAY, "").count("{") == 0, text
        assert text.count(headline.DAY) == english.count(headline.DAY) == 1, text
        assert figures(text) == figures(english), text
        assert words(text) & words(english) <= names | SHARED, text
        of_the_day = headline.headline(view, said)
        other = "[A-Za-z]" if language in CYRILLIC else "[\u0400-\u04ff]"
        assert not re.search(other, of_the_day), of_the_day


def told(atlas: Atlas, view: View, iso_a3: str, said: Tongue) -> list[str]:
    """All that is said of a state on a day in one language, and of what is supposed."""
    state, past = view.states[iso_a3], atlas.history(iso_a3)
    return [
        headline.state_sentence(view, iso_a3, said),
        status_words(state, said),
        legal_basis_of(past, state, view.day, said),
        *(what_if.effect(atlas, act, said.state(act.iso_a3, "X"), said) for act in atlas.supposed),
    ]


@cache
def states() -> list[tuple[Atlas, View, str]]:
    """An atlas, a view and a state for each form of what is said of one, dates apart."""
    found: dict[str, tuple[Atlas, View, str]] = {}
    for atlas in (own_atlas(), *(supposing(own_atlas(), acts) for acts in SUPPOSED)):
        for iso_a3 in (*FLANK, "UKR", "LBN", "USA", "MHL", "ARE", "MNE"):
            for day in (*sorted(atlas.change_dates)[::9], *atlas.history(iso_a3).change_days):
                view = atlas.on(day)
                english = "\n".join(told(atlas, view, iso_a3, ENGLISH))
                found.setdefault(re.sub(r"\d+ \w+ \d{4}", "", english), (atlas, view, iso_a3))
    return [*found.values()]


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_is_said_of_a_state_has_the_dates_of_the_english_and_none_of_its_words(
    language: Language,
) -> None:
    said = tongue(language)
    other = re.compile("[A-Za-z]" if language in CYRILLIC else "[\u0400-\u04ff]")
    names = {
        name
        for code in (*FLANK, "UKR", "LBN", "USA", "MHL", "ARE", "MNE")
        for name in words(said.state(code, ""))
    }
    assert len(states()) > 60
    for atlas, view, iso_a3 in states():
        told_in = zip(
            told(atlas, view, iso_a3, ENGLISH), told(atlas, view, iso_a3, said), strict=True
        )
        for place, (english, text) in enumerate(told_in):
            assert text != english
            assert "{" not in text
            assert ".." not in text, text
            assert not other.search(text), text
            assert words(english) & words(text) <= names | SHARED, text
            if place != 1:  # a status alone has its months by number in some languages
                assert {*figures(text)} == {*figures(english)}, text  # a year told once or twice
        assert said.state(iso_a3, "") in headline.state_sentence(view, iso_a3, said)


def test_languages_are_called_as_cldr_calls_them() -> None:
    for language in LANGUAGES:
        assert OWN_NAMES[language] == Locale.parse(language).get_language_name(language)


def test_months_are_those_of_cldr_but_where_a_date_declines_them() -> None:
    for language in TRANSLATED:
        usual = Locale.parse(language).months["format"]["wide"]
        for number, month in enumerate(MONTHS, 1):
            ours = tongue(language).text(month, "in a date")
            assert (ours == usual[number]) or language in ("et", "lv"), (language, month)
            assert ours[:3] == usual[number][:3], (language, month)
    assert tongue("lv").dated(PartialDate(2021, 11)) == "2021. gada novembris"


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_state_has_a_name_of_its_own_in_every_language(language: Language) -> None:
    states = own_atlas().record.states.values()
    names = [tongue(language).state(state.iso_a3, "") for state in states]
    assert all(names)
    assert len({*names}) == len(names)
    assert not [name for name in names if "(" in name]
    owned = [headline.possessive(own_atlas().record.states[code].name) for code in FLANK]
    assert all(tongue(language).text(each, sentences.OWNER) != each for each in owned)


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        ({}, "en"),
        ({"pl": 1.0, "en": 0.8}, "pl"),
        ({"de": 1.0, "uk-ua": 0.5, "en": 0.3}, "uk"),
        ({"en-gb": 1.0, "lt": 0.9}, "en"),
        ({"no": 1.0}, "nb"),
        ({"nn-no": 0.9, "sv": 1.0}, "nb"),
        ({"fi": 0.0, "ru": 1.0}, "en"),
        ({"*": 1.0}, "en"),
    ],
)
def test_a_browser_is_answered_in_the_language_it_wants_most(
    wanted: dict[str, float], language: str
) -> None:
    assert chosen(wanted) == language


def test_every_act_that_can_be_supposed_can_be_said() -> None:
    assert {str(kind) for kind in what_if.CLAUSES} == {*KINDS}


def test_the_terms_that_sentences_use_are_among_those_with_their_sources() -> None:
    text = (Path(__file__).resolve().parents[2] / "docs/terms.md").read_text(encoding="utf-8")
    used, *terms = text.split("\n## ")
    chosen_terms = dict(re.findall(r"^\| (\w\w) \| (.+) \| .+ \|$", used, re.MULTILINE))
    assert {*chosen_terms} == {*TRANSLATED}
    titles = "".join(each for each in terms if "Convention\n" in each.split("|")[0])
    for language, name in chosen_terms.items():
        bound = tongue(language).text(sentences.NOT_OPEN["plain"], day="D")
        stem = name[:-2]  # the sentence may decline it
        assert stem in bound, language
        assert re.search(rf"^\| {language} \| [^|]*{stem}", titles, re.MULTILINE), language
    for term in terms:
        rows = re.findall(r"^\| (\w\w) \| .*\| (\S.*?) \| \w* ?\|$", term, re.MULTILINE)
        assert {language for language, _ in rows} == {*TRANSLATED}, term[:40]
        assert all(seen == "not found" or seen.startswith("<http") for _, seen in rows), term[:40]


def test_the_sentence_of_every_line_has_the_figures_of_the_english_and_none_of_its_words() -> None:
    atlas, faults = own_atlas(), []
    supposed = supposing(atlas, SUPPOSED[0])
    lenses = [lens.lens_id for lens in atlas.record.lenses if lens.lens_id != FLANK_LENS]
    names = {word for state in atlas.record.states.values() for word in words(state.name)}
    names |= {"NATO", "ASEAN"}
    days = [FIRST_DAY, date(2026, 2, 20), date(2027, 1, 1)]
    for there, name in product((atlas, supposed), [*lenses, "POL", "ISL"]):
        for day in days if there is atlas else days[-1:]:
            place, view = Place(day, lens=name), there.on(day)
            english = through.sentence(there, view, place)
            for language in TRANSLATED:
                said = tongue(language)
                text = through.sentence(there, view, place, said)
                left = words(text) & words(english) - SHARED - names
                if left or {*figures(text)} != {*figures(english)} or "{" in text:
                    faults.append(f"{language} {name} {day}: {text}")
    assert not faults, "\n".join(faults)


def test_what_cannot_be_supposed_is_told_with_where_the_state_stands_in_every_language() -> None:
    acts = (
        "POL:withdrawal_notice:2027-01-01",
        "NOR:accession:2027-01-01",
        "NOR:withdrawal_notice:2026-12-01,NOR:withdrawal_notice:2028-01-01",
        "POL:armed_conflict_ends:2027-01-01",
        "USA:ratification:1997-02-01",
        "FIN:withdrawal_notice:2025-01-01",
    )
    faults = []
    for text, language in product(acts, TRANSLATED):
        said, code = tongue(language), text.rpartition(",")[2][:3]
        told = supposed(own_atlas(), text, said).refusal
        if said.state(code, "") not in told or "{" in told or re.search(r"cannot|stand", told):
            faults.append(f"{language} {text}: {told}")
    assert not faults, "\n".join(faults)
