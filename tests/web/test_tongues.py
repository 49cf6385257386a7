"""Pages that need no server in another language: no word of theirs is left in English, unmarked."""

from __future__ import annotations

import base64
import gzip
import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from geo.answers.permalink import LANDING_DAY, Place
from geo.answers.words.tongue import Tongue
from geo.web import site, standalone
from geo.web.editions import Edition
from geo.web.templating import render
from tests.own_data import own_atlas
from tests.pseudo import PSEUDO
from tests.web.test_spoken import readable

pytestmark = pytest.mark.slow

READ = {"title", "aria-label", "alt", "placeholder", "data-play", "data-pause"}
"""Attributes that a reader reads or hears."""
NAMES = re.compile(
    r"Ottawa Atlas|CC BY 4\.0|\b(?:JSON|Atom|iCalendar|PNG|PDF|SVG|CSV)\b|[0-9a-f]{12,}|\{\w+\}"
)
"""What is called the same in every language, and places that a script fills."""
EMPTY = {"meta", "link", "input", "img", "br", "source", "path"}


class Read(HTMLParser):
    """What a reader reads of a page in its own language: not what is marked as English."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.documents: dict[str, Any] = {}
        self.root = ""
        self._open: list[tuple[str, bool]] = []
        self._document = ""
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.root = given["lang"]
        english = given.get("lang") == "en" or (bool(self._open) and self._open[-1][1])
        if not english:
            self.texts += [value for name, value in given.items() if name in READ]
            if given.get("name") == "description" or given.get("property") == "og:title":
                self.texts.append(given["content"])
        if tag not in EMPTY:
            self._open.append((tag, english))
        self._document = given.get("id", "") if tag == "script" else ""

    def handle_data(self, data: str) -> None:
        tag, english = self._open[-1] if self._open else ("", False)
        if tag == "script" and self._document:
            text = data if data.startswith("{") else gzip.decompress(base64.b64decode(data))
            self.documents[self._document.removeprefix("data-")] = json.loads(text)
        elif tag not in ("script", "style") and not english:
            self.texts.append(data)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    @property
    def left(self) -> list[str]:
        """The texts that have a word in our letters."""
        return [text for text in self.texts if re.search(r"[A-Za-z]{2,}", NAMES.sub("", text))]


FRAMED = standalone.Framed(Place(country="POL"), "picture.png", "1", {"world": "", "dossiers": ""})


def test_a_frame_has_no_word_of_its_own_left_in_english() -> None:
    said = Read(standalone.page(own_atlas(), embed=FRAMED, tongue=PSEUDO).decode())
    assert said.root == "pl"
    assert len(said.texts) > 80
    assert not said.left
    assert said.documents.keys() == {"config", "timeline", "flank"}
    assert not left_in({name: said.documents[name] for name in ("config", "timeline")})


UNREAD = re.compile(r"speech/(on|short)$|config/(tracking|lens|worldview|\w+_days?|what_if)")


def left_in(documents: dict[str, Any]) -> list[str]:
    """The texts of documents that a reader reads as ours, in our letters."""
    found = {
        f"{where}: {text}"
        for where, text in readable(documents)
        if re.search(r"[A-Za-z]{2,}", NAMES.sub("", text))
        and not re.search(
            r"speech/(on|short)$|config/(tracking|lens|worldview|\w+_days?|what_if)", where
        )
    }
    return sorted(found)


def test_a_refused_frame_has_no_word_of_its_own_left_in_english() -> None:
    fault = {"parameter": "1", "value": "1", "expected": "a day as YYYY-MM-DD"}
    for faults in ([fault], []):
        told = render("embed_refused.html", PSEUDO, detail="Too busy.", faults=faults)
        assert not Read(told).left
        assert ("a day as" in told, "Too busy." in told) == (bool(faults), not faults)


def test_the_file_has_no_word_of_its_own_left_in_english() -> None:
    said = Read(standalone.page(own_atlas(), tongue=PSEUDO).decode())
    assert len(said.texts) > 100
    assert not said.left
    drawn = {name: said.documents.pop(name) for name in ("lenses", "flank", "world")}
    assert all(drawn.values())
    titles = {event.title for event in own_atlas().record.events}
    left = left_in(said.documents)
    plain = [each for each in left if not any(title in each for title in titles)]
    assert not [each for each in plain if not re.search(r": [A-Z]{3}$", each)]  # codes of states


class Wide(Edition):
    """An edition in the pseudo-language."""

    @property
    def tongue(self) -> Tongue:
        return PSEUDO


def test_the_pages_of_a_site_have_no_word_of_their_own_left_in_english() -> None:
    atlas, edition = own_atlas(), Wide("pl", languages=("en", "pl"))
    pages = (
        standalone.page(atlas, site=edition, tongue=PSEUDO).decode(),
        site.glossary_page(edition),
        site.states_page(atlas, atlas.on(LANDING_DAY), ("POL", "NOR"), edition),
    )
    for page in pages:
        said = Read(page)
        assert said.root == "pl"
        assert len(said.texts) > 10
        assert not said.left
